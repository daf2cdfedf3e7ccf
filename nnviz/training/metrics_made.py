"""The metrics that Keras has to be given made: a name alone would measure something else."""

from __future__ import annotations

from typing import Any, NamedTuple

from nnviz.network.facts import Task
from nnviz.training.suggest import has_margin

# Around 0: Keras's F1 score takes no threshold of 0, but the least number above it. Its area under the ROC curve looks
# from 0 to 1 only, where a sigmoid brings all answers in the same order.
_OF_MARGINS: dict[str, tuple[str, dict[str, Any]]] = {
    "accuracy": ("BinaryAccuracy", {"name": "accuracy", "threshold": 0.0}),
    "binary_accuracy": ("BinaryAccuracy", {"threshold": 0.0}),
    "precision": ("Precision", {"thresholds": 0.0, "name": "precision"}),
    "recall": ("Recall", {"thresholds": 0.0, "name": "recall"}),
    "f1_score": ("F1Score", {"average": "macro", "threshold": 1.1754944e-38}),
    "auc": ("AUC", {"name": "auc", "from_logits": True}),
}
# Of two units, of no and of yes, the larger one decides; by their names alone both would count, yes and no alike.
_OF_TWO_UNITS: dict[str, tuple[str, dict[str, Any]]] = {
    "precision": ("Precision", {"top_k": 1, "class_id": 1, "name": "precision"}),
    "recall": ("Recall", {"top_k": 1, "class_id": 1, "name": "recall"}),
}


class MadeMetric(NamedTuple):
    """A metric of Keras with the arguments that make it what its name says.

    Attributes:
        kind: the class in ``keras.metrics``.
        args: what it is made with.
    """

    kind: str
    args: dict[str, Any]


def made_metric(name: str, task: Task, units: int, loss: str | None) -> MadeMetric | None:
    """With what the metric *name* is made for an output of *units* units; None where its name says it all.

    By its name alone Keras's F1 score is a row, a number for each class, and lets the largest answer win even where
    there is only one. Here it is the mean over the classes (``average="macro"`` of scikit-learn); one unit, and each of
    several labels, is decided at a half, as Keras's binary accuracy has it. With a *loss* of margins yes and no lie on
    both sides of 0, and are told apart there; by its name alone every metric would do so at a half.
    """
    if task == "binary" and units == 2 and name in _OF_TWO_UNITS:
        return MadeMetric(*_OF_TWO_UNITS[name])
    decided = units > 1 and name in ("accuracy", "f1_score")  # by the larger of two units
    if task == "binary" and has_margin(loss) and name in _OF_MARGINS and not decided:
        return MadeMetric(*_OF_MARGINS[name])
    if name != "f1_score":
        return None
    alone = units == 1 or task == "labels"
    return MadeMetric("F1Score", {"average": "macro"} | ({"threshold": 0.5} if alone else {}))
