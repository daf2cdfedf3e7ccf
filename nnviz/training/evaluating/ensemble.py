"""What several networks answer together, and how good that is: the average, the majority, a deciding layer.

Hansen and Salamon, Neural Network Ensembles (1990): networks that err on different samples err less together.
Wolpert, Stacked Generalization (1992): a layer of its own learns from their answers whom to trust.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.deciding import HALF

Floats = NDArray[np.float64]
Scores = dict[str, float]
LEAST = 1e-7  # Keras's epsilon: no probability counts as less


def comparable(answers: NDArray[np.float32], facts: DataFacts, margin: bool = False) -> Floats:
    """The raw *answers* ``(n, outputs)`` in the form in which those of several networks can be put together.

    Yes or no on one unit becomes two columns, of no and of yes; an answer with a *margin* lies in [-1, 1] first.
    """
    found = np.asarray(answers, np.float64)
    if facts.task == "binary" and found.shape[1] == 1:
        yes = (found + 1) / 2 if margin else found
        return np.concatenate([1 - yes, yes], axis=1)
    return found


def averaged(members: Sequence[Floats]) -> Floats:
    """The mean of what the members answer, ``(n, outputs)``."""
    return np.asarray(np.mean(members, axis=0, dtype=np.float64))


def voted(members: Sequence[Floats], facts: DataFacts) -> Floats | None:
    """The share of the members that decided for each class, or each label; None where nothing is decided.

    Where classes are level that one wins which the members together think likelier.
    """
    if facts.task == "regression":
        return None
    if facts.task == "labels":
        votes = np.mean([member > HALF for member in members], axis=0)
        level = votes == HALF
        return np.asarray(np.where(level, averaged(members), votes))
    votes = np.mean([np.eye(member.shape[1])[member.argmax(axis=1)] for member in members], axis=0)
    mean = averaged(members)
    first = votes == votes.max(axis=1, keepdims=True)
    winner = np.where(first, mean, -np.inf).argmax(axis=1)
    # The winner of a tie has a hair more than the others, so that it is the greatest.
    return np.asarray(votes + 1e-9 * np.eye(votes.shape[1])[winner])


def scores(answers: Floats, targets: NDArray[np.generic], facts: DataFacts) -> Scores:
    """How good *answers* are: accuracy and cross-entropy, of numbers the mean squared and the mean absolute error."""
    if facts.task == "regression":
        off = answers - np.asarray(targets, np.float64).reshape(len(answers), -1)
        return {"mse": float(np.mean(off**2)), "mae": float(np.mean(np.abs(off)))}
    likely = np.clip(answers, LEAST, 1 - LEAST)
    if facts.task == "labels":
        truth = np.asarray(targets, np.float64).reshape(len(answers), -1)
        right = (answers > HALF) == (truth > HALF)
        loss = -(truth * np.log(likely) + (1 - truth) * np.log(1 - likely))
        return {"accuracy": float(right.mean()), "loss": float(loss.mean())}
    classes = np.asarray(targets).reshape(-1).astype(int)
    likely = likely / likely.sum(axis=1, keepdims=True)
    of_truth = likely[np.arange(len(classes)), classes]
    return {"accuracy": float(np.mean(answers.argmax(axis=1) == classes)), "loss": float(-np.log(of_truth).mean())}


def agreement(members: Sequence[Floats], facts: DataFacts) -> float:
    """The share of the samples on which all members decide alike; 1 where nothing is decided."""
    if facts.task == "regression":
        return 1.0
    if facts.task == "labels":
        decided = np.stack([member > HALF for member in members])
        return float((decided == decided[0]).all(axis=(0, 2)).mean())
    chosen = np.stack([member.argmax(axis=1) for member in members])
    return float((chosen == chosen[0]).all(axis=0).mean())
