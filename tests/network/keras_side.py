"""What Keras makes of a network: the oracle of shapes, weights and refusals."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from nnviz.network.calls import fed, fed_args, layer_call
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import Inference, infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.layer_args import rank_of

PICTURES = ("RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness",
            "Resizing", "CenterCrop")  # fmt: skip
BATCH = 3


def agree(network: NetworkSpec, *, on_data: bool = False) -> None:
    """Assert that every layer has the shape and the weights that Keras gives it, or that both refuse it.

    With *on_data* each layer that both take also has to work on numbers.
    """
    inference = infer(network)
    tensors: dict[str, Any] = {}
    for layer, sources in _fed(network, tensors, inference):
        try:
            built, tensor = call(layer, sources)
        except Exception:
            assert inference.shapes[layer.id] is None, (layer, [t.shape for t in sources])
            assert any(p.layer == layer.id and not p.caution for p in inference.problems)
            continue
        if inference.shapes[layer.id] is None:
            empty = 0 in _shape(tensor)  # an answer without a single number is no answer
            excused = empty or _meant_by_nobody(layer, sources) or _fails_on_data(layer, sources, mixing=True)
            assert excused, (layer, [*map(_shape, sources)])
            continue
        tensors[layer.id] = tensor
        assert inference.shapes[layer.id] == _shape(tensor), (layer, [*map(_shape, sources)])
        _same_weights(layer, built, inference)
        if on_data:
            assert not _fails_on_data(layer, sources), (layer, [*map(_shape, sources)])


def call(layer: LayerSpec, sources: list[Any]) -> tuple[Any, Any]:
    """The Keras layer of *layer* and what it gives for *sources*, Keras tensors or numbers."""
    from nnviz.engine.build import build_slopes

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a mask is lost behind a layer that knows none
        built = keras_layer(layer)
        tensor = built(*fed(layer.kind, sources), **fed_args(layer))
        build_slopes(built, tensor.shape)
        return built, tensor


def keras_layer(layer: LayerSpec) -> Any:
    """The Keras layer of *layer*, not built yet."""
    from nnviz.engine.build import made

    return made(layer_call(layer, layer.id))


def _fed(network: NetworkSpec, tensors: dict[str, Any], inference: Inference) -> Iterator[tuple[LayerSpec, list[Any]]]:
    """Every layer but the Inputs whose sources all stand, with the tensors that feed it; the others have no shape."""
    import keras

    for layer in network.layers:
        if layer.kind == "Input":
            tensors[layer.id] = keras.Input(layer.args["shape"])
            continue
        sources = [tensors.get(source) for source in network.sources(layer.id)]
        if any(tensor is None for tensor in sources):
            assert inference.shapes[layer.id] is None
        else:
            yield layer, sources


def _shape(tensor: Any) -> tuple[int | None, ...]:
    return tuple(tensor.shape)


def _same_weights(layer: LayerSpec, built: Any, inference: Inference) -> None:
    ours, theirs = inference.weights[layer.id], built.weights
    assert [(w.shape, w.trainable) for w in ours] == [(_shape(w), w.trainable) for w in theirs], layer
    assert all(w.path.endswith(f"/{ours[i].name}") for i, w in enumerate(theirs)), (layer, [w.path for w in theirs])
    assert inference.parameters[layer.id] == built.count_params()


def _meant_by_nobody(layer: LayerSpec, sources: list[Any]) -> bool:
    """Whether Keras takes what no person can have meant: to join one input, a norm along
    no axis, or a batch for a picture.

    TimeDistributed does not ask the layer that it wraps for how many dimensions that is made. Maxout is ours, and is
    made of layers that would take more.
    """
    shape = sources[0].shape
    if layer.args.get("axis") == ():
        return True
    if layer.kind == "TimeDistributed":
        return len(shape) - 2 != rank_of(layer.args["layer"]["kind"])
    if layer.kind == "Maxout":
        return len(shape) != 2
    along = layer.args.get("attention_axes")
    if along is not None:  # attention from sample to sample, or along the numbers of a step
        axes = {axis % len(shape) for axis in ((along,) if isinstance(along, int) else along)}
        return bool(axes & {0, len(shape) - 1})
    noise = layer.args.get("noise_shape")
    if noise is not None:  # noise of other dimensions, of as many samples as the batch has, or of sizes not known
        unlike = [n for n, size in zip(noise[1:], shape[1:], strict=False) if size is None and n not in (None, 1)]
        idle = layer.args.get("rate") == 0  # nothing is dropped, and Keras does not look at the shape
        return idle or len(noise) != len(shape) or noise[0] not in (None, 1) or bool(unlike)
    single = CATALOGUE[layer.kind].inputs[0] > 1 and len(sources) == 1
    return single or (layer.kind in PICTURES and len(shape) == 3)


def _fails_on_data(layer: LayerSpec, sources: list[Any], *, mixing: bool = False) -> bool:
    """Whether *layer*, which Keras builds, fails in a step of training or answers in another shape than it said.

    With *mixing* also whether the samples of a batch have to do with each other in what it answers.
    """
    draws = np.random.default_rng(0)
    numbers = [
        draws.random((BATCH, *(3 if size is None else size for size in source.shape[1:])), "float32")
        for source in sources
    ]
    try:
        built, tensor = call(layer, sources)
        out = _answer(built, layer, numbers, training=True)
        _ = built.losses
        for weight in built.weights:
            if weight.constraint is not None:
                weight.constraint(weight.value)
    except Exception:
        return True
    said = (BATCH, *_shape(tensor)[1:])
    if len(out.shape) != len(said) or any(b not in (None, a) for a, b in zip(out.shape, said, strict=True)):
        return True
    if not mixing:
        return False
    if not _traces(built, layer, sources):
        return True
    others = [np.concatenate([one[:1] + 1, one[1:]]) for one in numbers]
    return not np.array_equal(_answer(built, layer, numbers)[1], _answer(built, layer, others)[1])


def _traces(built: Any, layer: LayerSpec, sources: list[Any]) -> bool:
    """Whether a step is traced with the sizes that nobody knows, as ``fit`` traces it: numbers have all of them."""
    import tensorflow as tf

    specs = [tf.TensorSpec(source.shape, source.dtype) for source in sources]
    try:
        tf.function(lambda *given: built(*fed(layer.kind, list(given)), **fed_args(layer))).get_concrete_function(
            *specs
        )
    except Exception:
        return False
    return True


def _answer(built: Any, layer: LayerSpec, numbers: list[Any], *, training: bool = False) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        more = {"training": training} if built._call_has_training_arg else {}
        return np.asarray(built(*fed(layer.kind, numbers), **fed_args(layer), **more))
