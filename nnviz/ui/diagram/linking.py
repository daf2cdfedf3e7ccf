"""The gestures that draw links: a new one out of a port, and another end for one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from nnviz.errors import BadInput
from nnviz.network.spec import Link
from nnviz.ui import theme
from nnviz.ui.diagram import commands
from nnviz.ui.diagram.gestures import STEADY
from nnviz.ui.diagram.guides import scale_of
from nnviz.ui.diagram.weight_lines import add_curve
from nnviz.ui.language import said, translate

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.scene import DiagramScene

CATCHES = 14.0  # how near a layer catches a link, in scene units


class _LooseEnd:
    """A curve from a port to the mouse, and the layer it would end on."""

    def __init__(self, scene: DiagramScene, item: LayerItem, forward: bool) -> None:
        self._scene, self._item, self._forward = scene, item, forward
        self._curve = QGraphicsPathItem()
        self._curve.setPen(QPen(theme.current().color("accent"), 2))
        self._curve.setZValue(5)
        scene.addItem(self._curve)

    def follow(self, point: QPointF) -> None:
        """End at *point*, and light the layer there."""
        path = QPainterPath()
        if self._forward:
            add_curve(path, self._item.scene_output_port(), point)
        else:
            add_curve(path, point, self._item.scene_input_port())
        self._curve.setPath(path)
        link = self.link_to(point)
        lit = None if link is None or self._refusal(link) else self._target(point)
        for item in self._scene.shown_items():
            item.show_state(link_target=item is lit)

    def link_to(self, point: QPointF) -> Link | None:
        """The link that it would become when it is let go at *point*; None over no other layer."""
        target = self._target(point)
        if target is None:
            return None
        a, b = (self._item, target) if self._forward else (target, self._item)
        return a.source_id, b.target_id

    def carry_out(self, link: Link, replacing: Link | None = None) -> None:
        """Make *link* a link of the network, or say why not."""
        document, refusal = self._scene.document, self._refusal(link)
        if refusal:
            self._scene.said.emit(refusal)
            return
        try:
            if replacing is None:
                commands.link(document, (link,))
            else:
                commands.relink(document, replacing, link)
        except BadInput as error:
            self._scene.said.emit(said(error.args[0]))

    def take_away(self) -> None:
        """Show it no longer."""
        self._scene.removeItem(self._curve)
        for item in self._scene.shown_items():
            item.show_state(link_target=False)

    def _target(self, point: QPointF) -> LayerItem | None:
        item = self._scene.layer_at(point, margin=CATCHES)
        return item if item is not self._item else None

    def _refusal(self, link: Link) -> str:
        if "" in link:
            return translate("Diagram", "This group has several ends there: expand it, and link one of its layers")
        if self._scene.document.network.layer(link[1]).kind != "Input":
            return ""
        text = translate("Sentences", "{0} is where data come in: no link may lead into it")
        return text.format(commands.title(self._scene.document, link[1]))


class DrawLink:
    """Pulls a link out of a port; let go on another layer it becomes one."""

    def __init__(self, scene: DiagramScene, item: LayerItem, forward: bool) -> None:
        self._end = _LooseEnd(scene, item, forward)

    def move(self, point: QPointF, free: bool = False) -> None:
        """Follow the mouse."""
        self._end.follow(point)

    def release(self, point: QPointF) -> None:
        """Link the two layers."""
        link = self._end.link_to(point)
        self.cancel()
        if link is not None:
            self._end.carry_out(link)

    def cancel(self) -> None:
        """Take the half-drawn link away."""
        self._end.take_away()


class MoveLinkEnd:
    """Takes a link by the end that is nearer and leads it to another layer; let go elsewhere it goes back."""

    def __init__(self, scene: DiagramScene, link: Link, start: QPointF) -> None:
        self._scene, self._link, self._start = scene, link, start
        source, target = (scene.end_item(end) for end in link)
        to_source = (source.scene_output_port() - start).manhattanLength()
        self._forward = (target.scene_input_port() - start).manhattanLength() <= to_source
        self._stays = source if self._forward else target
        self._end: _LooseEnd | None = None

    def move(self, point: QPointF, free: bool = False) -> None:
        """Let the end follow the mouse once it is dragged."""
        if self._end is None:
            if (point - self._start).manhattanLength() * scale_of(self._scene) < STEADY:
                return
            self._end = _LooseEnd(self._scene, self._stays, self._forward)
            self._scene.link_items[self._link].setVisible(False)
        self._end.follow(point)

    def release(self, point: QPointF) -> None:
        """Link to the layer under the mouse."""
        end, new = self._end, self._end.link_to(point) if self._end is not None else None
        self.cancel()
        if end is not None and new is not None and new != self._link:
            end.carry_out(new, replacing=self._link)
            if new in self._scene.link_items:
                self._scene.choose_link(new)

    def cancel(self) -> None:
        """Let the link be where it was."""
        if self._end is not None:
            self._end.take_away()
            self._end = None
        if self._link in self._scene.link_items:
            self._scene.link_items[self._link].setVisible(True)
