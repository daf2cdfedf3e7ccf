"""Edits of the diagram that menus, keys and gestures share: each is one undo step."""

from __future__ import annotations

from nnviz.network import edits, placing
from nnviz.network.layout import Point, arranged
from nnviz.network.spec import Link, NetworkSpec
from nnviz.ui.document import Document
from nnviz.ui.language import translate

COPY_SHIFT = (30.0, 180.0)


def drop(document: Document, kind: str, at: Point, on: Link | None) -> str:
    """Put a layer of *kind* where it was dropped, on a link or beside one, select it, and return its id."""
    return _added(document, *placing.drop_layer(document.network, kind, at, on))


def append(document: Document, kind: str) -> str:
    """Put a layer of *kind* where it belongs, select it, and return its id."""
    return _added(document, *placing.append_layer(document.network, kind))


def _added(document: Document, network: NetworkSpec, layer_id: str) -> str:
    document.edit_network(network, translate("Diagram", "Add layer"))
    document.select((layer_id,))
    return layer_id


def delete_selected(document: Document, link: Link | None) -> None:
    """Delete the selected layers, or else the selected *link*."""
    if document.selection:
        rest = edits.remove_layers(document.network, document.selection)
        document.edit_network(rest, translate("Diagram", "Delete layers"))
    elif link is not None:
        # The layers stay where they are, though the layout by distance from the Input would move them.
        pinned = edits.move(document.network, arranged(document.network))
        document.edit_network(edits.remove_link(pinned, *link), translate("Diagram", "Delete link"))


def duplicate_selected(document: Document) -> None:
    """Copy the selected layers, and select the copies."""
    if document.selection:
        network, copies = edits.duplicate(document.network, document.selection, COPY_SHIFT)
        document.edit_network(network, translate("Diagram", "Duplicate layers"))
        document.select(copies)


def arrange(document: Document) -> None:
    """Let the layout place every layer again."""
    document.edit_network(edits.unplace(document.network), translate("Diagram", "Arrange layers"))


def select_all(document: Document) -> None:
    """Select every layer."""
    document.select(tuple(layer.id for layer in document.network.layers))


def change_units(document: Document, ids: tuple[str, ...], by: int) -> None:
    """More or fewer units on the layers *ids* themselves; steps in a row undo together."""
    changed = document.network
    for layer in (document.fitted.layer(layer_id) for layer_id in ids):
        units = layer.args.get("units")
        if layer.kind in ("Dense", "Output") and units is not None:
            changed = edits.set_args(changed, layer.id, units=max(1, units + by))
    document.edit_network(changed, translate("Diagram", "Change units"), merge_key=f"units {' '.join(ids)}")
