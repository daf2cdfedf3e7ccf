"""A text of a few lines, the last of which says that there is more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnviz.ui import style, theme


class FewLines(QLabel):
    """Wrapped plain text in at most so many lines: what has no room ends in "…"."""

    def __init__(self, size: int = 12, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        style.set_role(self, "plain")

    def set_lines(self, lines: int) -> None:
        """Take at most *lines* lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def shown(self, width: int) -> list[str]:
        """The lines as they are painted in *width* pixels."""
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self.text())]
        texts = [self.text()[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        if len(texts) <= self._lines:
            return texts
        rest = self.text()[starts[self._lines - 1] :].strip()
        cut = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*texts[: self._lines - 1], cut]

    def sizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() * len(self.shown(max(80, self.width()))))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # another width is another number of lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        for number, line in enumerate(self.shown(self.width())):
            painter.drawText(QPointF(0, number * metrics.lineSpacing() + metrics.ascent()), line)
        painter.end()
