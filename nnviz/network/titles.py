"""What a person calls a layer: the name that was given to it, or its kind with a number."""

from __future__ import annotations

from functools import cache

from nnviz.network.catalogue import CATALOGUE
from nnviz.network.snake_case import snake_case
from nnviz.network.spec import LayerSpec
from nnviz.sentences import LayerName

_STEMS = {"Dense": "hidden", "Input": "input", "Output": "output", "BatchNormalization": "batch_norm"}


@cache  # asked for each layer after every edit
def stem_of(kind: str) -> str:
    """How the ids of layers of *kind* begin."""
    return _STEMS.get(kind, snake_case(kind))


def called(layer: LayerSpec) -> LayerName:
    """The name of *layer* for a sentence: its id, and for a window its title where the id is still one the app gave.

    For ``hidden_1`` that is "Hidden 1", in the window's language.
    """
    stem, _, number = layer.id.rpartition("_") if layer.id[-1:].isdigit() else (layer.id, "", "")
    # The second is how ids began in the first versions.
    if stem not in (stem_of(layer.kind), layer.kind.lower()):
        return LayerName(layer.id)
    return LayerName(layer.id, CATALOGUE[layer.kind].title, number)
