"""In which order columns are listed. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

from nnviz.data.profile.known import ColumnProfile

Order = Literal["file", "name", "missing", "distinct", "association"]
ORDERS: tuple[Order, ...] = ("file", "name", "missing", "distinct", "association")

_KEYS: dict[Order, Callable[[ColumnProfile], tuple[float | str, ...]]] = {
    "file": lambda column: (column.position,),
    "name": lambda column: (column.name.casefold(), column.position),
    "missing": lambda column: (-column.missing, column.position),
    "distinct": lambda column: (-column.distinct, column.position),
    "association": lambda column: (-strength(column), column.position),
}


def ordered(columns: Sequence[ColumnProfile], order: Order) -> tuple[ColumnProfile, ...]:
    """*columns* as in the file, by name, or those first of which there is most."""
    return tuple(sorted(columns, key=_KEYS[order]))


def strength(column: ColumnProfile) -> float:
    """How much a column tells of the target, in [0, 1]; -1 where that is not known, as of the target itself."""
    found = column.association
    return abs(found.value) if found is not None and math.isfinite(found.value) else -1.0
