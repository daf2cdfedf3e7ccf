"""Which colour is which class."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme

MARK, BETWEEN = 11.0, 10.0


class ClassLegend(QWidget):
    """A dot and a name per class, from the right edge leftwards; nothing where they do not all fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, QColor], ...] = ()
        self._font = theme.font(11)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_entries(self, entries: tuple[tuple[str, QColor], ...]) -> None:
        """Show *entries*, name and colour of each class."""
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName(", ".join(name for name, _ in entries))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetricsF(self._font)
        widths = [MARK + metrics.horizontalAdvance(name) for name, _ in self._entries]
        if sum(widths) + BETWEEN * (len(widths) - 1) > self.width():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        x = float(self.width())
        for (name, colour), width in zip(reversed(self._entries), reversed(widths), strict=True):
            x -= width
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x + 4, self.height() / 2), 3.5, 3.5)
            painter.setPen(theme.current().color("quiet"))
            painter.drawText(QRectF(x + MARK, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            x -= BETWEEN
        painter.end()
