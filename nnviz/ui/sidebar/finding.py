"""Which kinds of layers a search finds, and in which order: pure, but for the Korean texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nnviz.network.catalogue import CATALOGUE, LayerKind
from nnviz.ui.inspector.recipe_search import haystack, matches

FAR = 1000  # further than any name is long


@dataclass(frozen=True)
class _Findable:
    """A kind, the names it has, and all that it can be found by; lines in lower case."""

    kind: LayerKind
    names: tuple[str, ...]
    hay: str

    def distance(self, query: str) -> int:
        """How far *query* is from a name of the kind: -1 where it is one, else how far behind it begins in one."""
        if query in self.names:
            return -1
        return min((name.find(query) for name in self.names if query in name), default=FAR)


def found(query: str) -> list[LayerKind]:
    """The kinds that *query* looks for, by title, Keras name, family and keywords, in English and Korean.

    What is called so comes first, then what has it at the beginning of a name, then what has it anywhere.
    """
    hits = [one for one in _findables() if matches(query, one.hay)]
    sought = query.casefold().strip()
    return [one.kind for one in sorted(hits, key=lambda one: one.distance(sought))]


@cache
def _findables() -> tuple[_Findable, ...]:
    return tuple(_findable(kind) for kind in CATALOGUE.values())


def _findable(kind: LayerKind) -> _Findable:
    # "max pooling 2d" for MaxPooling2D
    apart = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", kind.kind)
    names = "\n".join((haystack(kind.title, [("Catalogue", kind.title)]), kind.kind, apart)).casefold()
    family = "" if kind.group == "main" else haystack(kind.group, [("Catalogue", kind.group)])
    return _Findable(kind, tuple(names.splitlines()), "\n".join((names, family, kind.keywords.casefold())))
