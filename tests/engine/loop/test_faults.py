"""Numbers that stop being finite, wherever: the run stops, says where, and the last good weights are back."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras
from nnviz.training.optimizers import OPTIMIZERS
from tests.engine.oracle import Data, assert_same_weights, model, run, samples, trainer_over

LAYERS = keras.layers
HOWS = {"chunks": 4, "pieces": 0}


def far_out(data: Data, row: int, value: float) -> Data:
    """*data* with a validation row of large numbers."""
    x, y = data.validation
    x = x.copy()
    x[row] = value
    return Data(data.x, data.y, data.weight, (x, y))


@pytest.fixture(params=HOWS)
def how(request):
    """Makes a trainer run whole epochs in one call, or an epoch in pieces."""

    def cut(trainer):
        trainer._pace.epochs = lambda left, *_: min(HOWS[request.param], left)
        return trainer

    return cut


def test_a_validation_loss_that_breaks_alone_stops_the_run(how):
    ours = model("sgd", "mse", (), last="linear")
    ours.layers[1].activation = keras.activations.linear
    trainer = how(trainer_over(ours, far_out(samples("numbers"), row=9, value=1e30)))
    history, piece = run(trainer, 5)
    assert (piece.ending, piece.layer, history) == ("failed", ours.layers[-1].name, {})
    assert "in epoch 1, batch 2 of the validation part" in piece.sentence
    assert "though not in training; the initial weights are back" in piece.sentence
    assert_same_weights(ours, model("sgd", "mse", (), last="linear"))


def test_the_layer_whose_answer_to_a_validation_row_overflows_is_named(how):
    exponential = lambda: (LAYERS.Dense(4, activation="exponential", name="bursting"), LAYERS.Dense(2))  # noqa: E731
    ours = model("sgd", "mse", (), last="linear", middle=exponential)
    ours.layers[1].activation = keras.activations.linear
    piece = run(how(trainer_over(ours, far_out(samples("numbers"), 0, 1e4))), 5)[1]
    assert (piece.ending, piece.layer) == ("failed", "bursting")
    assert "batch 1 of the validation part: the answers of bursting became" in piece.sentence


def test_stopping_early_does_not_wait_out_a_validation_loss_that_is_no_number(how):
    ours = model("sgd", "mse", (), last="linear")
    ours.layers[1].activation = keras.activations.linear
    rule = keras.callbacks.EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)
    history, piece = run(how(trainer_over(ours, far_out(samples("numbers"), 0, 1e30), [rule])), 9)
    assert (piece.ending, history) == ("failed", {})


def test_an_infinite_moving_variance_behind_a_finite_loss_is_found(how):
    data = samples("numbers", validation=False)
    huge = Data(data.x * np.float32(1e21), data.y)
    ours = model("sgd", "mse", (), last="linear", middle=lambda: (LAYERS.BatchNormalization(name="norm"),))
    ours.layers[1].activation = keras.activations.linear
    piece = run(how(trainer_over(ours, huge)), 5)[1]
    assert (piece.ending, piece.layer) == ("failed", "norm")
    assert "in epoch 1, batch 1: numbers in norm became" in piece.sentence
    assert all(np.isfinite(w).all() for w in ours.get_weights())


def test_an_optimizer_that_overflows_behind_finite_weights_is_found(how):
    data = samples("numbers", validation=False)
    huge = Data(data.x * np.float32(1e21), data.y)
    keras.utils.set_random_seed(0)
    inputs = keras.Input((5,))
    ours = keras.Model(inputs, LAYERS.Dense(3, name="only")(inputs))
    ours.compile(loss="mae", optimizer="adam")
    ours.fit(huge.x, huge.y, epochs=1, verbose=0)
    assert all(np.isfinite(w).all() for w in ours.get_weights())  # Keras itself goes on, and learns nothing
    assert not all(np.isfinite(v.numpy()).all() for v in ours.optimizer.variables)
    ours.compile(loss="mae", optimizer="adam")
    piece = run(how(trainer_over(ours, huge)), 5)[1]
    assert (piece.ending, piece.layer) == ("failed", "only")
    assert "batch 1: the optimizer's averages of only became" in piece.sentence
    assert all(np.isfinite(v.numpy()).all() for v in ours.optimizer.variables)


def test_a_metric_that_is_no_number_does_not_stop_the_run(how):
    def undefined(y_true, y_pred):
        return keras.ops.sum(y_pred) * np.float32("nan")

    ours = model("sgd", "mse", (undefined,), last="linear")
    history, piece = run(how(trainer_over(ours, samples("numbers"))), 6)
    assert piece.ending == "finished"
    assert np.isnan(history["undefined"]).all()
    assert np.isfinite(history["loss"]).all()


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_no_optimizer_holds_an_infinity_of_its_own(kind):
    ours = model(getattr(keras.optimizers, kind)(), "mse", (), last="linear")
    trainer = trainer_over(ours, samples("numbers", validation=False))
    assert trainer.loop.state.finite()
    assert run(trainer, 2)[1].ending == "finished"
    assert trainer.loop.state.finite()
