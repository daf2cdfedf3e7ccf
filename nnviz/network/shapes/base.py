"""What a shape is, and how it is said that inputs do not fit.

A shape is a tuple with the batch first, as ``(None, 8)``; None is a size that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nnviz.sentences import Sentence

Shape = tuple[int | None, ...]
Args = Mapping[str, Any]
Inputs = tuple[Shape, ...]
ShapeFunction = Callable[[Args, Inputs], Shape]


class ShapeError(Exception):
    """The inputs do not fit the layer, or its arguments do not fit each other.

    Attributes:
        sentence: what is wrong, for a person.
        expected, got: what the layer needs and what reaches it, for a person.
        fix: the kind of layer that, inserted before, would make it fit; None where there is none.
        fix_args: the arguments of the layer to insert; empty for its defaults.
        set_args: one argument of this layer, with the value that would make it fit; None where there is none.
    """

    def __init__(
        self,
        text: Sentence,
        expected: str = "",
        got: str = "",
        fix: str | None = None,
        set_args: Args | None = None,
        fix_args: Args | None = None,
    ) -> None:
        super().__init__(text)
        self.sentence = text
        self.expected, self.got, self.fix, self.set_args = expected, got, fix, set_args
        self.fix_args: Args = fix_args or {}


def text(shape: Shape | None) -> str:
    """A shape for a person: ``(batch, 8)``."""
    if shape is None:
        return "unknown"
    sizes = ["batch", *("?" if size is None else str(size) for size in shape[1:])]
    return f"({', '.join(sizes)})"


def spread_axes(value: int | Sequence[int]) -> tuple[int, ...]:
    """One axis or several as several."""
    return (value,) if isinstance(value, int) else tuple(value)


def numbers(shape: Shape) -> int:
    """How many numbers one sample of *shape* has; a size that is not known counts as 1."""
    count = 1
    for size in shape[1:]:
        count *= 1 if size is None else size
    return count
