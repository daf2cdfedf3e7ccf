"""With a loss of margins yes and no lie on both sides of 0: what is measured in training is what is judged after it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics as sk

from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.script_training import compile_lines
from nnviz.training.evaluating.deciding import yes_scores
from nnviz.training.evaluating.figures import Answered, evaluation
from nnviz.training.evaluating.messages import Evaluate
from nnviz.training.inside.scores import figures

from .projects import made_of, project, train

ROWS = 300
MEASURED = {
    "accuracy": sk.accuracy_score,
    "binary_accuracy": sk.accuracy_score,
    "precision": sk.precision_score,
    "recall": sk.recall_score,
    "f1_score": sk.f1_score,
}
DRAWN = np.random.default_rng(2)
X = DRAWN.normal(size=(ROWS, 3))
YES = (X[:, 0] + DRAWN.normal(0, 0.8, ROWS) > 0.4).astype(int)


@pytest.fixture(scope="module", params=["linear", "tanh"])
def learned(request: pytest.FixtureRequest) -> Session:
    """A few epochs with the hinge: many answers lie between 0 and a half."""
    plain = project(batch_size=32, loss="hinge", metrics=(*MEASURED, "auc"), rate=0.01)
    layers = (*plain.network.layers[:-1], LayerSpec("out", "Output", {"activation": request.param}))
    drawn = Project(NetworkSpec(layers, plain.network.links), plain.data, plain.training)
    session = Session(drawn, Path(), made_of(X, YES, "binary", 1, ("no", "yes")))
    train(session, 4)
    return session


def answers(session: Session) -> np.ndarray:
    found = session.predict(session.dataset.train.x)[:, 0]
    assert np.any((found > 0) & (found < 0.5)), "there a half and 0 decide otherwise"
    return found


def test_every_metric_decides_at_0(learned: Session) -> None:
    scores, found = learned.evaluate("train"), answers(learned)
    for name, oracle in MEASURED.items():
        assert scores[name] == pytest.approx(oracle(YES, found > 0), abs=1e-5), name
    assert scores["auc"] == pytest.approx(sk.roc_auc_score(YES, found), abs=0.01)


def test_the_evaluation_says_the_same(learned: Session) -> None:
    found, rows = answers(learned), np.arange(ROWS)
    seen = Answered(learned.dataset.facts, rows, found[:, None], YES, np.zeros(ROWS), margin=True, total=ROWS)
    judged = evaluation(Evaluate("train"), seen)
    assert judged.scores["accuracy"] == pytest.approx(learned.evaluate("train")["accuracy"], abs=1e-5)


TWO_UNITS = (("mse", "sigmoid"), ("mse", "softmax"), ("hinge", "linear"), ("squared_hinge", "tanh"))


@pytest.mark.parametrize(("loss", "activation"), TWO_UNITS)
def test_of_two_units_the_larger_one_decides_everywhere(loss: str, activation: str) -> None:
    """Of which only those of a softmax add up to 1."""
    plain = project(batch_size=32, loss=loss, metrics=("accuracy", "precision", "recall"), rate=0.01, seed=5)
    layers = (*plain.network.layers[:-1], LayerSpec("out", "Output", {"units": 2, "activation": activation}))
    drawn = Project(NetworkSpec(layers, plain.network.links), plain.data, plain.training)
    session = Session(drawn, Path(), made_of(X, YES, "binary", 1, ("no", "yes")))
    train(session, 1)
    found, none = session.predict(session.dataset.train.x), np.zeros(ROWS)
    scores, margin = session.evaluate("train"), loss != "mse"
    accuracy = scores["accuracy"]
    for name in ("accuracy", "precision", "recall"):
        assert scores[name] == pytest.approx(MEASURED[name](YES, found.argmax(1)), abs=1e-6), name
    seen = Answered(session.dataset.facts, np.arange(ROWS), found, YES, none, margin=margin, total=ROWS)
    judged = evaluation(Evaluate("train"), seen)
    assert judged.scores["accuracy"] == pytest.approx(accuracy, abs=1e-6)
    assert figures("binary", found, YES, none, margin).score == pytest.approx(accuracy, abs=1e-6)
    if activation == "softmax":
        np.testing.assert_allclose(yes_scores(found, margin), found[:, 1], atol=1e-6)


def test_a_script_measures_so_as_well(learned: Session) -> None:
    text = compile_lines(learned.recipe, learned.network, "binary")
    assert 'keras.metrics.BinaryAccuracy(name="accuracy", threshold=0.0)' in text
    assert 'keras.metrics.AUC(name="auc", from_logits=True)' in text
