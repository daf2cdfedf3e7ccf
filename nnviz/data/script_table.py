"""Script lines that read a table or a series with pandas, cell for cell as nnviz does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nnviz.data.cells import MISSING
from nnviz.data.dataset import Raw, existing_file
from nnviz.data.encoding import open_bytes
from nnviz.data.frame import Column, Frame
from nnviz.data.preparation import InputColumn
from nnviz.data.series import series_columns
from nnviz.data.spec import Series, Table
from nnviz.data.tablefile import quoted_name, read_frame
from nnviz.data.tabular import kinds_of, target_columns

_NUMBERS = [
    "",
    "",
    "def numbers(column):",
    '    """The cells as numbers, NaN where there is none."""',
    "    column = column.astype(str).str.strip()",
    '    return column.mask(column.str.lower().isin(MISSING), "nan").astype(float).to_numpy()',
]
_WORDS = ["", "", "def words(column):", "    return column.astype(str).str.strip().to_numpy(object)"]


def table_lines(spec: Table, base: Path, raw: Raw) -> list[str]:
    """``x``, ``target`` and, with a test file, ``x_test`` and ``target_test``."""
    frame = read_frame(existing_file(base, spec.path), spec.delimiter, spec.header, spec.encoding)
    targets = target_columns(frame, spec)
    lines = _opening([frame])
    lines += _part("", frame, raw.columns, targets, raw.target.columns, spec.image_shape)
    if spec.test_path is not None and raw.test is not None:
        kinds = kinds_of(raw.columns) | {frame.names[i]: frame.columns[i].kind for i in targets}
        test = read_frame(existing_file(base, spec.test_path), spec.delimiter, spec.header, spec.encoding, kinds)
        names = [frame.names[i] for i in targets]
        test_targets = [test.index(name) for name in names]
        lines += _part("_test", test, raw.columns, test_targets, raw.test.target.columns, spec.image_shape)
    return lines


def series_lines(spec: Series, base: Path, raw: Raw) -> list[str]:
    """``x``: windows of the columns; ``target``: the first column's value after each."""
    frame = read_frame(existing_file(base, spec.path))
    columns = [frame.in_memory[i] for i in series_columns(frame, spec)]
    values = ", ".join(_numbers_of(column) for column in columns)
    return [
        *_opening([frame]),
        *_reading(frame),
        f"values = np.stack([{values}], axis=1)",
        f"window, horizon = {spec.window}, {spec.horizon}",
        "count = len(values) - window - horizon + 1",
        "x = np.lib.stride_tricks.sliding_window_view(values, window, axis=0)[:count].transpose(0, 2, 1)",
        "target = [values[window - 1 + horizon :, 0]]",
    ]


def _opening(frames: Sequence[Frame]) -> list[str]:
    module = "duckdb" if frames[0].dialect is None else "pandas as pd"
    missing = ["", f"MISSING = {sorted(MISSING)!r}"]
    return [f"import {module}", *missing, *_NUMBERS, *_WORDS, "", ""]


def _part(
    part: str,
    frame: Frame,
    inputs: Sequence[InputColumn],
    targets: Sequence[int],
    values: Sequence[object],
    image_shape: tuple[int, ...] | None,
) -> list[str]:
    lines = [*_reading(frame), f"x{part} = np.column_stack(["]
    for column in inputs:
        lines += [f"    {item}," for item in _features(frame.in_memory[_place(frame, column)], column)]
    lines.append("])")
    columns = [frame.in_memory[i] for i in targets]
    lines.append(f"target{part} = [{', '.join(_target(column) for column in columns)}]")
    if any(column.missing.any() for column in columns):
        lines.append("kept = np.all([~no_value for no_value in [" + ", ".join(map(_no_value, columns)) + "]], axis=0)")
        lines.append(f"x{part}, target{part} = x{part}[kept], [column[kept] for column in target{part}]")
    whole = [getattr(value, "dtype", None) == "int64" for value in values]
    if any(whole):
        casts = ", ".join(f"target{part}[{i}]" + ('.astype("int64")' if w else "") for i, w in enumerate(whole))
        lines.append(f"target{part} = [{casts}]")
    if image_shape is not None:
        shape = (*image_shape, 1) if len(image_shape) == 2 else image_shape
        lines.append(f"x{part} = x{part}.reshape(-1, {', '.join(map(str, shape))})")
    return lines


def _place(frame: Frame, column: InputColumn) -> int:
    named = frame.dialect is None or frame.dialect.header
    return frame.index(column.name) if named else column.position


def _reading(frame: Frame) -> list[str]:
    path = str(frame.path.resolve())
    dialect = frame.dialect
    if dialect is None:
        casts = ", ".join(map(_cast, frame.in_memory))
        return [
            f"table = duckdb.sql({f'SELECT {casts} FROM read_parquet({quoted_name(frame.path.resolve())})'!r}).df()"
        ]
    with open_bytes(frame.path) as unpacked, frame.path.open("rb") as plain:
        packed = ', compression="gzip"' if unpacked.read(2) != plain.read(2) else ""
    encoding = "utf-8-sig" if dialect.encoding == "utf-8" else dialect.encoding
    separator = r"\s+" if dialect.delimiter == " " else dialect.delimiter
    return [
        "table = pd.read_csv(",
        f"    {path!r},",
        f"    sep={separator!r}, header={0 if dialect.header else None}, skiprows={dialect.skip},",
        f"    encoding={encoding!r}, dtype=str, keep_default_na=False{packed},",
        ")",
        f"table.columns = {list(dialect.names)!r}",
    ]


def _cast(column: Column) -> str:
    name = column.name.replace('"', '""')
    if column.kind == "number":
        return f'CAST("{name}" AS DOUBLE) AS "{name}"'
    return f'COALESCE(CAST("{name}" AS VARCHAR), \'\') AS "{name}"'


def _numbers_of(column: Column) -> str:
    cells = f"table[{column.name!r}]"
    if column.style == "dressed":
        cells += '.str.replace(",", "").str.rstrip("% ")'
    elif column.style == "comma":
        cells += '.str.replace(".", "").str.replace(",", ".").str.rstrip("% ")'
    return f"numbers({cells})"


def _features(column: Column, learned: InputColumn) -> list[str]:
    if learned.kind == "number":
        return [_numbers_of(column)]
    return [f"words(table[{column.name!r}]) == {value!r}" for value in learned.values]


def _target(column: Column) -> str:
    return _numbers_of(column) if column.kind == "number" else f"words(table[{column.name!r}])"


def _no_value(column: Column) -> str:
    if column.kind == "number":
        return f"np.isnan({_numbers_of(column)})"
    return f"table[{column.name!r}].str.strip().str.lower().isin(MISSING).to_numpy()"
