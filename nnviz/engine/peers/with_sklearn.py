"""Dense networks in scikit-learn: ``MLPClassifier`` with Adam, as many epochs in one ``fit`` as are asked for."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from nnviz.engine.bench.cases import BETA_1, BETA_2, EPSILON, LEARNING_RATE, SEED, Array
from nnviz.engine.peers.peer import Peer, Task


def make(task: Task) -> Peer:
    """The network of *task*."""
    return _Network(task)


class _Network:
    """Shuffles by itself, and starts Adam anew with every ``fit``: what it learns differs a little from the others."""

    def __init__(self, task: Task) -> None:
        self._x, self._classes = task.x, _classes(task.y)
        self._model: Any = MLPClassifier(
            tuple(len(bias) for bias in task.weights[1:-1:2]),
            batch_size=min(task.case.batch_size, task.rows),
            learning_rate_init=LEARNING_RATE,
            beta_1=BETA_1,
            beta_2=BETA_2,
            epsilon=EPSILON,
            alpha=0.0,
            tol=0.0,
            n_iter_no_change=1 << 30,
            warm_start=True,
            random_state=SEED,
        )
        # Its own initial weights come with the first step; the ones given take their place.
        self._model.partial_fit(self._x, self._classes, classes=np.unique(self._classes))
        self._model.coefs_ = [np.array(kernel) for kernel in task.weights[::2]]
        self._model.intercepts_ = [np.array(bias) for bias in task.weights[1::2]]

    def train(self, epochs: int) -> float:
        self._model.max_iter = epochs
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            self._model.fit(self._x, self._classes)
        return float(self._model.loss_)


def _classes(y: Array) -> Array:
    return y.argmax(1) if y.shape[1] > 1 else y[:, 0].astype(np.int64)
