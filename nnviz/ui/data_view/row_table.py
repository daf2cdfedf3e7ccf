"""The rows of a table, a million of them as quickly as ten: only those on screen are read and painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.data.profile.known import ClassCount, ColumnProfile, Profile
from nnviz.data.profile.viewing import Head
from nnviz.ui import theme
from nnviz.ui.data_view.bars import bars_of
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.row_cache import RowCache
from nnviz.ui.data_view.scrolled import Scrolled
from nnviz.ui.data_view.table_paint import (
    HeadLook,
    head_width,
    paint_awaited,
    paint_cells,
    paint_head,
    paint_row_number,
)
from nnviz.ui.data_view.table_plan import (
    BARS_HEIGHT,
    MOST_MEASURED,
    NAMES_HEIGHT,
    ROW_HEIGHT,
    TablePlan,
    column_widths,
    edges_of,
)
from nnviz.ui.data_view.wording import cell_text
from nnviz.ui.figures import count_text

SAMPLED = 24  # rows whose cells say how wide the columns are


class _Seen(NamedTuple):
    """What is scrolled to: the uppermost row, and the pixels to the right."""

    first: int
    scrolled: int


class RowTable(Scrolled):
    """Rows and columns; the head has the histograms once the columns are described.

    Attributes:
        rows: reads what is on screen.
        selected: the 0-based row that is selected; None for none.

    Signals:
        row_chosen: a person selected a row; carries its 0-based number.
        column_chosen: a person pressed the head of a column; carries its number.
    """

    row_chosen = Signal(int)
    column_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowCache(self)
        self.rows.arrived.connect(self._arrived)
        self.selected: int | None = None
        self._column: int | None = None
        self._heads: tuple[Head, ...] = ()
        self._known: dict[str, ColumnProfile] = {}
        self._classes: tuple[ClassCount, ...] = ()
        self._yes_or_no = False
        self._widths: list[int] = []
        self._edges: tuple[int, ...] = (0,)
        self._measured = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Rows of the data"))

    # ------------------------------------------------------------------ what it shows

    def set_data(self, data: OpenData | None) -> None:
        """Show the rows of *data*."""
        self.rows.set_data(data)
        self._heads = data.view.heads if data is not None else ()
        self._known, self._classes = {}, ()
        self.selected = self._column = None
        self._measured = False
        self._widths = self._measure(())
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.fit()
        self.viewport().update()

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """Show above each column how its values are spread."""
        self._known = {column.name: column for column in profile.columns} if profile is not None else {}
        self._classes = profile.classes if profile is not None else ()
        self._yes_or_no = yes_or_no
        self.fit()
        self.viewport().update()

    def select_row(self, row: int | None) -> None:
        """Mark *row* and bring it into view."""
        self.selected = row
        if row is not None:
            bar, plan = self.verticalScrollBar(), self.plan
            if not bar.value() <= row < bar.value() + plan.whole_rows:
                bar.setValue(row - plan.whole_rows // 2)
        self.viewport().update()

    def show_column(self, column: int) -> None:
        """Mark *column* and bring it into view."""
        plan, bar = self.plan, self.horizontalScrollBar()
        left, right = plan.edges[column], plan.edges[column + 1]
        if left < bar.value() or right > bar.value() + plan.room:
            bar.setValue(left)
        self._column = column
        self.viewport().update()

    @property
    def plan(self) -> TablePlan:
        """Where everything stands."""
        size = self.viewport().size()
        head = NAMES_HEIGHT + (BARS_HEIGHT if self._known else 0)
        return TablePlan(size.width(), size.height(), self._gutter(), head, self._edges)

    def _gutter(self) -> int:
        widest = count_text(max(99, self.rows.count))
        return QFontMetrics(theme.font(10, tabular=True)).horizontalAdvance(widest) + 14

    def fit(self) -> None:
        self._edges = edges_of(self._widths, self.viewport().width() - self._gutter())
        plan = self.plan
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.rows.count - plan.whole_rows))
        down.setPageStep(plan.whole_rows)
        across.setRange(0, max(0, plan.content - plan.room))
        across.setPageStep(plan.room)
        across.setSingleStep(24)

    def _measure(self, samples: Sequence[Sequence[str]]) -> list[int]:
        return column_widths([head_width(head) for head in self._heads], samples)

    def _arrived(self) -> None:
        if not self._measured:
            first = self.verticalScrollBar().value()
            rows = [self.rows.row(number) for number in range(first, first + SAMPLED)]
            texts = [[cell_text(cell) for cell in row[:MOST_MEASURED]] for row in rows if row is not None]
            if texts:
                self._measured = True
                self._widths = self._measure(texts)
                self.fit()
        self.viewport().update()

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter) -> None:
        plan = self.plan
        seen = _Seen(self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        columns = plan.columns(seen.scrolled)
        last = min(self.rows.count, seen.first + plan.whole_rows + 1)
        self.rows.want(seen.first, last)
        painter.save()
        painter.setClipRect(QRect(0, plan.head, plan.width, plan.height - plan.head))
        for number in self._exposed_rows(plan, seen.first, last):
            self._paint_row(painter, plan, seen, columns, number)
        painter.restore()
        painter.setClipRect(QRect(plan.gutter, 0, plan.room, plan.head))
        for column in columns:
            self._paint_head(painter, plan, seen.scrolled, column)

    def _exposed_rows(self, plan: TablePlan, first: int, last: int) -> range:
        """The rows that have to be painted of those on screen."""
        top, bottom = self.exposed.top() - plan.head, self.exposed.bottom() - plan.head
        return range(first + max(0, top // ROW_HEIGHT), min(last, first + max(-1, bottom // ROW_HEIGHT) + 1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        plan = self.plan
        if dx or abs(dy) >= plan.whole_rows:
            self.viewport().update()
        else:  # what stays on screen is moved, not painted anew
            rows = QRect(0, plan.head, plan.width, plan.height - plan.head)
            self.viewport().scroll(0, dy * ROW_HEIGHT, rows)

    def _paint_row(self, painter: QPainter, plan: TablePlan, seen: _Seen, columns: range, number: int) -> None:
        top = plan.head + (number - seen.first) * ROW_HEIGHT
        chosen = number == self.selected
        if chosen:
            painter.fillRect(QRect(plan.gutter, top, plan.room, ROW_HEIGHT), theme.current().color("field"))
        boxes = [
            QRect(plan.gutter + plan.edges[i] - seen.scrolled, top, plan.edges[i + 1] - plan.edges[i], ROW_HEIGHT)
            for i in columns
        ]
        heads, row = [self._heads[i] for i in columns], self.rows.row(number)
        if row is None:
            paint_awaited(painter, boxes, heads)
        else:
            paint_cells(painter, boxes, heads, [row[i] for i in columns])
        ground = QRect(0, top, plan.gutter, ROW_HEIGHT)
        painter.fillRect(ground, theme.current().color("panel"))  # a column may be scrolled half below the numbers
        paint_row_number(painter, ground, count_text(number + 1), chosen)

    def _paint_head(self, painter: QPainter, plan: TablePlan, scrolled: int, column: int) -> None:
        head = self._heads[column]
        known = self._known.get(head.name)
        bars = bars_of(known, self._classes, self._yes_or_no) if known is not None else None
        left = plan.gutter + plan.edges[column] - scrolled
        box = QRect(left, 0, plan.edges[column + 1] - plan.edges[column] - 1, plan.head - 2)
        paint_head(painter, box, HeadLook(head, bars, column == self._column))

    # ------------------------------------------------------------------ pointing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        plan, at = self.plan, event.position()
        row = plan.row_at(at.y(), self.verticalScrollBar().value())
        if row is None:
            column = plan.column_at(at.x(), self.horizontalScrollBar().value())
            if column is not None:
                self.column_chosen.emit(column)
        elif row < self.rows.count:
            self._choose(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plan, at = self.plan, event.position()
        column = plan.column_at(at.x(), self.horizontalScrollBar().value())
        name = self._heads[column].name if column is not None and at.y() < plan.head else ""
        self.viewport().setToolTip(name)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.selected if self.selected is not None else self.verticalScrollBar().value() - 1
        page = self.plan.whole_rows
        row = {
            Qt.Key.Key_Down: now + 1,
            Qt.Key.Key_Up: now - 1,
            Qt.Key.Key_PageDown: now + page,
            Qt.Key.Key_PageUp: now - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.rows.count - 1,
        }.get(Qt.Key(event.key()))
        if row is None or not self.rows.count:
            super().keyPressEvent(event)
        else:
            self._choose(max(0, min(self.rows.count - 1, row)))

    def _choose(self, row: int) -> None:
        if row != self.selected:
            self.select_row(row)
            self.row_chosen.emit(row)

    def shutdown(self) -> None:
        """Give up what is being read."""
        self.rows.shutdown()

    def row_place(self, row: int) -> QPoint:
        """The middle of the number of *row*, in pixels of the viewport."""
        plan = self.plan
        top = plan.head + (row - self.verticalScrollBar().value()) * ROW_HEIGHT
        return QPoint(plan.gutter // 2, top + ROW_HEIGHT // 2)
