"""A folder of pictures, one subfolder a class, and folders of the same kind held back for validation and the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Given, Raw, Target, nothing
from nnviz.data.lazy import Array, LazyRows
from nnviz.data.pictures.image_folders import Listing, listing, parts, picture_files
from nnviz.data.pictures.picture import ENDINGS, MODES, quiet, read_picture, with_folder
from nnviz.data.scratch import Scratch
from nnviz.data.spec import Images
from nnviz.errors import BadInput
from nnviz.sentences import Sentence, joined

__all__ = ["ENDINGS", "MODES", "picture_files", "quiet", "read", "read_picture", "resolved"]

NAMED_IN_NOTE = 5
AT_A_TIME = 256  # pictures that are on their way to be decoded


def read(
    spec: Images,
    base: Path,
    cancelled: Callable[[], bool],
    most_bytes: int,
    progress: Callable[[float], None] = nothing,
) -> Raw:
    """Every readable picture below *spec.folder*, brought to one size; the others are named in a note.

    Where they would take more than *most_bytes*, once prepared, they become a working copy on the disk.
    """
    check_size(spec)
    wanted = resolved(spec, base)
    folders = {"train": wanted.folder, "validation": wanted.validation_folder, "test": wanted.test_folder}
    listed = {part: listing(_place(base, name)) for part, name in folders.items() if name is not None}
    total = sum(one.count for one in listed.values())
    on_disk = memory.prepared_bytes((total, *_sample(spec))) > most_bytes
    importing = _Importing(spec, on_disk, cancelled, progress, max(1, total))
    train = importing.read(_place(base, wanted.folder), listed["train"])
    classes = [listed["train"].classes[label] for label in train.kept]
    folder = _place(base, wanted.folder)
    if len(classes) < 2:
        raise BadInput(Sentence("{0} has pictures of {1!r} alone: at least 2 classes are needed.", folder, classes[0]))
    names = tuple(classes)
    empty = [name for name in listed["train"].classes if name not in names]
    notes = [*train.notes, *(Sentence("{0!r} has no readable picture and is left out.", name) for name in empty)]
    held_back = {}
    for part in ("validation", "test"):
        if part in listed:
            _check_classes(_place(base, folders[part] or ""), listed[part], names)
            one = importing.read(_place(base, folders[part] or ""), listed[part])
            notes += one.notes
            held_back[part] = Given(one.x, _target(names, listed[part].classes, one), kept=one.rows)
    if wanted is not spec:
        notes.append(
            Sentence("The subfolders of {0!r} were taken as {1} parts.", Path(spec.folder).name, ", ".join(listed))
        )
    return Raw(
        train.x,
        _target(names, listed["train"].classes, train),
        scale="255",
        notes=tuple(notes),
        validation=held_back.get("validation"),
        test=held_back.get("test"),
        kept=train.rows,
    )


def resolved(spec: Images, base: Path) -> Images:
    """*spec*, or where its folder is parted into folders called train, validation and test, one that names them."""
    folder = _place(base, spec.folder)
    found = parts(folder) if spec.validation_folder is None and spec.test_folder is None else {}
    if not found:
        return spec
    inner = {part: os.path.join(spec.folder, path.name) for part, path in found.items()}
    return msgspec.structs.replace(
        spec, folder=inner["train"], validation_folder=inner.get("validation"), test_folder=inner.get("test")
    )


def check_size(spec: Images) -> None:
    """BadInput where the size is none."""
    if any(not 1 <= side <= 4096 for side in spec.size):
        raise BadInput(Sentence("A picture's height and width are from 1 to 4096 pixels, not {0}.", list(spec.size)))


@dataclass(frozen=True)
class _Imported:
    """The readable pictures of one folder.

    Attributes:
        x: uint8 ``(n, height, width, channels)``.
        labels: for each the number of its subfolder.
        paths: its file.
        rows: the numbers of all these among the files, where some could not be read; None where all could.
        notes: a sentence on those that could not be read.
    """

    x: Array | LazyRows
    labels: Array
    paths: tuple[str, ...]
    rows: Array | None
    notes: tuple[str, ...]

    @property
    def kept(self) -> list[int]:
        """The numbers of the subfolders that have a readable picture."""
        return sorted(set(self.labels.tolist()))


class _Importing:
    """Decodes all pictures of a source, on as many threads as there are cores: Pillow lets others work meanwhile."""

    def __init__(
        self,
        spec: Images,
        on_disk: bool,
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
        total: int,
    ) -> None:
        self._spec, self._on_disk = spec, on_disk
        self._cancelled, self._progress, self._total = cancelled, progress, total
        self._done = 0

    def read(self, folder: Path, listed: Listing) -> _Imported:
        """All pictures of *listed*, those that cannot be read left out; BadInput where none can."""
        files = [(label, path) for label, paths in enumerate(listed.files) for path in paths]
        sample = _sample(self._spec)
        x = Scratch(sample, np.uint8, len(files), folder.name) if self._on_disk else _InMemory(len(files), sample)
        rows, skipped = [], []
        for row, picture in enumerate(self._decoded([path for _, path in files])):
            if isinstance(picture, BadInput):
                skipped.append(picture.args[0])
                continue
            x.append(picture[np.newaxis])
            rows.append(row)
        if not rows:
            raise BadInput(Sentence("{0} has no readable picture in its {1} subfolders.", folder, len(listed.classes)))
        labels, paths = zip(*(files[row] for row in rows), strict=True)
        kept = np.array(rows) if skipped else None
        return _Imported(x.rows(), np.array(labels), paths, kept, skip_notes(skipped))

    def _decoded(self, paths: Sequence[str]) -> Iterator[Array | BadInput]:
        with quiet(), ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as pool:
            for first in range(0, len(paths), AT_A_TIME):
                for picture in pool.map(self._one, paths[first : first + AT_A_TIME]):
                    if self._cancelled():
                        raise Cancelled
                    yield picture
                    self._done += 1
                    self._progress(self._done / self._total)

    def _one(self, path: str) -> Array | BadInput:
        try:
            return read_picture(Path(path), self._spec)
        except BadInput as error:
            return error


class _InMemory:
    """As ``Scratch``, in memory."""

    def __init__(self, rows: int, sample: tuple[int, ...]) -> None:
        self._x = np.empty((rows, *sample), np.uint8)
        self._rows = 0

    def append(self, rows: Array) -> None:
        """Take more rows."""
        self._x[self._rows : self._rows + len(rows)] = rows
        self._rows += len(rows)

    def rows(self) -> Array:
        """What was taken."""
        return self._x[: self._rows]


def skip_notes(skipped: Sequence[str]) -> tuple[str, ...]:
    """One sentence on all the pictures that could not be read; none where all could."""
    if not skipped:
        return ()
    shown = joined([*skipped[:NAMED_IN_NOTE], *(["..."] if len(skipped) > NAMED_IN_NOTE else [])])
    if len(skipped) == 1:
        return (Sentence("1 picture was skipped: {0}", shown),)
    return (Sentence("{0} pictures were skipped: {1}", len(skipped), shown),)


def _check_classes(folder: Path, listed: Listing, names: Sequence[str]) -> None:
    """BadInput where a folder that is held back has pictures of a class that is not learned."""
    unknown = [name for name, files in zip(listed.classes, listed.files, strict=True) if files and name not in names]
    if unknown:
        raise BadInput(
            Sentence(
                "{0} has pictures of {1!r}, which is none of the classes to learn ({2}{3}).",
                folder,
                unknown[0],
                ", ".join(names[:6]),
                ", ..." if len(names) > 6 else "",
            )
        )


def _target(names: tuple[str, ...], classes: Sequence[str], imported: _Imported) -> Target:
    """The class of each picture, a number into *names*; *classes* are those of its own folder."""
    numbers = np.array([names.index(name) if name in names else -1 for name in classes])
    paths = imported.paths
    return Target((numbers[imported.labels],), ("class",), names, place=lambda i: with_folder(Path(paths[i])))


def _sample(spec: Images) -> tuple[int, int, int]:
    return (*spec.size, len(MODES[spec.color]))


def _place(base: Path, name: str) -> Path:
    return base / Path(name).expanduser()
