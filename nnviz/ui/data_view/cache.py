"""What was made of the data a moment ago, and the making of what is wanted and not there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.program.background import Background, Work


class Cache(QObject):
    """Gives what is there; the rest is made on another thread, the newest wish first, and the oldest forgotten.

    Args:
        most: how many pieces are kept.

    Signals:
        arrived: pieces that were wanted are there now.
        failed: a sentence why they cannot be made.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._data: OpenData | None = None
        self._held: OrderedDict[int, Any] = OrderedDict()  # by number, what was wanted last at the end
        self._coming: tuple[int, ...] = ()
        self._broken = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)

    def set_data(self, data: OpenData | None) -> None:
        """Make pieces of *data* from now on."""
        self._data = data
        self.forget()

    def forget(self) -> None:
        """Make all anew."""
        self._background.cancel()
        self._held.clear()
        self._coming, self._broken = (), False

    def shutdown(self) -> None:
        """Give up what is being made."""
        self._background.shutdown()

    def _missing(self, wanted: Sequence[int]) -> tuple[int, ...]:
        """Those of the *wanted* that are neither there nor just these on their way; none once making has failed."""
        for number in wanted:
            if number in self._held:
                self._held.move_to_end(number)
        missing = tuple(number for number in wanted if number not in self._held)
        return () if self._broken or missing == self._coming else missing

    def _make(self, missing: tuple[int, ...], work: Work) -> None:
        """Have *work* give what is *missing*, by its number."""
        self._coming = missing
        self._background.run(work)

    def _take(self, made: dict[int, Any]) -> None:
        self._coming = ()
        self._held.update(made)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        self.arrived.emit()

    def _fail(self, sentence: str) -> None:
        self._coming, self._broken = (), True
        self.failed.emit(sentence)
