"""A generator against a discriminator: its step against gradients by hand, its script, its views, its resumption."""

from __future__ import annotations

import contextlib
import io
import itertools
from pathlib import Path
from typing import Any

import keras
import msgspec
import numpy as np
import pytest
import tensorflow as tf
from scipy.spatial.distance import cdist

from nnviz.data.spec import Builtin
from nnviz.engine.methods import step_of
from nnviz.engine.methods.adversarial import nearest_distance
from nnviz.engine.past.kept import Shelf
from nnviz.engine.session import Session
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.script import project_script
from nnviz.training.inside.messages import Sample, Unit
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.recipe import OptimizerSpec, Recipe

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
EPOCHS, BATCH = 3, 30


def contest(**recipe: Any) -> Project:
    """Points of three clouds, and noise of three numbers that is to become such points."""
    layers = (
        LayerSpec("noise", "Input", {"shape": (3,)}),
        LayerSpec("maker", "Dense", {"units": 6, "activation": "tanh"}),
        LayerSpec("point", "Dense", {"units": 2}),
        LayerSpec("judge", "Dense", {"units": 5, "activation": "tanh", "kernel_regularizer": "l2"}),
        LayerSpec("drop", "Dropout", {"rate": 0.2}),
        LayerSpec("out", "Output", {"units": 1, "activation": "sigmoid"}),
    )
    links = tuple((a.id, b.id) for a, b in itertools.pairwise(layers))
    training = Recipe(
        optimizer=OptimizerSpec("Adam", {"learning_rate": 0.01}), epochs=EPOCHS, batch_size=BATCH, seed=4,
        method=Adversarial(),
    )  # fmt: skip
    data = Builtin(name="blobs", samples=100)
    return Project(NetworkSpec(layers, links), data, msgspec.structs.replace(training, **recipe))


def finished(project: Project) -> Session:
    session = Session(project, Path())
    while session.advance(project.training.epochs).ending is None:
        pass
    return session


@pytest.fixture(scope="module")
def alone() -> Session:
    """Left alone until its end."""
    return finished(contest())


def state_of(session: Session) -> list[np.ndarray]:
    return session._loop.state.arrays()


def assert_same(ours: list[np.ndarray], theirs: list[np.ndarray]) -> None:
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(mine, other)


# ---------------------------------------------------------------- the step


def test_each_goes_down_its_own_loss(alone: Session) -> None:
    """Two tapes, Keras's own crossentropy, and the sums of squares of what is penalized."""
    step = step_of(alone.model)
    assert step is not None
    samples = tf.constant(alone.dataset.train.x[:20], tf.float32)
    before = state_of(alone)
    ours = step.gradients(None, samples)
    alone._loop.state.assign(before)

    layers = dict(alone._built.layers.items())
    noise = keras.random.normal((20, 3), seed=step.random)
    crossentropy = keras.losses.BinaryCrossentropy()

    def judged(x: Any) -> Any:
        return layers["out"](layers["drop"](layers["judge"](x), training=True))

    variables = alone.model.trainable_variables
    with tf.GradientTape(persistent=True) as tape:
        fakes = layers["point"](layers["maker"](noise))
        answers = judged(tf.concat([samples, fakes], 0))
        penalty = 0.01 * tf.reduce_sum(layers["judge"].kernel ** 2)
        truth = tf.concat([tf.ones((20, 1)), tf.zeros((20, 1))], 0)
        loss, fooling = crossentropy(truth, answers) + penalty, crossentropy(tf.ones((20, 1)), answers[20:])
    of_judge, of_maker = tape.gradient(loss, variables), tape.gradient(fooling, variables)
    alone._loop.state.assign(before)
    for variable, gradient, first, second in zip(variables, ours, of_maker, of_judge, strict=True):
        theirs = first if variable.path.startswith(("maker", "point")) else second
        np.testing.assert_allclose(gradient, theirs, atol=2e-6, err_msg=variable.path)
    assert float(tf.norm(of_judge[0])) > 0.001  # what the maker would go down, were it not for its own


def test_how_far_generated_samples_are() -> None:
    rng = np.random.default_rng(0)
    some, others = rng.normal(size=(9, 2, 3)).astype("f4"), rng.normal(size=(7, 2, 3)).astype("f4")
    ways = cdist(some.reshape(9, 6), others.reshape(7, 6))
    expected = (ways.min(axis=0).mean() + ways.min(axis=1).mean()) / 2
    assert float(nearest_distance(some, others)) == pytest.approx(expected, abs=1e-5)
    assert float(nearest_distance(some, some)) == pytest.approx(0, abs=2e-3)


def test_an_epoch_tells_of_both(alone: Session) -> None:
    own = ("loss", "generator_loss", "real_accuracy", "fake_accuracy", "distance")
    assert set(alone.keys) == {*own, *(f"val_{key}" for key in own)}
    assert alone.evaluate("validation").keys() == set(own)
    x = alone.dataset.validation.x
    answers = alone.predict(x)
    assert alone.evaluate("validation")["real_accuracy"] == pytest.approx(float((answers > 0.5).mean()))


# ---------------------------------------------------------------- one run


def test_a_run_that_was_closed_in_an_epoch_ends_as_one_left_alone(alone: Session, tmp_path: Path) -> None:
    begun = Session(contest(), Path())
    for _ in range(begun.batches + 1):
        begun.step()
    begun.layers()
    begun.generated(9)
    begun.save_snapshot(tmp_path / "run.safetensors")
    again = Session(contest(), Path())
    again.restore(tmp_path / "run.safetensors")
    assert (again.epoch, again.batch) == (1, 1)
    while again.advance(EPOCHS).ending is None:
        pass
    assert_same(state_of(again), state_of(alone))


@pytest.mark.nightly
def test_xla_draws_the_same_noise(alone: Session) -> None:
    twin = Session(contest(), Path())
    for _ in twin.trace():
        pass
    twin.race()
    twin._loop.forms.wait()
    while twin.advance(EPOCHS).ending is None:
        pass
    for ours, theirs in zip(state_of(twin), state_of(alone), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_the_script_comes_to_the_same_weights(alone: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(project_script(contest(), Path()), "script", "exec"), {"__name__": "__main__"})
    assert_same(keras.models.load_model("model.keras").get_weights(), alone.model.get_weights())


def test_the_best_epoch_is_the_nearest_one_and_not_the_one_of_the_least_loss() -> None:
    session, shelf, distances = Session(contest(epochs=12), Path()), Shelf(), []
    shelf.stand(session, fresh=True)
    while session.epoch < 12:
        piece = session.advance(12, 1)
        shelf.follow(session, piece)
        distances += [row[piece.keys.index("val_distance")] for row in piece.rows]
    shelf.catch_up()
    assert shelf.best == int(np.argmin(distances)) + 1


# ---------------------------------------------------------------- what is seen


def test_what_is_generated_is_what_the_first_half_answers(alone: Session) -> None:
    message = alone.generated(10)
    assert message is not None
    made = np.frombuffer(message.values, "<f4").reshape(message.count, 2)
    maker = keras.Model(alone.model.input, alone._built.tensors["point"])
    taken = np.linspace(0, alone.dataset.train.rows - 1, 10).round().astype(int)
    np.testing.assert_allclose(made, maker(alone._feed.shaped(alone.dataset.train.x[taken])), atol=1e-6)
    np.testing.assert_array_equal(made, np.frombuffer(alone.generated(10).values, "<f4").reshape(-1, 2))


def test_the_surface_is_the_discriminators(alone: Session) -> None:
    surface = alone.surface(5, 4)
    assert surface is not None
    _, x1, y0, _ = surface.extent
    corner = np.array([[x1, y0]], np.float32)
    judge = keras.Model(alone._built.tensors["point"], alone.model.output)
    values = np.frombuffer(surface.values, "<f4").reshape(5, 5)
    assert values[0, 4] == pytest.approx(float(judge(corner)[0, 0]), abs=1e-6)
    assert set(surface.units) == {"judge", "drop", "out"}
    seen = alone.unit_seen(Unit("judge", 2), 4)
    np.testing.assert_array_equal(
        np.frombuffer(seen.surface, "<f4"), np.frombuffer(surface.units["judge"], "<f4").reshape(5, 16)[2]
    )
    assert alone.unit_seen(Unit("maker", 2), 4).size == 0


def test_muted_units_are_muted_in_both_halves(alone: Session) -> None:
    plain, surface = alone.generated(5), alone.surface(3, 2)
    alone.hold([Unit("maker", 0), Unit("judge", 1)], "zero")
    try:
        assert alone.generated(5) != plain
        assert alone.surface(3, 2) != surface
    finally:
        alone.hold([], "zero")
    assert alone.generated(5) == plain


def test_a_sample_and_the_layers_can_be_looked_at(alone: Session) -> None:
    seen = alone.activations(Sample("train", 1), 10)
    assert [layer.id for layer in seen.layers] == list(alone._built.tensors)
    assert (seen.answer, seen.truth) == ((), ())
    x = alone.dataset.train.x[:4]
    np.testing.assert_allclose(alone.responses(Unit("out", 0), x), alone.predict(x)[:, 0], atol=1e-6)
    before = state_of(alone)
    figures = {layer.id: layer.gradient_norm for layer in alone.layers().layers}
    assert figures["maker"] > 0
    assert figures["judge"] > 0
    assert_same(state_of(alone), before)


def test_other_networks_generate_nothing() -> None:
    project = contest(method=None)
    network = edits.set_args(project.network, "noise", shape=(2,))
    session = Session(Project(network, Builtin(name="moons"), project.training), Path())
    assert session.generated(5) is None
    assert "generator_loss" not in session.keys
