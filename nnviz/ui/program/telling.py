"""How far a piece of work is, from the thread that does it to the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Teller(QObject):
    """Brings the share from a loader's thread to the window's, once for each hundredth.

    Signals:
        came: so many hundredths are done.
    """

    came = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._told = -1

    def tell(self, share: float) -> None:
        """*share* in [0, 1] of the work is done; called on the loader's thread."""
        hundredths = min(100, int(100 * share))
        if hundredths != self._told:
            self._told = hundredths
            self.came.emit(hundredths)
