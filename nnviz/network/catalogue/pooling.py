"""Pooling: layers that sum up neighbourhoods by one number each."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import pooling as shapes

GROUP = "Pooling"
LARGEST_WINDOW = 10_000
_KEEP = Arg("keepdims", "bool", False, "Whether the dimensions stay, each of size 1.")
_PADDING = Arg(
    "padding", "choice", "valid", "What happens at the border: valid leaves the rest out, same pads it.",
    choices=("valid", "same"),
)  # fmt: skip


def _pooling(how: str, rank: int, title: str, doc: str) -> LayerKind:
    kind = f"{how}Pooling{rank}D"
    args = (
        Arg("pool_size", "sizes", 2 if rank == 1 else (2,) * rank, "How large each neighbourhood is.", 1,
            LARGEST_WINDOW, length=rank),
        Arg("strides", "sizes", None, "How far apart the neighbourhoods are; without it they stand side by side.", 1,
            LARGEST_WINDOW, optional=True, length=rank),
        _PADDING,
    )  # fmt: skip
    return LayerKind(
        kind, f"{title} pool {rank}D", GROUP, doc, args, shapes.pooling(kind, rank), keywords="downsampling shrink"
    )


def _overall(how: str, rank: int, title: str, doc: str) -> LayerKind:
    kind = f"Global{how}Pooling{rank}D"
    return LayerKind(
        kind, f"Global {title} {rank}D", GROUP, doc, (_KEEP,), shapes.overall(kind, rank), keywords="pooling"
    )


_LARGEST = "Keeps the largest number of each small neighbourhood."
_MEAN = "Keeps the mean of each small neighbourhood."
_LARGEST_OF_ALL = "Keeps the largest number of each channel."
_MEAN_OF_ALL = "Keeps the mean of each channel."
_RANKS = (2, 1, 3)  # pictures first
KINDS = (
    *(_pooling("Max", rank, "Max", _LARGEST) for rank in _RANKS),
    *(_pooling("Average", rank, "Average", _MEAN) for rank in _RANKS),
    *(_overall("Max", rank, "max", _LARGEST_OF_ALL) for rank in _RANKS),
    *(_overall("Average", rank, "average", _MEAN_OF_ALL) for rank in _RANKS),
)
