"""The confusion matrix: what each true class was taken for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.training.evaluating.messages import Classes
from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.figures import count_text, share_text
from nnviz.ui.panes.evaluation_view import CENTRE, LEFT, RIGHT, SIDE, FigureView, Judged
from nnviz.ui.panes.readout import Line

HEAD, WIDEST, LARGEST_CELL = 18.0, 92.0, 120.0
WIDEST_SHARE = 0.3  # of the figure that names may take, where it is large
NUMBERED, SHARED = 17.0, 40.0  # pixels of a cell from which on it shows its count, and its share
LEAST_TINT = 0.10  # opacity of a cell that is not empty


@dataclass(frozen=True)
class MatrixPlan:
    """Where the cells stand: *count* rows and columns in *area*."""

    area: QRectF
    count: int

    @classmethod
    def within(cls, box: QRectF, names: list[str], head: str) -> MatrixPlan:
        """The plan inside *box*, with room at the left for *names* and, above them, for *head*."""
        metrics = QFontMetricsF(theme.font(11))
        widest = max(WIDEST, WIDEST_SHARE * box.width())
        count = max(1, len(names))
        longest = max(metrics.horizontalAdvance(name) for name in (head, *names))
        if longest > (box.width() - 2 * SIDE - min(widest, longest)) / count - 2:  # numbers above, and beside the names
            longest += metrics.horizontalAdvance("00") + 6
        gutter = min(widest, longest) + 8
        room = box.adjusted(SIDE + gutter, HEAD * 2, -SIDE, -8)
        wide = min(room.width() / count, LARGEST_CELL * 1.6)
        high = min(room.height() / count, LARGEST_CELL)
        return cls(QRectF(room.left(), room.top(), max(1.0, wide * count), max(1.0, high * count)), count)

    def cell(self, row: int, column: int) -> QRectF:
        """The cell of true class *row* taken for *column*, on whole pixels."""
        wide, high = self.area.width() / self.count, self.area.height() / self.count
        left, top = round(self.area.left() + column * wide), round(self.area.top() + row * high)
        right, bottom = round(self.area.left() + (column + 1) * wide), round(self.area.top() + (row + 1) * high)
        gap = 1 if min(wide, high) > 6 else 0
        return QRectF(left, top, max(1, right - left - gap), max(1, bottom - top - gap))

    def at(self, place: QPointF) -> tuple[int, int] | None:
        """Row and column under *place*."""
        if not self.area.contains(place):
            return None
        row = int((place.y() - self.area.top()) / self.area.height() * self.count)
        column = int((place.x() - self.area.left()) / self.area.width() * self.count)
        return min(row, self.count - 1), min(column, self.count - 1)


class MatrixView(FigureView):
    """A cell for each pair of true class and answer: right ones on the diagonal, in another colour than mistakes.

    Attributes:
        chosen: the true class and the answer of the cell whose samples are looked at.

    Signals:
        cell_clicked: true class and answer; None for the chosen one once more.
    """

    cell_clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Confusion matrix")
        self.setAccessibleName(self.title)
        self.chosen: tuple[int, int] | None = None

    def offers(self, judged: Judged) -> bool:
        return judged.classes is not None and judged.facts.task in ("binary", "classes")

    def plan(self, judged: Judged) -> MatrixPlan:
        """Where the cells stand now."""
        assert judged.classes is not None
        return MatrixPlan.within(self.area, [judged.name(i) for i in judged.classes.shown], self.tr("true"))

    def draw(self, painter: QPainter, judged: Judged) -> None:
        assert judged.classes is not None
        plan, found = self.plan(judged), judged.classes
        counts = np.array(found.counts).reshape(plan.count, plan.count)
        support = np.maximum(1, np.array(found.support))
        hot = plan.at(self.at) if self.at is not None else None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row in range(plan.count):
            for column in range(plan.count):
                count, share = int(counts[row, column]), float(counts[row, column] / support[row])
                _paint_cell(painter, plan.cell(row, column), count, share, right=row == column)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter, plan, judged, found, hot)
        for cell, colour in ((hot, "quiet"), (self._chosen_place(found), "accent")):
            if cell is not None:
                painter.setPen(QPen(theme.current().color(colour), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(plan.cell(*cell).adjusted(0.5, 0.5, -0.5, -0.5))

    def _chosen_place(self, found: Classes) -> tuple[int, int] | None:
        if self.chosen is None or not set(self.chosen) <= set(found.shown):
            return None
        return found.shown.index(self.chosen[0]), found.shown.index(self.chosen[1])

    def _paint_names(
        self, painter: QPainter, plan: MatrixPlan, judged: Judged, found: Classes, hot: tuple[int, int] | None
    ) -> None:
        now = theme.current()
        painter.setFont(theme.font(10))
        painter.setPen(now.color("quiet"))
        painter.drawText(QRectF(plan.area.left(), self.area.top(), plan.area.width(), HEAD), LEFT, self.tr("answer"))
        painter.drawText(
            QRectF(SIDE, self.area.top() + HEAD, plan.area.left() - SIDE - 8, HEAD), RIGHT, self.tr("true")
        )
        painter.setFont(theme.font(11))
        metrics = QFontMetricsF(painter.font())
        names = [judged.name(i) for i in found.shown]
        wide, high = plan.area.width() / plan.count, plan.area.height() / plan.count
        across = max(1, round(np.ceil(18 / wide)))
        down = max(1, round(np.ceil(13 / high)))
        numbered = any(metrics.horizontalAdvance(name) > wide * across - 2 for name in names)
        for i, name in enumerate(names):
            number = str(found.shown[i] + 1)
            cell = plan.cell(i, i)
            if i % down == 0:
                painter.setPen(now.color("text" if hot is not None and hot[0] == i else "quiet"))
                box = QRectF(SIDE - 4, cell.center().y() - 8, plan.area.left() - SIDE - 4, 16)
                if numbered:
                    painter.drawText(box, RIGHT, number)
                    box.adjust(0, 0, -metrics.horizontalAdvance("00") - 6, 0)
                painter.drawText(box, RIGHT, short_name(name, names, metrics, box.width()))
            if i % across == 0:
                painter.setPen(now.color("text" if hot is not None and hot[1] == i else "quiet"))
                box = QRectF(cell.center().x() - wide * across / 2, plan.area.top() - HEAD, wide * across - 2, HEAD - 2)
                painter.drawText(box, CENTRE, number if numbered else name)

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        plan = self.plan(judged)
        cell = plan.at(at)
        if cell is None or judged.classes is None:
            return []
        found = judged.classes
        count = found.counts[cell[0] * plan.count + cell[1]]
        share = count / found.support[cell[0]] if found.support[cell[0]] else float("nan")
        truth, answer = judged.name(found.shown[cell[0]]), judged.name(found.shown[cell[1]])
        of_all = self.tr("of all {name}").format(name=truth)
        return [Line(self.tr("true"), truth), Line(self.tr("answer"), answer),
                Line(self.tr("samples"), count_text(count)), Line(of_all, share_text(share))]  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        judged = self.judged
        if event.button() is not Qt.MouseButton.LeftButton or judged is None or judged.classes is None:
            return
        cell = self.plan(judged).at(event.position())
        if cell is not None:
            shown = judged.classes.shown
            wanted = shown[cell[0]], shown[cell[1]]
            self.cell_clicked.emit(None if wanted == self.chosen else wanted)


def _paint_cell(painter: QPainter, box: QRectF, count: int, share: float, *, right: bool) -> None:
    now = theme.current()
    painter.fillRect(box, now.color("field"))
    if count:
        painter.fillRect(box, _tint(share, right))
    if box.width() < NUMBERED or box.height() < NUMBERED or (not count and not right):
        return
    shared = box.width() >= SHARED and box.height() >= SHARED
    painter.setFont(theme.font(12 if shared else 11, semibold=right and count > 0, tabular=True))
    painter.setPen(now.color("text" if count else "quiet"))
    text = count_text(count)
    if QFontMetricsF(painter.font()).horizontalAdvance(text) > box.width():
        return
    painter.drawText(box.adjusted(0, 0, 0, -box.height() / 2 + 9) if shared else box, CENTRE, text)
    if shared and count:
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(now.color("text", 0.75))
        painter.drawText(
            box.adjusted(0, box.height() / 2 - 2, 0, 0).adjusted(0, 0, 0, -box.height() / 2 + 16),
            CENTRE,
            share_text(share),
        )


def _tint(share: float, right: bool) -> QColor:
    """Mistakes are rare, so that their colour grows with the root of their share."""
    strength = share if right else share**0.5
    return theme.current().color("positive" if right else "negative", LEAST_TINT + 0.65 * min(1.0, strength))
