"""The metrics that Keras has to be given made: a name alone would measure something else."""

from __future__ import annotations

from typing import Any, NamedTuple

from nnviz.network.facts import Task


class MadeMetric(NamedTuple):
    """A metric of Keras with the arguments that make it what its name says.

    Attributes:
        kind: the class in ``keras.metrics``.
        args: what it is made with.
    """

    kind: str
    args: dict[str, Any]


def made_metric(name: str, task: Task, units: int) -> MadeMetric | None:
    """With what the metric *name* is made for an output of *units* units; None where its name says it all.

    By its name alone Keras's F1 score is a row, a number for each class, and lets the largest answer win even where
    there is only one. Here it is the mean over the classes (``average="macro"`` of scikit-learn); one unit, and each of
    several labels, is decided at a half, as Keras's binary accuracy has it.
    """
    if name != "f1_score":
        return None
    alone = units == 1 or task == "labels"
    return MadeMetric("F1Score", {"average": "macro"} | ({"threshold": 0.5} if alone else {}))
