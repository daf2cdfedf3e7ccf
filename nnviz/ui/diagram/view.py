"""The window onto the diagram: zoom, pan, drops from the palette, and the small things laid over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from nnviz.ui import theme
from nnviz.ui.diagram.overlays import Banner, Legend, Readout, ZoomBar
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.sidebar.palette import LAYER_MIME

LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0
LARGEST_FIT = 1.5  # a small network on a large screen grows only so far
DOTS = 24  # between the dots of the background, in scene units
MARGIN = QRectF(-16, -12, 32, 68)  # room kept around the diagram; the legend needs some below


class DiagramView(QGraphicsView):
    """Shows a DiagramScene.

    Signals:
        dropped: (kind, id) of a layer dropped from the palette.
        files_dropped: the paths of files dropped on the diagram.
    """

    dropped = Signal(str, str)
    files_dropped = Signal(list)

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._diagram = scene
        self._follows_content = True
        self._panning: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSceneRect(QRectF(-20000, -20000, 40000, 40000))
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Diagram"))
        self.setAccessibleDescription(self.tr("The network: layers and links. Arrow keys choose a layer."))
        self.legend = Legend(scene.live, self)
        self.zoom_bar = ZoomBar(self)
        self.banner = Banner(scene.document, self)
        self._readout = Readout(self)
        self.zoom_bar.zoom_requested.connect(self.zoom_by)
        self.zoom_bar.fit_requested.connect(self.fit)
        scene.content_changed.connect(self._follow_content)
        scene.document.replaced.connect(self.fit)
        scene.document.facts_changed.connect(self._refit)
        scene.read.connect(self._show_readout)
        theme.notifier().changed.connect(self._recolour)

    def _recolour(self) -> None:
        self.resetCachedContent()
        self.viewport().update()

    # ------------------------------------------------------------------ zoom

    @property
    def zoom(self) -> float:
        """1 where a scene unit is a pixel."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom around the mouse, or around the middle when it is elsewhere."""
        self._follows_content = False
        self._set_zoom(self.zoom * factor)

    def fit(self) -> None:
        """See everything, and keep seeing everything as the diagram grows."""
        self._follows_content = True
        rect = self._diagram.content_rect()
        if rect.isEmpty():
            rect = QRectF(-380, -200, 760, 400)
        rect = rect.adjusted(MARGIN.left(), MARGIN.top(), MARGIN.right(), MARGIN.bottom())
        room = self.viewport().size()
        zoom = min(LARGEST_FIT, room.width() / rect.width(), room.height() / rect.height())
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self._set_zoom(max(LEAST_ZOOM, zoom))
        self.centerOn(rect.center())
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self.scale(zoom / self.zoom, zoom / self.zoom)
        self.zoom_bar.show_zoom(self.zoom)

    def _refit(self) -> None:
        """Other data may make the diagram smaller as well as larger."""
        if self._follows_content:
            self.fit()

    def _follow_content(self) -> None:
        """See everything again where something fell out of sight; what can be seen stays where it is."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if self._follows_content and not seen.contains(self._diagram.content_rect()):
            self.fit()

    # ------------------------------------------------------------------ painting and overlays

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        colors = theme.current()
        painter.fillRect(rect, colors.color("background"))
        if self.zoom < 0.5:
            return
        painter.setPen(colors.color("quiet", 0.16))
        left, top = int(rect.left() // DOTS) * DOTS, int(rect.top() // DOTS) * DOTS
        points = [
            QPointF(x, y)
            for x in range(left, int(rect.right()) + DOTS, DOTS)
            for y in range(top, int(rect.bottom()) + DOTS, DOTS)
        ]
        painter.drawPoints(points)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.viewport().size()
        self.legend.move(12, size.height() - self.legend.height() - 10)
        self.zoom_bar.move(size.width() - self.zoom_bar.width() - 14, size.height() - self.zoom_bar.height() - 12)
        self.banner.place(size)
        if self._follows_content:
            self.fit()

    def _show_readout(self, text: str, point: QPointF) -> None:
        self._readout.show_text(text, self.mapFromScene(point))

    # ------------------------------------------------------------------ mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        point = self.mapToScene(event.position().toPoint())
        if not event.modifiers() and self._diagram.stepper_at(point) is not None:
            super().wheelEvent(event)  # as units of that layer; anywhere else the view would scroll
        else:
            self.zoom_by(1.0015 ** event.angleDelta().y())
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panning is None:
            super().mouseMoveEvent(event)
            return
        shift = event.position() - self._panning
        self._panning = event.position()
        self._follows_content = False
        for bar, by in ((self.horizontalScrollBar(), shift.x()), (self.verticalScrollBar(), shift.y())):
            bar.setValue(bar.value() - round(by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = None
            self.viewport().unsetCursor()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._diagram.stop_reading()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The view would scroll on arrow keys; the scene chooses layers with them.
        self._diagram.keyPressEvent(event)

    # ------------------------------------------------------------------ drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._diagram.stop_reading()
        if event.mimeData().hasFormat(LAYER_MIME) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(LAYER_MIME):
            self._diagram.preview_drop(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._diagram.preview_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(LAYER_MIME):
            kind = event.mimeData().data(LAYER_MIME).toStdString()
            layer_id = self._diagram.drop(kind, self.mapToScene(event.position().toPoint()))
            self.setFocus()
            self.dropped.emit(kind, layer_id)
        elif event.mimeData().hasUrls():
            self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
