"""Files that belong together by their names: images and their labels, the training part and those held back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from nnviz.data.pictures.image_folders import PARTS

INPUTS = ("images", "image", "imgs", "x", "data", "features", "inputs", "samples")
ANSWERS = ("labels", "label", "lbls", "y", "targets", "target", "classes", "outputs", "answers")
HELD_BACK = {"validation": PARTS["validation"], "test": ("t10k", *PARTS["test"])}
_WORDS = re.compile(r"[^\W_]+")


def is_answers(name: str) -> bool:
    """Whether a file is called as one of labels is."""
    words = _stem_words(name)
    return any(word in ANSWERS for word in words) and not any(word in INPUTS for word in words)


def answers_of(path: Path) -> Path | None:
    """The file of labels beside the one of inputs at *path*, by the usual names; None where there is none."""
    return _renamed(path, INPUTS, ANSWERS)


def inputs_of(path: Path) -> Path | None:
    """The file of inputs beside the one of labels at *path*; None where there is none."""
    return _renamed(path, ANSWERS, INPUTS)


def part_of(path: Path) -> str:
    """``validation`` or ``test`` where the file is called so, else ``train``."""
    words = _stem_words(path.name)
    return next((part for part, names in HELD_BACK.items() if any(word in names for word in words)), "train")


def is_called_training(path: Path) -> bool:
    """Whether the file is called the training part."""
    return any(word in PARTS["train"] for word in _stem_words(path.name))


def held_back_beside(path: Path, part: str) -> Path | None:
    """The file of *part* (``train``, ``validation``, ``test``) that belongs to the one of another part at *path*.

    ``train-images`` and ``t10k-images`` belong together, as do ``data.csv`` and ``data_test.csv``.
    """
    key = _without_part(path.name)
    others = (other for other in sorted(_neighbours(path)) if other != path and part_of(other) == part)
    return next((other for other in others if _without_part(other.name) == key), None)


def _renamed(path: Path, old: Iterable[str], new: Iterable[str]) -> Path | None:
    """The file beside *path* that has a word of *new* where it has one of *old*."""
    own = _stem_words(path.name)
    places = [i for i, word in enumerate(own) if word in old]
    for other in sorted(_neighbours(path)):
        words = _stem_words(other.name)
        if len(words) != len(own):
            continue
        different = [i for i in range(len(own)) if words[i] != own[i]]
        if different and all(i in places and words[i] in new for i in different):
            return other
    return None


def _neighbours(path: Path) -> list[Path]:
    """The files beside *path* of the same kind; one may be packed and the other not."""
    try:
        return [other for other in path.parent.iterdir() if _kind(other.name) == _kind(path.name) and other.is_file()]
    except OSError:
        return []


def _kind(name: str) -> str:
    name = name.lower().removesuffix(".gz")
    return name[name.rfind(".") :] if "." in name and "idx" not in name else ""


def _stem_words(name: str) -> list[str]:
    """The words of a name without its endings, and without what IDX says of dimensions: ``idx3``, ``ubyte``."""
    stem = name.lower().removesuffix(".gz")
    kind = _kind(name)
    stem = stem[: len(stem) - len(kind)] if kind else stem
    return [word for word in _WORDS.findall(stem) if not re.fullmatch(r"idx\d|ubyte", word)]


def _without_part(name: str) -> tuple[str, ...]:
    parted = {word for names in (*HELD_BACK.values(), PARTS["train"]) for word in names}
    return tuple(word for word in _stem_words(name) if word not in parted)
