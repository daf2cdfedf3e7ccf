"""What a row of the catalogue is made of: kinds of layers, their arguments and their weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import Any, Literal

from nnviz.network.shapes.base import Args, Inputs, Shape

# "sizes" is one whole number or a tuple of `Arg.length` of them, as a kernel has; "shape" a tuple of any length.
# "borders" is what ZeroPadding and Cropping take: one number, one for each dimension, or a pair for each.
# "numbers" is one number or a tuple of `Arg.length` of them, as a range of factors; of any length where that is 0.
# "axes" is one dimension or a tuple of some; "partial" a shape in which None stands for whatever comes in.
# "names" is a tuple of texts, such as the names of columns.
# "object" is a named thing with arguments of its own: its name, or {"kind": name, argument: value, ...}.
# "layer" is the layer that a wrapper wraps: {"kind": kind, argument: value, ...}.
ArgType = Literal[
    "int", "float", "bool", "choice", "text", "shape", "sizes", "borders", "object", "layer", "names", "numbers",
    "axes", "partial",
]  # fmt: skip


@dataclass(frozen=True)
class Arg:
    """One argument of a layer.

    Attributes:
        name: its Keras name.
        type: what it holds.
        default: Keras's default; None for what follows the data, has to be given, or may be left out.
        minimum, maximum: the range of a number (or of each number of sizes, borders and shapes), both ends allowed.
        choices: what a choice may be; the names of the objects; the kinds of the layers that can be wrapped.
        doc: one sentence for a person.
        follows_data: whether None means that the data decide.
        optional: whether it may be left out: None then has the meaning that it has in Keras.
        length: how many numbers sizes and numbers have (0: as many as there are places), and how many dimensions
            borders have.
        objects: for type ``object``: the arguments of each object that has some, by the object's name.
        advanced: whether the form shows it only when it is unfolded.
        ours: whether it is no argument of the Keras layer, but says how data and loss are connected with it, or how
            it is called.
    """

    name: str
    type: ArgType
    default: Any
    doc: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    follows_data: bool = False
    optional: bool = False
    length: int = 1
    objects: Mapping[str, tuple[Arg, ...]] = field(default_factory=dict)
    advanced: bool = False
    ours: bool = False


@dataclass(frozen=True)
class Weight:
    """One array of weights of a layer.

    Attributes:
        name: its name in Keras, as ``kernel``; of a part of the layer as ``lstm_cell/kernel``.
        shape: its shape.
        trainable: whether training changes it by its gradient.
    """

    name: str
    shape: tuple[int, ...]
    trainable: bool = True

    @property
    def count(self) -> int:
        """How many numbers it has."""
        return prod(self.shape)


def no_weights(_: Args, __: Inputs) -> tuple[Weight, ...]:
    """The layer learns nothing."""
    return ()


def no_products(_: Args, __: Inputs, ___: Shape) -> int:
    """The layer multiplies nothing by a weight."""
    return 0


@dataclass(frozen=True)
class LayerKind:
    """A row of the catalogue.

    Attributes:
        kind: the Keras class name, or a name of our own (``Output``, ``Maxout``).
        title: what the diagram and the palette call it.
        group: where the palette shows it: ``main`` or the heading of a fold.
        doc: one sentence for a person.
        args: what can be set.
        output_shape: ``(full args, shapes of the inputs) -> shape``, all with the batch first; raises ShapeError
            wherever Keras refuses the layer.
        weights: ``(full args, shapes of the inputs) -> weights``, in the order in which Keras has them; called only
            where output_shape gave a shape.
        multiply_adds: ``(full args, shapes of the inputs, output shape) -> count`` of the multiplications by weights
            (each with its addition) for one sample.
        inputs: the fewest and the most links that may come in; None for any number.
        has_units: whether the diagram draws it as a column of units with weights of its own.
        random: whether it does something else in every step of training (dropout, noise, augmentation).
        keywords: further words by which the palette's search finds it.
    """

    kind: str
    title: str
    group: str
    doc: str
    args: tuple[Arg, ...]
    output_shape: Callable[[Args, Inputs], Shape]
    weights: Callable[[Args, Inputs], tuple[Weight, ...]] = no_weights
    multiply_adds: Callable[[Args, Inputs, Shape], int] = no_products
    inputs: tuple[int, int | None] = (1, 1)
    has_units: bool = False
    random: bool = False
    keywords: str = ""

    def arg(self, name: str) -> Arg | None:
        """The argument called *name*, or None."""
        return next((arg for arg in self.args if arg.name == name), None)

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        return {arg.name: arg.default for arg in self.args}

    def full(self, args: Args) -> dict[str, Any]:
        """All arguments by name: what *args* give, and the default of everything else."""
        return {**self._defaults, **{name: value for name, value in args.items() if name in self._defaults}}

    def parameters(self, args: Args, inputs: Inputs) -> int:
        """How many weights it has, trained or not; *args* are full."""
        return sum(weight.count for weight in self.weights(args, inputs))


def name_of(value: Any) -> str | None:
    """The name of an object or wrapped layer: of ``"relu"`` and of ``{"kind": "relu"}`` it is ``relu``."""
    if isinstance(value, Mapping):
        name = value.get("kind")
        return name if isinstance(name, str) else None
    return value if isinstance(value, str) else None


def object_args(arg: Arg, value: Any) -> dict[str, Any]:
    """All arguments of the object that *arg* holds as *value*: what is set, and the defaults of the rest."""
    given = value if isinstance(value, Mapping) else {}
    return {inner.name: given.get(inner.name, inner.default) for inner in arg.objects.get(name_of(value) or "", ())}
