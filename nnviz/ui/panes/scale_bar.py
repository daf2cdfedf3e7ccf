"""The small legend of the signed scale: -limit, zero, +limit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.panes.ticks import tick_text

BAR_WIDTH, BAR_HEIGHT, BESIDE = 44.0, 6.0, 5.0


class ScaleBar(QWidget):
    """The colours from minus to plus, with the value of either end; it stands right of what room it has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._limit, self._grey = 1.0, False
        self._font = theme.font(10, tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_limit(1.0)

    @property
    def limit(self) -> float:
        """The value of full colour."""
        return self._limit

    def set_limit(self, limit: float) -> None:
        """Full colour means *limit* from now on."""
        self._limit = limit
        name = self.tr("Colours from {low} to {high}")
        self.setAccessibleName(name.format(low=tick_text(-limit), high=tick_text(limit)))
        self.updateGeometry()
        self.update()

    def set_grey(self, grey: bool) -> None:
        """Nought is grey, for channels that are red, green and blue; otherwise the colours of the signs."""
        if grey != self._grey:
            self._grey = grey
            self.update()

    def sizeHint(self) -> QSize:
        low, high = self._texts()
        return QSize(int(self._width(low) + self._width(high) + BAR_WIDTH + 2 * BESIDE) + 1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        low, high = self._texts()
        bar = QRectF(self._width(low) + BESIDE, (self.height() - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT)
        painter.setFont(self._font)
        painter.setPen(now.color("quiet"))
        aligned = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, bar.left(), self.height()), aligned, low)
        painter.drawText(QRectF(bar.right() + BESIDE, 0, 60, self.height()), aligned, high)
        colours = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, name in ((0.0, "negative"), (0.5, "zero"), (1.0, "positive")):
            colours.setColorAt(at, QColor.fromRgbF(at, at, at) if self._grey else QColor(getattr(now, name)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRoundedRect(bar, 2, 2)
        painter.end()

    def _texts(self) -> tuple[str, str]:
        end = tick_text(self._limit)
        return f"−{end}", f"+{end}"

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(text)
