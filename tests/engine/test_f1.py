"""The F1 score of the recipe against scikit-learn's, and in the fused loop against ``model.fit``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import f1_score

from nnviz.engine.compiling import compile_model
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.rows import Rows
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.script_training import compile_lines
from nnviz.training.recipe import OptimizerSpec, Recipe

from .oracle import FEATURES, assert_same_history, assert_same_weights, fit, loop_compiled, loop_over, samples
from .projects import made_of, project, train

ROWS = 50  # in batches of 16: the last one is partial
MEASURED = Recipe(
    loss="categorical_crossentropy",
    metrics=("accuracy", "f1_score"),
    optimizer=OptimizerSpec("SGD", {"learning_rate": 0.5}),
)


def network(units: int = 3, last: str = "softmax", task: str = "classes", loss: str = "categorical_crossentropy"):
    """A network 5 -> *units*, compiled as the engine does."""
    keras.utils.set_random_seed(1)
    inputs = keras.Input((FEATURES,))
    made = keras.Model(inputs, keras.layers.Dense(units, activation=last)(inputs))
    compile_model(made, Recipe(loss=loss, metrics=MEASURED.metrics, optimizer=MEASURED.optimizer), task)
    return made


def of_task(task: str, outputs: int, y):
    x = np.random.default_rng(0).normal(size=(ROWS, FEATURES))
    names = tuple("abc"[: max(2, outputs)])
    return made_of(x, y, task, outputs, names)


DRAWN = np.random.default_rng(1)
KINDS = {
    "classes": (of_task("classes", 3, DRAWN.integers(0, 3, ROWS)), {"average": "macro"}, {}),
    "yes or no": (of_task("binary", 1, DRAWN.integers(0, 2, ROWS)), {}, {}),
    "yes or no, by two units": (
        of_task("binary", 1, DRAWN.integers(0, 2, ROWS)), {"average": "macro"},
        {"units": 2, "activation": "softmax"},
    ),
    "labels": (of_task("labels", 3, DRAWN.integers(0, 2, (ROWS, 3)).astype("f4")), {"average": "macro"}, {}),
}  # fmt: skip


def answered(session: Session, name: str):
    """What the model of *session* answers to its rows, as classes or labels."""
    found = np.asarray(session.model.predict(session.dataset.train.x, verbose=0))
    return found.argmax(1) if found.shape[1] > 1 and name != "labels" else np.squeeze(found > 0.5).astype(int)


@pytest.mark.parametrize("name", KINDS)
def test_it_is_that_of_scikit_learn(name: str) -> None:
    dataset, how, output = KINDS[name]
    loss = {"loss": "categorical_crossentropy"} if output else {}
    plain = project(batch_size=16, metrics=("f1_score",), rate=0.05, **loss)
    layers = (*plain.network.layers[:-1], LayerSpec("out", "Output", output))
    session = Session(Project(NetworkSpec(layers, plain.network.links), plain.data, plain.training), Path(), dataset)
    train(session, 2)
    expected = f1_score(dataset.train.y.reshape(ROWS, -1).squeeze(), answered(session, name), **how)
    assert 0.2 < expected < 1
    assert session.evaluate(dataset.train)["f1_score"] == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(("kind", "last", "task", "loss"), [
    ("classes", "softmax", "classes", "categorical_crossentropy"),
    ("binary", "sigmoid", "labels", "binary_crossentropy"),
])  # fmt: skip
def test_the_loop_measures_what_fit_does_by_whole_epochs_and_in_pieces(kind, last, task, loss) -> None:
    data, options = samples(kind), {"last": last, "task": task, "loss": loss}
    theirs, ours, looked_at = (network(**options) for _ in range(3))
    expected = fit(theirs, data, 3)
    loop, slow = loop_over(ours, data), loop_over(looked_at, data)
    rows = loop.run_epochs(3).rows
    assert_same_history(dict(zip(loop.keys, rows.T.tolist(), strict=True)), expected)
    assert_same_weights(ours, theirs)
    slow.run_batches(1)
    slow.evaluate(Rows(*data.validation))  # in the middle of an epoch
    slow.run_batches(slow.batches - 1)
    slow.run_validation(slow.validation_batches)
    np.testing.assert_array_equal(slow.end_epoch().rows, rows[:1])


def test_compiled_by_xla_it_is_the_same() -> None:
    data = samples()
    plain = loop_over(network(), data).run_epochs(3).rows
    compiled = loop_compiled(network, data).run_epochs(3).rows
    np.testing.assert_allclose(compiled, plain, rtol=1e-5)
    assert np.ptp(plain[:, 2]) > 0, "the score moves"


def test_each_of_several_outputs_has_a_score_of_its_own() -> None:
    inputs = keras.Input((FEATURES,))
    outputs = [keras.layers.Dense(units, "sigmoid", name=name)(inputs) for name, units in (("one", 1), ("two", 2))]
    made = keras.Model(inputs, outputs)
    compile_model(made, Recipe(loss="binary_crossentropy", metrics=("f1_score",)), "labels", [1.0, 1.0])
    dice = np.random.default_rng(3)
    x, y = dice.normal(size=(22, FEATURES)), [dice.integers(0, 2, (22, n)).astype("f4") for n in (1, 2)]
    found = made.evaluate(x, y, batch_size=8, verbose=0, return_dict=True)
    one, two = made.predict(x, verbose=0)
    assert found["one_f1_score"] == pytest.approx(f1_score(y[0], one > 0.5), abs=1e-6)
    assert found["two_f1_score"] == pytest.approx(f1_score(y[1], two > 0.5, average="macro"), abs=1e-6)


@pytest.mark.parametrize(("task", "units", "text"), [
    ("classes", 3, 'metrics=["accuracy", keras.metrics.F1Score(average="macro")]'),
    ("binary", 1, 'metrics=["accuracy", keras.metrics.F1Score(average="macro", threshold=0.5)]'),
])  # fmt: skip
def test_a_script_makes_it_as_the_engine_does(task, units, text) -> None:
    network = NetworkSpec((LayerSpec("out", "Output", {"units": units}),), ())
    assert text in compile_lines(MEASURED, network, task)
