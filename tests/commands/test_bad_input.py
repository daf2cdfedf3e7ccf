"""What people get wrong: one sentence on stderr, exit 2, nothing lost or half-written, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.training.json_form import MOST_EPOCHS

CSV = {"source": "table", "path": "a.csv"}
XOR = {"source": "builtin", "name": "xor"}
GOOD = "a,b,y\n" + "".join(f"{i},{i % 7},{i % 2}\n" for i in range(40))
IN, OUT = {"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}
HIDDEN = {"id": "hidden", "kind": "Dense", "units": 3}


def assert_refused(ran, *said: str) -> None:
    assert ran.code == 2, ran
    assert ran.out == ""
    assert ran.err.startswith("nnviz: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    for words in said:
        assert words in ran.err


TABLES = {
    "missing file": (None, CSV, "a.csv"),
    "ragged": (GOOD + "1,2\n" + GOOD[6:], CSV, "42"),
    "text in a column of numbers": (GOOD + "1,two,1\n", CSV | {"target": "y", "task": "regression"}, ""),
    "target that is not there": (GOOD, CSV | {"target": "price"}, "price"),
    "empty": ("", CSV, "a.csv"),
    "header only": ("a,b,y\n", CSV, ""),
    "infinite": (GOOD + "1,1e400,1\n", CSV, ""),
}


@pytest.mark.parametrize("case", [name for name in TABLES if not name.startswith("text")])
def test_bad_tables(nnviz, project, tmp_path: Path, case: str):
    text, data, said = TABLES[case]
    if text is not None:
        (tmp_path / "a.csv").write_text(text)
    assert_refused(nnviz("train", project(data), "--out", tmp_path / "out"), said)


def test_a_word_among_numbers_is_named_with_its_row(nnviz, project, tmp_path: Path):
    rows = "".join(f"{i},{i % 7},{i % 2}\n" for i in range(5000))
    (tmp_path / "a.csv").write_text("a,b,y\n" + rows + "oops,1,1\n" + rows)
    assert_refused(nnviz("train", project(CSV | {"target": "y"})), "oops", "line 5002")


NETWORKS = {
    "disconnected": ({"layers": [IN, HIDDEN, OUT], "links": [["in", "out"]]}, "hidden"),
    "cycle": (
        {
            "layers": [IN, HIDDEN, {**HIDDEN, "id": "h2"}, OUT],
            "links": [["in", "hidden"], ["hidden", "h2"], ["h2", "hidden"], ["h2", "out"]],
        },
        "hidden",
    ),
    "unknown kind": ({"layers": [IN, {"id": "x", "kind": "Dens"}, OUT]}, "Dens"),
    "no output": ({"layers": [IN, HIDDEN]}, "Output"),
    "wrong shape": ({"layers": [{**IN, "shape": [5]}, OUT]}, "5"),
    "too many units": ({"layers": [IN, {**OUT, "units": 3}]}, "3 units"),
    "softmax on one unit": ({"layers": [IN, {**OUT, "units": 1, "activation": "softmax"}]}, "softmax"),
}


@pytest.mark.parametrize("case", NETWORKS)
def test_bad_networks(nnviz, project, tmp_path: Path, case: str):
    network, said = NETWORKS[case]
    path = project(XOR, network)
    assert_refused(nnviz("train", path, "--out", tmp_path / "out"), said)
    assert list((tmp_path / "out").iterdir()) == [] if (tmp_path / "out").exists() else True


RECIPES = {
    "no epochs": {"epochs": 0},
    "no batch": {"batch_size": 0},
    "a learning rate that is none": {"optimizer": {"learning_rate": "fast"}},
    "negative learning rate": {"optimizer": {"learning_rate": -1}},
    "unknown loss": {"loss": "squares"},
    "unknown key": {"epoch": 3},
    "watching what is not there": {"stop_early": {"monitor": "val_loss"}},
    "watching a misspelt metric": {"stop_early": {"monitor": "lss"}},
    "weight of no class": {"class_weight": {"7": 2}},
    "crossentropy of one unit": {"loss": "categorical_crossentropy"},
}


@pytest.mark.parametrize("case", RECIPES)
def test_bad_recipes(nnviz, project, case: str):
    assert_refused(nnviz("train", project(XOR, **RECIPES[case])))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"nnviz": 99}', '{"network": {"layers": 1}}', "\0\1"])
def test_bad_projects(nnviz, tmp_path: Path, text: str):
    path = tmp_path / "a.json"
    path.write_text(text)
    for word in ("train", "show", "evaluate"):
        assert_refused(nnviz(word, path))


@pytest.mark.parametrize("word", ["train", "show", "evaluate"])
def test_files_that_are_not_there(nnviz, tmp_path: Path, word: str):
    assert_refused(nnviz(word, tmp_path / "a.nnviz"), "There is no file")
    assert_refused(nnviz(word, tmp_path), "is a folder")
    assert_refused(nnviz(word), "required")


def test_bad_words(nnviz, project, tmp_path: Path):
    path = project(XOR)
    assert_refused(nnviz("train", path, "--epochs", 0), "from 1 to")
    assert_refused(nnviz("train", path, "--epochs", "many"), "--epochs")
    too_many = nnviz("train", path, "--epochs", MOST_EPOCHS + 1, "--out", tmp_path / "out")
    assert_refused(too_many, "--epochs", f"{MOST_EPOCHS:,}")  # a project file with so many would not open again
    assert_refused(nnviz("engine", "--frobnicate"), "--frobnicate")
    assert_refused(nnviz("train", path, "--frobnicate"), "--frobnicate")
    (tmp_path / "file").write_text("here")
    assert_refused(nnviz("train", path, "--out", tmp_path / "file"), "could not be made")
    assert (tmp_path / "file").read_text() == "here"


def test_a_project_without_trained_weights(nnviz, project, tmp_path: Path):
    path = project(XOR)
    (tmp_path / "in.csv").write_text("a,b\n0,1\n")
    for words in (("evaluate", path), ("predict", path, tmp_path / "in.csv")):
        assert_refused(nnviz(*words), "has no trained weights yet")
    assert_refused(nnviz("export", path, "--format", "keras", "-o", tmp_path / "a"), "has no trained weights yet")
    assert_refused(nnviz("evaluate", path, "--weights", tmp_path / "gone.npz"), "There is no file")


def test_weights_of_another_network(nnviz, project, trained: Path):
    path = project(XOR, {"layers": [IN, HIDDEN, OUT]})
    ran = nnviz("evaluate", path, "--weights", trained / "weights.weights.h5")
    assert_refused(ran, "hidden", "expected", "got")


def test_formats_that_are_not_there(nnviz, trained: Path, tmp_path: Path):
    assert_refused(nnviz("export", trained / "project.nnviz", "--format", "doc", "-o", tmp_path / "a"), "doc")
    assert list(tmp_path.iterdir()) == []


def test_inputs_that_do_not_fit(nnviz, trained: Path, tmp_path: Path):
    project = trained / "project.nnviz"
    assert_refused(nnviz("predict", project, tmp_path / "gone.csv"), "There is no file")
    (tmp_path / "in.csv").write_text("p,q,r\n0,1,2\n")
    assert_refused(nnviz("predict", project, tmp_path / "in.csv", "-o", tmp_path / "out.csv"))
    assert not (tmp_path / "out.csv").exists()
    assert_refused(nnviz("evaluate", project, "--part", "test"), "has no test part")
    assert_refused(nnviz("evaluate", project, "--part", "test", "--data", project), "exclude")
    assert_refused(nnviz("evaluate", project, "--data", tmp_path / "in.csv"), "built in or downloaded")


@pytest.mark.parametrize("kind", ["keras", "weights.h5", "npz", "csv", "safetensors", "python"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(nnviz, trained: Path, tmp_path: Path, kind: str):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        (disk / "a").write_bytes(b"old" * 1000)
        ran = nnviz("export", trained / "project.nnviz", "--format", kind, "-o", disk / "a", "--force")
        assert_refused(ran, "could not be written", "the old file is as it was")
        assert [path.name for path in disk.iterdir()] == ["a"]
        assert (disk / "a").read_bytes() == b"old" * 1000
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_program_of_its_own_ends_the_same_way(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"training": {"optimizer": {"learning_rate": "fast"}}}))
    command = [sys.executable, "-m", "nnviz", "train", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == 'nnviz: training.optimizer.learning_rate: expected a number above 0, got "fast"\n'


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_that_the_engine_cannot_be_told_is_said_before_a_window_opens(nnviz, tmp_path: Path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "a.json").write_text("{}")
    assert_refused(nnviz(folder / "a.json"), "is not in UTF-8")
