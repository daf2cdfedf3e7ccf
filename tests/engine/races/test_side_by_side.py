"""Variants that take turns in one engine come to the very values that each comes to alone."""

from __future__ import annotations

import gc
import weakref
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from nnviz.data.dataset import Cancelled
from nnviz.data.load import load
from nnviz.engine.loop import trainer
from nnviz.engine.past import kept
from nnviz.engine.races import side_by_side
from nnviz.engine.races.side_by_side import SideBySide
from nnviz.engine.session import Session
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.project.race import entries, things
from nnviz.training import racing
from nnviz.training.messages import (
    KeptSaved,
    LaneBuilt,
    LaneEnded,
    LaneEpochs,
    Race,
    RaceGoes,
    RaceGoOn,
    RaceKeep,
    RacePause,
    RaceRested,
    RaceStop,
    Refused,
    SnapshotTaken,
)
from tests.engine.projects import CIRCLES, hidden, project

EPOCHS = 30
DROPPING = project(hidden(units=6, activation="tanh"), ("drop", "Dropout", {"rate": 0.3}), data=CIRCLES, epochs=EPOCHS,
                   batch_size=8)  # fmt: skip


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without XLA, which differs in the last bits and comes in at a moment that depends on the machine."""
    monkeypatch.setattr(trainer, "WORTH_COMPILING", inf)


class Hall:
    """A race without a pipe: what is said of it, and a way to go on until something is."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said, self.rested = folder, list[Any](), 0
        dataset = load(CIRCLES, Path())
        self.interrupted = 0  # how often a command is still to come first when the data are loaded
        self.race = SideBySide(self.said.append, lambda _spec, _base: self._load(dataset), self._rest, lambda: 64 << 20)

    def _load(self, dataset: Any) -> Any:
        if self.interrupted:
            self.interrupted -= 1
            raise Cancelled
        return dataset

    def _rest(self) -> None:
        self.rested += 1

    def tell(self, command: Any) -> None:
        self.race.handlers[type(command)](command)

    def begin(self, *projects: Project) -> None:
        lanes = tuple(
            racing.Lane(project_to_json(one), str(self.folder / f"{n}.safetensors"), str(self.folder / f"kept-{n}"))
            for n, one in enumerate(projects)
        )
        self.tell(Race(lanes, "."))

    def work(self, until: Any = lambda: False) -> None:
        """Go on until nothing is left to do, or *until* says so."""
        while not until() and (self.race.goes or self.race.writes):
            self.race.write_some()
            self.race.work()

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.said if isinstance(event, kind)]

    def rows(self, lane: int) -> Any:
        return np.concatenate([event.epochs.rows for event in self.of(LaneEpochs) if event.lane == lane])

    def weights(self, lane: int) -> dict[str, Any]:
        return safetensors.numpy.load_file(self.folder / f"{lane}.safetensors")


def alone(one: Project, folder: Path) -> tuple[Any, dict[str, Any]]:
    """The same recipe trained alone: the rows of its epochs, and everything in its snapshot."""
    session, rows = Session(one, Path()), []
    while True:
        piece = session.advance(one.training.epochs, 7)
        rows.append(piece.rows)
        if piece.ending is not None:
            break
    session.save_snapshot(folder / "alone.safetensors")
    session.close()
    return np.concatenate([r for r in rows if len(r)]), safetensors.numpy.load_file(folder / "alone.safetensors")


def follows_alone(hall: Hall, lane: int, variant: Project, folder: Path) -> None:
    """Whether the variant came to what it comes to alone, to the last bit of its epochs, weights and optimizer."""
    rows, weights = alone(variant, folder)
    np.testing.assert_array_equal(hall.rows(lane), rows)
    assert weights.keys() == hall.weights(lane).keys()
    for name, array in weights.items():
        np.testing.assert_array_equal(hall.weights(lane)[name], array, err_msg=f"{lane}: {name}")


def test_each_variant_is_bit_for_bit_what_it_is_alone_through_turns_a_pause_and_a_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "TURN", 0.0)
    wide = entries(DROPPING, "units", ("6", "12"), 60)[1].project
    sgd = entries(DROPPING, "optimizer", ("SGD", "Adam"), 60)[0].project
    broken = project(("conv", "Conv2D", {"filters": 2, "kernel_size": 3}), data=CIRCLES, epochs=EPOCHS)
    hall = Hall(tmp_path)
    hall.begin(wide, sgd, broken)
    hall.work(lambda: {event.lane for event in hall.of(LaneEpochs)} == {0, 1})
    assert not hall.of(LaneEnded)[1:]  # but for the broken one, none has ended while another had not begun
    hall.tell(RaceKeep())
    hall.work(lambda: not hall.race.writes)
    assert len(hall.of(SnapshotTaken)) == 2
    hall.tell(RacePause())
    assert (hall.race.goes, hall.race.stands, hall.of(RaceRested)[-1].kind) == (False, True, "paused")
    hall.work()
    hall.tell(RaceGoOn())
    hall.work()
    assert (hall.of(RaceRested)[-1].kind, hall.rested) == ("over", 2)
    endings = {event.lane: event.ending for event in hall.of(LaneEnded)}
    assert {lane: ending.kind for lane, ending in endings.items()} == {0: "finished", 1: "finished", 2: "failed"}
    assert endings[2].sentence
    done = {0: 0, 1: 0}
    for event in hall.of(LaneEpochs):
        # Each turn is of the one that has done least; an epoch whose validation part is still to come counts as done.
        assert done[event.lane] <= min(done.values()) + 1
        done[event.lane] = event.epochs.last
    for lane, variant in enumerate((wide, sgd)):
        follows_alone(hall, lane, variant, tmp_path)
        seconds = [event.epochs.seconds for event in hall.of(LaneEpochs) if event.lane == lane]
        assert seconds == sorted(seconds)
        assert endings[lane].seconds >= seconds[-1] > 0  # a clock of its own
    files = {Path(event.folder).name: event for event in hall.of(KeptSaved)}
    for lane in (0, 1):
        kept = files[f"kept-{lane}"]
        assert (kept.epochs[0], kept.epochs[-1]) == (0, EPOCHS)
        assert all((tmp_path / f"kept-{lane}" / name).exists() for name in kept.files)


@pytest.mark.nightly
@pytest.mark.parametrize("thing", ["optimizer", "activation", "width_and_depth", "batch_size", "seed"])
def test_whatever_a_race_is_about_its_variants_come_to_what_they_come_to_alone(tmp_path: Path, thing: str) -> None:
    chosen = next(t for t in things(DROPPING) if t.key == thing)
    variants = [entry.project for entry in entries(DROPPING, thing, chosen.usual, 60)]
    hall = Hall(tmp_path)
    hall.begin(*variants)
    hall.work()
    for lane, variant in enumerate(variants):
        follows_alone(hall, lane, variant, tmp_path)
    if chosen.same_start:
        first = [next(iter(sorted((tmp_path / f"kept-{n}").glob("0-*")))) for n in range(len(variants))]
        kernels = [safetensors.numpy.load_file(file)["h1/kernel"] for file in first]
        assert all(np.array_equal(kernel, kernels[0]) for kernel in kernels)


def test_a_large_race_says_that_it_goes_on_names_only_files_that_are_there_and_loads_again_after_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LARGE", 0)  # the initial weights of large networks are not written
    monkeypatch.setattr(side_by_side, "TELLING", 0.0)
    hall = Hall(tmp_path)
    hall.interrupted = 2
    hall.begin(DROPPING)
    hall.work()
    assert hall.interrupted == 0
    assert [event.ending.kind for event in hall.of(LaneEnded)] == ["finished"]
    assert hall.of(RaceGoes)
    (saved,) = hall.of(KeptSaved)
    assert saved.epochs[-1] == EPOCHS
    assert 0 not in saved.epochs
    assert all((Path(saved.folder) / name).exists() for name in saved.files)


def test_a_race_that_is_stopped_while_it_is_built_ends_every_variant(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.begin(DROPPING, DROPPING)
    hall.work(lambda: bool(hall.of(LaneBuilt)))
    hall.tell(RaceStop())
    hall.work()
    assert [(event.lane, event.ending.kind, event.ending.epoch) for event in hall.of(LaneEnded)] == [
        (0, "stopped", 0), (1, "stopped", 0),
    ]  # fmt: skip
    assert not hall.race.stands


def test_no_session_outlives_the_race_it_was_made_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Session]] = []
    closed: list[int] = []
    begin, close = Session.__init__, Session.close

    def noted(session: Session, *args: Any) -> None:
        made.append(weakref.ref(session))
        begin(session, *args)

    monkeypatch.setattr(Session, "__init__", noted)
    monkeypatch.setattr(Session, "close", lambda session: (closed.append(id(session)), close(session)))
    hall = Hall(tmp_path)
    hall.begin(DROPPING, DROPPING)
    hall.work(lambda: len(hall.of(LaneBuilt)) == 2)
    hall.tell(RaceStop())  # one stands, one was being traced
    assert len(closed) == 1
    hall.work()
    assert len(closed) == len(set(closed)) == 2
    gc.collect()
    assert [session() for session in made] == [None, None]


def test_a_race_that_is_paused_and_stopped_at_once_is_written_once_as_it_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    monkeypatch.setattr(Session, "close", lambda session: closed.append(session.epoch))
    hall = Hall(tmp_path)
    hall.begin(DROPPING)
    hall.work(lambda: bool(hall.of(LaneEpochs)))
    hall.tell(RacePause())
    hall.race.write_some()  # its weights; the snapshots along it are still to come
    hall.tell(RaceStop())
    hall.work()
    (ended,) = hall.of(LaneEnded)
    assert [taken.epoch for taken in hall.of(SnapshotTaken)] == [ended.ending.epoch] * 2
    assert closed == [ended.ending.epoch]
    hall.said.clear()
    hall.begin(DROPPING)
    hall.work(lambda: bool(hall.of(LaneEpochs)))
    hall.tell(RacePause())
    hall.tell(RaceStop())
    hall.work()
    assert len(hall.of(SnapshotTaken)) == len(hall.of(KeptSaved)) == 1


def test_a_variant_that_cannot_be_written_is_closed_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Session] = []
    monkeypatch.setattr(Session, "close", lambda session: closed.append(session))
    hall = Hall(tmp_path)
    (tmp_path / "0.safetensors").mkdir()  # where its file is to stand
    hall.begin(DROPPING, DROPPING)
    hall.work()
    assert [Path(taken.path).name for taken in hall.of(SnapshotTaken)] == ["1.safetensors"]
    assert len(closed) == 2
    (refused,) = hall.of(Refused)
    assert (refused.command, "is a folder" in refused.sentence) == ("RaceKeep", True)
