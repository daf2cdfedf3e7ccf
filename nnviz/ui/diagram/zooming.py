"""What of the scene the window shows: zoom, fit, and the way to a layer that is to be seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from nnviz.ui.diagram.scene import DiagramScene

LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0
LARGEST_FIT = 1.5  # a small network on a large screen grows only so far
READABLE, WELL_READABLE = 0.5, 0.8  # below the first nobody can read what stands on a layer
BEGINNING = 0.65  # how a network is first seen of which the whole could not be read
GLIDE_MS = 140
MARGIN = QRectF(-16, -12, 32, 68)  # room kept around the diagram; the legend needs some below
AROUND = 24.0  # room kept around what is to be seen


class ZoomingView(QGraphicsView):
    """A view of a DiagramScene that sees everything until a person looks closer.

    Attributes:
        diagram: the scene.

    Signals:
        moved: another part of the scene is seen, or at another zoom.
    """

    moved = Signal()

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.diagram = scene
        self._follows_content, self._covered = True, 0
        self._layers = len(scene.document.network.layers)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._glide_to)
        self._way = (QPointF(), QPointF(), 1.0, 1.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_room()
        scene.content_changed.connect(self._follow_content)
        scene.document.replaced.connect(self.begin)
        scene.document.facts_changed.connect(self._refit)

    # ------------------------------------------------------------------ what is seen

    @property
    def zoom(self) -> float:
        """1 where a scene unit is a pixel."""
        return self.transform().m11()

    @property
    def seen(self) -> QRectF:
        """The part of the scene that is seen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def sight(self) -> tuple[QPointF, float] | None:
        """The middle of what is seen, and the zoom; None where everything is to be seen."""
        return None if self._follows_content else (self.seen.center(), self.zoom)

    def take_sight(self, sight: tuple[QPointF, float] | None) -> None:
        """See what ``sight`` has said."""
        if sight is None:
            self.fit()
        else:
            self._look_closer()
            self._show(*sight)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    # ------------------------------------------------------------------ by hand

    def zoom_by(self, factor: float) -> None:
        """Zoom around the mouse, or around the middle when it is elsewhere."""
        self._look_closer()
        self._set_zoom(self.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Zoom around the middle of the view."""
        self._look_closer()
        self._show(self.seen.center(), zoom)

    def pan(self, shift: QPointF) -> None:
        """Move what is seen by *shift* pixels."""
        self._look_closer()
        for bar, by in ((self.horizontalScrollBar(), shift.x()), (self.verticalScrollBar(), shift.y())):
            bar.setValue(bar.value() - round(by))

    def look_at(self, point: QPointF) -> None:
        """Bring *point* of the scene to the middle."""
        self._look_closer()
        self.centerOn(point)

    def fit(self) -> None:
        """See everything, and keep seeing everything as the diagram grows."""
        self._glide.stop()
        self._follows_content = True
        rect = self.diagram.content_rect()
        if rect.isEmpty():
            rect = QRectF(-380, -200, 760, 400)
        around = rect.adjusted(MARGIN.left(), MARGIN.top(), MARGIN.right(), MARGIN.bottom())
        zoom = min(LARGEST_FIT, self._fitting(around, self._covered))
        spare = (self.viewport().height() - self._covered) / zoom - rect.height()
        lifted = max(0.0, MARGIN.bottom() - spare / 2)  # in the middle, but for the legend
        self._show(rect.center() + QPointF(0, lifted - self._covered / 2 / zoom), zoom)

    def cover(self, height: int) -> None:
        """Something lies over the uppermost *height* pixels: what is seen whole is seen below it."""
        if height != self._covered:
            self._covered = height
            self._refit()

    def begin(self) -> None:
        """See everything; of a network that could not be read that way, its beginning."""
        self.fit()
        rect = self.diagram.content_rect()
        if self.zoom < READABLE:
            self._look_closer()
            half = self.viewport().width() / 2 / BEGINNING
            self._show(QPointF(rect.left() + MARGIN.left() + half, rect.center().y()), BEGINNING)

    # ------------------------------------------------------------------ what is to be seen

    def zoom_to_selection(self) -> None:
        """See the selected layers as large as they fit."""
        rect = self._around(self.diagram.document.selection)
        if not rect.isEmpty():
            self._look_closer()
            self._glide_from_here(rect.center(), min(LARGEST_FIT, self._fitting(rect)))

    def reveal(
        self, layers: Iterable[str], *, readable: bool = True, at_once: bool = False, area: QRect | None = None
    ) -> None:
        """Let *layers* be seen within *area* of the view; what can be seen stays where it is.

        Args:
            layers: their ids.
            readable: zoom in where nobody could read what stands on them.
            at_once: do not glide there.
            area: what of the view nothing lies over, in its pixels; None for all of it.
        """
        rect, free = self._around(layers), area or self.viewport().rect()
        seen = self.mapToScene(free).boundingRect()
        inside = seen.contains(rect.adjusted(AROUND, AROUND, -AROUND, -AROUND))
        if rect.isEmpty() or (inside and (self.zoom >= READABLE or not readable)):
            return
        zoom = WELL_READABLE if readable and self.zoom < READABLE else self.zoom
        zoom = max(LEAST_ZOOM, min(zoom, free.width() / rect.width(), free.height() / rect.height()))
        self._look_closer()
        beside = QPointF(self.viewport().rect().center() - free.center()) / zoom
        self._glide_from_here(rect.center() + beside, zoom)
        if at_once:
            self._glide.setCurrentTime(GLIDE_MS)

    def follow(self, layers: Iterable[str]) -> None:
        """Let *layers*, which came beside what is looked at, be seen: by half a view at most, at the same zoom."""
        ids = tuple(layers)
        rect, seen = self._around(ids), self.seen
        if rect.isEmpty() or seen.contains(rect.adjusted(AROUND, AROUND, -AROUND, -AROUND)):
            return
        across = _way(rect.left(), rect.right(), seen.left(), seen.right())
        down = _way(rect.top(), rect.bottom(), seen.top(), seen.bottom())
        if not seen.translated(across, down).intersects(rect):
            self.reveal(ids)
            return
        self._look_closer()
        self._glide_from_here(seen.center() + QPointF(across, down), self.zoom)

    def _around(self, layers: Iterable[str]) -> QRectF:
        rect = QRectF()
        for layer in layers:
            if layer in self.diagram.layer_items:
                item = self.diagram.end_item(layer)
                rect = rect.united(item.geometry.frame.translated(item.pos()))
        return rect if rect.isEmpty() else rect.adjusted(-AROUND, -AROUND, AROUND, AROUND)

    def _fitting(self, rect: QRectF, covered: int = 0) -> float:
        room = self.viewport().size()
        return min(room.width() / rect.width(), max(1, room.height() - covered) / rect.height())

    def _glide_from_here(self, centre: QPointF, zoom: float) -> None:
        self._way = (self.seen.center(), centre, self.zoom, min(MOST_ZOOM, max(self.least_zoom, zoom)))
        self._glide.start()

    def _glide_to(self, share: float) -> None:
        start, end, zoom, wanted = self._way
        self._show(start + (end - start) * share, zoom + (wanted - zoom) * share)

    # ------------------------------------------------------------------ inside

    def _look_closer(self) -> None:
        """A person chose what to see: the diagram may grow out of sight."""
        self._glide.stop()
        self._follows_content = False

    def _show(self, centre: QPointF, zoom: float) -> None:
        anchor = self.transformationAnchor()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self._set_zoom(zoom)
        self.centerOn(centre)
        self.setTransformationAnchor(anchor)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(MOST_ZOOM, max(self.least_zoom, zoom))
        self.diagram.show_at(zoom)
        self.scale(zoom / self.zoom, zoom / self.zoom)
        self.moved.emit()

    @property
    def least_zoom(self) -> float:
        """The smallest zoom: small enough to see everything, however much there is."""
        rect = self.diagram.content_rect().adjusted(MARGIN.left(), MARGIN.top(), MARGIN.right(), MARGIN.bottom())
        return min(LEAST_ZOOM, self._fitting(rect))

    def _make_room(self) -> None:
        """Let every part of the diagram come to the middle of the view, and as much around it."""
        content = self.diagram.content_rect()
        wide, high = max(10_000.0, content.width()), max(10_000.0, content.height())
        self.setSceneRect(content.adjusted(-wide, -high, wide, high).united(QRectF(-20000, -20000, 40000, 40000)))

    def _refit(self) -> None:
        """Other data may make the diagram smaller as well as larger."""
        if self._follows_content:
            self.fit()

    def _follow_content(self) -> None:
        """See everything again where something fell out of sight or a layer went; else all stays where it is.

        What a person chose to see stays too, as long as there is a layer in it.
        """
        self._make_room()
        before, self._layers = self._layers, len(self.diagram.document.network.layers)
        fewer = self._layers < before
        if self._follows_content and (fewer or not self.seen.contains(self.diagram.content_rect())):
            self.fit()
        elif self._layers and not self._follows_content and not self.diagram.layers_in(self._middle):
            self.fit()  # all that was looked at is gone

    @property
    def _middle(self) -> QRectF:
        """What is seen, but for its edges."""
        edge = AROUND / self.zoom
        return self.seen.adjusted(edge, edge, -edge, -edge)


def _way(low: float, high: float, seen_low: float, seen_high: float) -> float:
    """How far a view from *seen_low* to *seen_high* goes to see from *low* to *high*: half of itself at most."""
    if low < seen_low and high > seen_high:
        return 0.0
    wanted = low - seen_low if low < seen_low or high - low > seen_high - seen_low else max(0.0, high - seen_high)
    most = (seen_high - seen_low) / 2
    return max(-most, min(most, wanted))
