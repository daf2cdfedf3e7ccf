"""Where the items of the diagram stand: links, blocks and frames follow the layers, and all are found by place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import proxy

from PySide6.QtCore import QPointF, QRectF

from nnviz.network.layout import Point, Size
from nnviz.network.layout_routes import Router
from nnviz.network.spec import Link
from nnviz.ui.diagram.grid import Grid
from nnviz.ui.diagram.group_look import frame_around
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.link_item import Lane
from nnviz.ui.diagram.places import REMEMBERED

if TYPE_CHECKING:
    from nnviz.ui.diagram.contents import Contents

_Spot = tuple[float, float, LayerItem]
_Way = tuple[Point, Point]
# Where everything stands and how large it is, and what leads where.
_Drawn = tuple[dict[str, Point], dict[str, Size], dict[Link, tuple[str, str]]]


class Standing:
    """Keeps up with layers that are laid out or dragged; what did not move costs next to nothing."""

    def __init__(self, contents: Contents) -> None:
        self._contents: Contents = proxy(contents)
        self._at: dict[str, Point] = {}
        self._stood: tuple[object, ...] = ()  # what stood where when all links were led past the layers
        self._around = QRectF()  # everything
        self._ran: dict[Link, tuple[object, ...]] = {}  # between what each link runs
        self._led: list[tuple[_Drawn, dict[Link, _Way]]] = []  # the ways found last, with what they lead through
        self._grid: Grid[LayerItem] = Grid()
        self._link_grid: Grid[Link] = Grid()

    def settle(self) -> None:
        """Let blocks, frames and links follow the layers to where these stand now.

        While layers are dragged only their own links follow; when they have come to rest, ``settle_all`` leads all
        links past the layers anew.
        """
        at = self._places()
        moved = {layer for layer, place in at.items() if self._at.get(layer) != place}
        if moved:
            self._at, self._stood = at, ()
            self._settle_layers()
            self._settle_links([link for link in self._contents.links if link[0] in moved or link[1] in moved])

    def settle_all(self) -> None:
        """Let everything stand where it belongs, unless it does so already."""
        contents = self._contents
        self._at = self._places()
        shapes = [(item.look.id, item.geometry) for item in contents.shown()]
        stands = (self._at, shapes, list(contents.links), list(contents.frames))
        if stands != self._stood:
            self._stood = stands
            self._settle_layers()
            self._settle_links(list(contents.links))

    def forget(self, item: LayerItem) -> None:
        """*item* is gone."""
        self._grid.remove(item)

    def forget_link(self, link: Link) -> None:
        """*link* is gone."""
        self._link_grid.remove(link)
        self._ran.pop(link, None)

    def items_in(self, rect: QRectF) -> list[LayerItem]:
        """The layers and blocks whose frames *rect* touches."""
        return self._grid.near(rect)

    def links_near(self, rect: QRectF) -> list[Link]:
        """The links that may run through *rect*."""
        return self._link_grid.near(rect)

    # ------------------------------------------------------------------ inside

    def _places(self) -> dict[str, Point]:
        return {layer: (item.x(), item.y()) for layer, item in self._contents.layers.items()}

    def _settle_layers(self) -> None:
        contents, at = self._contents, self._at
        for block in contents.blocks.values():
            xs, ys = ([at[layer][i] for layer in block.layers] for i in (0, 1))
            block.setPos((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        around = QRectF()
        for item in contents.shown():
            rect = item.geometry.frame.translated(item.pos())
            self._grid.put(item, rect)
            around = around.united(rect)
        for hidden in contents.hidden():
            self._grid.remove(hidden)
        for frame in contents.frames.values():
            items = (contents.layers[layer] for layer in frame.part.layers)
            frame.show_rect(frame_around([x.geometry.frame.translated(x.pos()) for x in items]))
        self._around = around

    def _settle_links(self, links: list[Link]) -> None:
        spots = {item: (item.x(), item.y(), item) for item in self._contents.shown()}
        ends = {link: (spots[self._contents.end(link[0])], spots[self._contents.end(link[1])]) for link in links}
        lanes = self._lanes(spots.values(), ends)
        for link, (a, b) in ends.items():
            lane = lanes.get(link)
            runs = (a[0], a[1], a[2].geometry, b[0], b[1], b[2].geometry, lane, a[2] is b[2])
            if self._ran.get(link) != runs:
                self._ran[link] = runs
                self._run(link, a[2], b[2], lane)
            if lane is not None:
                self._around = self._around.united(self._contents.links[link].boundingRect())
        self._contents.overview.show_rect(self._around)

    def _run(self, link: Link, source: LayerItem, target: LayerItem, lane: _Way | None) -> None:
        item = self._contents.links[link]
        item.setVisible(source is not target)
        way: Lane | None = (QPointF(*lane[0]), QPointF(*lane[1])) if lane is not None else None
        item.place(source.scene_output_port(), target.scene_input_port(), way, _body(source, target))
        self._link_grid.put(link, item.boundingRect())

    def _lanes(self, spots: Iterable[_Spot], ends: dict[Link, tuple[_Spot, _Spot]]) -> dict[Link, _Way]:
        """Ways past other layers for those of the links *ends* that need one."""
        names = {spot[2]: str(i) for i, spot in enumerate(spots)}
        places = {names[item]: (x, y) for x, y, item in spots}
        sizes = {name: item.geometry.size for item, name in names.items()}
        for group, frame in self._contents.frames.items():  # a link does not strike out the name of a group
            title = frame.written
            places[f"title of {group}"] = title.center().x(), title.center().y()
            sizes[f"title of {group}"] = Size(title.width(), title.height() / 2, title.height() / 2)
        pairs = {link: (names[a[2]], names[b[2]]) for link, (a, b) in ends.items()}
        drawn = places, sizes, pairs
        known = next((led for led in self._led if led[0] == drawn), None)
        if known is None:
            found = Router(places, sizes).lanes(dict.fromkeys(pair for pair in pairs.values() if pair[0] != pair[1]))
            known = drawn, {link: found[pair] for link, pair in pairs.items() if pair in found}
        self._led = [known, *(led for led in self._led if led is not known)][:REMEMBERED]
        return known[1]


def _body(source: LayerItem, target: LayerItem) -> QRectF | None:
    """What the weights into a column of units cover; None where a link is only a curve."""
    if not target.geometry.units:
        return None
    a, b = source.geometry.body.translated(source.pos()), target.geometry.body.translated(target.pos())
    return a.united(b)
