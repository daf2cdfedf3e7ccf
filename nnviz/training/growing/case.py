"""One layer before and after a change, with what comes into it: what the rules of the kinds look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.network.catalogue import Weight
from nnviz.network.shapes.base import Shape
from nnviz.sentences import Sentence
from nnviz.training.growing.maps import Along, Map, first, is_same, same

# Along an axis whose size follows the sample (None) every place is the one it was.
Axis = Map | None
Axes = tuple[Axis, ...]
# Arguments that change how a layer is trained, or how it would start, and not what it answers.
_SILENT = (
    "units", "filters", "output_dim", "rate", "stddev", "momentum", "seed", "seeds", "dropout", "recurrent_dropout",
    "unroll", "stateful", "noise_shape", "targets", "loss_weight", "trainable",
)  # fmt: skip
_SILENT_ENDS = ("_initializer", "_regularizer", "_constraint")


@dataclass(frozen=True)
class Seen:
    """What a layer of the changed network answers, beside what the trained one answered.

    Attributes:
        of: the layer of the trained network whose answers these are; "" for none.
        axes: for each axis but the batch, which place of those answers each place is.
        lost: why they are others; None where every place that is not new has the same number as before.
    """

    of: str
    axes: Axes
    lost: Sentence | None = None


@dataclass(frozen=True)
class Rule:
    """What becomes of a layer.

    Attributes:
        axes: those of its answers.
        weights: for each of its weights the maps of its axes.
        lost: why it answers otherwise than before though the same comes in; None where it does not.
        inputs: the map of what comes in to its weights, the copies sharing their weights.
        inputs_before: how many came in before.
    """

    axes: Axes
    weights: tuple[tuple[Along, ...], ...] = ()
    lost: Sentence | None = None
    inputs: Map | None = None
    inputs_before: int = 0


@dataclass(frozen=True)
class Case:
    """A layer that both networks have.

    Attributes:
        id, kind: of the changed network.
        args, old_args: all arguments, as they are and as they were.
        ins: what comes in.
        sizes, old_sizes: the shape of the first of these without the batch; of all see *all_old_sizes*.
        out, old_out: the shape of its answers without the batch.
        units: where its units come from; None for a kind without a width of its own.
        units_before: how many there were.
        weights, old_weights: its arrays.
        paired: which input it was before, for each input; -1 for one that is new.
        all_old_sizes: the shapes of all former inputs.
        preserving: whether the function is to stay what it was.
        final: whether its answers are those of the network.
    """

    id: str
    kind: str
    args: Mapping[str, Any]
    old_args: Mapping[str, Any]
    ins: tuple[Seen, ...]
    sizes: Shape
    old_sizes: Shape
    out: Shape
    old_out: Shape
    units: Map | None
    units_before: int
    weights: tuple[Weight, ...]
    old_weights: tuple[Weight, ...]
    paired: tuple[int, ...]
    all_old_sizes: tuple[Shape, ...]
    preserving: bool
    final: bool

    @property
    def came(self) -> Axes:
        """The axes of the first input."""
        return self.ins[0].axes if self.ins else ()

    @property
    def channels(self) -> Map:
        """The map of the last axis of the first input."""
        return filled(self.came[-1], self.sizes[-1])

    @property
    def channels_before(self) -> int:
        """The former size of that axis."""
        return self.old_sizes[-1] or 0

    def width(self) -> Map:
        """The map of its units, for a kind that has them."""
        return self.units if self.units is not None else same(self.units_before)

    def spatial_same(self) -> bool:
        """Whether nothing has moved along the axes of the first input but the last."""
        pairs = zip(self.came[:-1], self.old_sizes[:-1], strict=False)
        return len(self.came) == len(self.old_sizes) and all(axis_same(axis, size) for axis, size in pairs)

    def before(self, weight: Weight) -> Weight | None:
        """The array of that name as it was; None where there was none."""
        return next((old for old in self.old_weights if old.name == weight.name), None)

    def other_argument(self, *besides: str) -> Sentence | None:
        """Why it computes another function: the first argument that has changed, of those that matter to it."""
        for name, value in self.args.items():
            silent = name in (*_SILENT, *besides) or name.endswith(_SILENT_ENDS)
            if not silent and value != self.old_args.get(name, value):
                return Sentence("{0} of {1} is another", name, self.id)
        return None


def filled(axis: Axis, size: int | None) -> Map:
    """*axis* as a map, also where its size follows the sample."""
    return same(size or 0) if axis is None else axis


def axis_same(axis: Axis, old: int | None) -> bool:
    """Whether nothing has moved along *axis*."""
    return axis is None or (old is not None and is_same(axis, old))


def by_position(old: Shape, new: Shape) -> Axes:
    """Axes of two shapes laid over each other."""
    return tuple(
        None if size is None or before is None else first(before, size) for before, size in zip(old, new, strict=False)
    )
