"""What a file or a folder is: from a path to the reference under which it can be learned from."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from nnviz.data import memory, partners
from nnviz.data.dataset import existing_file
from nnviz.data.lazy import Array
from nnviz.data.pictures.image_folders import listing, parts, proposed_look
from nnviz.data.pictures.picture import ENDINGS
from nnviz.data.pictures.pixel_columns import proposed
from nnviz.data.sources.archive import headers, is_array
from nnviz.data.sources.idx import is_idx
from nnviz.data.spec import DataSpec, Idx, Images, Npz, Table
from nnviz.data.tables.excel import is_workbook
from nnviz.data.tables.parquet import is_parquet, parquet_names
from nnviz.data.tables.tablefile import opened_text, sample_columns
from nnviz.data.text.cells import parse_number
from nnviz.data.text.encoding import text_bytes
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

TABLES = (".csv", ".tsv", ".txt", ".parquet", ".pq", ".xlsx", ".xlsm", ".csv.gz", ".tsv.gz", ".txt.gz")
ARRAYS = (".npz", ".npy")
MOST_LOOKED_AT = 200  # files of a folder
MOST_ROWS = 200  # of a workbook


def spec_of(path: Path) -> DataSpec:
    """The reference to the data in the file or folder at *path*, with everything that its neighbours tell.

    A file is known by its first bytes, whatever its name ends with: a table (text, Parquet, Excel), an ``.npz``, an
    ``.npy`` or an IDX file with the partner that belongs to it. A folder holds one subfolder of pictures a class,
    such folders called train, validation and test, or one of those files. Files beside it that are called like its
    validation or test part, and are of the same form, are taken too.

    Only names, first bytes and first rows are read. That takes milliseconds, but a workbook or a folder of 100,000
    pictures takes a moment: not on a window's thread. Raises BadInput, with what was expected, where it is none of
    these.
    """
    path = Path(path).expanduser()
    if path.is_dir():
        return _folder(path)
    path = existing_file(path.parent, path.name)
    if is_array(path):
        return _arrays(path)
    if _is_archive_of_arrays(path):
        return _archive(path)
    if is_idx(path):
        return _idx(path)
    if path.name.lower().endswith(ENDINGS) and not is_workbook(path):
        raise BadInput(
            Sentence(
                "{0} is a picture: choose the folder that has one subfolder of pictures for each class.", path.name
            )
        )
    return _table(path)


def with_pictures(spec: DataSpec, base: Path) -> DataSpec:
    """*spec* with the shape of its pictures where it is a table of pixels and does not say so; see ``spec_of``.

    Relative paths count from *base*. Loading finds the same out; this is for those who want to know it before.
    """
    if not isinstance(spec, Table) or spec.inputs or spec.image_shape is not None:
        return spec
    path = existing_file(base, spec.path)
    if _is_large(path):
        return spec
    names, head = _look(path, spec)
    return proposed(spec, names, lambda: head)


def column_names(path: Path, sheet: str | int | None = None) -> tuple[str, ...]:
    """The names of the columns of the table at *path*, of *sheet* where it is a workbook; BadInput where it is none."""
    if is_parquet(path):
        return parquet_names(path)
    with opened_text(path, sheet=sheet, most_rows=MOST_ROWS) as opened:
        return opened.dialect.names


def _folder(folder: Path) -> DataSpec:
    found = parts(folder)
    if found:
        size, color = proposed_look(found["train"])
        validation, test = (str(found[part]) if part in found else None for part in ("validation", "test"))
        return Images(
            folder=str(found["train"]), size=size, color=color, validation_folder=validation, test_folder=test
        )
    try:
        if listing(folder).count:
            size, color = proposed_look(folder)
            return Images(folder=str(folder), size=size, color=color)
    except BadInput:
        pass  # without subfolders it may hold files
    for path in _candidates(folder):
        return spec_of(path)
    raise BadInput(
        Sentence(
            "{0} holds no data: expected one subfolder of pictures for each class, a table, arrays or IDX files.",
            folder,
        )
    )


def _candidates(folder: Path) -> list[Path]:
    """Files of the folder that may be data, the likeliest first: training parts and inputs, and no notes."""
    files = [path for path in sorted(folder.iterdir())[:MOST_LOOKED_AT] if path.is_file() and path.name[0] != "."]
    found = [path for path in files if path.name.lower().endswith((*TABLES, *ARRAYS)) or is_idx(path)]
    return sorted(
        found,
        key=lambda path: (
            path.suffix.lower() == ".txt",
            not partners.is_called_training(path),
            partners.part_of(path) != "train",
            partners.is_answers(path.name),
        ),
    )


def _idx(path: Path) -> DataSpec:
    images = partners.inputs_of(path) if partners.is_answers(path.name) else path
    labels = path if images != path else partners.answers_of(path)
    if images is None or labels is None:
        raise BadInput(_half_of_idx(path.name, images is None))
    train = images if partners.part_of(images) == "train" else partners.held_back_beside(images, "train") or images
    spec = Idx(images=str(train), labels=str(partners.answers_of(train) or labels))
    for part in ("validation", "test"):
        other = partners.held_back_beside(train, part)
        answers = None if other is None else partners.answers_of(other)
        if other is not None and answers is not None:
            spec = msgspec.structs.replace(spec, **{f"{part}_images": str(other), f"{part}_labels": str(answers)})
    return spec


def _half_of_idx(name: str, lacks_images: bool) -> Sentence:
    if lacks_images:
        return Sentence(
            "{0} is one half of IDX data: expected its images beside it, as train-images-idx3-ubyte has "
            "train-labels-idx1-ubyte.",
            name,
        )
    return Sentence(
        "{0} is one half of IDX data: expected its labels beside it, as train-images-idx3-ubyte has "
        "train-labels-idx1-ubyte.",
        name,
    )


def _arrays(path: Path) -> DataSpec:
    inputs = partners.inputs_of(path) if partners.is_answers(path.name) else path
    if inputs is None:
        raise BadInput(Sentence("{0} holds labels: expected the .npy file of the samples beside it.", path.name))
    train = inputs if partners.part_of(inputs) == "train" else partners.held_back_beside(inputs, "train") or inputs
    labels = partners.answers_of(train)
    spec = Npz(path=str(train), labels=None if labels is None else str(labels))
    for part in ("validation", "test"):
        other = partners.held_back_beside(train, part)
        answers = None if other is None else partners.answers_of(other)
        if other is not None and (answers is None) == (labels is None):
            found = {f"{part}_path": str(other), f"{part}_labels": None if answers is None else str(answers)}
            spec = msgspec.structs.replace(spec, **found)
    return spec


def _archive(path: Path) -> DataSpec:
    spec = Npz(path=str(path))
    if not {"x", "y"} <= set(headers(path)) or partners.part_of(path) != "train":
        return spec
    for part in ("validation", "test"):
        other = partners.held_back_beside(path, part)
        if other is not None and {"x", "y"} <= set(headers(other)):
            spec = msgspec.structs.replace(spec, **{f"{part}_path": str(other)})
    return spec


def _table(path: Path) -> DataSpec:
    if _is_large(path):
        return Table(path=str(path))
    spec = Table(path=str(path))
    names, head = _look(path, spec)
    if partners.part_of(path) == "train":
        for part in ("validation", "test"):
            other = partners.held_back_beside(path, part)
            if other is not None and not _is_large(other) and _same_columns(other, names):
                spec = msgspec.structs.replace(spec, **{f"{part}_path": str(other)})
    return proposed(spec, names, lambda: head)


def _same_columns(path: Path, names: tuple[str, ...]) -> bool:
    try:
        return sorted(_look(path, Table(path=str(path)))[0]) == sorted(names)
    except BadInput:
        return False


def _look(path: Path, spec: Table) -> tuple[tuple[str, ...], Array]:
    """The names of the columns of a table, and its first rows ``(n, columns)``, NaN for what is no number."""
    if is_parquet(path):
        names = parquet_names(path)
        return names, np.empty((0, len(names)))
    with opened_text(path, spec.delimiter, spec.header, spec.encoding, spec.sheet, most_rows=MOST_ROWS) as opened:
        columns = sample_columns(opened.plain, replace(opened.dialect, encoding="utf-8"))
    rows = min(map(len, columns), default=0)
    head = np.array([[_number(cell) for cell in column[:rows]] for column in columns]).T
    return opened.dialect.names, head


def _number(cell: str) -> float:
    number = parse_number(cell)
    return np.nan if number is None else number


def _is_large(path: Path) -> bool:
    """Whether a table is too large to be looked at before it is loaded, which finds the same out."""
    return text_bytes(path) > memory.LARGE


def _is_archive_of_arrays(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith(".npy") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return path.suffix.lower() == ".npz"
