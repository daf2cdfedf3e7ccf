"""Where the code plane, the decoded picture and the codes of the rows stand. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from nnviz.ui import theme
from nnviz.ui.panes.ticks import Range

TOP, BOTTOM, BETWEEN = 4.0, 12.0, 12.0
BESIDE = 0.36  # of the width goes to what is decoded
MOST_BESIDE = 320.0  # pixels
CAPTION = 20.0  # below the picture
NEAR = 8.0  # pixels
Point = tuple[float, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Codes:
    """The codes of some training rows; those that are finite.

    Attributes:
        points: (n, 2).
        rows: (n,), their numbers in the training part.
        classes: (n,), indices of *names*; None where they have none.
        names: what the classes are called.
    """

    points: Floats
    rows: NDArray[Any]
    classes: NDArray[Any] | None = None
    names: tuple[str, ...] = ()

    @property
    def middle(self) -> Point:
        """The medians of both numbers."""
        x, y = np.median(self.points, axis=0).tolist()
        return x, y

    def middles(self) -> dict[int, Point]:
        """Class -> where the middle of its codes is."""
        if self.classes is None:
            return {}
        return {
            int(one): tuple(np.median(self.points[self.classes == one], axis=0).tolist())
            for one in np.unique(self.classes)
        }


@dataclass(frozen=True)
class CodePlan:
    """The plane of the numbers *x* and *y* in *area*; what is decoded in *box*."""

    area: QRectF
    box: QRectF
    x: Range
    y: Range

    @classmethod
    def of(cls, width: float, height: float, x: Range, y: Range) -> CodePlan:
        """The plan for a widget of *width* by *height* pixels."""
        whole = QRectF(theme.GROUP, TOP, max(1.0, width - 2 * theme.GROUP), max(1.0, height - TOP - BOTTOM))
        beside = min(MOST_BESIDE, BESIDE * whole.width(), whole.height() - CAPTION)
        area = whole.adjusted(0, 0, -max(1.0, beside) - BETWEEN, 0)
        left = area.right() + BETWEEN
        return cls(area, QRectF(left, TOP, whole.right() - left, whole.height()), x, y)

    def places(self, points: Floats) -> Floats:
        """Pixels (n, 2) of *points* (n, 2)."""
        (x0, x1), (y0, y1) = self.x, self.y
        across = self.area.left() + (points[:, 0] - x0) / (x1 - x0) * self.area.width()
        down = self.area.bottom() - (points[:, 1] - y0) / (y1 - y0) * self.area.height()
        return np.stack([across, down], axis=1)

    def place(self, point: Point) -> QPointF:
        """The pixel of *point*, at the edge where it lies outside."""
        x, y = self.places(np.array([point]))[0].tolist()
        area = self.area
        return QPointF(min(max(x, area.left()), area.right()), min(max(y, area.top()), area.bottom()))

    def point(self, at: QPointF) -> Point:
        """The point of the plane at the pixel *at*, or next to it on the edge."""
        across = min(max((at.x() - self.area.left()) / self.area.width(), 0.0), 1.0)
        up = min(max((self.area.bottom() - at.y()) / self.area.height(), 0.0), 1.0)
        return self.x[0] + across * (self.x[1] - self.x[0]), self.y[0] + up * (self.y[1] - self.y[0])

    def nearest(self, at: QPointF, codes: Codes) -> int | None:
        """Which of the *codes* is within ``NEAR`` pixels of *at*; None where none is."""
        if not len(codes.points):
            return None
        away = np.hypot(*(self.places(codes.points) - (at.x(), at.y())).T)
        index = int(away.argmin())
        return index if away[index] <= NEAR else None
