"""What convolution, pooling, padding and pictures have in common: samples of some dimensions and their channels."""

from __future__ import annotations

from typing import Any

from nnviz.network.shapes.base import Shape, ShapeError, text
from nnviz.sentences import Sentence

# What a sample of so many dimensions (the channels not counted) is.
LAYOUTS = {
    1: "(batch, steps, channels)",
    2: "(batch, height, width, channels)",
    3: "(batch, depth, height, width, channels)",
}


def spread(value: Any, rank: int) -> tuple[int, ...]:
    """*value*, a size or one for each dimension, as one for each dimension."""
    return (value,) * rank if isinstance(value, int) else tuple(value)


def need_rank(kind: str, shape: Shape, rank: int) -> None:
    """ShapeError unless a sample of *shape* has *rank* dimensions and channels.

    Where only the channels are missing, a Reshape before the layer adds one.
    """
    if len(shape) == rank + 2:
        return
    without_channels = len(shape) == rank + 1 and None not in shape[1:]
    raise ShapeError(
        Sentence("{0} needs samples of {1} dimensions", kind, rank + 1), LAYOUTS[rank], text(shape),
        fix="Reshape" if without_channels else None,
        fix_args={"target_shape": (*shape[1:], 1)} if without_channels else None,
    )  # fmt: skip


def channels_of(kind: str, shape: Shape) -> int:
    """How many channels *shape* has; ShapeError where that is not known."""
    if shape[-1] is None:
        raise ShapeError(Sentence("{0} must know how many channels come in", kind), "a size", text(shape))
    return shape[-1]


def places(
    kind: str, shape: Shape, window: tuple[int, ...], strides: tuple[int, ...], padding: str
) -> tuple[int | None, ...]:
    """In how many places a window that reaches over *window* numbers stands, dimension by dimension.

    With padding ``valid`` it stands only where all of it is on the input; otherwise at every stride.
    """
    found: list[int | None] = []
    for size, reach, stride in zip(shape[1:-1], window, strides, strict=True):
        if size is None:
            found.append(None)
        elif padding != "valid":
            found.append((size - 1) // stride + 1)
        elif size >= reach:
            found.append((size - reach) // stride + 1)
        else:
            raise ShapeError(
                Sentence("The window of {0} is larger than what comes in", kind),
                Sentence("at least {0}", reach), str(size),
                set_args={"padding": "same"},
            )  # fmt: skip
    return tuple(found)
