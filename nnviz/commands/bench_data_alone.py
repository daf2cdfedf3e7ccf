"""A process that reads data in one way for ``nnviz bench data`` and tells in a JSON line how long it took."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.data.dataset import Dataset

LOOKED_EVERY = 0.005  # seconds between two looks at the memory


def main(argv: Sequence[str]) -> int:
    """``STORY PATH``, or ``train PROJECT BYTES PROJECT``; only ``nnviz bench data`` starts this."""
    story, path = argv[0], Path(argv[1])
    if story == "train":
        print(json.dumps(_train(path, int(argv[2]), Path(argv[3]))))
        return 0
    stories: dict[str, Callable[[Path], object]] = {
        "preview": _preview, "look": _look, "load": _load, "loadtxt": _loadtxt, "list": _list,
    }  # fmt: skip
    begun = time.perf_counter()
    stories[story](path)
    print(json.dumps({"seconds": time.perf_counter() - begun}))
    return 0


def _preview(path: Path) -> object:
    from nnviz.data.preview import preview_table

    return preview_table(path)


def _look(path: Path) -> object:
    from nnviz.data.profile.opening import open_views
    from nnviz.data.profile.profiling import profile
    from nnviz.data.spec import Table

    views = open_views(Table(path=str(path)), path.parent)
    try:
        return profile(views)
    finally:
        views["train"].close()


def _load(path: Path) -> object:
    from nnviz.data.load import load
    from nnviz.data.spec import Table

    return load(Table(path=str(path), task="classes"), path.parent, most_bytes=1 << 40)


def _loadtxt(path: Path) -> object:
    import numpy as np

    return np.loadtxt(path, delimiter=",", skiprows=1)


def _list(path: Path) -> object:
    from nnviz.data.pictures.image_folders import listing

    return listing(path).count


def _train(path: Path, most_bytes: int, few: Path) -> dict[str, Any]:
    """Load the data of the project at *path* within *most_bytes* and train its epochs, after the project *few*."""
    _epochs(few, _data(few, None))
    with _Peak() as peak:
        begun = time.perf_counter()
        dataset = _data(path, most_bytes)
        loaded = time.perf_counter()
        _epochs(path, dataset)
        done = time.perf_counter()
    return {"load": loaded - begun, "epoch": done - loaded, "peak": peak.rise, "streamed": dataset.streamed}


def _data(path: Path, most_bytes: int | None) -> Dataset:
    """The data of the project at *path*."""
    from nnviz.data.load import load
    from nnviz.project.files import open_project

    data = open_project(path).project.data
    assert data is not None
    return load(data, path.parent, most_bytes=most_bytes)


def _epochs(path: Path, dataset: Dataset) -> None:
    """Train the project at *path* to the end of its recipe."""
    from nnviz.engine.session import Session
    from nnviz.project.files import open_project

    project = open_project(path).project
    session = Session(project, path.parent, dataset)
    while not session.advance(project.training.epochs).ending:
        pass
    session.close(wait=True)


class _Peak:
    """The most memory that this process has within a block, beyond what it has at its start.

    Attributes:
        rise: in bytes.
    """

    def __init__(self) -> None:
        self.rise = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Peak:
        import psutil

        self._process = psutil.Process()
        self._base = self._process.memory_info().rss
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._over.wait(LOOKED_EVERY):
            self._look()

    def _look(self) -> None:
        self.rise = max(self.rise, self._process.memory_info().rss - self._base)
