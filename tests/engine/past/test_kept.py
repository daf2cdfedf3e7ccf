"""Snapshots in the engine's memory: what they show is what Keras answers there, and nobody notices that one looks."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest

from nnviz.data.spec import Builtin, Split
from nnviz.engine.past import kept
from nnviz.engine.past.kept import Shelf
from nnviz.engine.past.travel import Travel
from nnviz.engine.session import Session
from nnviz.engine.showing.showing import Pictures
from nnviz.errors import BadInput
from nnviz.training.kept_names import epoch_of, holds_run, remembered
from nnviz.training.messages import (
    KeepWithin,
    Kept,
    KeptSaved,
    LoadKept,
    Look,
    Looked,
    SaveKept,
    Watch,
)
from nnviz.training.pictures import Layers, Predictions, Surface, Weights
from nnviz.training.recipe import ReduceOnPlateau, StopEarly
from tests.engine.projects import hidden, project, session, train

MOONS = Builtin(name="moons", samples=80, noise=0.1, split=Split(validation=0.25))
ALL = Watch(cells=64, surface=9, unit_surface=4, layers=True, predictions=16)


class Window:
    """A session with its snapshots, and all that was said of them."""

    def __init__(self, made: Session, budget: int | None = None) -> None:
        self.session, self.said = made, []
        self.pictures = Pictures(self.said.append)
        self.pictures.watch = ALL
        self.travel = Travel(self.said.append, self.pictures, lambda: self.session)
        if budget is not None:
            self.do(KeepWithin(budget))
        self.travel.stand(made, fresh=True)
        self.travel.begin(made)

    @property
    def shelf(self) -> Shelf:
        return self.travel.shelf

    def do(self, command: object) -> None:
        self.travel.handlers[type(command)](command)
        while self.travel.writes:
            self.travel.write_some()

    def train_fast(self, epochs: int, most: int) -> list[float]:
        """To the end in pieces of *most* epochs; the validation loss after each epoch."""
        losses: list[float] = []
        while True:
            piece = self.session.advance(epochs, most)
            if len(piece.rows):
                losses += piece.rows[:, piece.keys.index("val_loss")].tolist()
            self.travel.follow(self.session, piece)
            if piece.ending is not None:
                self.travel.rest(self.session)
                return losses

    def train(self, epochs: int) -> dict[int, list[np.ndarray]]:
        """To the end; the weights after each piece, as they were then."""
        seen = {self.session.epoch: self.session.model.get_weights()}
        while True:
            piece = self.session.advance(epochs, self.travel.most(self.session, 1))
            self.travel.follow(self.session, piece)
            if self.session.batch == 0:
                seen[self.session.epoch] = self.session.model.get_weights()
            if piece.ending is not None:
                self.travel.rest(self.session)
                return seen

    def of(self, kind: type):
        return next(event for event in reversed(self.said) if isinstance(event, kind))


@pytest.fixture(scope="module")
def window() -> Window:
    made = Window(session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=16, rate=0.03, epochs=12))
    made.seen = made.train(12)
    return made


def everything(it: Session) -> list[np.ndarray]:
    return it._loop.state.arrays()


def test_every_epoch_of_a_short_run_is_kept_bit_for_bit(window: Window) -> None:
    assert window.shelf.epochs == tuple(range(13))
    for epoch, weights in window.seen.items():
        kept = window.shelf.at(epoch).values.weights.values()
        for ours, theirs in zip(kept, weights, strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_what_is_shown_of_an_epoch_is_what_keras_answers_with_those_weights(window: Window) -> None:
    before = everything(window.session)
    window.do(Look(4))
    weights, predictions = window.of(Weights), window.of(Predictions)
    assert (weights.epoch, predictions.epoch, window.of(Looked)) == (4, 4, Looked(4))
    drawn = np.frombuffer(weights.layers[0].kernel, "<f4").reshape(2, 6)
    np.testing.assert_array_equal(drawn, window.seen[4][0])
    np.testing.assert_array_equal(np.frombuffer(weights.layers[0].bias, "<f4"), window.seen[4][1])
    model = keras.models.clone_model(window.session.model)
    model.set_weights(window.seen[4])
    rows = window.session.dataset.validation.x[list(predictions.rows)]
    answers = np.frombuffer(predictions.answers, "<f4").reshape(len(rows), -1)
    np.testing.assert_allclose(answers, model.predict(rows, verbose=0), atol=1e-6)
    assert window.of(Surface).epoch == window.of(Layers).epoch == 4
    for ours, theirs in zip(everything(window.session), before, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    window.do(Look(None))
    assert (window.of(Weights).epoch, window.of(Looked)) == (12, Looked(None))


def test_the_figures_of_the_layers_are_those_that_the_run_had_there(window: Window) -> None:
    again = session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=16, rate=0.03, epochs=12)
    train(again, 5)
    window.do(Look(5))
    for ours, theirs in zip(window.of(Layers).layers, again.layers().layers, strict=True):
        assert ours.gradient_norm == pytest.approx(theirs.gradient_norm, rel=1e-5)
        assert ours.update_ratio == pytest.approx(theirs.update_ratio, rel=1e-5)
    window.do(Look(None))


def test_a_run_that_is_looked_back_at_while_it_trains_ends_as_one_left_alone() -> None:
    def made() -> Session:
        return session(hidden("h1", 6, "tanh"), ("drop", "Dropout", {"rate": 0.3}), data=MOONS, batch_size=30, epochs=5)

    alone, watched = made(), Window(made())
    watched.pictures.watch = Watch(cells=8, layers=True)
    train(alone, 5)
    while True:
        piece = watched.session.advance(5, 1)
        watched.travel.follow(watched.session, piece)
        if watched.session.batch == 0 and watched.session.epoch:
            watched.do(Look(watched.session.epoch // 2))
        if piece.ending is not None:
            break
    for ours, theirs in zip(everything(watched.session), everything(alone), strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_fork_with_nothing_changed_ends_where_the_run_ended(window: Window, tmp_path: Path) -> None:
    window.do(SaveKept(str(tmp_path)))
    saved = window.of(KeptSaved)
    assert (saved.epochs, [epoch_of(name) for name in saved.files]) == (tuple(range(13)), list(range(13)))
    assert all(holds_run(path) for path in tmp_path.iterdir())
    fork = Session(window.session.project, Path(), window.session.dataset)
    fork.restore(tmp_path / saved.files[5])
    assert (fork.epoch, fork.batch, fork.begun) == (5, 0, True)
    train(fork, 12)
    for ours, theirs in zip(fork.model.get_weights(), window.seen[12], strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_snapshots_come_back_from_their_files_up_to_an_epoch(window: Window, tmp_path: Path) -> None:
    window.do(SaveKept(str(tmp_path)))
    names = sorted(path.name for path in tmp_path.iterdir())
    window.do(SaveKept(str(tmp_path)))
    assert sorted(path.name for path in tmp_path.iterdir()) == names  # none is written twice
    (tmp_path / "notes.txt").write_text("not one of them")
    other = Window(Session(window.session.project, Path(), window.session.dataset))
    other.do(LoadKept(str(tmp_path), 7))
    assert other.of(Kept).epochs == tuple(range(8))
    other.do(Look(6))
    drawn = np.frombuffer(other.of(Weights).layers[0].kernel, "<f4").reshape(2, 6)
    np.testing.assert_array_equal(drawn, window.seen[6][0])


def test_a_damaged_file_of_a_snapshot_is_survived(window: Window, tmp_path: Path, capfd: object) -> None:
    (tmp_path / "3-1-1.safetensors").write_bytes(b"nothing of the kind")
    other = Window(Session(window.session.project, Path(), window.session.dataset))
    other.do(LoadKept(str(tmp_path), 7))
    assert other.of(Kept).epochs == (0,)


def test_the_budget_is_kept_to_and_the_best_stays() -> None:
    made = session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, rate=0.03, epochs=60)
    each = made.values().size
    small = Window(made, budget=25 * each)
    small.train(60)
    shelf = small.shelf
    assert shelf.size <= 25 * each
    assert 20 <= len(shelf.epochs) <= 25
    assert {0, shelf.best, 60} <= set(shelf.epochs)
    small.do(KeepWithin(5 * each))
    assert (len(small.shelf.epochs), small.shelf.size <= 5 * each) == (5, True)
    assert {0, shelf.best, 60} <= set(shelf.epochs)


def test_without_room_for_the_optimizer_the_weights_alone_are_kept(tmp_path: Path) -> None:
    made = session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, epochs=3)
    tight = Window(made, budget=10 * made.values().size)
    tight.train(3)
    assert all(tight.shelf.at(epoch).run is None for epoch in tight.shelf.epochs)
    tight.do(SaveKept(str(tmp_path)))
    assert not any(holds_run(path) for path in tmp_path.iterdir())
    fork = Session(made.project, Path(), made.dataset)
    fork.restore(tmp_path / tight.of(KeptSaved).files[2], 2)
    assert (fork.epoch, int(fork.model.optimizer.iterations)) == (2, 0)
    for ours, theirs in zip(fork.model.get_weights(), tight.shelf.at(2).values.weights.values(), strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_of_a_large_network_first_best_and_last_are_kept_while_there_is_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LARGE", 50)
    monkeypatch.setattr(kept, "free_memory", lambda: kept.SPARE * 4 * made.parameters)
    made = session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, rate=0.03, epochs=9)
    large = Window(made, budget=1)
    values = large.train(9)
    shelf = large.shelf
    assert set(shelf.epochs) == {0, shelf.best, 9}
    told = large.of(Kept)
    assert (told.room, told.each, told.short) == (3, 4 * made.parameters, False)
    for ours, theirs in zip(shelf.at(shelf.best or 0).values.weights.values(), values[shelf.best or 0], strict=True):
        np.testing.assert_array_equal(ours, theirs)
    large.do(SaveKept(str(tmp_path)))
    assert large.of(KeptSaved).epochs == shelf.epochs[1:]  # the first follow from the seed


def test_without_memory_nothing_is_kept_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LARGE", 50)
    monkeypatch.setattr(kept, "free_memory", lambda: 0)
    made = session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, epochs=3)
    large = Window(made)
    large.train(3)
    assert large.of(Kept) == Kept((), None, large.shelf.room, 4 * made.parameters, True)


def test_only_snapshots_that_fit_the_network_are_offered() -> None:
    run = Window(session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, epochs=3))
    run.train(3)
    wider = Session(project(hidden("h1", 7, "tanh"), data=MOONS, batch_size=60), Path(), run.session.dataset)
    wider.keep_weights_from(run.session)
    former, run.session = run.session, wider
    run.travel.stand(wider, fresh=False)
    assert run.shelf.epochs == ()
    with pytest.raises(BadInput, match="no snapshots"):
        run.do(Look(2))
    run.session = former
    run.travel.stand(former, fresh=False)
    assert run.shelf.epochs == (0, 1, 2, 3)
    run.travel.stand(former, fresh=True)
    assert run.shelf.epochs == ()


# A rate at which the loss jumps, so that the best epoch is one of many.
JUMPY = {"data": MOONS, "batch_size": 10, "rate": 0.3, "seed": 5}
DROPPING = (hidden("h1", 6, "tanh"), ("drop", "Dropout", {"rate": 0.3}))


def test_the_best_epoch_of_many_in_one_call_is_kept_exactly_and_a_fork_of_it_ends_as_the_run(tmp_path: Path) -> None:
    window = Window(session(*DROPPING, **JUMPY, epochs=90))
    losses = window.train_fast(90, 45)
    best = int(np.argmin(losses)) + 1
    ended = everything(window.session)
    assert best not in (45, 90)  # it is inside a call, or this shows nothing
    if window.travel.writes:  # a slow machine has run it again while it trained
        window.travel.write_some()
    assert (window.shelf.best, window.of(Kept).best, window.travel.writes) == (best, best, False)
    for ours, theirs in zip(everything(window.session), ended, strict=True):
        np.testing.assert_array_equal(ours, theirs)  # the run has not moved for it
    alone = session(*DROPPING, **JUMPY, epochs=90)
    train(alone, best)
    kept = window.shelf.at(best)
    for ours, theirs in zip(kept.values.weights.values(), alone.model.get_weights(), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert kept.run is not None
    assert (kept.run.epoch, kept.run.batch, kept.run.begun) == (best, 0, True)
    window.do(SaveKept(str(tmp_path)))
    saved = window.of(KeptSaved)
    alone.restore(tmp_path / saved.files[saved.epochs.index(best)])
    assert alone.epoch == best
    train(alone, 90)
    for ours, theirs in zip(everything(alone), ended, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword")
@pytest.mark.parametrize("most", [pytest.param(1, marks=pytest.mark.nightly), 40])
def test_a_fork_keeps_what_its_callbacks_remember(tmp_path: Path, most: int) -> None:
    rules = {"stop_early": StopEarly(patience=12), "reduce_on_plateau": ReduceOnPlateau(patience=5, factor=0.5)}
    window = Window(session(hidden("h1", 6, "tanh"), **JUMPY, **rules, epochs=400))
    losses = window.train_fast(400, most)
    assert 12 < len(losses) < 400  # stopped early
    window.do(SaveKept(str(tmp_path)))
    saved = window.of(KeptSaved)
    epoch = window.shelf.best if most > 1 else len(losses) - 4  # four epochs before the end, eight of patience are over
    path = tmp_path / saved.files[saved.epochs.index(epoch)]
    told = {memory.kind: memory for memory in remembered(path)}
    assert told["EarlyStopping"].wait == epoch - 1 - int(np.argmin(losses[:epoch]))
    fork = Session(window.session.project, Path(), window.session.dataset)
    fork.restore(path)
    ended = train(fork, 400)
    assert (ended.ending, fork.epoch) == ("stopped_early", len(losses))
    for ours, theirs in zip(fork.model.get_weights(), window.session.model.get_weights(), strict=True):
        np.testing.assert_array_equal(ours, theirs)  # the best weights are back in both
