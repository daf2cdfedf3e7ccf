"""The whole state of a run: weights, optimizer, metrics so far, random seeds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.methods import step_of
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

LARGE = 16 << 20  # bytes of all values from which TensorFlow's threads look through them faster than numpy


class TrainingState:
    """Reads and writes every variable that a training step of *model* reads or writes.

    The model must be built and compiled, and its metrics built: ``Graphs`` sees to that.

    Attributes:
        variables: the variables, each once.
    """

    def __init__(self, model: Any) -> None:
        everything = [*model.variables, *model.optimizer.variables, *model.metrics_variables]
        step = step_of(model)
        if step is not None:
            everything += step.variables
        seeds = keras.src.backend.common.global_state.get_global_attribute("global_seed_generator")
        if seeds is not None:
            everything.append(seeds.state)
        self.variables = list({id(variable): variable for variable in everything}.values())
        self._raw = [variable.value for variable in self.variables]
        numbers = {id(v) for v in (*model.weights, *model.optimizer.variables) if keras.backend.is_float_dtype(v.dtype)}
        self._numbers = [place for place, variable in enumerate(self.variables) if id(variable) in numbers]
        self._read = tf.function(lambda: [tf.identity(v) for v in self._raw], autograph=False)
        self._finite = tf.function(self._all_finite, autograph=False)

    @property
    def raw(self) -> tuple[Any, ...]:
        """The ``tf.Variable`` behind each of ``variables``."""
        return tuple(self._raw)

    @cached_property
    def size(self) -> int:
        """Bytes of all values."""
        return sum(int(np.prod(variable.shape)) * variable.dtype.size for variable in self._raw)

    def read(self) -> Sequence[Any]:
        """All values now. They are aliases that TensorFlow copies when a variable next changes, so this is cheap."""
        return tuple(self._read())

    def write(self, values: Sequence[Any]) -> None:
        """Put back what ``read`` gave."""
        for variable, value in zip(self._raw, values, strict=True):
            variable.assign(value)

    def finite(self) -> bool:
        """Whether every weight, and all that the optimizer remembers of it, is a finite number."""
        if self.size > LARGE:
            return bool(self._finite())
        values = self._read()  # a graph of its own takes longer to trace than a small network takes to learn
        return all(np.isfinite(values[place].numpy()).all() for place in self._numbers)

    def _all_finite(self) -> Any:
        return tf.reduce_all([tf.reduce_all(tf.math.is_finite(self._raw[place])) for place in self._numbers])

    def arrays(self) -> list[NDArray[Any]]:
        """Copies of all values, in the order of ``variables``: what a file of the run has to hold."""
        return [value.numpy().copy() for value in self.read()]

    def assign(self, arrays: Sequence[NDArray[Any]]) -> None:
        """Put back what ``arrays`` gave; BadInput, and nothing changed, where it belongs to another network."""
        if len(arrays) != len(self.variables):
            raise BadInput(
                Sentence("The state does not fit: expected {0} arrays, got {1}.", len(self.variables), len(arrays))
            )
        for array, variable in zip(arrays, self.variables, strict=True):
            expected, got = tuple(variable.shape), tuple(array.shape)
            if expected != got:
                raise BadInput(
                    Sentence(
                        "The state of {0} does not fit: expected shape {1}, got {2}.", variable.path, expected, got
                    )
                )
        self.write(arrays)
