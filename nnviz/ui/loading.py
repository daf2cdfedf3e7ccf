"""Data loaded off the window's thread; a newer wish overtakes an older one."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from nnviz.data.spec import DataSpec
from nnviz.errors import BadInput

log = logging.getLogger(__name__)


class DataLoader(QObject):
    """Loads one data reference at a time.

    Signals:
        loaded: the Dataset of the newest reference.
        failed: a sentence why there is none.
    """

    loaded = Signal(object)
    failed = Signal(str)
    _arrived = Signal(int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(1000)
        self._wish = 0
        self._cancel = Event()
        self._arrived.connect(self._deliver)

    def load(self, spec: DataSpec, base: Path) -> None:
        """Load *spec*; whatever was loading is cancelled and never delivered."""
        self.cancel()
        self._cancel = Event()
        self._pool.start(_Job(self, self._wish, spec, base, self._cancel))

    def cancel(self) -> None:
        """Deliver nothing of what is loading now."""
        self._cancel.set()
        self._wish += 1

    def shutdown(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, wish: int, dataset: Any, sentence: str) -> None:
        if wish != self._wish:
            return
        if sentence:
            self.failed.emit(sentence)
        else:
            self.loaded.emit(dataset)


class _Job(QRunnable):
    def __init__(self, loader: DataLoader, wish: int, spec: DataSpec, base: Path, cancel: Event) -> None:
        super().__init__()
        self._loader, self._wish, self._spec, self._base, self._cancel = loader, wish, spec, base, cancel

    def run(self) -> None:
        if self._cancel.is_set():
            return
        dataset, sentence = None, ""
        try:
            from nnviz.data.load import load

            dataset = load(self._spec, self._base, self._cancel.is_set)
        except BadInput as error:
            sentence = str(error)
        except Exception as error:  # whatever a file does to a reader must not take the window down
            log.exception("loading data failed")
            sentence = f"The data could not be loaded: {error}"
        if not self._cancel.is_set():
            self._loader._arrived.emit(self._wish, dataset, sentence)
