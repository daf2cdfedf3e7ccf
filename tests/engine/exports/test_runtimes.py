"""The files of other runtimes: each runtime, asked here by its own means, answers as the network does."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from nnviz.engine.exports import writing
from nnviz.engine.exports.comparing import compare
from nnviz.engine.exports.serving import input_names, output_names
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from tests.engine.projects import XOR, made_of, session

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
ROWS = 20
# What the converters fall over where they are used as they come: means that are held as tensors, layers that augment
# unless told otherwise, two activations that tf2onnx lacks, and ids that are no names of parameters.
PICTURES = NetworkSpec(
    (
        LayerSpec("입력", "Input", {"shape": (6, 5, 2)}),
        LayerSpec("norm", "Normalization", {"mean": (0.5, 1.0), "variance": (1.0, 4.0)}),
        LayerSpec("flip", "RandomFlip"),
        LayerSpec("in", "Conv2D", {"filters": 3, "kernel_size": 3, "activation": "gelu"}),
        LayerSpec("drop", "Dropout", {"rate": 0.5}),
        LayerSpec("flat", "Flatten"),
        LayerSpec("2nd", "Dense", {"units": 4, "activation": "celu"}),
        LayerSpec("first-answer", "Output", {"units": 2, "activation": "linear"}),
    ),
    (("입력", "norm"), ("norm", "flip"), ("flip", "in"), ("in", "drop"), ("drop", "flat"), ("flat", "2nd"),
     ("2nd", "first-answer")),
)  # fmt: skip


@pytest.fixture(scope="module")
def pictures() -> Session:
    rng = np.random.default_rng(5)
    x, y = rng.normal(1.0, 2.0, (ROWS, 6, 5, 2)).astype("f4"), rng.normal(size=(ROWS, 2)).astype("f4")
    made = Session(Project(PICTURES, XOR, Recipe(loss="mse", seed=3)), Path(), made_of(x, y, "regression", 2))
    made.step()
    return made


def test_a_saved_model_answers_as_the_network_does(pictures: Session, tmp_path: Path) -> None:
    path, x = tmp_path / "net.savedmodel", pictures.dataset.train.x
    written = pictures.export("savedmodel", path, carded=True)
    assert (written.compared.samples, written.compared.agrees) == (ROWS, True)
    assert written.size == sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    loaded = tf.saved_model.load(str(path))
    answers = np.asarray(loaded.serve(x))
    np.testing.assert_allclose(answers, pictures.predict(x), atol=1e-5)
    assert np.abs(answers - pictures.predict(x)).max() == pytest.approx(written.compared.difference, abs=1e-6)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["net.preparation.json", "net.savedmodel"]


def test_a_tflite_file_takes_any_number_of_samples(pictures: Session, tmp_path: Path) -> None:
    path, x = tmp_path / "net.tflite", pictures.dataset.train.x
    assert pictures.export("tflite", path).compared.difference < 1e-4
    interpreter = interpreter_of(path)
    interpreter.resize_tensor_input(interpreter.get_input_details()[0]["index"], x.shape)
    np.testing.assert_allclose(run(interpreter, x), pictures.predict(x), atol=1e-5)


def test_an_onnx_file_calls_things_as_the_diagram_does(pictures: Session, tmp_path: Path) -> None:
    path, x = tmp_path / "net.onnx", pictures.dataset.train.x
    assert pictures.export("onnx", path).compared.difference < 1e-4
    loaded = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    assert [given.name for given in loaded.get_inputs()] == list(input_names(pictures.model)) == ["layer"]
    assert [answer.name for answer in loaded.get_outputs()] == ["first_answer"]
    np.testing.assert_allclose(loaded.run(None, {"layer": x})[0], pictures.predict(x), atol=1e-5)


def test_a_recurrent_network_runs_on_a_telephone_one_sample_at_a_time(tmp_path: Path) -> None:
    rng = np.random.default_rng(6)
    x, y = rng.normal(size=(6, 4, 3)).astype("f4"), rng.normal(size=(6, 1)).astype("f4")
    layers = (LayerSpec("in", "Input"), LayerSpec("gru", "GRU", {"units": 3}), LayerSpec("out", "Output"))
    spec = NetworkSpec(layers, (("in", "gru"), ("gru", "out")))
    made = Session(Project(spec, XOR, Recipe(seed=3)), Path(), made_of(x, y, "regression", 1))
    assert made.export("tflite", tmp_path / "net.tflite").compared.samples == 6
    interpreter = interpreter_of(tmp_path / "net.tflite")
    assert interpreter.get_input_details()[0]["shape"].tolist() == [1, 4, 3]
    np.testing.assert_allclose(run(interpreter, x[:1]), made.predict(x[:1]), atol=1e-5)


def test_a_file_that_answers_otherwise_is_not_given_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, xor = tmp_path / "net.onnx", session()
    path.write_bytes(b"older")
    right = writing.onnx.run
    monkeypatch.setattr(writing.onnx, "run", lambda *args: [answer + 0.5 for answer in right(*args)])
    with pytest.raises(BadInput, match=r"as ONNX it answers otherwise, by up to 0\.5 on 4 samples\."):
        xor.export("onnx", path, carded=True)
    monkeypatch.setattr(writing.onnx, "run", lambda *args: 1 / 0)
    with pytest.raises(BadInput, match="The network was not exported as ONNX: division by zero"):
        xor.export("onnx", path, carded=True)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_names_of_parameters() -> None:
    inputs = [keras.Input((2,), name=name) for name in ("a-b", "a_b", "lambda", "3d", "x.1")]
    model = keras.Model(inputs, [keras.layers.Add(name="out-1")(inputs)])
    assert input_names(model) == ("a_b", "a_b_1", "x_lambda", "x_3d", "x_1")
    assert output_names(model) == ("out_1",)


def test_what_counts_as_the_same_network() -> None:
    ours = [np.array([[1.0, 2.0], [3.0, np.nan], [np.inf, 0.0]], "f4")]
    assert compare(ours, [ours[0].copy()]) == compare(ours, ours)
    assert (compare(ours, ours).difference, compare(ours, ours).agrees) == (0.0, True)
    one_off = [np.array([[1.0, 2.0], [3.0, np.nan], [np.inf, 1.0]], "f4")]
    assert (compare(ours, one_off).difference, compare(ours, one_off).agrees) == (1.0, True)  # as a step can
    assert not compare(ours, [ours[0] + 1]).agrees
    assert not compare(ours, [np.nan_to_num(ours[0])[::-1]]).agrees
    assert not compare(ours, [ours[0][:, :1]]).agrees
    assert compare([np.full((2, 1), 1e6, "f4")], [np.full((2, 1), 1e6 + 10, "f4")]).agrees


def interpreter_of(path: Path) -> tf.lite.Interpreter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return tf.lite.Interpreter(str(path))


def run(interpreter: tf.lite.Interpreter, x: np.ndarray) -> np.ndarray:
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], x)
    interpreter.invoke()
    return interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
