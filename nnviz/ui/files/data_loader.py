"""Loading what the document learns from, off the window's thread: how far that is, and giving it up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec
from nnviz.ui.program.background import Background
from nnviz.ui.program.telling import Teller

PATIENCE_MS = 500  # what is loaded sooner changes nothing on screen until it is there


class DataLoader(QObject):
    """Loads one reference at a time; a newer one overtakes.

    Signals:
        done: the rows of the newest one.
        failed: a sentence why they cannot be used, in the window's language.
        lingers: a person has to wait for them.
        progressed: which share of the work is done, in [0, 1].
    """

    done = Signal(object)
    failed = Signal(str)
    lingers = Signal()
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[DataSpec, Path, Dataset] | None = None
        self._teller: Teller | None = None
        self._reads: tuple[DataSpec, Path] | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.lingers)

    @property
    def busy(self) -> bool:
        """Whether rows are on their way."""
        return self._background.busy

    @property
    def lasts(self) -> bool:
        """Whether a person waits for them already."""
        return self.busy and not self._patience.isActive()

    def reads(self, spec: DataSpec, base: Path) -> bool:
        """Whether the rows that are on their way are those of *spec*."""
        return self._reads == (spec, base)

    def hand_over(self, spec: DataSpec, base: Path, dataset: Dataset) -> None:
        """*dataset* is what *spec* holds, so that the next ``load`` of it, and no later one, need not read it again."""
        self._known = spec, base, dataset

    def known(self, spec: DataSpec, base: Path) -> Dataset | None:
        """What was handed over as the rows of *spec*."""
        return self._known[2] if self._known is not None and self._known[:2] == (spec, base) else None

    def load(self, spec: DataSpec, base: Path) -> None:
        """Load *spec*; relative paths count from *base*."""
        known, self._known = self._known, None
        self.cancel()
        if known is not None and known[:2] == (spec, base):
            self.done.emit(known[2])
            return
        self._reads = spec, base
        teller = self._teller = Teller()
        teller.came.connect(self._tell)
        self._patience.start()
        self._background.run(partial(_read, spec, base, teller))

    def cancel(self) -> None:
        """Give up what is being loaded; nothing more is heard of it."""
        self._rest()
        self._background.cancel()

    def shutdown(self) -> None:
        """Nobody waits any more for what is being loaded."""
        self.cancel()

    def _rest(self) -> None:
        self._teller = self._reads = None
        self._patience.stop()

    def _tell(self, hundredths: int) -> None:
        if self.sender() is self._teller:  # a loader that was overtaken may still be telling
            self.progressed.emit(hundredths / 100)

    def _take(self, dataset: Dataset) -> None:
        self._rest()
        self.done.emit(dataset)

    def _fail(self, sentence: str) -> None:
        self._rest()
        self.failed.emit(sentence)


def _read(spec: DataSpec, base: Path, teller: Teller, cancelled: Callable[[], bool]) -> Dataset:
    # Imported on the loader's thread: readers bring their libraries with them. What the window makes of the data
    # asks for the free memory.
    import psutil  # noqa: F401

    from nnviz.data.shown import load_to_show

    return load_to_show(spec, base, cancelled, teller.tell)
