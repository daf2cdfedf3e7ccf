"""The target as the loss wants it: numbers, class indices or one-hot rows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.lazy import Derived, LazyRows
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.sentences import Sentence

Array = NDArray[Any]


def encoded(
    y: Array | LazyRows, facts: DataFacts, loss: str, shape: tuple[int, ...], lazily: bool = False
) -> Array | LazyRows:
    """The canonical target *y* as *loss* wants it for an output that answers a sample in *shape*, as ``(units,)``.

    ``sparse_`` losses take class indices int32 ``(n,)``; with all others several classes, or yes or no on two units,
    become one-hot float32 ``(n, units)``: *lazily*, only when they are asked for. Yes or no on one unit, numbers and
    labels are float32 ``(n, *shape)``.
    """
    units = shape[-1]
    if isinstance(y, LazyRows):
        return y.reshape(len(y), *shape)
    sparse = loss.startswith("sparse_")
    if facts.task == "classes" or (facts.task == "binary" and units > 1):
        classes = np.asarray(y, np.int32).reshape(-1)
        if len(classes) and int(classes.max()) >= units:
            raise BadInput(
                Sentence("The output has {0} units, but the data have {1} classes.", units, int(classes.max()) + 1)
            )
        hot = np.eye(units, dtype=np.float32)
        if lazily and not sparse:
            return Derived(classes, lambda rows: hot[rows], (units,), np.float32)
        return classes if sparse else hot[classes]
    rows = np.asarray(y, np.float32).reshape(len(y), -1)
    if rows.shape[1] != math.prod(shape):
        raise BadInput(
            Sentence("The output has {0} units, but the target has {1} numbers a row.", math.prod(shape), rows.shape[1])
        )
    return rows.reshape(len(y), *shape)


def row_weights(
    y: Array | LazyRows,
    weight: NDArray[np.float32] | None,
    class_weight: Mapping[str, float] | None,
    facts: DataFacts,
) -> NDArray[np.float32] | None:
    """How much each row counts: its own weight times that of its class; None where all count the same.

    *class_weight* names classes by index or by name; BadInput where there is no such class.
    """
    if class_weight is None:
        return weight
    if facts.task not in ("binary", "classes"):
        raise BadInput(Sentence("class_weight is for classes, but the task is {0}.", facts.task))
    factors = np.ones(max(facts.outputs, 2), np.float32)
    for key, value in class_weight.items():
        factors[_class_index(key, facts, len(factors))] = value
    rows = factors[np.asarray(y, np.int32).reshape(-1)]
    return rows if weight is None else rows * weight


def _class_index(key: str, facts: DataFacts, count: int) -> int:
    if key in facts.class_names:
        return facts.class_names.index(key)
    if key.isdigit() and int(key) < count:
        return int(key)
    known = ", ".join(facts.class_names) or ", ".join(str(number) for number in range(count))
    raise BadInput(Sentence("class_weight names the class {0!r}, but the classes are {1}.", key, known))
