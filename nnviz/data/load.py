"""From the reference in a project to arrays ready for training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data import builtin, idx, images, keras_sets, npz, series, tabular
from nnviz.data.dataset import Array, Cancelled, Dataset, Given, Part, Raw, never
from nnviz.data.parts import Rows, balanced, split_rows
from nnviz.data.preparation import Preparation, filled, medians, scaling_figures
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, KerasSet, Npz, Series, Table
from nnviz.data.targets import Coding, coding_for
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts

__all__ = ["Cancelled", "Dataset", "Part", "load", "read_raw"]

_READERS: dict[type, Callable[[Any, Path, Callable[[], bool]], Raw]] = {
    Builtin: builtin.read,
    Table: tabular.read,
    Idx: idx.read,
    Npz: npz.read,
    Images: images.read,
    Series: series.read,
    KerasSet: keras_sets.read,
}


def load(spec: DataSpec, base: Path, cancelled: Callable[[], bool] = never) -> Dataset:
    """Read and prepare the data of *spec*; relative paths count from *base*.

    Raises BadInput with one sentence where the data cannot be used, and Cancelled soon after ``cancelled()``
    turns true.
    """
    raw = read_raw(spec, base, cancelled)
    coding = coding_for(raw.target, spec.task)
    y = coding.encode(raw.target)
    rows = split_rows(raw, y, coding.task, spec.split, spec.shuffle)
    if cancelled():
        raise Cancelled
    x = raw.x if rows.train is None else raw.x[rows.train]
    preparation = _fitted(raw, x, coding, spec)
    train = _training_part(x, y if rows.train is None else y[rows.train], preparation, spec)
    validation = _held_back(raw, y, rows.validation, raw.validation, preparation, coding)
    test = _held_back(raw, y, rows.test, raw.test, preparation, coding)
    counts = (train.rows, validation.rows if validation else 0, test.rows if test else 0)
    return Dataset(
        train, validation, test, _facts(raw, coding, counts), preparation, _notes(raw, preparation, coding, rows)
    )


def read_raw(spec: DataSpec, base: Path, cancelled: Callable[[], bool] = never) -> Raw:
    """What the source holds, in its own order, before any split or scaling."""
    try:
        raw = _READERS[type(spec)](spec, base, cancelled)
    except OSError as error:  # no permission, a vanished network drive, a full disk for the temporary copy
        raise BadInput(f"The data cannot be read: {error}.") from None
    if cancelled():
        raise Cancelled
    if len(raw.x) == 0:
        raise BadInput("The data has no rows to learn from.")
    return raw


def _fitted(raw: Raw, x: Array, coding: Coding, spec: DataSpec) -> Preparation:
    """The preparation fitted on *x*, the training part's raw inputs, alone."""
    fill = medians(x) if raw.columns and x.ndim == 2 else ()
    kind = spec.scale or raw.scale
    shift, factor = scaling_figures(filled(x, fill), kind, raw.columns)
    return Preparation(
        input_shape=tuple(x.shape[1:]),
        scale_kind=kind,
        shift=tuple(shift.tolist()),
        factor=tuple(factor.tolist()),
        fill=fill,
        columns=raw.columns,
        feature_names=raw.feature_names,
        task=coding.task,
        class_values=coding.values,
        class_names=coding.names,
    )


def _training_part(x: Array, y: Array, preparation: Preparation, spec: DataSpec) -> Part:
    scaled, labels, weight = balanced(preparation.scale(x), y, preparation.task, spec.balance, spec.split.seed)
    return Part(scaled, labels, weight)


def _held_back(
    raw: Raw, y: Array, rows: Array | None, given: Given | None, preparation: Preparation, coding: Coding
) -> Part | None:
    if given is not None:
        if given.x.shape[1:] != raw.x.shape[1:]:
            raise BadInput(
                f"The samples held back have the shape {given.x.shape[1:]}, those to learn from {raw.x.shape[1:]}."
            )
        return Part(preparation.scale(given.x), coding.encode(given.target))
    return None if rows is None else Part(preparation.scale(raw.x[rows]), y[rows])


def _facts(raw: Raw, coding: Coding, counts: tuple[int, int, int]) -> DataFacts:
    return DataFacts(
        input_shape=tuple(raw.x.shape[1:]),
        task=coding.task,
        outputs=coding.outputs,
        class_names=coding.names,
        feature_names=raw.feature_names,
        target_names=raw.target.names,
        rows=counts,
    )


def _notes(raw: Raw, preparation: Preparation, coding: Coding, rows: Rows) -> tuple[str, ...]:
    notes = [*raw.notes, *(note for note in (coding.note, rows.note) if note)]
    if preparation.fill:
        missing = np.isnan(raw.x)
        columns = np.flatnonzero(missing.any(axis=0))
        notes.extend(_fill_note(raw, preparation, missing[:, i], i) for i in columns.tolist())
    return tuple(notes)


def _fill_note(raw: Raw, preparation: Preparation, missing: Array, i: int) -> str:
    first = raw.target.place(int(missing.argmax()))
    return (
        f"{raw.feature_names[i]}: {int(missing.sum())} missing, the first in {first}; filled with "
        f"{preparation.fill[i]:g}, the median of the training part."
    )
