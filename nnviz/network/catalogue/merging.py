"""Layers that join several inputs."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import merging

GROUP = "Merge"
AXIS = Arg("axis", "int", -1, "The dimension along which the inputs are joined.", -8, 8)
KINDS = (
    LayerKind(
        "Concatenate", "Concatenate", GROUP, "Puts several inputs side by side.", (AXIS,),
        merging.concatenate, inputs=(2, None),
    ),
    LayerKind(
        "Add", "Add", GROUP, "Adds several inputs of one shape, number by number.", (), merging.add,
        inputs=(2, None), keywords="residual skip connection",
    ),
)  # fmt: skip
