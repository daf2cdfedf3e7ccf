"""What is measured inside a network while it trains, against Keras and numpy; and that measuring changes nothing."""

from __future__ import annotations

import math
import warnings
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.dataset import Part
from nnviz.data.spec import Builtin, Split, Table
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.session import Session
from nnviz.engine.showing import pictures, step_probe
from nnviz.engine.showing.figures import some_rows
from nnviz.training.recipe import OptimizerSpec
from tests.engine.projects import CIRCLES, IRIS, XOR, hidden, made_of, project, session, train

DIABETES = Builtin(name="diabetes", split=Split(validation=0.2))
NORM = ("norm", "BatchNormalization", {})
DROP = ("drop", "Dropout", {"rate": 0.5})
SCHEDULE = {"kind": "ExponentialDecay", "initial_learning_rate": 0.05, "decay_steps": 3, "decay_rate": 0.5}


def iris(*layers, **options):
    """Some epochs of iris with weighted classes, a penalty on weights and a normalization."""
    layers = layers or (hidden(units=6, activation="tanh", kernel_regularizer="l2"), NORM)
    options = {"batch_size": 16, "class_weight": {"0": 2.0}, **options}
    it = session(*layers, data=IRIS, **options)
    train(it, 2)
    return it


def batch_of(it: Session):
    """The batch that is measured on, as a person would lay it out for Keras: samples, one-hot targets, weights."""
    part = some_rows(it.dataset.train, it.recipe.batch_size)
    return part.x, np.eye(3, dtype="f4")[part.y], np.where(part.y == 0, 2.0, 1.0).astype("f4")


def norm(arrays) -> float:
    return math.sqrt(sum(float(np.sum(np.square(np.asarray(a, np.float64)))) for a in arrays))


def figures_of(it: Session):
    return {figures.id: figures for figures in it.layers().layers}


def test_the_gradient_is_that_of_the_loss_with_weights_and_penalties():
    it = iris()
    x, y, weight = batch_of(it)
    found = figures_of(it)
    layers = {name: it.model.get_layer(name) for name in ("h1", "norm", "out")}
    with tf.GradientTape() as tape:
        h1, batch_norm = layers["h1"], layers["norm"]
        inner = tf.tanh(x @ h1.kernel.value + h1.bias.value)
        mean, variance = tf.nn.moments(inner, axes=[0])
        inner = (inner - mean) / tf.sqrt(variance + batch_norm.epsilon)
        inner = inner * batch_norm.gamma.value + batch_norm.beta.value
        logits = inner @ layers["out"].kernel.value + layers["out"].bias.value
        losses = tf.nn.softmax_cross_entropy_with_logits(y, logits)
        loss = tf.reduce_mean(losses * weight) + 0.01 * tf.reduce_sum(tf.square(h1.kernel.value))
    gradients = tape.gradient(loss, {n: [v.value for v in layer.trainable_weights] for n, layer in layers.items()})
    for name, expected in gradients.items():
        assert found[name].gradient_norm == pytest.approx(norm(expected), rel=1e-3), name
    assert list(found) == ["h1", "norm", "out"]


@pytest.mark.parametrize(
    "optimizer",
    [
        OptimizerSpec("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True, "clipnorm": 0.1}),
        OptimizerSpec("Adam", {"learning_rate": SCHEDULE}),
        OptimizerSpec("AdamW", {"learning_rate": 0.01, "weight_decay": 0.1, "use_ema": True}),
        OptimizerSpec("RMSprop", {"learning_rate": 0.01, "loss_scale_factor": 8.0}),
    ],
    ids=lambda spec: spec.kind,
)
def test_the_update_is_the_step_that_keras_takes(optimizer):
    it = iris(optimizer=optimizer)
    found = figures_of(it)
    before = {layer.name: [v.numpy() for v in layer.trainable_weights] for layer in it.model.layers}
    x, y, weight = batch_of(it)
    it.model.train_on_batch(x, y, sample_weight=weight)
    for name in ("h1", "norm", "out"):
        after = [v.numpy() for v in it.model.get_layer(name).trainable_weights]
        step = norm(b - a for a, b in zip(before[name], after, strict=True))
        assert found[name].update_ratio == pytest.approx(step / norm(before[name]), rel=1e-4), name


def test_a_scaled_loss_has_the_same_gradient():
    plain, scaled = (
        session(data=XOR, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1, **args}))
        for args in ({}, {"loss_scale_factor": 64.0})
    )
    for a, b in zip(plain.layers().layers, scaled.layers().layers, strict=True):
        assert a.gradient_norm == pytest.approx(b.gradient_norm, rel=1e-5)


def test_a_large_state_has_gradients_but_takes_no_step(monkeypatch):
    monkeypatch.setattr(step_probe, "MOST_BYTES", 100)
    it = session(hidden(), data=XOR)
    h1, out = it.layers().layers
    assert min(h1.gradient_norm, out.gradient_norm) > 0
    assert [math.isnan(figures.update_ratio) for figures in (h1, out)] == [True, True]


def test_activations_are_those_of_the_model():
    it = iris(hidden(units=12, activation="relu"), DROP)
    model, x = it.model, it.dataset.train.x
    answers = keras.Model(model.input, [layer.output for layer in model.layers[1:]])(x, training=False)
    for figures, answer in zip(it.layers().layers, map(np.asarray, answers), strict=True):
        assert figures.mean == pytest.approx(answer.mean(), abs=1e-5), figures.id
        assert figures.spread == pytest.approx(answer.std(), abs=1e-5), figures.id
        assert figures.dead == pytest.approx((answer == 0).all(axis=0).mean()), figures.id
    assert [figures.id for figures in it.layers().layers] == ["h1", "drop", "out"]


def test_units_that_answer_nothing_but_zero_are_dead():
    it = session(hidden(units=8, activation="relu"), data=CIRCLES)
    layer = it.model.get_layer("h1")
    layer.bias.assign([-1e3] * 6 + [1e3] * 2)
    assert figures_of(it)["h1"].dead == 0.75
    layer.bias.assign([-1e3] * 8)
    dead = figures_of(it)["h1"]
    assert (dead.dead, dead.mean, dead.gradient_norm) == (1.0, 0.0, 0.0)


def test_layers_without_weights_have_no_gradient():
    found = figures_of(session(hidden(), DROP, data=CIRCLES))
    assert np.isnan([found["drop"].gradient_norm, found["drop"].update_ratio]).all()
    assert math.isfinite(found["drop"].mean)


def test_answers_to_the_same_rows_of_the_validation_part():
    it = iris()
    shown = it.predictions(7)
    part = it.dataset.validation
    rows = np.asarray(shown.rows)
    assert (shown.part, shown.outputs, len(rows), rows[0], rows[-1]) == ("validation", 3, 7, 0, part.rows - 1)
    answers = np.frombuffer(shown.answers, "<f4").reshape(7, 3)
    np.testing.assert_allclose(answers, it.model.predict(part.x[rows], verbose=0), atol=1e-6)
    np.testing.assert_array_equal(np.frombuffer(shown.targets, "<f4"), part.y[rows])
    train(it, 4)
    again = it.predictions(7)
    assert (again.rows, again.targets, again.epoch) == (shown.rows, shown.targets, 4)
    assert again.answers != shown.answers


def test_numbers_are_answered_in_the_units_of_the_target():
    it = session(data=DIABETES, epochs=3)
    train(it, 3)
    shown, part = it.predictions(1000), it.dataset.validation
    assert shown.rows == tuple(range(part.rows))
    np.testing.assert_allclose(
        np.frombuffer(shown.answers, "<f4"), it.model.predict(part.x, verbose=0).reshape(-1), rtol=1e-4
    )
    np.testing.assert_array_equal(np.frombuffer(shown.targets, "<f4"), part.y.reshape(-1))
    assert part.y.max() > 100


def test_without_a_validation_part_the_training_rows_are_answered():
    it = session(data=XOR)
    shown = it.predictions(32)
    assert (shown.part, shown.rows) == ("train", (0, 1, 2, 3))


def look_at_everything(it: Session) -> None:
    it.layers(), it.predictions(20), it.activity(), it.weights(8), it.surface(5, 3)


@pytest.mark.parametrize("layers", [(hidden(units=5), NORM, DROP), (hidden(units=5, kernel_regularizer="l1"),)])
def test_a_run_that_is_looked_at_is_the_same_run(layers):
    """Bit for bit: weights, moving averages, the optimizer's memory, random seeds, and every log."""
    options = {"data": CIRCLES, "batch_size": 7, "optimizer": OptimizerSpec("Adam", {"learning_rate": SCHEDULE})}
    alone, seen = session(*layers, **options), session(*layers, **options)
    logs: dict[int, list[list[float]]] = {0: [], 1: []}
    for number, it in enumerate((alone, seen)):
        for _ in range(11):  # stops in the middle of an epoch
            if it is seen:
                look_at_everything(it)
            logs[number] += it.step().rows.tolist()
            if it is seen:
                look_at_everything(it)
        logs[number] += train(it, 3).rows[-1:].tolist()
    assert logs[0] == logs[1]
    assert len(seen._loop.state.variables) > len(seen.model.weights)
    for ours, theirs in zip(seen._loop.state.variables, alone._loop.state.variables, strict=True):
        np.testing.assert_array_equal(ours.numpy(), theirs.numpy(), err_msg=ours.path)


def test_numbers_that_run_out_are_told_and_break_nothing():
    it = session(hidden(units=6, activation="tanh"), NORM, data=CIRCLES)
    layer = it.model.get_layer("h1")
    kernel = layer.kernel.numpy()
    for bad in (np.nan, np.inf, -np.inf, 3e38):
        broken = kernel.copy()
        broken[0, 0], broken[1, 1] = bad, -bad
        layer.kernel.assign(broken)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found, drawn = figures_of(it), it.weights(8)
            look_at_everything(it)
        if math.isnan(bad):
            assert found["h1"].gradient_norm == found["out"].gradient_norm == found["h1"].update_ratio == math.inf
        h1 = drawn.layers[0]
        np.testing.assert_array_equal(np.frombuffer(h1.kernel, "<f4").reshape(2, 6), broken)
        assert sum(h1.histogram) == np.isfinite(broken).sum() + 6
        assert np.isfinite([h1.low, h1.high]).all()
    layer.kernel.assign(kernel * np.nan)
    layer.bias.assign([np.nan] * 6)
    assert (sum(it.weights(8).layers[0].histogram), it.weights(8).layers[0].low) == (0, 0.0)


class TestLargeKernels:
    @pytest.fixture
    def kernel(self):
        return np.random.default_rng(0).normal(size=(700, 30, 50)).astype("f4")

    def test_the_picture_is_a_sample_and_no_more_leaves_tensorflow(self, kernel, monkeypatch):
        left = []

        def counted(tensor):
            left.append(int(np.prod(tensor.shape)))
            return np.asarray(tensor)

        monkeypatch.setattr(pictures, "_array", counted)
        bias = np.full(50, 9.0, "f4")
        shown = pictures.picture("big", tf.constant(kernel), bias, 16)
        matrix = kernel.reshape(-1, 50)
        assert shown.shape == matrix.shape
        cells = matrix[np.ix_(shown.rows, shown.cols)]
        assert cells.shape == (16, 16)
        np.testing.assert_array_equal(np.frombuffer(shown.kernel, "<f4").reshape(16, 16), cells)
        assert max(left) <= pictures.MOST_COUNTED < kernel.size
        assert shown.norm == pytest.approx(norm([kernel]), rel=1e-4)
        assert (shown.low, shown.high) == (pytest.approx(float(kernel.min())), 9.0)
        expected = np.histogram(kernel, len(shown.histogram), (shown.low, shown.high))[0]
        assert sum(shown.histogram) == pytest.approx(kernel.size + 50, rel=1e-4)
        np.testing.assert_allclose(shown.histogram[:20], expected[:20], atol=0.01 * kernel.size)
        assert shown.histogram[-1] == 50

    def test_one_weight_that_is_not_finite_leaves_the_rest_to_be_seen(self, kernel):
        kernel[3, 3, 3] = np.inf
        shown = pictures.picture("big", tf.constant(kernel), np.zeros(0, "f4"), 4)
        assert np.isfinite([shown.low, shown.high]).all()
        assert shown.norm == math.inf
        assert sum(shown.histogram) > 0.9 * kernel.size


def test_some_rows_of_a_part_keep_their_weights():
    weight = np.arange(100, dtype="f4")
    part = Part(np.arange(100, dtype="f4")[:, None], np.arange(100), weight)
    some = some_rows(part, 5)
    assert some.y.tolist() == some.weight.tolist() == some.x[:, 0].tolist() == [0, 25, 50, 74, 99]
    assert some_rows(Part(part.x, part.y), 1000).rows == 100


def test_weighted_rows_pull_with_their_weight():
    x = np.random.default_rng(1).normal(size=(12, 3)).astype("f4")
    y = (x[:, 0] > 0).astype("i4")
    light, heavy = (
        Session(project(data=XOR, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1})), Path(), data)
        for data in (made_of(x, y, "binary", 1), made_of(x, y, "binary", 1, weight=np.full(12, 3.0, "f4")))
    )
    for a, b in zip(light.layers().layers, heavy.layers().layers, strict=True):
        assert b.gradient_norm == pytest.approx(3 * a.gradient_norm, rel=1e-4)


def test_along_one_input_the_answers_are_those_of_keras(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).normal(3, 2, (40, 2)).round(3)
    (tmp_path / "line.csv").write_text("x,y\n" + "\n".join(",".join(map(str, row)) for row in rows) + "\n")
    data = Table(path=str(tmp_path / "line.csv"), target="y", scale="standard")
    made = session(hidden("h1", 5, "tanh"), data=data)
    seen = made.surface(33)
    assert seen is not None
    assert (seen.line, seen.size, seen.outputs, seen.extent[2:]) == (True, 33, 1, (0.0, 0.0))
    raw = made.dataset.preparation.unscale(made.dataset.train.x)
    span = raw.max() - raw.min()
    assert seen.extent[:2] == pytest.approx((raw.min() - 0.1 * span, raw.max() + 0.1 * span), rel=1e-5)
    x = np.linspace(*seen.extent[:2], 33).reshape(-1, 1)
    expected = made.model.predict(made.dataset.preparation.scale(x), verbose=0)
    np.testing.assert_allclose(np.frombuffer(seen.values, "<f4").reshape(33, 1), expected, atol=1e-5)
    assert made.surface(0, 8) is None
