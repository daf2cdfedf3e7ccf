"""From the reference in a project to arrays ready for training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Dataset, Given, Part, Raw, never, nothing, rising, stage
from nnviz.data.figures import missing_cells
from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.naming import refuse_odd_name
from nnviz.data.origins import Origins, origins_of, source_rows
from nnviz.data.pictures import images
from nnviz.data.preparation.labels import Labels
from nnviz.data.preparation.parts import Rows, balanced, class_weights, drawn_evenly, split_rows
from nnviz.data.preparation.preparation import Preparation, scaling_figures
from nnviz.data.preparation.preparing import Preparing
from nnviz.data.preparation.targets import Coding, coding_for
from nnviz.data.sources import builtin, idx, keras_sets, npz, series
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, KerasSet, Npz, Series, Table
from nnviz.data.tables import tabular
from nnviz.data.tables.encoded import fill_note, through_the_chain
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.sentences import Sentence

__all__ = ["Cancelled", "Dataset", "Part", "load", "read_raw"]

Tell = Callable[[float], None]
READING = 0.7  # of the time, about; the rest goes to preparing
_READERS: dict[type, Callable[[Any, Path, Callable[[], bool], Tell], Raw]] = {
    Series: series.read,
    KerasSet: keras_sets.read,
}
# These leave on the disk what would, once prepared, take more than so many bytes.
_LARGE_READERS: dict[type, Callable[[Any, Path, Callable[[], bool], int, Tell], Raw]] = {
    Table: tabular.read,
    Idx: idx.read,
    Npz: npz.read,
    Images: images.read,
}


def load(
    spec: DataSpec,
    base: Path,
    cancelled: Callable[[], bool] = never,
    most_bytes: int | None = None,
    progress: Tell = nothing,
    traced: bool = False,
) -> Dataset:
    """Read and prepare the data of *spec*; relative paths count from *base*.

    Args:
        spec: what to read and how.
        base: the folder of the project.
        cancelled: asked now and then.
        most_bytes: prepared samples that take more are streamed; None for the share of the memory that data may take.
        progress: told the share that is done, from 0 up to 1, on the caller's thread and about ten times a second
            where reading takes long; it costs nothing to ignore it.
        traced: whether the result is to know which rows of the source it holds.

    Raises BadInput with one sentence where the data cannot be used, and Cancelled soon after ``cancelled()``
    turns true.
    """
    most_bytes = memory.budget() if most_bytes is None else most_bytes
    progress = rising(progress)
    raw = read_raw(spec, base, cancelled, most_bytes, stage(progress, 0.0, READING))
    coding = coding_for(raw.target, spec.task)
    y = coding.encode(raw.target)
    rows = split_rows(raw, y, coding.task, spec.split, spec.shuffle)
    if cancelled():
        raise Cancelled
    if raw.steps:
        raw = through_the_chain(raw, rows.train, spec.scale or raw.scale, most_bytes, cancelled)
    y_train = y if rows.train is None else y[rows.train]
    drawn = drawn_evenly(y_train, coding.task, spec.balance, spec.split.seed)
    preparing = Preparing(raw, rows.train, drawn, most_bytes, cancelled, stage(progress, READING, 1.0))
    dataset = _prepared(raw, preparing, coding, spec, y, rows, drawn, traced)
    if dataset.streamed:
        _ = dataset.sample  # read it now, where one may wait for a disk
    progress(1.0)
    return dataset


def _prepared(
    raw: Raw, preparing: Preparing, coding: Coding, spec: DataSpec, y: Array, rows: Rows, drawn: Array | None,
    traced: bool,
) -> Dataset:  # fmt: skip
    """All parts of *raw*, whose targets are *y*; of its training *rows* those that were *drawn*."""
    y_train = y if rows.train is None else y[rows.train]
    preparation = _fitted(raw, preparing, coding, spec)
    train = _training_part(preparing, y_train if drawn is None else y_train[drawn], preparation, coding, spec)
    validation = _held_back(raw, y, rows.validation, raw.validation, preparing, preparation, coding)
    test = _held_back(raw, y, rows.test, raw.test, preparing, preparation, coding)
    counts = (train.rows, validation.rows if validation else 0, test.rows if test else 0)
    return Dataset(
        train,
        validation,
        test,
        facts_of(raw, coding, counts, train.y, spec),
        preparation,
        _notes(raw, preparation, coding, rows, preparing.cancelled),
        _origins(raw, rows, drawn) if traced and not isinstance(spec, Series) else None,
        _labels(raw, rows, drawn) if traced and coding.reconstructs and not isinstance(spec, Series) else None,
    )


def _origins(raw: Raw, rows: Rows, drawn: Array | None) -> Origins:
    found = origins_of(len(raw.x), raw.kept, rows.train, drawn, rows.validation, rows.test)
    own = [None if part is None else source_rows(len(part.x), part.kept) for part in (raw.validation, raw.test)]
    return replace(found, validation_file=own[0], test_file=own[1])


def _labels(raw: Raw, rows: Rows, drawn: Array | None) -> Labels | None:
    """The classes that the training rows of *raw* have, although nothing is to be learned of them."""
    try:
        coding = coding_for(raw.target, "auto")
        classes = coding.encode(raw.target)
    except BadInput:  # no task could be made of the target, which nobody asked for
        return None
    if coding.task not in ("binary", "classes"):
        return None
    train = classes if rows.train is None else classes[rows.train]
    return Labels(coding.names, train if drawn is None else train[drawn])


def read_raw(
    spec: DataSpec,
    base: Path,
    cancelled: Callable[[], bool] = never,
    most_bytes: int | None = None,
    progress: Tell = nothing,
) -> Raw:
    """What the source holds, in its own order, before any split or scaling.

    Its samples are lazy rows where, prepared, they would take more than *most_bytes*; *progress* is told the share
    that is read.
    """
    most_bytes = memory.budget() if most_bytes is None else most_bytes
    for value in msgspec.structs.astuple(spec):
        refuse_odd_name(value if isinstance(value, str) else "")
    try:
        if type(spec) in _LARGE_READERS:
            raw = _LARGE_READERS[type(spec)](spec, base, cancelled, most_bytes, progress)
        elif isinstance(spec, Builtin):
            raw = builtin.read(spec, base, cancelled)
        else:
            raw = _READERS[type(spec)](spec, base, cancelled, progress)
    except OSError as error:  # no permission, a vanished network drive, a full disk for the temporary copy
        raise BadInput(Sentence("The data cannot be read: {0}.", error)) from None
    if cancelled():
        raise Cancelled
    if len(raw.x) == 0:
        raise BadInput(Sentence("The data has no rows to learn from."))
    return raw


def _fitted(raw: Raw, preparing: Preparing, coding: Coding, spec: DataSpec) -> Preparation:
    """The preparation fitted on the training part's raw inputs alone."""
    kind = spec.scale or raw.scale
    if raw.chain:
        return Preparation(
            input_shape=raw.input_shape,
            scale_kind=kind,
            steps=raw.chain,
            feature_names=raw.feature_names,
            task=coding.task,
            class_values=coding.values,
            class_names=coding.names,
        )
    fill = preparing.fill()
    shift, factor = scaling_figures(kind, raw.columns, lambda: preparing.figures(fill, kind))
    return Preparation(
        input_shape=tuple(raw.x.shape[1:]),
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


def _training_part(preparing: Preparing, y: Array, preparation: Preparation, coding: Coding, spec: DataSpec) -> Part:
    if spec.balance == "smote" and preparing.streamed:
        raise BadInput(
            Sentence(
                "SMOTE needs all training rows in memory, but they are larger than that: balance by weights, or "
                "by leaving rows out or repeating them."
            )
        )
    x = preparing.training_inputs(preparation)
    if not isinstance(x, LazyRows):
        x, y = balanced(x, y, spec.balance, spec.split.seed)
    return coding.part_of(x, y, class_weights(y, spec.balance))


def _held_back(
    raw: Raw,
    y: Array,
    rows: Array | None,
    given: Given | None,
    preparing: Preparing,
    preparation: Preparation,
    coding: Coding,
) -> Part | None:
    if given is not None:
        if given.x.shape[1:] != raw.x.shape[1:]:
            raise BadInput(
                Sentence(
                    "The samples held back have the shape {0}, those to learn from {1}.",
                    given.x.shape[1:],
                    raw.x.shape[1:],
                )
            )
        return coding.part_of(preparing.inputs(given.x, None, preparation), coding.encode(given.target))
    return None if rows is None else coding.part_of(preparing.inputs(raw.x, rows, preparation), y[rows])


def facts_of(raw: Raw, coding: Coding, counts: tuple[int, int, int], y: Array | LazyRows, spec: DataSpec) -> DataFacts:
    """What the network has to know of *raw*; *counts* are the rows of each part, *y* is what is to be learned."""
    if coding.reconstructs:
        return _facts_of_samples(raw, counts, y)
    assert not isinstance(y, LazyRows)
    classes = max(2, coding.outputs) if coding.task in ("binary", "classes") else 0
    return DataFacts(
        input_shape=raw.input_shape,
        task=coding.task,
        outputs=coding.outputs,
        class_names=coding.names,
        feature_names=raw.feature_names,
        target_names=raw.target.names,
        rows=counts,
        class_counts=tuple(np.bincount(y, minlength=classes).tolist()) if classes else (),
        target_range=(float(y.min()), float(y.max())) if coding.task == "regression" and len(y) else None,
        balance=spec.balance,
        game=raw.game,
    )


def _facts_of_samples(raw: Raw, counts: tuple[int, int, int], y: Array | LazyRows) -> DataFacts:
    """What is known where the sample itself is to be answered."""
    least = most = float(y[0].flat[0])
    for _, part in chunks(y):
        least, most = min(least, float(part.min())), max(most, float(part.max()))
    shape = raw.input_shape
    return DataFacts(
        input_shape=shape,
        task="regression",
        outputs=int(np.prod(shape)),
        feature_names=raw.feature_names,
        target_names=raw.feature_names,
        rows=counts,
        target_range=(least, most),
        target_shape=shape,
    )


def _notes(
    raw: Raw, preparation: Preparation, coding: Coding, rows: Rows, cancelled: Callable[[], bool]
) -> tuple[str, ...]:
    notes = [*raw.notes, *(note for note in (coding.note, rows.note) if note)]
    if preparation.fill:
        counts, first = missing_cells(raw.x, cancelled)
        notes.extend(
            fill_note(
                raw.feature_names[i], counts[i], raw.target.place(int(first[i])), f"{preparation.fill[i]:g}", "median"
            )
            for i in np.flatnonzero(counts).tolist()
        )
    return tuple(notes)
