"""The diagram's scene: it follows the document and the live figures, and hands the mouse to gestures."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPolygonF
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneMouseEvent, QGraphicsSceneWheelEvent

from nnviz.network.layout import arranged
from nnviz.network.spec import Link
from nnviz.ui import theme
from nnviz.ui.diagram import commands, figures
from nnviz.ui.diagram.gestures import DrawLink, Gesture, MoveLayers, RubberBand
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.layer_look import look_of
from nnviz.ui.diagram.link_item import LinkItem
from nnviz.ui.document import Document
from nnviz.ui.live import LiveState

NOTCH = 120  # of a wheel, in eighths of a degree


class DiagramScene(QGraphicsScene):
    """Layers and links of the document.

    Attributes:
        layer_items, link_items: by id and by link.
        chosen_link: the selected link, if any.

    Signals:
        said: a sentence for the status line, why a gesture did nothing.
        read: what lies under the mouse, with its number; empty where nothing does.
        content_changed: layers came, went or moved.
    """

    said = Signal(str)
    read = Signal(str, QPointF)
    content_changed = Signal()

    def __init__(self, document: Document, live: LiveState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.live = document, live
        self.layer_items: dict[str, LayerItem] = {}
        self.link_items: dict[Link, LinkItem] = {}
        self.chosen_link: Link | None = None
        self._gesture: Gesture | None = None
        self._reading: QPointF | None = None  # where the mouse rests
        self._turned = ("", 0)  # the layer the wheel turns on, and what it turned since the last whole notch
        document.network_changed.connect(self.follow)
        document.facts_changed.connect(self.follow)
        document.problems_changed.connect(self.follow)
        document.selection_changed.connect(self._follow_selection)
        live.weights_changed.connect(self._follow_weights)
        live.surface_changed.connect(self._follow_units)
        live.activity_changed.connect(self._follow_units)
        theme.notifier().changed.connect(self._recolour)
        self.follow()

    # ------------------------------------------------------------------ following

    def follow(self) -> None:
        """Show the document as it is now; a gesture that is under way was one on what it was before."""
        self.cancel_gesture()
        fitted = self.document.fitted
        places = arranged(fitted)
        for gone in self.layer_items.keys() - places.keys():
            self.removeItem(self.layer_items.pop(gone))
        for layer in fitted.layers:
            look = look_of(layer, self.document.inference, self.document.problems, self.document.facts)
            item = self.layer_items.get(layer.id)
            if item is None:
                item = self.layer_items[layer.id] = LayerItem(look)
                self.addItem(item)
            item.show_look(look)
            item.setPos(*places[layer.id])
        self._follow_links()
        self._follow_selection()
        self._follow_weights()
        self.content_changed.emit()

    def _follow_links(self) -> None:
        links = set(self.document.network.links)
        for gone in self.link_items.keys() - links:
            self.removeItem(self.link_items.pop(gone))
        for link in links - self.link_items.keys():
            self.link_items[link] = LinkItem(link)
            self.addItem(self.link_items[link])
        if self.chosen_link not in links:
            self.chosen_link = None
        self.place_links()

    def place_links(self) -> None:
        """Run every link from port to port, where the layers stand now."""
        for (a, b), item in self.link_items.items():
            item.place(self.layer_items[a].scene_output_port(), self.layer_items[b].scene_input_port())
            lines = figures.link_lines(self.layer_items[a], self.layer_items[b], self.live.kernels.get(b))
            item.show_lines(lines, self.live.limit)

    def _follow_selection(self) -> None:
        for layer_id, item in self.layer_items.items():
            item.show_state(chosen=layer_id in self.document.selection)
        for link, link_item in self.link_items.items():
            link_item.choose(link == self.chosen_link)

    def _follow_weights(self) -> None:
        self.place_links()
        self._follow_units()
        if self._reading is not None and self._gesture is None:
            self._read(self._reading)

    def _follow_units(self) -> None:
        for layer in self.document.fitted.layers:
            item = self.layer_items.get(layer.id)
            if item is not None:
                item.show_figures(figures.unit_figures(layer, item.look, self.document, self.live))

    def _recolour(self) -> None:
        self._follow_units()
        self.update()

    # ------------------------------------------------------------------ finding

    def layer_at(self, point: QPointF, margin: float = 0.0) -> LayerItem | None:
        """The layer whose frame, widened by *margin*, holds *point*."""
        for item in self.layer_items.values():
            if item.geometry.frame.adjusted(-margin, -margin, margin, margin).contains(point - item.pos()):
                return item
        return None

    def stepper_at(self, point: QPointF) -> LayerItem | None:
        """The layer at *point* whose units the wheel changes."""
        item = self.layer_at(point)
        return item if item is not None and item.has_stepper else None

    def link_at(self, point: QPointF) -> Link | None:
        """The link whose band between its two layers holds *point*."""
        for link, item in self.link_items.items():
            if self._band(link).containsPoint(point, Qt.FillRule.OddEvenFill) or item.shape().contains(point):
                return link
        return None

    def _band(self, link: Link) -> QPolygonF:
        a, b = (self.layer_items[x] for x in link)
        left, right = a.geometry.frame.translated(a.pos()), b.geometry.frame.translated(b.pos())
        return QPolygonF([left.topRight(), right.topLeft(), right.bottomLeft(), left.bottomRight()])

    def content_rect(self) -> QRectF:
        """What has to be seen to see everything."""
        rect = QRectF()
        for item in self.layer_items.values():
            rect = rect.united(item.boundingRect().translated(item.pos()))
        return rect

    # ------------------------------------------------------------------ dropping

    def _link_under(self, point: QPointF) -> Link | None:
        """The link that a layer dropped at *point* goes into: that below it, or on a layer, the one on that side."""
        item = self.layer_at(point)
        if item is None:
            return self.link_at(point)
        end = 0 if point.x() >= item.pos().x() else 1
        return next((link for link in self.link_items if link[end] == item.look.id), None)

    def preview_drop(self, point: QPointF | None) -> None:
        """Light the link that a layer dropped at *point* would be inserted into; None: nothing is dragged."""
        under = self._link_under(point) if point is not None else None
        for link, item in self.link_items.items():
            item.mark(link == under)

    def drop(self, kind: str, point: QPointF) -> str:
        """Put a layer of *kind* where it was dropped, select it, and return its id."""
        self.preview_drop(None)
        place = (round(point.x()), round(point.y()))
        return commands.drop(self.document, kind, place, self._link_under(point))

    # ------------------------------------------------------------------ keys

    def cancel_gesture(self) -> bool:
        """Give up the gesture under way; whether there was one."""
        if self._gesture is None:
            return False
        self._gesture.cancel()
        self._gesture = None
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not self.cancel_gesture():
                self.document.select(())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            commands.delete_selected(self.document, self.chosen_link)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            commands.change_units(self.document, self.document.selection, -1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left) and self.layer_items:
            self._select_next(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _select_next(self, step: int) -> None:
        ids = sorted(self.layer_items, key=lambda x: self.layer_items[x].pos().x())
        at = ids.index(self.document.selection[-1]) + step if self.document.selection else 0
        self.document.select((ids[at % len(ids)],))

    # ------------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.scenePos()
        extend = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        item = self.layer_at(point, margin=8)
        if item is not None:
            self._press_layer(item, point, extend)
        else:
            self.chosen_link = self._link_near(point)
            if self.chosen_link is not None:
                self.document.select(())
                self._follow_selection()
            else:
                self._follow_selection()
                self._gesture = RubberBand(self, point, extend)
        event.accept()

    def _link_near(self, point: QPointF) -> Link | None:
        for link, item in self.link_items.items():
            if item.shape().contains(point) or item.line_at(point) is not None:
                return link
        return None

    def _press_layer(self, item: LayerItem, point: QPointF, extend: bool) -> None:
        layer_id, part = item.look.id, item.part_at(point)
        if part in ("minus", "plus"):
            commands.change_units(self.document, (layer_id,), 1 if part == "plus" else -1)
        elif part in ("in", "out"):
            self._gesture = DrawLink(self, item, forward=part == "out")
        else:
            self.chosen_link = None
            selected = self.document.selection
            if extend:
                kept = tuple(x for x in selected if x != layer_id)
                self.document.select(kept if layer_id in selected else (*selected, layer_id))
            elif layer_id not in selected:
                self.document.select((layer_id,))
            self._gesture = MoveLayers(self, point)
        self._follow_selection()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        point = event.scenePos()
        if self._gesture is not None:
            self._gesture.move(point)
        else:
            self._read(point)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.release(event.scenePos())
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QGraphicsSceneWheelEvent) -> None:
        item = self.stepper_at(event.scenePos())
        if item is not None and not event.modifiers() and event.delta():
            self._turn(item.look.id, event.delta())
            event.accept()
        else:
            event.ignore()

    def _turn(self, layer_id: str, delta: int) -> None:
        """Whole notches count: a touchpad sends a notch in many small parts."""
        turned, eighths = self._turned
        eighths = delta + (eighths if turned == layer_id else 0)
        notches = int(eighths / NOTCH)
        self._turned = (layer_id, eighths - notches * NOTCH)
        if notches:
            commands.change_units(self.document, (layer_id,), notches)

    def stop_reading(self) -> None:
        """The mouse is elsewhere: no number is shown."""
        self._reading = None
        for item in self.link_items.values():
            item.highlight(None)
        self.read.emit("", QPointF())

    def _read(self, point: QPointF) -> None:
        """Show the number of what lies under *point*, now and as it changes."""
        self._reading = point
        text = ""
        for item in self.link_items.values():
            line = item.line_at(point) if not text and self.layer_at(point) is None else None
            item.highlight(line)
            if line is not None:
                text = figures.read_line(line, item.link, self.document)
        layer = self.layer_at(point)
        if layer is not None:
            text = figures.read_unit(layer, point - layer.pos(), self.live)
        self.read.emit(text, point)
