"""From the answers to all samples of a part to an ``Evaluation``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.classes import class_figures, label_figures, most_mistaken, thresholds
from nnviz.training.evaluating.curves import calibration, precision_recall, roc
from nnviz.training.evaluating.deciding import HALF, yes_scores
from nnviz.training.evaluating.messages import Curve, Evaluate, Evaluation, Sample
from nnviz.training.evaluating.numbers import number_figures

MOST_CURVES = 10  # classes that can be told apart by colour
SUMS_TO_ONE = 1e-3
Floats = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Answered:
    """All that the network answered to a part.

    Attributes:
        facts: what the data ask for.
        rows: the numbers of the samples, ``(n,)``.
        answers: ``(n, outputs)``, as the network gives them.
        targets: the truth in the data's canonical form: ``(n,)`` classes, or ``(n, outputs)`` numbers or labels.
        losses: the loss of each sample, ``(n,)``.
        weight: how much each counts in the loss, ``(n,)``; None where all count the same.
        margin: whether a yes-or-no answer lies in [-1, 1].
        ordered: whether the samples follow each other in time.
        total: samples that the part has.
        first, last: the epochs between which it answered.
    """

    facts: DataFacts
    rows: NDArray[np.intp]
    answers: Floats
    targets: Floats
    losses: Floats
    weight: Floats | None = None
    margin: bool = False
    ordered: bool = False
    total: int = 0
    first: int = 0
    last: int = 0


def evaluation(wish: Evaluate, answered: Answered) -> Evaluation:
    """The figures that *wish* asks for."""
    finite = np.asarray(np.isfinite(answered.answers).all(axis=1))
    loss = {"loss": _mean_loss(answered)}
    seen = _only(answered, finite)
    made = {"binary": _of_yes_or_no, "classes": _of_classes, "labels": _of_labels}.get(seen.facts.task, _of_numbers)
    figures = made(wish, seen)
    figures["scores"] = loss | figures.get("scores", {})
    return Evaluation(
        wish=wish,
        first=answered.first,
        last=answered.last,
        rows=len(finite),
        total=answered.total,
        unanswered=int((~finite).sum()),
        **figures,
    )


def _mean_loss(answered: Answered) -> float:
    """As Keras takes the mean: over the samples, however much each of them counts."""
    if not len(answered.losses):
        return float("nan")
    losses = answered.losses.astype(np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return float((losses if answered.weight is None else losses * answered.weight).mean())


def _only(answered: Answered, kept: NDArray[np.bool_]) -> Answered:
    if kept.all():
        return answered
    fields = {name: getattr(answered, name)[kept] for name in ("rows", "answers", "targets", "losses")}
    return Answered(**{**answered.__dict__, **fields})


# ---------------------------------------------------------------- by task


def _of_yes_or_no(wish: Evaluate, seen: Answered) -> dict[str, Any]:
    truth, score = seen.targets.reshape(-1).astype(np.int64), yes_scores(seen.answers, seen.margin)
    answer = (score > wish.threshold).astype(np.int64)
    classes = class_figures(truth, answer, 2)
    sure = np.where(answer == 1, score, 1 - score)
    yes = truth == 1
    return {
        "scores": _class_scores(truth, answer, classes.f1),
        "classes": classes,
        "roc": _there(roc(1, yes, score, wish.points)),
        "precision_recall": _there(precision_recall(1, yes, score, wish.points)),
        "thresholds": thresholds(truth, score),
        "calibration": calibration(yes, score),
        "samples": _samples(wish, seen, truth, answer, sure),
    }


def _of_classes(wish: Evaluate, seen: Answered) -> dict[str, Any]:
    truth = seen.targets.reshape(-1).astype(np.int64)
    answer = seen.answers.argmax(axis=1).astype(np.int64)
    outputs = seen.answers.shape[1]
    classes = class_figures(truth, answer, outputs)
    sure = seen.answers.max(axis=1, initial=-np.inf).astype(np.float64)
    drawn = most_mistaken(truth, answer, outputs, MOST_CURVES)
    columns = [(i, truth == i, seen.answers[:, i]) for i in drawn]
    chances = len(seen.answers) > 0 and bool((np.abs(seen.answers.sum(axis=1) - 1) < SUMS_TO_ONE).all())
    return {
        "scores": _class_scores(truth, answer, classes.f1),
        "classes": classes,
        "roc": _there(*(roc(i, is_it, score, wish.points) for i, is_it, score in columns)),
        "precision_recall": _there(*(precision_recall(i, is_it, score, wish.points) for i, is_it, score in columns)),
        "calibration": calibration(truth == answer, sure) if chances else None,
        "samples": _samples(wish, seen, truth, answer, sure),
    }


def _of_labels(wish: Evaluate, seen: Answered) -> dict[str, Any]:
    truth, answer = seen.targets.reshape(seen.answers.shape) > HALF, seen.answers > wish.threshold
    classes = label_figures(truth, answer)
    columns = [(i, truth[:, i], seen.answers[:, i]) for i in classes.shown[:MOST_CURVES]]
    flat = seen.answers.reshape(-1)
    listed = _worst(wish, seen, np.ones(len(truth), bool))
    return {
        "scores": {"exact": _mean((truth == answer).all(axis=1)), "macro_f1": _mean_known(classes.f1)},
        "classes": classes,
        "roc": _there(*(roc(i, is_it, score, wish.points) for i, is_it, score in columns)),
        "precision_recall": _there(*(precision_recall(i, is_it, score, wish.points) for i, is_it, score in columns)),
        "calibration": calibration(truth.reshape(-1), flat),
        "samples": tuple(_sample(seen, i, _held(truth[i]), _held(answer[i])) for i in listed.tolist()),
    }


def _of_numbers(wish: Evaluate, seen: Answered) -> dict[str, Any]:
    targets = seen.targets.reshape(seen.answers.shape)
    column = min(wish.column, seen.facts.outputs - 1)
    truth, answer = targets[:, column], seen.answers[:, column]
    figures = number_figures(truth, answer, seen.rows, column, seen.ordered)
    listed = _worst(wish, seen, np.ones(len(truth), bool))
    return {
        "scores": {"mae": figures.mae, "rmse": figures.rmse, "r2": figures.r2},
        "numbers": figures,
        "samples": tuple(_sample(seen, i, (float(truth[i]),), (float(answer[i]),)) for i in listed.tolist()),
    }


# ---------------------------------------------------------------- pieces


def _class_scores(truth: Floats, answer: Floats, f1: tuple[float, ...]) -> dict[str, float]:
    return {"accuracy": _mean(truth == answer), "macro_f1": _mean_known(f1)}


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _mean_known(values: tuple[float, ...]) -> float:
    known = [value for value in values if value == value]
    return sum(known) / len(known) if known else float("nan")


def _there(*curves: Curve | None) -> tuple[Curve, ...]:
    return tuple(curve for curve in curves if curve is not None)


def _held(labels: NDArray[np.bool_]) -> tuple[float, ...]:
    return tuple(float(i) for i in np.flatnonzero(labels)[:MOST_CURVES])


def _samples(wish: Evaluate, seen: Answered, truth: Floats, answer: Floats, sure: Floats) -> tuple[Sample, ...]:
    cell = wish.cell
    wanted = truth != answer if cell is None else (truth == cell[0]) & (answer == cell[1])
    listed = _worst(wish, seen, wanted).tolist()
    return tuple(
        _sample(seen, i, (float(truth[i]),), (float(answer[i]),), float(sure[i]) if 0 <= sure[i] <= 1 else float("nan"))
        for i in listed
    )


def _worst(wish: Evaluate, seen: Answered, wanted: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The places of at most ``wish.listed`` samples among those *wanted*, the largest loss first; ties by row."""
    places = np.flatnonzero(wanted)
    losses = np.nan_to_num(seen.losses[places].astype(np.float64), nan=np.inf)
    return places[np.argsort(-losses, kind="stable")[: wish.listed]]


def _sample(
    seen: Answered, at: int, truth: tuple[float, ...], answer: tuple[float, ...], sure: float = float("nan")
) -> Sample:
    return Sample(int(seen.rows[at]), float(seen.losses[at]), truth, answer, sure)
