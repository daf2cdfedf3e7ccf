"""Matrix and histogram of one layer, painted in one widget so that the card of values may lie over both."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.pictures import LayerWeights
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes import histogram_plan, matrix_plan
from nnviz.ui.panes.curve_axes import BOTTOM
from nnviz.ui.panes.histogram_plan import HistogramPlan
from nnviz.ui.panes.matrix_plan import MatrixPlan
from nnviz.ui.panes.pointed import Pointed
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import tick_text, value_text
from nnviz.ui.training.live import Kernel, steady_limit

TOP, BETWEEN = 8.0, 24.0
MATRIX_SHARE = 0.5
LEAST_HISTOGRAM = 72.0  # pixels


class WeightsView(Pointed):
    """The weights of one layer; arrow keys go from cell to cell, Esc takes the mark away.

    Signals:
        cell_requested: a person double-clicked a cell, or pressed Enter on it: its true row (-1 the bias), its true
            column, and where on the screen it ends.
    """

    cell_requested = Signal(int, int, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.limit = 1.0
        self._layer: LayerWeights | None = None
        self._kernel: Kernel | None = None
        self._row_names: tuple[str, ...] = ()
        self._images: tuple[QImage, QImage | None] | None = None
        self._bars_limit = 0.0
        self._matrix: MatrixPlan | None = None
        self._histogram: HistogramPlan | None = None
        self._cell: tuple[int, int] | None = None
        self.be_pointed(self.tr("Weights of the layer"))

    @property
    def matrix(self) -> MatrixPlan | None:
        """Where the cells are; None without weights."""
        return self._matrix

    @property
    def histogram(self) -> HistogramPlan | None:
        """The bars; None without weights."""
        return self._histogram

    def show_layer(self, layer: LayerWeights | None, row_names: tuple[str, ...] = ()) -> None:
        """Show *layer*; *row_names* are the names of all its inputs, where they have names."""
        if layer is None or self._layer is None or layer.id != self._layer.id:
            self._bars_limit, self._cell = 0.0, None
        self._layer, self._row_names = layer, row_names
        self._kernel = Kernel.of(layer) if layer is not None else None
        if layer is not None:
            largest = max(abs(layer.low), abs(layer.high))
            self._bars_limit = steady_limit(self._bars_limit, largest if isfinite(largest) else 0.0) or 1.0
        self.redraw()

    def redraw(self) -> None:
        """Make images and plans again: the weights, the scale, the size or the colours changed."""
        self._images, self._matrix, self._histogram = None, None, None
        if self._kernel is not None:
            self._images = matrix_plan.matrix_images(self._kernel, self.limit)
            self._plan(self._kernel)
        self.update()

    # ------------------------------------------------------------ places

    def _plan(self, kernel: Kernel) -> None:
        assert self._layer is not None
        rows, cols = kernel.matrix.shape
        bias = bool(kernel.bias.size)
        gutter = self._gutter(kernel)
        box = QRectF(theme.GROUP + gutter, TOP, self.width() - 2 * theme.GROUP - gutter, self.height() - TOP)
        height = box.height() - BOTTOM + matrix_plan.COLUMN_LABELS
        beside = QRectF(box.left(), TOP, box.width() * MATRIX_SHARE - BETWEEN / 2, height)
        above = QRectF(box.left(), TOP, box.width(), (box.height() - BOTTOM) * MATRIX_SHARE)
        side, stack = (matrix_plan.planned(b, rows, cols, bias) for b in (beside, above))
        if _size(stack) > 1.5 * _size(side) and self.height() - stack.bottom > LEAST_HISTOGRAM + BOTTOM:
            self._matrix, left = stack, float(theme.GROUP)
            top = stack.bottom + matrix_plan.COLUMN_LABELS + 10
        else:
            self._matrix, left, top = side, side.weights.right() + BETWEEN, TOP
        area = QRectF(left, top, self.width() - theme.GROUP - left, max(8.0, self.height() - BOTTOM - top))
        layer = self._layer
        self._histogram = histogram_plan.planned(area, layer.histogram, layer.low, layer.high, self._bars_limit)

    def _gutter(self, kernel: Kernel) -> float:
        metrics = QFontMetricsF(theme.font(matrix_plan.LABEL_SIZE, tabular=True))
        names = [*self._row_labels(kernel), self.tr("bias") if kernel.bias.size else ""]
        return min(64.0, max(metrics.horizontalAdvance(n) for n in names)) + matrix_plan.LABEL_GAP

    def _row_labels(self, kernel: Kernel) -> list[str]:
        metrics = QFontMetricsF(theme.font(matrix_plan.LABEL_SIZE, tabular=True))
        return [metrics.elidedText(self._row_name(r), Qt.TextElideMode.ElideRight, 64) for r in kernel.rows]

    def _row_name(self, row: int) -> str:
        return self._row_names[row] if row < len(self._row_names) else f"x{row + 1}"

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._kernel is None or self._images is None or self._matrix is None or self._histogram is None:
            paint_sentence(painter, self.rect(), self.empty_text)
        else:
            matrix_plan.paint_matrix(painter, self._matrix, *self._images)
            units = [str(c + 1) for c in self._kernel.cols]
            matrix_plan.paint_labels(painter, self._matrix, self._row_labels(self._kernel), units, self.tr("bias"))
            bar = self._histogram.bar_at(self.at) if self._cell is None else None
            histogram_plan.paint_histogram(painter, self._histogram, bar)
            self._paint_pointed(painter, self._matrix)
        painter.end()

    def _paint_pointed(self, painter: QPainter, plan: MatrixPlan) -> None:
        text = self.hover_text()
        if not text:
            return
        if self._cell is not None:
            painter.setPen(QPen(theme.current().color("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(plan.place(*self._cell).adjusted(-0.5, -0.5, -0.5, -0.5))
        label, _, value = text.partition(": ")
        paint_card(painter, [Line(label, value)], self.at, self.card_bounds())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # ------------------------------------------------------------ pointing

    def hover_text(self) -> str:
        """What is said of the weight, or else of the bar, that is pointed at; empty where nothing is."""
        if self._kernel is None or self._histogram is None:
            return ""
        if self._cell is not None:
            return self._weight_text(self._kernel, *self._cell)
        bar = self._histogram.bar_at(self.at)
        if bar is None:
            return ""
        low, high = (tick_text(float(f"{edge:.3g}")) for edge in self._histogram.edges(bar))
        count = f"{round(self._histogram.counts[bar]):,}"
        return self.tr("{low} to {high}: {count} weights").format(low=low, high=high, count=count)

    def _weight_text(self, kernel: Kernel, row: int, col: int) -> str:
        unit = kernel.cols[col] + 1
        if row < 0:
            return self.tr("bias of unit {unit}: {value}").format(unit=unit, value=_weight(kernel.bias[col]))
        if self._layer is not None and self._layer.parts:
            name, value = self._row_name(kernel.rows[row]), _weight(kernel.matrix[row, col])
            return self.tr("{name} of unit {unit}: {value}").format(name=name, unit=unit, value=value)
        return self.tr("weight {input} → unit {unit}: {value}").format(
            input=self._row_name(kernel.rows[row]), unit=unit, value=_weight(kernel.matrix[row, col])
        )

    def point_at(self, at: QPointF | None) -> None:
        """Point at the cell or bar under *at*, or at nothing."""
        super().point_at(at)
        self._cell = self._matrix.cell_at(self.at) if self._matrix is not None else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())
        self._request()

    def _request(self) -> None:
        """Ask for the cell that is pointed at to be set."""
        if self._cell is not None and self._kernel is not None and self._matrix is not None:
            row, col = self._cell
            end = self._matrix.place(row, col).center().toPoint()
            true_row = row if row < 0 else self._kernel.rows[row]
            self.cell_requested.emit(true_row, self._kernel.cols[col], self.mapToGlobal(end))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape and self._cell is not None:
            self.point_at(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._cell is not None:
            self._request()
        elif event.key() in moves and self._matrix is not None:
            self._step(self._matrix, *moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, plan: MatrixPlan, down: int, right: int) -> None:
        """Go to the neighbouring cell; the bias lies below the last row."""
        last = plan.rows - (0 if plan.bias.height() else 1)
        row, col = self._cell if self._cell is not None else (0, 0)
        row = plan.rows if row < 0 else row
        if self._cell is not None:
            row, col = max(0, min(last, row + down)), max(0, min(plan.cols - 1, col + right))
        self.point_at(plan.place(-1 if row == plan.rows else row, col).center())


def _size(plan: MatrixPlan) -> float:
    return plan.weights.width() * plan.weights.height()


def _weight(value: float) -> str:
    return value_text(float(value))
