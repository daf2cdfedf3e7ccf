"""What the optimizer would do now: gradients and the step they lead to, measured on one batch and taken back.

The step is really taken, by the optimizer itself, so that its moments, its schedule, its clipping, decay and
constraints are in the figures; then every variable gets the value back that it had. Copies of variables are made only
where they change, and the run goes on bit for bit as if no one had looked.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import tf
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.state import TrainingState
from nnviz.engine.methods import step_of

# Taking a step back needs the old values beside the new ones: of a larger state no step is taken, only gradients.
MOST_BYTES = 1 << 29
Floats = NDArray[np.float64]


class StepProbe:
    """Gradients and steps of the layers of a compiled model.

    Args:
        built: the model, compiled, its optimizer and metrics built.
        batch: the rows that are measured on, with targets and weights as training has them.
    """

    def __init__(self, built: Built, batch: Rows) -> None:
        self._model, self._batch = built.model, batch
        self._weights = [layer.trainable_weights for layer in built.layers.values()]
        self._state = TrainingState(built.model)
        size = sum(int(np.prod(v.shape)) * 4 for v in self._state.variables)
        self._steps = size <= MOST_BYTES
        self._measure = tf.function(self._norms, autograph=False, input_signature=batch.specs(None))

    def measure(self) -> tuple[Floats, Floats]:
        """The norm of each layer's gradient, and of the step as a share of its weights' norm.

        NaN for layers without trainable weights, infinity where the numbers have run out.
        """
        there = np.array([bool(weights) for weights in self._weights], bool)
        gradient, step, size = (np.asarray(norm, np.float64) for norm in self._measure(*self._batch.tensors))
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(step == 0, 0.0, step / size)
        gradient, ratio = (np.where(np.isfinite(values), values, np.inf) for values in (gradient, ratio))
        return np.where(there, gradient, np.nan), np.where(there & self._steps, ratio, np.nan)

    def _norms(self, *tensors: Any) -> Any:
        """Norms of gradients, steps and weights, ``(layers,)`` each."""
        model, optimizer = self._model, self._model.optimizer
        x, y, weight = self._batch.packed(tensors)
        before = self._read()
        variables = model.trainable_weights
        gradients = self._gradients(x, y, weight)
        if variables and self._steps:
            optimizer.apply_gradients(zip(gradients, variables, strict=True))
        after = self._read()
        moved = {key: after[key] - before[key] for key in map(id, variables)}
        for variable in self._state.variables:
            variable.value.assign(before[id(variable)])
        found = dict(zip(map(id, variables), gradients, strict=True))
        scale = optimizer.loss_scale_factor or 1.0
        return self._of_layers(found) / scale, self._of_layers(moved), self._of_layers(before)

    def _gradients(self, x: Any, y: Any, weight: Any) -> Any:
        """What the optimizer is given for each trainable weight: of the loss, or what a method goes down."""
        model, step = self._model, step_of(self._model)
        if step is not None:
            return step.gradients(x, y)
        with tf.GradientTape() as tape:
            answer = model(x, training=True)
            loss = model.optimizer.scale_loss(model.compute_loss(x, y, answer, weight, training=True))
        return tape.gradient(loss, model.trainable_weights)

    def _read(self) -> dict[int, Any]:
        return {id(variable): tf.identity(variable.value) for variable in self._state.variables}

    def _of_layers(self, values: dict[int, Any]) -> Any:
        """The norm of all of *values* that belong to a layer, for each layer."""
        return tf.stack([_norm([values[id(weight)] for weight in weights]) for weights in self._weights])


def _norm(values: list[Any]) -> Any:
    there = [tf.convert_to_tensor(value) for value in values if value is not None]
    squares = [tf.nn.l2_loss(tf.cast(value, tf.float32)) for value in there]
    return tf.sqrt(2.0 * tf.add_n(squares)) if squares else tf.zeros([])
