"""``nnviz evaluate``, ``predict``, ``export`` and ``show``: against Keras and numpy."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from nnviz.project.files import open_project
from nnviz.project.notebook import BETWEEN

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
SIZES = {"hidden": 8, "out": 1}
HOUSES = {"source": "table", "path": "houses.csv", "target": "price", "split": {"validation": 0.2, "test": 0.2}}


@pytest.fixture(scope="module")
def model(trained: Path):
    """The trained XOR as Keras loads it."""
    from nnviz.engine.keras_setup import keras

    return keras.models.load_model(trained / "model.keras")


@pytest.fixture(scope="module")
def houses(nnviz, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table and, in ``out``, a regression trained on it."""
    folder = tmp_path_factory.mktemp("houses")
    dice = np.random.default_rng(8)
    lines = ["size,kind,price"]
    for _ in range(80):
        size, kind = dice.uniform(50, 200), ("flat", "house")[int(dice.integers(2))]
        lines.append(f"{size:.1f},{kind},{size * 3 + (50 if kind == 'house' else 0):.2f}")
    (folder / "houses.csv").write_text("\n".join(lines) + "\n")
    (folder / "more.csv").write_text("\n".join(lines[:1] + lines[11:31]) + "\n")
    layers = [{"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}]
    form = {"network": {"layers": layers}, "data": HOUSES, "training": {"epochs": 5}}
    (folder / "project.json").write_text(json.dumps(form))
    assert nnviz("train", folder / "project.json", "--json", "--out", folder / "out").code == 0
    return folder


def test_scores_are_those_of_keras(nnviz, trained: Path, model):
    model.compile(loss="binary_crossentropy", metrics=["accuracy"])
    expected = model.evaluate(XOR, np.array([[0], [1], [1], [0]], np.float32), verbose=0, return_dict=True)
    (scores,) = nnviz("evaluate", trained / "project.nnviz", "--json").lines
    assert (scores.pop("part"), scores.pop("rows")) == ("train", 4)
    assert scores == pytest.approx(expected, abs=1e-6)


def test_scores_on_a_part_and_on_a_file(nnviz, houses: Path):
    project = houses / "out" / "project.nnviz"
    parts = [nnviz("evaluate", project, "--json", *words).lines[0] for words in ([], ["--part", "validation"])]
    assert [(part["part"], part["rows"]) for part in parts] == [("test", 16), ("validation", 16)]
    assert parts[0]["loss"] == pytest.approx(open_project(project).runs[0].test["loss"], rel=1e-6)
    ran = nnviz("evaluate", project, "--data", houses / "more.csv", "--json")
    (scores,) = ran.lines
    assert scores["rows"] == 20
    answers = predictions(nnviz("predict", project, houses / "more.csv"))
    prices = [float(line.split(",")[2]) for line in (houses / "more.csv").read_text().splitlines()[1:]]
    errors = [float(row["price"]) - price for row, price in zip(answers, prices, strict=True)]
    assert scores["loss"] == pytest.approx(np.mean(np.square(errors)), rel=1e-4)


def test_people_read_a_line(nnviz, houses: Path):
    ran = nnviz("evaluate", houses / "out" / "project.nnviz")
    assert ran.out.startswith("test, 16 rows: loss ")


def predictions(ran) -> list[dict[str, str]]:
    assert ran.code == 0
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_predictions_carry_class_names_and_probabilities(nnviz, trained: Path, model, tmp_path: Path):
    (tmp_path / "in.csv").write_text("a,b\n" + "".join(f"{int(a)},{int(b)}\n" for a, b in XOR))
    rows = predictions(nnviz("predict", trained / "project.nnviz", tmp_path / "in.csv"))
    assert [row["prediction"] for row in rows] == ["0", "1", "1", "0"]
    expected = model.predict(XOR, verbose=0).ravel()
    np.testing.assert_allclose([float(row["p(1)"]) for row in rows], expected, atol=1e-6)
    np.testing.assert_allclose([float(row["p(0)"]) for row in rows], 1 - expected, atol=1e-6)
    ran = nnviz("predict", trained / "project.nnviz", tmp_path / "in.csv", "--json", "-o", tmp_path / "out.jsonl")
    assert ran.out == ""
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["prediction"] for line in lines] == ["0", "1", "1", "0"]


@pytest.mark.parametrize("name", ["model.keras", "weights.weights.h5"])
def test_weights_may_come_from_a_file(nnviz, trained: Path, name: str):
    plain = trained.parents[1] / "project.json"
    (scores,) = nnviz("evaluate", plain, "--weights", trained / name, "--json").lines
    assert scores == nnviz("evaluate", trained / "project.nnviz", "--json").lines[0]


@pytest.mark.filterwarnings("ignore:.*tf.lite.Interpreter is deprecated")
def test_other_runtimes_are_tried_before_anything_is_given_out(nnviz, trained: Path, tmp_path: Path):
    for kind in ("savedmodel", "tflite", "onnx"):
        path = tmp_path / f"net.{kind}"
        words = ("export", trained / "project.nnviz", "--format", kind, "-o", path, "--force")
        ran = nnviz(*words)
        assert (ran.code, ran.err) == (0, "")
        assert "bytes, with net.preparation.json beside it" in ran.out
        tried = re.search(r"Run again on 4 samples, it differs from the network by (\S+) at most", ran.out)
        assert tried is not None
        assert float(tried[1]) < 1e-5
        assert path.is_dir() == (kind == "savedmodel")
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    for example in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(example, "exports.md", "exec"), {})
        assert printed.getvalue()
    again = ("export", trained / "project.nnviz", "--format", "savedmodel", "-o", tmp_path / "net.savedmodel")
    assert "--force" in nnviz(*again).err
    assert nnviz(*again, "--force").code == 0


@pytest.mark.parametrize("kind", ["keras", "weights.h5", "npz", "csv", "safetensors", "python", "notebook"])
def test_every_format_is_written_once(nnviz, trained: Path, model, tmp_path: Path, kind: str):
    from nnviz.engine.keras_setup import keras

    path = tmp_path / f"a.{ {'python': 'py', 'notebook': 'ipynb'}.get(kind, kind) }"
    words = ("export", trained / "project.nnviz", "--format", kind, "-o", path)
    assert nnviz(*words).code == 0
    written = path.read_bytes()
    again = nnviz(*words)
    assert (again.code, path.read_bytes()) == (2, written)
    assert "--force" in again.err
    assert nnviz(*words, "--force").code == 0
    kernel = model.get_layer("hidden").get_weights()[0]
    if kind == "keras":
        np.testing.assert_array_equal(keras.models.load_model(path).get_layer("hidden").get_weights()[0], kernel)
    elif kind == "npz":
        np.testing.assert_array_equal(np.load(path)["hidden/kernel"], kernel)
    elif kind == "safetensors":
        np.testing.assert_array_equal(safetensors.numpy.load_file(path)["hidden/kernel"], kernel)
    elif kind == "csv":
        rows = [
            row
            for row in csv.DictReader(written.decode().splitlines())
            if (row["layer"], row["variable"]) == ("hidden", "kernel")
        ]
        np.testing.assert_array_equal(np.float32([row["value"] for row in rows]).reshape(kernel.shape), kernel)
    elif kind == "python":
        compile(written, "a.py", "exec")
    elif kind == "notebook":
        script = nnviz("export", trained / "project.nnviz", "--format", "python", "-o", tmp_path / "a.py")
        assert script.code == 0
        book = json.loads(written)
        cells = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
        assert BETWEEN.join(cells) + "\n" == (tmp_path / "a.py").read_text()
        assert "".join(book["cells"][0]["source"]).startswith("# project\n")
    else:
        other = keras.Sequential([keras.Input((2,)), *(keras.layers.Dense(n, name=name) for name, n in SIZES.items())])
        other.load_weights(path)
        np.testing.assert_array_equal(other.get_layer("hidden").get_weights()[0], kernel)


def test_show_counts_what_keras_counts(nnviz, trained: Path, model):
    (text,) = [nnviz("show", trained / "project.nnviz", "--json").out]
    report = json.loads(text)
    assert report["network"]["parameters"] == model.count_params()
    layers = {layer["id"]: layer for layer in report["network"]["layers"]}
    assert layers["hidden"]["parameters"] == model.get_layer("hidden").count_params()
    assert layers["hidden"]["shape"] == list(model.get_layer("hidden").output.shape[1:])
    assert report["data"]["facts"]["rows"] == [4, 0, 0]
    assert report["training"]["loss"] == "binary_crossentropy"
    (run,) = report["runs"]
    assert (run["epochs"], run["ending"]) == (150, "finished")
    assert {shot["kind"] for shot in run["snapshots"]} == {"first", "best", "last"}


def test_show_is_a_table_for_people(nnviz, trained: Path):
    lines = nnviz("show", trained / "project.nnviz").out.splitlines()
    assert lines[0] == "project.nnviz: 3 layers, 33 parameters"
    assert [line.split() for line in lines[2:7:2]] == [
        ["layer", "kind", "shape", "parameters", "multiply-adds", "settings"],
        ["in", "Input", "2", "0", "0"],
        ["out", "Output", "1", "9", "8", "units", "1,", "activation", "sigmoid"],
    ]
    assert len({line.index("0") for line in lines[4:5]}) == 1


def test_show_says_what_is_wrong_and_shows_the_rest(nnviz, project):
    ran = nnviz("show", project({"source": "table", "path": "gone.csv"}))
    assert ran.code == 0
    assert "There is no file" in ran.out
    assert "hidden   Dense" in ran.out
