"""One row of the data, read to be shown large, and what a network answers to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QImage

from nnviz.data.profile.viewing import Cell, Head
from nnviz.network.facts import DataFacts
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.sample_image import curves, is_series, shades
from nnviz.ui.panes.predictions_rows import class_names, probabilities
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.live import Floats

CURVES = (360, 220)  # pixels
MOST_LISTED = 6  # classes of an answer


@dataclass(frozen=True)
class Sample:
    """One row.

    Attributes:
        row: its 0-based number.
        label: what the target says of it, in words.
        values: the cells of a table's row with their columns.
        image: of a picture or a series; None for a table. A pixel a number, or as it is to be shown.
    """

    row: int
    label: str
    values: tuple[tuple[Head, Cell], ...]
    image: QImage | None


@dataclass(frozen=True)
class AnswerLine:
    """One class, label or number of an answer: what it is called, its share in [0, 1] or None, and that as a text."""

    name: str
    share: float | None
    text: str
    index: int


def read_sample(data: OpenData, row: int, colours: tuple[QColor, ...]) -> Sample:
    """Read the 0-based *row* of *data*; not on the window's thread."""
    with data.reading() as view:
        label = view.labels((row,))[0]
        if view.kind == "table":
            cells = view.read(row, row + 1)[0]
            return Sample(row, label, tuple(zip(view.heads, cells, strict=True)), None)
        sample = np.asarray(view.samples((row,))[0])
    image = curves(sample, *CURVES, colours) if is_series(sample.shape) else shades(sample)
    return Sample(row, label, (), image)


def answer_lines(values: Floats, facts: DataFacts, margin: bool) -> tuple[AnswerLine, ...]:
    """The likeliest classes first, or every label, or the numbers of the answer *values* ``(outputs,)``.

    *margin*: a yes-or-no answer is a number in [-1, 1] instead of a probability.
    """
    if facts.task == "regression":
        names = facts.target_names or tuple(str(i + 1) for i in range(len(values)))
        shown = list(zip(names, values.tolist(), strict=False))[:MOST_LISTED]
        return tuple(AnswerLine(name, None, value_text(value), i) for i, (name, value) in enumerate(shown))
    chances = probabilities(values[np.newaxis], facts, margin)[0]
    if facts.task == "binary":
        chances = np.array([1 - chances[-1], chances[-1]], np.float32)
    names = class_names(facts, len(chances))
    order = range(len(chances)) if facts.task == "labels" else np.argsort(-np.nan_to_num(chances), kind="stable")
    return tuple(_share(names[i], float(chances[i]), int(i)) for i in list(order)[:MOST_LISTED])


def _share(name: str, chance: float, index: int) -> AnswerLine:
    if np.isnan(chance):
        return AnswerLine(name, 0.0, "–", index)
    return AnswerLine(name, chance, f"{100 * chance:.1f} %", index)
