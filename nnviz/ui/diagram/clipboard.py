"""Layers on the clipboard: for this window, for another one, and as text for a mail."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from nnviz.network import clipping
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import Inference
from nnviz.network.layout import Point, arranged
from nnviz.network.spec import NetworkSpec
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
    """Where the middle of *part* goes: to the *mouse* over free canvas, else beside the originals.

    Where those are not on this diagram, it goes to *middle*. Beside means below all that is in the way.
    """
    places = arranged(part)
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    centre = QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    if mouse is not None and scene.layer_at(mouse, margin=8) is None:
        return mouse.x(), mouse.y()
    here = all(layer in scene.layer_items and _stands(scene, layer, at) for layer, at in places.items())
    by = QPointF() if here else middle - centre
    shift = by + QPointF(0, _way_down(scene, _frame(scene, part, places).translated(by)))
    return centre.x() + shift.x(), centre.y() + shift.y()


def _stands(scene: DiagramScene, layer: str, at: Point) -> bool:
    return (scene.layer_items[layer].pos() - QPointF(*at)).manhattanLength() < 1


def _frame(scene: DiagramScene, part: NetworkSpec, places: dict[str, Point]) -> QRectF:
    """What *part* covers: as it is shown where it stands on this diagram, else as it will be."""
    frame = QRectF()
    for layer in part.layers:
        at = places[layer.id]
        if layer.id in scene.layer_items and _stands(scene, layer.id, at):
            item = scene.end_item(layer.id)
            frame = frame.united(item.geometry.frame.translated(item.pos()))
        else:
            geometry = geometry_of(layer, CATALOGUE[layer.kind], Inference(), None)
            frame = frame.united(geometry.frame.translated(QPointF(*at)))
    return frame


def _way_down(scene: DiagramScene, frame: QRectF) -> float:
    """How far *frame* has to go down to cover no layer."""
    taken = [item.geometry.frame.translated(item.pos()) for item in scene.shown_items()]
    way = 0.0
    while met := [other for other in taken if other.intersects(frame.translated(0, way))]:
        way = max(other.bottom() for other in met) + GAP - frame.top()
    return way
