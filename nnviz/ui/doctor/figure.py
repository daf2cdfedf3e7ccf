"""The small picture on the doctor's card: lines over the epochs, or a bar for each layer."""

from __future__ import annotations

from math import isfinite, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.training.diagnosis import Evidence, Line
from nnviz.ui import theme
from nnviz.ui.language import said
from nnviz.ui.panes.layers_table import figure_text

HEIGHT, TITLE, AXIS = 84, 16.0, 14.0
GAP, WIDEST_BAR = 3.0, 22.0
LEAST_BAR = 1.5  # of a value that is there
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class EvidenceView(QWidget):
    """Paints the figure it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._concerned: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_evidence(self, evidence: Evidence | None, concerned: tuple[str, ...] = ()) -> None:
        """Show *evidence*; the bars of the layers *concerned* stand out."""
        self._evidence, self._concerned = evidence, concerned
        self.setAccessibleName(said(evidence.title) if evidence is not None else "")
        self.setVisible(evidence is not None and (evidence.bars or any(len(line.y) > 1 for line in evidence.lines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._evidence is None or not self._evidence.lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(theme.current().color("quiet"))
        painter.drawText(QRectF(0, 0, self.width(), TITLE), LEFT, said(self._evidence.title))
        area = QRectF(0, TITLE + 2, self.width(), self.height() - TITLE - AXIS - 4)
        if self._evidence.bars:
            _paint_bars(painter, self._evidence, area, self._concerned)
        else:
            _paint_lines(painter, self._evidence, area)
        painter.end()


def _heights(evidence: Evidence) -> tuple[float, float]:
    """The least and the largest value drawn, by their powers of ten where the figure is logarithmic."""
    values = [y for line in evidence.lines for y in line.y]
    values += [evidence.level] if evidence.level is not None else []
    seen = [_height(y, evidence.log) for y in values]
    finite = [y for y in seen if isfinite(y)]
    if not finite:
        return 0.0, 1.0
    low, high = min(finite), max(finite)
    if evidence.bars:  # a bar begins at nothing, or a little below the least power of ten
        low = low - 0.5 if evidence.log else 0.0
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _height(value: float, log: bool) -> float:
    if not log or not isfinite(value):
        return value
    return log10(value) if value > 0 else float("nan")


def _paint_lines(painter: QPainter, evidence: Evidence, area: QRectF) -> None:
    now, (low, high) = theme.current(), _heights(evidence)
    last = max((line.x[-1] for line in evidence.lines if line.x), default=1.0)

    def place(x: float, y: float) -> QPointF:
        up = (y - low) / (high - low)
        return QPointF(area.left() + x / max(1.0, last) * area.width(), area.bottom() - up * area.height())

    if evidence.level is not None:
        y = place(0, evidence.level).y()
        painter.setPen(QPen(now.color("quiet", 0.8), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    for line in evidence.lines:
        painter.setPen(QPen(now.color(line.colour), 1.2))
        for piece in _pieces(line):
            painter.drawPolyline(QPolygonF([place(x, y) for x, y in piece]))
    painter.setPen(now.color("quiet"))
    ground = QRectF(area.left(), area.bottom() + 1, area.width(), AXIS)
    painter.drawText(ground, RIGHT, f"{int(last):,}")
    if evidence.mark is not None:
        _paint_mark(painter, place(evidence.mark, low).x(), f"{evidence.mark:,}", area)
    painter.setPen(now.color("quiet"))
    painter.drawText(QRectF(0, 0, area.right(), TITLE), RIGHT, f"{figure_text(low)} … {figure_text(high)}")


def _paint_mark(painter: QPainter, x: float, text: str, area: QRectF) -> None:
    painter.setPen(QPen(theme.current().color("caution"), 1))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
    left = min(max(area.left(), x - wide / 2), area.right() - wide)
    painter.drawText(QRectF(left, area.bottom() + 1, wide, AXIS), LEFT, text)


def _pieces(line: Line) -> list[list[tuple[float, float]]]:
    """The points of *line*, apart wherever a value is missing."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(line.x, line.y, strict=True):
        if isfinite(y):
            pieces[-1].append((x, y))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def _paint_bars(painter: QPainter, evidence: Evidence, area: QRectF, concerned: tuple[str, ...]) -> None:
    now, (low, high) = theme.current(), _heights(evidence)
    step = min(area.width() / len(evidence.lines), WIDEST_BAR + GAP)
    for place, line in enumerate(evidence.lines):
        value = _height(line.y[0], evidence.log)
        up = (value - low) / (high - low) if isfinite(value) else (1.0 if value == float("inf") else 0.0)
        tall = max(LEAST_BAR, up * area.height())
        wide = max(1.0, step - GAP)
        box = QRectF(area.left() + place * step, area.bottom() - tall, wide, tall)
        painter.fillRect(box, now.color("caution" if line.name in concerned else "training", 0.9))
    painter.setPen(now.color("quiet"))
    ground = QRectF(area.left(), area.bottom() + 1, area.width(), AXIS)
    first, final = evidence.lines[0], evidence.lines[-1]
    text = f"{said(first.name)} {_value(first, evidence)}"
    if len(evidence.lines) > 1:
        text += f"  …  {said(final.name)} {_value(final, evidence)}"
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, ground.width())
    painter.drawText(ground, LEFT, shown)


def _value(line: Line, evidence: Evidence) -> str:
    return figure_text(line.y[0]) if evidence.log else f"{round(100 * line.y[0])} %"
