"""Normalization, measured on the training rows before anything is learned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nnviz.engine.build import Built
from nnviz.network.adapting import adapted
from nnviz.network.spec import NetworkSpec

# Rows on the disk are measured so many at a time.
ROWS_AT_ONCE = 4096


def adapt(built: Built, network: NetworkSpec, rows: Any) -> None:
    """Measure the *rows* of the training part for each Normalization behind an Input, as Keras's adapt does.

    *rows* are as the model takes them: one array, or one for each Input. Those on the disk come as blocks, whose
    figures Keras joins.
    """
    layers = adapted(network)
    if not layers:
        return
    of_input = dict(zip(built.inputs, [rows] if len(built.inputs) == 1 else rows, strict=True))
    for layer_id, input_id in layers.items():
        x = of_input[input_id]
        built.layers[layer_id].adapt(x if isinstance(x, np.ndarray) else _blocks(x))


def _blocks(x: Any) -> Iterator[Any]:
    for start in range(0, len(x), ROWS_AT_ONCE):
        yield np.asarray(x[start : start + ROWS_AT_ONCE], np.float32)
