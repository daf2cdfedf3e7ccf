"""What files of data are called: enough to tell them from projects and models, without a look at what they hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".dat", ".parquet", ".pq", ".xlsx", ".xlsm", ".npy", ".gz")
IDX_NAME = "ubyte"  # how files in MNIST's format are called, with no suffix


def may_be_data(path: Path) -> bool:
    """Whether *path* is called as data are, or is a folder; what it holds is found out where it is chosen."""
    if path.suffix.lower() == ".npz":
        return _holds_samples(path)
    return path.is_dir() or path.suffix.lower() in SUFFIXES or IDX_NAME in path.name


def _holds_samples(path: Path) -> bool:
    """Whether the archive *path* is data rather than weights; what cannot be read is left to the reader to refuse."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not {"x.npy", "x_train.npy"}.isdisjoint(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return True
