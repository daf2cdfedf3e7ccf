"""Layers on the clipboard: for this window, for another one, and as text for a mail."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from nnviz.network import clipping
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import Inference
from nnviz.network.layout import Point, arranged
from nnviz.network.spec import NetworkSpec
from nnviz.ui.diagram.group_item import FrameItem
from nnviz.ui.diagram.group_look import frame_around
from nnviz.ui.diagram.layer_look import geometry_of
from nnviz.ui.diagram.scene import DiagramScene

GAP = 24.0  # between the originals and what is pasted beside them


def put(part: NetworkSpec) -> None:
    """Put *part* on the clipboard, as what it is and as plain text."""
    text = clipping.to_text(part)
    data = QMimeData()
    data.setData(clipping.MIME, text.encode())
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def held() -> NetworkSpec:
    """The part on the clipboard; BadInput says why there is none."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(clipping.MIME):  # None: PySide6's empty clipboard, against its own types
        return clipping.from_text("" if data is None else data.text())
    raw = data.data(clipping.MIME)
    # A character has up to four bytes; what is cut off here is refused for its length, or as no JSON.
    return clipping.from_text(bytes(raw.data()[: 4 * clipping.LARGEST + 1]).decode("utf-8", "replace"))


def place_for(scene: DiagramScene, part: NetworkSpec, mouse: QPointF | None, middle: QPointF) -> Point:
    """Where the middle of *part* goes: to the *mouse* where all of it has room there, else beside the originals.

    Where those are not on this diagram, it goes to *middle*. Beside means below all that is in the way.
    """
    places = arranged(part)
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    centre = QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    frame = _frame(scene, part, places)
    if mouse is not None and not _way_down(scene, frame.translated(mouse - centre)):
        return mouse.x(), mouse.y()
    here = all(layer in scene.layer_items and _stands(scene, layer, at) for layer, at in places.items())
    by = QPointF() if here else middle - centre
    shift = by + QPointF(0, _way_down(scene, frame.translated(by)))
    return centre.x() + shift.x(), centre.y() + shift.y()


def _stands(scene: DiagramScene, layer: str, at: Point) -> bool:
    return (scene.layer_items[layer].pos() - QPointF(*at)).manhattanLength() < 1


def _frame(scene: DiagramScene, part: NetworkSpec, places: dict[str, Point]) -> QRectF:
    """What *part* covers: as it is shown where it stands on this diagram, else as it will be."""
    frames = dict[str, QRectF]()
    for layer in part.layers:
        at = places[layer.id]
        if layer.id in scene.layer_items and _stands(scene, layer.id, at):
            item = scene.end_item(layer.id)
            frames[layer.id] = item.geometry.frame.translated(item.pos())
        else:
            geometry = geometry_of(layer, CATALOGUE[layer.kind], Inference(), None)
            frames[layer.id] = geometry.frame.translated(QPointF(*at))
    whole = QRectF()
    for rect in frames.values():
        whole = whole.united(rect)
    for group in part.groups:
        if not group.collapsed:
            whole = whole.united(frame_around([frames[layer] for layer in group.layers]))
    return whole


def _way_down(scene: DiagramScene, frame: QRectF) -> float:
    """How far *frame* has to go down to cover no layer and no group."""
    taken = [item.geometry.frame.translated(item.pos()) for item in scene.shown_items()]
    groups = (scene.group_item(group.name) for group in scene.document.network.groups)
    taken += [item.sceneBoundingRect() for item in groups if isinstance(item, FrameItem)]
    way = 0.0
    while met := [other for other in taken if other.intersects(frame.translated(0, way))]:
        way = max(other.bottom() for other in met) + GAP - frame.top()
    return way
