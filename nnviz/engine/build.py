"""From the network as it was drawn, fitted to the data, to a Keras model."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Iterable, Mapping
from typing import Any

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.faults import LayerFault
from nnviz.errors import BadInput
from nnviz.network.calls import Call, fed, fed_args, layer_call
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.sentences import Sentence

# Colours, and which operation TensorFlow was at.
_NO_WORDS = re.compile(r"\x1b\[\d*m|\{\{.*?\}\} ?| \[Op:\w+\]")
# Initial weights are drawn from Python's own generator, which all threads share.
_one_at_a_time = threading.Lock()


class Built:
    """A Keras model and which of its layers is which on the diagram.

    Attributes:
        model: the model, not compiled.
        layers: the id of each layer but the Inputs -> the Keras layer, in the order in which they were made.
        tensors: the id of each layer -> what it answers with in the graph of the model.
        inputs: the ids of the Inputs.
    """

    def __init__(self, model: Any, layers: dict[str, Any], tensors: dict[str, Any], inputs: tuple[str, ...]) -> None:
        self.model, self.layers, self.tensors, self.inputs = model, layers, tensors, inputs

    def rows_within(self, size: int) -> int:
        """To how many samples all layers together answer within *size* bytes, as float32; at least 1."""
        numbers = sum(math.prod(length or 1 for length in tensor.shape[1:]) for tensor in self.tensors.values())
        return max(1, size // (4 * max(1, numbers)))

    def id_of(self, name: str) -> str:
        """The id of the layer that Keras calls *name*."""
        return next((layer_id for layer_id, layer in self.layers.items() if layer.name == name), name)


def build(network: NetworkSpec, seed: int) -> Built:
    """The Keras model of *network*, whose Inputs and Outputs must have been fitted to the data.

    The same network and *seed* give the same initial weights. A layer that Keras refuses raises ``LayerFault``.
    """
    ordered = network.ordered()
    if ordered is None:
        raise BadInput(Sentence("The links form a circle: take one of them out."))
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
                tensors[spec.id] = layers[spec.id](*_incoming(network, spec, tensors), **fed_args(spec))
                build_slopes(layers[spec.id], tensors[spec.id].shape)
        except (ValueError, TypeError, ArithmeticError, LookupError, tf.errors.OpError) as error:
            raise LayerFault(
                Sentence("{0} ({1}) cannot be built: {2}", spec.id, spec.kind, first_line(error)), spec.id
            ) from error
    return _model(network, tensors, layers)


def _model(network: NetworkSpec, tensors: dict[str, Any], layers: dict[str, Any]) -> Built:
    inputs = [x.id for x in network.of_kind("Input") if network.targets(x.id)]
    outputs = [x.id for x in network.of_kind("Output")] or [x for x in layers if not network.targets(x)]
    if not inputs or not outputs:
        raise BadInput(Sentence("The network has no {0} that is linked.", "Output" if inputs else "Input"))
    ins, outs = [tensors[x] for x in inputs], [tensors[x] for x in outputs]
    # One input or output stays bare, as in a script: it shows in the shape that predictions come back in.
    model = keras.Model(ins[0] if len(ins) == 1 else ins, outs[0] if len(outs) == 1 else outs)
    used = {layer.name for layer in model.layers}
    for layer_id, layer in layers.items():
        if layer.name not in used:
            raise LayerFault(Sentence("{0} leads to no Output: link it or take it out.", layer_id), layer_id)
    return Built(model, layers, tensors, tuple(inputs))


def _input(spec: LayerSpec, name: str) -> Any:
    if full_args(spec)["shape"] is None:
        raise LayerFault(Sentence("{0} has no shape: choose data or give it one.", spec.id), spec.id)
    return made(layer_call(spec, name))


def _layer(spec: LayerSpec, name: str) -> Any:
    if spec.kind not in CATALOGUE:
        raise LayerFault(Sentence("{0}: there is no layer kind {1!r}.", spec.id, spec.kind), spec.id)
    layer = made(layer_call(spec, name))
    if spec.kind == "Normalization":
        _follow_weights(layer)
    return layer


def _follow_weights(layer: Any) -> None:
    """Let *layer*, a Keras Normalization, work with the mean and variance among its weights as they are at any time.

    Keras copies them into constants, which a traced graph would keep when other weights are loaded.
    """
    call = layer.call

    def following(inputs: Any) -> Any:
        layer.finalize_state()
        return call(inputs)

    layer.call = following


def build_slopes(layer: Any, shape: tuple[int | None, ...]) -> None:
    """Make the weights of a PReLU inside *layer*, which answers in *shape*; Keras makes them when it first answers."""
    inner = layer
    if isinstance(layer, keras.layers.TimeDistributed):
        inner, shape = layer.layer, (None, *shape[2:])
    activation = getattr(inner, "activation", None)
    if isinstance(activation, keras.layers.PReLU):
        with keras.name_scope(layer.name):
            activation.build(shape)


def made(call: Any) -> Any:
    """What Keras gives for *call*; anything else as it is, calls inside of tuples among them."""
    if isinstance(call, tuple):
        # What Keras is given several layers in is a list.
        return [made(item) for item in call] if any(isinstance(item, Call) for item in call) else call
    if not isinstance(call, Call):
        return call
    called: Any = keras
    for name in call.path.split(".")[1:]:
        called = getattr(called, name)
    return called(*map(made, call.given), **{name: made(value) for name, value in call.args.items()})


def _incoming(network: NetworkSpec, spec: LayerSpec, tensors: Mapping[str, Any]) -> tuple[Any, ...]:
    sources = network.sources(spec.id)
    if not sources:
        raise LayerFault(Sentence("{0} has no link coming in.", spec.id), spec.id)
    most = CATALOGUE[spec.kind].inputs[1]
    if most == 1 and len(sources) > 1:
        raise LayerFault(
            Sentence("{0} takes one link, but {1} come in: join them first.", spec.id, len(sources)), spec.id
        )
    return fed(spec.kind, [tensors[source] for source in sources])


def first_line(error: BaseException) -> str:
    """What Keras says of an error, without the pages that follow, nor where in its code it was."""
    lines = [_NO_WORDS.sub("", line).strip() for line in str(error).splitlines()]
    said = [line for line in lines if line and not line.startswith("Exception encountered when calling")]
    return said[0] if said else type(error).__name__
