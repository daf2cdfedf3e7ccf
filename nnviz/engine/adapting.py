"""Normalization, measured on the training rows before anything is learned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nnviz.data.lazy import rows_of_a_chunk
from nnviz.engine.build import Built
from nnviz.network.adapting import adapted
from nnviz.network.spec import NetworkSpec

# Rows on the disk are measured so many at a time, and of large ones so many chunks as are some 64 MB.
ROWS_AT_ONCE, CHUNKS_AT_ONCE = 4096, 16


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
    step = min(ROWS_AT_ONCE, rows_of_a_chunk(x.shape, CHUNKS_AT_ONCE))
    for start in range(0, len(x), step):
        yield np.asarray(x[start : start + step], np.float32)
