"""What a row of the predictions says: the true class, the answer, and how sure the network is. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.deciding import HALF, yes_scores
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.live import Answers, Floats

NAMED = 3  # classes that the card of a row names


@dataclass(frozen=True)
class Part:
    """A piece of a bar, from *begin* to *end* in [0, 1], in the colour of class *index*."""

    begin: float
    end: float
    index: int


@dataclass(frozen=True)
class AnswerRow:
    """One row of the sample.

    Attributes:
        row: its number in its part of the data.
        truth, answer: the true class, or labels, and what the network answers.
        right: whether they are the same.
        bar: the probabilities; of yes or no what lies between that of yes and a half, of labels one piece each.
        sure: the probability of the answer, as a text.
        named: the likeliest classes, or all labels, with their probabilities: (name, text).
    """

    row: int
    truth: str
    answer: str
    right: bool
    bar: tuple[Part, ...]
    sure: str
    named: tuple[tuple[str, str], ...]


def answer_rows(answers: Answers, facts: DataFacts, margin: bool) -> list[AnswerRow]:
    """The rows of *answers* to a question for classes, labels or yes and no.

    *margin*: a yes-or-no answer is a number in [-1, 1] instead of a probability.
    """
    made = {"binary": _of_yes_or_no, "labels": _of_labels}.get(facts.task, _of_classes)
    chances = probabilities(answers.values, facts, margin)
    names = class_names(facts, chances.shape[1])
    return [
        made(row, chance, np.atleast_1d(target), names)
        for row, chance, target in zip(answers.rows, chances, answers.targets, strict=True)
    ]


def class_names(facts: DataFacts, count: int) -> tuple[str, ...]:
    """A name for each of *count* classes or labels; of yes and no, two."""
    count = max(count, 2 if facts.task == "binary" else count)
    return (*facts.class_names, *(str(i) for i in range(len(facts.class_names), count)))


def probabilities(values: Floats, facts: DataFacts, margin: bool) -> Floats:
    """*values* (rows, outputs) as numbers in [0, 1], NaN where they are not finite; of yes and no, that of yes."""
    if facts.task == "binary":
        values = yes_scores(values, margin)[:, np.newaxis]
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(values), np.clip(values, 0, 1), np.nan).astype(np.float32)


def _of_yes_or_no(row: int, chance: Floats, target: Floats, names: tuple[str, ...]) -> AnswerRow:
    yes, truth = float(chance[0]), int(target[0])
    named = ((names[1], _percent(yes)),)
    if np.isnan(yes):
        return AnswerRow(row, names[truth], "–", False, (), "", named)
    answer = int(yes > HALF)
    sure = _percent(max(yes, 1 - yes))
    bar = (Part(min(HALF, yes), max(HALF, yes), answer),)
    return AnswerRow(row, names[truth], names[answer], answer == truth, bar, sure, named)


def _of_classes(row: int, chance: Floats, target: Floats, names: tuple[str, ...]) -> AnswerRow:
    truth = names[int(target[0])] if int(target[0]) < len(names) else str(int(target[0]))
    if np.isnan(chance).any() or not chance.sum() > 0:
        return AnswerRow(row, truth, "–", False, (), "", ())
    answer = int(chance.argmax())
    ends = np.concatenate([[0.0], np.cumsum(chance / chance.sum())])
    bar = tuple(Part(float(ends[i]), float(ends[i + 1]), i) for i in range(len(chance)) if ends[i + 1] > ends[i])
    likely = np.argsort(-chance, kind="stable")[:NAMED]
    named = tuple((names[i], _percent(float(chance[i]))) for i in likely)
    return AnswerRow(row, truth, names[answer], answer == int(target[0]), bar, named[0][1], named)


def _of_labels(row: int, chance: Floats, target: Floats, names: tuple[str, ...]) -> AnswerRow:
    """A label's piece is as long as all others, filled as far as the network holds it for true."""
    wanted, given = target[: len(chance)] > HALF, chance > HALF
    each = 1.0 / len(chance)
    bar = tuple(Part(i * each, (i + float(p)) * each, i) for i, p in enumerate(np.nan_to_num(chance).tolist()) if p > 0)
    right = bool((wanted == given).all()) and not np.isnan(chance).any()
    named = tuple((name, _percent(float(p))) for name, p in zip(names, chance, strict=False))
    return AnswerRow(row, _listed(wanted, names), _listed(given, names), right, bar, "", named)


def _listed(flags: NDArray[np.bool_], names: tuple[str, ...]) -> str:
    return ", ".join(name for name, there in zip(names, flags.tolist(), strict=False) if there) or "–"


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{round(100 * share)} %"


def typical_error(answers: Answers, column: int | None) -> float:
    """The mean distance of the answers from the truth in target *column*, or in all; NaN where one is not finite."""
    truth, answer = (answers.targets, answers.values) if column is None else numbers(answers, column)
    with np.errstate(invalid="ignore", over="ignore"):
        return float(np.abs(answer - truth).mean())


def numbers(answers: Answers, column: int) -> tuple[Floats, Floats]:
    """Truth and answers of target *column*, (rows,) each."""
    targets = answers.targets.reshape(len(answers.rows), -1)
    return targets[:, min(column, targets.shape[1] - 1)], answers.values[:, min(column, answers.values.shape[1] - 1)]


def number_text(value: float) -> str:
    """A target or an answer for a person."""
    return value_text(value)
