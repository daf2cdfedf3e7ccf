"""Precision, recall, F1 and support of each class or label, as a table that can be sorted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.evaluating.messages import Classes
from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.figures import count_text, share_text
from nnviz.ui.panes.evaluation_view import LEFT, RIGHT, SIDE, FigureView, Judged
from nnviz.ui.panes.readout import Line

HEAD, ROW, COLUMN, LAST = 22.0, 24.0, 68.0, 56.0
NOTCH = 120


@dataclass(frozen=True)
class _Row:
    index: int
    name: str
    figures: tuple[float, float, float]
    support: int
    counts: tuple[int, int, int, int] | None  # of a label: no for no, no for yes, yes for no, yes for yes


class ClassTable(FigureView):
    """A row for each class, and their means below; a click on a heading sorts by it.

    Attributes:
        order: the number of the column that it is sorted by; None as the classes stand.
        first: the first row that is shown.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("By class")
        self.setAccessibleName(self.title)
        self.order: int | None = None
        self.first = 0

    def offers(self, judged: Judged) -> bool:
        return judged.classes is not None

    def rows(self, judged: Judged) -> list[_Row]:
        """The rows in their order."""
        found = judged.classes
        assert found is not None
        labels = judged.facts.task == "labels"
        rows = [_row(judged, found, i, labels) for i in range(len(found.shown))]
        if self.order is None:
            return rows
        if self.order == 3:
            return sorted(rows, key=lambda row: row.support)
        order = self.order
        return sorted(rows, key=lambda row: (row.figures[order] != row.figures[order], row.figures[order]))

    @property
    def fitting(self) -> int:
        """How many rows there is room for, the means left out."""
        return max(1, int((self.area.height() - HEAD - ROW - 8) // ROW))

    def draw(self, painter: QPainter, judged: Judged) -> None:
        rows, area = self.rows(judged), self.area
        self.first = max(0, min(self.first, len(rows) - self.fitting))
        self._paint_heads(painter, area)
        for place, row in enumerate(rows[self.first : self.first + self.fitting]):
            self._paint_row(painter, QRectF(SIDE, area.top() + HEAD + place * ROW, area.width() - 2 * SIDE, ROW), row)
        if len(rows) > 1:
            self._paint_means(painter, area, rows)

    def _columns(self) -> list[QRectF]:
        """Where the figures of a row stand, from the left: three shares and the support; y is of the headings."""
        right, top = self.width() - SIDE, self.area.top()
        wide = min(COLUMN * 1.6, max(46.0, (self.width() - 2 * SIDE - LAST - 70) / 3))
        lefts = [right - LAST - wide * (3 - i) for i in range(3)]
        return [*(QRectF(left, top, wide - 8, HEAD) for left in lefts), QRectF(right - LAST, top, LAST, HEAD)]

    def _paint_heads(self, painter: QPainter, area: QRectF) -> None:
        now = theme.current()
        painter.setFont(theme.font(10))
        heads = self.tr("precision"), self.tr("recall"), self.tr("F1"), self.tr("samples")
        for i, (box, text) in enumerate(zip(self._columns(), heads, strict=True)):
            painter.setPen(now.color("accent" if self.order == i else "quiet"))
            box.setLeft(box.left() if i else SIDE)  # nothing stands above the names
            painter.drawText(
                box, RIGHT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
            )
        painter.fillRect(QRectF(SIDE, area.top() + HEAD - 1, area.width() - 2 * SIDE, 1), now.color("line"))

    def _paint_row(self, painter: QPainter, box: QRectF, row: _Row, quiet: bool = False) -> None:
        now, columns = theme.current(), self._columns()
        painter.setFont(theme.font(12, tabular=True))
        painter.setPen(now.color("quiet" if quiet else "text"))
        room = columns[0].left() - box.left() - 8
        name = short_name(row.name, self._names(), painter.fontMetrics(), room)
        painter.drawText(QRectF(box.left(), box.top(), room, ROW), LEFT, name)
        for column, figure in zip(columns, row.figures, strict=False):
            place = QRectF(column.left(), box.top(), column.width(), ROW)
            if figure == figure and not quiet:
                bar = QRectF(place.left(), place.bottom() - 5, place.width(), 3)
                painter.fillRect(bar, now.color("field"))
                painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * figure, 3), now.color("training", 0.75))
            painter.setPen(now.color("quiet" if quiet or figure != figure else "text"))
            painter.drawText(place.adjusted(0, 0, 0, -3), RIGHT, share_text(figure))
        painter.setPen(now.color("quiet"))
        painter.drawText(
            QRectF(columns[3].left(), box.top(), LAST, ROW).adjusted(0, 0, 0, -3), RIGHT, count_text(row.support)
        )

    def _names(self) -> tuple[str, ...]:
        return self.judged.facts.class_names if self.judged is not None else ()

    def _paint_means(self, painter: QPainter, area: QRectF, rows: list[_Row]) -> None:
        """The means over the classes, each counting the same, as scikit-learn's ``macro``."""
        figures = np.array([row.figures for row in rows])
        known = ~np.isnan(figures)
        sums = np.where(known, figures, 0.0).sum(0)
        means = [float(s / n) if n else float("nan") for s, n in zip(sums, known.sum(0), strict=True)]
        total = sum(row.support for row in rows)
        shown = min(len(rows), self.fitting)
        top = area.top() + HEAD + shown * ROW + 2
        painter.fillRect(QRectF(SIDE, top - 1, area.width() - 2 * SIDE, 1), theme.current().color("line"))
        mean = _Row(-1, self.tr("mean"), (means[0], means[1], means[2]), total, None)
        self._paint_row(painter, QRectF(SIDE, top, area.width() - 2 * SIDE, ROW), mean, quiet=True)

    def row_at(self, at: QPointF, rows: list[_Row]) -> _Row | None:
        """The row under *at*."""
        place = int((at.y() - self.area.top() - HEAD) // ROW)
        there = at.y() >= self.area.top() + HEAD and place < self.fitting and self.first + place < len(rows)
        return rows[self.first + place] if there else None

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        row = self.row_at(at, self.rows(judged))
        if row is None or row.counts is None:
            return []
        words = self.tr("rightly no"), self.tr("wrongly yes"), self.tr("missed"), self.tr("rightly yes")
        return [Line(row.name), *(Line(word, count_text(n)) for word, n in zip(words, row.counts, strict=True))]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for i, box in enumerate(self._columns()):
            if box.contains(event.position()):
                self.order = None if self.order == i else i
                self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.first = max(0, self.first - round(3 * event.angleDelta().y() / NOTCH))
        self.update()
        event.accept()


def _row(judged: Judged, found: Classes, i: int, labels: bool) -> _Row:
    figures = found.precision[i], found.recall[i], found.f1[i]
    counts = found.counts[4 * i : 4 * i + 4]
    four = (counts[0], counts[1], counts[2], counts[3]) if labels else None
    return _Row(found.shown[i], judged.name(found.shown[i]), figures, found.support[i], four)
