"""What the engine shows of a network: pictures of its weights and answers, sampled to the size on screen.

Arrays travel as little-endian bytes in C order, float32 unless said otherwise. Of each kind the latest wins.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Message(msgspec.Struct, frozen=True, tag_field="is"):
    """What travels in a frame of its own, under its class name."""


class LayerWeights(msgspec.Struct, frozen=True):
    """One layer's weights as a picture.

    Attributes:
        id: the layer.
        shape: the true shape of the kernel as a matrix, (inputs, units).
        rows, cols: which rows and columns were sampled, in ascending order.
        kernel: float32 ``(len(rows), len(cols))``.
        bias: float32 ``(len(cols),)``, empty where the layer has none.
        histogram: counts of all weights of the layer in equal bins from *low* to *high*.
        norm: the kernel's Frobenius norm.
        parts: of a layer that has a few numbers for each unit instead of a kernel (a normalization), what each row
            of *kernel* is, as ``gamma``; empty otherwise.
    """

    id: str
    shape: tuple[int, int]
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    kernel: bytes
    bias: bytes
    histogram: tuple[int, ...]
    low: float
    high: float
    norm: float
    parts: tuple[str, ...] = ()


class WantedFilters(msgspec.Struct, frozen=True):
    """Of which layer the filters are on screen as pictures, and how large.

    Attributes:
        layer: a convolution, or a Dense layer that sees pictures.
        most: the most pictures worth sending.
        numbers: the most numbers worth sending, those of all pictures together.
        channel: the input channel that is shown, or one of
            ``MEAN``: the mean over all of them; ``COLOUR``: three of them as red, green and blue.
        picture: (height, width, channels) of the pictures that a Dense layer sees, whose weights are laid out so.
    """

    layer: str
    most: int
    numbers: int
    channel: int = -1
    picture: tuple[int, int, int] | None = None


MEAN, COLOUR = -1, -2


class Filters(msgspec.Struct, frozen=True):
    """The filters of one layer as pictures.

    Attributes:
        id: the layer.
        total: how many filters it has; *units* are those that were sampled, in ascending order.
        size: (height, width) of a filter. Of a filter over time the height is the channels it sees, the width the
            steps; one in space has its slices one below the other.
        depth: how many such slices it has, 1 in the plane.
        rows, cols: which of them were sampled, in ascending order.
        channels: how many input channels there are to choose from; 1 where there is nothing to choose.
        channel: what was shown of them, as in ``WantedFilters``.
        values: float32 ``(len(units), len(rows), len(cols), 3 for COLOUR, else 1)``.
        laid: how the rows of the layer's picture as a matrix (``LayerWeights``) follow each other: place by place with
            all channels of each, step by step with all channels of each; "" where the matrix shows other weights.
    """

    id: str
    total: int
    units: tuple[int, ...]
    size: tuple[int, int]
    depth: int
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    channels: int
    channel: int
    values: bytes
    laid: Literal["places", "steps", ""] = "places"


class Weights(Message, frozen=True):
    """The weights now; latest wins.

    Attributes:
        filters: the pictures of one layer that were asked for; None without any.
    """

    epoch: int
    layers: tuple[LayerWeights, ...]
    filters: Filters | None = None


class Surface(Message, frozen=True):
    """What a network of two inputs answers over the plane, or one of one input along it; latest wins.

    Attributes:
        extent: x0, x1, y0, y1 in the units of the data before scaling.
        size: points along a side.
        outputs: how many output units *values* has.
        values: float32 ``(size, size, outputs)``, row 0 at y0.
        unit_size: points along a side of a unit's own surface.
        units: layer id -> float32 ``(units, unit_size, unit_size)``, activations, row 0 at y0.
        line: whether there is one input alone: *values* are ``(size, outputs)`` then, from x0 to x1.
    """

    epoch: int
    extent: tuple[float, float, float, float]
    size: int
    outputs: int
    values: bytes
    unit_size: int
    units: dict[str, bytes]
    line: bool = False


class Activity(Message, frozen=True):
    """Mean activation of each unit over a fixed sample of training rows: layer id -> float32 ``(units,)``."""

    epoch: int
    layers: dict[str, bytes]


class LayerFigures(msgspec.Struct, frozen=True):
    """How one layer learns, measured on one batch that is not counted as training.

    Attributes:
        id: the layer.
        gradient_norm: the norm of the gradient of all its trainable weights; NaN where it has none.
        update_ratio: the norm of the step the optimizer would take now, as a share of the weights' norm; NaN likewise.
        mean, spread: mean and standard deviation of its activations.
        dead: the share of its units that answer exactly 0 to every row of the sample.
    """

    id: str
    gradient_norm: float
    update_ratio: float
    mean: float
    spread: float
    dead: float


class Layers(Message, frozen=True):
    """The figures of every layer, in the order of the network; latest wins."""

    epoch: int
    layers: tuple[LayerFigures, ...]


class Predictions(Message, frozen=True):
    """The answers to a fixed sample of rows, those of the validation part where there is one; latest wins.

    Attributes:
        part: which part the rows are of.
        rows: their numbers in that part, ascending.
        outputs: how many numbers an answer has.
        answers: float32 ``(len(rows), outputs)``, in the target's own units.
        targets: float32 in the canonical form of the data: ``(len(rows), outputs)`` numbers or labels, or
            ``(len(rows),)`` classes.
    """

    epoch: int
    part: Literal["train", "validation"]
    rows: tuple[int, ...]
    outputs: int
    answers: bytes
    targets: bytes
