"""Votes, averages and scores of several networks, against scikit-learn's own ensembles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import VotingClassifier
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_error, mean_squared_error
from sklearn.preprocessing import LabelEncoder

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating import ensemble

CLASSES = DataFacts((4,), "classes", 3)
RNG = np.random.default_rng(5)


class Fixed:
    """A classifier of scikit-learn's that answers what it was given."""

    def __init__(self, answers: Any) -> None:
        self._answers = answers

    def predict_proba(self, _x: Any) -> Any:
        return self._answers

    def predict(self, _x: Any) -> Any:
        return self._answers.argmax(axis=1)


def members(classes: int, count: int = 3) -> list[Any]:
    raw = RNG.random((count, 200, classes)) ** 3 + 1e-3
    return list(raw / raw.sum(axis=2, keepdims=True))


def sklearn_vote(answers: list[Any], way: str) -> Any:
    voting = VotingClassifier([(str(i), None) for i in range(len(answers))], voting=way)
    voting.estimators_ = [Fixed(member) for member in answers]
    voting.le_ = LabelEncoder().fit(range(answers[0].shape[1]))
    return voting


def test_average_and_majority_are_those_of_scikit_learn() -> None:
    answers = members(3)
    truth = RNG.integers(0, 3, 200)
    soft, hard = sklearn_vote(answers, "soft"), sklearn_vote(answers, "hard")
    mean, votes = ensemble.averaged(answers), ensemble.voted(answers, CLASSES)
    np.testing.assert_allclose(mean, soft.predict_proba(None))
    chosen = np.stack([member.argmax(axis=1) for member in answers])
    clear = np.array([len(set(column)) < 3 for column in chosen.T])  # scikit-learn takes the first of those level
    assert clear.sum() < 200
    np.testing.assert_array_equal(votes.argmax(axis=1)[clear], hard.predict(np.zeros((200, 4)))[clear])
    np.testing.assert_array_equal(votes.argmax(axis=1)[~clear], mean.argmax(axis=1)[~clear])
    found = ensemble.scores(mean, truth, CLASSES)
    assert found["accuracy"] == accuracy_score(truth, mean.argmax(axis=1))
    assert found["loss"] == pytest.approx(log_loss(truth, mean))
    assert ensemble.agreement(answers, CLASSES) == np.mean([len(set(column)) == 1 for column in chosen.T])


def test_yes_or_no_on_one_unit_is_two_classes_whatever_the_loss() -> None:
    facts = DataFacts((4,), "binary", 1)
    raw = np.array([[0.9], [0.2]], np.float32)
    np.testing.assert_allclose(ensemble.comparable(raw, facts), [[0.1, 0.9], [0.8, 0.2]], atol=1e-6)
    np.testing.assert_allclose(
        ensemble.comparable(2 * raw - 1, facts, margin=True), [[0.1, 0.9], [0.8, 0.2]], atol=1e-6
    )
    two = [ensemble.comparable(raw, facts), ensemble.comparable(np.array([[0.4], [0.7]], np.float32), facts)]
    assert ensemble.voted(two, facts).argmax(axis=1).tolist() == [1, 0]  # level, so the surer one decides
    assert ensemble.scores(two[0], np.array([1, 0]), facts)["accuracy"] == 1.0


def test_labels_vote_one_by_one_and_numbers_are_averaged_and_not_voted_on() -> None:
    labels, numbers = DataFacts((4,), "labels", 2), DataFacts((4,), "regression", 2)
    answers = [np.array([[0.9, 0.4]]), np.array([[0.6, 0.1]]), np.array([[0.2, 0.8]])]
    np.testing.assert_allclose(ensemble.voted(answers, labels), [[2 / 3, 1 / 3]])
    assert ensemble.scores(ensemble.averaged(answers), np.array([[1, 1]]), labels)["accuracy"] == 0.5
    assert ensemble.agreement(answers, labels) == 0.0
    assert ensemble.voted(answers, numbers) is None
    truth = RNG.normal(size=(1, 2))
    found = ensemble.scores(answers[0], truth, numbers)
    assert found == {
        "mse": pytest.approx(mean_squared_error(truth, answers[0])),
        "mae": pytest.approx(mean_absolute_error(truth, answers[0])),
    }
