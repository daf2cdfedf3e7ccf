"""The fused loop against ``model.fit(shuffle=False)``: the same losses, metrics and weights, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras
from tests.engine.oracle import (
    BATCH,
    CLASSES,
    assert_same_history,
    assert_same_weights,
    fit,
    loop_over,
    model,
    run,
    samples,
    trainer_over,
)

EPOCHS = 3
K = keras.optimizers
OPTIMIZERS = {
    "SGD": lambda: K.SGD(0.1),
    "momentum": lambda: K.SGD(0.1, momentum=0.9),
    "Nesterov": lambda: K.SGD(0.1, momentum=0.9, nesterov=True),
    "Adagrad": lambda: K.Adagrad(0.1),
    "Adadelta": lambda: K.Adadelta(1.0),
    "RMSprop": lambda: K.RMSprop(0.01),
    "Adam": lambda: K.Adam(0.01),
    "AdamW": lambda: K.AdamW(0.01),
    "Nadam": lambda: K.Nadam(0.01),
    "Adamax": lambda: K.Adamax(0.01),
    "Ftrl": lambda: K.Ftrl(0.1),
    "Lion": lambda: K.Lion(0.003),
    "Adafactor": lambda: K.Adafactor(0.01),
    "Lamb": lambda: K.Lamb(0.01),
    "Muon": lambda: K.Muon(0.01),
    "ScheduleFreeAdamW": lambda: K.ScheduleFreeAdamW(0.01),
    "Adam averaged": lambda: K.Adam(0.01, use_ema=True, ema_momentum=0.5),
    "SGD accumulated": lambda: K.SGD(0.1, gradient_accumulation_steps=2),
    "SGD clipped": lambda: K.SGD(0.1, clipnorm=0.1, weight_decay=0.01),
    "cosine": lambda: K.Adam(K.schedules.CosineDecay(0.05, 20)),
    "steps": lambda: K.SGD(K.schedules.PiecewiseConstantDecay([2, 5], [0.1, 0.05, 0.01])),
}
LOSSES = [
    ("mse", "numbers", "linear", ("mae",)),
    ("mae", "numbers", "linear", ("mse", "root_mean_squared_error")),
    ("huber", "numbers", "linear", ("r2_score",)),
    ("log_cosh", "numbers", "linear", ("cosine_similarity",)),
    ("poisson", "numbers", "softplus", ("mape",)),
    ("msle", "numbers", "softplus", ("mae",)),
    ("binary_crossentropy", "binary", "sigmoid", ("binary_accuracy", "precision", "recall", "auc")),
    ("binary_focal_crossentropy", "binary", "sigmoid", ("binary_accuracy",)),
    ("hinge", "binary", "tanh", ("accuracy",)),
    ("categorical_crossentropy", "classes", "softmax", ("accuracy", "top_k_categorical_accuracy")),
    ("sparse_categorical_crossentropy", "sparse", "softmax", ("accuracy",)),
    ("categorical_focal_crossentropy", "classes", "softmax", ("accuracy",)),
    ("kl_divergence", "classes", "softmax", ("accuracy",)),
    ("categorical_hinge", "classes", "softmax", ("categorical_accuracy",)),
]


# Each optimizer with a loss: all of both are met. The nightly run meets all pairs.
PAIRS = [(name, *LOSSES[number % len(LOSSES)]) for number, name in enumerate(OPTIMIZERS)]


def compare(data, epochs=EPOCHS, batch_size=BATCH, **network):
    """Train the same network with ``fit`` and with our loop."""
    theirs, ours = model(**network), model(**network)
    expected = fit(theirs, data, epochs, batch_size)
    loop = loop_over(ours, data, batch_size=batch_size)
    rows = loop.run_epochs(epochs).rows
    ours.optimizer.finalize_variable_values(ours.trainable_weights)
    assert_same_history(dict(zip(loop.keys, rows.T.tolist(), strict=True)), expected)
    assert_same_weights(ours, theirs)


@pytest.mark.parametrize(("name", "loss", "kind", "last", "metrics"), PAIRS, ids=[f"{p[0]}-{p[1]}" for p in PAIRS])
def test_every_optimizer_and_every_loss(name, loss, kind, last, metrics):
    data = samples(kind, weights=name in ("Adam", "RMSprop", "Lamb"), validation=name in ("SGD", "Adam", "Muon"))
    compare(data, loss=loss, last=last, metrics=metrics, optimizer=OPTIMIZERS[name])


@pytest.mark.nightly
@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize(("loss", "kind", "last", "metrics"), LOSSES, ids=[row[0] for row in LOSSES])
def test_every_optimizer_with_every_loss(name, loss, kind, last, metrics):
    compare(samples(kind, weights=True), 5, loss=loss, last=last, metrics=metrics, optimizer=OPTIMIZERS[name])


def test_batch_normalization_and_dropout():
    layers = keras.layers
    compare(
        samples(weights=True),
        5,
        optimizer="adam",
        middle=lambda: (layers.BatchNormalization(), layers.Dropout(0.3), layers.GaussianNoise(0.1)),
        kernel_regularizer="l2",
    )


@pytest.mark.parametrize("batch_size", [1, 11, 100])
def test_batch_sizes_with_and_without_a_partial_batch(batch_size):
    compare(samples(validation=batch_size != 11), optimizer="adam", batch_size=batch_size)


def test_a_picture_through_convolutions():
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(10, 6, 6, 1)).astype("f4"), rng.integers(0, CLASSES, 10).astype("i4")

    def made():
        keras.utils.set_random_seed(3)
        layers = [keras.layers.Conv2D(2, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten()]
        network = keras.Sequential([keras.Input((6, 6, 1)), *layers, keras.layers.Dense(CLASSES)])
        network.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
        return network

    data = type(samples())(x, y)
    theirs, ours = made(), made()
    expected = fit(theirs, data, EPOCHS, 4)
    history, _ = run(trainer_over(ours, data, batch_size=4), EPOCHS)  # in pieces, as the engine does
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)


def test_two_inputs_and_two_outputs():
    rng = np.random.default_rng(0)
    x = (rng.normal(size=(22, 3)).astype("f4"), rng.normal(size=(22, 2)).astype("f4"))
    y = (rng.normal(size=(22, 1)).astype("f4"), rng.integers(0, 2, (22, 2)).astype("f4"))

    def made():
        keras.utils.set_random_seed(3)
        a, b = keras.Input((3,), name="a"), keras.Input((2,), name="b")
        both = keras.layers.Concatenate()([a, b])
        outputs = [keras.layers.Dense(1, name="p")(both), keras.layers.Dense(2, activation="sigmoid", name="q")(both)]
        network = keras.Model([a, b], outputs)
        network.compile(loss=["mse", "binary_crossentropy"], optimizer="adam", metrics=[["mae"], ["accuracy"]])
        return network

    data = type(samples())(x, y, None, (x, y))
    theirs, ours = made(), made()
    expected = fit(theirs, data, EPOCHS)
    history, _ = run(trainer_over(ours, data), EPOCHS)
    assert_same_history(history, expected)
    assert_same_weights(ours, theirs)


def test_the_order_of_every_epoch_is_the_one_given():
    from nnviz.training.order import epoch_orders

    data = samples(validation=False)
    ours, theirs = model("adam"), model("adam")
    loop = loop_over(ours, data, shuffle=True, seed=7)
    loop.run_epochs(EPOCHS)
    for order in epoch_orders(7, 0, EPOCHS, len(data.x)):
        theirs.fit(data.x[order], data.y[order], batch_size=BATCH, shuffle=False, verbose=0)
    assert_same_weights(ours, theirs)


def test_evaluate_is_keras_evaluate_and_leaves_the_epoch_as_it_was():
    from nnviz.engine.loop.rows import Rows

    data = samples()
    ours = model("adam")
    loop = loop_over(ours, data)
    loop.run_epochs(2)
    loop.run_batches(1)
    before = [np.asarray(v) for v in loop.state.variables]
    scores = loop.evaluate(Rows(*data.validation))
    for value, variable in zip(before, loop.state.variables, strict=True):
        np.testing.assert_array_equal(value, np.asarray(variable))
    expected = ours.evaluate(*data.validation, batch_size=BATCH, verbose=0, return_dict=True)
    assert scores == expected
