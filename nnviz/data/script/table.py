"""Script lines that read a table or a series with pandas, cell for cell as nnviz does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nnviz.data.dataset import Raw, existing_file
from nnviz.data.pictures.pixel_columns import completed
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.preparation.steps import ColumnName, DropRows
from nnviz.data.script.cells import numbers_of, opened, reading, values_of, without_gaps
from nnviz.data.sources.series import series_columns
from nnviz.data.spec import Series, Table
from nnviz.data.tables.frame import Column, Frame
from nnviz.data.tables.tablefile import read_frame
from nnviz.data.tables.tabular import input_columns, kinds_of, parting_columns, target_columns

# How the words of a column of dates are put in order, whatever stands between the numbers.
_MOMENT = [
    "def moment(word):",
    '    """A date, year first, and perhaps a time of day, as numbers that can be compared."""',
    '    numbers = [*re.findall(r"\\d+", word), *"0000000"][:7]',
    '    return (*map(int, numbers[:6]), float("0." + numbers[6][:6]))',
    "",
    "",
]


def table_lines(spec: Table, base: Path, raw: Raw) -> list[str]:
    """``x``, ``target`` and those of other files: ``x_val``, ``target_val``, ``x_test`` and ``target_test``.

    Where there are steps for single columns, each ``x`` is a dictionary of columns. Where a column parts the rows,
    ``said`` has its words, or ``order`` the rows in the order of its times.
    """
    frame = _frame(spec, base, spec.path)
    spec, _ = completed(spec, frame)
    taken = _Taken(spec, frame, raw)
    others = {"_val": (spec.validation_path, raw.validation), "_test": (spec.test_path, raw.test)}
    frames = {"": frame}
    frames |= {part: _frame(spec, base, path, taken) for part, (path, given) in others.items() if path and given}
    lines = _MOMENT if raw.times is not None and frame.columns[taken.parting[1] or 0].kind == "text" else []
    lines = [*lines, *taken.part("", frame, raw.target.columns), *_parting(frame, taken.parting)]
    for part, (_, given) in others.items():
        if part in frames and given is not None:
            lines += taken.part(part, frames[part], given.target.columns)
    return opened(lines)


def series_lines(spec: Series, base: Path, raw: Raw) -> list[str]:
    """``x``: windows of the columns; ``target``: the first column's value after each."""
    frame = read_frame(existing_file(base, spec.path), sheet=spec.sheet)
    columns = series_columns(frame, spec)
    names = [frame.names[i] for i in columns]
    parts = {"": frame}
    for part, path in (("_val", spec.validation_path), ("_test", spec.test_path)):
        if path:
            parts[part] = read_frame(existing_file(base, path), sheet=spec.sheet)
    lines = _windows(spec, any(column.missing.any() for own in parts.values() for column in own.in_memory))
    for part, own in parts.items():
        cells = [numbers_of(own.in_memory[own.index(name)]) for name in names]
        lines += [*reading(own), f"x{part}, target{part} = windows([{', '.join(cells)}])"]
        if raw.steps:
            lines.append(f"x{part} = {{name: x{part}[..., i] for i, name in enumerate({names!r})}}")
    return opened(lines)


def _windows(spec: Series, gaps: bool) -> list[str]:
    """The function that cuts columns into windows; where there are *gaps*, without those that have no target."""
    stride = f":{spec.stride}" if spec.stride > 1 else ""
    return [
        "def windows(columns):",
        f'    """Every {spec.window} steps of the columns, and the first one\'s value {spec.horizon} later."""',
        "    values = np.stack(columns, axis=1)",
        f"    window, horizon = {spec.window}, {spec.horizon}",
        "    count = len(values) - window - horizon + 1",
        f"    x = np.lib.stride_tricks.sliding_window_view(values, window, axis=0)[:count{stride}].transpose(0, 2, 1)",
        f"    target = values[window - 1 + horizon :{stride}, 0]",
        *(["    x, target = x[~np.isnan(target)], target[~np.isnan(target)]"] if gaps else []),
        "    return x, [target]",
        "",
        "",
    ]


def _frame(spec: Table, base: Path, path: str, taken: _Taken | None = None) -> Frame:
    kinds = None if taken is None else taken.kinds
    return read_frame(existing_file(base, path), spec.delimiter, spec.header, spec.encoding, kinds, sheet=spec.sheet)


def _parting(frame: Frame, parting: tuple[int | None, int | None]) -> list[str]:
    """The column that says for which part a row is, or in whose order the rows are parted."""
    by_column, by_time = parting
    if by_column is not None:
        words = values_of(frame.in_memory[by_column])
        return [f"said = np.array([word.lower() for word in {words}])"]
    if by_time is None:
        return []
    column = frame.in_memory[by_time]
    if column.kind == "number":
        return [f'order = np.argsort({values_of(column)}, kind="stable")']
    return [
        f"moments = [moment(word) for word in {values_of(column)}]",
        "order = np.array(sorted(range(len(moments)), key=moments.__getitem__))",
    ]


class _Taken:
    """What is taken of a table and of others of the same columns."""

    def __init__(self, spec: Table, frame: Frame, raw: Raw) -> None:
        self._spec, self._frame, self._raw = spec, frame, raw
        self._targets = target_columns(frame, spec)
        self.parting = parting_columns(frame, spec)
        self._inputs, _ = input_columns(frame, spec, self._targets)
        self.kinds = kinds_of(self._inputs) | {frame.names[i]: frame.columns[i].kind for i in self._targets}

    def part(self, part: str, frame: Frame, values: Sequence[object]) -> list[str]:
        """The lines for the table *frame*, whose target came out as *values*."""
        targets = [self._column(frame, i) for i in self._targets]
        lines = [*reading(frame), *self._staying(frame, targets)]
        if self._raw.steps:
            lines.append(f"x{part} = {{")
            lines += [f"    {c.name!r}: {values_of(self._column(frame, c.position))}," for c in self._inputs]
            lines.append("}")
        else:
            lines.append(f"x{part} = np.column_stack([")
            for column in self._inputs:
                lines += [f"    {item}," for item in _features(self._column(frame, column.position), column)]
            lines.append("])")
        lines.append(f"target{part} = [{', '.join(map(values_of, targets))}]")
        whole = [getattr(value, "dtype", None) == "int64" for value in values]
        if any(whole):
            casts = ", ".join(f"target{part}[{i}]" + ('.astype("int64")' if w else "") for i, w in enumerate(whole))
            lines.append(f"target{part} = [{casts}]")
        if self._spec.image_shape:
            shape = (*self._spec.image_shape, 1) if len(self._spec.image_shape) == 2 else self._spec.image_shape
            lines.append(f"x{part} = x{part}.reshape(-1, {', '.join(map(str, shape))})")
        return lines

    def _staying(self, frame: Frame, targets: Sequence[Column]) -> list[str]:
        """Lines that leave rows out of ``table``: those without a target, and those that steps leave out."""
        lines = []
        if any(column.missing.any() for column in targets):
            lines.append(without_gaps(targets, "not the rows without a target"))
        for step in self._spec.steps:
            if not isinstance(step, DropRows):
                continue
            if step.which == "missing":
                columns = [c for c in self._looked_at(step, frame) if c.missing.any()]
                lines += [without_gaps(columns, "not the rows without a value")] if columns else []
            else:
                cells = [f"    {c.name!r}: {values_of(c)}," for c in self._compared(step, frame)]
                lines += ["repeated = pd.DataFrame({", *cells, "}).duplicated()", "table = table[~repeated.to_numpy()]"]
        return lines

    def _looked_at(self, step: DropRows, frame: Frame) -> list[Column]:
        """The columns in which a row must have a value: the inputs that the step is for, and others that it names."""
        own = [c.position for c, steps in zip(self._inputs, self._raw.steps, strict=True) if step in steps]
        inputs = {column.position for column in self._inputs}
        return [self._column(frame, i) for i in (*own, *(i for i in self._named(step) if i not in inputs))]

    def _compared(self, step: DropRows, frame: Frame) -> list[Column]:
        """The columns in which repeated rows are equal."""
        wanted = self._named(step) or [*(column.position for column in self._inputs), *self._targets]
        return [self._column(frame, i) for i in dict.fromkeys(wanted)]

    def _named(self, step: DropRows) -> list[int]:
        return [self._frame.index(name) for name in step.columns]

    def _column(self, frame: Frame, position: int) -> Column:
        """The column of *frame* that stands at *position* in the table that was learned from."""
        named = frame.dialect is None or frame.dialect.header
        wanted: ColumnName = self._frame.names[position] if named else position
        return frame.in_memory[frame.index(wanted)]


def _features(column: Column, learned: InputColumn) -> list[str]:
    if learned.kind == "number":
        return [numbers_of(column)]
    return [f"{values_of(column)} == {value!r}" for value in learned.values]
