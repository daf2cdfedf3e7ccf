"""Two runs before and after: the figures in three columns, and below them what was changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from nnviz.ui import style, theme
from nnviz.ui.runs.colours import colour_of
from nnviz.ui.runs.comparing import Compared, Comparison
from nnviz.ui.runs.rows import RunRow

SIDE, ROW, HEAD, LINE = theme.GROUP, 22.0, 34.0, 18.0
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
ELIDE = Qt.TextElideMode.ElideRight
NARROW, FEW_WORDS = 340, 120.0


class CompareView(QWidget):
    """Shows a ``Comparison``; as high as it needs to be.

    Attributes:
        comparison: what is shown; None while there are not two runs.
        empty_text: what it says then.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("Two runs side by side"))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show *comparison*; with None that there is none."""
        self.comparison = comparison
        self.setAccessibleDescription("; ".join(self._said()))
        self.setMinimumHeight(round(self._height()))
        self.update()

    def _said(self) -> list[str]:
        found = self.comparison
        if found is None:
            return [self.empty_text]
        figures = [f"{figure.title}: {figure.before}, {figure.after}" for figure in found.figures]
        return [*figures, *(f"{title}: {', '.join(lines)}" for title, lines in found.parts)]

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(round(self._height()))

    def _height(self) -> float:
        found = self.comparison
        if found is None:
            return 60.0
        return HEAD + ROW * len(found.figures) + 22 + self._words_height(found)

    def _words_height(self, found: Comparison) -> float:
        words = sum(20.0 + LINE * sum(self._rows_of(line) for line in lines) + 6 for _, lines in found.parts)
        return max(words, 24.0)

    def _rows_of(self, line: str) -> int:
        wide = QFontMetricsF(theme.font(12)).horizontalAdvance(line)
        return max(1, -(-int(wide) // max(1, self.width() - 2 * SIDE - 4)))

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, found = QPainter(self), self.comparison
        if found is None:
            painter.setFont(theme.font(12))
            painter.setPen(theme.current().color("quiet"))
            box = self.rect().adjusted(SIDE, 0, -SIDE, -SIDE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)
            return
        self._paint_head(painter, found)
        words, figures = self._words_height(found), ROW * len(found.figures)
        before = words <= FEW_WORDS  # what little differs is said first, and stays in sight
        self._paint_parts(painter, found, HEAD + 6 if before else HEAD + figures + 14)
        for place, figure in enumerate(found.figures):
            self._paint_figure(painter, HEAD + place * ROW + (words + 8 if before else 0), figure)
        painter.end()

    def _columns(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """The boxes of title, before, after and change, at the top, without their height."""
        inner = self.width() - 2 * SIDE
        change = 64.0 if self.width() > NARROW else 0.0  # what is better is bold anyway
        value = min(130.0, (inner - change) * 0.32)
        left = self.width() - SIDE - change - 2 * value
        return (
            QRectF(SIDE, 0, left - SIDE - 8, ROW), QRectF(left, 0, value - 8, ROW),
            QRectF(left + value, 0, value - 8, ROW), QRectF(self.width() - SIDE - change, 0, change, ROW),
        )  # fmt: skip

    def _paint_head(self, painter: QPainter, found: Comparison) -> None:
        _, before, after, _ = self._columns()
        for box, row in ((before, found.before), (after, found.after)):
            self._paint_name(painter, box.translated(0, 6), row)
        painter.fillRect(QRectF(SIDE, HEAD - 3, self.width() - 2 * SIDE, 1), theme.current().color("line"))

    def _paint_name(self, painter: QPainter, box: QRectF, row: RunRow) -> None:
        painter.setFont(theme.font(12, semibold=True))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(row.name, ELIDE, box.width() - 14)
        painter.setPen(theme.current().color("text"))
        painter.drawText(box, RIGHT, shown)
        left = box.right() - metrics.horizontalAdvance(shown) - 10
        if row.colour is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(row.colour))
            painter.drawEllipse(QPointF(left, box.center().y()), 4, 4)
            painter.restore()

    def _paint_figure(self, painter: QPainter, top: float, figure: Compared) -> None:
        now = theme.current()
        title, before, after, change = (box.translated(0, top) for box in self._columns())
        painter.setFont(theme.font(11))
        painter.setPen(now.color("quiet"))
        painter.drawText(title, LEFT, QFontMetricsF(painter.font()).elidedText(figure.title, ELIDE, title.width()))
        tone = {True: "good", False: "bad", None: "quiet"}[figure.better]
        for box, text, colour, strong in (
            (before, figure.before, "text" if figure.better is not True else "quiet", figure.better is False),
            (after, figure.after, "text" if figure.better is not False else "quiet", figure.better is True),
            (change, figure.change, tone, False),
        ):
            painter.setFont(theme.font(11, tabular=True, semibold=strong))
            painter.setPen(now.color(colour))
            painter.drawText(box, RIGHT, QFontMetricsF(painter.font()).elidedText(text, ELIDE, box.width()))

    def _paint_parts(self, painter: QPainter, found: Comparison, top: float) -> None:
        now, inner = theme.current(), self.width() - 2 * SIDE
        if not found.parts:
            painter.setFont(theme.font(12))
            painter.setPen(now.color("quiet"))
            text = self.tr("Network, recipe and data are the same.")
            painter.drawText(QRectF(SIDE, top, inner, LINE), LEFT, text)
        for title, lines in found.parts:
            painter.setFont(theme.font(10, semibold=True))
            painter.setPen(now.color("quiet"))
            painter.drawText(QRectF(SIDE, top, inner, 18), LEFT, title.upper())
            painter.setFont(theme.font(12))
            painter.setPen(now.color("text"))
            top += 20
            for line in lines:
                high = LINE * self._rows_of(line)
                flags = LEFT | Qt.TextFlag.TextWordWrap
                painter.drawText(QRectF(SIDE, top, inner, high), flags, line)
                top += high
            top += 6


class CompareArea(QScrollArea):
    """A ``CompareView`` that can be scrolled.

    Attributes:
        view: what is scrolled.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CompareView()
        style.set_role(self.view, "content")
        self.setWidget(self.view)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
