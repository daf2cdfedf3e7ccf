"""Dense networks by hand in numpy: a matrix product a layer, Adam on one flat vector, nothing allocated twice."""

from __future__ import annotations

import numpy as np

from nnviz.engine.bench.cases import BETA_1, BETA_2, EPSILON, LEARNING_RATE, Array
from nnviz.engine.peers.peer import Peer, Task


def make(task: Task) -> Peer:
    """The network of *task*."""
    return _Network(task)


class _Network:
    """All weights, and all gradients, are views of one vector each, so that Adam is a few passes over them."""

    def __init__(self, task: Task) -> None:
        self._task, self._epoch, self._step = task, 0, 0
        self._flat = np.concatenate([w.ravel() for w in task.weights]).astype(np.float32)
        self._gradient, self._first, self._second, self._scratch = (np.zeros_like(self._flat) for _ in range(4))
        self._weights, self._gradients = _views(self._flat, task), _views(self._gradient, task)

    def train(self, epochs: int) -> float:
        loss = 0.0
        for _ in range(epochs):
            loss = self._run_epoch()
        return loss

    def _run_epoch(self) -> float:
        task, size, total = self._task, self._task.case.batch_size, 0.0
        order = task.orders(self._epoch, 1)[0]
        for start in range(0, task.rows, size):
            rows = order[start : start + size]
            total += self._run_batch(task.x[rows], task.y[rows])
        self._epoch += 1
        return total / task.rows

    def _run_batch(self, x: Array, y: Array) -> float:
        """One step; the loss summed over the rows."""
        inputs, kernels, biases = [x], self._weights[::2], self._weights[1::2]
        for kernel, bias in zip(kernels[:-1], biases[:-1], strict=True):
            hidden = inputs[-1] @ kernel
            hidden += bias
            inputs.append(np.maximum(hidden, 0, out=hidden))
        logits = inputs[-1] @ kernels[-1]
        logits += biases[-1]
        loss, delta = _loss(logits, y)
        delta /= len(x)
        for i in reversed(range(len(kernels))):
            np.matmul(inputs[i].T, delta, out=self._gradients[2 * i])
            delta.sum(0, out=self._gradients[2 * i + 1])
            if i:
                delta = delta @ kernels[i].T
                delta *= inputs[i] > 0
        self._adam()
        return loss

    def _adam(self) -> None:
        """The update of Kingma and Ba, arXiv:1412.6980; the bias corrections are in the step size as in Keras."""
        self._step += 1
        rate = np.float32(LEARNING_RATE * np.sqrt(1 - BETA_2**self._step) / (1 - BETA_1**self._step))
        gradient, first, second, scratch = self._gradient, self._first, self._second, self._scratch
        np.subtract(gradient, first, out=scratch)
        scratch *= np.float32(1 - BETA_1)
        first += scratch
        np.multiply(gradient, gradient, out=scratch)
        scratch -= second
        scratch *= np.float32(1 - BETA_2)
        second += scratch
        np.sqrt(second, out=scratch)
        scratch += np.float32(EPSILON)
        np.divide(first, scratch, out=scratch)
        scratch *= rate
        self._flat -= scratch


def _views(flat: Array, task: Task) -> list[Array]:
    parts, start = [], 0
    for weights in task.weights:
        parts.append(flat[start : start + weights.size].reshape(weights.shape))
        start += weights.size
    return parts


def _loss(logits: Array, y: Array) -> tuple[float, Array]:
    """The crossentropy summed over the rows, and its gradient by the logits: of one unit binary, else of classes."""
    if logits.shape[1] == 1:
        loss = np.maximum(logits, 0) - logits * y + np.log1p(np.exp(-np.abs(logits)))
        return float(loss.sum()), 1 / (1 + np.exp(-logits)) - y
    shifted = logits - logits.max(1, keepdims=True)
    powers = np.exp(shifted)
    sums = powers.sum(1, keepdims=True)
    loss = np.log(sums) - (shifted * y).sum(1, keepdims=True)
    powers /= sums
    powers -= y
    return float(loss.sum()), powers
