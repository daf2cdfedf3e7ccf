"""The code of an autoencoder and what is decoded of a point, against models of Keras's own over the same layers."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.data.spec import Builtin, Split
from nnviz.engine.inside.insight import MOST_CODES, Insight
from nnviz.engine.keras_setup import keras
from nnviz.engine.past.network import PastNetwork
from nnviz.engine.showing.showing import Pictures
from nnviz.training.inside.messages import CodePlane, Decoded, LookInside, Unit
from tests.engine.projects import IRIS, hidden, session, train

DIGITS = Builtin(name="digits", task="reconstruction", split=Split(validation=0.2))
LAYERS = (("flat", "Flatten", {}), hidden("before", 16), hidden("code", 2, "linear"), hidden("behind", 16, "tanh"))
POINT = (0.75, -1.5)


@pytest.fixture(scope="module")
def it():
    made = session(*LAYERS, data=DIGITS, loss="mse")
    train(made, 2)
    yield made
    made.hold((), "zero")


def decoder(of) -> object:
    """Keras's own model of the layers behind the code."""
    layers = of._built.layers
    point = keras.Input((2,))
    return keras.Model(point, layers["out"](layers["behind"](point)))


def plane_of(views, wish: LookInside) -> CodePlane:
    """The last plane that is sent."""
    sent: list[CodePlane] = []
    insight = Insight(sent.append)
    insight.look_at(views)
    insight.want(wish)
    while insight.patience is not None:
        insight.work()
    return sent[-1]


def points_of(plane: CodePlane) -> np.ndarray:
    return np.frombuffer(plane.points, "<f4").reshape(-1, 2)


def test_the_plane_is_what_keras_own_encoder_answers(it):
    found = plane_of(it, LookInside(code="code"))
    part = it.dataset.train
    encoder = keras.Model(it.model.inputs, it._built.layers["code"].output)
    assert (found.layer, found.first, found.last, found.total) == ("code", it.epoch, it.epoch, part.rows)
    assert found.rows == tuple(range(part.rows))
    assert part.rows <= MOST_CODES
    np.testing.assert_allclose(points_of(found), encoder.predict(part.x, verbose=0), atol=1e-5)


def test_a_point_is_decoded_as_by_keras_own_decoder(it):
    found = it.decoded("code", POINT)
    expected = decoder(it).predict(np.array([POINT]), verbose=0)[0].reshape(-1)
    assert (found.epoch, found.point, found.refused) == (it.epoch, POINT, "")
    np.testing.assert_allclose(np.frombuffer(found.answer, "<f4"), expected, atol=1e-6)


def test_the_code_of_a_row_is_decoded_to_its_reconstruction(it):
    x = np.asarray(it.dataset.train.x[7:8], "f4")
    point = tuple(it.codes("code", x)[0].tolist())
    decoded = np.frombuffer(it.decoded("code", point).answer, "<f4")
    np.testing.assert_allclose(decoded, it.model.predict(x, verbose=0)[0].reshape(-1), atol=1e-5)


def test_a_muted_unit_is_missing_in_plane_and_decoder(it):
    muted = (Unit("behind", 3), Unit("before", 1))
    it.hold(muted, "zero")
    layers = it._built.layers
    rest = layers["behind"](np.array([POINT], "f4")).numpy()
    rest[:, 3] = 0.0
    expected = layers["out"](rest).numpy().reshape(-1)
    np.testing.assert_allclose(np.frombuffer(it.decoded("code", POINT).answer, "<f4"), expected, atol=1e-6)
    before = keras.Model(it.model.inputs, layers["before"].output).predict(it.dataset.train.x, verbose=0)
    before[:, 1] = 0.0
    points = points_of(plane_of(it, LookInside(code="code", muted=muted)))
    np.testing.assert_allclose(points, layers["code"](before), atol=1e-5)
    it.hold((), "zero")


def test_an_earlier_epoch_has_a_plane_and_a_decoder_of_its_own(it):
    past = PastNetwork(it)
    past.show(1, {name: np.zeros(v.shape, "f4") for name, v in past._variables.items()})
    assert not points_of(plane_of(past, LookInside(code="code"))).any()
    assert past.decoded("code", POINT).epoch == 1
    answer = np.frombuffer(past.decoded("code", POINT).answer, "<f4")
    np.testing.assert_allclose(answer, decoder(past).predict(np.array([POINT]), verbose=0)[0].reshape(-1), atol=1e-6)


@pytest.mark.parametrize("layer", ["behind", "gone", "in"])
def test_what_is_no_code_is_refused_and_has_no_plane(it, layer):
    assert it.decoded(layer, POINT).refused
    insight = Insight(lambda event: pytest.fail(f"{event} was sent"))
    insight.look_at(it)
    insight.want(LookInside(code=layer))
    while insight.patience is not None:
        insight.work()


def test_two_units_that_some_of_the_sample_goes_around_are_no_code():
    other = session(hidden("narrow", 2), data=IRIS)
    assert other.has_code("narrow")
    assert not other.has_code("out")


def test_a_point_is_answered_at_once_and_again_with_other_weights(it):
    sent: list[object] = []
    pictures = Pictures(sent.append)
    pictures.watch = type(pictures.watch)(cells=0)
    pictures.look_inside(LookInside(code="code", point=POINT), it)
    assert [type(event) for event in sent] == [Decoded]
    pictures.look_inside(LookInside(code="code", point=POINT, cells=9), it)  # nothing new of the point
    assert len(sent) == 1
    pictures.look_inside(LookInside(code="code", point=(0.0, 0.0)), it)
    assert sent[-1].point == (0.0, 0.0)
    pictures.show(it)
    assert len(sent) == 3


def test_codes_that_move_all_the_time_leave_room_for_the_rest(it):
    now, sent = [0.0], []
    insight = Insight(sent.append, lambda: now[0])
    insight.look_at(it)
    insight.want(LookInside(code="code", verdicts=True))
    for _ in range(400):
        now[0] += 0.02
        insight.trained(0.25)
    kinds = [type(event).__name__ for event in sent]
    assert {"CodePlane", "Verdicts"} == set(kinds)
    assert min(kinds.count("CodePlane"), kinds.count("Verdicts")) >= 2
