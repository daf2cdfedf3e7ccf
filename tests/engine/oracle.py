"""The same small work for Keras's own ``fit`` and for our loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.compiled import CompiledGraphs
from nnviz.engine.loop.fused import FusedLoop
from nnviz.engine.loop.graphs import GraphName
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.state import TrainingState
from nnviz.engine.loop.trainer import Piece, Trainer

ROWS, FEATURES, CLASSES = 22, 5, 3  # 22 rows in batches of 8: the last one is partial
BATCH = 8


@dataclass(frozen=True)
class Data:
    """Training rows with weights, and validation rows."""

    x: Any
    y: Any
    weight: Any = None
    validation: tuple[Any, ...] | None = None


def samples(kind: str = "classes", validation: bool = True, weights: bool = False, seed: int = 0) -> Data:
    """Random rows with a target that a loss of *kind* takes."""
    rng = np.random.default_rng(seed)

    def target(rows: int) -> Any:
        if kind == "classes":
            return np.eye(CLASSES, dtype=np.float32)[rng.integers(0, CLASSES, rows)]
        if kind == "sparse":
            return rng.integers(0, CLASSES, rows).astype(np.int32)
        if kind == "binary":
            return rng.integers(0, 2, (rows, CLASSES)).astype(np.float32)
        return rng.uniform(0.1, 2.0, (rows, CLASSES)).astype(np.float32)

    x = rng.normal(size=(ROWS, FEATURES)).astype(np.float32)
    held = rng.normal(size=(BATCH + 3, FEATURES)).astype(np.float32)
    return Data(
        x,
        target(ROWS),
        rng.uniform(0.2, 2.0, ROWS).astype(np.float32) if weights else None,
        (held, target(len(held))) if validation else None,
    )


def model(
    optimizer: Any = "sgd",
    loss: str = "categorical_crossentropy",
    metrics: Sequence[str] = ("accuracy",),
    middle: Callable[[], Sequence[Any]] = lambda: (),
    last: str = "softmax",
    seed: int = 1,
    **dense: Any,
) -> Any:
    """A compiled network 5 -> 6 -> *middle* -> 3; *optimizer* and *middle* make new objects each time if callable."""
    keras.utils.set_random_seed(seed)
    inputs = keras.Input((FEATURES,))
    x = keras.layers.Dense(6, activation="tanh", **dense)(inputs)
    for layer in middle():
        x = layer(x)
    made = keras.Model(inputs, keras.layers.Dense(CLASSES, activation=last)(x))
    made.compile(loss=loss, optimizer=optimizer() if callable(optimizer) else optimizer, metrics=list(metrics))
    return made


def loop_over(made: Any, data: Data, batch_size: int = BATCH, shuffle: bool = False, seed: int = 0) -> FusedLoop:
    """Our loop over *data*."""
    validation = Rows(*data.validation) if data.validation is not None else None
    train = Rows(data.x, data.y, data.weight)
    return FusedLoop(made, train, validation, batch_size=batch_size, shuffle=shuffle, seed=seed)


def trainer_over(made: Any, data: Data, callbacks: Sequence[Any] = (), **options: Any) -> Trainer:
    """Our loop with its callbacks."""
    return Trainer(loop_over(made, data, **options), Callbacks(made, callbacks))


def run(trainer: Trainer, epochs: int) -> tuple[dict[str, list[float]], Piece]:
    """Advance to an ending: the history as ``fit`` gives it, and the last piece."""
    history: dict[str, list[float]] = {}
    while True:
        piece = trainer.advance(epochs)
        for row in piece.rows:
            for key, value in zip(piece.keys, row, strict=True):
                history.setdefault(key, []).append(value)
        if piece.ending is not None:
            return history, piece


def fit(made: Any, data: Data, epochs: int, batch_size: int = BATCH, **options: Any) -> dict[str, list[float]]:
    """Keras's own way through the same work: its history."""
    history = made.fit(
        data.x,
        data.y,
        sample_weight=data.weight,
        validation_data=data.validation,
        batch_size=batch_size,
        epochs=epochs,
        shuffle=False,
        verbose=0,
        **options,
    )
    return dict(history.history)


def assert_same_weights(ours: Any, theirs: Any) -> None:
    """Every variable of both models is bit-for-bit the same."""
    for a, b in zip(ours.variables, theirs.variables, strict=True):
        np.testing.assert_array_equal(np.asarray(a), np.asarray(b), err_msg=a.path)


def assert_same_history(ours: dict[str, list[float]], theirs: dict[str, list[float]]) -> None:
    """Both histories hold the same logs with the same float32 numbers."""
    assert set(ours) == set(theirs)
    for key, values in theirs.items():
        np.testing.assert_array_equal(np.float32(ours[key]), np.float32(values), err_msg=key)


def loop_compiled(
    make: Callable[[], Any], data: Data, names: Sequence[GraphName] = ("epochs",), **options: Any
) -> FusedLoop:
    """Our loop over a model that *make* makes, with the graphs called *names* as XLA compiles them."""
    loop = loop_over(make(), data, **options)
    validation = Rows(*data.validation) if data.validation is not None else None
    twin, shuffled = make(), options.get("shuffle", False)
    graphs = CompiledGraphs(
        twin, Rows(data.x, data.y, data.weight), validation, options.get("batch_size", BATCH), shuffled
    )
    forms = {name: graphs.form(name) for name in names}
    for form in forms.values():
        form.tie(TrainingState(twin).raw, loop.state.raw)
    loop.forms.use(forms)
    return loop
