"""Layers that lay the same numbers out in another way."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import shaping

GROUP = "Shape"
KINDS = (
    LayerKind(
        "Flatten", "Flatten", GROUP, "Lays a picture or a table out as one row of numbers.",
        (), shaping.flatten,
    ),
    LayerKind(
        "Reshape", "Reshape", GROUP, "Arranges the same numbers in another shape.",
        (Arg("target_shape", "shape", None, "The new shape, without the batch; one size may be -1."),),
        shaping.reshape,
    ),
    LayerKind(
        "Permute", "Permute", GROUP, "Swaps the dimensions of each sample.",
        (Arg("dims", "shape", (2, 1), "The dimensions in their new order, counted from 1."),),
        shaping.permute, keywords="transpose swap axes",
    ),
    LayerKind(
        "RepeatVector", "Repeat", GROUP, "Repeats one row of numbers to make a sequence of it.",
        (Arg("n", "int", 2, "How many times.", 1, 1_000_000),), shaping.repeat_vector, keywords="vector sequence",
    ),
)  # fmt: skip
