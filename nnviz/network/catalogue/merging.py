"""Layers that join several inputs."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import merging

GROUP = "Merge"
AXIS = Arg("axis", "int", -1, "The dimension along which the inputs are joined.", -8, 8)


def _elementwise(kind: str, doc: str, keywords: str, most: int | None = None) -> LayerKind:
    return LayerKind(
        kind, kind, GROUP, doc, (), merging.elementwise(kind), inputs=(2, most), keywords=keywords
    )  # fmt: skip


KINDS = (
    LayerKind(
        "Concatenate", "Concatenate", GROUP, "Puts several inputs side by side.", (AXIS,),
        merging.concatenate, inputs=(2, None), keywords="join stack",
    ),
    _elementwise("Add", "Adds several inputs of one shape, number by number.", "residual skip connection sum plus"),
    _elementwise("Subtract", "Takes the second input from the first, number by number.", "difference minus", 2),
    _elementwise("Multiply", "Multiplies several inputs of one shape, number by number.", "gate product times"),
    _elementwise("Average", "Takes the mean of several inputs of one shape, number by number.", "mean ensemble"),
    _elementwise("Maximum", "Keeps the largest of several inputs, number by number.", "max"),
    _elementwise("Minimum", "Keeps the smallest of several inputs, number by number.", "min"),
    LayerKind(
        "Dot", "Dot product", GROUP, "Multiplies two inputs and sums along one dimension of each.",
        (
            Arg("axes", "sizes", -1, "The dimension to sum along, or one for each input.", -8, 8, length=2),
            Arg("normalize", "bool", False, "Whether both are brought to length 1 first, for the cosine."),
        ),
        merging.dot, inputs=(2, 2), keywords="cosine similarity inner product matrix",
    ),
)  # fmt: skip
