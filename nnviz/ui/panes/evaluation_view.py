"""What every figure of an evaluation is: a caption where several stand side by side, a plot, a card under the mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.messages import Classes, Evaluation
from nnviz.ui import theme
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import Range, tick_text, ticks

SIDE, CAPTION, TOP, BOTTOM, GUTTER = 16.0, 24.0, 22.0, 30.0, 36.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """An evaluation with what is needed to say it.

    Attributes:
        evaluation: what the engine found.
        facts: what the data ask for.
        step: the threshold of a yes-or-no answer, in steps.
        classes: the figures of the classes, at that threshold.
    """

    evaluation: Evaluation
    facts: DataFacts
    step: int
    classes: Classes | None

    def name(self, index: int) -> str:
        """What class or label *index* is called."""
        names = self.facts.class_names
        return names[index] if index < len(names) else str(index)


class FigureView(QWidget):
    """One figure; a subclass says when it has something to show, and draws it.

    Attributes:
        title: what it is called.
        captioned: whether the title stands above it.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.captioned = title, False
        self.judged: Judged | None = None
        self.at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(title)

    def offers(self, judged: Judged) -> bool:
        """Whether there is something to show of *judged*."""
        raise NotImplementedError

    def draw(self, painter: QPainter, judged: Judged) -> None:
        """Draw the figure into ``area``."""
        raise NotImplementedError

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        """What is said of the place *at*; [] for nothing."""
        return []

    def show_judged(self, judged: Judged | None) -> None:
        """Show newer figures, or none."""
        self.judged = judged
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the figure stands: all but the caption."""
        return QRectF(self.rect()).adjusted(0, CAPTION if self.captioned else 0, 0, 0)

    def caption(self, judged: Judged) -> str:
        """What is added to the title, quietly."""
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        judged = self.judged
        if judged is None or not self.offers(judged):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.captioned:
            self._paint_caption(painter, self.caption(judged))
        self.draw(painter, judged)
        lines = self.card(judged, self.at) if self.at is not None else []
        if lines and self.at is not None:
            paint_card(painter, lines, self.at, QRectF(self.rect()).adjusted(4, 0, -4, -4))
        painter.end()

    def _paint_caption(self, painter: QPainter, more: str) -> None:
        now = theme.current()
        box = QRectF(SIDE, 0, self.width() - 2 * SIDE, CAPTION - 4)
        painter.setFont(theme.font(12, semibold=True))
        painter.setPen(now.color("text"))
        painter.drawText(box, LEFT, self.title)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(now.color("quiet"))
        painter.drawText(box, RIGHT, more)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.at = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.at = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.at = None

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)


@dataclass(frozen=True)
class Plot:
    """A range of x along the lower side of *area*, one of y along its left side; *shares*: both are percentages."""

    area: QRectF
    x: Range
    y: Range
    shares: bool = False

    @classmethod
    def within(cls, box: QRectF, x: Range, y: Range, square: bool = False) -> Plot:
        """The plot with its axes inside *box*; *square*: both sides are equally long."""
        area = box.adjusted(SIDE + GUTTER, TOP, -SIDE, -BOTTOM)
        if square and area.width() > area.height() * 1.6:
            area.setWidth(area.height() * 1.6)
        return cls(area if area.width() > 1 and area.height() > 1 else QRectF(area.topLeft(), QSize(1, 1)), x, y)

    @classmethod
    def of_shares(cls, box: QRectF) -> Plot:
        """The plot of one share over another inside *box*."""
        return replace(cls.within(box, (0.0, 1.0), (0.0, 1.0), square=True), shares=True)

    def places(self, x: Floats, y: Floats) -> Floats:
        """Pixels ``(n, 2)`` of points, held inside the area."""
        across = self.area.left() + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.area.width()
        up = self.area.bottom() - (y - self.y[0]) / (self.y[1] - self.y[0]) * self.area.height()
        across = np.clip(across, self.area.left(), self.area.right())
        return np.stack([across, np.clip(up, self.area.top(), self.area.bottom())], axis=1)

    def place(self, x: float, y: float) -> QPointF:
        """The pixel of one point."""
        return QPointF(*self.places(np.array([x]), np.array([y]))[0].tolist())

    def paint_axes(self, painter: QPainter, words: tuple[str, str]) -> None:
        """Paint grid lines and their numbers; *words* stand along the lower side and above the left one."""
        now, area = theme.current(), self.area
        painter.setFont(theme.font(10, tabular=True))
        metrics = QFontMetricsF(painter.font())
        for value in ticks(*self.y, max(2, min(5, int(area.height() // 34)))):
            y = round(self.place(self.x[0], value).y())
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), now.color("line", 0.7))
            painter.setPen(now.color("quiet"))
            painter.drawText(QRectF(area.left() - 80, y - 8, 74, 16), RIGHT, tick_text(value, self.shares))
        end = area.left() - 8
        for value in ticks(*self.x, max(2, min(6, int(area.width() // 56)))):
            text = tick_text(value, self.shares)
            wide = metrics.horizontalAdvance(text)
            x = self.place(value, self.y[0]).x()
            if x - wide / 2 > end:
                painter.drawText(QRectF(x - wide / 2 - 1, area.bottom() + 2, wide + 4, 14), 0, text)
                end = x + wide / 2 + 6
        painter.drawText(QRectF(area.left(), area.bottom() + 15, area.width(), 14), RIGHT, words[0])
        painter.drawText(QRectF(area.left() - 30, area.top() - TOP, area.width() + 30, 14), LEFT, words[1])
