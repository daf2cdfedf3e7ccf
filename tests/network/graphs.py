"""Random networks for hypothesis, valid and invalid."""

from __future__ import annotations

from hypothesis import strategies as st

from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.layer_args import args_of, rank_of

KINDS = tuple(kind for kind in CATALOGUE if kind not in ("Input", "Output"))
SIZES = st.integers(1, 7)
SIZES_OR_NONE = st.sampled_from((1, 2, 3, 4, 5, 6, 7, None))


@st.composite
def networks(draw: st.DrawFn, *, unknown: bool = False) -> NetworkSpec:
    """A network of a few layers, each fed by layers before it; with *unknown*, some sizes of Inputs are not known."""
    growing = _Growing(draw, unknown)
    growing.add_input(draw(st.integers(1, 4)))
    for _ in range(draw(st.integers(1, 6))):
        growing.add(draw(st.sampled_from(KINDS)))
    return growing.network


@st.composite
def single(draw: st.DrawFn, kind: str, *, unknown: bool = False) -> NetworkSpec:
    """One layer of *kind* and what feeds it."""
    growing = _Growing(draw, unknown)
    growing.add(kind)
    return growing.network


class _Growing:
    """A network in the making: each layer mostly gets what it takes, and sometimes what it does not."""

    def __init__(self, draw: st.DrawFn, unknown: bool) -> None:
        self.draw, self.sizes = draw, SIZES_OR_NONE if unknown else SIZES
        self.network = NetworkSpec()

    def add_input(self, rank: int) -> str:
        """A new Input for samples of *rank* dimensions."""
        return self._put("Input", {"shape": tuple(self.draw(self.sizes) for _ in range(rank))}, ())

    def add(self, kind: str) -> str:
        """A new layer of *kind*."""
        most = CATALOGUE[kind].inputs[1]
        first = self._source(rank_of(kind))
        more = self.draw(st.integers(0, 2 if most is None else most - 1))
        partners = [self._partner(first) for _ in range(more)]
        return self._put(kind, self.draw(args_of(kind)), (first, *partners))

    def _source(self, rank: int | None) -> str:
        """A layer to be fed by: mostly one that gives samples of *rank* dimensions."""
        if rank is None or self.draw(st.integers(1, 8)) == 1:
            rank = self.draw(st.integers(1, 4))
        shapes = infer(self.network).shapes
        fitting = [x.id for x in self.network.layers if len(shapes[x.id] or ()) == rank + 1]
        return self.draw(st.sampled_from(fitting)) if fitting else self.add_input(rank)

    def _partner(self, first: str) -> str:
        """A second source: mostly one of the same shape as *first*."""
        if self.draw(st.integers(1, 3)) == 1:
            return self._source(None)
        return self._put("Activation", {}, (first,))

    def _put(self, kind: str, args: dict[str, object], sources: tuple[str, ...]) -> str:
        layer = LayerSpec(f"x{len(self.network.layers)}", kind, args)
        # One layer that feeds another twice would be one link drawn twice.
        links = tuple((source, layer.id) for source in dict.fromkeys(sources))
        self.network = NetworkSpec((*self.network.layers, layer), (*self.network.links, *links))
        return layer.id
