"""Every kind of layer: as inferred, trained by the loop, taken home, and written as a script."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.adapting import adapt
from nnviz.engine.build import build
from nnviz.engine.files.weight_files import load_weights
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.session import Session
from nnviz.engine.weights import named_weights, weight_arrays
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import infer
from nnviz.project.script_layers import network_lines
from tests.engine.every_kind import EVERY_KIND, MORE_VALUES, NETWORKS, branched, dataset_of, project_of
from tests.engine.projects import train

# Keras 3.15 makes arrays of its variables in a way that NumPy 2 frowns upon.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
SEED = 3
# The values of arguments are trained at night: their tracing takes its time.
TRAINED = [*EVERY_KIND, *(pytest.param(name, marks=pytest.mark.nightly) for name in MORE_VALUES)]


@cache
def trained(name: str) -> Session:
    session = Session(project_of(name, seed=SEED), Path(), dataset_of(name))
    assert train(session, 1).ending == "finished"
    return session


def test_every_kind_is_met():
    kinds = {layer.kind for network in EVERY_KIND.values() for layer in network.layers}
    assert kinds == set(CATALOGUE)


@pytest.mark.parametrize("name", NETWORKS)
def test_layers_are_as_inferred(name):
    network = NETWORKS[name]
    inference, built = infer(network), build(network, 1)
    assert not inference.problems
    for layer_id, layer in built.layers.items():
        assert inference.shapes[layer_id] == tuple(built.tensors[layer_id].shape), layer_id
        expected = [(f"{layer_id}/{w.name}", w.shape, w.trainable) for w in inference.weights[layer_id]]
        trainable = {id(weight) for weight in layer.trainable_weights}
        named = {key: w for key, w in named_weights(built).items() if key.startswith(f"{layer_id}/")}
        assert [(key, tuple(w.shape), id(w) in trainable) for key, w in named.items()] == expected


def test_what_keras_finds_out_in_its_sums_is_a_fault_of_the_layer():
    wrong = branched({"mine": ("Normalization", {"axis": 1, "mean": (0.0, 1.0), "variance": (1.0, 2.0)})}, (3, 2))
    with pytest.raises(LayerFault, match=r"^mine \(Normalization\) cannot be built: Incompatible shapes: .*\]$") as no:
        build(wrong, SEED)
    assert no.value.layer == "mine"


@pytest.mark.parametrize("name", TRAINED)
def test_what_is_taken_home_loads_in_plain_keras_and_answers_the_same(name, tmp_path):
    session = trained(name)
    session.export("keras", tmp_path / "model.keras")
    theirs = keras.models.load_model(tmp_path / "model.keras")
    x = dataset_of(name).train.x
    np.testing.assert_allclose(theirs.predict(x, verbose=0), session.predict(x), atol=1e-6)


@pytest.mark.parametrize("name", TRAINED)
def test_weights_come_back_from_every_file(name, tmp_path):
    session = trained(name)
    expected = weight_arrays(session._built)
    for kind in ("keras", "weights.h5", "npz", "safetensors"):
        other = build(NETWORKS[name], SEED + 1)
        session.export(kind, tmp_path / f"file.{kind}")
        load_weights(other, tmp_path / f"file.{kind}")
        got = weight_arrays(other)
        assert list(expected) == list(got)
        for key, array in expected.items():
            np.testing.assert_array_equal(got[key], array, err_msg=key)


@pytest.mark.nightly
@pytest.mark.parametrize("name", NETWORKS)
def test_every_figure_of_it_can_be_shown(name):
    session = trained(name)
    assert len(session.layers().layers) == len(session._built.layers)
    assert set(session.activity().layers) == set(session._built.layers)


@pytest.mark.parametrize("name", TRAINED)
def test_all_layers_of_it_with_weights_are_drawn(name):
    session = trained(name)
    pictures = {picture.id: picture for picture in session.layer_weights(8)}
    weights = infer(NETWORKS[name]).weights
    assert set(pictures) == {layer for layer, found in weights.items() if any(w.shape for w in found)}
    for layer, found in weights.items():
        names = [w.name for w in found if w.shape == found[0].shape]
        assert layer not in pictures or list(pictures[layer].parts) in ([], names)


@pytest.mark.parametrize(
    ("name", "layer", "shape"),
    [
        ("sequence", "LSTM", (4, 32)),
        ("sequence", "GRU", (4, 24)),
        ("sequence", "Bidirectional", (4, 32)),
        ("sequence", "MultiHeadAttention", (4, 32)),
        ("picture", "Conv2D", (18, 8)),
        ("picture", "SeparableConv2D", (2, 8)),
        ("picture", "DepthwiseConv2D", (9, 2)),
        ("picture", "Conv2DTranspose", (18, 8)),
        ("words", "Embedding", (5, 3)),
    ],
)
def test_a_picture_has_a_column_for_each_unit(name, layer, shape):
    picture = next(picture for picture in trained(name).layer_weights(40) if picture.id == layer)
    assert picture.shape == shape
    assert len(picture.bias) in (0, 4 * shape[1])
    assert (len(picture.bias) == 0) == (layer == "Embedding")


@pytest.mark.parametrize("name", TRAINED)
def test_the_script_makes_the_same_weights(name):
    lines = "\n".join(network_lines(NETWORKS[name]))
    ast.parse(lines)
    names = {"keras": keras, "x_train": dataset_of(name).train.x}
    keras.utils.set_random_seed(SEED)
    exec(lines, names)
    theirs = names["model"]
    ours = build(NETWORKS[name], SEED)
    adapt(ours, NETWORKS[name], names["x_train"])
    ours = ours.model
    assert len(ours.weights) == len(theirs.weights)
    for mine, other in zip(ours.weights, theirs.weights, strict=True):
        np.testing.assert_array_equal(mine.numpy(), other.numpy(), err_msg=mine.path)
