"""Where the cells of a weight matrix stand, and painting them: one image, never an item per cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from nnviz.ui import theme
from nnviz.ui.panes.colouring import image_of, signed_pixels
from nnviz.ui.training.live import Kernel

LABEL_SIZE, LABEL_GAP, COLUMN_LABELS = 10, 6.0, 18.0
LARGEST_CELL, STRETCH = 56.0, 1.6  # pixels; how much longer than broad a cell may be
BIAS_GAP, BIAS_HEIGHT = 5.0, 12.0


@dataclass(frozen=True)
class MatrixPlan:
    """The places of a matrix.

    Attributes:
        weights: the rectangle of the kernel's cells.
        bias: the rectangle of the bias, a thin row below; empty where there is none.
        rows, cols: how many cells.
    """

    weights: QRectF
    bias: QRectF
    rows: int
    cols: int

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a cell, its gap included."""
        return self.weights.width() / self.cols, self.weights.height() / self.rows

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return max(self.weights.bottom(), self.bias.bottom())

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """(row, column) of the cell under *at*; row -1 is the bias; None beside the cells."""
        width, height = self.cell
        col = min(self.cols - 1, int((at.x() - self.weights.left()) / width))
        if self.weights.contains(at):
            return min(self.rows - 1, int((at.y() - self.weights.top()) / height)), col
        return (-1, col) if self.bias.contains(at) else None

    def place(self, row: int, col: int) -> QRectF:
        """The rectangle of a cell; row -1 is the bias."""
        width, height = self.cell
        x = self.weights.left() + col * width
        if row < 0:
            return QRectF(x, self.bias.top(), width, self.bias.height())
        return QRectF(x, self.weights.top() + row * height, width, height)


def planned(box: QRectF, rows: int, cols: int, bias: bool) -> MatrixPlan:
    """*rows* x *cols* cells as large as *box* allows, nearly square, at its top left; whole pixels where they fit."""
    below = COLUMN_LABELS + (BIAS_GAP + BIAS_HEIGHT if bias else 0.0)
    width = min(LARGEST_CELL, max(1.0, box.width()) / cols)
    height = min(LARGEST_CELL, max(1.0, box.height() - below) / rows)
    width, height = min(width, height * STRETCH), min(height, width * STRETCH)
    width, height = (float(int(size)) if size >= 3 else size for size in (width, height))
    weights = QRectF(box.left(), box.top(), cols * width, rows * height)
    row = QRectF(box.left(), weights.bottom() + BIAS_GAP, weights.width(), min(BIAS_HEIGHT, max(4.0, height)))
    return MatrixPlan(weights, row if bias else QRectF(), rows, cols)


def matrix_images(kernel: Kernel, limit: float) -> tuple[QImage, QImage | None]:
    """Kernel and bias as images of one pixel per number, full colour at +-*limit*."""
    now = theme.current()
    weights = image_of(signed_pixels(kernel.matrix, limit, now))
    bias = image_of(signed_pixels(kernel.bias[np.newaxis], limit, now)) if kernel.bias.size else None
    return weights, bias


def paint_matrix(painter: QPainter, plan: MatrixPlan, weights: QImage, bias: QImage | None) -> None:
    """Paint the images into their places, with thin gaps between cells large enough for them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width, height = plan.cell
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, width < 1 or height < 1)
    painter.drawImage(plan.weights, weights)
    if bias is not None:
        painter.drawImage(plan.bias, bias)
    whole = plan.weights.united(plan.bias)
    panel = theme.current().color("panel")
    if width >= 4:
        gap = 2 if width >= 14 and height >= 8 else 1
        for col in range(1, plan.cols + 1):
            painter.fillRect(QRectF(whole.left() + col * width - gap, whole.top(), gap, whole.height()), panel)
    if height >= 4:
        gap = 2 if height >= 14 and width >= 8 else 1
        for row in range(1, plan.rows + 1):
            y = plan.weights.top() + row * height - gap
            painter.fillRect(QRectF(whole.left(), y, whole.width(), gap), panel)
    painter.restore()


def paint_labels(painter: QPainter, plan: MatrixPlan, rows: list[str], cols: list[str], bias: str) -> None:
    """Names of rows left of the cells and of columns below them: all where there is room, else the first and last."""
    painter.setFont(theme.font(LABEL_SIZE, tabular=True))
    painter.setPen(theme.current().color("quiet"))
    metrics = QFontMetricsF(painter.font())
    width, height = plan.cell
    left, right = 0.0, plan.weights.left() - LABEL_GAP
    lowest = plan.bias.center().y() - 13 if plan.bias.height() else plan.bottom
    for i in _labelled(len(rows), height, 13.0):
        box = QRectF(left, min(plan.place(i, 0).center().y(), lowest) - 8, right - left, 15)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rows[i])
    if plan.bias.height():
        box = QRectF(left, plan.bias.center().y() - 8, right - left, 15)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bias)
    widest = max(metrics.horizontalAdvance(c) for c in cols)
    for i in _labelled(len(cols), width, widest + 4):
        center = plan.place(0, i).center().x() - 0.5
        half = metrics.horizontalAdvance(cols[i]) / 2
        leftmost = plan.weights.left() + half
        center = max(leftmost, min(center, plan.weights.right() - half))
        box = QRectF(center - half, plan.bottom + 2, 2 * half + 2, 15)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cols[i])


def _labelled(count: int, size: float, needed: float) -> list[int]:
    if size >= needed:
        return list(range(count))
    return [0, count - 1] if count * size >= 2 * needed else [0]
