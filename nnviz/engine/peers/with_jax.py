"""JAX: whole epochs in one compiled loop; a network with convolutions a compiled step a batch.

XLA runs a convolution inside a loop on one thread and without its fast kernels, 30 times slower than outside of one.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from nnviz.engine.bench.cases import (
    BETA_1,
    BETA_2,
    EPSILON,
    LEARNING_RATE,
    POOL,
    Case,
    Conv,
    Dense,
    Flatten,
    Pool,
)
from nnviz.engine.peers.peer import Peer, Task

MOST_NUMBERS, MOST_EPOCHS = 1 << 20, 4096  # row numbers, and epochs, in one call


def make(task: Task) -> Peer:
    """The network of *task*."""
    return _Stepped(task) if any(isinstance(layer, Conv) for layer in task.case.layers) else _Scanned(task)


class _Scanned:
    """Epochs as a loop over a loop over the batches, compiled as one."""

    def __init__(self, task: Task) -> None:
        self._task, self._epoch, self._state = task, 0, _initial(task)
        self._x, self._y = jnp.asarray(task.x), jnp.asarray(task.y)
        self._most = max(1, min(MOST_EPOCHS, MOST_NUMBERS // task.rows))
        self._run = jax.jit(self._epochs, donate_argnums=0)

    def train(self, epochs: int) -> float:
        loss: Any = 0.0
        while epochs:
            count = min(epochs, self._most)
            orders = np.zeros((self._most, self._task.rows), np.int32)
            orders[:count] = self._task.orders(self._epoch, count)
            self._state, loss = self._run(self._state, count, orders, self._x, self._y)
            self._epoch, epochs = self._epoch + count, epochs - count
        return float(loss)

    def _epochs(self, state: Any, count: Any, orders: Any, x: Any, y: Any) -> Any:
        def one(i: Any, carried: Any) -> Any:
            return self._one_epoch(carried[0], orders[i], x, y)

        return lax.fori_loop(0, count, one, (state, jnp.float32(0)))

    def _one_epoch(self, state: Any, order: Any, x: Any, y: Any) -> Any:
        case, rows = self._task.case, self._task.rows
        size = min(case.batch_size, rows)
        whole = rows // size * size

        def step(state: Any, numbers: Any) -> Any:
            return _step(case, state, x[numbers], y[numbers])

        state, losses = lax.scan(step, state, order[:whole].reshape(-1, size))
        total = losses.sum() * size
        if whole < rows:
            state, last = step(state, order[whole:])
            total += last * (rows - whole)
        return state, total / rows


class _Stepped:
    """A call a batch."""

    def __init__(self, task: Task) -> None:
        self._task, self._epoch, self._state = task, 0, _initial(task)
        self._x, self._y = jnp.asarray(task.x), jnp.asarray(task.y)
        self._step = jax.jit(
            lambda state, x, y, rows: _step(task.case, state, x[rows], y[rows]),
            donate_argnums=0,
        )

    def train(self, epochs: int) -> float:
        loss = 0.0
        for _ in range(epochs):
            loss = self._run_epoch()
        return loss

    def _run_epoch(self) -> float:
        order, size, losses = self._task.orders(self._epoch, 1)[0], self._task.case.batch_size, []
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            self._state, loss = self._step(self._state, self._x, self._y, rows)
            losses.append((loss, len(rows)))
        self._epoch += 1
        return sum(float(loss) * count for loss, count in losses) / len(order)


def _initial(task: Task) -> Any:
    weights = [jnp.asarray(w) for w in task.weights]
    return weights, [jnp.zeros_like(w) for w in weights], [jnp.zeros_like(w) for w in weights], jnp.float32(0)


def _step(case: Case, state: Any, x: Any, y: Any) -> Any:
    """One step of Adam, with the bias corrections in the step size as Keras has them; the state after it, the loss."""
    weights, firsts, seconds, count = state
    loss, gradients = jax.value_and_grad(lambda w: _loss(case, _forward(case, w, x), y))(weights)
    count += 1
    rate = LEARNING_RATE * jnp.sqrt(1 - BETA_2**count) / (1 - BETA_1**count)
    firsts = [m + (g - m) * (1 - BETA_1) for m, g in zip(firsts, gradients, strict=True)]
    seconds = [v + (g * g - v) * (1 - BETA_2) for v, g in zip(seconds, gradients, strict=True)]
    moments = zip(weights, firsts, seconds, strict=True)
    weights = [w - rate * m / (jnp.sqrt(v) + EPSILON) for w, m, v in moments]
    return (weights, firsts, seconds, count), loss


def _forward(case: Case, weights: list[Any], x: Any) -> Any:
    """The logits of the samples *x*."""
    rest = iter(weights)
    for layer in case.layers:
        if isinstance(layer, Dense):
            x = x @ next(rest) + next(rest)
            x = jax.nn.relu(x) if layer.activation == "relu" else x
        elif isinstance(layer, Conv):
            form = ("NHWC", "HWIO", "NHWC")
            x = lax.conv_general_dilated(x, next(rest), (1, 1), "VALID", dimension_numbers=form)
            x = jax.nn.relu(x + next(rest))
        elif isinstance(layer, Pool):
            window = (1, POOL, POOL, 1)
            x = lax.reduce_window(x, -jnp.inf, lax.max, window, window, "VALID")
        elif isinstance(layer, Flatten):
            x = x.reshape(len(x), -1)
        else:
            x = _last_state(x, next(rest), next(rest), next(rest))
    return x


def _last_state(x: Any, kernel: Any, recurrent: Any, bias: Any) -> Any:
    """An LSTM over ``(n, steps, inputs)``: the products with the inputs for all steps at once, then step by step."""
    inputs = (x @ kernel + bias).swapaxes(0, 1)
    start = jnp.zeros((x.shape[0], recurrent.shape[0]), x.dtype)

    def step(state: Any, row: Any) -> Any:
        cell, hidden = state
        i, f, g, o = jnp.split(row + hidden @ recurrent, 4, axis=1)
        cell = jax.nn.sigmoid(f) * cell + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (cell, jax.nn.sigmoid(o) * jnp.tanh(cell)), None

    return lax.scan(step, (start, start), inputs)[0][1]


def _loss(case: Case, logits: Any, y: Any) -> Any:
    if case.loss == "mse":
        return jnp.mean((logits - y) ** 2)
    if case.loss == "binary_crossentropy":
        return jnp.mean(jnp.maximum(logits, 0) - logits * y + jnp.log1p(jnp.exp(-jnp.abs(logits))))
    return -jnp.mean(jnp.sum(jax.nn.log_softmax(logits) * y, axis=1))
