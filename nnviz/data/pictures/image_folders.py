"""Folders of pictures: which classes they have, which files, and which parts are kept apart by their names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nnviz.data.naming import refuse_odd_name
from nnviz.data.pictures.picture import ENDINGS, quiet
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

PARTS = {
    "train": ("train", "training", "trainset"),
    "validation": ("validation", "valid", "val", "dev"),
    "test": ("test", "testing", "testset"),
}
NO_CLASS = ("__MACOSX",)  # beside those whose names start with a dot
LOOKED_AT = 24  # pictures from which a size is proposed
LARGEST_AS_IT_IS = 96  # pixels of a side; larger pictures are made smaller
PROPOSED_SIDE = 64


@dataclass(frozen=True)
class Listing:
    """What a folder of pictures holds, from the names alone.

    Attributes:
        classes: the names of the subfolders.
        files: for each class the paths of its pictures, by name.
    """

    classes: tuple[str, ...]
    files: tuple[tuple[str, ...], ...]

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return sum(map(len, self.files))


def listing(folder: Path) -> Listing:
    """The classes and the files of *folder*, 100,000 of them in a second or so; BadInput where it has no classes."""
    classes = class_folders(folder)
    return Listing(tuple(path.name for path in classes), tuple(tuple(_files(path)) for path in classes))


def class_folders(folder: Path) -> list[Path]:
    """The subfolders of *folder* by name; BadInput where there are none."""
    found = _subfolders(folder)
    if not found:
        raise BadInput(Sentence("{0} has no subfolders: expected one for the pictures of each class.", folder))
    for path in found:  # they are the names of the classes
        refuse_odd_name(path.name)
    return found


def picture_files(folder: Path) -> list[Path]:
    """The files below *folder* whose names end like a picture's, by name."""
    return [Path(path) for path in _files(folder)]


def parts(folder: Path) -> dict[str, Path]:
    """The folders ``train``, ``validation`` and ``test`` within *folder*, where it is parted so; else nothing.

    It is parted where one of its subfolders is called like the training part, another one like one held back, and
    every one like some part.
    """
    found: dict[str, Path] = {}
    for path in _subfolders(folder):
        part = next((part for part, names in PARTS.items() if path.name.lower() in names), None)
        if part is None or part in found:
            return {}
        found[part] = path
    return found if "train" in found and len(found) > 1 else {}


def proposed_look(folder: Path) -> tuple[tuple[int, int], Literal["grey", "rgb"]]:
    """Height and width, and whether in colour, that suit the pictures in *folder*, from a look at a few of them.

    Small pictures keep the size that most of them have; larger ones become squares of 64 pixels.
    """
    from PIL import Image

    sizes: Counter[tuple[int, int]] = Counter()
    grey = True
    listed = listing(folder)
    each = max(1, LOOKED_AT // len(listed.classes))
    with quiet():
        for path in [path for files in listed.files for path in _spread(files, each)][:LOOKED_AT]:
            try:
                with Image.open(path) as picture:
                    sizes[picture.height, picture.width] += 1
                    grey = grey and picture.mode in ("1", "L", "LA", "I", "I;16")
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                continue  # loading names and skips it
    if not sizes:
        return (PROPOSED_SIDE, PROPOSED_SIDE), "rgb"
    size = sizes.most_common(1)[0][0]
    return size if max(size) <= LARGEST_AS_IT_IS else (PROPOSED_SIDE, PROPOSED_SIDE), "grey" if grey else "rgb"


def _spread(files: Sequence[str], count: int) -> Sequence[str]:
    return files[:: max(1, len(files) // count)][:count]


def _subfolders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise BadInput(Sentence("There is no folder {0}.", folder))
    with os.scandir(folder) as entries:
        found = [entry.name for entry in entries if entry.is_dir() and not _hidden(entry.name)]
    return [folder / name for name in sorted(found)]


def _files(folder: Path) -> list[str]:
    """Paths of pictures in the order that their parts have, as ``pathlib`` sorts them."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        place = waiting.pop()
        with os.scandir(os.path.join(folder, *place)) as entries:
            for entry in entries:
                if _hidden(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((*place, entry.name))
                elif entry.name.lower().endswith(ENDINGS) and entry.is_file():
                    found.append((*place, entry.name))
    return [os.path.join(folder, *place) for place in sorted(found)]


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in NO_CLASS
