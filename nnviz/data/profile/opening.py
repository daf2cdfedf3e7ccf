"""Opening the data of a reference to look at them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Given, Raw, existing_file, never, nothing, stage
from nnviz.data.lazy import Array, LazyRows
from nnviz.data.load import read_raw
from nnviz.data.profile.aim import Aim, aim_of, roles_of, targets_of
from nnviz.data.profile.array_view import ArrayView
from nnviz.data.profile.known import Role
from nnviz.data.profile.picture_files import open_folders
from nnviz.data.profile.table_opening import open_columns, open_parquet, open_rows, open_text
from nnviz.data.profile.table_store import TableStore
from nnviz.data.profile.table_view import TableView
from nnviz.data.profile.viewing import DataView, Part
from nnviz.data.recognising import with_pictures
from nnviz.data.shown import MOST_BYTES
from nnviz.data.spec import DataSpec, Idx, Images, Npz, Series, Table
from nnviz.data.tables.parquet import is_parquet

MOST_COLUMNS = 2000  # samples of more numbers than this are no rows of a table to be looked at column by column


def open_views(
    spec: DataSpec,
    base: Path,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = nothing,
) -> dict[Part, DataView]:
    """Open the data of *spec*: what it learns from (``train``), and the files it has for validation and the test.

    Rows that are parted from the others by a share or a column are not parted here. Relative paths count from *base*.
    Raises BadInput with one sentence where a source cannot be read, Cancelled soon after ``cancelled()`` turns true.
    """
    with contextlib.ExitStack() as stack:
        spec = with_pictures(spec, base)
        if isinstance(spec, Series) or (isinstance(spec, Table) and not spec.image_shape):
            views = _open_files(stack, spec, base, cancelled, progress)
        else:
            views = _open_raw(stack, spec, base, cancelled, progress)
        stack.pop_all()
        return views


def _open_files(
    stack: contextlib.ExitStack, spec: Table | Series, base: Path, cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> dict[Part, DataView]:  # fmt: skip
    paths: dict[Part, str | None] = {"train": spec.path, "validation": spec.validation_path, "test": spec.test_path}
    given = {part: existing_file(base, path) for part, path in paths.items() if path is not None}
    views: dict[Part, DataView] = {}
    first: Aim | None = None
    for done, (part, path) in enumerate(given.items()):
        share = stage(progress, done / len(given), (done + 1) / len(given))
        store = open_parquet(path, cancelled) if is_parquet(path) else open_text(spec, path, cancelled, share)
        stack.callback(store.close)
        views[part] = view = _table(spec, store, first, cancelled)
        first = first or view.aim
    return views


def _table(
    spec: Table | Series, store: TableStore, first: Aim | None, cancelled: Callable[[], bool]
) -> TableView:  # fmt: skip
    """The view of one file; *first* is what is to be answered in the one that is learned from, None for that itself."""
    targets = targets_of(spec, store.columns)
    roles = roles_of(spec, store, targets, cancelled)
    if first is not None:
        task = {"classes": "classes", "labels": "labels", "numbers": "regression"}[first.kind]
    else:
        task = "regression" if isinstance(spec, Series) else spec.task
    aim = aim_of(store, targets, task, cancelled)
    if first is not None and first.kind == "classes" and set(aim.values) <= set(first.values):
        aim = _in_order(aim, first)  # so that they have the same numbers and colours in all parts
    return TableView(spec, store, roles, aim, store.source.notes)


# ------------------------------------------------------------------ arrays and pictures


def _open_raw(
    stack: contextlib.ExitStack, spec: DataSpec, base: Path, cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> dict[Part, DataView]:  # fmt: skip
    views: dict[Part, DataView] = {}
    if isinstance(spec, Images):
        for part, (x, target) in open_folders(spec, base).items():
            views[part] = ArrayView(spec, x, target, spec.task)
        return views
    raw = read_raw(spec, base, cancelled, MOST_BYTES, progress)
    given: dict[Part, Given | None] = {"train": Given(raw.x, raw.target)}
    given |= {"validation": raw.validation, "test": raw.test}
    for part, samples in given.items():
        if samples is not None:
            views[part] = _of_samples(spec, base, raw, samples, part == "train", cancelled)
            stack.callback(views[part].close)
    return views


def _of_samples(
    spec: DataSpec, base: Path, raw: Raw, given: Given, first: bool, cancelled: Callable[[], bool]
) -> DataView:
    notes = raw.notes if first else ()
    file = spec.path if isinstance(spec, Npz) else spec.images if isinstance(spec, Idx) else None
    lazy = isinstance(given.x, LazyRows)
    if given.x.ndim != 2 or given.x.shape[1] > MOST_COLUMNS or (lazy and file is None):
        return ArrayView(spec, given.x, given.target, spec.task, notes)
    names = raw.feature_names or tuple(f"x{i}" for i in range(given.x.shape[1]))
    targets = [_target_column(given, i) for i in range(len(given.target.columns))]
    if isinstance(given.x, LazyRows):
        store = open_rows(names, given.x, targets, existing_file(base, file or ""), cancelled)
    else:
        inputs = [(name, x, x.dtype.kind in "biu") for name, x in zip(names, given.x.T, strict=True)]
        store = open_columns([*inputs, *targets], cancelled)
    answer: Role = "target"
    roles: list[Role] = ["input"] * len(names)
    roles += [answer] * len(targets)
    positions = range(len(names), len(names) + len(targets))
    known = given.target.class_names if len(targets) == 1 else ()
    task = "classes" if known and spec.task == "auto" else spec.task
    aim = aim_of(store, positions, task, cancelled)
    if known:
        aim = _in_order(aim, replace(aim, values=known, names=known))
    return TableView(spec, store, roles, aim, notes)


def _in_order(aim: Aim, known: Aim) -> Aim:
    """*aim* with the classes of *known* in their order, those without a row among them."""
    if aim.kind != "classes":
        return aim
    counts = dict(zip(aim.values, aim.counts, strict=True))
    return replace(
        aim, values=known.values, names=known.names, counts=tuple(counts.get(value, 0) for value in known.values)
    )


def _target_column(given: Given, i: int) -> tuple[str, Array, bool]:
    """The name of a target column, its values (classes by their names), and whether they are whole numbers."""
    column, names = given.target.columns[i], given.target.class_names
    if names and len(given.target.columns) == 1:
        return given.target.names[i], np.array(names, object)[column.astype(np.intp)], False
    return given.target.names[i], column, column.dtype.kind in "biu"
