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
)  # fmt: skip
