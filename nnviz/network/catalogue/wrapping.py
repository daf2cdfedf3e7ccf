"""Layers that apply another one: to every step of a sequence, or in both directions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nnviz.network.catalogue import (
    convolution,
    dropping,
    embedding,
    normalizing,
    plain,
    pooling,
    recurrent,
    resizing,
    shaping,
)  # fmt: skip
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.catalogue.learned_activation import PART, with_slopes
from nnviz.network.catalogue.weight_rules import check_weights
from nnviz.network.shapes import wrapping
from nnviz.network.shapes.base import Args, Inputs, Shape
from nnviz.network.snake_case import snake_case

_FAMILIES = (plain, convolution, pooling, recurrent, embedding, normalizing, dropping, shaping, resizing)
_TABLE = {kind.kind: with_slopes(kind) for family in _FAMILIES for kind in family.KINDS}
RECURRENT = tuple(kind.kind for kind in recurrent.KINDS)
# What Keras applies to a step as well as to a whole sample.
EVERY_STEP = tuple(kind for kind in _TABLE if kind not in ("Input", "Output"))
_MERGE = Arg(
    "merge_mode", "choice", "concat", "How the answers of both directions become one.",
    choices=("concat", "sum", "mul", "ave"),
)  # fmt: skip
_BACKWARD = Arg(
    "backward_layer", "layer", None, "The layer that reads from the end, where it is another one; it has to be set to "
    "go backwards.", choices=RECURRENT, optional=True, advanced=True,
)  # fmt: skip


def wrapped(layer: Mapping[str, Any]) -> tuple[LayerKind, dict[str, Any]]:
    """The kind and all arguments of a wrapped *layer*."""
    kind = _TABLE[layer["kind"]]
    return kind, kind.full({name: value for name, value in layer.items() if name != "kind"})


def _shape(layer: Mapping[str, Any], shape: Shape) -> Shape:
    kind, args = wrapped(layer)
    answer = kind.output_shape(args, (shape,))
    check_weights(kind, layer, kind.weights(args, (shape,)), answer)
    return answer


def _step_shape(layer: Mapping[str, Any], shape: Shape) -> Shape:
    """As ``_shape``; of a step's answer Keras forgets that it should be kept small."""
    kind, args = wrapped(layer)
    answer = kind.output_shape(args, (shape,))
    check_weights(kind, layer, kind.weights(args, (shape,)), None)
    return answer


def _both_ways(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    found: tuple[Weight, ...] = ()
    for way, layer in (("forward", args["layer"]), ("backward", backward_of(args))):
        kind, inner = wrapped(layer)
        found += _under(f"{way}_{snake_case(kind.kind)}", kind.weights(inner, inputs))
    return found


def backward_of(args: Args) -> Mapping[str, Any]:
    """The layer with which a Bidirectional reads from the end: the same as from the beginning, unless it was given."""
    layer: Mapping[str, Any] = args["layer"] if args["backward_layer"] is None else args["backward_layer"]
    return layer


def _of_a_step(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    kind, inner = wrapped(args["layer"])
    return _under(snake_case(kind.kind), kind.weights(inner, (wrapping.one_step(inputs[0]),)))


def _under(part: str, weights: Sequence[Weight]) -> tuple[Weight, ...]:
    """*weights* as those of a *part*; Keras does not count a learned activation as part of it."""
    return tuple(
        w if w.name.startswith(f"{PART}/") else Weight(f"{part}/{w.name}", w.shape, w.trainable) for w in weights
    )


def _twice(args: Args, inputs: Inputs, output: Shape) -> int:
    both = [wrapped(layer) for layer in (args["layer"], backward_of(args))]
    return sum(kind.multiply_adds(inner, inputs, output) for kind, inner in both)


def _each_step(args: Args, inputs: Inputs, output: Shape) -> int:
    kind, inner = wrapped(args["layer"])
    step = (wrapping.one_step(inputs[0]),)
    return (inputs[0][1] or 1) * kind.multiply_adds(inner, step, wrapping.one_step(output))


def _layer(kind: str, doc: str, choices: tuple[str, ...]) -> Arg:
    return Arg("layer", "layer", {"kind": kind}, doc, choices=choices)


KINDS = (
    LayerKind(
        "Bidirectional", "Bidirectional", recurrent.GROUP,
        "Reads a sequence from its beginning and from its end, each with a recurrent layer of its own.",
        (_layer("LSTM", "The recurrent layer that reads.", RECURRENT), _MERGE, _BACKWARD),
        wrapping.bidirectional(_shape), _both_ways, _twice, keywords="recurrent sequence both directions",
    ),
    LayerKind(
        "TimeDistributed", "Time distributed", recurrent.GROUP, "Applies one layer to every step of a sequence.",
        (_layer("Dense", "The layer that every step goes through.", EVERY_STEP),),
        wrapping.time_distributed(_step_shape), _of_a_step, _each_step, keywords="recurrent sequence wrapper",
    ),
)  # fmt: skip
