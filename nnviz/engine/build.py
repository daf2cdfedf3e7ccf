"""From the network as it was drawn, fitted to the data, to a Keras model."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Any

from nnviz.engine.faults import LayerFault
from nnviz.engine.keras_setup import keras
from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec

# Initial weights are drawn from Python's own generator, which all threads share.
_one_at_a_time = threading.Lock()


class Built:
    """A Keras model and which of its layers is which on the diagram.

    Attributes:
        model: the model, not compiled.
        layers: the id of each layer but the Inputs -> the Keras layer, in the order in which they were made.
        inputs: the ids of the Inputs.
    """

    def __init__(self, model: Any, layers: dict[str, Any], inputs: tuple[str, ...]) -> None:
        self.model, self.layers, self.inputs = model, layers, inputs

    def id_of(self, name: str) -> str:
        """The id of the layer that Keras calls *name*."""
        return next((layer_id for layer_id, layer in self.layers.items() if layer.name == name), name)


def build(network: NetworkSpec, seed: int) -> Built:
    """The Keras model of *network*, whose Inputs and Outputs must have been fitted to the data.

    The same network and *seed* give the same initial weights. A layer that Keras refuses raises ``LayerFault``.
    """
    ordered = network.ordered()
    if ordered is None:
        raise BadInput("The links form a circle: take one of them out.")
    with _one_at_a_time:
        keras.utils.set_random_seed(seed)
        return _built(network, ordered)


def _built(network: NetworkSpec, ordered: Iterable[LayerSpec]) -> Built:
    names = keras_names(network)
    tensors: dict[str, Any] = {}
    layers: dict[str, Any] = {}
    for spec in ordered:
        try:
            if spec.kind == "Input":
                tensors[spec.id] = _input(spec, names[spec.id])
            else:
                layers[spec.id] = _layer(spec, names[spec.id])
                tensors[spec.id] = layers[spec.id](_incoming(network, spec, tensors))
        except (ValueError, TypeError, ArithmeticError) as error:
            raise LayerFault(f"{spec.id} ({spec.kind}) cannot be built: {first_line(error)}", spec.id) from error
    return _model(network, tensors, layers)


def _model(network: NetworkSpec, tensors: dict[str, Any], layers: dict[str, Any]) -> Built:
    inputs = [x.id for x in network.of_kind("Input") if network.targets(x.id)]
    outputs = [x.id for x in network.of_kind("Output")] or [x for x in layers if not network.targets(x)]
    if not inputs or not outputs:
        raise BadInput(f"The network has no {'Output' if inputs else 'Input'} that is linked.")
    ins, outs = [tensors[x] for x in inputs], [tensors[x] for x in outputs]
    # One input or output stays bare, as in a script: it shows in the shape that predictions come back in.
    model = keras.Model(ins[0] if len(ins) == 1 else ins, outs[0] if len(outs) == 1 else outs)
    used = {layer.name for layer in model.layers}
    for layer_id, layer in layers.items():
        if layer.name not in used:
            raise LayerFault(f"{layer_id} leads to no Output: link it or take it out.", layer_id)
    return Built(model, layers, tuple(inputs))


def _input(spec: LayerSpec, name: str) -> Any:
    shape = full_args(spec)["shape"]
    if shape is None:
        raise LayerFault(f"{spec.id} has no shape: choose data or give it one.", spec.id)
    return keras.Input(tuple(shape), name=name)


def _layer(spec: LayerSpec, name: str) -> Any:
    if spec.kind not in CATALOGUE:
        raise LayerFault(f"{spec.id}: there is no layer kind {spec.kind!r}.", spec.id)
    kind = getattr(keras.layers, "Dense" if spec.kind == "Output" else spec.kind)
    args = {key: None if value == "none" else value for key, value in full_args(spec).items()}
    return kind(name=name, **{key: tuple(v) if isinstance(v, list) else v for key, v in args.items()})


def _incoming(network: NetworkSpec, spec: LayerSpec, tensors: Mapping[str, Any]) -> Any:
    sources = network.sources(spec.id)
    if not sources:
        raise LayerFault(f"{spec.id} has no link coming in.", spec.id)
    most = CATALOGUE[spec.kind].inputs[1]
    if most == 1 and len(sources) > 1:
        raise LayerFault(f"{spec.id} takes one link, but {len(sources)} come in: join them first.", spec.id)
    return tensors[sources[0]] if most == 1 else [tensors[source] for source in sources]


def first_line(error: BaseException) -> str:
    """What Keras says of an error, without the pages that follow."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
