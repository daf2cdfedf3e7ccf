"""The first rows of a table before and after its preparation, as text: made by the code that predictions go through."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from nnviz.data.preparation.preparation import Preparation
from nnviz.data.spec import Series, Table
from nnviz.ui.dialogs.data_pages.file_look import Found
from nnviz.ui.dialogs.data_pages.roles import roles

ROWS, MOST_COLUMNS = 5, 60


@dataclass(frozen=True)
class Excerpt:
    """Some columns of a few rows.

    Attributes:
        names: of the columns.
        rows: their cells.
        more: how many columns are not shown.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0


def before(spec: Table | Series, found: Found) -> Excerpt:
    """The inputs of the first rows as the file has them."""
    inputs = [i for i, role in enumerate(roles(spec, found.columns)) if role in _seen(spec)]
    names = tuple(found.columns.names[i] for i in inputs[:MOST_COLUMNS])
    rows = tuple(tuple(row[i] for i in inputs[:MOST_COLUMNS]) for row in found.preview.rows[:ROWS])
    return Excerpt(names, rows, max(0, len(inputs) - MOST_COLUMNS))


def after(spec: Table | Series, found: Found, preparation: Preparation) -> Excerpt:
    """The same rows as the network is given them; BadInput where one of them cannot be prepared."""
    from nnviz.data.rows import read_inputs

    delimiter = found.preview.delimiter or ","
    with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
        path = Path(folder) / "first rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            if found.preview.has_header:
                writer.writerow(found.columns.names)
            writer.writerows(found.preview.rows[:ROWS])
        x = np.asarray(read_inputs(_of_excerpt(spec, found, delimiter), Path(folder), path, preparation)[:])
    x = x.reshape(len(x), -1)[:, :MOST_COLUMNS]
    names = preparation.feature_names or tuple(before(spec, found).names)
    if len(names) < x.shape[1]:
        names = (*names, *(f"{i + 1}" for i in range(len(names), x.shape[1])))
    rows = tuple(tuple(f"{value:.4g}" for value in row) for row in x.tolist())
    return Excerpt(names[: x.shape[1]], rows, max(0, len(preparation.feature_names) - MOST_COLUMNS))


def _seen(spec: Table | Series) -> tuple[str, ...]:
    """A series learns from what it forecasts, too."""
    return ("input", "target") if isinstance(spec, Series) else ("input",)


def _of_excerpt(spec: Table | Series, found: Found, delimiter: str) -> Table | Series:
    if isinstance(spec, Series):
        return msgspec.structs.replace(spec, window=1, stride=1, sheet=None)
    header = found.preview.has_header
    return msgspec.structs.replace(spec, delimiter=delimiter, header=header, encoding="utf-8", sheet=None)
