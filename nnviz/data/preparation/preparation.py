"""How raw numbers become the network's inputs, fitted on the training part alone, and how to go back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data import memory
from nnviz.data.preparation.chain import Chain, PreparedColumn
from nnviz.data.spec import Scale
from nnviz.network.facts import Task

Array = NDArray[Any]
CHUNK_VALUES = 1 << 17  # float64 intermediates of about 1 MB, which stay in the cache: twice to four times as fast
ROUNDING = 5e-7  # of the shift of a column: float32 inputs say no more of its numbers


@dataclass(frozen=True)
class InputColumn:
    """One column of a table among the inputs.

    Attributes:
        name: its name in the header, or ``column 3`` where there is none.
        position: its 0-based place in the table it was learned from.
        kind: ``number`` gives one input; ``text`` one input of 0 or 1 for each of its values.
        values: the values of a text column, in the order of their inputs.
    """

    name: str
    position: int
    kind: Literal["number", "text"]
    values: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the inputs it becomes."""
        if self.kind == "number":
            return (self.name,)
        return tuple(f"{self.name}={value or '(empty)'}" for value in self.values)


@dataclass(frozen=True)
class Preparation:
    """The chain from raw numbers to inputs. Frozen and picklable.

    Scaled is ``(raw - shift) / factor``. The two have one figure per feature (per channel of a series), a single
    one for the whole picture, or none where nothing is scaled. Where steps were chosen for single columns, *steps*
    says it all instead: raw rows have one number a column then, see ``Chain``, and these three are empty.

    Attributes:
        input_shape: the shape of one sample.
        scale_kind: which scaling it is.
        shift, factor: its figures.
        fill: what stands in for a missing cell, one number per feature; empty where nothing can be missing.
        columns: the input columns of a table.
        steps: what each column of a table or series goes through, where steps were chosen.
        feature_names: the names of the inputs where a sample is one row of numbers.
        task: what the target asks for.
        class_values: the target's own values in the order of the class indices.
        class_names: what to call them.
    """

    input_shape: tuple[int, ...]
    scale_kind: Scale = "none"
    shift: tuple[float, ...] = ()
    factor: tuple[float, ...] = ()
    fill: tuple[float, ...] = ()
    columns: tuple[InputColumn, ...] = ()
    steps: tuple[PreparedColumn, ...] = ()
    feature_names: tuple[str, ...] = ()
    task: Task = "regression"
    class_values: tuple[str | int | float, ...] = ()
    class_names: tuple[str, ...] = ()

    @cached_property
    def chain(self) -> Chain | None:
        """The *steps*, ready to be done; None where there are none."""
        return Chain(self.steps) if self.steps else None

    @property
    def changes(self) -> bool:
        """Whether the inputs are anything but the numbers of the data themselves."""
        return bool(self.factor or self.columns or self.steps)

    def scale(self, x: Array) -> NDArray[np.float32]:
        """Raw ``(n, *input_shape)`` to float32 inputs of the same shape; missing cells (NaN) are filled.

        Raw rows of a chain of *steps* have one number a column, which may be fewer than the inputs.
        """
        return self._in_pieces(x, self._scaled if self.chain is None else self.chain.forward)

    def unscale(self, x: Array) -> NDArray[np.float32]:
        """Inputs of the network back to the units of the data; what was encoded stays encoded."""
        if self.chain is not None:
            return self.chain.backward(np.asarray(x)).astype(np.float32)
        if not self.factor:
            return np.asarray(x, np.float32)
        shift, factor = self._figures
        raw: Array = np.asarray(x, np.float64) * factor + shift
        # The inputs are float32: what is left of a nought by their rounding is a nought.
        return np.where(np.abs(raw) < ROUNDING * np.abs(shift), 0.0, raw).astype(np.float32)

    def rescale(self, x: Array) -> NDArray[np.float32]:
        """The inverse of ``unscale``: numbers in the units of the data to inputs, ``(n, *input_shape)``."""
        return self._in_pieces(x, self._scaled if self.chain is None else self.chain.rescaled)

    def _scaled(self, x: Array) -> Array:
        x = filled(x, self.fill)
        if self.factor:
            shift, factor = self._figures
            x = x.astype(np.float64)  # a copy, which may be worked on in place
            x -= shift
            x /= factor
        return x

    @cached_property
    def _figures(self) -> tuple[Array, Array]:
        return np.array(self.shift), np.array(self.factor)

    def _in_pieces(self, x: Array, function: Callable[[Array], Array]) -> NDArray[np.float32]:
        """*function* of all rows of *x*, a few at a time."""
        out = memory.empty((len(x), *self.input_shape) if self.steps else x.shape)
        step = max(1, CHUNK_VALUES // max(1, x[:1].size))
        for start in range(0, len(x), step):
            rows = slice(start, start + step)
            out[rows] = function(x[rows])
        return out


def filled(x: Array, fill: tuple[float, ...]) -> Array:
    """*x* ``(n, features)`` with its NaN replaced by each feature's number."""
    return np.where(np.isnan(x), np.array(fill), x) if fill else x


def medians(x: Array) -> tuple[float, ...]:
    """The median of each feature of *x* ``(n, features)`` over the values there are; 0 where there are none."""
    known = ~np.isnan(x).all(axis=0)
    result = np.zeros(x.shape[1])
    result[known] = np.nanmedian(x[:, known], axis=0)
    return tuple(result.tolist())


def scaling_figures(
    kind: Scale, columns: tuple[InputColumn, ...], fit: Callable[[], tuple[Array, Array]]
) -> tuple[Array, Array]:
    """Shift and factor of scaling, both empty for ``none``; *fit* takes those of standard and minmax from the data.

    Pictures ``(n, height, width, channels)`` have one figure for all pixels, which keeps their look; series
    ``(n, steps, channels)`` one a channel. The 0-or-1 inputs of text columns stay as they are.
    """
    if kind == "none":
        return np.array([]), np.array([])
    if kind == "255":
        shift, factor = np.zeros(1), np.full(1, 255.0)
    else:
        shift, factor = fit()
    if any(column.kind == "text" for column in columns):
        numbers = np.array([column.kind == "number" for column in columns for _ in column.features])
        shift, factor = np.where(numbers, shift, 0.0), np.where(numbers, factor, 1.0)
    return shift, factor


def fit(x: Array, kind: Scale) -> tuple[Array, Array]:
    """Shift and factor of ``standard`` or ``minmax`` for *x*, the training part's raw inputs."""
    axes = statistics_axes(x.ndim)
    values = x.astype(np.float64)
    if kind == "minmax":
        low = np.atleast_1d(values.min(axis=axes))
        span = np.atleast_1d(values.max(axis=axes)) - low
        span[span == 0] = 1.0
        return low, span
    mean = np.atleast_1d(values.mean(axis=axes))
    return mean, spread_or_one(mean, np.atleast_1d(values.std(axis=axes)))


def statistics_axes(axes: int) -> tuple[int, ...]:
    """Over which of so many *axes* a figure of scaling is taken: all of a picture, else all but the features."""
    return tuple(range(axes)) if axes >= 4 else tuple(range(axes - 1))


def spread_or_one(mean: Array, spread: Array) -> Array:
    """The spread of each feature, 1 where it is constant.

    A constant column has a spread of rounding noise, not of 0: dividing by it would blow the noise up.
    """
    return np.where(spread <= 1e-12 * np.abs(mean), 1.0, spread)
