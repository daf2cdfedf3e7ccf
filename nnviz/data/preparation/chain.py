"""The steps of a preparation once they are fitted: what each column of a table becomes, with every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.data.text.cells import is_missing
from nnviz.sentences import Sentence

Array = NDArray[Any]
Value = str | float
# What to do about a value that never came up in training.
FOR_UNKNOWN = Sentence("let the encoding of the column ignore new values, or leave it out")


class FillNumber(msgspec.Struct, frozen=True, tag="fill", tag_field="do"):
    """A missing number (NaN) becomes *value*."""

    value: float


class Log(msgspec.Struct, frozen=True, tag="log1p", tag_field="do"):
    """x becomes log(1 + x), with the natural logarithm."""


class Rescale(msgspec.Struct, frozen=True, tag="scale", tag_field="do"):
    """x becomes ``(x - shift) / factor``; *how* is the step that the two figures were fitted for."""

    how: Literal["standard", "minmax", "255"]
    shift: float
    factor: float


Operation = FillNumber | Log | Rescale


class PreparedColumn(msgspec.Struct, frozen=True):
    """One column: text is filled, encoded, and its labels go through *numbers*; numbers do, and then are encoded.

    Attributes:
        name: in the header, or ``column 3`` where there is none.
        position: its 0-based place in the table it was learned from.
        kind: what the table holds there.
        fill: the word that stands in for a missing one; None where a missing word counts as a word.
        encode: ``onehot``: an input of 0 or 1 for each of the values; ``label``: the number of the value, from 0;
            None: the number itself.
        values: what is encoded, in the order of the inputs or labels.
        unknown: what a value is that is none of them: refused, or 0 in all inputs and -1 as a label.
        numbers: what is done to the numbers, in this order.
    """

    name: str
    position: int
    kind: Literal["number", "text"]
    fill: str | None = None
    encode: Literal["onehot", "label"] | None = None
    values: tuple[Value, ...] = ()
    unknown: Literal["refuse", "ignore"] = "refuse"
    numbers: tuple[Operation, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the inputs it becomes."""
        if self.encode != "onehot":
            return (self.name,)
        return tuple(f"{self.name}={shown(value) or '(empty)'}" for value in self.values)

    def codes(self, words: Sequence[str]) -> list[int]:
        """The place of each of the *words*, filled where it is missing, among the values; -1 for none of them."""
        places = {value: i for i, value in enumerate(self.values)}
        return [places.get(self.fill if self.fill is not None and is_missing(w) else w, -1) for w in words]


def shown(value: Value) -> str:
    """A value as it stands in a name: whole numbers without a point."""
    if isinstance(value, str):
        return value
    return str(int(value)) if float(value).is_integer() else repr(value)


@dataclass(frozen=True)
class _Layer:
    """One operation or several, of all columns at once: NaN is filled, then comes the logarithm, then the scaling."""

    fill: Array
    log: Array
    shift: Array
    factor: Array

    def forward(self, x: Array) -> Array:
        """*x* ``(..., columns)``, which is worked on in place."""
        if not np.isnan(self.fill).all():
            x = np.where(np.isnan(x), self.fill, x)
        if self.log.any():
            with np.errstate(divide="ignore"):  # what has no logarithm is -inf, which no filling hides from ``fault``
                x[..., self.log] = np.log1p(np.maximum(x[..., self.log], -1.0))
        x -= self.shift
        x /= self.factor
        return x

    def backward(self, x: Array) -> Array:
        """The same the other way round; what was filled stays so."""
        x = x * self.factor + self.shift
        if self.log.any():
            x[..., self.log] = np.expm1(x[..., self.log])
        return x


class Chain:
    """What all columns go through, fast for many columns.

    Raw are rows ``(..., columns)`` with one number a column: NaN for a missing number, and for text the place of the
    word among the values, see ``PreparedColumn.codes``.

    Args:
        columns: in the order of the raw rows.
    """

    def __init__(self, columns: Sequence[PreparedColumn]) -> None:
        self._columns = tuple(columns)
        self._layers = _layers([column.numbers for column in columns])
        self._widths = [len(column.features) for column in columns]
        of_inputs = [
            () if column.encode == "onehot" else column.numbers
            for column, width in zip(columns, self._widths, strict=True)
            for _ in range(width)
        ]
        self._input_layers = _layers(of_inputs)

    def forward(self, raw: Array) -> Array:
        """Raw rows to inputs ``(..., inputs)``, float64."""
        x = self._numbers(raw)
        if not any(column.encode == "onehot" for column in self._columns):
            return x
        out = np.zeros((*x.shape[:-1], sum(self._widths)))
        first = 0
        for i, (column, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            if column.encode != "onehot":
                out[..., first] = x[..., i]
            else:
                values = np.array(column.values) if column.kind == "number" else np.arange(width)
                out[..., first : first + width] = x[..., i, np.newaxis] == values
            first += width
        return out

    def backward(self, inputs: Array) -> Array:
        """Inputs in the units of the data: the scaling is undone, what was encoded stays encoded."""
        x = inputs.astype(np.float64)
        for layer in reversed(self._input_layers):
            x = layer.backward(x)
        return x

    def rescaled(self, inputs: Array) -> Array:
        """The inverse of ``backward``."""
        x = inputs.astype(np.float64)
        for layer in self._input_layers:
            x = layer.forward(x)
        return x

    @property
    def can_fail(self) -> bool:
        """Whether there are numbers that it cannot take; see ``fault``."""
        return any(
            Log() in column.numbers
            or (
                column.kind == "number"
                and (column.encode or not any(isinstance(o, FillNumber) for o in column.numbers))
            )
            for column in self._columns
        )

    def fault(self, raw: Array, strict: bool) -> tuple[int, str] | None:
        """The first of the *raw* rows that it cannot take, and the reason; None where it takes all.

        Args:
            raw: rows ``(n, ..., columns)``.
            strict: whether a number that never came up in training is refused where the column refuses such.
        """
        x = self._numbers(raw)
        found = []
        for i, column in enumerate(self._columns):
            own = x[..., i].reshape(len(x), -1)
            bad = ~np.isfinite(own).all(axis=1)
            if column.kind == "number" and column.encode == "onehot" and strict and column.unknown == "refuse":
                bad |= ~np.isin(own[:, 0], np.array(column.values))
            if bad.any():
                row = int(bad.argmax())
                found.append((row, self._reason(column, raw[row, ..., i].ravel().tolist(), x[row, ..., i].ravel())))
        return min(found) if found else None

    def _reason(self, column: PreparedColumn, raw: list[float], x: Array) -> str:
        value = next((v for v, result in zip(raw, x.tolist(), strict=True) if not np.isfinite(result)), raw[0])
        if np.isnan(value):
            return Sentence("{0!r} has no value, and no step fills it", column.name)
        if column.encode == "onehot":
            return unknown_value(column, shown(value))
        return Sentence("{0!r} is {1:g}, but log(1 + x) takes numbers that stay above -1", column.name, value)

    def _numbers(self, raw: Array) -> Array:
        x = raw.astype(np.float64)
        for layer in self._layers:
            x = layer.forward(x)
        return x


def some_of(values: Sequence[Value]) -> str:
    """The first of the values of a column, for a sentence."""
    return ", ".join(shown(value) or "(empty)" for value in values[:8]) + (", ..." if len(values) > 8 else "")


def unknown_value(column: PreparedColumn, value: str) -> Sentence:
    """What is said of a value that never came up in training, behind the place where it stands."""
    known = some_of(column.values)
    if column.fill is not None and is_missing(value):
        return Sentence(
            "{0!r} has no value, and its filling {1!r} never came up in training ({2})", column.name, column.fill, known
        )
    word = repr(value) if column.kind == "text" else value
    return Sentence(
        "{0!r} holds {1}, which never came up in training ({2}); {3}", column.name, word, known, FOR_UNKNOWN
    )


def _layers(operations: Sequence[tuple[Operation, ...]]) -> list[_Layer]:
    """Layers that do the operations of each column in their order, each as early as it can be."""
    count = len(operations)
    layers: list[_Layer] = []
    for i, own in enumerate(operations):
        depth, slot = 0, -1
        for operation in own:
            wanted = (FillNumber, Log, Rescale).index(type(operation))
            if wanted <= slot:
                depth += 1
            slot = wanted
            if depth == len(layers):
                layers.append(_Layer(np.full(count, np.nan), np.zeros(count, bool), np.zeros(count), np.ones(count)))
            layer = layers[depth]
            if isinstance(operation, FillNumber):
                layer.fill[i] = operation.value
            elif isinstance(operation, Log):
                layer.log[i] = True
            else:
                layer.shift[i], layer.factor[i] = operation.shift, operation.factor
    return layers
