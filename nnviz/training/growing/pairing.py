"""What comes into a layer, beside what came into it before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.growing.case import Axes, Seen, by_position
from nnviz.training.growing.maps import GONE, nothing
from nnviz.training.growing.past import Past, Side


@dataclass(frozen=True)
class Pairing:
    """The trained network *before*, what is known of it, and the changed one *after*."""

    before: Side
    after: Side
    past: Past

    def inputs(self, layer: LayerSpec, old: str, seen: Mapping[str, Seen]) -> tuple[tuple[Seen, ...], tuple[int, ...]]:
        """What comes into *layer*, which was called *old*, and for each which of its former inputs that is.

        *seen* is what the layers before it answer; -1 stands for an input that there was not.
        """
        sources, former = self.after.network.sources(layer.id), self.before.network.sources(old)
        left, ins, paired = dict(enumerate(former)), [], []
        for source in sources:
            one, at = self._found(layer, source, seen[source], left)
            left.pop(at, None)
            ins.append(one)
            paired.append(at)
        if len(sources) == 1 == len(former) and paired == [GONE]:
            ins = [self._by_position(ins[0], sources[0], former[0], layer)]
        return tuple(ins), tuple(paired)

    def _found(self, layer: LayerSpec, source: str, seen: Seen, left: Mapping[int, str]) -> tuple[Seen, int]:
        at = next((i for i, x in left.items() if self.past.same_as[x] == seen.of), GONE)
        if at != GONE or not seen.of:
            return seen, at
        root = self.past.root[seen.of]
        at = next((i for i, x in left.items() if self.past.root[x] == root), GONE)
        return (seen if at == GONE else self._otherwise(seen, source, left[at], layer)), at

    def _otherwise(self, seen: Seen, source: str, former: str, layer: LayerSpec) -> Seen:
        """The same units, which came through other layers before: their channels can still be told."""
        new, old = self.after.sizes(source), self.before.sizes(former)
        if len(new) != len(old) or not seen.axes:
            return replace(seen, of="", axes=none_of(new))
        lost = seen.lost or Sentence("what comes into {0} is computed otherwise", called(layer))
        return replace(seen, axes=(*by_position(old[:-1], new[:-1]), seen.axes[-1]), lost=lost)

    def _by_position(self, seen: Seen, source: str, former: str, layer: LayerSpec) -> Seen:
        """Other units in the places of those that came in: as many of them take their weights over."""
        new, old = self.after.sizes(source), self.before.sizes(former)
        lost = seen.lost or Sentence("other units come into {0} than before", called(layer))
        return Seen("", by_position(old, new) if new == old else none_of(new), lost)


def none_of(sizes: Shape) -> Axes:
    """Axes of which no place was there before."""
    return tuple(None if size is None else nothing(size) for size in sizes)
