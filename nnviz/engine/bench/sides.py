"""The two sides of the bench that are Keras: ``model.fit``, and this engine as a run in the app uses it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from nnviz.engine.bench.cases import KERNEL, LEARNING_RATE, POOL, SEED, Array, Case, Conv, Dense, Flatten, Layer, Pool
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.fused import FusedLoop
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.trainer import Trainer
from nnviz.training.order import epoch_orders

FAR = 1 << 30  # epochs: a run without an end in sight, for which it pays to compile


def make_model(case: Case, shape: Sequence[int]) -> Any:
    """The compiled network of *case* for samples of *shape*; always the same initial weights."""
    keras.utils.set_random_seed(SEED)
    inputs = keras.Input(tuple(shape))
    answer = inputs
    for layer in case.layers:
        answer = _made(layer)(answer)
    model = keras.Model(inputs, answer)
    model.compile(loss=case.loss, optimizer=keras.optimizers.Adam(LEARNING_RATE), metrics=["accuracy"])
    return model


def _made(layer: Layer) -> Any:
    if isinstance(layer, Dense):
        return keras.layers.Dense(layer.units, activation=layer.activation)
    if isinstance(layer, Conv):
        return keras.layers.Conv2D(layer.filters, KERNEL, activation="relu")
    if isinstance(layer, Pool):
        return keras.layers.MaxPooling2D(POOL)
    return keras.layers.Flatten() if isinstance(layer, Flatten) else keras.layers.LSTM(layer.units)


class FitSide:
    """``model.fit`` with what it does by itself."""

    def __init__(self, case: Case, x: Array, y: Array) -> None:
        self._case, self._x, self._y = case, x, y
        self.model = make_model(case, x.shape[1:])

    def in_order(self, epoch: int) -> tuple[float, float]:
        """Train epoch number *epoch* (0-based) over the rows in the engine's order: seconds taken, and the loss."""
        return self._in_order(epoch, None)

    def first_steps(self, epochs: int, batches: int) -> float:
        """Train *epochs* epochs and so many *batches* of the next one, all in the engine's order; the last loss."""
        losses = [self.in_order(epoch)[1] for epoch in range(epochs)]
        return self._in_order(epochs, batches * self._case.batch_size)[1] if batches else losses[-1]

    def _in_order(self, epoch: int, rows: int | None) -> tuple[float, float]:
        order = epoch_orders(SEED, epoch, 1, len(self._x))[0][:rows]
        x, y = self._x[order], self._y[order]
        start = time.perf_counter()
        loss = self._fit(x, y, 1, shuffle=False)
        return time.perf_counter() - start, loss

    def train(self, epochs: int) -> tuple[float, float]:
        """Train so many epochs more; seconds taken, epochs done."""
        start = time.perf_counter()
        self._fit(self._x, self._y, epochs, shuffle=True)
        return time.perf_counter() - start, epochs

    def _fit(self, x: Array, y: Array, epochs: int, shuffle: bool) -> float:
        size = self._case.batch_size
        history = self.model.fit(x, y, batch_size=size, epochs=epochs, shuffle=shuffle, verbose=0)
        return float(history.history["loss"][-1])


class EngineSide:
    """This engine, in pieces as in the app, looking after every piece whether the weights are still numbers."""

    def __init__(self, case: Case, x: Array, y: Array) -> None:
        self._case, self._x, self._y = case, x, y
        self.model = make_model(case, x.shape[1:])
        self._trainer: Trainer | None = None
        self._initial: Any = None

    def begin(self) -> tuple[float, float]:
        """Put the data on the device, make the loop and train one epoch: seconds taken, and the loss."""
        start = time.perf_counter()
        case, shape = self._case, self._x.shape[1:]
        rows = Rows(self._x, self._y)
        loop = FusedLoop(self.model, rows, batch_size=case.batch_size, seed=SEED, twin=lambda: make_model(case, shape))
        self._initial = loop.state.read()
        self._trainer = Trainer(loop, Callbacks(self.model, ()))
        loss = self.run_to(1)
        return time.perf_counter() - start, loss

    @property
    def trainer(self) -> Trainer:
        """The run."""
        assert self._trainer is not None
        return self._trainer

    @property
    def compiled(self) -> bool:
        """Whether the steps are run by XLA now."""
        return self.trainer.loop.compiled

    def run_to(self, epoch: int) -> float:
        """Train to exactly *epoch* epochs in all; the loss of the last one."""
        loss = float("nan")
        while True:
            piece = self.trainer.advance(epoch)
            loss = float(piece.rows[-1][0]) if len(piece.rows) else loss
            if piece.ending is not None:
                return loss

    def first_steps(self, least: int) -> tuple[int, int, float]:
        """Begin again and train at least so many steps: epochs and batches done, and the loss so far in the last one.

        The steps are run in the pieces, and in the form, in which they would be run in a run.
        """
        self.start_over()
        loop, loss = self.trainer.loop, float("nan")
        target = max(1, least // loop.batches)
        while loop.epoch < target and loop.epoch * loop.batches + loop.batch < least:
            piece = self.trainer.advance(target)
            loss = float(piece.rows[-1][0]) if len(piece.rows) else loss
        place = loop.place
        return place.epoch, place.batch, float(place.logs[0]) if place.batch else loss

    def start_over(self) -> None:
        """Back to the initial weights, the steps run as they are now."""
        loop = self.trainer.loop
        loop.state.write(self._initial)
        loop.go_to(0)
        self.trainer.restart()

    def settle(self, seconds: float) -> None:
        """Train until a race has decided how the steps are run, and nothing is compiled beside them any more."""
        end = time.perf_counter() + seconds
        while not (self.trainer.loop.forms.raced and self.trainer.settled) and time.perf_counter() < end:
            self.trainer.advance(FAR)

    def train(self, epochs: int) -> tuple[float, float]:
        """Train about so many epochs more; seconds taken, and epochs done with the fraction of the one under way."""
        begun, start = self._position(), time.perf_counter()
        while self._position() < begun + epochs:
            self.trainer.advance(FAR)
        return time.perf_counter() - start, self._position() - begun

    def _position(self) -> float:
        loop = self.trainer.loop
        return loop.epoch + loop.batch / loop.batches


def differences(ours: EngineSide, weights: Sequence[Array]) -> float:
    """The largest difference between the engine's weights and *weights*."""
    pairs = zip(ours.model.get_weights(), weights, strict=True)
    return max(float(np.abs(mine - theirs).max()) for mine, theirs in pairs)
