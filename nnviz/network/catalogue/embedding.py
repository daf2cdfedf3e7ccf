"""Embedding: numbers that stand for words or things become vectors that are learned."""

from __future__ import annotations

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import embedding as shapes
from nnviz.network.shapes.base import Args, Inputs

GROUP = "Words and categories"


def _weights(args: Args, _: Inputs) -> tuple[Weight, ...]:
    return (Weight("embeddings", (args["input_dim"], args["output_dim"])),)


KINDS = (
    LayerKind(
        "Embedding", "Embedding", GROUP, "Learns a vector for every word or thing, which comes in as its number.",
        (
            Arg("input_dim", "int", 1000, "How many different numbers can come in, 0 among them.", 1, 100_000_000),
            Arg("output_dim", "int", 16, "How long each vector is.", 1, 1_000_000),
            Arg("mask_zero", "bool", False, "Whether 0 stands for nothing and is passed over."),
            choices.initializer("embeddings_initializer", "random_uniform", "How the vectors start."),
            choices.regularizer("embeddings_regularizer", "A penalty that keeps the vectors small."),
            choices.constraint("embeddings_constraint", "What the vectors are held to after every step."),
        ),
        shapes.embedding, _weights, keywords="words text tokens vocabulary lookup",
    ),
)  # fmt: skip
