"""Pictures with their labels, as many as there are: only those on screen are read and painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.picture_cache import PictureCache, Thumbnail
from nnviz.ui.data_view.scrolled import Scrolled

SIDE, GAP, LABEL = 16, 8, 18
SMALLEST, LARGEST = 44, 88  # of a picture
ABREAST = 6  # pictures side by side that are wanted


@dataclass(frozen=True)
class GridPlan:
    """*abreast* pictures of *side* pixels in a row, each *across* and *down* pixels after the last."""

    abreast: int
    side: int
    across: float

    @classmethod
    def of(cls, width: int) -> GridPlan:
        """The plan for a grid of *width* pixels."""
        room = max(1, width - 2 * SIDE)
        side = max(SMALLEST, min(LARGEST, (room + GAP) // ABREAST - GAP))
        abreast = max(1, (room + GAP) // (side + GAP))
        return cls(abreast, side, (room + GAP) / abreast)

    @property
    def down(self) -> int:
        """From one row of pictures to the next."""
        return self.side + LABEL + 4

    def box(self, place: int) -> QRect:
        """Where the picture at *place* stands, its label below it included, before anything is scrolled."""
        row, column = divmod(place, self.abreast)
        left = SIDE + round(column * self.across + (self.across - GAP - self.side) / 2)
        return QRect(left, 4 + row * self.down, self.side, self.side + LABEL)

    def content(self, count: int) -> int:
        """The height of *count* pictures."""
        return 8 + -(-count // self.abreast) * self.down

    def places(self, scrolled: int, height: int, count: int) -> range:
        """Which of *count* pictures can be seen."""
        first, last = max(0, scrolled - 4) // self.down, (scrolled + height) // self.down + 1
        return range(min(count, first * self.abreast), min(count, last * self.abreast))

    def place_at(self, at: QPointF, scrolled: int) -> int | None:
        """The place under *at*; None between pictures."""
        y = at.y() + scrolled
        place = int((y - 4) // self.down) * self.abreast + int((at.x() - SIDE) // self.across)
        inside = SIDE <= at.x() < SIDE + self.abreast * self.across
        return place if inside and place >= 0 and self.box(place).contains(round(at.x()), round(y)) else None


class PictureGrid(Scrolled):
    """All pictures, or those of one class.

    Attributes:
        pictures: makes what is on screen.
        selected: the 0-based row that is selected; None for none.

    Signals:
        row_chosen: a person selected a picture; carries its row.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = PictureCache(self)
        self.pictures.arrived.connect(self.viewport().update)
        self.selected: int | None = None
        self._count = 0
        self._rows: NDArray[np.int64] | None = None
        self._classes: dict[str, int] = {}
        self._yes_or_no = False
        self.setAccessibleName(self.tr("Pictures of the data"))
        theme.notifier().changed.connect(self.pictures.forget)

    # ------------------------------------------------------------------ what it shows

    def set_data(self, data: OpenData | None) -> None:
        """Show the pictures of *data*."""
        self.pictures.set_data(data)
        self._count = data.view.rows if data is not None else 0
        self._classes = {}
        self.selected = None
        self.show_rows(None)

    def set_classes(self, names: Sequence[str], *, yes_or_no: bool = False) -> None:
        """Mark each label with the colour of its class."""
        self._classes, self._yes_or_no = {name: i for i, name in enumerate(names)}, yes_or_no
        self.viewport().update()

    def show_rows(self, rows: NDArray[np.int64] | None) -> None:
        """Show these *rows* alone, which ascend, or all of them."""
        self._rows = rows
        self.verticalScrollBar().setValue(0)
        self.fit()
        self.viewport().update()

    @property
    def shown(self) -> int:
        """How many pictures can be scrolled to."""
        return self._count if self._rows is None else len(self._rows)

    def row_of(self, place: int) -> int:
        """The row that stands at *place*."""
        return place if self._rows is None else int(self._rows[place])

    def place_of(self, row: int) -> int | None:
        """Where *row* stands; None where it is left out."""
        if self._rows is None:
            return row
        place = int(np.searchsorted(self._rows, row))
        return place if place < len(self._rows) and self._rows[place] == row else None

    def select_row(self, row: int | None) -> None:
        """Mark *row* and bring it into view."""
        self.selected = row
        place = self.place_of(row) if row is not None else None
        if place is not None:
            box, bar = self.plan.box(place), self.verticalScrollBar()
            if box.top() < bar.value() or box.bottom() > bar.value() + self.viewport().height():
                bar.setValue(box.center().y() - self.viewport().height() // 2)
        self.viewport().update()

    @property
    def plan(self) -> GridPlan:
        """Where the pictures stand."""
        return GridPlan.of(self.viewport().width())

    def fit(self) -> None:
        self.set_reach(self.plan.content(self.shown), self.plan.down // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pictures.set_side(round(self.plan.side * self.devicePixelRatioF()))

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter) -> None:
        plan, scrolled = self.plan, self.verticalScrollBar().value()
        self.pictures.set_side(round(plan.side * self.devicePixelRatioF()))
        places = plan.places(scrolled, self.viewport().height(), self.shown)
        self.pictures.want([self.row_of(place) for place in places])
        for place in places:
            row = self.row_of(place)
            self._paint(painter, plan.box(place).translated(0, -scrolled), self.pictures.of(row), row == self.selected)

    def _paint(self, painter: QPainter, box: QRect, thumbnail: Thumbnail | None, chosen: bool) -> None:
        now = theme.current()
        square = QRect(box.left(), box.top(), box.width(), box.width())
        painter.fillRect(square, now.color("field"))
        if thumbnail is not None:
            image = thumbnail.image
            image.setDevicePixelRatio(self.devicePixelRatioF())
            size = image.deviceIndependentSize()
            centre = QRectF(square).center()
            painter.drawImage(
                QPointF(round(centre.x() - size.width() / 2), round(centre.y() - size.height() / 2)), image
            )
            self._paint_label(painter, box, thumbnail.label, chosen)
        if chosen:
            painter.setPen(now.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square.adjusted(-2, -2, 1, 1))
            painter.drawRect(square.adjusted(-1, -1, 0, 0))

    def _paint_label(self, painter: QPainter, box: QRect, label: str, chosen: bool) -> None:
        now = theme.current()
        painter.setFont(theme.font(11, tabular=True))
        metrics, line = painter.fontMetrics(), QRect(box.left(), box.top() + box.width() + 2, box.width(), LABEL - 2)
        index = self._classes.get(label)
        dot = 10 if index is not None else 0
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, line.width() - dot)
        left = line.left() + max(0, (line.width() - dot - metrics.horizontalAdvance(shown)) // 2)
        if index is not None:
            colour = class_colour(index, self._yes_or_no)
            painter.fillRect(QRect(left, line.center().y() - 2, 6, 6), colour)
        painter.setPen(now.color("text" if chosen else "quiet"))
        painter.drawText(
            QRect(left + dot, line.top(), line.width(), line.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )

    # ------------------------------------------------------------------ pointing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.plan.place_at(event.position(), self.verticalScrollBar().value())
        if event.button() == Qt.MouseButton.LeftButton and place is not None and place < self.shown:
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.selected
        now = self.place_of(row) if row is not None else None
        now = now if now is not None else -1
        place = {
            Qt.Key.Key_Right: now + 1,
            Qt.Key.Key_Left: now - 1,
            Qt.Key.Key_Down: now + self.plan.abreast,
            Qt.Key.Key_Up: now - self.plan.abreast,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.shown - 1,
        }.get(Qt.Key(event.key()))
        if place is None or not self.shown:
            super().keyPressEvent(event)
        else:
            self._choose(max(0, min(self.shown - 1, place)))

    def _choose(self, place: int) -> None:
        row = self.row_of(place)
        if row != self.selected:
            self.select_row(row)
            self.row_chosen.emit(row)

    def picture_place(self, row: int) -> QPoint:
        """The middle of the picture of *row*, in pixels of the viewport."""
        place = self.place_of(row)
        assert place is not None
        return self.plan.box(place).center() - QPoint(0, self.verticalScrollBar().value())
