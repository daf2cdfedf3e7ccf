"""A link between two layers: its weights as lines, or one curve where it has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnviz.network.spec import Link
from nnviz.ui import theme
from nnviz.ui.diagram.detail import Detail, detail_at
from nnviz.ui.diagram.geometry import PORT_RADIUS, distance_to_route, route
from nnviz.ui.diagram.weight_lines import Stroke, WeightLine, add_curve, nearest, paint_strokes, strokes

FINE_BELOW = 0.8  # the zoom at which the width of a weight can hardly be seen
REACH = 7.0  # how near the mouse has to be
Lane = tuple[QPointF, QPointF]
Lines = tuple[WeightLine, ...]


class LinkItem(QGraphicsItem):
    """Follows what the scene tells it; owns no state of the document.

    Its weights are fetched when it is painted, so that a link that is out of sight costs nothing.

    Attributes:
        link: the ids of the two layers.
        chosen: whether it is selected.
        marked: whether a layer dragged from the palette would be inserted here.
        wrong: whether the network could be trained without it.
    """

    def __init__(self, link: Link, fetch: Callable[[Link], tuple[Lines, float]] | None = None) -> None:
        super().__init__()
        self.link = link
        self.chosen = False
        self.marked = False
        self.wrong = False
        self._fetch = fetch
        self._stale = fetch is not None
        self._start, self._end = QPointF(), QPointF()
        self._lane: Lane | None = None
        self._body = QRectF()
        self._lines: Lines = ()
        self._highlight: WeightLine | None = None
        self._strokes: tuple[Stroke, ...] = ()
        self._bounds = QRectF()
        self.setZValue(-1)

    def place(self, start: QPointF, end: QPointF, lane: Lane | None = None, body: QRectF | None = None) -> None:
        """Run from port *start* to port *end*, in scene coordinates.

        Args:
            start, end: the ports.
            lane: where the link runs level, past layers between its ends.
            body: what its weights may cover.
        """
        body = body or QRectF()
        if (start, end, lane, body) != (self._start, self._end, self._lane, self._body):
            self._start, self._end, self._lane, self._body = start, end, lane, body
            self._stale = self._fetch is not None
            self._rebound()

    def expire(self) -> None:
        """There are newer weights."""
        self._stale = self._fetch is not None
        self.update()

    @property
    def lines(self) -> Sequence[WeightLine]:
        """The shown weights, the strongest last."""
        self._refresh()
        return self._lines

    def _refresh(self) -> None:
        if self._stale and self._fetch is not None:
            self._stale = False
            self._lines, limit = ((), 1.0) if self._lane is not None else self._fetch(self.link)
            self._strokes = strokes(self._lines, limit)

    def line_at(self, point: QPointF) -> WeightLine | None:
        """The weight under *point*."""
        return nearest(self.lines, point)

    def near(self, point: QPointF) -> bool:
        """Whether the curve from port to port runs by *point*."""
        return distance_to_route(point, self._start, self._end, self._lane) <= REACH

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

    def show_wrong(self, wrong: bool) -> None:
        """Show as the link that is too many."""
        if wrong != self.wrong:
            self.wrong = wrong
            self.update()

    def curve(self) -> QPainterPath:
        """The curve from port to port."""
        return route(self._start, self._end, self._lane)

    def corners(self) -> list[QPointF]:
        """The points between which it runs, for who draws it straight."""
        return [self._start, *(self._lane or ()), self._end]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * REACH)
        return stroker.createStroke(self.curve())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        detail = detail_at(painter)
        if detail is Detail.FAR:
            return  # the overview has painted it
        colors = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marked or self.chosen:
            self._paint_chosen(painter, colors)
        self._refresh()
        if self._strokes and detail is Detail.FULL:
            paint_strokes(painter, self._strokes, colors, fine=painter.worldTransform().m11() < FINE_BELOW)
        else:  # weights that are all too weak to be seen are a link nevertheless
            self._paint_curve(painter, colors)
        if self._highlight is not None:
            path = QPainterPath()
            add_curve(path, self._highlight.a, self._highlight.b)
            painter.strokePath(path, QPen(colors.color("text"), 2))

    def _paint_chosen(self, painter: QPainter, colors: theme.Theme) -> None:
        """The link as one thing, from port to port, behind its weights."""
        painter.strokePath(self.curve(), QPen(colors.color("accent", 0.9 if self.marked else 0.55), 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        for port in (self._start, self._end):
            painter.drawEllipse(port, PORT_RADIUS - 1, PORT_RADIUS - 1)

    def _paint_curve(self, painter: QPainter, colors: theme.Theme) -> None:
        """One curve with an arrow at its end: two hairlines, which Qt strokes much faster than one wider line."""
        pen = QPen(colors.color("bad") if self.wrong else colors.color("quiet", 0.55 if colors.exact else 0.4), 1.5)
        if not colors.exact:
            pen.setWidthF(1.0)
            pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        curve = self.curve()
        painter.drawPath(curve)
        if not colors.exact:
            painter.drawPath(curve.translated(0.3, 0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("quiet", 0.7))
        x, y = self._end.x(), self._end.y()
        painter.drawPolygon([QPointF(x, y), QPointF(x - 7, y - 4), QPointF(x - 7, y + 4)])

    def _rebound(self) -> None:
        self.prepareGeometryChange()
        start, end = self._start, self._end
        swing = max(24.0, abs(end.x() - start.x()) / 2) if end.x() < start.x() else 24.0  # before the curve turns
        left, right = min(start.x(), end.x() - swing), max(end.x(), start.x() + swing)
        top, bottom = min(start.y(), end.y()), max(start.y(), end.y())
        if self._lane is not None:
            top, bottom = min(top, self._lane[0].y()), max(bottom, self._lane[0].y())
        elif not self._body.isNull():
            top, bottom = min(top, self._body.top()), max(bottom, self._body.bottom())
            left, right = min(left, self._body.left()), max(right, self._body.right())
        self._bounds = QRectF(left - 10, top - 10, right - left + 20, bottom - top + 20)
        self.update()
