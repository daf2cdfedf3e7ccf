"""What each column of a table is for: predicted, an input, or left out. Pure functions on references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Literal

import msgspec

from nnviz.data.preparation.steps import ColumnName, Drop
from nnviz.data.preview import TablePreview
from nnviz.data.spec import Series, Table

Role = Literal["target", "input", "out"]
Wish = Literal["target", "also", "input", "out"]
COLOURS = 3


@dataclass(frozen=True)
class Columns:
    """The columns of a file.

    Attributes:
        names: in the file's order.
        by_name: whether they can be told apart by name; by number otherwise.
        numeric: whether each holds numbers.
    """

    names: tuple[str, ...]
    by_name: bool
    numeric: tuple[bool, ...]

    def place(self, column: ColumnName) -> int | None:
        """The 0-based number of *column*; None where there is none."""
        if isinstance(column, str):
            return self.names.index(column) if column in self.names else None
        return column if 0 <= column < len(self.names) else None

    def places(self, columns: Sequence[ColumnName]) -> tuple[int, ...]:
        """The numbers of those of *columns* that are there."""
        found = (self.place(column) for column in columns)
        return tuple(place for place in found if place is not None)

    def called(self, place: int) -> ColumnName:
        """How a reference names column *place*."""
        return self.names[place] if self.by_name else place


def columns_of(preview: TablePreview) -> Columns:
    """The columns of the file that *preview* is of."""
    names = tuple(column.name for column in preview.columns)
    numeric = tuple(column.minimum is not None for column in preview.columns)
    return Columns(names, preview.has_header and len(set(names)) == len(names), numeric)


def roles(spec: Table | Series, columns: Columns) -> tuple[Role, ...]:
    """The role of each column."""
    if isinstance(spec, Series):
        chosen = _series_places(spec, columns)
        return tuple(_series_role(place, chosen) for place in range(len(columns.names)))
    targets, dropped = target_places(spec, columns), _dropped(spec, columns)
    inputs = set(columns.places(spec.inputs)) if spec.inputs else None
    return tuple(
        "target"
        if place in targets
        else "out"
        if place in dropped or (inputs is not None and place not in inputs)
        else "input"
        for place in range(len(columns.names))
    )


def as_used(wished: Sequence[Role], columns: Columns, used: Sequence[str]) -> tuple[Role, ...]:
    """The roles *wished*, but for inputs that loading has left out: what it takes in are the columns called *used*.

    Nothing is known of columns that cannot be told apart by name, or while nothing is *used*.
    """
    if not columns.by_name or not set(used) & set(columns.names):
        return tuple(wished)
    return tuple(
        "out" if role == "input" and name not in used else role
        for role, name in zip(wished, columns.names, strict=True)
    )


def spelled_out(spec: Table, columns: Columns, shown: Sequence[Role]) -> Table:
    """*spec* with the inputs named that are *shown* as such: what is named is taken, however little it seems to say."""
    inputs = (place for place, role in enumerate(shown) if role == "input")
    return msgspec.structs.replace(spec, inputs=tuple(map(columns.called, inputs)))


def target_places(spec: Table, columns: Columns) -> tuple[int, ...]:
    """The numbers of the columns to be predicted: the last one where none is named."""
    if spec.target == ():
        return (len(columns.names) - 1,)
    given = spec.target if isinstance(spec.target, tuple) else (spec.target,)
    return tuple(sorted(columns.places(given)))


def allowed(spec: Table | Series, columns: Columns, place: int, wish: Wish) -> bool:
    """Whether column *place* may become *wish*: something is to be predicted, and something to learn from."""
    now = roles(spec, columns)
    if isinstance(spec, Series):
        numbers = columns.numeric[place] or now[place] != "out"
        return numbers and wish != "also" and not (wish != "target" and now[place] == "target")
    targets, inputs = now.count("target"), now.count("input")
    if wish == "also":
        return targets > 0 and now[place] != "target" and (inputs > 1 or now[place] == "out")
    if wish == "target":
        return inputs + targets > 1
    if now[place] == "target":
        return targets > 1
    return wish == "input" or inputs > 1 or now[place] == "out"


def with_role(spec: Table | Series, columns: Columns, place: int, wish: Wish) -> Table | Series:
    """*spec* with column *place* as *wish*: the one that is predicted, one more of these, an input, or left out."""
    if isinstance(spec, Series):
        return _series_with_role(spec, columns, place, wish)
    targets = target_places(spec, columns)
    if wish == "target":
        targets = (place,)
    elif wish == "also":
        targets = tuple(sorted({*targets, place}))
    elif place in targets:
        targets = tuple(target for target in targets if target != place)
    named = tuple(columns.called(target) for target in targets)
    spec = msgspec.structs.replace(spec, target=named[0] if len(named) == 1 else named)
    spec = _not_dropped(spec, columns, place) if wish != "out" else spec
    if spec.inputs:
        inputs = set(columns.places(spec.inputs)) - set(targets) - {place}
        inputs |= {place} if wish == "input" else set()
        return msgspec.structs.replace(spec, inputs=tuple(columns.called(i) for i in sorted(inputs)))
    return _dropping(spec, columns, place) if wish == "out" else spec


def picture_shape(columns: Columns, spec: Table) -> tuple[int, int, int] | None:
    """How the inputs of a row could be the pixels of a picture: square, grey or in colour; None where they cannot."""
    count = roles(spec, columns).count("input")
    for channels in (1, COLOURS):
        side = isqrt(count // channels)
        if side > 1 and side * side * channels == count:
            return side, side, channels
    return None


def _series_places(spec: Series, columns: Columns) -> tuple[int, ...]:
    if spec.columns:
        return columns.places(spec.columns)
    return tuple(place for place, numeric in enumerate(columns.numeric) if numeric)


def _series_role(place: int, chosen: tuple[int, ...]) -> Role:
    return "target" if chosen[:1] == (place,) else "input" if place in chosen else "out"


def _series_with_role(spec: Series, columns: Columns, place: int, wish: Wish) -> Series:
    chosen = [other for other in _series_places(spec, columns) if other != place]
    if wish in ("target", "also"):
        chosen.insert(0, place)
    elif wish == "input":
        chosen = [*chosen[:1], *sorted([*chosen[1:], place])]
    return msgspec.structs.replace(spec, columns=tuple(columns.called(i) for i in chosen))


def _dropped(spec: Table, columns: Columns) -> set[int]:
    return {place for step in spec.steps if isinstance(step, Drop) for place in columns.places(step.columns)}


def _not_dropped(spec: Table, columns: Columns, place: int) -> Table:
    """*spec* without column *place* in any step that leaves columns out; such a step is gone with its last column."""
    steps = []
    for step in spec.steps:
        if isinstance(step, Drop) and place in columns.places(step.columns):
            left = tuple(column for column in step.columns if columns.place(column) != place)
            if not left:
                continue
            step = msgspec.structs.replace(step, columns=left)
        steps.append(step)
    return msgspec.structs.replace(spec, steps=tuple(steps))


def _dropping(spec: Table, columns: Columns, place: int) -> Table:
    """*spec* with column *place* in the first step that leaves columns out."""
    if place in _dropped(spec, columns):
        return spec
    steps = list(spec.steps)
    at = next((i for i, step in enumerate(steps) if isinstance(step, Drop)), None)
    if at is None:
        return msgspec.structs.replace(spec, steps=(Drop(columns=(columns.called(place),)), *steps))
    steps[at] = Drop(columns=(*steps[at].columns, columns.called(place)))
    return msgspec.structs.replace(spec, steps=tuple(steps))
