"""The big button in the middle of the bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnviz.ui import theme

TRAIN_HEIGHT = 40


class TrainButton(QAbstractButton):
    """The big one: Train, and Pause while a run goes on. Its width never changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        metrics = QFontMetrics(theme.font(14, semibold=True))
        widest = max(metrics.horizontalAdvance(text) for text in (self.tr("Train"), self.tr("Pause")))
        self.setFixedSize(max(108, widest + 64), TRAIN_HEIGHT)
        self.set_running(False)

    @property
    def running(self) -> bool:
        """Whether it says Pause."""
        return self._running

    def set_running(self, running: bool) -> None:
        """Say Pause while *running*, else Train."""
        self._running = running
        self.setText(self.tr("Pause") if running else self.tr("Train"))
        self.setAccessibleName(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if not self.isEnabled():
            fill, ink = colors.color("field"), colors.color("quiet", 0.6)
        else:
            hot = self.underMouse() or self.isDown()
            fill, ink = colors.color("accent_hover" if hot else "accent"), colors.color("on_accent")
        painter.setPen(colors.color("text") if self.hasFocus() else fill)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        font = theme.font(14, semibold=True)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        left = (self.width() - width - 24) / 2
        self._draw_sign(painter, QRectF(left, self.height() / 2 - 7, 14, 14), ink)
        painter.setFont(font)
        painter.setPen(ink)
        text_box = QRectF(left + 22, 0, width + 4, self.height())
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _draw_sign(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if self._running:
            painter.drawRoundedRect(QRectF(box.left() + 1, box.top() + 1, 4, 12), 1, 1)
            painter.drawRoundedRect(QRectF(box.left() + 9, box.top() + 1, 4, 12), 1, 1)
        else:
            middle = QPointF(box.right(), box.center().y())
            painter.drawPolygon(QPolygonF([box.topLeft(), middle, box.bottomLeft()]))
