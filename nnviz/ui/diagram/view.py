"""The window onto the diagram: mouse, keys, drops from the palette, and the small things laid over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from nnviz.ui import theme
from nnviz.ui.diagram import accessible, keys, unit_click
from nnviz.ui.diagram.editing import Editing
from nnviz.ui.diagram.group_editing import GroupEditing
from nnviz.ui.diagram.guides import DOTS
from nnviz.ui.diagram.minimap import Minimap
from nnviz.ui.diagram.overlays import Banner, Legend, Readout, ZoomBar
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.zooming import ZoomingView
from nnviz.ui.sidebar.palette import LAYER_MIME


class DiagramView(ZoomingView):
    """Shows a DiagramScene.

    Attributes:
        editing: what menus and keys do with it.
        mouse_at: where the mouse is over the view, None while it is elsewhere.

    Signals:
        dropped: (kind, id) of a layer dropped from the palette.
        files_dropped: the paths of files dropped on the diagram.
        menu_requested: the right button was pressed; where on the screen.
        help_requested: a person asks for the keys.
    """

    dropped = Signal(str, str)
    files_dropped = Signal(list)
    menu_requested = Signal(QPoint)
    help_requested = Signal()

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._panning: QPointF | None = None
        self.mouse_at: QPoint | None = None
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        accessible.install()
        self.setAccessibleName(self.tr("Diagram"))
        self.setAccessibleDescription(self.tr("The network: layers and links. Tab goes from layer to layer."))
        self.legend = Legend(scene.live, self)
        self.zoom_bar = ZoomBar(self)
        self.banner = Banner(scene.document, self)
        self.minimap = Minimap(scene, self)
        self._readout = Readout(self)
        self.editing = Editing(self)
        self.groups = GroupEditing(self)
        self.zoom_bar.zoom_requested.connect(self.zoom_by)
        self.zoom_bar.fit_requested.connect(self.fit)
        self.minimap.place_requested.connect(self.look_at)
        self.moved.connect(self._on_moved)
        scene.read.connect(self._show_readout)
        theme.notifier().changed.connect(self._recolour)

    def _recolour(self) -> None:
        self.resetCachedContent()
        self.viewport().update()

    def _on_moved(self) -> None:
        self.zoom_bar.show_zoom(self.zoom)
        self.minimap.show_seen(self.seen)
        self.editing.leave_name()
        self.groups.leave()

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
        for overlay in (self.legend, self.zoom_bar, self.banner, self.minimap, self.editing):
            overlay.place(size)
        self._refit()
        self.minimap.show_seen(self.seen)

    def _show_readout(self, text: str, point: QPointF) -> None:
        self._readout.show_text(text, self.mapFromScene(point))

    # ------------------------------------------------------------------ mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        point = self.mapToScene(event.position().toPoint())
        if not event.modifiers() and self.diagram.stepper_at(point) is not None:
            super().wheelEvent(event)  # as units of that layer; anywhere else the view would scroll
        else:
            self.zoom_by(1.0015 ** event.angleDelta().y())
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self.editing.press_problem(
            self.mapToScene(event.position().toPoint())
        ):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse_at = event.position().toPoint()
        if self._panning is None:
            super().mouseMoveEvent(event)
            return
        shift = event.position() - self._panning
        self._panning = event.position()
        self.pan(shift)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = None
            self.viewport().unsetCursor()
        else:
            super().mouseReleaseEvent(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and (self.editing.rename_at(at) or self.diagram.ask_weight(self.mapToScene(at), whole_unit=True)):
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.diagram.cancel_gesture()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.mouse_at = event.pos()
            item = self.diagram.layer_at(self.mapToScene(event.pos()), margin=8)
            if item is not None and not set(item.layers) <= set(self.diagram.document.selection):
                self.diagram.document.select(item.layers)
            unit_click.click(self.diagram, self.mapToScene(event.pos()), Qt.KeyboardModifier.NoModifier)
        self.menu_requested.emit(event.globalPos())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.mouse_at = None
        self.diagram.stop_reading()
        super().leaveEvent(event)

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        # Other parts of the window have a key of their own to search with; here it is the diagram's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _finds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The view would scroll on arrow keys; here they move layers, or choose one.
        if _finds(event):
            self.editing.search.open()
        elif event.key() == Qt.Key.Key_Question:
            self.help_requested.emit()
        elif event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Escape and self.editing.close_problems():
            event.accept()
        elif keys.press_arrow(self.diagram, event):
            self.reveal(self.diagram.document.selection, readable=False)
        else:
            self.diagram.keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from layer to layer, and behind the last one to the next part of the window."""
        # What lies over the diagram asks here too, whenever Tab leaves it or it is hidden.
        if self.window().focusWidget() is self and keys.select_next(self.diagram, 1 if forward else -1):
            self.reveal(self.diagram.document.selection, readable=False)
            return True
        return super().focusNextPrevChild(forward)

    # ------------------------------------------------------------------ drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.diagram.stop_reading()
        if event.mimeData().hasFormat(LAYER_MIME) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(LAYER_MIME):
            self.diagram.preview_drop(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.diagram.preview_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(LAYER_MIME):
            kind = event.mimeData().data(LAYER_MIME).toStdString()
            layer_id = self.diagram.drop(kind, self.mapToScene(event.position().toPoint()))
            self.setFocus()
            self.dropped.emit(kind, layer_id)
        elif event.mimeData().hasUrls():
            self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


def _finds(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)
