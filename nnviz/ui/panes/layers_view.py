"""The table of the layers: a row a layer, a figure a column, and a small graphic below each figure."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.layers_plan import HEAD, TablePlan, is_finite, paint_headings, paint_row
from nnviz.ui.panes.layers_table import Row, explanation


class LayersView(QWidget):
    """Paints the rows it is given.

    Attributes:
        empty_text: shown while there are no rows.

    Signals:
        layer_chosen: a person clicked a row, or went to it with the arrow keys; carries the layer's id.
    """

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self._rows: list[Row] = []
        self._selected: str | None = None
        self._first = 0
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Figures of the layers"))

    @property
    def plan(self) -> TablePlan:
        """Where everything stands."""
        return TablePlan(float(self.width()), float(self.height()))

    @property
    def shown(self) -> list[Row]:
        """The rows on screen."""
        return self._rows[self._first : self._first + self.plan.fitting]

    def show_rows(self, rows: list[Row]) -> None:
        """Show *rows*."""
        self._rows = rows
        self._scroll_to(self._first)

    def select(self, layer: str | None) -> None:
        """Mark the row of *layer*, and bring it into view."""
        if layer == self._selected:
            return
        self._selected = layer
        places = [i for i, row in enumerate(self._rows) if row.id == layer]
        if places and not self._first <= places[0] < self._first + self.plan.fitting:
            self._scroll_to(places[0])
        self.update()

    def _scroll_to(self, first: int) -> None:
        self._first = max(0, min(first, len(self._rows) - self.plan.fitting))
        self.update()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._rows:
            plan = self.plan
            paint_headings(painter, plan, self._place())
            ends = [abs(row.now.mean) + row.now.spread for row in self._rows if is_finite(row.now)]
            for place, row in enumerate(self.shown):
                self._paint_behind(painter, plan.row(place), place, row)
                paint_row(painter, plan, plan.row(place), row, max(ends, default=0.0) or 1.0)
        else:
            paint_sentence(painter, self.rect(), self.empty_text)
        painter.end()

    def _place(self) -> str:
        """Which rows are shown; empty where all of them are."""
        last = self._first + self.plan.fitting
        if len(self._rows) <= self.plan.fitting:
            return ""
        return self.tr("{first} to {last} of {count}").format(first=self._first + 1, last=last, count=len(self._rows))

    def _paint_behind(self, painter: QPainter, box: QRectF, place: int, row: Row) -> None:
        """What marks the row that is selected, or under the mouse."""
        now, selected = theme.current(), row.id == self._selected
        if selected or place == self._hovered:
            painter.fillRect(box, now.color("field", 1.0 if selected else 0.5))
        if selected:
            painter.fillRect(QRectF(0, box.top(), 2, box.height()), now.color("accent"))

    # ------------------------------------------------------------ pointing

    def row_at(self, at: QPointF) -> int | None:
        """The place of the row under *at*, counted from the first that is shown."""
        place = int((at.y() - HEAD) // self.plan.row_height)
        return place if at.y() >= HEAD and place < len(self.shown) else None

    def text_at(self, at: QPointF) -> str:
        """What is said where the mouse is: the term of a heading, or what is worth a caution in a row."""
        column, place = self.plan.column_at(at.x()), self.row_at(at)
        if not self._rows:
            return ""
        if at.y() < HEAD:
            return explanation(column) if column is not None else ""
        if place is None:
            return ""
        said = self.shown[place].cautions
        return said[column] if column in said else "\n".join(said.values())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.layer_chosen.emit(self.shown[place].id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        down = -1 if event.angleDelta().y() > 0 else 1
        self._scroll_to(self._first + down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self._rows:
            super().keyPressEvent(event)
            return
        ids = [row.id for row in self._rows]
        at = ids.index(self._selected) + step if self._selected in ids else 0
        self.layer_chosen.emit(ids[max(0, min(len(ids) - 1, at))])
