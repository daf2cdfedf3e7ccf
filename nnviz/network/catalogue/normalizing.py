"""Layers that bring numbers to one scale."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import plain
from nnviz.network.shapes.base import Args, Inputs

GROUP = "Normalization"
EPSILON = Arg("epsilon", "float", 0.001, "A small number that keeps the division safe.", 0.0, 1.0)


def _batch_norm_weights(_: Args, inputs: Inputs) -> tuple[Weight, ...]:
    shape = (inputs[0][-1] or 0,)
    running = Weight("moving_mean", shape, trainable=False), Weight("moving_variance", shape, trainable=False)
    return (Weight("gamma", shape), Weight("beta", shape), *running)


def _layer_norm_weights(_: Args, inputs: Inputs) -> tuple[Weight, ...]:
    shape = (inputs[0][-1] or 0,)
    return (Weight("gamma", shape), Weight("beta", shape))


KINDS = (
    LayerKind(
        "BatchNormalization", "Batch norm", GROUP,
        "Brings each number to mean 0 and spread 1 over the batch, which steadies training.",
        (Arg("momentum", "float", 0.99, "How slowly the running mean follows.", 0.0, 1.0), EPSILON),
        plain.same, _batch_norm_weights,
    ),
    LayerKind(
        "LayerNormalization", "Layer norm", GROUP,
        "Brings the numbers of each sample to mean 0 and spread 1.", (EPSILON,), plain.same, _layer_norm_weights,
    ),
)  # fmt: skip
