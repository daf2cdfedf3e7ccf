"""Pictures of the weights: a sample of rows and columns, and a histogram, however large the layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.training.messages import LayerWeights

BINS = 32
# A histogram of more weights than this is drawn from a regular sample of them: that is what bounds its time.
MOST_COUNTED = 1 << 18
Floats = NDArray[np.float32]


def layer_weights(built: Built, cells: int) -> tuple[LayerWeights, ...]:
    """A picture of every layer with a kernel, of at most *cells* rows and *cells* columns."""
    if cells < 1:
        return ()
    found = []
    for layer_id, layer in built.layers.items():
        kernel, bias = matrix(layer), _named(layer, "bias")
        if kernel is not None:
            found.append(picture(layer_id, kernel, bias if bias is not None else np.zeros(0, np.float32), cells))
    return tuple(found)


def matrix(layer: Any) -> Floats | None:
    """The layer's kernel as ``(inputs, units)``: all dimensions but the last are laid out as rows; None without one."""
    kernel = _named(layer, "kernel")
    return None if kernel is None or kernel.ndim < 2 else kernel.reshape(-1, kernel.shape[-1])


def _named(layer: Any, name: str) -> Floats | None:
    return next((v.numpy().astype(np.float32, copy=False) for v in layer.weights if v.name == name), None)


def picture(layer_id: str, kernel: Floats, bias: Floats, cells: int) -> LayerWeights:
    """The picture of one layer: *kernel* ``(inputs, units)``, *bias* ``(units,)`` or empty."""
    rows, cols = sampled(kernel.shape[0], cells), sampled(kernel.shape[1], cells)
    counts, low, high = histogram(kernel, bias)
    return LayerWeights(
        id=layer_id,
        shape=(kernel.shape[0], kernel.shape[1]),
        rows=tuple(rows.tolist()),
        cols=tuple(cols.tolist()),
        kernel=_bytes(kernel[np.ix_(rows, cols)]),
        bias=_bytes(bias[cols]) if bias.size else b"",
        histogram=tuple(counts.tolist()),
        low=low,
        high=high,
        norm=float(np.sqrt(np.dot(kernel.reshape(-1), kernel.reshape(-1)))),
    )


def sampled(count: int, most: int) -> NDArray[np.intp]:
    """At most *most* of the numbers 0 to *count* - 1, evenly spread, first and last among them."""
    if count <= most:
        return np.arange(count)
    return np.unique(np.linspace(0, count - 1, most).round().astype(np.intp))


def histogram(kernel: Floats, bias: Floats) -> tuple[NDArray[np.int64], float, float]:
    """Counts of all weights in equal bins, and where the first begins and the last ends.

    Of very large layers every n-th weight is counted, n times.
    """
    values = np.concatenate([kernel.reshape(-1), bias])
    low, high = float(values.min()), float(values.max())
    stride = -(-values.size // MOST_COUNTED)
    values = values[::stride]
    if not high > low:
        counts = np.zeros(BINS, np.int64)
        counts[BINS // 2] = values.size * stride
        return counts, low, high
    bins = ((values - low) * (BINS / (high - low))).astype(np.int32)
    return np.bincount(np.minimum(bins, BINS - 1), minlength=BINS) * stride, low, high


def _bytes(values: NDArray[Any]) -> bytes:
    return np.ascontiguousarray(values, "<f4").tobytes()
