"""What stands in the engine, against what is drawn: what is asked for next, and whether it keeps what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.plan import fingerprint
from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.data.spec import DataSpec
from nnviz.network.spec import NetworkSpec
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.ui.document import Document
from nnviz.ui.keeping.keeping import RunKeeper
from nnviz.ui.training.resting import Resting

SETTLE_MS = 180  # so long after the last edit the engine builds what is drawn


@dataclass(frozen=True)
class Extract:
    """What is needed of a run to go on from it, as files that the engine reads.

    Attributes:
        weights: a snapshot.
        epoch: after so many epochs.
        kept: the folder of the snapshots that were kept along the run.
    """

    weights: Path
    epoch: int
    kept: Path


class RunStanding(QObject):
    """The state that ``RunController`` is made of, and the questions about it.

    Signals:
        curves_restarted: the next epochs start from the initial weights again.
        changes_changed: what was changed in the run that goes on is another list.
        nothing_to_build: what is drawn is again what stands in the engine.
        runs_changed: there are other runs, or another one stands, or something else is known of one.
    """

    curves_restarted = Signal()
    changes_changed = Signal()
    nothing_to_build = Signal()
    runs_changed = Signal()

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.session = document, session
        self._keeper = RunKeeper(session, self)
        self._restores = False  # the weights of the opened project are on their way into the engine
        self._from_zero = False  # a network with its initial weights is on its way
        self._begins_anew = False  # the run that goes on was asked to end, so that another can begin on other data
        self._loaded = False  # weights of a file were put into the network
        self._brought: Path | None = None  # weights from elsewhere, for whatever network is built before any training
        self._stood = False  # whether the engine that runs has built something
        self._anew = False  # of the network that was trained no layer is left: what is drawn now starts afresh
        self._emptied: NetworkSpec | None = None  # as it was drawn before the last of its layers were taken away
        self._drawn = document.network
        self._standing = b""  # the project that stands in the engine, and that a run is a run of
        self._built_data = document.data_spec
        self.looks_at: int | None = None  # the epoch that a person looks back at; None for the present
        self._to_load: tuple[Path, int] | None = None  # snapshots, up to an epoch, of the run that is restored
        self._shown_data: DataSpec | None = None  # of the network in the engine; None while none of this project stands
        self._extract: Extract | None = None  # of the run that was opened last
        self._asked = b""  # the project that the engine was last asked to build
        self._written = (document.project, b"")  # the project of which the JSON form was asked for last, with it
        self.replaced = 0  # how often weights of another moment took the place of those that stood: forks, other runs
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._resting = Resting(session, self._settle, self)

    @property
    def moved(self) -> bool:
        """Whether the weights are others than the initial ones."""
        return self.session.epoch > 0 or self.session.in_run or self._loaded

    @property
    def shows_drawn_data(self) -> bool:
        """Whether what the engine shows is of the data that are chosen now."""
        return self._shown_data in (None, self.document.data_spec)

    def _project(self) -> tuple[bytes, str]:
        """The JSON form of what is drawn, which is written once for each edit, and where its paths start from."""
        project = self.document.project
        if self._written[0] is not project or not self._written[1]:
            self._written = project, project_to_json(project)
        return self._written[1], str(self.document.base)

    def _ask(self) -> tuple[bytes, str]:
        self._asked = self._project()[0]
        return self._project()

    def _stands_as_drawn(self) -> bool:
        """Whether the engine was asked for what is drawn: where a layer stands does not matter."""
        base, training = str(self.document.base), self.session.state is State.TRAINING
        asked = self._asked
        return bool(asked) and fingerprint(asked, base, training) == fingerprint(*self._project(), training)

    def _keeps(self) -> bool:
        """Other data are another problem; an untrained network starts as a fresh one would, so that a run repeats."""
        moved = self._restores or (self.moved and not self._from_zero)
        return moved and not self._anew and self.document.data_spec == self._built_data

    def _kept(self) -> bool:
        """Whether the weights that stand are kept for what is asked for now; where not, they are on their way out."""
        keep = self._stands_as_drawn() or self._keeps()
        if not keep:
            self._forget_weights()
        return keep

    def _forget_weights(self) -> None:
        self._from_zero, self._loaded, self._brought = True, False, None

    def _take_brought(self) -> None:
        """Have what is drawn built with the weights from elsewhere; a layer that they do not fit starts anew."""
        untrained = self.session.epoch == 0 and not self.session.in_run
        if self._brought is None or self._anew or not untrained or self.document.data_spec == self._built_data:
            return
        self._from_zero, self._loaded = False, True
        self._built_data = self.document.data_spec
        self.session.prepare(*self._ask(), keep=False, weights=str(self._brought))

    def _trained(self) -> Project:
        """What stands in the engine; as it is drawn now, where that trains the same."""
        base = str(self.document.base)
        if not self._standing or fingerprint(self._standing, base) == fingerprint(*self._project()):
            return self.document.project
        return project_from_json(self._standing)
