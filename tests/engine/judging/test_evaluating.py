"""The network judged on whole parts: against Keras's own evaluate, in pieces, and only when somebody looks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics

from nnviz.data.preparation.steps import Encode
from nnviz.data.spec import Builtin, Split, Table
from nnviz.engine.judging.evaluating import Evaluator
from nnviz.engine.session import Session
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.evaluating.messages import Evaluate
from nnviz.training.recipe import Recipe
from tests.engine import projects
from tests.engine.projects import chain, hidden

THIRDS = Split(validation=0.3, test=0.3)


class Told:
    """An evaluator, and what it has sent."""

    def __init__(self, session, wish: Evaluate) -> None:
        self.sent = []
        self.evaluator = Evaluator(self.sent.append)
        self.evaluator.want(wish)
        self.evaluator.look_at(session)

    def rest(self):
        """Work until there is nothing left to do; the last evaluation."""
        while self.evaluator.patience is not None:
            self.evaluator.work()
        return self.sent[-1]


@pytest.fixture(scope="module")
def iris():
    session = projects.session(data=Builtin(name="iris", split=THIRDS), metrics=("accuracy",))
    projects.train(session, 20)
    return session


@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_classes_agree_with_keras(iris, part):
    found = Told(iris, Evaluate(part)).rest()
    scores = iris.evaluate(part)
    assert found.scores["loss"] == pytest.approx(scores["loss"], rel=1e-5)
    assert found.scores["accuracy"] == pytest.approx(scores["accuracy"], rel=1e-6)
    assert (found.first, found.last, found.rows) == (20, 20, getattr(iris.dataset, part).rows)
    answers, truth = iris.predict(getattr(iris.dataset, part).x), getattr(iris.dataset, part).y
    expected = metrics.confusion_matrix(truth, answers.argmax(1), labels=[0, 1, 2])
    assert np.array_equal(np.reshape(found.classes.counts, (3, 3)), expected)
    assert [c.area for c in found.roc] == pytest.approx(
        [metrics.roc_auc_score(truth == i, answers[:, i]) for i in range(3)]
    )


@pytest.mark.parametrize(("loss", "activation"), [("binary_crossentropy", "sigmoid"), ("squared_hinge", "tanh")])
def test_yes_or_no_agrees_with_keras(loss, activation):
    network = chain(hidden())
    out = network.layer("out").__class__("out", "Output", {"activation": activation})
    network = type(network)((*network.layers[:-1], out), network.links)
    data = Builtin(name="moons", samples=120, split=THIRDS)
    session = Session(Project(network, data, Recipe(loss=loss, metrics=("accuracy",), seed=3)), Path())
    projects.train(session, 15)
    found = Told(session, Evaluate("test")).rest()
    scores = session.evaluate("test")
    assert found.scores["loss"] == pytest.approx(scores["loss"], rel=1e-5)
    score = session.predict(session.dataset.test.x)[:, 0]
    assert found.roc[0].area == pytest.approx(metrics.roc_auc_score(session.dataset.test.y, score))
    middle = 0.5 if activation == "sigmoid" else 0.0
    assert found.scores["accuracy"] == pytest.approx(np.mean((score > middle) == session.dataset.test.y))


def test_numbers_agree_with_keras():
    session = projects.session(data=Builtin(name="diabetes", split=THIRDS), metrics=("mae",))
    projects.train(session, 3)
    found = Told(session, Evaluate("test")).rest()
    scores = session.evaluate("test")
    assert found.scores["loss"] == pytest.approx(scores["loss"], rel=1e-5)
    assert found.numbers.mae == pytest.approx(next(v for k, v in scores.items() if k != "loss"), rel=1e-5)


def test_a_file_is_judged_like_a_part(tmp_path):
    random = np.random.default_rng(0)
    for name in ("learned.csv", "new.csv"):
        x = random.normal(size=(60, 2))
        rows = [f"{a:.4f},{b:.4f},{'up' if a > b else 'down'}" for a, b in x]
        (tmp_path / name).write_text("\n".join(["a,b,way", *rows]) + "\n")
    project = Project(chain(hidden()), Table(path="learned.csv"), Recipe(metrics=("accuracy",), seed=3))
    session = Session(project, tmp_path)
    told = Told(session, Evaluate("file", str(tmp_path / "new.csv")))
    found = told.rest()
    expected = session.evaluate(session.read_part(tmp_path / "new.csv"))
    assert found.rows == 60
    assert found.scores["loss"] == pytest.approx(expected["loss"], rel=1e-5)
    told.evaluator.want(Evaluate("file", str(tmp_path / "none.csv")))
    assert "no file" in told.rest().refusal


def test_words_of_a_file_that_were_never_learned_are_told_with_its_figures(tmp_path):
    colours = ["red", "blue"] * 10
    rows = [f"{colour},{i},{'up' if i % 3 else 'down'}" for i, colour in enumerate(colours)]
    (tmp_path / "learned.csv").write_text("\n".join(["colour,b,way", *rows]) + "\n")
    (tmp_path / "new.csv").write_text("colour,b,way\ngreen,1,up\nred,2,down\n")
    session = Session(
        Project(chain(hidden()), Table(path="learned.csv", steps=(Encode(),)), Recipe(metrics=("accuracy",), seed=3)),
        tmp_path,
    )
    told = Told(session, Evaluate("file", str(tmp_path / "new.csv")))
    found = told.rest()
    assert (found.rows, found.refusal) == (2, "")
    assert "'green'" in found.note
    assert isinstance(found.note, Sentence)
    told.evaluator.want(Evaluate("train"))
    assert told.rest().note == ""


def test_another_look_at_the_same_answers_asks_the_network_nothing(iris, monkeypatch):
    told = Told(iris, Evaluate("train"))
    before = told.rest()
    monkeypatch.setattr("nnviz.engine.judging.judging.Judge.judge", None)
    cell = next(i for i, count in enumerate(before.classes.counts) if count)
    told.evaluator.want(Evaluate("train", cell=(cell // 3, cell % 3), listed=2))
    found = told.rest()
    assert found.classes == before.classes
    assert {(s.truth, s.answer) for s in found.samples} == {((float(cell // 3),), (float(cell % 3),))}
    assert len(found.samples) == 2


def test_nothing_is_done_for_nobody(iris):
    told = Told(iris, Evaluate())
    assert told.evaluator.patience is None
    told.evaluator.trained(0.5)
    told.evaluator.work()
    assert told.sent == []


def test_a_part_that_is_not_there_is_a_sentence():
    session = projects.session()
    assert "no test part" in Told(session, Evaluate("test")).rest().refusal


class Inline:
    """Work that is done at once instead of on a thread."""

    done = True

    def __init__(self, work, *args) -> None:
        self._result = work(*args)

    def result(self):
        return self._result


def test_beside_training_it_takes_its_share_in_pieces(iris, monkeypatch):
    monkeypatch.setattr("nnviz.engine.judging.evaluating._Aside", Inline)
    clock = [0.0]

    def tick() -> float:
        clock[0] += 0.001
        return clock[0]

    sent = []
    evaluator = Evaluator(sent.append, tick)
    evaluator.want(Evaluate("train", interval=1.0))
    evaluator.look_at(iris)
    while evaluator.patience is not None:
        evaluator.work()
    assert len(sent) == 1
    began, spent = clock[0], 0.0
    while len(sent) < 3:
        before = clock[0]
        evaluator.trained(0.1)
        spent += clock[0] - before
        clock[0] += 0.02  # a piece of training
        assert clock[0] < began + 60
    assert clock[0] - began >= 2.0  # an evaluation a second at most
    assert spent <= 0.12 * (clock[0] - began)


def test_what_explodes_is_told_and_not_thrown(iris):
    weights = iris.model.get_weights()
    iris.model.set_weights([np.full_like(w, np.nan) for w in weights])
    found = Told(iris, Evaluate("test")).rest()
    iris.model.set_weights(weights)
    assert found.unanswered == found.rows > 0
    assert found.refusal == ""


def test_one_sample_is_tried(iris):
    x = iris.dataset.test.x[:1]
    assert iris.try_sample(x) == pytest.approx(tuple(iris.predict(x)[0]))
    assert iris.try_sample(np.zeros(3, np.float32)) == ()
