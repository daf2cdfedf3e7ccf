"""The shape of Embedding."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape


def embedding(args: Args, inputs: Inputs) -> Shape:
    """A vector in the place of every number."""
    return (*inputs[0], args["output_dim"])
