"""The names of several curves, beside the plot and never over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.panes.evaluation_view import LEFT, RIGHT

LINE, MARK, GAP = 15.0, 20.0, 12.0  # pixels: a line, the piece of curve before a name, what is kept beside it
LEAST, FIGURED = 210.0, 330.0  # widths of a figure from which on it has a legend, and one with figures
LEAST_NAME, MOST_SHARE = 26.0, 0.42  # pixels that a name has at least; of the figure's width, what a legend may take
# The colours begin again after the last; then lines are broken, in another way each time.
BREAKS: tuple[tuple[float, ...], ...] = ((), (3.0, 2.0), (1.0, 1.6), (4.0, 1.6, 1.0, 1.6))


@dataclass(frozen=True)
class Entry:
    """One line of a legend.

    Attributes:
        index: of its class.
        name: what that is called.
        value, figure: how good its curve is, and the same as a text.
        colour: of its curve.
    """

    index: int
    name: str
    value: float
    figure: str
    colour: QColor


def curve_pen(colour: QColor, index: int, width: float) -> QPen:
    """The pen of the curve of class *index*: those of one colour differ in how they are broken."""
    pen = QPen(colour, width)
    breaks = BREAKS[index // len(theme.current().classes) % len(BREAKS)]
    if breaks:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(breaks))
    return pen


def listed(entries: Sequence[Entry], lines: int, lit: int | None) -> tuple[Entry, ...]:
    """Those that *lines* have room for: all, or the ones that do worst, which are looked for; and the one that is lit.

    One line is left for how many others there are.
    """
    if len(entries) <= lines:
        return tuple(entries)
    ranked = sorted(entries, key=lambda entry: (entry.index != lit, entry.value))
    return tuple(sorted(ranked[: max(0, lines - 1)], key=lambda entry: entry.value))


class Legend:
    """The names of *entries* beside a plot in a figure *room* pixels wide.

    Attributes:
        width: the pixels that it takes of the figure; 0 where there is nothing to tell apart, or no room.
        figured: whether it says how good each curve is.
    """

    def __init__(self, entries: Sequence[Entry], room: float) -> None:
        self._entries = tuple(entries)
        self._names = [entry.name for entry in entries]
        self._font = theme.font(11, tabular=True)
        self.figured = room >= FIGURED
        self.width = self._width(room) if len(entries) > 1 and room >= LEAST else 0.0

    def _width(self, room: float) -> float:
        metrics = QFontMetrics(self._font)
        name = max(metrics.horizontalAdvance(name) for name in self._names) + 2.0
        figure = max(metrics.horizontalAdvance(entry.figure) for entry in self._entries) + 10.0 if self.figured else 0.0
        return GAP + min(MARK + max(LEAST_NAME, name) + figure, MOST_SHARE * room)

    def paint(self, painter: QPainter, corner: QPointF, height: float, lit: int | None, more: str) -> None:
        """Paint it from *corner* down, *height* pixels high; *more*, with a place for how many, is of those left out.

        *lit* is the class that the mouse points at.
        """
        if not self.width:
            return
        now = theme.current()
        painter.setFont(self._font)
        shown = listed(self._entries, int(height // LINE), lit)
        line = QRectF(corner.x() + GAP, corner.y(), self.width - GAP, LINE)
        for entry in shown:
            painter.setPen(curve_pen(entry.colour, entry.index, 2.0))
            middle = line.center().y()
            painter.drawLine(QPointF(line.left(), middle), QPointF(line.left() + MARK - 6, middle))
            painter.setPen(now.color("text" if lit in (None, entry.index) else "quiet"))
            self._write(painter, line.adjusted(MARK, 0, 0, 0), entry)
            line.translate(0, LINE)
        if len(shown) < len(self._entries):
            painter.setPen(now.color("quiet"))
            painter.drawText(line.adjusted(MARK, 0, 0, 0), LEFT, more.format(len(self._entries) - len(shown)))

    def _write(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        metrics = painter.fontMetrics()
        taken = metrics.horizontalAdvance(entry.figure) + 8 if self.figured else 0
        painter.drawText(box, LEFT, short_name(entry.name, self._names, metrics, box.width() - taken))
        if self.figured:
            painter.drawText(box, RIGHT, entry.figure)
