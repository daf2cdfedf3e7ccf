"""The diagram's scene: it follows the document and the live figures, and hands the mouse to gestures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPolygonF
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneMouseEvent, QGraphicsSceneWheelEvent

from nnviz.network.spec import Link
from nnviz.training.by_hand import BIAS
from nnviz.ui import theme
from nnviz.ui.by_hand.weight_place import WeightPlace, value_of
from nnviz.ui.diagram import commands, figures, group_commands, unit_click
from nnviz.ui.diagram.contents import Contents
from nnviz.ui.diagram.detail import Detail, detail_for
from nnviz.ui.diagram.geometry import HEADER
from nnviz.ui.diagram.gestures import STEADY, Gesture, MoveLayers, RubberBand
from nnviz.ui.diagram.group_item import BlockItem, FrameItem
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.link_item import LinkItem
from nnviz.ui.diagram.linking import DrawLink, MoveLinkEnd
from nnviz.ui.diagram.weight_lines import WeightLine
from nnviz.ui.document import Document
from nnviz.ui.training.live import LiveState

NOTCH = 120  # of a wheel, in eighths of a degree
LINE_REACH = 7.0  # how near the mouse has to be to a weight
BAND = 300.0  # half of the tallest layer, and more


class DiagramScene(QGraphicsScene):
    """Layers and links of the document.

    Attributes:
        layer_items, link_items: by id and by link.
        chosen_link: the selected link, if any.

    Signals:
        said: a sentence for the status line, why a gesture did nothing.
        read: what lies under the mouse, with its number; empty where nothing does.
        content_changed: layers came, went or moved.
        unit_clicked: a layer, the number of a unit of it that was clicked, and whether it is to be muted.
        weight_requested: a person clicked a weight or a bias: which one, and where.
    """

    said = Signal(str)
    read = Signal(str, QPointF)
    content_changed = Signal()
    unit_clicked = Signal(str, int, bool)
    weight_requested = Signal(object, QPointF)

    def __init__(self, document: Document, live: LiveState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.live = document, live
        self._contents = Contents(self)
        self.layer_items: dict[str, LayerItem] = self._contents.layers
        self.link_items: dict[Link, LinkItem] = self._contents.links
        self._lit: LinkItem | None = None
        self.chosen_link: Link | None = None
        self._shown_link: Link | None = None  # the one that is shown as selected
        self._content: QRectF | None = None
        self._gesture: Gesture | None = None
        self._reading: QPointF | None = None  # where the mouse rests
        self._turned = ("", 0)  # the layer the wheel turns on, and what it turned since the last whole notch
        document.network_changed.connect(self.follow)
        document.facts_changed.connect(self._follow_facts)
        document.problems_changed.connect(self.follow)
        document.selection_changed.connect(self._follow_selection)
        live.weights_changed.connect(self._follow_weights)
        live.surface_changed.connect(self._expire)
        for changed in (live.activity_changed, *live.inside.signals):
            changed.connect(self._expire)
        theme.notifier().changed.connect(self._recolour)
        self.follow()

    # ------------------------------------------------------------------ following

    def follow(self) -> None:
        """Show the document as it is now; a gesture that is under way was one on what it was before."""
        self.cancel_gesture()
        self._contents.follow()
        self._content = None
        if self.chosen_link not in self.link_items:
            self.chosen_link = None
        fixes = [problem.fix for problem in self.document.problems if problem.fix is not None]
        wrong = {fix.args for fix in fixes if fix.edit == "remove_link"}
        for link, item in self.link_items.items():
            item.show_wrong(link in wrong)
        self._follow_selection()
        self.content_changed.emit()

    def place_links(self) -> None:
        """Let links, blocks and frames follow the layers that are being dragged."""
        self._contents.standing.settle()
        self._content = None

    def _follow_selection(self) -> None:
        self._contents.show_chosen(self.document.selection)
        if self._shown_link != self.chosen_link and self._shown_link in self.link_items:
            self.link_items[self._shown_link].choose(False)
        if self.chosen_link is not None:
            self.link_items[self.chosen_link].choose(True)
        self._shown_link = self.chosen_link

    def choose_link(self, link: Link) -> None:
        """Select *link* and no layer."""
        self.chosen_link = link
        self.document.select(())
        self._follow_selection()

    def _expire(self) -> None:
        self._contents.expire()

    def _follow_weights(self) -> None:
        self._contents.expire()
        if self._reading is not None and self._gesture is None:
            self._read(self._reading)

    def _follow_facts(self) -> None:
        self.follow()
        self._contents.expire()

    def _recolour(self) -> None:
        self._contents.expire()
        self.update()

    def show_at(self, zoom: float) -> None:
        """The view is going to show the diagram at *zoom*."""
        self._contents.show_far(detail_for(zoom) is Detail.FAR)

    # ------------------------------------------------------------------ finding

    def layer_at(self, point: QPointF, margin: float = 0.0) -> LayerItem | None:
        """The layer, or the block of a collapsed group, whose frame, widened by *margin*, holds *point*."""
        return self._contents.layer_at(point, margin)

    def layers_in(self, rect: QRectF) -> tuple[str, ...]:
        """The ids of the layers that *rect* touches, those of a collapsed group together."""
        return self._contents.layers_in(rect)

    def shown_items(self) -> Iterator[LayerItem]:
        """The layers that can be seen, and the blocks of collapsed groups."""
        return self._contents.shown()

    def end_item(self, layer: str) -> LayerItem:
        """What is seen of *layer*: itself, or the block of its group."""
        return self._contents.end(layer)

    def selected_items(self) -> list[LayerItem]:
        """What is seen of the selected layers: themselves, and the blocks of collapsed groups once."""
        chosen = (layer for layer in self.document.selection if layer in self.layer_items)
        return list(dict.fromkeys(self.end_item(layer) for layer in chosen))

    def group_title_at(self, point: QPointF) -> str:
        """The name of the group whose title, on its frame or its block, lies at *point*; empty where there is none."""
        item, frame = self.layer_at(point), self._contents.frame_at(point)
        if isinstance(item, BlockItem):
            top = item.geometry.frame.top() + item.y()
            return item.look.id if item.part_at(point) == "body" and point.y() < top + HEADER / 2 else ""
        return frame.part.name if frame is not None and not frame.chevron.contains(point) else ""

    def group_item(self, name: str) -> BlockItem | FrameItem | None:
        """The block or the frame of the group *name*."""
        return self._contents.blocks.get(name) or self._contents.frames.get(name)

    def stepper_at(self, point: QPointF) -> LayerItem | None:
        """The layer at *point* whose units the wheel changes."""
        item = self.layer_at(point)
        return item if item is not None and item.has_stepper else None

    def link_at(self, point: QPointF) -> Link | None:
        """The link whose band between its two layers holds *point*."""
        tall = QRectF(point.x(), point.y() - BAND, 0, 2 * BAND)
        for item in self._contents.links_near(tall):
            if item.near(point) or self._band(item.link).containsPoint(point, Qt.FillRule.OddEvenFill):
                return item.link
        return None

    def _band(self, link: Link) -> QPolygonF:
        a, b = (self.end_item(x) for x in link)
        left, right = a.geometry.frame.translated(a.pos()), b.geometry.frame.translated(b.pos())
        return QPolygonF([left.topRight(), right.topLeft(), right.bottomLeft(), left.bottomRight()])

    def content_rect(self) -> QRectF:
        """What has to be seen to see everything."""
        if self._content is None:
            self._content = self._contents.content_rect()
        return QRectF(self._content)

    # ------------------------------------------------------------------ dropping

    def _link_under(self, point: QPointF) -> Link | None:
        """The link that a layer dropped at *point* goes into: that below it, or on a layer, the one on that side."""
        item = self.layer_at(point)
        if item is None:
            return self.link_at(point)
        end = 0 if point.x() >= item.pos().x() else 1
        return next((link for link in self.link_items if link[end] in item.layers), None)

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
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.scenePos()
        extend = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        item, frame = self.layer_at(point, margin=8), self._contents.frame_at(point)
        if item is not None:
            self._press_layer(item, point, extend)
        elif frame is not None:
            self._press_title(frame, point, extend)
        else:
            self.chosen_link = self._link_near(point)
            if self.chosen_link is not None:
                self.choose_link(self.chosen_link)
                self._gesture = MoveLinkEnd(self, self.chosen_link, point)
            else:
                self._follow_selection()
                self._gesture = RubberBand(self, point, extend)
        event.accept()

    def _link_near(self, point: QPointF) -> Link | None:
        reach = QRectF(point.x() - LINE_REACH, point.y() - LINE_REACH, 2 * LINE_REACH, 2 * LINE_REACH)
        for item in self._contents.links_near(reach):
            if item.near(point) or item.line_at(point) is not None:
                return item.link
        return None

    def _press_layer(self, item: LayerItem, point: QPointF, extend: bool) -> None:
        part = item.part_at(point)
        if part in ("minus", "plus"):
            commands.change_units(self.document, item.layers, 1 if part == "plus" else -1)
        elif part == "chevron":
            group_commands.toggle(self.document, item.look.id)
        elif part in ("in", "out"):
            self._gesture = DrawLink(self, item, forward=part == "out")
        else:
            self._take_hold(item.layers, point, extend)
        self._follow_selection()

    def _press_title(self, frame: FrameItem, point: QPointF, extend: bool) -> None:
        if frame.chevron.contains(point):
            group_commands.toggle(self.document, frame.part.name)
        else:
            self._take_hold(frame.part.layers, point, extend)
            self._follow_selection()

    def _take_hold(self, layers: tuple[str, ...], point: QPointF, extend: bool) -> None:
        """Select *layers*, which belong together, or with *extend* one part more or less; and begin to drag."""
        self.chosen_link = None
        selected = self.document.selection
        if extend:
            kept = tuple(x for x in selected if x not in layers)
            self.document.select(kept if set(layers) <= set(selected) else (*kept, *layers))
        elif not set(layers) <= set(selected):
            self.document.select(layers)
        self._gesture = MoveLayers(self, point)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        point = event.scenePos()
        if self._gesture is not None:
            self._gesture.move(point, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            self._read(point)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.release(event.scenePos())
        super().mouseReleaseEvent(event)
        if gesture is not None and isinstance(gesture, MoveLayers | MoveLinkEnd):
            down, up = event.buttonDownScreenPos(Qt.MouseButton.LeftButton), event.screenPos()
            if (up - down).manhattanLength() < STEADY and (event.modifiers() or not self.ask_weight(event.scenePos())):
                unit_click.click(self, event.scenePos(), event.modifiers())

    def ask_weight(self, point: QPointF, whole_unit: bool = False) -> bool:
        """Ask about the weight at *point*, or the bias: of a *whole_unit* wherever it is hit; whether there is one."""
        item, place = self.layer_at(point), None
        if item is not None:
            unit = item.geometry.bias_at(point - item.pos(), whole_unit)
            place = None if unit is None else WeightPlace(item.look.id, BIAS, unit)
        else:
            link, line = self._line_under(point)
            if link is not None and line is not None and line.source >= 0:
                place = WeightPlace(link.link[1], line.source, line.unit)
        if place is None or value_of(place, self.live) is None:
            return False
        self.weight_requested.emit(place, point)
        return True

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
        self._light(None, None)
        self.read.emit("", QPointF())

    def _read(self, point: QPointF) -> None:
        """Show the number of what lies under *point*, now and as it changes."""
        self._reading = point
        layer, text = self.layer_at(point), ""
        if layer is not None:
            self._light(None, None)
            text = figures.read_unit(layer, point - layer.pos(), self.live)
        else:
            item, line = self._line_under(point)
            self._light(item, line)
            if item is not None and line is not None:
                text = figures.read_line(line, item.link, self.document)
        self.read.emit(text, point)

    def _line_under(self, point: QPointF) -> tuple[LinkItem | None, WeightLine | None]:
        reach = QRectF(point.x() - LINE_REACH, point.y() - LINE_REACH, 2 * LINE_REACH, 2 * LINE_REACH)
        for item in self._contents.links_near(reach):
            line = item.line_at(point)
            if line is not None:
                return item, line
        return None, None

    def _light(self, item: LinkItem | None, line: WeightLine | None) -> None:
        """Make one weight stand out, and no other."""
        if self._lit is not None and self._lit is not item:
            self._lit.highlight(None)
        self._lit = item
        if item is not None:
            item.highlight(line)
