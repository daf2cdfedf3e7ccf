"""Layers that repeat, frame or cut what comes in."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import resizing as shapes

GROUP = "Size"
LARGEST = 10_000
_INTERPOLATIONS = ("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5")


def _up(rank: int) -> LayerKind:
    kind, doc = f"UpSampling{rank}D", "How many times each dimension grows."
    # UpSampling1D takes one number and no tuple.
    size = (
        Arg("size", "int", 2, doc, 1, LARGEST)
        if rank == 1
        else Arg("size", "sizes", (2,) * rank, doc, 1, LARGEST, length=rank)
    )
    between = Arg(
        "interpolation", "choice", "nearest", "How the numbers in between are found.", choices=_INTERPOLATIONS,
    )  # fmt: skip
    return LayerKind(
        kind, f"Upsample {rank}D", GROUP, "Makes what comes in larger by repeating its numbers.",
        (size, between) if rank == 2 else (size,), shapes.repeated(kind, rank), keywords="decoder enlarge",
    )  # fmt: skip


def _frame(rank: int) -> LayerKind:
    kind = f"ZeroPadding{rank}D"
    default = {1: 1, 2: (1, 1), 3: ((1, 1), (1, 1), (1, 1))}[rank]
    padding = Arg("padding", "borders", default, "How many zeros are put at each end.", 0, LARGEST, length=rank)
    return LayerKind(
        kind, f"Zero padding {rank}D", GROUP, "Puts a frame of zeros around what comes in.", (padding,),
        shapes.framed(kind, rank), keywords="border margin",
    )  # fmt: skip


def _crop(rank: int) -> LayerKind:
    kind = f"Cropping{rank}D"
    default = {1: (1, 1), 2: ((0, 0), (0, 0)), 3: ((1, 1), (1, 1), (1, 1))}[rank]
    cropping = Arg("cropping", "borders", default, "How many numbers are cut off at each end.", 0, LARGEST, length=rank)
    return LayerKind(
        kind, f"Crop {rank}D", GROUP, "Cuts the borders off what comes in.", (cropping,), shapes.cropped(kind, rank),
        keywords="cut trim border",
    )  # fmt: skip


_RANKS = (2, 1, 3)  # pictures first
KINDS = (*map(_up, _RANKS), *map(_frame, _RANKS), *map(_crop, _RANKS))
