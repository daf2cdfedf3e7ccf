"""Activation functions as layers of their own."""

from __future__ import annotations

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import LayerKind
from nnviz.network.shapes import plain

GROUP = "Activation"
KINDS = (
    LayerKind(
        "Activation", "Activation", GROUP, "Applies an activation function to every number.",
        (choices.activation("relu", "Which function."),), plain.same,
    ),
)  # fmt: skip
