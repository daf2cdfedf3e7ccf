"""What stands on the scene: items for layers, links and groups, that follow the document, and are found by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar
from weakref import proxy

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from nnviz.network.problems import Problem
from nnviz.network.spec import Link
from nnviz.ui.diagram import figures
from nnviz.ui.diagram.group_item import BlockItem, FrameItem
from nnviz.ui.diagram.group_look import GroupLook, group_look_of
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.layer_look import UnitFigures, look_of
from nnviz.ui.diagram.link_item import LinkItem
from nnviz.ui.diagram.overview import OverviewItem
from nnviz.ui.diagram.places import places_of
from nnviz.ui.diagram.standing import Standing
from nnviz.ui.diagram.weight_lines import WeightLine

if TYPE_CHECKING:
    from nnviz.ui.diagram.scene import DiagramScene

Seen = tuple[object, ...]
AnyItem = TypeVar("AnyItem", bound=QGraphicsItem)


class Contents:
    """The items of a scene.

    Attributes:
        layers: by id; those of a collapsed group are hidden, and stand where they will be when it is expanded.
        links: by their ends; those inside a collapsed group are hidden.
        blocks, frames: of the groups that are collapsed and of those that are not, by name.
    """

    def __init__(self, scene: DiagramScene) -> None:
        # Nothing here keeps the scene or the items in a circle: they go when the scene goes, not when Python's
        # collector comes by, which takes Qt's objects apart in any order.
        self._scene, self._document, self._live = proxy(scene), scene.document, scene.live
        self.layers: dict[str, LayerItem] = {}
        self.links: dict[Link, LinkItem] = {}
        self.blocks: dict[str, BlockItem] = {}
        self.frames: dict[str, FrameItem] = {}
        this: Contents = proxy(self)
        self._figures = lambda item: this.figures_of(item)
        self._lines = lambda link: this.lines_of(link)
        self.overview = OverviewItem(lambda: this.shown(), lambda: (x for x in this.links.values() if x.isVisible()))
        scene.addItem(self.overview)
        self._seen: dict[str, Seen] = {}  # what the look of each layer was made of
        self._block_of: dict[str, BlockItem] = {}
        self.standing = Standing(self)
        self._chosen: set[str] = set()
        self._far = False

    # ------------------------------------------------------------------ following

    def follow(self) -> None:
        """Show the document as it is now."""
        network = self._document.fitted
        problems: dict[str, tuple[Problem, ...]] = {}
        for problem in self._document.problems:
            if problem.layer is not None:
                problems[problem.layer] = (*problems.get(problem.layer, ()), problem)
        self._follow_layers(problems)
        self._follow_groups(
            {x.name: group_look_of(x, network, self._document.inference, problems) for x in network.groups}
        )
        for layer, (x, y) in places_of(self._document).items():
            self.layers[layer].setPos(x, y)
        self._follow_links()
        self.standing.settle_all()
        if self._far:
            self._follow_far()  # what is new, too

    def _follow_layers(self, problems: Mapping[str, tuple[Problem, ...]]) -> None:
        document, inference = self._document, self._document.inference
        for gone in self.layers.keys() - {layer.id for layer in document.fitted.layers}:
            self._drop(self.layers.pop(gone))
            del self._seen[gone]
            self._chosen.discard(gone)
        for layer in document.fitted.layers:
            wrong = problems.get(layer.id, ())
            shape, weights = inference.shapes.get(layer.id), inference.parameters.get(layer.id)
            seen = (layer, shape, weights, wrong, document.facts)
            if self._seen.get(layer.id) == seen:
                continue
            self._seen[layer.id] = seen
            look = look_of(layer, inference, wrong, document.facts)
            if layer.id in self.layers:
                self.layers[layer.id].show_look(look)
            else:
                self.layers[layer.id] = LayerItem(look, self._figures)
                self._scene.addItem(self.layers[layer.id])

    def _follow_groups(self, looks: Mapping[str, GroupLook]) -> None:
        collapsed = {group.name for group in self._document.network.groups if group.collapsed}
        for name in [x for x in self.blocks if x not in collapsed]:
            self._drop(self.blocks.pop(name))
        for name in [x for x in self.frames if x not in looks or x in collapsed]:
            self._drop(self.frames.pop(name))
        self._block_of = {}
        for name, look in looks.items():
            if name in collapsed:
                item = self.blocks.get(name) or self._added(BlockItem(look))
                item.show_group(look)
                self.blocks[name] = item
                self._block_of.update(dict.fromkeys(look.layers, item))
            else:
                frame = self.frames.get(name) or self._added(FrameItem(look))
                frame.show_group(look)
                self.frames[name] = frame
        for layer, layer_item in self.layers.items():
            layer_item.setVisible(layer not in self._block_of)

    def _follow_links(self) -> None:
        links = set(self._document.network.links)
        for gone in self.links.keys() - links:
            self._scene.removeItem(self.links.pop(gone))
            self.standing.forget_link(gone)
        for link in self._document.network.links:
            if link not in self.links:
                self.links[link] = self._added(LinkItem(link, self._lines))

    def _added(self, item: AnyItem) -> AnyItem:
        self._scene.addItem(item)
        return item

    def _drop(self, item: LayerItem | FrameItem) -> None:
        self._scene.removeItem(item)
        if isinstance(item, LayerItem):
            self.standing.forget(item)

    def show_far(self, far: bool) -> None:
        """From afar the overview paints everything: Qt need not ask each item, of which there may be thousands."""
        if far != self._far:
            self._far = far
            self._follow_far()

    def _follow_far(self) -> None:
        flag = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents
        for item in (*self.layers.values(), *self.links.values(), *self.blocks.values()):
            item.setFlag(flag, self._far)

    def show_chosen(self, layers: Iterable[str]) -> None:
        """Show *layers* as selected, and no others."""
        chosen = set(layers)
        for layer in chosen ^ self._chosen:
            if layer in self.layers:
                self.layers[layer].show_state(chosen=layer in chosen)
        self._chosen = chosen
        for block in self.blocks.values():
            inside = [layer for layer in block.layers if layer in chosen]
            block.show_state(chosen=bool(inside))
            block.show_inside(
                tuple(self.layers[x].look.title for x in inside) if len(inside) < len(block.layers) else ()
            )
        for frame in self.frames.values():
            frame.show_chosen(chosen.issuperset(frame.part.layers))
        self.overview.forget_states()

    def content_rect(self) -> QRectF:
        """What has to be seen to see everything."""
        rect = QRectF()
        for item in self.shown():
            rect = rect.united(item.extent.translated(item.pos()))
        for frame in self.frames.values():
            rect = rect.united(frame.rect)
        return rect

    # ------------------------------------------------------------------ what is alive

    def expire(self) -> None:
        """There are newer weights and activations."""
        for item in self.layers.values():
            item.expire()
        for link in self.links.values():
            link.expire()

    def figures_of(self, item: LayerItem) -> UnitFigures:
        """What the units of *item* show now."""
        layer = self._document.fitted.layer(item.look.id)
        return figures.unit_figures(layer, item.look, self._document, self._live)

    def lines_of(self, link: Link) -> tuple[tuple[WeightLine, ...], float]:
        """The weights of *link* as lines, and their scale."""
        source, target = self.end(link[0]), self.end(link[1])
        if isinstance(source, BlockItem) or isinstance(target, BlockItem):
            return (), 1.0
        return figures.link_lines(source, target, self._live.kernels.get(link[1])), self._live.limit

    # ------------------------------------------------------------------ finding

    def end(self, layer: str) -> LayerItem:
        """What is seen of *layer*: itself, or the block of its group."""
        return self._block_of.get(layer) or self.layers[layer]

    def shown(self) -> Iterator[LayerItem]:
        """The layers that can be seen, and the blocks."""
        for layer, item in self.layers.items():
            if layer not in self._block_of:
                yield item
        yield from self.blocks.values()

    def hidden(self) -> Iterator[LayerItem]:
        """The layers that a block stands for."""
        return (self.layers[layer] for layer in self._block_of)

    def layer_at(self, point: QPointF, margin: float = 0.0) -> LayerItem | None:
        """The layer or block whose frame, widened by *margin*, holds *point*."""
        around = QRectF(point.x() - margin, point.y() - margin, 2 * margin, 2 * margin)
        return next(iter(self.standing.items_in(around)), None)

    def layers_in(self, rect: QRectF) -> tuple[str, ...]:
        """The ids of the layers that *rect* touches, those of a block together."""
        return tuple(layer for item in self.standing.items_in(rect) for layer in item.layers)

    def frame_at(self, point: QPointF) -> FrameItem | None:
        """The frame of a group whose title lies at *point*."""
        return next((frame for frame in self.frames.values() if frame.title.contains(point)), None)

    def links_near(self, rect: QRectF) -> Iterator[LinkItem]:
        """The links that may run through *rect*."""
        return (item for link in self.standing.links_near(rect) if (item := self.links[link]).isVisible())
