"""The graphs that XLA compiles against ``model.fit``: the same losses, metrics and weights within 1e-5."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.drawing import drawn_alike
from nnviz.engine.loop.forms import Forms
from nnviz.engine.loop.fused import FusedLoop
from nnviz.engine.loop.graphs import GraphName
from nnviz.engine.loop.race import Race
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.trainer import Trainer
from nnviz.training.order import epoch_orders
from tests.engine.oracle import BATCH, fit, loop_compiled, loop_over, model, run, samples
from tests.engine.test_exactness import LOSSES, OPTIMIZERS, PAIRS

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
EPOCHS = 3
TOLERANCE = 1e-5


def assert_close(loop, theirs, rows, expected):
    """Weights, optimizer and logs agree."""
    got = dict(zip(loop.keys, np.transpose(rows), strict=True))
    assert set(got) == set(expected)
    for key, values in expected.items():
        np.testing.assert_allclose(got[key], values, rtol=TOLERANCE, atol=TOLERANCE, err_msg=key)
    for a, b in zip(loop.model.weights, theirs.weights, strict=True):
        np.testing.assert_allclose(np.asarray(a), np.asarray(b), rtol=TOLERANCE, atol=TOLERANCE, err_msg=a.path)
    assert int(loop.model.optimizer.iterations) == int(theirs.optimizer.iterations)


def compare(data, epochs=EPOCHS, batch_size=BATCH, **network):
    """Train the same network with ``fit`` and with our compiled loop."""
    theirs = model(**network)
    expected = fit(theirs, data, epochs, batch_size)
    loop = loop_compiled(lambda: model(**network), data, batch_size=batch_size)
    rows = loop.run_epochs(epochs).rows
    loop.model.optimizer.finalize_variable_values(loop.model.trainable_weights)
    assert_close(loop, theirs, rows, expected)


# Compiling takes seconds: what differs little from another optimizer is left to the night. Outside XLA all run by day.
VARIANTS = (
    "momentum", "SGD accumulated", "SGD clipped", "Adam averaged", "cosine", "steps", "Adagrad", "Adadelta", "Nadam",
    "Adamax", "Nesterov", "AdamW", "RMSprop", "Adafactor", "Lamb", "Muon",
)  # fmt: skip
SOME = [
    pytest.param(*pair, id=f"{pair[0]}-{pair[1]}", marks=[pytest.mark.nightly] if pair[0] in VARIANTS else [])
    for pair in PAIRS
]


@pytest.mark.parametrize(("name", "loss", "kind", "last", "metrics"), SOME)
def test_every_optimizer_and_every_loss(name, loss, kind, last, metrics):
    data = samples(kind, weights=name in ("Adam", "RMSprop", "Lamb"), validation=name in ("SGD", "Adam", "Muon"))
    compare(data, loss=loss, last=last, metrics=metrics, optimizer=OPTIMIZERS[name])


@pytest.mark.nightly
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_with_every_loss(name):
    """In a process for each: what XLA has compiled stays in memory, and a process can only hold so much of it."""
    command = [sys.executable, "-c", f"from {__name__} import every_loss_with; every_loss_with({name!r})"]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-4000:]


def every_loss_with(name):
    for loss, kind, last, metrics in LOSSES:
        print(loss, file=sys.stderr)
        compare(samples(kind, weights=True), 5, loss=loss, last=last, metrics=metrics, optimizer=OPTIMIZERS[name])


def test_random_layers_draw_the_same_numbers():
    layers = keras.layers
    compare(
        samples(weights=True),
        5,
        optimizer="sgd",
        middle=lambda: (layers.Dropout(0.3), layers.GaussianNoise(0.1), layers.AlphaDropout(0.2)),
        kernel_regularizer="l2",
    )


def test_batch_normalization_and_constraints():
    compare(
        samples(),
        5,
        optimizer="sgd",  # Adam makes steps of the rounding in a bias before BatchNormalization
        middle=lambda: (keras.layers.BatchNormalization(), keras.layers.LayerNormalization()),
        kernel_constraint="max_norm",
    )


NIGHTLY = [pytest.mark.nightly]


@pytest.mark.parametrize(
    ("batch_size", "shuffle"),
    [(8, True), *(pytest.param(*sizes, marks=NIGHTLY) for sizes in ((1, True), (11, False), (100, True)))],
)
def test_batch_sizes_in_pieces_and_in_whole_epochs(batch_size, shuffle):
    data = samples(validation=batch_size != 11)
    options = {"batch_size": batch_size, "shuffle": shuffle, "seed": 4}
    plain = loop_over(model("adam"), data, **options)
    expected = plain.run_epochs(2).rows
    some: list[GraphName] = ["epochs", "train_some", *(["validate_some"] if data.validation is not None else [])]
    loop = loop_compiled(lambda: model("adam"), data, some, **options)
    rows = list(loop.run_epochs(1).rows)
    for _ in range(loop.batches):
        loop.run_batches(1)
    if data.validation is not None:
        loop.run_validation(loop.validation_batches)
    rows += list(loop.end_epoch().rows)
    np.testing.assert_allclose(rows, expected, rtol=TOLERANCE, atol=TOLERANCE)


def test_the_weights_after_each_epoch_come_along():
    data = samples()
    loop = loop_compiled(lambda: model("adam"), data, ["epochs_with_weights"])
    plain = loop_over(model("adam"), data)
    results, expected = loop.run_epochs(7, weights=True), plain.run_epochs(7, weights=True)
    np.testing.assert_allclose(results.weights, expected.weights, rtol=TOLERANCE, atol=TOLERANCE)
    assert results.rows.shape == expected.rows.shape


def test_more_epochs_than_a_call_has_room_for(monkeypatch):
    monkeypatch.setattr("nnviz.engine.loop.compiled.MOST_EPOCHS", 3)
    data = samples()
    loop, plain = loop_compiled(lambda: model("adam"), data), loop_over(model("adam"), data)
    np.testing.assert_allclose(loop.run_epochs(8).rows, plain.run_epochs(8).rows, rtol=TOLERANCE, atol=TOLERANCE)
    assert loop.epoch == 8


def test_callbacks_act_at_the_same_epoch():
    def rules():
        return (
            keras.callbacks.ReduceLROnPlateau(monitor="loss", patience=1, factor=0.5, min_delta=0.02),
            keras.callbacks.EarlyStopping(monitor="val_loss", patience=2, min_delta=1e-3, restore_best_weights=True),
        )

    data, theirs = samples(), model("adam")
    expected = fit(theirs, data, 60, callbacks=rules())
    loop = loop_compiled(lambda: model("adam"), data, ["epochs_with_weights"])
    history, _ = run(Trainer(loop, Callbacks(loop.model, rules())), 60)
    assert len(history["loss"]) == len(expected["loss"])
    np.testing.assert_allclose(history["loss"], expected["loss"], rtol=TOLERANCE)
    np.testing.assert_allclose(history["learning_rate"], expected["learning_rate"], rtol=TOLERANCE)
    for a, b in zip(loop.model.weights, theirs.weights, strict=True):
        np.testing.assert_allclose(np.asarray(a), np.asarray(b), rtol=TOLERANCE, atol=TOLERANCE)


def test_a_run_that_stops_inside_a_chunk_stands_at_the_very_weights_of_its_last_epoch():
    data = samples()
    loop = loop_compiled(lambda: model("adam"), data, ["epochs_with_weights"])
    start = loop.state.read()
    last = loop.run_epochs(40, weights=True).weights[24]
    loop.state.write(start)
    loop.go_to(0)
    # After the first epoch nothing is an improvement any more: it stops after epoch 25.
    rule = keras.callbacks.EarlyStopping(monitor="loss", patience=24, min_delta=1e6, restore_best_weights=True)
    trainer = Trainer(loop, Callbacks(loop.model, [rule]))
    trainer._begin()
    rule.on_train_end = lambda logs=None: None  # the weights of the best epoch would come back
    assert trainer._chunk(40).ending == "stopped_early"
    assert loop.epoch == 25
    flat = np.concatenate([np.ravel(weight) for weight in loop.model.get_weights()])
    np.testing.assert_array_equal(flat, last)


def drawings(draw, compiled):
    """Three draws in a row from a seed that the graph does not know, as layers have it."""
    seed = tf.Variable([5, 0])

    def one():
        seed.assign_add([0, 1])
        return draw(seed)

    graph = tf.function(lambda: [one() for _ in range(3)], autograph=False, jit_compile=compiled)
    if not compiled:
        return [np.asarray(values) for values in graph()]
    with drawn_alike():
        return [np.asarray(values) for values in graph()]


@pytest.mark.parametrize("shape", [(7,), (8, 6), (3, 5, 2), (0,)])
def test_xla_draws_the_numbers_that_a_cpu_draws(shape):
    expected = drawings(lambda seed: tf.random.stateless_uniform(shape, seed), compiled=False)
    np.testing.assert_array_equal(
        drawings(lambda seed: tf.random.stateless_uniform(shape, seed), compiled=True), expected
    )
    ranged = drawings(lambda seed: tf.random.stateless_uniform(shape, seed, -2.0, 3.0), compiled=True)
    np.testing.assert_allclose(ranged, np.array(expected) * 5 - 2, rtol=TOLERANCE, atol=TOLERANCE)
    normal = drawings(lambda seed: tf.random.stateless_normal(shape, seed, 1.0, 2.0), compiled=True)
    expected = drawings(lambda seed: tf.random.stateless_normal(shape, seed, 1.0, 2.0), compiled=False)
    np.testing.assert_allclose(normal, expected, rtol=TOLERANCE, atol=TOLERANCE)


class TestTheRace:
    def work(self, make, x, y, **options):
        return FusedLoop(make(), Rows(x, y), seed=3, twin=make, **options)

    def small(self):
        rng = np.random.default_rng(0)
        return rng.normal(size=(40, 5)).astype("f4"), np.eye(3, dtype="f4")[rng.integers(0, 3, 40)]

    def test_a_dense_network_moves_to_xla_by_itself_and_goes_on_as_it_would_have(self):
        x, y = self.small()
        loop = self.work(lambda: model("adam"), x, y, batch_size=BATCH)
        trainer = Trainer(loop, Callbacks(loop.model, ()))
        loop.run_epochs(2)
        assert not loop.compiled
        trainer.race()
        assert loop.forms.raced
        loop.forms.wait()
        assert not loop.forms.settled
        trainer.advance(50)
        assert loop.forms.settled
        assert loop.compiled
        while trainer.advance(50).ending is None:
            pass
        plain = model("adam")
        for order in epoch_orders(3, 0, 50, len(x)):
            plain.fit(x[order], y[order], batch_size=BATCH, shuffle=False, verbose=0)
        for a, b in zip(loop.model.weights, plain.weights, strict=True):
            np.testing.assert_allclose(np.asarray(a), np.asarray(b), rtol=TOLERANCE, atol=TOLERANCE)

    def test_the_twin_keeps_no_memory_once_it_is_decided(self):
        x, y = self.small()
        twins = []

        def make():
            twins.append(model("adam"))
            return twins[-1]

        loop = FusedLoop(model("adam"), Rows(x, y), twin=make)
        loop.forms.race()
        loop.forms.wait()
        (twin,) = twins
        for variable in [*twin.variables, *twin.optimizer.variables]:
            held = tf.raw_ops.ReadVariableOp(resource=variable.value.handle, dtype=variable.value.dtype)
            assert held.shape == (0,)
        loop.forms.take_up()
        assert np.isfinite(loop.run_epochs(3).rows).all()

    def test_the_run_is_not_touched_by_the_race(self):
        x, y = self.small()
        loop = self.work(lambda: model("adam"), x, y)
        before = [value.numpy() for value in loop.state.read()]
        loop.forms.race()
        loop.forms.wait()
        for a, b in zip(before, loop.state.read(), strict=True):
            np.testing.assert_array_equal(a, b.numpy())

    @pytest.mark.logs_warnings
    def test_what_does_not_compile_stays_where_it_is(self, caplog):
        def make():
            keras.utils.set_random_seed(3)
            network = keras.Sequential([
                keras.Input((8, 8, 1)), keras.layers.RandomRotation(0.2), keras.layers.Flatten(), keras.layers.Dense(3)
            ])  # fmt: skip
            network.compile(loss="mse", optimizer="sgd")
            return network

        rng = np.random.default_rng(0)
        x, y = rng.random((20, 8, 8, 1)).astype("f4"), rng.random((20, 3)).astype("f4")
        loop = self.work(make, x, y)
        loop.forms.race()
        loop.forms.wait()
        assert loop.forms.settled
        assert not loop.forms.take_up()
        assert not loop.compiled
        assert np.isfinite(loop.run_epochs(2).rows).all()
        assert "not compiled: InvalidArgumentError" in caplog.text  # the log says why

    def test_the_slower_form_does_not_win(self, monkeypatch):
        """Convolutions are what XLA makes slower; here the clock says so, whatever machine runs this."""
        x, y = self.small()

        def seconds(course, form, name, count):
            return count * (1.0 if type(form).__name__ == "CompiledForm" else 0.1)

        monkeypatch.setattr("nnviz.engine.loop.race._Course._seconds", seconds)
        loop = self.work(lambda: model("adam"), x, y)
        loop.forms.race()
        loop.forms.wait()
        assert not loop.forms.take_up()

    def test_a_race_that_nobody_waits_for_never_begins(self, monkeypatch):
        import threading

        held, x, y = threading.Lock(), *self.small()
        monkeypatch.setattr("nnviz.engine.loop.race._one_at_a_time", held)
        made = []
        loop = FusedLoop(model("adam"), Rows(x, y), twin=lambda: made.append(1) or model("adam"))
        with held:
            loop.forms.race()
            loop.close()
        loop.forms.wait()
        assert not made

    def test_a_worn_out_process_compiles_nothing_more(self, monkeypatch):
        x, y = self.small()
        monkeypatch.setattr("nnviz.engine.process.wear.compiled", 10_000)
        made = []
        loop = FusedLoop(model("adam"), Rows(x, y), twin=lambda: made.append(1) or model("adam"))
        loop.forms.race()
        loop.forms.wait()
        assert not loop.forms.take_up()
        assert not made

    def test_several_outputs_with_a_partial_batch_are_left_alone(self):
        def make():
            inputs = keras.Input((5,))
            network = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(1)(inputs)])
            network.compile(loss="mse", optimizer="sgd")
            return network

        x, y = self.small()
        targets = [y[:, :1], y[:, 1:2]]
        assert self.work(make, x, targets, batch_size=7).forms.raced
        assert not self.work(make, x, targets, batch_size=8).forms.raced

    def test_a_short_run_is_not_worth_it_and_a_long_one_is(self, monkeypatch):
        x, y = self.small()
        begun = []
        monkeypatch.setattr(Forms, "race", lambda forms, weights=False: begun.append(weights))
        loop = self.work(lambda: model("adam"), x, y)
        trainer = Trainer(loop, Callbacks(loop.model, ()))
        monkeypatch.setattr(Trainer, "epoch_seconds", 0.001)
        trainer.advance(2000)
        assert not begun
        trainer.advance(4000)
        assert begun


@pytest.mark.nightly
def test_races_run_one_at_a_time_and_leave_no_thread():
    import threading

    x, y = TestTheRace().small()
    loops = [FusedLoop(model("adam"), Rows(x, y), twin=lambda: model("adam")) for _ in range(2)]
    for loop in loops:
        loop.forms.race()
    for loop in loops:
        loop.forms.wait()
    assert not [thread for thread in threading.enumerate() if thread.name == "nnviz-race"]
    assert all(isinstance(loop.forms._race, Race) for loop in loops)
