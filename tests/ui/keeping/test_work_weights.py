"""Which weights of a run that goes on the work database is given."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from nnviz.backend.state import State
from nnviz.project.runs import Run, Snapshot, now
from nnviz.training.messages import SnapshotTaken
from nnviz.ui.keeping.work_weights import WeightsOnTheWay
from tests.project.examples import xor


class Session(QObject):
    """What is asked of a session."""

    snapshot_taken = Signal(object)
    engine_lost = Signal(str)
    refused = Signal(object)
    state, epoch, asked = State.TRAINING, 5, ""

    def take_snapshot(self, path: str) -> None:
        self.asked = path


def test_the_newest_weights_are_given_be_they_its_own_or_those_that_the_run_has(qapp: object, tmp_path: Path) -> None:
    session = Session()
    run = Run(1, now(), xor(), snapshots=(Snapshot(3, "last", tmp_path / "run.safetensors"),))
    running = SimpleNamespace(session=session, unkept=True, runs=(run,), scratch_file=tmp_path.__truediv__)
    weights = WeightsOnTheWay(running, session)  # type: ignore[arg-type]
    weights.follow()
    Path(session.asked).write_bytes(b"weights")
    session.snapshot_taken.emit(SnapshotTaken(session.asked, 5))
    assert weights.with_newest((run,))[-1].snapshots == (Snapshot(5, "last", Path(session.asked)),)
    session.snapshot_taken.emit(SnapshotTaken(str(tmp_path / "run.safetensors"), 7))  # as Save has it taken
    assert weights.with_newest((run,)) == (run,)
