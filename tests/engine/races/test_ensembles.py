"""An ensemble of trained networks: its scores against those computed from Keras's own predictions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import safetensors.numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss

from nnviz.data.load import load
from nnviz.engine.races.ensembles import Ensembles
from nnviz.engine.session import Session
from nnviz.project.ensemble import as_one, weights_as_one
from nnviz.project.json_form import project_to_json
from nnviz.training import check
from nnviz.training.ensembles import JudgeEnsemble, Member
from tests.engine.projects import IRIS, hidden, project, train

BASE = project(hidden(units=4, activation="tanh"), data=IRIS, rate=0.02, epochs=6)


def asked(members: list[tuple[Any, Path]], dataset: Any) -> Any:
    said: list[Any] = []
    ensembles = Ensembles(said.append, lambda _spec, _base: dataset)
    wanted = tuple(Member(project_to_json(one), str(file)) for one, file in members)
    ensembles.handlers[JudgeEnsemble](JudgeEnsemble(7, wanted, "."))
    while ensembles.patience == 0.0:
        ensembles.work()
    assert all(event.number == 7 for event in said)
    assert all(event.done < 1 for event in said[:-1])
    return said[-1]


def test_members_average_vote_and_deciding_layer_have_the_scores_of_keras_predictions(tmp_path: Path) -> None:
    dataset = load(IRIS, Path())
    members, models = [], []
    for number, units in enumerate((4, 4, 7)):
        recipe = msgspec.structs.replace(BASE.training, seed=number)
        one = replace(project(hidden(units=units, activation="tanh"), data=IRIS), training=recipe)
        session = Session(one, Path(), dataset)
        train(session, 6)
        session.save_snapshot(tmp_path / f"{number}.safetensors")
        members.append((one, tmp_path / f"{number}.safetensors"))
        models.append(session.model)
    found = asked(members, dataset)
    assert [one.what for one in found.judged] == ["member"] * 3 + ["average", "vote", "deciding"]
    parts = {"train": dataset.train, "validation": dataset.validation, "test": dataset.test}
    for name, part in parts.items():
        answers = np.stack([model.predict(part.x, verbose=0) for model in models]).astype(float)
        answers /= answers.sum(axis=2, keepdims=True)  # in float32 they are one to seven digits
        for one, answer in zip(found.judged, answers, strict=False):
            assert one.scores[name]["accuracy"] == accuracy_score(part.y, answer.argmax(1))
            np.testing.assert_allclose(one.scores[name]["loss"], log_loss(part.y, answer, labels=range(3)), rtol=1e-4)
        mean = answers.mean(0)
        average, vote = found.judged[3].scores[name], found.judged[4].scores[name]
        assert average["accuracy"] == accuracy_score(part.y, mean.argmax(1))
        np.testing.assert_allclose(average["loss"], log_loss(part.y, mean, labels=range(3)), rtol=1e-4)
        votes = np.stack([np.bincount(column, minlength=3) for column in answers.argmax(2).T])
        ties = mean + 10 * votes  # whoever has most votes; among those level, the likeliest
        assert list(vote) == ["accuracy"]
        assert vote["accuracy"] == accuracy_score(part.y, ties.argmax(1))
        assert found.agreement[name] == np.mean(votes.max(1) == 3)
    side = {n: np.concatenate([m.predict(p.x, verbose=0) for m in models], axis=1) for n, p in parts.items()}
    # The best that a softmax layer can come to on these answers, on the training part, and never on another one.
    best = LogisticRegression(C=1e4, max_iter=5000).fit(side["train"], dataset.train.y)
    least = log_loss(dataset.train.y, best.predict_proba(side["train"]))
    deciding = found.judged[5].scores
    assert least - 1e-3 <= deciding["train"]["loss"] < found.judged[3].scores["train"]["loss"]


def test_networks_that_do_not_answer_alike_and_files_that_are_gone_are_refused_in_a_sentence(tmp_path: Path) -> None:
    dataset = load(IRIS, Path())
    gone = asked([(BASE, tmp_path / "gone.safetensors")] * 2, dataset)
    assert "gone.safetensors" in gone.refused
    assert gone.judged == ()


def test_as_one_network_members_answer_with_their_average_and_can_be_trained_on(tmp_path: Path) -> None:
    dataset = load(IRIS, Path())
    sessions = [Session(project(hidden(units=units), data=IRIS, seed=units), Path(), dataset) for units in (3, 5)]
    arrays = []
    for number, session in enumerate(sessions):
        session.save_snapshot(tmp_path / f"{number}.safetensors")
        arrays.append(safetensors.numpy.load_file(tmp_path / f"{number}.safetensors"))
    whole = as_one([(f"run {n}", session.project.network) for n, session in enumerate(sessions)], dataset.facts)
    weights = weights_as_one(arrays, whole)
    safetensors.numpy.save_file(weights, tmp_path / "whole.safetensors")
    assert [group.layers for group in whole.groups] == [("m1_h1", "m1_out"), ("m2_h1", "m2_out")]
    session = Session(replace(BASE, network=whole), Path(), dataset)
    assert session.load_weights(tmp_path / "whole.safetensors") == 5
    alone = [one.model.predict(dataset.test.x, verbose=0) for one in sessions]
    np.testing.assert_allclose(session.predict(dataset.test.x), np.mean(alone, axis=0), atol=1e-6)
    problems = check.problems(whole, dataset.facts, BASE.training)
    assert all(problem.caution for problem in problems)
    assert not any("inside a network" in problem.text for problem in problems)
    assert train(session, 2).ending == "finished"
