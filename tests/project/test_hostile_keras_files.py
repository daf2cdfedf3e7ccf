"""Hostile, broken and mutated models: refused in one sentence, within bounds, with nothing of them carried out."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.errors import BadInput
from nnviz.project.keras_files.model_file import ModelFile
from nnviz.project.keras_files.reading import _named, read_model
from tests.project.handmade import (
    called,
    dense,
    functional,
    keras_2,
    keras_archive,
    keras_input,
    kernels,
    layer,
    layer_2,
    tensor,
    whole_h5,
)
from tests.project.hostile import HOSTILE

MOST_MB = 200
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """What a process that read all of them said of each, with its largest size until then, and what else it left."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (name, (write, _)) in enumerate(HOSTILE.items()):
        place = folder / f"{number:03} {name.replace('/', ' ')}"
        place.mkdir()
        write(place)
    home = tmp_path_factory.mktemp("home")
    words = [sys.executable, "-m", "tests.project.refuse_hostile", str(folder)]
    ran = subprocess.run(
        words, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "HOME": str(home)}, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    for place in folder.iterdir():  # some are large
        next(place.iterdir()).unlink()
    left = [path for path in home.rglob("*") if path.is_file()]
    return {line["name"][4:]: line for line in lines}, left, (ROOT / "ran").exists()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_bounds(refused, name):
    found = refused[0][name.replace("/", " ")]
    assert HOSTILE[name][1] in found["said"]
    assert len(found["said"]) < 600
    assert "\n" not in found["said"]
    assert found["peak"] < MOST_MB
    assert found["loaded"] == []


def test_nothing_of_them_ran_or_was_left_anywhere(refused, ledger):
    assert refused[1:] == ([], False)
    ledger.row("a hostile model, read in process", len(refused[0]), 0)


def rich() -> dict[str, Any]:
    """A model with something of everything that the reader looks at."""
    rows = [
        called(keras_input("in", (6, 4))),
        called(layer("Conv1D", "conv", filters=4, kernel_size=[3], strides=[1], padding="same"), tensor("in")),
        called(layer("BatchNormalization", "norm", axis=-1), tensor("conv")),
        called(layer("MultiHeadAttention", "look", num_heads=2, key_dim=3), tensor("norm"), tensor("norm")),
        called(layer("Add", "sum"), [tensor("look"), tensor("conv")]),
        called(layer("LSTM", "read", units=3), tensor("sum")),
        called(layer("Dropout", "drop", rate=0.5, seed=None), tensor("read")),
        called(dense("out", 2, kernel_regularizer={"module": "keras.regularizers", "class_name": "L2",
                                                   "config": {"l2": 0.01}}), tensor("drop")),
    ]  # fmt: skip
    model = functional(rows, ["out"])
    return {**model, "compile_config": {"loss": "mse", "optimizer": {"class_name": "Adam", "config": {}}}}


def refusal(read: Callable[[], object]) -> str:
    """What *read* says where it refuses; empty where it does not."""
    try:
        read()
    except BadInput as error:
        return str(error)
    return ""


VALUES = st.sampled_from(
    (None, True, False, 0, 1, -1, 10**9, 1e300, -0.5, "", "x", "../x", "Dense", "Lambda", "linear", [], [None], [1, 2],
     [["in", 0, 0]], ["in", 0, 0], {}, {"class_name": "Dense"}, {"class_name": "Dense", "config": {}})
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value inside *value*."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, item in inner for found in [(*path, key), *places(item, (*path, key))]]


RICH = rich()
PLACES = places(RICH)


def changed(path: tuple[Any, ...], value: Any) -> Any:
    model = copy.deepcopy(RICH)
    inside: Any = model
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return model


def test_the_model_that_is_mutated_is_a_good_one():
    assert len(_named(ModelFile("m", RICH)).network.layers) == 8


@settings(max_examples=600)
@given(st.data())
def test_a_mutated_description_is_read_or_refused_in_a_sentence(data):
    # Not through a file, whose reader would hide a slip of ours behind "damaged".
    model = changed(data.draw(st.sampled_from(PLACES)), data.draw(VALUES))
    training = model["compile_config"]
    if isinstance(model["config"], dict) and isinstance(model["class_name"], str):
        file = ModelFile("m", model, training if isinstance(training, dict) else None)
        assert len(refusal(lambda: _named(file))) < 1500


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A good file of each kind."""
    folder = tmp_path_factory.mktemp("good")
    first, second, third, fourth = kernels()
    rows = layer_2("Dense", "a", units=4, batch_input_shape=[None, 2]), layer_2("Dense", "b", units=3)
    weights = {"a": {"a/kernel:0": first, "a/bias:0": second}, "b": {"b/kernel:0": third, "b/bias:0": fourth}}
    files = keras_archive(folder / "m.keras"), whole_h5(folder / "m.h5", keras_2(*rows), weights)
    for file in files:
        assert read_model(file).parameters == 27
    return [file.read_bytes() for file in files], folder / "mutated.keras", folder / "mutated.h5"


@settings(max_examples=200)
@given(data=st.data())
def test_a_file_with_other_bytes_is_read_or_refused_in_a_sentence(good, data):
    files, *paths = good
    number = data.draw(st.integers(0, 1))
    mutated = bytearray(files[number])
    for _ in range(data.draw(st.integers(1, 4))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from((len(mutated), len(mutated), len(mutated) // 2, 100)))
    paths[number].write_bytes(mutated[:cut])
    assert len(refusal(lambda: read_model(paths[number]))) < 600
