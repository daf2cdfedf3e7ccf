"""Projects that come and go in one window: what is of one never gets into another."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project.files import Contents, open_project, save_project
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from tests.e2e.conftest import LATER, Hand

SHORT, ENDLESS = Recipe(epochs=30), Recipe(epochs=1_000_000)  # of the seed that an empty window has


def kernel(hand: Hand) -> NDArray[np.float32]:
    hand.wait(lambda: "hidden_1" in hand.window.live.kernels, LATER)
    return hand.window.live.kernels["hidden_1"].matrix.copy()


def shown(hand: Hand, expected: NDArray[np.float32]) -> None:
    def same() -> bool:
        found = hand.window.live.kernels.get("hidden_1")
        return found is not None and np.array_equal(found.matrix, expected)

    hand.wait(same, LATER)


def moons(hand: Hand, recipe: Recipe) -> None:
    window = hand.window
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        window.document.edit_recipe(recipe, "recipe")


def reset(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.window.session.built, timeout=LATER):
        hand.click(hand.window.topbar.reset)


def test_a_new_project_starts_untrained(hand: Hand) -> None:
    initial, window = kernel(hand), hand.window
    moons(hand, SHORT)
    hand.train_to_the_end()
    assert not np.array_equal(kernel(hand), initial)
    window.document.undo_stack.setClean()
    window.document.saved_as(Path("trained.nnviz"), window.document.project)
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        window.files.new()
    shown(hand, initial)
    assert (window.session.epoch, window.running.runs) == (0, ())


def test_a_project_opened_while_another_trains_stops_that_and_stands_still(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    initial = kernel(hand)
    moons(hand, ENDLESS)
    other = Project(window.document.network, Builtin(name="moons"), SHORT)
    save_project(tmp_path / "other.json", Contents(other))
    hand.click(window.topbar.train)
    hand.wait(lambda: window.session.epoch > 5, LATER)
    window.files.open(tmp_path / "other.json")
    hand.wait(lambda: window.document.path == tmp_path / "other.json", LATER)
    hand.wait(lambda: window.session.state is State.IDLE, LATER)
    shown(hand, initial)
    assert window.running.runs == ()
    assert window.panes.loss.curves.epochs == 0
    assert not window.document.dirty
    assert hand.train_to_the_end().epoch == 30


def test_a_run_that_ends_after_a_save_is_unsaved_and_the_file_has_its_epochs_so_far(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    kernel(hand)
    moons(hand, ENDLESS)
    hand.click(window.topbar.train)
    hand.wait(lambda: window.session.epoch > 5, LATER)
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(tmp_path / "running.nnviz")
    assert not window.document.dirty
    assert open_project(tmp_path / "running.nnviz").runs[0].epochs > 5
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
        hand.click(window.topbar.stop)
    assert window.document.dirty


@pytest.mark.nightly
def test_loaded_weights_outlive_an_edit_and_reset_takes_them_back(hand: Hand, tmp_path: Path) -> None:
    window, initial = hand.window, kernel(hand)
    moons(hand, SHORT)
    hand.train_to_the_end()
    trained = kernel(hand)
    with hand.qtbot.waitSignal(window.session.exported, timeout=LATER):
        window.running.export("npz", tmp_path / "w.npz")
    reset(hand)
    shown(hand, initial)
    window.files.open_anything(tmp_path / "w.npz")  # weights, though data come in such files too
    shown(hand, trained)
    moons(hand, msgspec.structs.replace(SHORT, batch_size=16))
    shown(hand, trained)
    assert window.topbar.reset.isEnabled()
    reset(hand)
    shown(hand, initial)


def test_other_data_chosen_and_given_up_again_leave_everything_on_screen(hand: Hand) -> None:
    window = hand.window
    kernel(hand)
    moons(hand, SHORT)
    hand.train_to_the_end()
    trained = kernel(hand)
    window.document.edit_data(Builtin(name="iris"), "other data")
    assert window.live.kernels == {}
    window.document.undo_stack.undo()
    shown(hand, trained)
    # The score is known with the facts of the data, which are loaded again.
    hand.wait(lambda: window.panes.loss.curves.epochs == window.panes.score.curves.epochs == 30)


@pytest.mark.nightly
def test_train_pressed_right_after_reset_goes_as_far_as_the_recipe(hand: Hand) -> None:
    window = hand.window
    kernel(hand)
    moons(hand, SHORT)
    hand.train_to_the_end()
    first = window.session.history.column("loss").copy()
    window.document.edit_network(edits.set_args(window.document.network, "hidden_1", units=8), "wider")
    window.document.undo_stack.undo()
    window.running.reset()
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as ended:
        window.running.train()
    assert ended.args[0].epoch == 30
    np.testing.assert_array_equal(window.session.history.column("loss"), first)
