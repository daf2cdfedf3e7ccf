"""Answers that are pictures: each below the sample that it is to give back. What stands where is pure."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.panes.colouring import picture_between
from nnviz.ui.panes.mosaic_plan import CRISP, MosaicPlan, planned
from nnviz.ui.training.live import Answers

Shape = tuple[int, int, int]
LARGEST = 128 * 128  # pixels of a picture that is worth sending for every pair
TOP, BOTTOM = 4.0, 10.0
BETWEEN, APART = 1 / 8, 1 / 4  # of the height of a picture between sample and answer, and below each pair


def picture_shape(facts: DataFacts | None) -> Shape | None:
    """(height, width, channels) of the answers to *facts*; None where they are no pictures to be seen."""
    shape = facts.target_shape if facts is not None else ()
    if len(shape) != 3 or shape[2] not in (1, 3) or shape[0] * shape[1] > LARGEST:
        return None
    return shape[0], shape[1], shape[2]


def pairs(answers: Answers, facts: DataFacts, shape: Shape) -> list[QImage]:
    """Each sample of *answers* with what came back of it below."""
    both = (values.reshape(-1, *shape) for values in (answers.targets, answers.values))
    span = facts.target_range or (0.0, 1.0)
    return [picture_between(np.concatenate(pair), span) for pair in zip(*both, strict=True)]


def pairs_plan(width: float, height: float, count: int, shape: Shape) -> MosaicPlan | None:
    """Where *count* pairs stand in a widget, each with what is left below it; None where there is no room."""
    box = QRectF(theme.GROUP, TOP, width - 2 * theme.GROUP, height - TOP - BOTTOM)
    if count < 1 or box.width() < 1 or box.height() < 1:
        return None
    plan = planned(box, count, 2 * shape[0] + ceil(BETWEEN * shape[0]) + ceil(APART * shape[0]), shape[1])
    return replace(plan, area=plan.area.translated((box.width() - plan.area.width()) / 2, 0))


def paint_pairs(painter: QPainter, plan: MosaicPlan, pictures: list[QImage]) -> None:
    """Paint *pictures* at their places."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, plan.scale < CRISP)
    for number, picture in enumerate(pictures):
        place, width, rows = plan.place(number), picture.width(), picture.height() // 2
        size = QSizeF(place.width(), rows * plan.scale)
        below = QPointF(place.left(), place.top() + (rows + ceil(BETWEEN * rows)) * plan.scale)
        painter.drawImage(QRectF(place.topLeft(), size), picture, QRectF(0, 0, width, rows))
        painter.drawImage(QRectF(below, size), picture, QRectF(0, rows, width, rows))
