"""The way of one step of training: forward through the layers, back from the loss, then the new weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.training.one_step.steps import Answers, Deltas, LossStep, Sample, Step, Sums, Update
from nnviz.ui import theme

NAME, LANE, GAP = 16.0, 17.0, 2.0
LEAST_FOR_TEXT = 19.0  # pixels of a piece
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Place:
    """Where a piece stands.

    Attributes:
        column: 0 for the Input, then the layers, then the loss.
        lane: 0 forward, 1 back, 2 update.
        part, parts: which part of the column it takes there, of how many.
        letter: what is written on it.
    """

    column: int
    lane: int
    part: int
    parts: int
    letter: str


def place_of(step: Step, layers: int) -> Place:
    """Where *step* stands in a network of so many *layers*, the Input left out."""
    if isinstance(step, Sample):
        return Place(0, 0, 0, 1, "x")
    if isinstance(step, LossStep):
        return Place(layers + 1, 0, 0, 1, "L")
    column = step.layer + 1
    if isinstance(step, Sums):
        return Place(column, 0, 0, 2, "z")
    if isinstance(step, Answers):
        return Place(column, 0, 1, 2, "a")
    if isinstance(step, Update):
        return Place(column, 2, 0, 1, "w")
    return Place(column, 1, 1, 2, "dz") if isinstance(step, Deltas) else Place(column, 1, 0, 2, "dw")


class ChainView(QWidget):
    """All pieces as small boxes in three lanes, that of now in the accent colour; a press goes to one.

    Attributes:
        at: the number of the piece of now.

    Signals:
        chosen: the number of the piece that was pressed.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._names: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self.at = 0
        self.setFixedHeight(round(NAME + 3 * LANE) + 4)
        self.setAccessibleName(self.tr("The way of the step"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_steps(self, steps: Sequence[Step], names: Sequence[str], titles: Sequence[str]) -> None:
        """Show *steps*; *names* stand above the columns, *titles* say what each step is."""
        self._places = tuple(place_of(step, len(names) - 2) for step in steps)
        self._names, self._titles = tuple(names), tuple(titles)
        self.update()

    def show_at(self, at: int) -> None:
        """Mark piece number *at*."""
        self.at = at
        self.update()

    def box(self, number: int) -> QRectF:
        """Where piece *number* is painted."""
        place, wide = self._places[number], self._column
        part = wide / place.parts
        left = theme.GROUP + place.column * wide + place.part * part
        return QRectF(left, NAME + place.lane * LANE, part - GAP, LANE - GAP)

    @property
    def _column(self) -> float:
        return (self.width() - 2 * theme.GROUP) / max(1, len(self._names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        painter.setFont(theme.font(10))
        for number in range(len(self._places)):
            self._paint_piece(painter, number)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(theme.font(10))
        painter.setPen(theme.current().color("quiet"))
        for column, name in enumerate(self._names):
            box = QRectF(theme.GROUP + column * self._column, 0, self._column - GAP, NAME - 2)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, CENTRE, shown)

    def _paint_piece(self, painter: QPainter, number: int) -> None:
        now, box, place = theme.current(), self.box(number), self._places[number]
        here, done = number == self.at, number < self.at
        colour = ("positive", "negative", "good")[place.lane]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("accent") if here else now.color(colour, 0.28) if done else now.color("field"))
        painter.drawRoundedRect(box, 3, 3)
        if box.width() >= LEAST_FOR_TEXT:
            painter.setPen(now.color("on_accent" if here else "text" if done else "quiet"))
            painter.drawText(box, CENTRE, place.letter)

    def number_at(self, place: QPointF) -> int | None:
        """The piece under *place*."""
        return next((i for i in range(len(self._places)) if self.box(i).contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if number is not None:
            self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self.number_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if number is None else self._titles[number], self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())
