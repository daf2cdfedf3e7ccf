"""A trained network widened and deepened, kind of layer by kind of layer: Keras says whether it answers as before."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from nnviz.engine.build import build
from nnviz.engine.weights import named_weights, weight_arrays
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.growing import Growth, Side, grow

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")


def layer(name: str, kind: str, **args: Any) -> LayerSpec:
    return LayerSpec(name, kind, args)


def dense(name: str, units: int, activation: str = "tanh") -> LayerSpec:
    return layer(name, "Dense", units=units, activation=activation)


OUT = layer("out", "Output", units=2, activation="sigmoid")


def chain(shape: tuple[int, ...], *layers: LayerSpec) -> NetworkSpec:
    every = (layer("in", "Input", shape=shape), *layers, OUT)
    return NetworkSpec(every, tuple(itertools.pairwise(x.id for x in every)))


def graph(shape: tuple[int, ...], *layers: LayerSpec, links: str) -> NetworkSpec:
    """*links* as ``in>a a>out``."""
    pairs = tuple((a, b) for a, b in (link.split(">") for link in links.split()))
    return NetworkSpec((layer("in", "Input", shape=shape), *layers, OUT), pairs)


def grown(old: NetworkSpec, new: NetworkSpec, noise: float = 0.5) -> tuple[Growth, float]:
    """What *new* starts with of a trained *old*, and the largest difference of its answers, by Keras."""
    rng = np.random.default_rng(0)
    before, after = build(old, 1), build(new, 2)
    for name, variable in named_weights(before).items():
        values = rng.normal(size=variable.shape) / 2
        variable.assign(np.abs(values) + 0.5 if "variance" in name else values)
    growth = grow(
        Side(old, weight_arrays(before)), Side(new, weight_arrays(after)), preserving=True, noise=noise, seed=7
    )
    for name, variable in named_weights(after).items():
        variable.assign(growth.arrays[name])
    x = rng.normal(size=(6, *before.model.inputs[0].shape[1:])).astype("f4")
    if old.of_kind("Embedding"):
        x = np.abs(np.round(x * 3)) % 5
    ours, theirs = (np.asarray(it.model(x, training=False)) for it in (after, before))
    return growth, float(np.abs(ours - theirs).max())


def wider(network: NetworkSpec, **units: int) -> NetworkSpec:
    """*network* with other numbers of units, filters or numbers of a vector."""
    names = {"Dense": "units", "Maxout": "units", "Embedding": "output_dim"}
    for name, count in units.items():
        kind = network.layer(name).kind
        arg = names.get(kind, "units" if kind in ("SimpleRNN", "LSTM", "GRU") else "filters")
        if "layer" in network.layer(name).args:
            inner = dict(network.layer(name).args["layer"])
            inner["units" if "units" in inner else "filters"] = count
            network = edits.set_args(network, name, layer=inner)
        else:
            network = edits.set_args(network, name, **{arg: count})
    return network


CNN = chain(
    (8, 8, 2), layer("c", "Conv2D", filters=3, kernel_size=3, padding="same", activation="relu"),
    layer("bn", "BatchNormalization"), layer("p", "MaxPooling2D"), layer("d", "SpatialDropout2D"),
    layer("f", "Flatten"), dense("h", 4),
)  # fmt: skip
PICTURES = chain(
    (7, 7, 2), layer("s", "SeparableConv2D", filters=3, kernel_size=3), layer("u", "UpSampling2D"),
    layer("z", "ZeroPadding2D"), layer("w", "DepthwiseConv2D", kernel_size=3, depth_multiplier=2),
    layer("t", "Conv2DTranspose", filters=4, kernel_size=2, activation="tanh"), layer("k", "Cropping2D"),
    layer("g", "GlobalAveragePooling2D"),
)  # fmt: skip
SERIES = chain((6, 3), dense("d", 4), layer("r", "GRU", units=3, return_sequences=True), layer("l", "LSTM", units=3))
BOTH_WAYS = chain((5, 3), dense("d", 4), layer("b", "Bidirectional", layer={"kind": "LSTM", "units": 3}))
SUMMED = chain(
    (5, 3), layer("b", "Bidirectional", layer={"kind": "SimpleRNN", "units": 3}, merge_mode="sum"), dense("d", 4)
)
STEPS = chain(
    (3, 5, 5, 2), layer("t", "TimeDistributed", layer={"kind": "Conv2D", "filters": 3, "kernel_size": 3}),
    layer("f", "TimeDistributed", layer={"kind": "Flatten"}),
    layer("d", "TimeDistributed", layer={"kind": "Dense", "units": 4}), layer("r", "SimpleRNN", units=3),
)  # fmt: skip
RESIDUAL = graph(
    (3,), dense("a", 4), dense("b", 4), layer("add", "Add"), dense("c", 3), layer("cat", "Concatenate"),
    layer("bn", "BatchNormalization"),
    links="in>a a>b a>add b>add add>c c>cat a>cat cat>bn bn>out",
)  # fmt: skip
ATTENTION = graph(
    (5, 4), dense("q", 6), dense("v", 5), layer("m", "MultiHeadAttention", num_heads=2, key_dim=3),
    layer("add", "Add"), layer("f", "Flatten"),
    links="in>q in>v q>m v>m m>add q>add add>f f>out",
)  # fmt: skip
WORDS = chain((6,), layer("e", "Embedding", input_dim=9, output_dim=4), layer("f", "Flatten"))
TURNED = chain((3, 4), dense("h", 5), layer("p", "Permute", dims=(2, 1)), layer("f", "Flatten"))
REPEATED = chain((3,), dense("h", 5), layer("r", "RepeatVector", n=3), layer("l", "GRU", units=3))
LEARNED = chain((3,), layer("h", "Maxout", units=3, pieces=3), layer("p", "PReLU"), dense("k", 4, "prelu"))
WIDER = {
    "conv, norm, pool, flatten": (CNN, {"c": 5, "h": 6}),
    "separable": (PICTURES, {"s": 7}),
    "transposed": (PICTURES, {"t": 9}),
    "into a recurrent layer": (SERIES, {"d": 6}),
    "recurrent": (SERIES, {"r": 5, "l": 7}),
    "both directions": (BOTH_WAYS, {"d": 5, "b": 5}),
    "both directions, summed": (SUMMED, {"b": 7}),
    "every step": (STEPS, {"t": 5, "d": 6, "r": 4}),
    "residual": (RESIDUAL, {"a": 6, "b": 6, "c": 8}),
    "attention": (ATTENTION, {"q": 9, "v": 7}),
    "embedding": (WORDS, {"e": 7}),
    "permuted": (TURNED, {"h": 7}),
    "repeated": (REPEATED, {"h": 7, "l": 4}),
    "maxout and learned slopes": (LEARNED, {"h": 5, "k": 6}),
}


@pytest.mark.parametrize("case", WIDER)
def test_wider_layers_answer_as_before(case: str) -> None:
    network, units = WIDER[case]
    growth, difference = grown(network, wider(network, **units))
    assert growth.why is None
    assert difference < 1e-5


@pytest.mark.parametrize(
    ("padding", "dilation", "taps"),
    [("same", 1, 3), ("same", 1, 4), pytest.param("same", 2, 3, marks=pytest.mark.nightly), ("valid", 1, 1)],
)
def test_a_convolution_starts_by_passing_pictures_on(padding: str, dilation: int, taps: int) -> None:
    new = layer(
        "x", "Conv2D", filters=4, kernel_size=taps, padding=padding, dilation_rate=dilation, activation="relu"
    )  # fmt: skip
    relu = edits.remove_layers(CNN, ["bn"])
    head, tail = relu.layers[:2], relu.layers[2:-1]
    growth, difference = grown(relu, chain((8, 8, 2), *head[1:], new, *tail))
    assert growth.why is None
    assert difference < 1e-5


def test_a_larger_kernel_has_zeros_around_the_smaller_one() -> None:
    growth, difference = grown(CNN, edits.set_args(CNN, "c", kernel_size=(5, 4)))
    assert growth.why is None
    assert difference < 1e-5


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (chain((3,), dense("h", 4), layer("n", "LayerNormalization")), {"h": 6}, "n takes the mean over all units"),
        (chain((3,), dense("h", 4), layer("s", "Softmax")), {"h": 6}, "softmax shares 1 out"),
        (SERIES, {"l": 2}, "inputs of out: 1 of 3 gone"),
    ],
)
def test_what_cannot_be_kept_is_said_and_so_it_is(old: NetworkSpec, new: dict[str, int], why: str) -> None:
    growth, difference = grown(old, wider(old, **new))
    assert str(growth.why).startswith(why)
    assert difference > 1e-4


def test_a_normalization_taken_out_leaves_the_channels_of_what_lies_behind_it() -> None:
    growth, _ = grown(CNN, edits.remove_layers(CNN, ["bn"]))
    assert {carried.id: carried.what for carried in growth.layers}["h"] == "kept"
    assert str(growth.why) == "what comes into p is computed otherwise"
