"""Initializers, penalties and limits that Keras makes for weights of some numbers of dimensions only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nnviz.network.catalogue.kinds import LayerKind, Weight, name_of
from nnviz.network.shapes.base import Args, Shape, ShapeError
from nnviz.sentences import Sentence

# Keras takes the argument, and forgets it.
_WITHOUT_ACTIVITY = "SimpleRNN"
_ROLES = ("_initializer", "_regularizer", "_constraint")


def check_weights(kind: LayerKind, given: Args, weights: Iterable[Weight], output: Shape | None) -> None:
    """ShapeError where an argument that a person has *given* a layer of *kind* cannot work on its *weights*.

    Keras refuses some of them as the layer is built and others in the first step of training. Without an *output*
    nothing is said of what would keep it small.
    """
    for name, value in given.items():
        if not name.endswith(_ROLES) or value == "none":
            continue
        if name == "activity_regularizer":
            if output is not None and kind.kind != _WITHOUT_ACTIVITY:
                _check(kind, name, value, len(output))
            continue
        for weight in weights:
            if _is_for(name.rpartition("_")[0], weight.name.rpartition("/")[2], kind.kind):
                _check(kind, name, value, len(weight.shape))


def _is_for(stem: str, weight: str, kind: str) -> bool:
    """Whether arguments as ``{stem}_initializer`` are for *weight*; a DepthwiseConv calls its kernel plainly kernel."""
    if kind.startswith("Depthwise") and weight == "kernel":
        return stem == "depthwise"
    return stem in (weight, weight.removesuffix("_kernel"))


def _check(kind: LayerKind, name: str, value: Any, rank: int) -> None:
    needs = {"identity": 2, "orthogonal_regularizer": 2}.get(name_of(value) or "")
    default = arg.default if (arg := kind.arg(name)) is not None else None
    if (needs is not None and rank != needs) or (name_of(value) == "orthogonal" and rank < 2):
        raise ShapeError(
            Sentence("{0} works on tables of weights only, not on {1} dimensions", name_of(value), rank), "2",
            str(rank), set_args={name: default},
        )  # fmt: skip
    axis = value.get("axis", 0) if isinstance(value, dict) else 0
    if not -rank <= axis < rank:
        missing = Sentence("{0} has no dimension {1} of the weights to work along", name, axis)
        raise ShapeError(missing, f"{-rank} to {rank - 1}", str(axis), set_args={name: default})
