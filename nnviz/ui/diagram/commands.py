"""Edits of the diagram that menus, keys and gestures share: each is one undo step, worded for the menu."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from nnviz.network import edits, placing
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.layout import Point
from nnviz.network.spec import Link, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import LayerName
from nnviz.ui.diagram.layer_look import title_of
from nnviz.ui.diagram.places import places_of, sizes_of
from nnviz.ui.document import Document
from nnviz.ui.language import translate, worded

# ---------------------------------------------------------------------- words


def title(document: Document, layer_id: str) -> str:
    """What the diagram calls a layer."""
    return title_in(document.network, layer_id)


def title_in(network: NetworkSpec, layer_id: str) -> str:
    """What the diagram would call a layer of *network*."""
    return title_of(network.layer(layer_id))


def name_in(network: NetworkSpec, layer_id: str) -> LayerName:
    """The same for the name of a step, which may be said in another language later."""
    return called(network.layer(layer_id))


def _worded(document: Document, ids: Collection[str], one: str, many: str) -> str:
    """*one* with the name of the only layer, or *many* with how many there are."""
    return one.format(name_in(document.network, next(iter(ids)))) if len(ids) == 1 else many.format(len(ids))


def kind_title(kind: str) -> str:
    """What the palette calls a kind of layer."""
    return translate("Catalogue", CATALOGUE[kind].title)


# ---------------------------------------------------------------------- adding and deleting


def drop(document: Document, kind: str, at: Point, on: Link | None) -> str:
    """Put a layer of *kind* where it was dropped, on a link or beside one, select it, and return its id."""
    return _added(document, kind, *placing.drop_layer(document.network, kind, at, on, places_of(document)))


def append(document: Document, kind: str) -> str:
    """Put a layer of *kind* where it belongs, select it, and return its id."""
    places, sizes = places_of(document), sizes_of(document)
    return _added(document, kind, *placing.append_layer(document.network, kind, places=places, sizes=sizes))


def insert(document: Document, kind: str, behind: str | None) -> str:
    """Put a layer of *kind* behind the layer *behind*, or where it belongs; select it, and return its id."""
    if behind is None or document.network.layer(behind).kind == "Output":
        return append(document, kind)
    places, sizes = places_of(document), sizes_of(document)
    return _added(document, kind, *placing.insert_behind(document.network, behind, kind, places, sizes))


def _added(document: Document, kind: str, network: NetworkSpec, layer_id: str) -> str:
    network = document.adapt_new(network, layer_id)
    document.edit_network(network, worded("Diagram", "Add {0}").format(worded("Catalogue", CATALOGUE[kind].title)))
    document.select((layer_id,))
    return layer_id


def delete_selected(document: Document, link: Link | None) -> None:
    """Delete the selected layers, or else the selected *link*."""
    if document.selection:
        one, many = worded("Diagram", "Delete {0}"), worded("Diagram", "Delete {0} layers")
        delete(document, document.selection, one, many)
    elif link is not None:
        unlink(document, link)


def delete(document: Document, ids: tuple[str, ...], one: str, many: str) -> None:
    """Delete the layers *ids*; *one* and *many* word the step."""
    rest = edits.remove_layers(document.network, ids)
    document.edit_network(rest, _worded(document, ids, one, many))


def select_all(document: Document) -> None:
    """Select every layer."""
    document.select(tuple(layer.id for layer in document.network.layers))


# ---------------------------------------------------------------------- links


def link(document: Document, pairs: Iterable[Link]) -> None:
    """Link each pair of layers; BadInput where one is linked already, or may not be. All is one step."""
    pairs = tuple(pairs)
    network = pinned(document)
    for a, b in pairs:
        network = edits.add_link(network, a, b)
    document.edit_network(network, _link_text(document, pairs))


def relink(document: Document, old: Link, new: Link) -> None:
    """Let the link *old* be *new*; BadInput where that is there already."""
    document.edit_network(edits.relink(pinned(document), old, new), _link_text(document, (new,)))


def unlink(document: Document, link: Link) -> None:
    """Delete *link*."""
    a, b = (name_in(document.network, end) for end in link)
    text = worded("Diagram", "Delete the link from {0} to {1}").format(a, b)
    document.edit_network(edits.remove_link(pinned(document), *link), text)


def _link_text(document: Document, pairs: tuple[Link, ...]) -> str:
    if len(pairs) != 1:
        return worded("Diagram", "Link {0} layers").format(len({end for pair in pairs for end in pair}))
    a, b = (name_in(document.network, end) for end in pairs[0])
    return worded("Diagram", "Link {0} to {1}").format(a, b)


# ---------------------------------------------------------------------- places


def pinned(document: Document) -> NetworkSpec:
    """The network with every layer where it is shown, so that an edit elsewhere does not move it."""
    return edits.move(document.network, places_of(document))


def move(document: Document, places: Mapping[str, Point], merge_key: str | None = None) -> None:
    """Let the layers of *places* stand there, and all others where they are."""
    before = places_of(document)
    moved = {layer: at for layer, at in places.items() if before.get(layer) != at}
    if moved:
        text = _worded(document, moved, worded("Diagram", "Move {0}"), worded("Diagram", "Move {0} layers"))
        document.edit_network(edits.move(document.network, {**before, **moved}), text, merge_key)


def nudge(document: Document, dx: float, dy: float) -> None:
    """Move the selected layers by a step; steps in a row undo together."""
    places, ids = places_of(document), document.selection
    there = {layer: (places[layer][0] + dx, places[layer][1] + dy) for layer in ids}
    move(document, there, merge_key=f"nudge {' '.join(ids)}")


def place(document: Document, places: Mapping[str, Point], text: str) -> None:
    """Let the layers of *places* stand there, and all others where they are; *text* words the step."""
    before = places_of(document)
    if any(before[layer] != at for layer, at in places.items()):
        document.edit_network(edits.move(document.network, {**before, **places}), text)


def arrange(document: Document) -> None:
    """Let the layout place every layer again."""
    document.edit_network(edits.unplace(document.network), worded("Diagram", "Arrange layers"))


# ---------------------------------------------------------------------- units


def change_units(document: Document, ids: tuple[str, ...], by: int) -> None:
    """More or fewer units on the layers *ids* themselves; steps in a row undo together."""
    changed = document.network
    touched = []
    for layer in (document.fitted.layer(layer_id) for layer_id in ids):
        units = layer.args.get("units")
        if layer.kind in ("Dense", "Output") and units is not None:
            changed = edits.set_args(changed, layer.id, units=max(1, units + by))
            touched.append(layer.id)
    if touched:
        one, many = worded("Diagram", "Change units of {0}"), worded("Diagram", "Change units of {0} layers")
        document.edit_network(changed, _worded(document, touched, one, many), merge_key=f"units {' '.join(ids)}")
