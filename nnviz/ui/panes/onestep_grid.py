"""A table of the numbers of a step, coloured by sign and size; the one that is written out is framed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from nnviz.training.one_step.figures import number
from nnviz.training.one_step.formulas import Chosen
from nnviz.training.one_step.given import Floats
from nnviz.training.one_step.grids import UNIT, Grid
from nnviz.ui import theme

HEAD, ROW, DOUBLE = 18, 21, 34
LEAST, MOST = 66, 96  # pixels of a cell across
TINT = 0.45  # opacity of the largest number
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GridView(QWidget):
    """The table of a step; only what can be seen of it is painted.

    Signals:
        chosen: a ``Chosen``: another unit or weight was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self._is = Chosen()
        self._sources = 0
        self._corner, self._gutter = "", 0
        self._scale: Floats = np.ones(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The numbers of the step"))

    def show_grid(self, grid: Grid, chosen: Chosen, sources: int) -> None:
        """Show *grid*; *sources* is how many units come in before its bias."""
        self.grid, self._is, self._sources = grid, chosen, sources
        metrics = QFontMetrics(theme.font(11))
        self._corner = self.tr("unit") if grid.corner == UNIT else grid.corner
        self._gutter = 12 + max(metrics.horizontalAdvance(name) for name in (self._corner, *grid.rows))
        self._scale = _scales(grid)
        self.setFixedHeight(HEAD + len(grid.rows) * self._row + 2)
        self.setMinimumWidth(self._gutter + LEAST * len(grid.columns))
        self.update()

    @property
    def _row(self) -> int:
        return DOUBLE if self.grid is not None and self.grid.below is not None else ROW

    @property
    def _column(self) -> float:
        count = 1 if self.grid is None else len(self.grid.columns)
        return max(LEAST, min(MOST, (self.width() - self._gutter) / count))

    def cell(self, row: int, column: int) -> QRectF:
        """Where a number stands."""
        left, wide = self._gutter + column * self._column, self._column
        return QRectF(round(left), HEAD + row * self._row, round(left + wide) - round(left) - 1, self._row - 1)

    def at(self, place: QPointF) -> tuple[int, int] | None:
        """Row and column under *place*."""
        if self.grid is None or place.x() < self._gutter or place.y() < HEAD:
            return None
        row, column = int((place.y() - HEAD) // self._row), int((place.x() - self._gutter) // self._column)
        inside = row < len(self.grid.rows) and column < len(self.grid.columns)
        return (row, column) if inside else None

    def paintEvent(self, event: QPaintEvent) -> None:
        grid = self.grid
        if grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, grid)
        seen = QRectF(event.rect())
        first, last = int((seen.top() - HEAD) // self._row), int((seen.bottom() - HEAD) // self._row)
        for row in range(max(0, first), min(len(grid.rows), last + 1)):
            for column in range(len(grid.columns)):
                if self.cell(row, column).intersects(seen):
                    self._paint_cell(painter, grid, row, column)
        painter.end()

    def _paint_heads(self, painter: QPainter, grid: Grid) -> None:
        painter.setFont(theme.font(11))
        painter.setPen(theme.current().color("quiet"))
        corner = QRectF(0, 0, self._gutter - 8, HEAD)
        painter.drawText(corner, RIGHT, self._corner)
        for column, name in enumerate(grid.columns):
            cell = self.cell(0, column)
            painter.drawText(QRectF(cell.left(), 0, cell.width(), HEAD), CENTRE, name)
        for row, name in enumerate(grid.rows):
            painter.drawText(QRectF(0, self.cell(row, 0).top(), self._gutter - 8, self._row - 1), RIGHT, name)

    def _paint_cell(self, painter: QPainter, grid: Grid, row: int, column: int) -> None:
        now, box, value = theme.current(), self.cell(row, column), float(grid.values[row, column])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        painter.drawRoundedRect(box, 3, 3)
        of = value if grid.below is None else float(grid.below[row, column])
        tint = min(1.0, abs(of) / self._scale[column]) * TINT if np.isfinite(of) else 0.0
        painter.setBrush(now.color("positive" if of > 0 else "negative", tint))
        painter.drawRoundedRect(box, 3, 3)
        if grid.holds(self._is, row, column, self._sources):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.color("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        total = grid.totals and row >= len(grid.rows) - grid.totals
        painter.setPen(now.color("text"))
        painter.setFont(theme.font(12, semibold=bool(total), tabular=True))
        upper = box if grid.below is None else box.adjusted(0, 1, 0, -box.height() / 2 + 2)
        painter.drawText(upper, CENTRE, number(value))
        if grid.below is not None:
            painter.setPen(now.color("quiet"))
            painter.setFont(theme.font(10, tabular=True))
            text = number(of)
            signed = text if text.startswith("−") or of == 0 else f"+{text}"
            painter.drawText(box.adjusted(0, box.height() / 2 - 1, 0, -1), CENTRE, signed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.at(event.position())
        if place is not None and self.grid is not None:
            self.chosen.emit(self.grid.chosen_at(*place, self._sources))

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())


class GridArea(QScrollArea):
    """A table that is as high as it wants to be, and can be moved sideways where it is too wide."""

    def __init__(self, grid: GridView) -> None:
        super().__init__()
        self._grid = grid
        self.setWidget(grid)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height of the table."""
        wide = self._grid.minimumWidth() > self.viewport().width()
        self.setFixedHeight(self._grid.height() + (self.horizontalScrollBar().sizeHint().height() if wide else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _scales(grid: Grid) -> Floats:
    """The size of number that has the full colour in each column: one for a matrix, each its own for units."""
    shown = np.abs(np.nan_to_num(grid.values if grid.below is None else grid.below, posinf=0.0, neginf=0.0))
    largest = np.full(shown.shape[1], shown.max(initial=0.0)) if grid.matrix else shown.max(axis=0, initial=0.0)
    return np.where(largest > 0, largest, 1.0)
