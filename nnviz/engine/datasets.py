"""Keeps the data that was loaded last, as long as its files stay what they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.data.spec import DataSpec

Stamp = tuple[tuple[str, int, int], ...]


class Datasets:
    """Loads data, and gives the same again at once while the reference and the files are unchanged."""

    def __init__(self) -> None:
        self._key: tuple[DataSpec, str, Stamp] | None = None
        self._dataset: Dataset | None = None
        self._before: Dataset | None = None

    def load(self, spec: DataSpec, base: Path, cancelled: Callable[[], bool]) -> Dataset:
        """As ``nnviz.data.load.load``: BadInput, or Cancelled soon after ``cancelled()`` turns true."""
        key = (spec, str(base), _stamp(spec, base))
        if self._dataset is None or key != self._key:
            if self._dataset is not None and self._dataset.streamed:
                self._before = self._dataset  # whoever trains on them may go on to do so, where the new are refused
            self._key = self._dataset = None  # the old data need not be in memory beside the new
            self._dataset = load(spec, base, cancelled)
            self._key = key
        return self._dataset

    def close_before(self) -> None:
        """Nobody uses what was loaded before any more: close its files, which also makes room on the disk."""
        if self._before is not None:
            self._before.close()
            self._before = None


def _stamp(spec: DataSpec, base: Path) -> Stamp:
    """When the files and folders that *spec* names were last changed, and how large they are."""
    found = []
    for value in msgspec.structs.asdict(spec).values():
        if isinstance(value, str):
            try:
                status = (base / Path(value).expanduser()).stat()
            except (OSError, RuntimeError):
                continue  # not a file, or not there: loading will say so
            found.append((value, status.st_mtime_ns, status.st_size))
    return tuple(found)
