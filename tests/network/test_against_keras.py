"""Shapes, parameter counts and refusals agree with Keras on random networks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from nnviz.network.catalogue import ACTIVATIONS, CATALOGUE, INITIALIZERS, full_args
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.graphs import networks


def keras_layer(layer: LayerSpec) -> Any:
    import keras

    args = {k: v for k, v in full_args(layer).items() if v != "none"}
    return getattr(keras.layers, layer.kind)(name=layer.id, **args)


@given(networks())
def test_every_layer_has_the_shape_and_the_count_that_keras_gives_it_or_both_refuse(network: NetworkSpec) -> None:
    import keras

    inference = infer(network)
    tensors: dict[str, Any] = {}
    for layer in network.layers:
        if layer.kind == "Input":
            tensors[layer.id] = keras.Input(layer.args["shape"])
            continue
        sources = [tensors.get(source) for source in network.sources(layer.id)]
        if any(tensor is None for tensor in sources):
            assert inference.shapes[layer.id] is None
            continue
        built = None
        try:
            built = keras_layer(layer)
            tensor = built(sources if CATALOGUE[layer.kind].inputs[0] == 2 else sources[0])
        except Exception:
            assert inference.shapes[layer.id] is None, (layer, [t.shape for t in sources])
            assert any(problem.layer == layer.id for problem in inference.problems)
            continue
        if inference.shapes[layer.id] is None:
            # Keras takes a merge of one input, and samples joined to samples; a person did not mean either.
            along_the_batch = layer.kind == "Concatenate" and layer.args["axis"] + len(sources[0].shape) == 0
            assert CATALOGUE[layer.kind].inputs[0] == 2
            assert len(sources) == 1 or along_the_batch
            continue
        tensors[layer.id] = tensor
        assert inference.shapes[layer.id] == tuple(tensor.shape)
        assert inference.parameters[layer.id] == built.count_params()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_keras_knows_every_activation(name: str) -> None:
    import keras

    assert callable(keras.activations.get(name))


@pytest.mark.parametrize("name", INITIALIZERS)
def test_keras_knows_every_initializer(name: str) -> None:
    import keras

    assert keras.initializers.get(name) is not None


@pytest.mark.parametrize("kind", [kind for kind in CATALOGUE if kind not in ("Input", "Output")])
def test_defaults_are_those_of_keras(kind: str) -> None:
    import inspect

    import keras

    signature = inspect.signature(getattr(keras.layers, kind))
    for arg in CATALOGUE[kind].args:
        parameter = signature.parameters[arg.name]
        if parameter.default is inspect.Parameter.empty or arg.default == "none" or arg.name in ("activation", "units"):
            continue  # required by Keras, or None there and a word here
        assert parameter.default == arg.default, arg.name
