"""The small quiet buttons of a pane's title row."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnviz.ui import icons, theme

HEIGHT, SIDE, ARROW = 22, 6, 12


class TextButton(QAbstractButton):
    """A word that can be pressed: quiet until the mouse is over it, in the accent colour while it is on.

    With *arrow* it ends in the arrow of a menu and is written as plainly as a title.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, arrow: bool = False) -> None:
        super().__init__(parent)
        self._arrow = arrow
        self._reached_by_key = False
        self.setFont(theme.font(12 if arrow else 11))
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(not arrow)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Maximum if arrow else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return QSize(text + 2 * SIDE + (ARROW + 2 if self._arrow else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HEIGHT) if self._arrow else self.sizeHint()

    def setText(self, text: str) -> None:
        if text != self.text():
            if self.accessibleName() == self.text():  # it has no other name
                self.setAccessibleName(text)
            super().setText(text)
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._reached_by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown()
        ringed = self.hasFocus() and self._reached_by_key
        painter.setPen(now.color("accent") if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field", 1.0 if hot or self.isChecked() else 0.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(now.color("accent" if self.isChecked() else "text" if hot or self._arrow else "quiet"))
        painter.setFont(self.font())
        box = self.rect().adjusted(SIDE, 0, -SIDE - (ARROW + 2 if self._arrow else 0), 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, box.width() + 1)
        painter.drawText(box.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self._arrow:
            place = QRect(self.width() - SIDE - ARROW + 2, (HEIGHT - ARROW) // 2 + 1, ARROW, ARROW)
            icons.icon("chevron-down", now.quiet, ARROW).paint(painter, place)
        painter.end()
