"""Keeps the data that was loaded last, as long as its files stay what they were."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from nnviz.data.dataset import Dataset, nothing
from nnviz.data.load import load
from nnviz.data.spec import DataSpec

Stamp = tuple[tuple[str, int, int], ...]
SECONDS_BETWEEN = 0.2  # two words on how far reading is, and before the first


class Datasets:
    """Loads data, and gives the same again at once while the reference and the files are unchanged."""

    def __init__(self) -> None:
        self._key: tuple[DataSpec, str, Stamp] | None = None
        self._dataset: Dataset | None = None
        self._before: Dataset | None = None

    def load(
        self,
        spec: DataSpec,
        base: Path,
        cancelled: Callable[[], bool],
        told: Callable[[float], None] = nothing,
    ) -> Dataset:
        """As ``nnviz.data.load.load``: BadInput, or Cancelled soon after ``cancelled()`` turns true.

        *told* is given how far it is, in [0, 1], some times a second where it takes longer than that.
        """
        key = (spec, str(base), _stamp(spec, base))
        if self._dataset is None or key != self._key:
            if self._dataset is not None and self._dataset.streamed:
                self._before = self._dataset  # whoever trains on them may go on to do so, where the new are refused
            self._key = self._dataset = None  # the old data need not be in memory beside the new
            self._dataset = load(spec, base, cancelled, progress=_now_and_then(told))
            self._key = key
        return self._dataset

    def close_before(self) -> None:
        """Nobody uses what was loaded before any more: close its files, which also makes room on the disk."""
        if self._before is not None:
            self._before.close()
            self._before = None


def _now_and_then(told: Callable[[float], None]) -> Callable[[float], None]:
    """*told* at most once in ``SECONDS_BETWEEN``."""
    last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN:
            last = time.monotonic()
            told(share)

    return tell


def _stamp(spec: DataSpec, base: Path) -> Stamp:
    """When the files and folders that *spec* names were last changed, and how large they are."""
    found = []
    for field, value in msgspec.structs.asdict(spec).items():
        if isinstance(value, str):
            try:
                place = base / Path(value).expanduser()
                for path in (place, *(_folders_in(place) if field.endswith("folder") else ())):
                    status = path.stat()
                    found.append((str(path), status.st_mtime_ns, status.st_size))
            except (OSError, RuntimeError):
                continue  # not a file, or not there: loading will say so
    return tuple(found)


def _folders_in(place: Path) -> list[Path]:
    """All folders below *place*: a picture that comes or goes changes its own alone."""
    return sorted(Path(root) / name for root, names, _ in os.walk(place) for name in names)
