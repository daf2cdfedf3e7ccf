"""A link between two layers: its weights as lines, or one curve where it has none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnviz.network.spec import Link
from nnviz.ui import theme
from nnviz.ui.diagram.geometry import curve_controls
from nnviz.ui.diagram.weight_lines import Stroke, WeightLine, add_curve, nearest, paint_strokes, strokes


class LinkItem(QGraphicsItem):
    """Follows what the scene tells it; owns no state of the document.

    Attributes:
        link: the ids of the two layers.
        chosen: whether it is selected.
        marked: whether a layer dragged from the palette would be inserted here.
    """

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self.chosen = False
        self.marked = False
        self._start, self._end = QPointF(), QPointF()
        self._lines: tuple[WeightLine, ...] = ()
        self._highlight: WeightLine | None = None
        self._strokes: tuple[Stroke, ...] = ()
        self._bounds = QRectF()
        self.setZValue(-1)
        self.setAcceptHoverEvents(True)

    def place(self, start: QPointF, end: QPointF) -> None:
        """Run from port *start* to port *end*, in scene coordinates."""
        if (start, end) != (self._start, self._end):
            self._start, self._end = start, end
            self._rebound()

    def show_lines(self, lines: tuple[WeightLine, ...], limit: float) -> None:
        """Show the weights *lines* at the scale *limit*."""
        self._lines, self._strokes = lines, strokes(lines, limit)
        self._rebound()

    @property
    def lines(self) -> Sequence[WeightLine]:
        """The shown weights, the strongest last."""
        return self._lines

    def line_at(self, point: QPointF) -> WeightLine | None:
        """The weight under *point*."""
        return nearest(self._lines, point)

    def highlight(self, line: WeightLine | None) -> None:
        """Make one weight stand out."""
        if line != self._highlight:
            self._highlight = line
            self.update()

    def mark(self, marked: bool) -> None:
        """Show that a layer would be inserted here."""
        if marked != self.marked:
            self.marked = marked
            self.update()

    def choose(self, chosen: bool) -> None:
        """Show as selected."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def curve(self) -> QPainterPath:
        """The curve from port to port."""
        path = QPainterPath()
        add_curve(path, self._start, self._end)
        return path

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(14)
        return stroker.createStroke(self.curve())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colors = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marked or self.chosen:
            painter.strokePath(self.curve(), QPen(colors.color("accent", 0.9 if self.marked else 0.55), 4))
        if self._lines:
            paint_strokes(painter, self._strokes, colors)
        else:
            painter.strokePath(self.curve(), QPen(colors.color("quiet", 0.55), 1.5))
            self._paint_arrow(painter)
        if self._highlight is not None:
            path = QPainterPath()
            add_curve(path, self._highlight.a, self._highlight.b)
            painter.strokePath(path, QPen(colors.color("text"), 2))

    def _paint_arrow(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("quiet", 0.7))
        x, y = self._end.x(), self._end.y()
        painter.drawPolygon([QPointF(x, y), QPointF(x - 7, y - 4), QPointF(x - 7, y + 4)])

    def _rebound(self) -> None:
        self.prepareGeometryChange()
        c, d = curve_controls(self._start, self._end)
        xs = [p.x() for p in (self._start, self._end, c, d)]
        ys = [p.y() for p in (self._start, self._end)]
        for line in self._lines:
            xs += (line.a.x(), line.b.x())
            ys += (line.a.y(), line.b.y())
        self._bounds = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(-10, -10, 10, 10)
        self.update()
