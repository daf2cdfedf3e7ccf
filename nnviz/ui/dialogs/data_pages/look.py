"""Loading the chosen data once, off the window's thread, to see whether they can be used and what they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import Dataset
from nnviz.data.sources import keras_sets
from nnviz.data.spec import DataSpec, KerasSet, Series, Table
from nnviz.ui.files.data_loader import DataLoader
from nnviz.ui.program.background import Background
from nnviz.ui.program.telling import Teller

LARGEST_CHECKED = 64 << 20  # a larger file is not loaded twice: once here to be checked and again by the document


class Look(QObject):
    """Loads one reference at a time; a newer one overtakes. What the document is just loading is not read twice.

    Signals:
        loaded: what the newest one holds.
        failed: a sentence why it cannot be used.
        too_large: its file is too large to be loaded for a look.
        progressed: which share of the work is done, in [0, 1].
    """

    loaded = Signal(object)
    failed = Signal(str)
    too_large = Signal()
    progressed = Signal(float)

    def __init__(self, base: Path, parent: QObject, loader: DataLoader) -> None:
        """Relative paths count from *base*; *loader* is the document's."""
        super().__init__(parent)
        self._base, self._loader = base, loader
        self._follows = False  # the document's loader brings what is wanted here
        loader.done.connect(self._take_along)
        loader.failed.connect(self._fail_along)
        loader.progressed.connect(self._tell_along)
        self._teller: Teller | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self.failed)

    @staticmethod
    def waits_for_download(spec: DataSpec) -> bool:
        """Whether *spec* would have to be downloaded, which is asked about first."""
        return isinstance(spec, KerasSet) and keras_sets.missing_bytes(spec) > 0

    def load(self, spec: DataSpec) -> None:
        """Load *spec*."""
        self._follows = self._loader.reads(spec, self._base)
        if self._follows:
            return
        if isinstance(spec, Table | Series) and self._is_large(spec):
            self.too_large.emit()
            return
        teller = self._teller = Teller()
        teller.came.connect(self._tell)
        self._background.run(_loading(spec, self._base, teller))

    def cancel(self) -> None:
        """Give up what is being loaded."""
        self._teller, self._follows = None, False
        self._background.cancel()

    def _tell(self, hundredths: int) -> None:
        if self.sender() is self._teller:  # a loader that was overtaken may still be telling
            self.progressed.emit(hundredths / 100)

    def _take(self, dataset: Dataset) -> None:
        self._teller = None
        self.loaded.emit(dataset)

    def _take_along(self, dataset: Dataset) -> None:
        if self._follows:
            self._follows = False
            self.loaded.emit(dataset)

    def _fail_along(self, sentence: str) -> None:
        if self._follows:
            self._follows = False
            self.failed.emit(sentence)

    def _tell_along(self, share: float) -> None:
        if self._follows:
            self.progressed.emit(share)

    def _is_large(self, spec: Table | Series) -> bool:
        try:
            return (self._base / Path(spec.path).expanduser()).stat().st_size > LARGEST_CHECKED
        except OSError:
            return False  # loading says in a sentence what is wrong with it


def _loading(spec: DataSpec, base: Path, teller: Teller) -> Callable[[Callable[[], bool]], Dataset]:
    def load(cancelled: Callable[[], bool]) -> Dataset:
        from nnviz.data.shown import load_to_show

        return load_to_show(spec, base, cancelled, teller.tell)

    return load
