"""Kinds of layers that draw random numbers or remember, in the fused loop against ``model.fit``: bit for bit."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from nnviz.engine.build import build
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.engine.oracle import (
    BATCH,
    ROWS,
    Data,
    assert_same_history,
    assert_same_weights,
    fit,
    loop_compiled,
    loop_over,
    run,
    trainer_over,
)

EPOCHS = 3
Layers = list[tuple[str, dict]]
AUGMENTED: Layers = [
    ("RandomFlip", {}),
    ("RandomRotation", {"factor": 0.1}),
    ("RandomZoom", {"height_factor": 0.2}),
    ("RandomTranslation", {}),
    ("RandomContrast", {"factor": 0.3, "value_range": (0, 1)}),
    ("RandomBrightness", {"factor": 0.2, "value_range": (0, 1)}),
    ("Conv2D", {"filters": 3, "activation": "relu"}),
    ("BatchNormalization", {}),
    ("SpatialDropout2D", {"rate": 0.3}),
    ("GlobalAveragePooling2D", {}),
]
BOTH_WAYS: Layers = [
    ("Bidirectional", {"layer": {"kind": "LSTM", "units": 3, "dropout": 0.3, "return_sequences": True}}),
    ("GRU", {"units": 3, "dropout": 0.2, "recurrent_dropout": 0.3}),
]
WORDS: Layers = [
    ("Embedding", {"input_dim": 7, "output_dim": 4, "mask_zero": True}),
    ("LSTM", {"units": 3, "dropout": 0.3}),
    ("Maxout", {"units": 3}),
]
CASES = {
    "augmented pictures": (AUGMENTED, (6, 6, 2)),
    "both ways with dropout": (BOTH_WAYS, (4, 3)),
    "words": (WORDS, (5,)),
}


def chain(layers: Layers, shape: tuple[int, ...]) -> NetworkSpec:
    specs = [LayerSpec("in", "Input", {"shape": shape})]
    specs += [LayerSpec(f"h{number}", kind, args) for number, (kind, args) in enumerate(layers)]
    specs.append(LayerSpec("out", "Output", {"units": 2, "activation": "linear"}))
    return NetworkSpec(tuple(specs), tuple((a.id, b.id) for a, b in itertools.pairwise(specs)))


def encoder() -> NetworkSpec:
    """A block of a transformer's encoder: attention and a small network, each past a link around it."""
    layers = (
        LayerSpec("in", "Input", {"shape": (5, 4)}),
        LayerSpec("look", "MultiHeadAttention", {"key_dim": 3, "dropout": 0.2}),
        LayerSpec("sum 1", "Add"),
        LayerSpec("norm 1", "LayerNormalization"),
        LayerSpec("wide", "Dense", {"units": 6, "activation": {"kind": "gelu", "approximate": True}}),
        LayerSpec("drop", "Dropout", {"rate": 0.2}),
        LayerSpec("back", "Dense", {"units": 4}),
        LayerSpec("sum 2", "Add"),
        LayerSpec("norm 2", "LayerNormalization"),
        LayerSpec("mean", "GlobalAveragePooling1D"),
        LayerSpec("out", "Output", {"units": 2, "activation": "linear"}),
    )
    ids = [layer.id for layer in layers]
    return NetworkSpec(layers, (*itertools.pairwise(ids), ("in", "sum 1"), ("norm 1", "sum 2")))


READING: Layers = [("Bidirectional", {"layer": {"kind": "GRU", "units": 3, "dropout": 0.3, "recurrent_dropout": 0.2}})]
# XLA compiles a recurrent layer that reads the data themselves, but none that reads what another layer learns.
COMPILED = {"reading": chain(READING, (4, 3)), "encoder": encoder()}
NETWORKS = {**{name: chain(*case) for name, case in CASES.items()}, "encoder": encoder()}
# Tracing recurrent layers and attention takes its time: these come at night.
LONG = ("augmented pictures", "both ways with dropout", "encoder")
RUNS = [pytest.param(name, marks=[pytest.mark.nightly] if name in LONG else []) for name in NETWORKS]


def made(network: NetworkSpec):
    model = build(network, 3).model
    model.compile(loss="mse", optimizer="adam", metrics=["mae"])
    return model


def rows_for(network: NetworkSpec) -> Data:
    rng = np.random.default_rng(0)
    shape = network.layer("in").args["shape"]

    def drawn(rows: int):
        words = bool(network.of_kind("Embedding"))
        x = rng.integers(0, 7, (rows, *shape)) if words else rng.uniform(0, 1, (rows, *shape))
        return x.astype("i4" if words else "f4"), rng.normal(size=(rows, 2)).astype("f4")

    return Data(*drawn(ROWS), None, drawn(BATCH + 3))


@pytest.mark.parametrize("name", RUNS)
def test_it_is_trained_as_fit_trains_it(name):
    network = NETWORKS[name]
    data, ours, theirs = rows_for(network), made(network), made(network)
    expected = fit(theirs, data, EPOCHS)
    history, _ = run(trainer_over(ours, data), EPOCHS)
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)


@pytest.mark.nightly
@pytest.mark.parametrize("name", COMPILED)
def test_compiled_by_xla_it_is_the_same_run(name):
    network = COMPILED[name]
    data = rows_for(network)
    plain = loop_over(made(network), data)
    compiled = loop_compiled(lambda: made(network), data)
    rows = plain.run_epochs(EPOCHS).rows
    np.testing.assert_allclose(compiled.run_epochs(EPOCHS).rows, rows, rtol=1e-4)
    for mine, other in zip(compiled.model.weights, plain.model.weights, strict=True):
        if "key/bias" in mine.path:
            continue  # attention does not depend on it: Adam takes steps by the rounding of a gradient of 0
        np.testing.assert_allclose(mine.numpy(), other.numpy(), atol=1e-5, err_msg=mine.path)
