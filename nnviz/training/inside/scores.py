"""Loss, score and confusion from the answers to some rows: with all units and without the muted ones."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.network.facts import Task
from nnviz.training.evaluating.deciding import HALF, yes_scores
from nnviz.training.inside.messages import Figures

MOST_CLASSES = 30  # of a confusion matrix that is shown small
KINDS: dict[Task, Literal["accuracy", "exact", "mae"]] = {
    "binary": "accuracy", "classes": "accuracy", "labels": "exact", "regression": "mae",
}  # fmt: skip
Floats = NDArray[Any]


def classes_of(task: Task, outputs: int) -> int:
    """How many classes a confusion matrix has; 0 without one."""
    count = 2 if task == "binary" else outputs if task == "classes" else 0
    return count if count <= MOST_CLASSES else 0


def figures(task: Task, answers: Floats, targets: Floats, losses: Floats, margin: bool) -> Figures:
    """The figures of *answers* ``(n, outputs)`` to rows with *targets* in the canonical form and *losses* ``(n,)``.

    *margin*: an answer to yes or no lies in [-1, 1].
    """
    if not len(answers):
        return Figures(float("nan"), float("nan"))
    with np.errstate(invalid="ignore", over="ignore"):
        loss = float(losses.astype(np.float64).mean())
    if task in ("binary", "classes"):
        truth: Floats = targets.reshape(-1).astype(np.int64)
        answered = _class_of(task, answers, margin)
        counts = _confusion(truth, answered, classes_of(task, answers.shape[1]))
        return Figures(loss, float((truth == answered).mean()), counts)
    truth = targets.reshape(answers.shape)
    if task == "labels":
        return Figures(loss, float(((answers > HALF) == (truth > HALF)).all(axis=1).mean()))
    with np.errstate(invalid="ignore", over="ignore"):
        return Figures(loss, float(np.abs(answers.astype(np.float64) - truth).mean()))


def _class_of(task: Task, answers: Floats, margin: bool) -> NDArray[np.int64]:
    if task == "classes":
        return np.asarray(answers.argmax(axis=1), np.int64)
    return (yes_scores(answers, margin) > HALF).astype(np.int64)


def _confusion(truth: NDArray[np.int64], answered: NDArray[np.int64], classes: int) -> tuple[int, ...]:
    if not classes:
        return ()
    return tuple(np.bincount(truth * classes + answered, minlength=classes * classes).tolist())
