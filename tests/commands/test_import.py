"""``nnviz import``: a project with the network and the weights of a model, which the other commands go on with."""

from __future__ import annotations

import json

import numpy as np
import pytest

from nnviz.project.files import open_project, save_project
from nnviz.project.project import Project
from tests.project import handmade
from tests.project.handmade import dense, keras_archive, keras_input, sequential, weights_3

KERNELS = handmade.kernels((2, 4, 1))


@pytest.fixture
def model(tmp_path):
    rows = keras_input(), dense("hidden", 4, activation="tanh"), dense("out", 1, activation="sigmoid")
    compiled = {"loss": "binary_crossentropy", "optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.5}}}
    config = {**sequential(*rows), "compile_config": compiled}
    return keras_archive(tmp_path / "model.keras", config, weights_3(KERNELS))


def test_it_writes_a_project_with_the_weights_and_says_what_it_has(nnviz, model, tmp_path):
    out = tmp_path / "mine.nnviz"
    ran = nnviz("import", model, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"{out}: 3 layers, 17 parameters",
        "The weights are in it; what the optimizer remembered of them is not",
        "Recipe: loss binary_crossentropy, optimizer Adam",
    ]
    contents = open_project(out)
    assert contents.project.data is None
    assert contents.project.training.optimizer.args == {"learning_rate": 0.5}
    assert [run.sentence for run in contents.runs] == ["Imported from model.keras."]
    assert "imported" in nnviz("show", out).out


def test_what_was_imported_predicts_as_it_did_once_there_are_data(nnviz, model, tmp_path):
    out = tmp_path / "mine.nnviz"
    assert nnviz("import", model, "-o", out).code == 0
    (tmp_path / "xor.csv").write_text("a,b,c\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n")
    contents = open_project(out)
    from nnviz.data.spec import Table

    project = Project(contents.project.network, Table(path="xor.csv", scale="none"), contents.project.training)
    save_project(out, type(contents)(project, contents.runs, tmp_path))
    (tmp_path / "new.csv").write_text("a,b\n0.5,2\n-1,1\n")
    ran = nnviz("predict", out, tmp_path / "new.csv", "--json")
    assert ran.code == 0, ran.err
    first, before, second, after = KERNELS
    hidden = np.tanh(np.array([[0.5, 2], [-1, 1]]) @ first + before)
    expected = 1 / (1 + np.exp(-(hidden @ second + after)))[:, 0]
    assert [row["p(1)"] for row in ran.lines] == pytest.approx(expected, rel=1e-5)


def test_a_json_project_keeps_the_network_and_says_that_it_keeps_no_weights(nnviz, model, tmp_path):
    ran = nnviz("import", model, "-o", tmp_path / "mine.json")
    assert "keeps no weights" in ran.out
    assert [layer.kind for layer in open_project(tmp_path / "mine.json").project.network.layers] == [
        "Input", "Dense", "Output"
    ]  # fmt: skip


def test_a_description_without_weights_says_so(nnviz, tmp_path, monkeypatch):
    (tmp_path / "net.json").write_text(json.dumps(sequential()))
    monkeypatch.chdir(tmp_path)
    ran = nnviz("import", "net.json")
    assert ran.out.splitlines()[:2] == [
        "net.nnviz: 3 layers, 27 parameters", "Note: the file has no weights: the network starts from new ones"
    ]  # fmt: skip
    assert open_project(tmp_path / "net.nnviz").runs == ()


def test_bad_input_ends_in_a_sentence_and_leaves_nothing(nnviz, model, tmp_path):
    bad = keras_archive(tmp_path / "bad.keras", sequential(keras_input(), handmade.layer("Lambda", "mine")))
    out = tmp_path / "mine.nnviz"
    for words, said in (
        ((bad, "-o", out), "bad.keras cannot be loaded: layer 2, 'mine': Lambda is not a layer that nnviz knows"),
        ((tmp_path / "none.keras", "-o", out), "There is no file"),
        ((tmp_path, "-o", out), "is not a model"),
        ((model, "-o", tmp_path / "a.txt"), "expected a name in .nnviz or .json"),
    ):
        ran = nnviz("import", *words)
        assert (ran.code, said in ran.err, ran.err.count("\n")) == (2, True, 1), ran.err
    assert not out.exists()


def test_a_file_that_is_there_is_replaced_only_by_force(nnviz, model, tmp_path):
    out = tmp_path / "mine.nnviz"
    out.write_text("mine")
    assert "give --force" in nnviz("import", model, "-o", out).err
    assert out.read_text() == "mine"
    assert nnviz("import", model, "-o", out, "--force").code == 0
