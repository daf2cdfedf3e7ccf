"""The inputs of a file to predict from, brought to the network by the preparation it was trained with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data import memory
from nnviz.data.dataset import check_finite, existing_file, never
from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.pictures.images import ENDINGS, picture_files, quiet, read_picture, skip_notes
from nnviz.data.preparation.preparation import InputColumn, Preparation
from nnviz.data.preparation.preparing import prepared
from nnviz.data.sources.archive import array_header, is_array, open_array
from nnviz.data.sources.idx import how_large, is_idx, pictures
from nnviz.data.sources.npz import inputs, open_arrays
from nnviz.data.spec import GAMES, Builtin, DataSpec, Images, Series, Table
from nnviz.data.tables.coded import coded_rows
from nnviz.data.tables.encoded import taken_by
from nnviz.data.tables.excel import is_workbook, sheet_in
from nnviz.data.tables.frame import Frame
from nnviz.data.tables.inputs import raw_inputs
from nnviz.data.tables.parquet import is_parquet
from nnviz.data.tables.tablefile import opened_text, read_frame, text_dialect
from nnviz.data.tables.tabular import kinds_of
from nnviz.data.words import NOTHING
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Note = Callable[[str], object]
MOST_TOLD = 8  # columns that a note tells of


def read_inputs(
    spec: DataSpec, base: Path, path: Path, preparation: Preparation, note: Note = lambda _: None
) -> NDArray[np.float32] | LazyRows:
    """The samples in *path*, scaled, float32 ``(n, *input_shape)``; lazy rows where they are too many for the memory.

    Taken are a table (columns are matched by name where it has a header; the target may be there or not), an
    ``.npz`` with ``x``, an IDX file of images, a picture, or a folder of pictures, for which see ``read_folder``.
    *note* takes a sentence where columns were taken otherwise than by their names. BadInput says what does not fit.
    """
    path = base / path.expanduser()
    if path.is_dir():
        return read_folder(spec, path, preparation).x
    return _ready(_from_file(existing_file(base, str(path)), spec, preparation, note), path, preparation)


@dataclass(frozen=True)
class FolderInputs:
    """The pictures of a folder, ready for the network.

    Attributes:
        x: float32 ``(n, *input_shape)``; lazy rows where they are too many for the memory.
        names: the place of each within the folder.
        notes: a sentence on those that could not be read.
    """

    x: NDArray[np.float32] | LazyRows
    names: tuple[str, ...]
    notes: tuple[str, ...]


def read_folder(spec: DataSpec, folder: Path, preparation: Preparation) -> FolderInputs:
    """All readable pictures below *folder*, by name; BadInput where there is none, or the network takes none."""
    wanted = _look_of_pictures(spec, preparation, folder)
    pictures, names, skipped = [], [], []
    with quiet():
        for path in picture_files(folder):
            try:
                pictures.append(read_picture(path, wanted))
            except BadInput as error:
                skipped.append(error.args[0])
                continue
            names.append(path.relative_to(folder).as_posix())
    if not pictures:
        if skipped:
            raise BadInput(Sentence("{0} has no readable pictures: {1}", folder, skipped[0]))
        raise BadInput(Sentence("{0} has no pictures.", folder))
    return FolderInputs(_ready(np.stack(pictures), folder, preparation), tuple(names), skip_notes(skipped))


def _ready(raw: Array | LazyRows, path: Path, preparation: Preparation) -> NDArray[np.float32] | LazyRows:
    """What was read from *path* in the shape that the network takes, and prepared."""
    if preparation.steps:
        return prepared(raw, preparation)
    if raw.shape[1:] != preparation.input_shape:
        if raw[:1].size != int(np.prod(preparation.input_shape)):
            raise BadInput(
                Sentence(
                    "{0} has samples of shape {1}, but the network learned from {2}.",
                    path.name,
                    raw.shape[1:],
                    preparation.input_shape,
                )
            )
        raw = raw.reshape(len(raw), *preparation.input_shape)
    return prepared(raw, preparation)


def _from_file(path: Path, spec: DataSpec, preparation: Preparation, note: Note) -> Array | LazyRows:
    if preparation.steps and not isinstance(spec, Series):
        return _by_steps(path, spec, preparation, note)
    if isinstance(spec, Series) and preparation.steps:
        return _windows(path, spec, preparation, note)
    if is_array(path):
        large = memory.prepared_bytes(array_header(path).shape) > memory.budget()
        return inputs(path.name, open_array(path, large, never))
    if path.suffix.lower() in ENDINGS:
        with quiet():
            return read_picture(path, _look_of_pictures(spec, preparation, path))[np.newaxis]
    if path.suffix.lower() == ".npz":
        arrays = open_arrays(path, never, memory.budget())
        name = next((name for name in ("x", "x_test") if name in arrays), None)
        if name is None:
            raise BadInput(Sentence("{0} has no array 'x'; it holds {1}.", path.name, ", ".join(arrays) or NOTHING))
        return inputs(name, arrays[name])
    if is_idx(path):
        return pictures(path, how_large([path], never, memory.budget()))
    if isinstance(spec, Series):
        return _windows(path, spec, preparation, note)
    return _table(path, spec, preparation, note)


def _look_of_pictures(spec: DataSpec, preparation: Preparation, given: Path) -> Images:
    """The size and the colours to which *given*, a picture or a folder of them, is brought."""
    if isinstance(spec, Images):
        return spec
    if isinstance(spec, Builtin) and spec.name in GAMES:
        raise BadInput(
            Sentence("{0}: a game is played on boards of 0 and 1: give these as an array, a .npy file.", given.name)
        )
    shape = preparation.input_shape
    if len(shape) != 3 or shape[2] not in (1, 3):
        kind = Sentence("a folder") if given.is_dir() else Sentence("a picture")
        raise BadInput(
            Sentence("{0} is {1}, but the network learned from samples of shape {2}.", given.name, kind, shape)
        )
    return Images(folder="", size=(shape[0], shape[1]), color="grey" if shape[2] == 1 else "rgb")


def _windows(path: Path, spec: Series, preparation: Preparation, note: Note) -> Array | LazyRows:
    learned = preparation.steps or preparation.columns
    frame, positions = _found(path, spec, [InputColumn(c.name, c.position, "number") for c in learned], note)
    values = np.stack([frame.columns[i].values for i in positions], axis=1)
    if not preparation.steps:
        check_finite(path.name, values)
    if len(values) < spec.window:
        raise BadInput(Sentence("{0} has {1} rows, but a window has {2} steps.", path.name, len(values), spec.window))
    x = np.lib.stride_tricks.sliding_window_view(values, spec.window, axis=0).transpose(0, 2, 1)
    return taken_by(preparation.steps, x, (), lambda i: frame.place(i + spec.window - 1)) if preparation.steps else x


def _table(path: Path, spec: DataSpec, preparation: Preparation, note: Note) -> Array | LazyRows:
    columns = preparation.columns or tuple(
        InputColumn(name, i, "number") for i, name in enumerate(preparation.feature_names)
    )
    if not columns:
        count = int(np.prod(preparation.input_shape))
        columns = tuple(InputColumn(f"column {i}", i, "number") for i in range(count))
    frame, positions = _found(path, spec, columns, note)
    x = raw_inputs(frame, columns, positions, memory.budget())
    for start, part in () if preparation.fill else chunks(x):
        if np.isnan(part).any():
            row = start + int(np.isnan(part).any(axis=1).argmax())
            raise BadInput(
                Sentence("{0}: a value is missing, and the training data had none to fill it with.", frame.place(row))
            )
    return x


def _by_steps(path: Path, spec: DataSpec, preparation: Preparation, note: Note) -> Array | LazyRows:
    """The rows of a table with one number a column, as the chain of steps takes them."""
    columns = [InputColumn(column.name, column.position, column.kind) for column in preparation.steps]
    frame, positions = _found(path, spec, columns, note)
    x, words = coded_rows(frame, positions)
    return taken_by(preparation.steps, x, words, frame.place)


def _found(path: Path, spec: DataSpec, columns: Sequence[InputColumn], note: Note) -> tuple[Frame, list[int]]:
    """The table at *path*, and where each of the *columns* stands in it; they are of the kind that was learned."""
    frame = _frame_of(path, spec, columns)
    positions = _positions(frame, columns)
    if _has_header(frame) and columns[0].name not in frame.names:
        pairs = [f"{frame.names[p]!r} as {c.name!r}" for c, p in zip(columns, positions, strict=True)]
        told = ", ".join([*pairs[:MOST_TOLD], *["..."] * (len(pairs) > MOST_TOLD)])
        note(Sentence("{0} names none of the inputs, so its columns are taken by their place: {1}.", path.name, told))
    kinds = {frame.names[position]: column.kind for column, position in zip(columns, positions, strict=True)}
    if any(frame.columns[p].kind != frame_kind for p, frame_kind in zip(positions, kinds.values(), strict=True)):
        frame = _frame_of(path, spec, [replace(c, name=n) for c, n in zip(columns, kinds, strict=True)])
    return frame, positions


def _frame_of(path: Path, spec: DataSpec, columns: Sequence[InputColumn]) -> Frame:
    kinds = kinds_of(columns)
    if is_parquet(path):
        return read_frame(path, kinds=kinds, most_bytes=memory.budget())
    delimiter, encoding = (spec.delimiter, spec.encoding) if isinstance(spec, Table) else ("auto", "auto")
    sheet = sheet_in(path, spec.sheet if isinstance(spec, Table | Series) else None)
    if is_workbook(path):
        with opened_text(path, header=True, sheet=sheet, most_rows=2) as opened:
            names = opened.dialect.names
    else:
        names = text_dialect(path, delimiter, True, encoding).names
    # Known names settle what a short file may leave open: whether its first line is a header. An empty cell is called
    # after its place, as every column of a table without a header is, which says nothing.
    given = {name for i, name in enumerate(names) if name != f"column {i}"}
    header: bool | Literal["auto"] = True if given & set(kinds) else "auto"
    if header == "auto" and isinstance(spec, Table) and spec.header is False:
        header = False  # as the table that was learned from was said to have none
    return read_frame(path, delimiter, header, encoding, kinds, most_bytes=memory.budget(), sheet=sheet)


def _has_header(frame: Frame) -> bool:
    return frame.dialect is None or frame.dialect.header


def _positions(frame: Frame, columns: Sequence[InputColumn]) -> list[int]:
    """Where each input stands in *frame*: by its name, else by its place."""
    missing = [column.name for column in columns if column.name not in frame.names]
    if not missing:
        return [frame.names.index(column.name) for column in columns]
    if len(frame.columns) == len(columns) and len(missing) == len(columns):
        return list(range(len(columns)))
    has_header = _has_header(frame)
    if not has_header and max(column.position for column in columns) < len(frame.columns):
        return [column.position for column in columns]
    if has_header:
        shown = ", ".join(repr(name) for name in missing[:8])
        raise BadInput(
            Sentence(
                "{0} lacks the columns {1}; its columns are {2}.", frame.path.name, shown, ", ".join(frame.names[:20])
            )
        )
    raise BadInput(
        Sentence(
            "{0} has {1} columns, but the network has {2} inputs.", frame.path.name, len(frame.columns), len(columns)
        )
    )
