"""The whole state of a run: weights, optimizer, metrics so far, random seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import keras, tf
from nnviz.errors import BadInput

Arrays = dict[str, NDArray[Any]]


class TrainingState:
    """Reads and writes every variable that a training step of *model* reads or writes.

    The model must be built and compiled, and its metrics built: ``Graphs`` sees to that.

    Attributes:
        variables: the variables, each once.
    """

    def __init__(self, model: Any) -> None:
        everything = [*model.variables, *model.optimizer.variables, *model.metrics_variables]
        seeds = keras.src.backend.common.global_state.get_global_attribute("global_seed_generator")
        if seeds is not None:
            everything.append(seeds.state)
        self.variables = list({id(variable): variable for variable in everything}.values())
        self._raw = [variable.value for variable in self.variables]
        self._weights = [v.value for v in model.weights if keras.backend.is_float_dtype(v.dtype)]
        self._read = tf.function(lambda: [tf.identity(v) for v in self._raw], autograph=False)
        self._finite = tf.function(self._all_finite, autograph=False)

    def read(self) -> Sequence[Any]:
        """All values now. They are aliases that TensorFlow copies when a variable next changes, so this is cheap."""
        return tuple(self._read())

    def write(self, values: Sequence[Any]) -> None:
        """Put back what ``read`` gave."""
        for variable, value in zip(self._raw, values, strict=True):
            variable.assign(value)

    def finite(self) -> bool:
        """Whether every weight is a finite number."""
        return bool(self._finite())

    def _all_finite(self) -> Any:
        if not self._weights:
            return tf.constant(True)
        return tf.reduce_all([tf.reduce_all(tf.math.is_finite(v)) for v in self._weights])

    def arrays(self) -> Arrays:
        """All values by name: number and path of the variable, as ``003:hidden/kernel``."""
        values = self.read()
        return {name: value.numpy().copy() for name, value in zip(self._names(), values, strict=True)}

    def assign(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Put back what ``arrays`` gave; BadInput, and nothing changed, where it belongs to another network."""
        names = self._names()
        for name, variable in zip(names, self.variables, strict=True):
            got = arrays[name].shape if name in arrays else "nothing"
            if got != tuple(variable.shape):
                raise BadInput(f"The state of {name[4:]} does not fit: expected {tuple(variable.shape)}, got {got}.")
        for name, variable in zip(names, self._raw, strict=True):
            variable.assign(arrays[name])

    def _names(self) -> list[str]:
        return [f"{number:03d}:{variable.path}" for number, variable in enumerate(self.variables)]


def same_layout(ours: Sequence[Any], others: Sequence[Any]) -> bool:
    """Whether two lists of variables hold the same arrays in the same order."""
    return [tuple(v.shape) for v in ours] == [tuple(v.shape) for v in others]


def copy_values(targets: Sequence[Any], sources: Sequence[Any]) -> None:
    """Assign each of *sources* to the variable at its place in *targets*."""
    for target, source in zip(targets, sources, strict=True):
        target.assign(np.asarray(source))
