"""Cells, columns and rows in words."""

from __future__ import annotations

import math

from nnviz.data.profile.findings import Place
from nnviz.data.profile.known import ColumnProfile, Profile
from nnviz.data.profile.viewing import Cell, DataView, Head
from nnviz.data.spec import DataSpec
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

MISSING = "–"
LONGEST_CELL, LONGEST_PLACE = 400, 40  # letters
WHOLE_BELOW = 1e15  # floats above it are not told from their neighbours


def cell_text(cell: Cell) -> str:
    """A cell on one line: whole numbers without a point, others with six figures."""
    if cell is None:
        return MISSING
    if isinstance(cell, str):
        return cell[:LONGEST_CELL].replace("\n", " ")
    if not math.isfinite(cell):
        return "NaN" if math.isnan(cell) else "∞" if cell > 0 else "−∞"
    whole = abs(cell) < WHOLE_BELOW and cell == int(cell)
    return _with_minus(str(int(cell)) if whole else f"{cell:.6g}")


def number_text(value: float | None) -> str:
    """A figure of a column in some seven characters."""
    if value is None:
        return MISSING
    if value == 0 or 1e-3 <= abs(value) < 1e5:
        form = ".0f" if abs(value) >= 1000 else ".4g" if abs(value) >= 1 else ".3g"
        return _with_minus(f"{value:{form}}")
    return _with_minus(f"{value:.2g}".replace("e+0", "e").replace("e-0", "e-").replace("e+", "e"))


def _with_minus(text: str) -> str:
    return text.replace("-", "−", 1) if text.startswith("-") else text


def kind_text(column: Head | ColumnProfile) -> str:
    """What a column holds, and what it is for where it is no input: ``number``, ``text, left out``."""
    kind = translate("DataView", column.type)
    return kind if column.role == "input" else f"{kind}, {translate('DataView', column.role)}"


def row_text(row: int) -> str:
    """The 0-based *row* as people count."""
    return translate("DataView", "row {0}").format(count_text(row + 1))


def place_text(place: Place) -> str:
    """Where something is: the row, the line of the file, and what stands there."""
    text = row_text(place.row - 1)
    if place.line is not None:
        text = translate("DataView", "{0} (line {1})").format(text, count_text(place.line))
    return f"{text}: {place.cell[:LONGEST_PLACE]}" if place.cell else text


def facts_text(view: DataView, profile: Profile | None) -> str:
    """The data in a line: ``500 rows, 3 columns, 2 classes``."""
    one, many = {
        "table": (translate("DataWords", "1 row"), translate("DataWords", "{0} rows")),
        "pictures": (translate("DataWords", "1 picture"), translate("DataWords", "{0} pictures")),
        "arrays": (translate("DataView", "1 sample"), translate("DataView", "{0} samples")),
    }[view.kind]
    parts = [one if view.rows == 1 else many.format(count_text(view.rows))]
    if view.kind == "table":
        parts.append(translate("DataView", "{0} columns").format(count_text(len(view.heads))))
    if profile is not None and profile.classes:
        parts.append(translate("DataWords", "{0} classes").format(count_text(len(profile.classes))))
    return ", ".join(parts)


def source_of(spec: DataSpec) -> tuple[object, ...]:
    """What tells one source from another, however it is prepared."""
    named = ("name", "path", "folder", "images", "samples", "noise", "seed")
    return type(spec), *(getattr(spec, name, None) for name in named)
