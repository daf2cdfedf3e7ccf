"""Which layers and kinds of layers a person means by some words, in English and Korean at once."""

from __future__ import annotations

from functools import cache

from nnviz.network.catalogue import CATALOGUE
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.diagram.layer_look import title_of
from nnviz.ui.inspector.recipe_search import haystack, matches


@cache
def words_of_kind(kind: str) -> str:
    """Everything that a kind of layer is found by."""
    row = CATALOGUE[kind]
    words = haystack(row.kind, (("Catalogue", row.title), ("Catalogue", row.group)))
    return f"{words}\n{row.keywords.casefold()}"


def words_of_layer(network: NetworkSpec, layer: LayerSpec) -> str:
    """Everything that a layer is found by: its name, its kind, its group."""
    group = network.group_of(layer.id)
    own = haystack(layer.id, (("", title_of(layer)), ("", group.name if group else "")))
    return f"{own}\n{words_of_kind(layer.kind)}"


def found(network: NetworkSpec, query: str) -> tuple[str, ...]:
    """The ids of the layers that *query* means, from the first to the last as data flow; none for no words."""
    if not query.strip():
        return ()
    layers = network.ordered() or network.layers
    return tuple(layer.id for layer in layers if matches(query, words_of_layer(network, layer)))


def rank(query: str, title: str) -> int:
    """0 where *title* begins with *query*, 1 where one of its words does, else 2: what is meant most comes first."""
    query, title = query.strip().casefold(), title.casefold()
    if title.startswith(query):
        return 0
    return 1 if any(word.startswith(query) for word in title.replace("_", " ").split()) else 2
