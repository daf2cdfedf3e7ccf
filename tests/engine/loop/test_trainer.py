"""Runs in pieces: callbacks as ``fit`` calls them, pause, step, reset, and what cannot go on."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.trainer import Trainer
from nnviz.errors import BadInput
from tests.engine.oracle import (
    BATCH,
    assert_same_history,
    assert_same_weights,
    fit,
    loop_over,
    model,
    run,
    samples,
    trainer_over,
)

# Keras 3.15 itself, where ReduceLROnPlateau reads the learning rate under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
Adam = keras.optimizers.Adam
LAYERS = keras.layers


def noisy(seed=1):
    """A network whose steps depend on everything that a state holds."""
    return model("adam", middle=lambda: (LAYERS.Dropout(0.3), LAYERS.BatchNormalization()), seed=seed)


def early(**options):
    return keras.callbacks.EarlyStopping(monitor="val_loss", patience=4, restore_best_weights=True, **options)


def plateau(**options):
    return keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.3, patience=2, min_delta=0.001, **options)


@pytest.mark.parametrize(
    "rules",
    [lambda: [early()], lambda: [plateau()], lambda: [plateau(cooldown=1), early(min_delta=0.001)]],
    ids=["stop early", "plateau", "both"],
)
def test_callbacks_act_where_fit_would_let_them(rules):
    data = samples()
    theirs, ours = model(lambda: Adam(0.1)), model(lambda: Adam(0.1))
    expected = fit(theirs, data, 30, callbacks=rules())
    history, piece = run(trainer_over(ours, data, rules()), 30)
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)
    stopped = len(expected["loss"]) < 30
    assert piece.ending == ("stopped_early" if stopped else "finished")
    if stopped:
        assert f"Stopped early after epoch {len(expected['loss'])}: val_loss had not improved for 4" in piece.sentence
    else:
        assert history["learning_rate"][-1] < history["learning_rate"][0]


@pytest.mark.parametrize("chunk", [7, 40])
def test_a_chunk_that_went_too_far_is_undone(chunk, monkeypatch):
    data = samples()
    theirs, ours = model(lambda: Adam(0.1)), model(lambda: Adam(0.1))
    expected = fit(theirs, data, 40, callbacks=[early()])
    assert len(expected["loss"]) < 39
    trainer = trainer_over(ours, data, [early()])
    monkeypatch.setattr(trainer._pace, "epochs", lambda left, *_: min(chunk, left))
    history, _ = run(trainer, 40)
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)


@pytest.mark.nightly
def test_another_stretch_begins_like_another_fit():
    data = samples()
    theirs, ours = model(lambda: Adam(0.1)), model(lambda: Adam(0.1))
    rule, trainer = early(), trainer_over(ours, data, [early()])
    first = fit(theirs, data, 40, callbacks=[rule])
    done = len(first["loss"])
    run(trainer, 40)
    expected = fit(theirs, data, done + 3, callbacks=[rule], initial_epoch=done)
    history, piece = run(trainer, done + 3)
    assert piece.ending == "finished"
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)


def test_steps_and_pieces_and_whole_epochs_are_one_run():
    data = samples(weights=True)
    whole, pieces, steps = noisy(), noisy(), noisy()
    rows = loop_over(whole, data, shuffle=True).run_epochs(4).rows
    history, _ = run(trainer_over(pieces, data, shuffle=True), 4)
    stepper = trainer_over(steps, data, shuffle=True)
    stepped = [row for _ in range(4 * stepper.loop.batches) for row in stepper.step().rows]
    assert stepper.loop.epoch == 4
    np.testing.assert_array_equal(np.float32(stepped), rows)
    np.testing.assert_array_equal(np.float32(list(history.values())).T, rows)
    assert_same_weights(pieces, whole)
    assert_same_weights(steps, whole)


def test_a_step_is_one_batch():
    trainer = trainer_over(model(), samples())
    where = []
    for _ in range(4):
        trainer.step()
        where.append((trainer.loop.epoch, trainer.loop.batch))
    assert where == [(0, 1), (0, 2), (1, 0), (1, 1)]


def test_a_step_goes_through_the_validation_part_in_pieces(monkeypatch):
    """Rows on the disk may be more than the memory holds."""
    trainer = trainer_over(model(), samples())
    asked, run = [], trainer.loop.run_validation
    monkeypatch.setattr(trainer.loop, "run_validation", lambda count: asked.append(count) or run(count))
    for _ in range(trainer.loop.batches):
        trainer.step()
    assert trainer.loop.epoch == 1
    assert asked[0] == 1 < trainer.loop.validation_batches == sum(asked)


def test_a_state_saved_in_the_middle_of_an_epoch_goes_on_in_a_fresh_model():
    data = samples(weights=True)
    alone, first, second = noisy(), noisy(), noisy(seed=9)
    loop_over(alone, data, shuffle=True).run_epochs(3)
    loop = loop_over(first, data, shuffle=True)
    loop.run_epochs(1)
    loop.run_batches(1)
    saved = loop.state.arrays()
    again = loop_over(second, data, shuffle=True)
    again.state.assign(saved)
    again.epoch, again.batch = 1, 1
    again.run_batches(again.batches)
    again.run_validation(again.validation_batches)
    again.end_epoch()
    again.run_epochs(1)
    assert_same_weights(second, alone)


def test_a_state_of_another_network_is_refused():
    ours, other = loop_over(model(), samples()), loop_over(model("adam"), samples())
    before = ours.model.get_weights()
    with pytest.raises(BadInput, match="does not fit"):
        other.state.assign(ours.state.arrays())
    for a, b in zip(before, ours.model.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)


def test_nothing_is_left_to_do():
    trainer = trainer_over(model(), samples())
    _, piece = run(trainer, 2)
    assert (piece.ending, trainer.loop.epoch) == ("finished", 2)
    assert (trainer.advance(2).ending, trainer.loop.epoch) == ("finished", 2)


def test_a_watched_name_that_is_not_there_is_refused():
    trainer = trainer_over(model(), samples(validation=False), [early()])
    with pytest.raises(BadInput, match="'val_loss' is watched, but the run only has loss, accuracy"):
        trainer.advance(3)


class TestOutOfTheNumbers:
    """The loss or the weights become infinite or not a number."""

    @staticmethod
    def exploding():
        return model(lambda: keras.optimizers.SGD(1e4), "mse", (), last="linear", middle=lambda: (LAYERS.Dense(4),))

    @pytest.mark.parametrize("how", ["chunks", "pieces"])
    def test_the_weights_of_the_last_good_epoch_come_back(self, how, monkeypatch):
        data, ours = samples("numbers"), self.exploding()
        trainer = trainer_over(ours, data)
        chunk = 16 if how == "chunks" else 0
        monkeypatch.setattr(trainer._pace, "epochs", lambda left, *_: min(chunk, left))
        history, piece = run(trainer, 50)
        good = len(history.get("loss", ()))
        assert piece.ending == "failed"
        assert trainer.loop.epoch == good
        assert f"in epoch {good + 1}, batch " in piece.sentence
        assert all(np.isfinite(w).all() for w in ours.get_weights())
        again = self.exploding()
        if good:
            loop_over(again, data).run_epochs(good)
        assert_same_weights(ours, again)

    def test_the_layer_that_overflows_is_named(self):
        keras.utils.set_random_seed(0)
        inputs = keras.Input((2,))
        x = LAYERS.Dense(3, name="first")(inputs)
        x = LAYERS.Dense(3, name="huge", kernel_initializer=keras.initializers.Constant(1e30))(x)
        made = keras.Model(inputs, LAYERS.Dense(1, name="last")(x))
        made.compile(loss="mse", optimizer="sgd")
        x, y = np.full((8, 2), 1e9, "f4"), np.ones((8, 1), "f4")
        loop = loop_over(made, type(samples())(x, y))
        piece = run(Trainer(loop, Callbacks(made, ()), lambda name: f"my {name}"), 5)[1]
        assert (piece.ending, piece.layer) == ("failed", "my huge")
        assert "the initial weights are back" in piece.sentence

    def test_bad_weights_behind_a_good_loss_are_found(self):
        made = model("sgd", "mse", (), last="linear")
        data = samples("numbers", validation=False)
        trainer = trainer_over(made, data)
        trainer.step()
        assert trainer.step().ending is None
        bad = made.layers[1].bias
        bad.assign(np.full(bad.shape, np.nan, "f4"))
        assert trainer.step().ending == "failed"
        assert all(np.isfinite(w).all() for w in made.get_weights())


def test_rows_of_nested_arrays_come_back_as_they_were_given():
    rows = Rows({"a": np.zeros((4, 2)), "b": np.arange(4)}, [np.ones((4, 1))], None)
    x, y, weight = rows.packed(rows.tensors)
    assert set(x) == {"a", "b"}
    assert weight is None
    assert y[0].dtype == "float32"
    assert x["b"].dtype == "int64"
    assert rows.count == 4


def test_batches_are_counted_with_the_partial_one():
    loop = loop_over(model(), samples())
    assert (loop.batches, loop.validation_batches) == (3, 2)
    assert loop.keys == ("loss", "accuracy", "val_loss", "val_accuracy")
    assert loop_over(model(), samples(validation=False), batch_size=BATCH * 100).batches == 1


def test_a_target_that_is_reached_in_the_middle_of_an_epoch_ends_with_that_epoch():
    trainer = trainer_over(model("adam"), samples())
    trainer.step()
    assert (trainer.loop.epoch, trainer.loop.batch) == (0, 1)
    pieces = [trainer.advance(0)]
    while pieces[-1].ending is None:
        pieces.append(trainer.advance(0))
    assert pieces[-1].ending == "finished"
    assert (trainer.loop.epoch, trainer.loop.batch) == (1, 0)
    assert sum(len(piece.rows) for piece in pieces) == 1
