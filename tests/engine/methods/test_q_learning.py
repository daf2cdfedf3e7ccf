"""Q-learning against numpy by hand, against value iteration, and the script that holds the same class."""

from __future__ import annotations

import contextlib
import io
import itertools
from pathlib import Path

import keras
import msgspec
import numpy as np
import pytest
import tensorflow as tf

from nnviz.data.sources import catch
from nnviz.data.spec import Builtin
from nnviz.engine.methods import q_learning, step_of
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project import lessons
from nnviz.project.project import Project
from nnviz.project.script import project_script
from nnviz.training.methods.kinds import QLearning
from nnviz.training.recipe import OptimizerSpec, Recipe

RATE, DISCOUNT = 0.5, 0.9


def player(*hidden: int, **recipe: object) -> Project:
    """A network with layers of *hidden* units that plays catch."""
    layers = [LayerSpec("in", "Input"), LayerSpec("flat", "Flatten")]
    layers += [LayerSpec(f"h{n}", "Dense", {"units": units, "activation": "relu"}) for n, units in enumerate(hidden)]
    layers.append(LayerSpec("out", "Output"))
    links = tuple((a.id, b.id) for a, b in itertools.pairwise(layers))
    training = Recipe(
        optimizer=OptimizerSpec("SGD", {"learning_rate": RATE}), batch_size=20, seed=3, epochs=2,
        method=QLearning(discount=DISCOUNT, exploration=0.3, memory=100),
    )  # fmt: skip
    return Project(
        NetworkSpec(tuple(layers), links), Builtin(name="catch"), msgspec.structs.replace(training, **recipe)
    )


@pytest.fixture(scope="module")
def two() -> Session:
    """A network at the end of a run of two epochs: the memory was written over more than once."""
    session = Session(player(12), Path())
    while session.advance(2).ending is None:
        pass
    return session


def table(session: Session) -> np.ndarray:
    """What it takes the moves to be worth, everywhere."""
    return session.predict(catch.boards(catch.positions()).astype(np.float32)[..., np.newaxis])


def played(values: np.ndarray, start: np.ndarray) -> np.ndarray:
    """What the games from *start* come to that are played by *values*."""
    for _ in range(catch.MOVES):
        start = catch.moved(start, values[catch.number_of(start)].argmax(axis=1))
    return catch.rewards(start)


def starts_of(boards: np.ndarray) -> np.ndarray:
    grid = boards.reshape(-1, catch.SIDE, catch.SIDE)
    return np.stack([np.zeros(len(grid), int), grid[:, 0].argmax(axis=1), grid[:, -1].argmax(axis=1)], axis=1)


def test_the_rules_of_the_step_are_those_of_the_game() -> None:
    positions = catch.positions()
    given = tf.constant(positions, tf.int32)
    np.testing.assert_array_equal(q_learning.boards(given), catch.boards(positions))
    for action in range(len(catch.ACTIONS)):
        actions = np.full(len(positions), action)
        after = q_learning.moved(given, tf.constant(actions, tf.int32))
        np.testing.assert_array_equal(after, catch.moved(positions, actions))
        np.testing.assert_array_equal(q_learning.reward(after), catch.rewards(catch.moved(positions, actions)))
    starts = positions[: catch.STARTS]
    np.testing.assert_array_equal(q_learning.positions_on(catch.boards(starts)[..., np.newaxis]), starts)


def test_a_step_is_the_one_that_bellmans_equation_says(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(player(), Path())
    step = step_of(session.model)
    assert isinstance(step, q_learning.QLearning)
    numbers = np.random.default_rng(0)
    rows = numbers.integers(0, catch.POSITIONS, 20)
    position, action = catch.positions()[rows], numbers.integers(0, 3, 20)
    after = catch.moved(position, action)
    step.remember(tf.constant(np.column_stack([position, action, after]), tf.int32))
    monkeypatch.setattr(step, "drawn", lambda shape, below: tf.range(int(below)))
    kernel, bias = (weight.copy() for weight in session.model.get_weights())
    judge_kernel, judge_bias = numbers.normal(size=kernel.shape), numbers.normal(size=bias.shape)
    step.learn([tf.constant(array, tf.float32) for array in (judge_kernel, judge_bias)])

    seen, following = (catch.boards(places).reshape(len(rows), -1) for places in (position, after))
    best = (following @ judge_kernel + judge_bias).max(axis=1)
    worth = catch.rewards(after) + np.where(after[:, 0] == catch.SIDE - 1, 0.0, DISCOUNT * best)
    downhill = np.zeros((len(rows), 3))
    at = np.arange(len(rows)), action
    downhill[at] = 2 * ((seen @ kernel + bias)[at] - worth) / downhill.size
    ours = session.model.get_weights()
    np.testing.assert_allclose(ours[0], kernel - RATE * seen.T @ downhill, atol=1e-5)
    np.testing.assert_allclose(ours[1], bias - RATE * downhill.sum(axis=0), atol=1e-5)


def test_the_oldest_moves_are_forgotten_first(two: Session) -> None:
    step = step_of(two.model)
    assert isinstance(step, q_learning.QLearning)
    kept = two._loop.state.read()
    known, places = int(step.known.numpy()) % 100, np.arange(100)
    step.remember(tf.fill((30, 7), 9))
    new = (step.memory.numpy() == 9).all(axis=1)
    assert set(places[new].tolist()) == {(known + i) % 100 for i in range(30)}
    assert 100 <= int(step.known.numpy()) < 200
    two._loop.state.write(kept)
    moves = step.memory.numpy()
    np.testing.assert_array_equal(catch.moved(moves[:, :3], moves[:, 3]), moves[:, 4:])


def test_judged_it_plays_as_well_as_it_can(two: Session) -> None:
    held = two.dataset.validation
    assert held is not None
    values, start = table(two), starts_of(np.asarray(held.x))
    scores = two.evaluate("validation")
    assert scores["return"] == pytest.approx(played(values, start).mean(), abs=1e-6)
    assert list(scores) == ["loss", "return"] == list(two._loop.graphs.keys)
    assert np.frombuffer(two.game_values().values, "<f4").reshape(values.shape) == pytest.approx(values, abs=1e-6)


def test_looking_at_its_layers_changes_nothing(two: Session) -> None:
    before = two._loop.state.arrays()
    found = {layer.id: layer for layer in two.layers().layers}
    assert all(found[layer].gradient_norm > 0 for layer in ("h0", "out"))
    for old, new in zip(before, two._loop.state.arrays(), strict=True):
        np.testing.assert_array_equal(old, new)


def test_paused_saved_and_reopened_within_an_epoch_it_ends_as_one_left_alone(two: Session, tmp_path: Path) -> None:
    it = Session(two.project, Path(), two.dataset)
    for _ in range(it.batches + 1):
        it.step()
    it.save_snapshot(tmp_path / "run.safetensors")
    fresh = Session(two.project, Path(), two.dataset)
    fresh.restore(tmp_path / "run.safetensors")
    assert (fresh.epoch, fresh.batch) == (1, 1)
    while fresh.advance(2).ending is None:
        pass
    for ours, theirs in zip(fresh._loop.state.arrays(), two._loop.state.arrays(), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert not two.execution.compiled


def test_an_edit_keeps_what_it_remembers(two: Session) -> None:
    wider = Session(player(16), Path(), two.dataset)
    assert wider.keep_weights_from(two)
    before, after = step_of(two.model), step_of(wider.model)
    assert isinstance(before, q_learning.QLearning)
    assert isinstance(after, q_learning.QLearning)
    np.testing.assert_array_equal(after.memory.numpy(), before.memory.numpy())
    assert int(after.known.numpy()) == int(before.known.numpy()) > 0


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_the_script_ends_with_the_same_weights_in_a_file_for_plain_keras(two: Session, tmp_path: Path) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(project_script(two.project, Path()), "script.py", "exec"), names)
        taken_home = keras.models.load_model("model.keras")
    assert type(taken_home).__module__.startswith("keras.")
    for ours, theirs in zip(two.model.get_weights(), taken_home.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def iterated(discount: float) -> np.ndarray:
    """What each move is worth under the best play, by value iteration over the table of all positions."""
    positions, values = catch.positions(), np.zeros((catch.POSITIONS, 3))
    for _ in range(catch.MOVES):
        for action in range(3):
            after = catch.moved(positions, np.full(len(positions), action))
            over = after[:, 0] == catch.SIDE - 1
            best = values[np.where(over, 0, catch.number_of(after)) % catch.POSITIONS].max(axis=1)
            values[:, action] = catch.rewards(after) + np.where(over, 0.0, discount * best)
    return values


@pytest.mark.nightly
def test_the_lesson_comes_to_what_value_iteration_says() -> None:
    project = lessons.project("catch")
    session = Session(project, lessons.folder("catch"))
    while session.advance(project.training.epochs).ending is None:
        pass
    assert isinstance(project.training.method, QLearning)
    wanted, values = iterated(project.training.method.discount), table(session)
    assert played(values, catch.positions()[: catch.STARTS]).mean() > 0.95
    chosen = wanted[np.arange(len(values)), values.argmax(axis=1)]
    assert (chosen == wanted.max(axis=1)).mean() > 0.95
    # Where the ball can still be caught; many of these places a good player never comes to.
    within = wanted.max(axis=1) > 0
    assert np.abs(values.max(axis=1) - wanted.max(axis=1))[within].mean() < 0.2
