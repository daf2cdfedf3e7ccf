"""A whole project in the engine: trained, looked at, reset, changed and kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.dataset import Part
from nnviz.data.spec import Builtin, Split
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.order import epoch_orders
from nnviz.training.pictures import LayerWeights
from nnviz.training.recipe import OptimizerSpec, Recipe, StopEarly
from tests.engine.projects import CIRCLES, IRIS, XOR, chain, hidden, made_of, project, session, train


@pytest.fixture(scope="module")
def xor():
    """XOR, learned."""
    it = session(hidden(), data=XOR, rate=0.1, epochs=200)
    assert train(it, 200).ending == "finished"
    return it


@pytest.fixture(scope="module")
def circles():
    """Circles after three epochs, with a layer of every shape of weights."""
    it = session(hidden(units=6), ("norm", "BatchNormalization", {}), ("drop", "Dropout", {"rate": 0.2}), data=CIRCLES)
    train(it, 3)
    return it


def weights(it):
    return it.model.get_weights()


def assert_equal(ours, theirs):
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(a, b)


def test_xor_is_learned(xor):
    data = xor.dataset.train
    np.testing.assert_array_equal(xor.predict(data.x).round().reshape(-1), data.y)
    assert xor.evaluate("train")["accuracy"] == 1.0
    assert xor.evaluate("test") == {}
    assert (xor.epoch, xor.batch, xor.batches, xor.parameters) == (200, 0, 1, 33)


def test_the_same_as_keras_alone():
    """Built, seeded, ordered and trained by hand with plain Keras: the same weights, bit for bit."""
    it = session(hidden(units=5, activation="tanh"), data=IRIS, batch_size=16, seed=11)
    train(it, 3)
    keras.utils.set_random_seed(11)
    inputs = keras.Input((4,))
    x = keras.layers.Dense(5, activation="tanh")(inputs)
    plain = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(x))
    plain.compile(keras.optimizers.Adam(0.01), loss="categorical_crossentropy")
    part = it.dataset.train
    for order in epoch_orders(11, 0, 3, part.rows):
        plain.fit(part.x[order], np.eye(3, dtype="f4")[part.y][order], batch_size=16, shuffle=False, verbose=0)
    assert_equal(weights(it), plain.get_weights())
    test = it.dataset.test
    np.testing.assert_allclose(it.predict(test.x), plain.predict(test.x, verbose=0), atol=1e-6)
    expected = plain.evaluate(test.x, np.eye(3, dtype="f4")[test.y], batch_size=16, verbose=0)
    assert it.evaluate(Part(test.x, test.y))["loss"] == pytest.approx(expected, abs=1e-6)
    assert set(it.keys) == {"loss", "accuracy", "val_loss", "val_accuracy"}


def test_reset_gives_the_same_beginning_and_the_same_run():
    it = session(hidden(units=3), ("drop", "Dropout", {"rate": 0.5}), data=CIRCLES)
    start = weights(it)
    first = train(it, 2)
    end = weights(it)
    it.step()
    it.reset()
    assert (it.epoch, it.batch) == (0, 0)
    assert_equal(weights(it), start)
    again = train(it, 2)
    assert again.rows.tolist() == first.rows.tolist()
    assert_equal(weights(it), end)


def test_what_was_traced_ahead_is_not_traced_again_by_the_first_epochs():
    made = session()
    for _ in made.trace():
        pass
    traced = made._loop.graphs.traced()
    while made.epoch < 3:
        made.advance(3)
    assert made._loop.graphs.traced() == traced


def test_a_seed_is_a_run():
    one, same, other = (weights(session(seed=seed)) for seed in (4, 4, 5))
    assert_equal(one, same)
    assert not np.array_equal(one[0], other[0])


def test_stopping_early_brings_the_best_weights_back():
    rule = StopEarly(monitor="val_loss", patience=3)
    it = session(hidden(units=16), data=IRIS, rate=0.3, stop_early=rule, seed=1)
    piece = train(it, 300)
    assert piece.ending == "stopped_early"
    assert it.epoch < 300
    assert piece.sentence.startswith(f"Stopped early after epoch {it.epoch}: val_loss had not improved for 3 epochs")


def test_what_still_fits_keeps_its_weights(circles):
    wider = Session(
        Project(chain(hidden(units=6), hidden("new", 5)), CIRCLES, circles.project.training), Path(), circles.dataset
    )
    fresh = wider.model.get_layer("new").get_weights()
    kept = wider.keep_weights_from(circles)
    assert kept == ("h1",)
    assert wider.epoch == circles.epoch
    assert_equal(wider.model.get_layer("h1").get_weights(), circles.model.get_layer("h1").get_weights())
    assert_equal(wider.model.get_layer("new").get_weights(), fresh)


def test_another_learning_rate_keeps_the_optimizers_memory(xor):
    changed = Session(project(hidden(), data=XOR, rate=0.02), Path(), xor.dataset)
    assert changed.keep_weights_from(xor) == ("h1", "out")
    assert changed.learning_rate == pytest.approx(0.02)
    mine, theirs = changed.model.optimizer.variables, xor.model.optimizer.variables
    assert [v.numpy().tolist() for v in mine[2:]] == [v.numpy().tolist() for v in theirs[2:]]
    assert int(mine[0]) == int(theirs[0]) == 200


def test_nothing_fits_nothing_is_kept():
    other = session(hidden("else", 3), data=XOR)
    elsewhere = Session(project(hidden("way", 5), hidden("there", 7), data=IRIS), Path())
    train(elsewhere, 1)
    assert elsewhere.keep_weights_from(other) == ()
    assert elsewhere.epoch == 1


def test_pictures_of_weights_hold_what_was_sampled(circles):
    whole = {layer.id: layer for layer in circles.weights(100).layers}
    assert list(whole) == ["h1", "norm", "out"]
    kernel = circles.model.get_layer("h1").kernel.numpy()
    picture: LayerWeights = whole["h1"]
    assert (picture.shape, picture.rows, picture.cols) == ((2, 6), (0, 1), (0, 1, 2, 3, 4, 5))
    np.testing.assert_array_equal(np.frombuffer(picture.kernel, "<f4").reshape(2, 6), kernel)
    assert picture.norm == pytest.approx(float(np.linalg.norm(kernel)))
    bias = circles.model.get_layer("h1").bias.numpy()
    everything = np.concatenate([kernel.reshape(-1), bias])
    expected, edges = np.histogram(everything, len(picture.histogram))
    assert sum(picture.histogram) == everything.size == expected.sum()
    assert (picture.low, picture.high) == pytest.approx((edges[0], edges[-1]))
    few = next(iter(circles.layer_weights(3)))
    assert (few.rows, few.cols) == ((0, 1), (0, 2, 5))
    np.testing.assert_array_equal(np.frombuffer(few.kernel, "<f4").reshape(2, 3), kernel[:, [0, 2, 5]])
    np.testing.assert_array_equal(np.frombuffer(few.bias, "<f4"), bias[[0, 2, 5]])
    assert circles.weights(0).layers == ()


def test_the_surface_is_what_is_predicted_there(circles):
    surface = circles.surface(9, 5)
    x0, x1, y0, y1 = surface.extent
    raw = circles.dataset.preparation.unscale(circles.dataset.train.x)
    span = np.ptp(raw, axis=0)
    np.testing.assert_allclose([x0, y0], raw.min(axis=0) - 0.1 * span, rtol=1e-4)
    np.testing.assert_allclose([x1, y1], raw.max(axis=0) + 0.1 * span, rtol=1e-4)
    values = np.frombuffer(surface.values, "<f4").reshape(9, 9, surface.outputs)
    corners = circles.dataset.preparation.scale(np.array([[x0, y0], [x1, y0], [x0, y1]], np.float32))
    np.testing.assert_allclose([values[0, 0], values[0, 8], values[8, 0]], circles.predict(corners), atol=1e-5)
    units = np.frombuffer(surface.units["h1"], "<f4").reshape(6, 5, 5)
    h1 = circles.model.get_layer("h1")(corners).numpy()
    np.testing.assert_allclose(units[:, 0, 0], h1[0], atol=1e-5)
    np.testing.assert_allclose(units[:, 0, 4], h1[1], atol=1e-5)
    assert list(surface.units) == ["h1", "norm", "drop", "out"]
    assert circles.surface(0, 0) is None


def test_what_is_predicted_at_once_is_bounded_by_what_the_layers_answer(monkeypatch):
    """A network over large pictures answers to thousands of them with more than there is memory."""
    it = session(hidden(units=10), data=IRIS)
    monkeypatch.setattr("nnviz.engine.session.PREDICTED_BYTES", 50 * 4 * it._built.tensors["h1"].shape[1])
    asked = []
    answer = it._probes.answer
    monkeypatch.setattr(it._probes, "answer", lambda x: asked.append(len(x)) or answer(x))
    x = it.dataset.train.x
    np.testing.assert_allclose(it.predict(x), it.model.predict(x, verbose=0), atol=1e-6)
    # Beside its 10 units there are 4 inputs and 3 answers.
    assert max(asked) <= 50 * 10 // 13
    assert sum(asked) == len(x)


def test_four_inputs_have_no_surface():
    it = session(data=IRIS)
    assert it.surface(10, 10) is None


def test_activity_is_the_mean_over_training_rows(circles):
    means = circles.activity().layers
    h1 = circles.model.get_layer("h1")(circles.dataset.train.x).numpy()
    np.testing.assert_allclose(np.frombuffer(means["h1"], "<f4"), h1.mean(axis=0), rtol=1e-4)
    assert list(means) == ["h1", "norm", "drop", "out"]


def test_looking_changes_nothing():
    seen = session(("drop", "Dropout", {"rate": 0.5}), data=CIRCLES)
    seen.step()
    seen.surface(5, 5), seen.activity(), seen.weights(5), seen.evaluate("validation"), seen.predict(np.zeros((3, 2)))
    train(seen, 2)
    alone = session(("drop", "Dropout", {"rate": 0.5}), data=CIRCLES)
    train(alone, 2)
    assert_equal(weights(seen), weights(alone))


def test_a_picture_is_laid_out_as_the_input_wants_it():
    rng = np.random.default_rng(0)
    data = made_of(rng.normal(size=(12, 4, 3, 1)), rng.integers(0, 3, 12).astype("i4"), "classes", 3)
    it = Session(project(hidden(units=2), data=XOR), Path(), data)
    assert it.model.input_shape == (None, 12)
    train(it, 1)
    assert it.predict(data.train.x).shape == (12, 3)
    assert len(it.activity().layers["h1"]) == 8


class TestTargets:
    """Loss, task and output units give the target its form; Keras is asked whether it learns from it."""

    ADAM = OptimizerSpec("Adam", {"learning_rate": 0.05})
    X = np.random.default_rng(1).normal(size=(30, 2)).astype("f4")

    @pytest.mark.parametrize(
        ("loss", "task", "outputs", "args"),
        [
            ("sparse_categorical_crossentropy", "classes", 3, {}),
            ("mse", "classes", 3, {}),
            ("categorical_crossentropy", "binary", 1, {"units": 2, "activation": "softmax"}),
            ("sparse_categorical_crossentropy", "binary", 1, {"units": 2, "activation": "softmax"}),
            ("hinge", "binary", 1, {"activation": "tanh"}),
            ("binary_crossentropy", "labels", 2, {}),
            ("mae", "regression", 2, {}),
        ],
    )
    def test_accuracy_of_what_was_learned(self, loss, task, outputs, args):
        y = {
            "classes": (self.X[:, 0] > 0).astype("i4") + (self.X[:, 1] > 0),
            "binary": (self.X[:, 0] > 0).astype("i4"),
            "labels": (self.X > 0).astype("f4"),
            "regression": self.X * 2,
        }[task]
        data = made_of(self.X, y, task, outputs)
        network = chain(hidden(units=16))
        out = LayerSpec("out", "Output", args)
        network = NetworkSpec((*network.layers[:-1], out), network.links)
        metric = {"regression": "mae", "labels": "binary_accuracy"}.get(task, "accuracy")
        recipe = Recipe(loss=loss, metrics=(metric,), optimizer=self.ADAM, seed=2)
        it = Session(Project(network, XOR, recipe), Path(), data)
        before = it.evaluate("train")
        train(it, 150)
        after = it.evaluate("train")
        assert after["loss"] < before["loss"] / 2
        assert after[metric] < 0.3 if metric == "mae" else after[metric] > 0.9

    def test_weights_of_rows_and_classes_multiply(self):
        y, row = (self.X[:, 0] > 0).astype("i4"), np.linspace(0.5, 1.5, 30, dtype="f4")
        data = made_of(self.X, y, "binary", 1, ("no", "yes"), row)
        weighted = Session(project(data=XOR, class_weight={"no": 2.0, "1": 0.5}, batch_size=30), Path(), data)
        by_hand = made_of(self.X, y, "binary", 1, ("no", "yes"), row * np.where(y == 0, 2.0, 0.5).astype("f4"))
        plain = Session(project(data=XOR, batch_size=30), Path(), by_hand)
        assert train(weighted, 2).rows.tolist() == train(plain, 2).rows.tolist()

    def test_a_class_that_is_not_there(self):
        data = made_of(self.X, (self.X[:, 0] > 0).astype("i4"), "binary", 1, ("no", "yes"))
        with pytest.raises(BadInput, match="names the class 'maybe', but the classes are no, yes"):
            Session(project(data=XOR, class_weight={"maybe": 2.0}), Path(), data)


class TestRefusals:
    """What cannot be trained, in a sentence, with its layer."""

    def test_no_data(self):
        with pytest.raises(BadInput, match="no data"):
            Session(Project(chain(hidden())), Path())

    def test_a_layer_that_does_not_fit(self):
        with pytest.raises(LayerFault, match="out") as refusal:
            Session(
                Project(
                    NetworkSpec((LayerSpec("in", "Input"), LayerSpec("out", "Output", {"units": 7})), (("in", "out"),)),
                    IRIS,
                ),
                Path(),
            )
        assert refusal.value.layer == "out"

    def test_a_schedule_and_a_plateau(self):
        from nnviz.training.recipe import ReduceOnPlateau

        schedule = {"kind": "CosineDecay", "initial_learning_rate": 0.1, "decay_steps": 50}
        options = {"optimizer": OptimizerSpec("Adam", {"learning_rate": schedule}), "data": IRIS}
        assert session(**options).learning_rate == pytest.approx(0.1)
        with pytest.raises(BadInput, match="follows a schedule"):
            session(**options, reduce_on_plateau=ReduceOnPlateau())

    def test_an_optimizer_argument_that_keras_refuses(self):
        with pytest.raises(BadInput, match="SGD cannot be used so"):
            session(optimizer=OptimizerSpec("SGD", {"momentum": 7.0}))


def test_names_that_tensorflow_does_not_take():
    names = ["은닉층", "hidden one", "hidden_one", "-x-"]
    network = chain(*(hidden(name, 2) for name in names))
    it = Session(Project(network, Builtin(name="xor"), Recipe()), Path())
    train(it, 2)
    assert [layer.id for layer in it.layer_weights(4)] == [*names, "out"]
    assert [layer.name for layer in it.model.layers[1:5]] == ["layer", "hidden_one_2", "hidden_one", "x-"]


def test_a_branch_is_joined_again():
    layers = [LayerSpec("in", "Input"), *(LayerSpec(*hidden(n, 3)) for n in "ab")]
    layers += [LayerSpec("sum", "Add"), LayerSpec("both", "Concatenate"), LayerSpec("out", "Output")]
    links = [("in", "a"), ("in", "b"), ("a", "sum"), ("b", "sum"), ("sum", "both"), ("in", "both"), ("both", "out")]
    data = Builtin(name="moons", samples=40, split=Split(validation=0.0))
    it = Session(Project(NetworkSpec(tuple(layers), tuple(links)), data, Recipe()), Path())
    assert train(it, 2).ending == "finished"
    assert it.keys == ("loss", "accuracy")
    assert it.model.get_layer("both").output.shape == (None, 5)
