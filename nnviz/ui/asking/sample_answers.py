"""Asks the engine what the network says to the sample that is selected in the data pane, while it learns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer

from nnviz.backend.session import TrainingSession
from nnviz.data.dataset import Dataset
from nnviz.data.profile.viewing import Part
from nnviz.training.messages import Tried
from nnviz.ui.document import Document
from nnviz.ui.panes.data_pane import DataPane
from nnviz.ui.program.background import Background
from nnviz.ui.training.running import RunController

FIRST_NUMBER = 1 << 32  # what others ask for has lower numbers
AGAIN_MS = 120  # between two answers while the network learns


@dataclass(frozen=True)
class _Wanted:
    """The prepared sample *x*, float32 bytes, of the *row* of the source, which is in *part*."""

    row: int
    part: str
    x: bytes


class SampleAnswers(QObject):
    """Keeps the answer in the data pane up to date; nothing is asked while nobody looks.

    Args:
        margin: says whether a yes-or-no answer lies in [-1, 1].
    """

    def __init__(
        self, pane: DataPane, document: Document, session: TrainingSession, running: RunController,
        margin: Callable[[], bool], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._pane, self._document, self._session, self._running = pane, document, session, running
        self._margin = margin
        self._wanted: _Wanted | None = None
        self._number = FIRST_NUMBER
        self._waiting = False
        self._soon = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._soon.timeout.connect(self._ask)
        self._finding = Background(self)
        self._finding.done.connect(self._take)
        pane.row_selected.connect(self._follow)
        document.data_changed.connect(self._follow)
        document.facts_changed.connect(self._follow)
        session.weights_changed.connect(self._ask_soon)
        session.built.connect(self._ask_again)
        session.tried.connect(self._show)

    def take_over(self, other: SampleAnswers) -> None:
        """Go on with the numbers of *other*: its answers are not for this one."""
        self._number = other._number

    def shutdown(self) -> None:
        """Give up a sample that is on its way."""
        self._soon.stop()
        self._finding.shutdown()

    def _follow(self) -> None:
        """Another row, or other data: find the sample as the network is given it."""
        self._wanted = None
        self._finding.cancel()
        row, dataset = self._pane.row, self._document.dataset
        if row is not None and dataset is not None:
            file = self._pane.part
            self._finding.run(lambda _cancelled: _prepared(dataset, row, file))

    def _take(self, wanted: _Wanted | None) -> None:
        self._wanted = wanted
        if wanted is not None:
            self._pane.view.show_part(wanted.row, wanted.part)
        self._ask_again()

    def _ask_again(self) -> None:
        """Ask now, whatever was asked before."""
        self._waiting = False
        self._ask()

    def _ask_soon(self) -> None:
        if self._wanted is not None and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        wanted = self._wanted
        if wanted is None or self._waiting or self._pane.row != wanted.row or not self._running.shows_drawn_data:
            return
        self._number += 1
        self._waiting = self._session.try_sample(self._number, wanted.x)

    def _show(self, tried: Tried) -> None:
        if tried.number != self._number or self._wanted is None:
            return
        self._waiting = False
        if self._pane.row == self._wanted.row:
            values = np.array(tried.answer, np.float32)
            facts = self._document.facts
            self._pane.view.show_answer(values, facts, margin=self._margin(), learned=tried.epoch > 0)


def _prepared(dataset: Dataset, row: int, file: Part) -> _Wanted | None:
    """The sample of the 0-based *row* of the *file* of a part; None where it is in no part."""
    found = dataset.origins.find(row, file) if dataset.origins is not None else None
    if found is None:
        return None
    name, number = found
    sample = np.asarray(getattr(dataset, name).x[number : number + 1], "<f4")
    return _Wanted(row, name, sample.tobytes())
