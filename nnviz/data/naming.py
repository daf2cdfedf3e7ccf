"""What files of data are called: enough to tell them from projects and models, without a look at what they hold."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.sentences import Sentence

SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".dat", ".parquet", ".pq", ".xlsx", ".xlsm", ".npy", ".gz")
IDX_NAME = "ubyte"  # how files in MNIST's format are called, with no suffix


def may_be_data(path: Path) -> bool:
    """Whether *path* is called as data are, or is a folder; what it holds is found out where it is chosen."""
    if path.suffix.lower() == ".npz":
        return _holds_samples(path)
    return path.is_dir() or path.suffix.lower() in SUFFIXES or IDX_NAME in path.name


def refuse_odd_name(name: str) -> None:
    """BadInput where *name*, of a file or a folder, is not in UTF-8: no project could say it, nor duckdb read it."""
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        shown = os.fsencode(Path(name).name).decode("utf-8", "replace")
        raise BadInput(Sentence("{0} cannot be read: its name, or that of its folder, is not in UTF-8.", shown))


def _holds_samples(path: Path) -> bool:
    """Whether the archive *path* is data rather than weights; what cannot be read is left to the reader to refuse."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not {"x.npy", "x_train.npy"}.isdisjoint(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return True
