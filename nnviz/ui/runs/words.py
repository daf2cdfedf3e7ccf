"""Reads off the window's thread what the table says of each run's network and recipe: a project has to be parsed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from nnviz.errors import BadInput
from nnviz.project.run_words import read_words, unread
from nnviz.project.runs import Run
from nnviz.ui.program.background import Background

log = logging.getLogger(__name__)
FIRST = 40  # as many as may be on screen come first


class RunWords(QObject):
    """Has the words of all runs at hand, the newest first.

    Signals:
        came: more of them are.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.done.connect(self._go_on)
        self._runs: Sequence[Run] = ()
        self._hopeless: WeakSet[Run] = WeakSet()  # whose project cannot be read: nobody asks twice

    def follow(self, runs: Sequence[Run]) -> None:
        """Read those of *runs* that are not read yet."""
        self._runs = runs
        if not self._background.busy:
            self._read(FIRST)

    def shutdown(self) -> None:
        """Read no more."""
        self._background.shutdown()

    def _read(self, most: int | None) -> None:
        missing = [run for run in reversed(self._runs) if unread(run) and run not in self._hopeless]
        if missing:
            self._background.run(lambda given_up: _read(missing[:most], given_up))

    def _go_on(self, hopeless: Iterable[Run]) -> None:
        self._hopeless.update(hopeless)
        self.came.emit()
        self._read(None)


def _read(runs: Sequence[Run], given_up: Callable[[], bool]) -> list[Run]:
    """Read the words of *runs*: those of which that cannot be done."""
    hopeless = []
    for run in runs:
        if given_up():
            break
        try:
            read_words(run)
        except (BadInput, OSError):  # said where the run is opened
            hopeless.append(run)
        except Exception:
            log.exception("the words of a run could not be read")
            hopeless.append(run)
    return hopeless
