"""Contrastive divergence against numpy by hand, scikit-learn's machine, and the script that holds the same class."""

from __future__ import annotations

import contextlib
import io
import itertools
from pathlib import Path

import keras
import msgspec
import numpy as np
import pytest
from scipy.special import expit

from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.script import project_script
from nnviz.training.methods.kinds import ContrastiveDivergence
from nnviz.training.recipe import OptimizerSpec, Recipe

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
RATE, BATCH = 0.1, 200


def machines(*units: int, steps: int = 1, **recipe: object) -> Project:
    """Machines with hidden layers of *units*, one on top of the other, that learn digits."""
    widths = [*units, *reversed(units[:-1])]
    layers = [LayerSpec("in", "Input"), LayerSpec("flat", "Flatten")]
    layers += [
        LayerSpec(f"h{number}", "Dense", {"units": width, "activation": "sigmoid"})
        for number, width in enumerate(widths, 1)
    ]
    layers.append(LayerSpec("out", "Output", {"activation": "sigmoid"}))
    links = tuple((a.id, b.id) for a, b in itertools.pairwise(layers))
    training = Recipe(
        loss="mse", metrics=(), optimizer=OptimizerSpec("SGD", {"learning_rate": RATE}), batch_size=BATCH, seed=4,
        method=ContrastiveDivergence(steps=steps),
    )  # fmt: skip
    data = Builtin(name="digits", task="reconstruction")
    return Project(NetworkSpec(tuple(layers), links), data, msgspec.structs.replace(training, **recipe))


@pytest.fixture(scope="module")
def two() -> Session:
    """Two machines at the end of a run of two epochs."""
    session = Session(machines(12, 7, epochs=2), Path())
    while session.advance(2).ending is None:
        pass
    return session


def weights_of(session: Session, *layers: str) -> list[np.ndarray]:
    return [weight for layer in layers for weight in session._built.layers[layer].get_weights()]


def by_hand(x: np.ndarray, ups: list, drawn: list[np.ndarray]) -> list[list[np.ndarray]]:
    """Kernel, hidden and visible bias of each machine after one step by CD-k, with *drawn*, k arrays for each."""
    learned, seen, rest = [], x, iter(drawn)
    for kernel, hidden_bias, visible_bias in ups:
        hidden = dreamt = expit(seen @ kernel + hidden_bias)
        for _ in range(len(drawn) // len(ups)):
            imagined = expit((next(rest) < dreamt) @ kernel.T + visible_bias)
            dreamt = expit(imagined @ kernel + hidden_bias)
        learned.append([
            kernel + RATE * (seen.T @ hidden - imagined.T @ dreamt) / len(x),
            hidden_bias + RATE * (hidden - dreamt).mean(axis=0),
            visible_bias + RATE * (seen - imagined).mean(axis=0),
        ])  # fmt: skip
        seen = hidden
    return learned


def assert_close(ours: list[np.ndarray], theirs: list[np.ndarray]) -> None:
    for mine, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(mine, other, rtol=0, atol=1e-6)


@pytest.mark.parametrize("steps", [1, 3])
def test_a_step_is_the_one_that_numpy_takes(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    rows, numbers = 1438, np.random.default_rng(0)
    drawn = [numbers.random((rows, units), np.float32) for units in (12, 7) for _ in range(steps)]
    rest = iter(drawn)
    monkeypatch.setattr(keras.random, "uniform", lambda shape, seed: keras.ops.convert_to_tensor(next(rest)))
    session = Session(machines(12, 7, steps=steps, batch_size=rows, shuffle=False), Path())
    session.reset()
    rest = iter(drawn)  # what was traced at the start is thrown away
    (up_1, hidden_1), (up_2, hidden_2) = (weights_of(session, layer) for layer in ("h1", "h2"))
    assert_close([weights_of(session, layer)[0] for layer in ("out", "h3")], [up_1.T, up_2.T])
    ups = [(up_1, hidden_1, np.zeros(64)), (up_2, hidden_2, np.zeros(12))]
    x = session.dataset.train.y
    session.model.train_step((session.dataset.train.x, x))
    first, second = by_hand(x, ups, drawn)
    assert_close(weights_of(session, "h1", "out"), [first[0], first[1], first[0].T, first[2]])
    assert_close(weights_of(session, "h2", "h3"), [second[0], second[1], second[0].T, second[2]])


def test_its_loss_is_how_far_the_reconstruction_is(two: Session) -> None:
    x = two.dataset.train.y
    expected = np.mean((two.model.predict(two.dataset.train.x, verbose=0) - x) ** 2)
    assert two.evaluate("train")["loss"] == pytest.approx(expected, rel=1e-5)


def test_the_figures_of_the_layers_are_of_the_steps_that_are_taken(two: Session) -> None:
    before = two._loop.state.arrays()
    found = {layer.id: layer for layer in two.layers().layers}
    assert found["h1"].gradient_norm == pytest.approx(found["out"].gradient_norm, rel=0.5)
    assert all(found[layer].gradient_norm > 0 for layer in ("h1", "h2", "h3", "out"))
    for old, new in zip(before, two._loop.state.arrays(), strict=True):
        np.testing.assert_array_equal(old, new)


def test_paused_saved_and_reopened_within_an_epoch_it_ends_as_one_left_alone(two: Session, tmp_path: Path) -> None:
    it = Session(two.project, Path(), two.dataset)
    for _ in range(it.batches + 2):
        it.step()
    it.save_snapshot(tmp_path / "run.safetensors")
    fresh = Session(two.project, Path(), two.dataset)
    fresh.restore(tmp_path / "run.safetensors")
    assert (fresh.epoch, fresh.batch) == (1, 2)
    while fresh.advance(2).ending is None:
        pass
    for ours, theirs in zip(fresh._loop.state.arrays(), two._loop.state.arrays(), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert not two.execution.compiled


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_the_script_ends_with_the_same_weights_in_a_file_for_plain_keras(two: Session, tmp_path: Path) -> None:
    script = project_script(two.project, Path())
    assert "nnviz import" not in script
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(script, "script.py", "exec"), names)
        taken_home = keras.models.load_model("model.keras")
    two.export("keras", tmp_path / "ours.keras")
    for model in (taken_home, keras.models.load_model(tmp_path / "ours.keras")):
        assert type(model).__module__.startswith("keras.")
        assert_close(model.get_weights(), two.model.get_weights())


@pytest.mark.nightly
def test_it_reconstructs_as_well_as_machines_of_others() -> None:
    """One of numpy, whose numbers are drawn otherwise; and scikit-learn's, which draws its pixels too, does worse."""
    from sklearn.neural_network import BernoulliRBM

    session = Session(machines(64, batch_size=32, epochs=20), Path())
    machine = (*weights_of(session, "h1"), np.zeros(64))
    while session.advance(20).ending is None:
        pass
    ours, held, train = session.evaluate("validation")["loss"], session.dataset.validation, session.dataset.train.y
    assert held is not None
    numbers = np.random.default_rng(0)
    for order in (numbers.permutation(len(train)) for _ in range(20)):
        for rows in np.split(order, range(32, len(order), 32)):
            (machine,) = by_hand(train[rows], [machine], [numbers.random((len(rows), 64))])
    kernel, hidden_bias, visible_bias = machine
    rebuilt = expit(expit(held.y @ kernel + hidden_bias) @ kernel.T + visible_bias)
    assert ours == pytest.approx(np.mean((rebuilt - held.y) ** 2), rel=0.1)
    theirs = BernoulliRBM(n_components=64, learning_rate=RATE, batch_size=32, n_iter=20, random_state=0).fit(train)
    rebuilt = expit(theirs.transform(held.y) @ theirs.components_ + theirs.intercept_visible_)
    assert ours < np.mean((rebuilt - held.y) ** 2) < np.var(held.y)
