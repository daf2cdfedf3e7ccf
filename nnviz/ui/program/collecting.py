"""Python's garbage is collected on the window's thread, and on no other.

Python's own collector runs on whichever thread happens to allocate: on one that loads data, or reads what the engine
sends. What it takes apart there may hold a ``QGraphicsItem`` (curves do), which then leaves its scene while the
window's thread paints it: that ends the process. So Python's own collector is off as long as there is a window, and a
timer asks as often as it would have.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000  # rarely: what is destroyed here takes locks of Qt that the engine's thread may want as well


class Collector(QObject):
    """Collects on the thread it was made on, as long as that turns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, with those younger."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(age for age in range(len(due)) if due[age]))
