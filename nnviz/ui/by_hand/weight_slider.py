"""A slider on the scale of the weights: orange below zero, blue above, as everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.panes.ticks import value_text

SIDE, HANDLE, BAR = 8.0, 6.5, 4.0  # pixels
STEPS = 100  # of the keyboard, from zero to an end
SNAP = 4.0  # pixels around zero that are zero


class WeightSlider(QWidget):
    """A number from -limit to +limit; a press anywhere takes the handle there, arrow keys step.

    Signals:
        moved: another value, while a hand is on it.
        released: the hand has let go.
        stepped: another value by a key.
        cancelled: Esc while a hand is on it.
    """

    moved = Signal(float)
    released = Signal()
    stepped = Signal(float)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value, self.limit, self.held = 0.0, 1.0, False
        self.setFixedHeight(24)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Value of the weight"))

    def show_value(self, value: float) -> None:
        """Stand at *value* without telling anyone."""
        if value != self.value:
            self.value = value
            self.update()

    def set_limit(self, limit: float) -> None:
        """The ends are -*limit* and +*limit*."""
        self.limit = limit
        self.update()

    def pixel_of(self, value: float) -> float:
        """The pixel of *value*, from the left edge."""
        share = max(-1.0, min(1.0, value / self.limit))
        return self.width() / 2 + share * (self.width() / 2 - SIDE)

    def value_at(self, x: float) -> float:
        """The value at pixel *x*, to three figures of the scale; near the middle it is zero."""
        middle = self.width() / 2
        if abs(x - middle) < SNAP:
            return 0.0
        share = max(-1.0, min(1.0, (x - middle) / (middle - SIDE)))
        return float(f"{share * self.limit:.3g}")

    # ------------------------------------------------------------ the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.held = True
            self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.held:
            self._take(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.held and event.button() == Qt.MouseButton.LeftButton:
            self.held = False
            self.update()
            self.released.emit()

    def _take(self, x: float) -> None:
        value = self.value_at(x)
        self.update()
        if value != self.value:
            self.value = value
            self.moved.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
                 Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10}.get(Qt.Key(event.key()))  # fmt: skip
        if event.key() == Qt.Key.Key_Escape and self.held:
            self.held = False
            self.cancelled.emit()
        elif steps is not None and not self.held:
            value = self.value + steps * self.limit / STEPS
            self.value = float(f"{max(-self.limit, min(self.limit, value)):.4g}")
            self.update()
            self.stepped.emit(self.value)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ painting

    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(SIDE, self.height() / 2 - BAR / 2, self.width() - 2 * SIDE, BAR)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, name in ((0.0, "negative"), (0.5, "zero"), (1.0, "positive")):
            gradient.setColorAt(at, now.color(name))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        painter.fillRect(QRectF(self.width() / 2 - 0.5, self.height() / 2 - 5, 1, 10), now.color("quiet", 0.6))
        lit = self.held or self.hasFocus()
        painter.setPen(QPen(now.color("accent" if lit else "panel"), 2))
        painter.setBrush(now.color("text"))
        painter.drawEllipse(
            QRectF(self.pixel_of(self.value) - HANDLE, self.height() / 2 - HANDLE, 2 * HANDLE, 2 * HANDLE)
        )
        painter.end()
        self.setAccessibleDescription(value_text(self.value))
