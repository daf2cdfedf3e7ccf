"""Tables whose rows are pictures: a column for each pixel and one for the label, as MNIST and its kin are handed on."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from nnviz.data.lazy import Array
from nnviz.data.spec import Table
from nnviz.data.tables.frame import Column, Frame
from nnviz.sentences import Sentence

LABELS = ("label", "labels", "class", "classes", "target", "digit", "letter", "category", "emotion", "y")
SMALLEST_SIDE = 4  # pixels, where the columns are called so
SMALLEST_NAMELESS = 16  # where only their number and their values tell
HEAD = 200  # rows that are looked at
_NUMBERED = re.compile(r"(?:pixel|pix|px)[\s_.\-]*(\d+)", re.IGNORECASE)
_PLACED = re.compile(r"(?:pixel|pix|px)?[\s_.\-]*(\d+)\s*[x_,.\-]\s*(\d+)", re.IGNORECASE)
_COLOURED = re.compile(
    r"(?:pixel|pix|px)?[\s_.\-]*(r|red|g|green|b|blue)[\s_.\-]*(?:pixel|pix|px)?[\s_.\-]*(\d+)", re.IGNORECASE
)
_CHANNELS = "rgb"


@dataclass(frozen=True)
class PixelColumns:
    """Which columns are what.

    Attributes:
        image_shape: height, width and channels.
        inputs: the 0-based numbers of the columns of pixels: row by row, the channels of a pixel side by side.
        target: the number of the column of labels.
        others: the numbers of the columns that are neither.
    """

    image_shape: tuple[int, int, int]
    inputs: tuple[int, ...]
    target: int
    others: tuple[int, ...] = ()


def pixel_columns(names: Sequence[str], head: Callable[[], Array]) -> PixelColumns | None:
    """The columns of pixels of a table; None where its rows are no pictures.

    They are known by their names: ``pixel0`` to ``pixel783``, ``1x1`` to ``28x28``, ``r0`` to ``b1023``. A table
    without a header has pictures where it has a column more than a square picture has numbers, and all of them are
    whole ones from 0 to 255.

    Args:
        names: of all columns.
        head: gives the first rows ``(n, columns)``, NaN for what is no number; asked only where names do not tell.
    """
    found = _named(names)
    if found is not None:
        inputs, channels = found
        shape = _shape(len(inputs), SMALLEST_SIDE, channels)
        others = [i for i in range(len(names)) if i not in set(inputs)]
        target = _label(names, others)
        if shape is None or target is None:
            return None
        return PixelColumns(shape, inputs, target, tuple(i for i in others if i != target))
    if any(name != f"column {i}" for i, name in enumerate(names)):
        return None
    shape = _shape(len(names) - 1, SMALLEST_NAMELESS)
    target = None if shape is None else _label_by_values(head())
    if shape is None or target is None:
        return None
    return PixelColumns(shape, tuple(i for i in range(len(names)) if i != target), target)


def proposed(spec: Table, names: Sequence[str], head: Callable[[], Array]) -> Table:
    """*spec* with the shape of its pictures, and the target that it leaves out, where its rows are some.

    The arguments are those of ``pixel_columns``; where a person has decided, nothing is changed, as in ``completed``.
    """
    if spec.inputs or spec.image_shape is not None:
        return spec
    found = pixel_columns(names, head)
    chosen = (spec.target,) if isinstance(spec.target, str | int) else spec.target
    if found is None or set(chosen) & {*found.inputs, *(names[i] for i in found.inputs)}:
        return spec
    named = names[found.target] != f"column {found.target}"
    target: str | int = names[found.target] if named else found.target
    return msgspec.structs.replace(spec, image_shape=found.image_shape, target=spec.target if chosen else target)


def completed(spec: Table, frame: Frame) -> tuple[Table, tuple[str, ...]]:
    """*spec* with the picture's shape, inputs and target that it leaves out, and sentences on that.

    Nothing is added where a person chose inputs, or said by an empty ``image_shape`` that rows are no pictures.
    """
    if spec.inputs or spec.image_shape == ():
        return spec, ()
    found = pixel_columns(frame.names, lambda: _head(frame))
    if found is None or any(frame.columns[i].kind != "number" for i in found.inputs):
        return spec, ()
    wanted = spec.image_shape or found.image_shape
    targets = (spec.target,) if isinstance(spec.target, str | int) else spec.target
    positions = tuple(frame.index(name) for name in targets) or (found.target,)
    if math.prod(wanted) != len(found.inputs) or set(positions) & set(found.inputs):
        return spec, ()
    notes = []
    if spec.image_shape is None:
        size = " x ".join(map(str, wanted))
        notes.append(Sentence("The {0} columns of pixels were read as pictures of {1}.", len(found.inputs), size))
    left = [frame.names[i] for i in (*found.others, found.target) if i not in positions]
    notes += [Sentence("{0!r} is left out: it is no pixel.", name) for name in left]
    return msgspec.structs.replace(spec, image_shape=wanted, target=positions, inputs=found.inputs), tuple(notes)


def _named(names: Sequence[str]) -> tuple[tuple[int, ...], int | None] | None:
    """The columns that are called pixels, in the order of the pictures, and how many channels their names tell of."""
    for pattern in (_NUMBERED, _PLACED):
        places = {i: match.groups() for i, name in enumerate(names) if (match := pattern.fullmatch(name.strip()))}
        if len(places) >= SMALLEST_SIDE**2 and len(set(places.values())) == len(places):
            return tuple(places), None
    coloured = {}
    for i, name in enumerate(names):
        if match := _COLOURED.fullmatch(name.strip()):
            coloured[int(match[2]), _CHANNELS.index(match[1][0].lower())] = i
    if len(coloured) >= 3 * SMALLEST_SIDE**2 and len({pixel for pixel, _ in coloured}) * 3 == len(coloured):
        return tuple(coloured[key] for key in sorted(coloured)), 3
    return None


def _shape(numbers: int, smallest: int, channels: int | None = None) -> tuple[int, int, int] | None:
    """The square picture of so many numbers; never is one in grey as large as one in colour."""
    for count in (1, 3) if channels is None else (channels,):
        side = math.isqrt(max(0, numbers) // count)
        if count * side * side == numbers and side >= smallest:
            return side, side, count
    return None


def _label(names: Sequence[str], others: Sequence[int]) -> int | None:
    called = [i for i in others if names[i].strip().lower() in LABELS]
    if called:
        return called[0]
    return others[0] if len(others) == 1 else None


def _label_by_values(head: Array) -> int | None:
    """The first or the last column of bytes: that of the fewer values, but more than one."""
    whole = len(head) > 1 and bool(((head >= 0) & (head <= 255) & (head == np.floor(head))).all())  # False for NaN
    if not whole or head.max() <= 1:
        return None
    counts = {i: len(np.unique(head[:, i])) for i in (0, head.shape[1] - 1)}
    candidates = [i for i, count in counts.items() if count > 1]
    return min(candidates, key=counts.__getitem__) if candidates else None


def _head(frame: Frame) -> Array:
    columns = []
    for column in frame.columns:
        if column.kind == "text":
            return np.full((1, len(frame.columns)), np.nan)
        if isinstance(column, Column):
            columns.append(column.values[:HEAD])
        else:
            return np.asarray(column.table[:HEAD])  # the whole table, of which each column knows its place
    return np.column_stack(columns)
