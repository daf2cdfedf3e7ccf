"""A learning rate, or a rule of stopping, changed while it trains: as if the network had been built anew, at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from nnviz.data.spec import Builtin
from nnviz.engine.process.pipe import Pipe
from nnviz.engine.process.serve import Server
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.training.messages import Built, Prepare, Quit, Train
from nnviz.training.recipe import OptimizerSpec, ReduceOnPlateau, StopEarly
from tests.engine.projects import hidden, project, session

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
POINTS = Builtin(name="circles", samples=100, noise=0.05)  # 5 training batches of 16, 2 of validation
LAYERS = (hidden("h1", 8), ("drop", "Dropout", {"rate": 0.4}))
STOP = StopEarly(monitor="val_loss", patience=50, restore_best=False)
LOWER = ReduceOnPlateau(monitor="loss", factor=0.5, patience=1, min_delta=10.0)
DONE, INSIDE, MORE = 3, 2, 4


def begun() -> Session:
    """Three epochs and two batches of a run, its learning rate lowered by a plateau."""
    it = session(*LAYERS, data=POINTS, batch_size=16, stop_early=STOP, reduce_on_plateau=LOWER)
    for _ in range(DONE * 5 + INSIDE):
        it.step()
    return it


def changed(it: Session, **recipe: Any) -> Project:
    return replace(it.project, training=msgspec.structs.replace(it.project.training, **recipe))


def adam(**args: Any) -> OptimizerSpec:
    return OptimizerSpec("Adam", args)


def state(it: Session) -> list[Any]:
    return it._loop.state.arrays()


@pytest.mark.parametrize(
    "change",
    [
        {"optimizer": adam(learning_rate=0.05)},
        {"optimizer": adam()},
        {"epochs": 50, "stop_early": msgspec.structs.replace(STOP, patience=2)},
        {"stop_early": None, "reduce_on_plateau": None},
    ],
)
def test_it_goes_on_as_one_that_was_built_anew_to_the_last_bit(change: dict[str, Any]) -> None:
    one, other = begun(), begun()
    wanted = changed(one, **change)
    assert one.can_be_retuned(wanted, one.dataset)
    one.retune(wanted)
    anew = Session(wanted, Path(), other.dataset)
    anew.keep_weights_from(other)
    assert (one.epoch, one.batch, one.begun) == (anew.epoch, anew.batch, anew.begun) == (DONE, INSIDE, True)
    assert (one.learning_rate, one.run_state()) == (anew.learning_rate, anew.run_state())
    for _ in range(MORE * 5):
        a, b = one.step(), anew.step()
        np.testing.assert_array_equal(a.rows, b.rows)
        assert a.ending == b.ending
    for mine, its in zip(state(one), state(anew), strict=True):
        np.testing.assert_array_equal(mine, its)


def test_it_begins_again_as_a_fresh_one() -> None:
    it = begun()
    wanted = changed(it, optimizer=adam(learning_rate=0.05))
    it.retune(wanted)
    it.reset()
    for mine, its in zip(state(it), state(Session(wanted, Path(), it.dataset)), strict=True):
        np.testing.assert_array_equal(mine, its)


@pytest.mark.parametrize(
    "change",
    [
        {"batch_size": 8},
        {"loss": "mse"},
        {"seed": 4},
        {"optimizer": OptimizerSpec("SGD", {"learning_rate": 0.01})},
        {"optimizer": adam(learning_rate=0.01, beta_1=0.8)},
        {"optimizer": adam(learning_rate={"kind": "CosineDecay", "initial_learning_rate": 0.1, "decay_steps": 100})},
        {"stop_early": msgspec.structs.replace(STOP, restore_best=True)},  # which has a graph of its own
    ],
)
def test_what_a_graph_holds_is_built_anew(change: dict[str, Any]) -> None:
    it = session(*LAYERS, data=POINTS, batch_size=16, stop_early=STOP)
    assert not it.can_be_retuned(changed(it, **change), it.dataset)


def test_another_network_or_other_data_are_built_anew_and_what_cannot_be_is_refused() -> None:
    it = session(*LAYERS, data=POINTS, batch_size=16)
    assert it.can_be_retuned(it.project, it.dataset)
    wider = replace(it.project, network=edits.set_args(it.project.network, "h1", units=9))
    assert not it.can_be_retuned(wider, it.dataset)
    assert not it.can_be_retuned(it.project, replace(it.dataset))
    with pytest.raises(BadInput, match="learning rate"):
        it.can_be_retuned(changed(it, optimizer=adam(learning_rate=-1.0)), it.dataset)


def test_the_engine_builds_nothing_for_another_learning_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Session] = []

    class Counted(Session):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            made.append(self)

    monkeypatch.setattr("nnviz.engine.process.serve.Session", Counted)
    it = project(hidden("h1", 4), data=POINTS)
    faster = replace(it, training=it.training.with_optimizer(learning_rate=0.5))
    wider = replace(it, network=edits.set_args(it.network, "h1", units=5))
    window = Window(
        Prepare(project_to_json(it), ".", keep=False),
        Train(2),
        Prepare(project_to_json(faster), ".", keep=True),
        Prepare(project_to_json(it), ".", keep=False),
        Prepare(project_to_json(wider), ".", keep=True),
        Quit(),
    )
    Server(window).serve()
    built = [event for event in window.told if isinstance(event, Built)]
    assert [event.kept for event in built] == [(), ("h1", "out"), (), ("h1", "out")]
    assert len(made) == 2
    assert made[0].learning_rate == pytest.approx(0.01)


class Window(Pipe):
    """Says one command after the other, and hears what the engine says."""

    def __init__(self, *commands: Any) -> None:
        self.closed, self.told, self._left = False, [], list(commands)

    def take(self, wait: float | None) -> list[Any]:
        return [self._left.pop(0)] if self._left else []

    def peek(self) -> tuple[Any, ...]:
        return ()

    def send(self, event: Any) -> None:
        self.told.append(event)
