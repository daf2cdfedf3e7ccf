"""The inside of a network against Keras's own: activations, single units, verdicts, and the network without units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.spec import Builtin, Split
from nnviz.engine.inside.activation import layer_activation
from nnviz.engine.inside.forward import HeldForward
from nnviz.engine.inside.insight import Insight
from nnviz.engine.inside.walk import Walk
from nnviz.engine.keras_setup import keras
from nnviz.engine.past.network import PastNetwork
from nnviz.engine.session import Session
from nnviz.training.inside.messages import EDGE, LookInside, MutedFigures, Sample, Unit, UnitResponse, Verdicts
from tests.engine import every_kind
from tests.engine.projects import CIRCLES, IRIS, hidden, session, train

DIGITS = Builtin(name="digits", split=Split(validation=0.2))
CONV = ("conv", "Conv2D", {"filters": 5, "kernel_size": (3, 3), "activation": "relu"})
TURN = ("turn", "RandomRotation", {"factor": 0.3})  # of which nothing is seen outside training
BLOCKS = (TURN, CONV, ("pool", "MaxPooling2D", {}), ("flat", "Flatten", {}), hidden("dense", 12, "tanh"))

KINDS, DAILY = tuple(every_kind.EVERY_KIND), ("words",)  # of the others it takes long


@pytest.fixture(scope="module")
def digits():
    it = session(*BLOCKS, data=DIGITS, metrics=("accuracy",))
    train(it, 2)
    yield it
    it.hold((), "zero")


def of_keras(it: Session, x):
    """Layer id -> what Keras's own model of it answers."""
    layers = it._built.layers
    outputs = keras.Model(it.model.inputs, [layer.output for layer in layers.values()]).predict(x, verbose=0)
    return dict(zip(layers, outputs, strict=True))


def values_of(layer):
    return np.frombuffer(layer.values, "<f4").reshape(len(layer.units), len(layer.rows), len(layer.cols))


def answers_of(it: Session, wish: LookInside) -> dict[type, object]:
    """What is found out about *it*, the last of each kind."""
    sent: list[object] = []
    insight = Insight(sent.append)
    insight.look_at(it)
    insight.want(wish)
    while insight.patience is not None:
        insight.work()
    return {type(event): event for event in sent}


# ---------------------------------------------------------------- activations


def test_every_layer_answers_a_sample_as_keras_says(digits):
    part = digits.dataset.validation
    found = digits.activations(Sample("validation", 7), 10_000)
    expected = of_keras(digits, part.x[7:8])
    assert [layer.id for layer in found.layers] == ["in", *expected]
    assert np.array_equal(values_of(found.layers[0])[0], part.x[7, :, :, 0])
    for layer in found.layers[1:]:
        answer = expected[layer.id][0]
        assert layer.shape == answer.shape
        shown = np.moveaxis(answer, -1, 0) if answer.ndim == 3 else answer[:, None, None]
        np.testing.assert_allclose(values_of(layer), shown, atol=1e-6)
        assert (layer.low, layer.high) == pytest.approx((answer.min(), answer.max()), abs=1e-6)
    assert found.answer == pytest.approx(expected["out"][0].tolist(), abs=1e-6)
    assert (found.truth, found.rows, found.epoch) == ((float(part.y[7]),), part.rows, 2)


def test_a_given_sample_and_one_that_is_not_there(digits):
    x = np.asarray(digits.dataset.train.x[3], "<f4")
    given = digits.activations(Sample("given", 0, x.tobytes()), 10_000)
    assert given.layers == digits.activations(Sample("train", 3), 10_000).layers
    assert (given.truth, given.rows) == ((), 0)
    for wrong in (Sample("given", 0, b"1234"), Sample("train", 10**6), Sample("test", 0)):
        assert digits.activations(wrong, 100).refused
        assert not digits.activations(wrong, 100).layers


def test_the_past_shows_its_own_activations(digits):
    past = PastNetwork(digits)
    past.show(1, {name: np.zeros(v.shape, "f4") for name, v in past._variables.items()})
    found = {layer.id: layer for layer in past.activations(Sample("train", 0), 1000).layers}
    assert not values_of(found["conv"]).any()
    assert values_of(found["in"]).any()


@pytest.mark.parametrize("shape", [(3000,), (40, 700), (64, 48, 100), (6, 9, 8, 40), (2,), (5, 3), ()])
@pytest.mark.parametrize("cells", [1, 500, 4096])
def test_what_is_sent_is_bounded_and_true(shape, cells):
    answer = np.random.default_rng(1).normal(size=shape).astype("f4")
    found = layer_activation("a", answer, cells)
    values = values_of(found)
    assert values.size <= cells + 2 * EDGE
    whole = answer.reshape(-1, answer.shape[-2] if answer.ndim > 1 else 1, answer.shape[-1] if shape else 1)
    np.testing.assert_array_equal(values, whole[np.ix_(found.rows, found.cols, found.units)].transpose(2, 0, 1))
    if len(shape) == 1:
        assert set(range(min(4, shape[0]))) <= set(found.units)
        assert shape[0] - 1 in found.units


# ---------------------------------------------------------------- one unit


@pytest.mark.parametrize("unit", [Unit("conv", 3), Unit("dense", 11), Unit("out", 0)])
def test_incoming_weights_are_those_of_the_kernel(digits, unit):
    found, layer = digits.unit_seen(unit, 0), digits._built.layers[unit.layer]
    kernel = np.asarray(layer.kernel)[..., unit.number]
    assert found.incoming.shape == kernel.shape
    assert found.units == layer.kernel.shape[-1]
    sent = np.frombuffer(found.incoming.values, "<f4")
    np.testing.assert_array_equal(sent, kernel.reshape(-1)[list(found.incoming.rows)])
    assert found.incoming.bias == pytest.approx([float(np.asarray(layer.bias)[unit.number])])


def test_the_gates_of_an_lstm_are_parts_of_its_unit():
    it = session(("cell", "LSTM", {"units": 3}), data=Builtin(name="waves"))
    found, kernel = it.unit_seen(Unit("cell", 1), 0), np.asarray(it._built.layers["cell"].cell.kernel)
    assert found.incoming.parts == ("input", "forget", "cell", "output")
    sent = np.frombuffer(found.incoming.values, "<f4").reshape(4, -1)
    np.testing.assert_array_equal(sent, kernel[:, [1, 4, 7, 10]].T)
    bias = np.asarray(it._built.layers["cell"].cell.bias)
    assert found.incoming.bias == pytest.approx(bias[[1, 4, 7, 10]].tolist())


def test_a_surface_is_what_keras_answers_over_the_plane():
    it = session(hidden(units=4, activation="tanh"), data=CIRCLES)
    found = it.unit_seen(Unit("h1", 2), 9)
    x0, x1, y0, y1 = found.extent
    x, y = np.meshgrid(np.linspace(x0, x1, 9), np.linspace(y0, y1, 9))
    raw = np.stack([x.ravel(), y.ravel()], axis=1).astype("f4")
    expected = of_keras(it, it.dataset.preparation.rescale(raw))["h1"][:, 2].reshape(9, 9)
    np.testing.assert_allclose(np.frombuffer(found.surface, "<f4").reshape(9, 9), expected, atol=1e-5)
    assert it.unit_seen(Unit("h1", 9), 9).refused
    assert it.unit_seen(Unit("gone", 0), 9).refused


@pytest.mark.parametrize("unit", [Unit("conv", 1), Unit("dense", 4)])
def test_the_response_over_the_data_is_keras_own(digits, unit):
    found = answers_of(digits, LookInside(unit=unit))[UnitResponse].response
    part = digits.dataset.train
    answer = of_keras(digits, part.x)[unit.layer][..., unit.number]
    expected = answer.reshape(len(answer), -1).max(axis=1)
    assert (found.rows, found.total) == (part.rows, part.rows)
    order = np.argsort(-expected)
    assert found.most == pytest.approx(expected[order[:8]].tolist(), abs=1e-6)
    assert expected[list(found.strongest)] == pytest.approx(expected[order[:8]], abs=1e-6)
    assert found.least == pytest.approx(np.sort(expected)[:8].tolist(), abs=1e-6)
    means = {c: float(expected[part.y == c].mean()) for c in range(10)}
    assert dict(zip(found.classes, found.means, strict=True)) == pytest.approx(means, abs=1e-6)
    assert found.means == tuple(sorted(found.means, reverse=True))
    assert sum(found.counts) == part.rows


# ---------------------------------------------------------------- verdicts


def test_dead_saturated_and_duplicate_units_are_found():
    it = session(hidden("a", 5, "relu"), hidden("b", 4, "tanh"), data=IRIS)
    kernel, bias = (np.asarray(w) for w in it._built.layers["a"].get_weights())
    kernel, bias = kernel.copy(), bias.copy()
    kernel[:, 1], bias[1] = 0.0, -1.0  # dead
    kernel[:, 4], bias[4] = 3 * kernel[:, 0], 3 * bias[0]  # the first times three
    it._built.layers["a"].set_weights([kernel, bias])
    kernel, bias = (np.array(w) for w in it._built.layers["b"].get_weights())
    bias[2] = 50.0  # always at 1
    it._built.layers["b"].set_weights([kernel, bias])
    found = answers_of(it, LookInside(verdicts=True))[Verdicts]
    layers = {layer.id: layer for layer in found.layers}
    assert list(layers) == ["a", "b", "out"]
    assert found.rows == it.dataset.train.rows
    assert layers["a"].dead == (1,)
    assert layers["b"].dead == ()
    assert [pair[:2] for pair in layers["a"].duplicates] == [(4, 0)]
    assert layers["a"].duplicates[0][2] == pytest.approx(1.0, abs=1e-5)
    assert layers["b"].saturated == ((2, 1.0),)
    assert layers["out"].saturated == ()
    answers = of_keras(it, it.dataset.train.x)
    assert not answers["a"][:, 1].any()
    assert (answers["b"][:, 2] > 0.99).all()


# ---------------------------------------------------------------- muting


def without(it: Session, muted: dict[str, list[int]]):
    """Keras's own model with the rows of the kernel behind the muted units zeroed, for Dense layers in a chain."""
    other = Session(it.project, Path(), it.dataset)
    other.model.set_weights(it.model.get_weights())
    layers = list(other._built.layers)
    for layer, units in muted.items():
        behind = other._built.layers[layers[layers.index(layer) + 1]]
        kernel, bias = (np.array(w) for w in behind.get_weights())
        kernel[units] = 0.0
        behind.set_weights([kernel, bias])
    return other.model


def test_a_muted_network_is_one_with_zeroed_kernels():
    it = session(hidden("a", 6, "sigmoid"), hidden("b", 5, "relu"), data=IRIS, metrics=("accuracy",))
    train(it, 3)
    before, x = it.model.get_weights(), it.dataset.validation.x
    units = (Unit("a", 1), Unit("a", 4), Unit("b", 0), Unit("gone", 3), Unit("a", 99))
    it.hold(units, "zero")
    model = without(it, {"a": [1, 4], "b": [0]})
    expected = model.predict(x, verbose=0)
    assert it.muted == units[:3]
    assert it.try_sample(np.asarray(x[:1], "f4")) == pytest.approx(expected[0].tolist(), abs=1e-6)
    told = it.predictions(1000)
    np.testing.assert_allclose(np.frombuffer(told.answers, "<f4").reshape(-1, 3), expected, atol=1e-6)
    shown = {layer.id: values_of(layer)[:, 0, 0] for layer in it.activations(Sample("validation", 0), 99).layers}
    assert not shown["a"][[1, 4]].any()
    assert not shown["b"][0]
    assert shown["a"][[0, 2, 3, 5]].all()

    found = answers_of(it, LookInside(muted=units, judged="validation"))[MutedFigures]
    for figures, judge in ((found.whole, it.model), (found.without, model)):
        model_scores = dict(zip(("loss", "accuracy"), _evaluated(judge, it), strict=True))
        assert figures.loss == pytest.approx(model_scores["loss"], rel=1e-5)
        assert figures.score == pytest.approx(model_scores["accuracy"])
        assert sum(figures.counts) == found.rows == it.dataset.validation.rows

    it.hold((), "zero")
    assert it.try_sample(np.asarray(x[:1], "f4")) == pytest.approx(it.model.predict(x[:1], verbose=0)[0].tolist())
    assert all(np.array_equal(a, b) for a, b in zip(before, it.model.get_weights(), strict=True))


def _evaluated(model, it: Session) -> tuple[float, float]:
    x, y = it.dataset.validation.x, np.eye(3, dtype="f4")[it.dataset.validation.y]
    answer = model.predict(x, verbose=0)
    loss = keras.losses.get(it.recipe.loss)(y, answer)
    return float(np.mean(loss)), float((answer.argmax(1) == it.dataset.validation.y).mean())


def test_a_unit_can_be_held_at_its_mean():
    it = session(hidden("a", 3, "tanh"), data=IRIS)
    it.hold((Unit("a", 2),), "mean")
    mean = of_keras(it, it.dataset.train.x)["a"][:, 2].mean()
    found = {layer.id: values_of(layer) for layer in it.activations(Sample("train", 5), 99).layers}
    assert found["a"][2, 0, 0] == pytest.approx(mean, abs=1e-5)


def test_muting_a_filter_zeroes_its_map_and_leaves_training_alone(digits):
    digits.hold((Unit("conv", 2),), "zero")
    found = {layer.id: values_of(layer) for layer in digits.activations(Sample("train", 5), 9999).layers}
    x = np.asarray(digits.dataset.train.x[5:6], "f4")
    expected = np.moveaxis(of_keras(digits, x)["conv"][0], -1, 0).copy()
    assert expected[2].any()
    expected[2] = 0.0
    np.testing.assert_allclose(found["conv"], expected, atol=1e-5)
    assert digits.predict(x) == pytest.approx(digits.model.predict(x, verbose=0), abs=1e-6)
    loss = digits.evaluate("validation")["loss"]
    digits.hold((), "zero")
    assert digits.evaluate("validation")["loss"] == loss


@pytest.mark.parametrize("name", [n if n in DAILY else pytest.param(n, marks=pytest.mark.nightly) for n in KINDS])
def test_the_way_through_the_layers_is_the_model_whatever_the_layers(name):
    it = Session(every_kind.project_of(name), Path(), every_kind.dataset_of(name))
    held, x = HeldForward(it._built, it.network), it._probes.sample(it.dataset.train, 8)
    for one, other in zip(held.everything(x), it._probes._forward.everything(x), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_what_no_one_wants_to_see_costs_nothing(digits):
    insight = Insight(lambda _: None)
    insight.look_at(digits)
    assert insight.patience is None
    assert not insight.wanted
    insight.want(LookInside(sample=Sample("train", 0)))
    assert insight.patience is None


class Clock:
    """Time goes by when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("share", [0.03, 0.25])
def test_walking_through_the_rows_takes_its_share_of_the_time_and_no_more(digits, monkeypatch, share):
    clock, spent, sent = Clock(), [], []

    def take(part):
        spent.append(0.0005 * part.rows)
        clock.now += spent[-1]

    def begin(_insight, views):
        return Walk(views.dataset.train, 4096, take, lambda walk: Verdicts(0, 0, len(walk.rows), walk.total, ()))

    monkeypatch.setattr(Insight, "_begin_verdicts", begin)
    insight = Insight(sent.append, clock)
    insight.look_at(digits)
    insight.want(LookInside(verdicts=True))
    began = clock.now
    while clock.now - began < 120.0:
        clock.now += 0.02  # of training
        insight.trained(share)
    assert len(sent) >= 2
    assert all(found.rows == digits.dataset.train.rows for found in sent)
    assert max(spent[2:]) <= 0.05  # pieces so short that Pause never waits
    assert sum(spent) / (clock.now - began) <= share * 1.02
