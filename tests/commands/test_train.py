"""``nnviz train``: every source of data on real data, what is printed, what is left, how it ends."""

from __future__ import annotations

import csv
import json
import math
import os
import signal
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from PIL import Image

from nnviz.engine.files.run_file import read_state
from nnviz.project.files import open_project, read_snapshot, snapshot_bytes

CHAIN = {"layers": [{"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}]}
FLAT = {"layers": [{"id": "in", "kind": "Input"}, {"id": "f", "kind": "Flatten"}, {"id": "out", "kind": "Output"}]}
BUILTIN = ["and", "or", "nand", "xor", "circles", "moons", "spirals", "blobs", "iris", "wine", "breast_cancer",
           "diabetes", "digits", "linnerud"]  # fmt: skip


def write_idx(path: Path, array: np.ndarray) -> str:
    path.write_bytes(struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes())
    return path.name


def idx_files(folder: Path) -> dict:
    dice = np.random.default_rng(1)
    files = {}
    for part, rows in (("", 40), ("test_", 10)):
        labels = np.arange(rows, dtype=np.uint8) % 3
        images = dice.integers(0, 80, (rows, 6, 5), np.uint8) + 80 * labels[:, None, None]
        files[f"{part}images"] = write_idx(folder / f"{part}images-idx3-ubyte", images)
        files[f"{part}labels"] = write_idx(folder / f"{part}labels-idx1-ubyte", labels)
    return {"source": "idx", **files, "scale": "255"}


def npz_file(folder: Path) -> dict:
    dice = np.random.default_rng(2)
    x = dice.normal(size=(60, 3)).astype(np.float32)
    np.savez(folder / "a.npz", x_train=x[:40], y_train=x[:40, 0] * 2, x_test=x[40:], y_test=x[40:, 0] * 2)
    return {"source": "npz", "path": "a.npz"}


def image_folder(folder: Path) -> dict:
    dice = np.random.default_rng(3)
    for name, color in (("red", (200, 30, 30)), ("blue", (30, 30, 200))):
        (folder / "pictures" / name).mkdir(parents=True)
        for number in range(12):
            pixels = np.clip(np.array(color) + dice.normal(0, 20, (9, 9, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / "pictures" / name / f"{number}.png")
    return {"source": "images", "folder": "pictures", "size": [8, 8]}


def series_file(folder: Path) -> dict:
    rows = [f"{math.sin(t / 5)},{math.cos(t / 5)}" for t in range(120)]
    (folder / "waves.csv").write_text("\n".join(["sin,cos", *rows]) + "\n")
    return {"source": "series", "path": "waves.csv", "window": 6}


def table_file(folder: Path) -> dict:
    dice = np.random.default_rng(4)
    rows = ["height;colour;weight;kind"]
    for _ in range(90):
        tall = dice.random() < 0.5
        height, colour = 150 + 30 * tall + dice.normal(0, 3), ("red", "green", "blue")[int(dice.integers(3))]
        rows.append(f"{height:.1f};{colour};{height / 2 + dice.normal():.2f};{'tall' if tall else 'small'}")
    (folder / "people.csv").write_text("\n".join(rows) + "\n")
    return {"source": "table", "path": "people.csv", "target": "kind", "split": {"validation": 0.2, "test": 0.2}}


FILES = {
    "table": (table_file, CHAIN, {"loss", "accuracy"}),
    "idx": (idx_files, CHAIN, {"loss", "accuracy"}),
    "npz": (npz_file, CHAIN, {"loss", "mae"}),
    "images": (image_folder, FLAT, {"loss", "accuracy"}),
    "series": (series_file, FLAT, {"loss", "mae"}),
}


@pytest.mark.parametrize("name", BUILTIN)
def test_every_set_that_ships_with_nnviz_learns(nnviz, project, name: str):
    scale = {"scale": "standard"} if name in ("iris", "wine", "breast_cancer", "diabetes", "linnerud") else {}
    optimizer = {"kind": "Adam", "learning_rate": 0.02}
    ran = nnviz(
        "train", project({"source": "builtin", "name": name, **scale}, epochs=12, optimizer=optimizer), "--json"
    )
    assert (ran.code, ran.err) == (0, "")
    *epochs, last = ran.lines
    assert [line["epoch"] for line in epochs] == list(range(1, 13))
    assert epochs[-1]["loss"] < epochs[0]["loss"]
    assert ("val_loss" in epochs[0]) == (name not in ("and", "or", "nand", "xor"))
    assert (last["ending"], last["epochs"], "test" in last) == ("finished", 12, False)


@pytest.mark.parametrize("source", FILES)
def test_every_kind_of_file_learns(nnviz, project, tmp_path: Path, source: str):
    make, network, keys = FILES[source]
    optimizer = {"kind": "Adam", "learning_rate": 0.02}
    ran = nnviz("train", project(make(tmp_path), network, epochs=8, optimizer=optimizer), "--json")
    assert (ran.code, ran.err) == (0, "")
    *epochs, last = ran.lines
    assert epochs[-1]["loss"] < epochs[0]["loss"]
    assert keys < set(epochs[0])
    assert ("test" in last) == (source in ("idx", "npz", "table"))
    assert set(last.get("test", keys)) == keys


def test_what_is_left_in_the_folder_agrees_with_what_was_printed(trained: Path):
    from nnviz.engine.keras_setup import keras

    assert sorted(path.name for path in trained.iterdir()) == [
        "history.csv", "model.keras", "model.preparation.json", "project.nnviz", "weights.preparation.json",
        "weights.weights.h5",
    ]  # fmt: skip
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    model = keras.models.load_model(trained / "model.keras")
    answer = model.predict(x, verbose=0)
    assert (answer.round().ravel() == [0, 1, 1, 0]).all()
    plain = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1, "sigmoid")])
    plain.load_weights(trained / "weights.weights.h5")
    np.testing.assert_array_equal(plain.predict(x, verbose=0), answer)
    rows = list(csv.DictReader((trained / "history.csv").read_text().splitlines()))
    printed = [{key: float(value) for key, value in row.items()} for row in rows]
    lines = (trained.parents[1] / "printed.jsonl").read_text().splitlines()
    assert printed == [json.loads(line) for line in lines[:-1]]


def test_the_project_left_behind_holds_the_run_and_its_snapshots(trained: Path):
    contents = open_project(trained / "project.nnviz")
    (run,) = contents.runs
    assert (run.id, run.ending, run.epochs, run.project) == (1, "finished", 150, contents.project)
    assert [(shot.kind, shot.epoch) for shot in run.snapshots] == [("first", 0), ("best", 150), ("last", 150)]
    first, best, last = (safetensors.numpy.load(snapshot_bytes(run, kind)) for kind in ("first", "best", "last"))
    for name, array in best.items():
        np.testing.assert_array_equal(array, last[name])
    assert not np.array_equal(first["hidden/kernel"], last["hidden/kernel"])
    assert any(name.startswith("state/") for name in last), "only the last one can be gone on with"


def test_training_on_adds_a_run_and_keeps_the_old_ones(nnviz, trained: Path, tmp_path: Path):
    first = read_snapshot(trained / "project.nnviz", 1, "last")
    ran = nnviz("train", trained / "project.nnviz", "--json", "--epochs", 3, "--out", tmp_path)
    assert ran.lines[-1]["epochs"] == 3
    contents = open_project(tmp_path / "project.nnviz")
    assert [(run.id, run.epochs) for run in contents.runs] == [(1, 150), (2, 3)]
    assert read_snapshot(tmp_path / "project.nnviz", 1, "last") == first


def test_the_data_is_still_found_from_the_folder_of_the_result(nnviz, project, tmp_path: Path):
    path = project(table_file(tmp_path), CHAIN)
    nnviz("train", path, "--json", "--out", tmp_path / "deep" / "out")
    moved = tmp_path / "deep" / "out" / "project.nnviz"
    assert open_project(moved).project.data.path == "../../people.csv"
    assert nnviz("train", moved, "--json").lines[:-1] == nnviz("train", path, "--json").lines[:-1]


def test_early_stopping_says_so_and_keeps_the_best_weights(nnviz, project, tmp_path: Path):
    data = {"source": "builtin", "name": "moons", "noise": 0.4, "samples": 60}
    rule = {"monitor": "val_loss", "patience": 3}
    optimizer = {"kind": "Adam", "learning_rate": 0.3}
    ran = nnviz("train", project(data, epochs=200, stop_early=rule, optimizer=optimizer), "--json")
    *epochs, last = ran.lines
    losses = [line["val_loss"] for line in epochs]
    assert ran.code == 0
    assert (last["ending"], last["epochs"]) == ("stopped_early", len(epochs))
    assert len(epochs) == losses.index(min(losses)) + 1 + 3
    assert "val_loss" in last["sentence"]


def test_a_run_that_breaks_ends_with_1_and_leaves_good_weights(nnviz, project, tmp_path: Path):
    optimizer = {"kind": "SGD", "learning_rate": 1e30}
    path = project({"source": "builtin", "name": "diabetes"}, epochs=5, optimizer=optimizer)
    ran = nnviz("train", path, "--json", "--out", tmp_path / "out")
    assert ran.code == 1
    assert ran.lines[-1]["ending"] == "failed"
    assert "learning rate" in ran.lines[-1]["sentence"]
    run = open_project(tmp_path / "out" / "project.nnviz").runs[0]
    assert run.ending == "failed"
    assert len(snapshot_bytes(run, "last")) > 0


def test_people_get_a_bar_and_a_sentence(nnviz, trained: Path):
    ran = nnviz("train", trained.parents[1] / "project.json")
    assert ran.code == 0
    assert ran.out.startswith("Finished after epoch 150")
    bars = ran.err.splitlines()
    assert len(bars) == 10
    assert bars[-1].startswith("[########################] 150/150  loss 0.")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_a_polite_stop_writes_what_was_trained(project, tmp_path: Path):
    path = project({"source": "builtin", "name": "digits"}, epochs=1_000_000)
    command = [sys.executable, "-m", "nnviz", "train", str(path), "--json", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        lines = [process.stdout.readline()]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    lines += out.splitlines()
    assert (process.returncode, err) == (130, "")
    assert '"ending": "stopped"' in lines[-1]
    (run,) = open_project(tmp_path / "out" / "project.nnviz").runs
    assert (run.ending, run.epochs) == ("stopped", len(lines) - 1)
    assert len(snapshot_bytes(run, "last")) > 0
    # The window can go on from where it was: nothing of the state of the run is lost.
    (tmp_path / "last.safetensors").write_bytes(snapshot_bytes(run, "last"))
    state = read_state(tmp_path / "last.safetensors")
    assert state.begun
    assert state.epoch == run.epochs
