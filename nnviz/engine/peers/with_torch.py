"""PyTorch, eager: modules, ``backward`` and the fused Adam, on one thread or on as many as there are cores."""

from __future__ import annotations

import os
import time
from typing import Any

import numpy as np
import torch
from torch import nn

from nnviz.engine.bench.cases import (
    BETA_1,
    BETA_2,
    EPSILON,
    KERNEL,
    LEARNING_RATE,
    POOL,
    Array,
    Conv,
    Dense,
    Flatten,
    Pool,
)
from nnviz.engine.peers.peer import Peer, Task

# The probabilities' activation is part of these, which is faster and more exact.
_LOSSES = {
    "binary_crossentropy": nn.functional.binary_cross_entropy_with_logits,
    "categorical_crossentropy": nn.functional.cross_entropy,
    "mse": nn.functional.mse_loss,
}


def make(task: Task) -> Peer:
    """The network of *task*."""
    return _Network(task)


class _Network:
    """Finds out in its first epochs after the very first one which number of threads is the faster one."""

    def __init__(self, task: Task) -> None:
        self._task, self._epoch = task, 0
        self._loss = _LOSSES[task.case.loss]
        x = np.moveaxis(task.x, -1, 1) if task.x.ndim == 4 else task.x
        self._x, self._y = torch.from_numpy(np.ascontiguousarray(x)), torch.from_numpy(task.y)
        self._layers = _layers(task)
        learned = [p for layer in self._layers for p in layer.parameters() if p.requires_grad]
        self._adam = torch.optim.Adam(learned, LEARNING_RATE, (BETA_1, BETA_2), EPSILON, fused=True)
        self._to_try = list(dict.fromkeys((os.cpu_count() or 1, 1)))
        self._tried: dict[int, float] = {}

    def train(self, epochs: int) -> float:
        loss = 0.0
        for _ in range(epochs):
            loss = self._run_epoch() if self._epoch == 0 or not self._to_try else self._try_threads()
        return loss

    def _try_threads(self) -> float:
        threads = self._to_try.pop()
        torch.set_num_threads(threads)
        start = time.perf_counter()
        loss = self._run_epoch()
        self._tried[threads] = time.perf_counter() - start
        if not self._to_try:
            torch.set_num_threads(min(self._tried, key=lambda count: self._tried[count]))
        return loss

    def _run_epoch(self) -> float:
        order = torch.from_numpy(self._task.orders(self._epoch, 1)[0].astype(np.int64))
        total = 0.0
        for rows in order.split(self._task.case.batch_size):
            self._adam.zero_grad()
            loss = self._loss(self._forward(self._x[rows]), self._y[rows])
            loss.backward()
            self._adam.step()
            total += loss.item() * len(rows)
        self._epoch += 1
        return total / self._task.rows

    def _forward(self, x: Any) -> Any:
        """The logits of the samples *x*."""
        for layer in self._layers:
            x = layer(x)
            if isinstance(layer, nn.LSTM):
                x = x[1][0][0]  # the last state
        return x


def _layers(task: Task) -> list[Any]:
    """The layers of *task* up to the logits, with its initial weights."""
    weights = iter(task.weights)
    parts: list[Any] = []
    shape = task.x.shape[1:]
    for layer in task.case.layers:
        if isinstance(layer, Dense):
            parts.append(_dense(next(weights), next(weights), shape))
            shape = (layer.units,)
            if layer.activation == "relu":
                parts.append(nn.ReLU())
        elif isinstance(layer, Conv):
            parts += [_conv(next(weights), next(weights)), nn.ReLU()]
            shape = (shape[0] - KERNEL + 1, shape[1] - KERNEL + 1, layer.filters)
        elif isinstance(layer, Pool):
            parts.append(nn.MaxPool2d(POOL))
            shape = (shape[0] // POOL, shape[1] // POOL, shape[2])
        elif isinstance(layer, Flatten):
            parts.append(nn.Flatten())
        else:
            parts.append(_lstm(next(weights), next(weights), next(weights)))
            shape = (layer.units,)
    return parts


def _dense(kernel: Array, bias: Array, shape: tuple[int, ...]) -> Any:
    if len(shape) == 3:  # behind Flatten: the channels come first here, last in Keras
        kernel = kernel.reshape(*shape, -1).transpose(2, 0, 1, 3).reshape(kernel.shape)
    layer = nn.Linear(*kernel.shape)
    _put(layer.weight, kernel.T)
    _put(layer.bias, bias)
    return layer


def _conv(kernel: Array, bias: Array) -> Any:
    layer = nn.Conv2d(kernel.shape[2], kernel.shape[3], KERNEL)
    _put(layer.weight, kernel.transpose(3, 2, 0, 1))
    _put(layer.bias, bias)
    return layer


def _lstm(kernel: Array, recurrent: Array, bias: Array) -> Any:
    """An LSTM with one bias, as Keras has it; the second one of PyTorch stays 0."""
    layer = nn.LSTM(kernel.shape[0], recurrent.shape[0], batch_first=True)
    places = (layer.weight_ih_l0, layer.weight_hh_l0, layer.bias_ih_l0, layer.bias_hh_l0)
    for place, values in zip(places, (kernel.T, recurrent.T, bias, np.zeros_like(bias)), strict=True):
        _put(place, values)
    layer.bias_hh_l0.requires_grad_(False)
    return layer


def _put(place: Any, values: Array) -> None:
    with torch.no_grad():
        place.copy_(torch.from_numpy(np.ascontiguousarray(values)))
