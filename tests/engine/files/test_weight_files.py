"""Weights taken home and brought back: read by plain Keras and numpy, and refused where they do not fit."""

from __future__ import annotations

import csv
import json
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pytest
import safetensors.numpy

from nnviz.engine.files.export import SUFFIXES
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network.export_limits import TITLES
from tests.engine.projects import CIRCLES, hidden, project, session, train

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
LAYERS = (hidden("h1", 6), ("norm", "BatchNormalization", {}), hidden("h2", 4, "tanh"))
# What no other runtime runs; the formats of those are tried in exports/.
OWN = tuple(kind for kind in SUFFIXES if kind not in TITLES)
LOADABLE = ("keras", "weights.h5", "npz", "safetensors")


@pytest.fixture(scope="module")
def trained():
    it = session(*LAYERS, data=CIRCLES)
    train(it, 2)
    return it


@pytest.fixture(scope="module")
def untrained(trained):
    return Session(project(*LAYERS, data=CIRCLES, seed=99), Path(), trained.dataset)


@pytest.fixture
def fresh(untrained):
    """The same network with other weights."""
    untrained.reset()
    return untrained


@pytest.fixture(scope="module")
def exports(trained, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    for kind in OWN:
        suffix = SUFFIXES[kind]
        written = trained.export(kind, folder / f"net{suffix}")
        assert written.size == (folder / f"net{suffix}").stat().st_size
        assert written.compared is None
    return folder


@pytest.fixture
def home(exports, tmp_path):
    """A folder of its own with every export of the trained network."""
    return shutil.copytree(exports, tmp_path, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def others(trained):
    """Networks that differ from the trained one in the names, the shapes or the number of their layers."""
    made = {
        "names": (hidden("zeta", 6), ("n", "BatchNormalization", {}), hidden("alpha", 4, "tanh")),
        "shapes": (hidden("h1", 6), ("norm", "BatchNormalization", {}), hidden("h2", 5, "tanh")),
        "number": (hidden("h1", 6),),
    }
    return {
        name: Session(project(*layers, data=CIRCLES, seed=99), Path(), trained.dataset) for name, layers in made.items()
    }


def answers(it):
    return it.predict(it.dataset.train.x)


def same(a, b):
    return all(np.array_equal(x, y) for x, y in zip(a.model.get_weights(), b.model.get_weights(), strict=True))


def test_keras_reads_the_model(trained, home):
    model = keras.models.load_model(home / "net.keras")
    assert [layer.name for layer in model.layers[1:]] == ["h1", "norm", "h2", "out"]
    x = trained.dataset.train.x
    np.testing.assert_allclose(model.predict(x, verbose=0), answers(trained), atol=1e-6)


def test_keras_reads_the_weights_into_a_sequential_of_the_same_layers(trained, home):
    layers = keras.layers
    model = keras.Sequential([keras.Input((2,)), layers.Dense(6, activation="relu"), layers.BatchNormalization()])
    model.add(layers.Dense(4, activation="tanh"))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.load_weights(home / "net.weights.h5")
    x = trained.dataset.train.x
    np.testing.assert_allclose(model.predict(x, verbose=0), answers(trained), atol=1e-6)


def test_arrays_have_the_names_of_the_layers(trained, home):
    expected = {
        **{f"{i}/{v}": (i, v) for i in ("h1", "h2", "out") for v in ("kernel", "bias")},
        **{f"norm/{v}": ("norm", v) for v in ("gamma", "beta", "moving_mean", "moving_variance")},
    }
    with np.load(home / "net.npz") as npz:
        stored = {name: npz[name] for name in npz.files}
    tensors = safetensors.numpy.load_file(home / "net.safetensors")
    assert set(stored) == set(tensors) == set(expected)
    for name, (layer, variable) in expected.items():
        value = getattr(trained.model.get_layer(layer), variable).numpy()
        np.testing.assert_array_equal(stored[name], value)
        np.testing.assert_array_equal(tensors[name], value)


def test_the_table_holds_every_weight_exactly(trained, home):
    rows = list(csv.DictReader((home / "net.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == trained.parameters
    found = {(r["layer"], r["variable"], int(r["row"]), int(r["column"])): np.float32(r["value"]) for r in rows}
    kernel = trained.model.get_layer("h2").kernel.numpy()
    assert all(found["h2", "kernel", i, j] == kernel[i, j] for i, j in np.ndindex(kernel.shape))
    bias = trained.model.get_layer("h2").bias.numpy()
    assert [found["h2", "bias", 0, j] for j in range(4)] == bias.tolist()


def test_the_script_is_python(home):
    compile((home / "net.py").read_text(encoding="utf-8"), "net.py", "exec")


@pytest.mark.nightly
def test_the_script_trains_the_same_network(trained, home):
    recipe_epochs = trained.recipe.epochs
    train(again := session(*LAYERS, data=CIRCLES), recipe_epochs)
    subprocess.run([sys.executable, "net.py"], cwd=home, check=True, capture_output=True, timeout=200)
    model = keras.models.load_model(home / "model.keras")
    for ours, theirs in zip(again.model.get_weights(), model.get_weights(), strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("kind", LOADABLE)
def test_what_was_written_comes_back(kind, trained, fresh, home):
    assert not same(fresh, trained)
    assert fresh.load_weights(home / f"net{SUFFIXES[kind]}") == 4
    assert same(fresh, trained)
    np.testing.assert_array_equal(answers(fresh), answers(trained))


@pytest.mark.parametrize("kind", LOADABLE)
def test_layers_of_other_names_and_the_same_shapes_take_them(kind, trained, others, home):
    other = others["names"]
    other.reset()
    other.load_weights(home / f"net{SUFFIXES[kind]}")
    assert same(other, trained)


@pytest.mark.parametrize("kind", LOADABLE)
def test_another_shape_is_refused_with_layer_expected_and_got(kind, others, home):
    other = others["shapes"]
    before = other.model.get_weights()
    with pytest.raises(LayerFault, match="kernel of h2 does not fit: expected 6 x 5, got 6 x 4") as refusal:
        other.load_weights(home / f"net{SUFFIXES[kind]}")
    assert refusal.value.layer == "h2"
    assert all(np.array_equal(a, b) for a, b in zip(before, other.model.get_weights(), strict=True))


@pytest.mark.parametrize("kind", LOADABLE)
def test_another_number_of_layers_is_refused(kind, others, home):
    with pytest.raises(BadInput, match=f"net{SUFFIXES[kind]}"):
        others["number"].load_weights(home / f"net{SUFFIXES[kind]}")


@pytest.mark.parametrize("kind", LOADABLE)
@pytest.mark.parametrize("damage", ["empty", "half", "text"])
def test_a_damaged_file_is_refused(kind, damage, fresh, trained, home):
    path = home / f"net{SUFFIXES[kind]}"
    whole = path.read_bytes()
    path.write_bytes({"empty": b"", "half": whole[: len(whole) // 2], "text": b"weights, honestly"}[damage])
    before = fresh.model.get_weights()
    with pytest.raises(BadInput):
        fresh.load_weights(path)
    assert all(np.array_equal(a, b) for a, b in zip(before, fresh.model.get_weights(), strict=True))


class TestHostileFiles:
    """Files made to do harm are read as arrays or not at all."""

    @staticmethod
    def edited(home, change):
        path = home / "net.weights.h5"
        with h5py.File(path, "r+") as file:
            change(file["layers/dense/vars"])
        return path

    def test_a_weight_that_is_not_a_number(self, fresh, home):
        def poison(group):
            group["1"][0] = np.nan

        with pytest.raises(LayerFault, match="h1 has a weight that is not a finite number"):
            fresh.load_weights(self.edited(home, poison))

    def test_a_link_to_another_file(self, fresh, home):
        def link(group):
            del group["0"]
            group["0"] = h5py.ExternalLink("/etc/passwd", "/")

        with pytest.raises(BadInput, match="missing or not what it should be"):
            fresh.load_weights(self.edited(home, link))

    def test_more_than_the_file_holds(self, fresh, home):
        def inflate(group):
            del group["0"]
            group.create_dataset("0", shape=(2, 6), dtype="f4", chunks=(2, 6), compression="gzip")

        with pytest.raises(BadInput, match="not stored plainly"):
            fresh.load_weights(self.edited(home, inflate))

    def test_texts_for_numbers(self, fresh, home):
        def write(group):
            del group["0"]
            group["0"] = np.full((2, 6), b"x")

        with pytest.raises(BadInput, match="not stored plainly"):
            fresh.load_weights(self.edited(home, write))

    def test_pickles_in_an_npz(self, fresh, tmp_path):
        np.savez(tmp_path / "bad.npz", **{"h1/kernel": np.array([{"a": 1}], dtype=object)})
        with pytest.raises(BadInput, match="damaged or is not"):
            fresh.load_weights(tmp_path / "bad.npz")

    def test_a_model_whose_weights_unpack_to_far_more(self, fresh, tmp_path):
        path = tmp_path / "bomb.keras"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("model.weights.h5", b"\0" * (64 << 20))
        with pytest.raises(BadInput, match="would unpack to 67,108,864 bytes"):
            fresh.load_weights(path)

    def test_the_description_of_a_model_is_never_looked_at(self, fresh, trained, home):
        path, draft = home / "net.keras", home / "other.keras"
        config = {"class_name": "Lambda", "module": "os", "config": {"function": "system"}}
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(draft, "w") as new:
            new.writestr("config.json", json.dumps(config))
            new.writestr("model.weights.h5", old.read("model.weights.h5"))
        fresh.load_weights(draft)
        assert same(fresh, trained)


def test_unknown_files(fresh, tmp_path):
    with pytest.raises(BadInput, match="There is no file"):
        fresh.load_weights(tmp_path / "none.npz")
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(BadInput, match=r"expected a \.weights\.h5, \.keras, \.npz or \.safetensors file"):
        fresh.load_weights(tmp_path / "notes.txt")
    with pytest.raises(BadInput, match="no format 'exe'"):
        fresh.export("exe", tmp_path / "net.exe")


@pytest.mark.parametrize("kind", [kind for kind in OWN if kind != "python"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(kind, home, trained):
    path = home / f"net{SUFFIXES[kind]}"
    before, names = path.read_bytes(), sorted(p.name for p in home.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
    try:
        with pytest.raises(BadInput, match=r"could not be written: .*; the old file is as it was") as refusal:
            trained.export(kind, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert "\n" not in str(refusal.value)
    assert path.read_bytes() == before
    assert sorted(p.name for p in home.iterdir()) == names
    assert trained.export(kind, path).size == len(before)


def test_a_snapshot_is_a_file_of_all_weights(fresh, trained, tmp_path):
    trained.save_snapshot(tmp_path / "last.safetensors")
    fresh.step()
    fresh.load_weights(tmp_path / "last.safetensors")
    assert same(fresh, trained)
    assert (fresh.epoch, fresh.batch) == (0, 0)
    fresh.epoch = trained.epoch
    assert train(fresh, 3).first == 3
