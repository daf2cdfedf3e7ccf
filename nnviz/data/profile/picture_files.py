"""Folders of pictures to look at: listed at once, each picture decoded when it is asked for."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Cancelled, Target
from nnviz.data.lazy import Array, LazyRows
from nnviz.data.pictures.image_folders import listing
from nnviz.data.pictures.images import check_size, resolved
from nnviz.data.pictures.picture import MODES, quiet, read_picture
from nnviz.data.profile.viewing import Part
from nnviz.data.spec import Images
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

AT_A_TIME = 32


class PictureFiles(LazyRows):
    """Pictures ``(n, height, width, channels)`` of bytes, read from their files; those that cannot be read are black.

    Attributes:
        paths: the file of each.
        faults: of those that could not be read so far: the row and why.
    """

    def __init__(self, paths: Sequence[str], spec: Images) -> None:
        super().__init__((len(paths), *spec.size, len(MODES[spec.color])), np.uint8)
        self.paths, self._spec = tuple(paths), spec
        self.faults: dict[int, str] = {}

    def read(self, first: int, stop: int) -> Array:
        """The pictures from *first* to *stop*."""
        return self.take(np.arange(first, stop))

    def pieces(self, rows: Array) -> Iterator[tuple[Array, Array]]:
        """The pictures of these numbers."""
        for start in range(0, len(rows), AT_A_TIME):
            some = rows[start : start + AT_A_TIME].tolist()
            with quiet():
                yield np.arange(start, start + len(some)), np.stack([self._one(row) for row in some])

    def sizes(self, rows: Sequence[int]) -> tuple[tuple[tuple[int, int], int], ...]:
        """Height and width of these files with how many have them, the most frequent first; broken ones left out."""
        from PIL import Image

        found: Counter[tuple[int, int]] = Counter()
        for row in rows:
            try:
                with quiet(), Image.open(self.paths[row]) as picture:
                    found[picture.height, picture.width] += 1
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                continue
        return tuple(found.most_common())

    def checksums(self, cancelled: Callable[[], bool]) -> NDArray[np.uint64]:
        """A number for each file that only files of the same bytes share."""
        found = np.empty(len(self), np.uint64)
        for row, path in enumerate(self.paths):
            if cancelled():
                raise Cancelled
            try:
                digest = hashlib.blake2b(Path(path).read_bytes(), digest_size=8).digest()
            except OSError:
                digest = hashlib.blake2b(path.encode(), digest_size=8).digest()
            found[row] = int.from_bytes(digest, "little")
        return found

    def _one(self, row: int) -> Array:
        try:
            return read_picture(Path(self.paths[row]), self._spec)
        except (BadInput, OSError) as error:
            self.faults[row] = str(error)
            return np.zeros(self.shape[1:], np.uint8)


def open_folders(spec: Images, base: Path) -> dict[Part, tuple[PictureFiles, Target]]:
    """The pictures of each part and their classes; BadInput where a folder has none."""
    check_size(spec)
    wanted = resolved(spec, base)
    folders = wanted.folder, wanted.validation_folder, wanted.test_folder
    found: dict[Part, tuple[PictureFiles, Target]] = {}
    names: tuple[str, ...] = ()
    for part, folder in zip(get_args(Part), folders, strict=True):
        if folder is None:
            continue
        place = base / Path(folder).expanduser()
        listed = listing(place)
        names = names or listed.classes
        unknown = sorted(set(listed.classes) - set(names))
        if unknown:
            raise BadInput(
                Sentence("{0} has pictures of {1!r}, which is none of the classes to learn.", place, unknown[0])
            )
        if not listed.count:
            raise BadInput(Sentence("{0} has no pictures in its {1} subfolders.", place, len(listed.classes)))
        labels = [names.index(name) for name, files in zip(listed.classes, listed.files, strict=True) for _ in files]
        paths = [os.fspath(path) for files in listed.files for path in files]
        found[part] = PictureFiles(paths, spec), Target((np.array(labels),), ("class",), names)
    return found
