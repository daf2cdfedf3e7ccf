"""Pictures of the weights: a sample of rows and columns, and a histogram, however large the layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.weights import name_within
from nnviz.errors import BadInput
from nnviz.sentences import Sentence
from nnviz.training.by_hand import BIAS
from nnviz.training.pictures import LayerWeights

BINS = 32
# Of a kernel with more weights than this only a sample leaves TensorFlow: that is what bounds time and memory.
MOST_COUNTED = 1 << 18
# What a layer's picture is of, the first of these that it has.
DRAWN = ("pointwise_kernel", "kernel", "embeddings")
_TRANSPOSED = (keras.layers.Conv1DTranspose, keras.layers.Conv2DTranspose, keras.layers.Conv3DTranspose)
_DEPTHWISE = (keras.layers.DepthwiseConv1D, keras.layers.DepthwiseConv2D)
Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Shape = tuple[int, int]
Span = tuple[float, float]


@dataclass(frozen=True)
class _Seen:
    """What is looked at of one kernel: some *cells*, and *values* of which *each* stands for so many weights."""

    cells: Floats
    values: Floats
    each: int
    span: Span | None
    norm: float


def layer_weights(built: Built, cells: int) -> tuple[LayerWeights, ...]:
    """A picture of every layer with weights, of at most *cells* rows and *cells* columns."""
    if cells < 1:
        return ()
    found = []
    for layer_id, layer in built.layers.items():
        drawn = _drawn(layer)
        if drawn is not None:
            kernel, turned = _by_units(layer, drawn), isinstance(layer, _TRANSPOSED)
            units = int(kernel.shape[-2 if turned else -1])
            found.append(picture(layer_id, kernel, _bias(layer, drawn, units), cells, turned=turned))
        elif any(weight.shape for weight in layer.weights):
            found.append(_numbers_of_units(layer_id, layer, cells))
    return tuple(found)


def _drawn(layer: Any) -> Any:
    """The weight of *layer* that its picture is of; None without one.

    Of a layer of several parts it is the first one's: the forward direction, the query of attention. Of a separable
    convolution it is what mixes the channels.
    """
    weights = [weight for weight in layer.weights if len(weight.shape) > 1]
    return next((weight for name in DRAWN for weight in weights if weight.name == name), None)


def _by_units(layer: Any, drawn: Any) -> Any:
    """The values of *drawn* as a tensor, not copied, with the units of the answer last; of _TRANSPOSED last but one."""
    values = tf.cast(drawn.value.read_value(), tf.float32)
    shape = drawn.shape
    if isinstance(layer, _DEPTHWISE):  # (..., channels, patterns of each)
        return tf.reshape(values, [*shape[:-2], shape[-2] * shape[-1]])
    if isinstance(layer, keras.layers.MultiHeadAttention):  # (numbers, heads, numbers of each)
        return tf.reshape(values, [shape[0], -1])
    return values


def _numbers_of_units(layer_id: str, layer: Any, cells: int) -> LayerWeights:
    """The picture of a *layer* without a kernel: a row for each of its weights that is as large as the first."""
    weights = [weight for weight in layer.weights if weight.shape]
    rows = [weight for weight in weights if weight.shape == weights[0].shape]
    values = [tf.reshape(tf.cast(weight.value.read_value(), tf.float32), [-1]) for weight in rows]
    drawn = picture(layer_id, tf.stack(values), np.zeros(0, np.float32), cells)
    return msgspec.structs.replace(drawn, parts=tuple(name_within(layer, weight) for weight in rows))


def _bias(layer: Any, drawn: Any, units: int) -> Floats:
    """The biases of the units of *drawn*; of a GRU those for what comes in. Empty without any."""
    weight = _bias_weight(layer, drawn)
    if weight is None:
        return np.zeros(0, np.float32)
    return _array(tf.cast(weight.value.read_value(), tf.float32)).reshape(-1)[:units]


def _bias_weight(layer: Any, drawn: Any) -> Any:
    """The weight of *layer* that has the biases of the units of *drawn*; None without one."""
    part = drawn.path.rpartition("/")[0]
    found = (weight for weight in layer.weights if weight.name == "bias" and len(weight.shape))
    return next((weight for weight in found if weight.path.rpartition("/")[0] == part), None)


def cell_of(layer: Any, row: int, col: int) -> tuple[Any, int]:
    """Which weight of *layer* the cell at *row* and *col* of its picture shows, and where in that weight's memory.

    Row -1 are the biases. BadInput where the picture has no such cell.
    """
    drawn = _drawn(layer)
    if drawn is None:
        weights = [weight for weight in layer.weights if weight.shape]
        rows = [weight for weight in weights if weight.shape == weights[0].shape]
        weight, cell = (rows[row], (0, col)) if 0 <= row < len(rows) else (None, (0, 0))
        shape, channels = (1, int(np.prod(rows[0].shape)) if rows else 0), 1
    else:
        kernel, turned = _by_units(layer, drawn).shape, isinstance(layer, _TRANSPOSED)
        units = int(kernel[-2 if turned else -1])
        weight, cell, channels = drawn, (row, col), int(kernel[-1]) if turned else 1
        shape = int(np.prod(kernel)) // units, units
        if row == BIAS:
            weight, cell, channels, shape = _bias_weight(layer, drawn), (0, col), 1, (1, units)
    if weight is None or not (0 <= cell[0] < shape[0] and 0 <= cell[1] < shape[1]):
        raise BadInput(Sentence("There is no weight in row {0} and column {1} of this layer.", row + 1, col + 1))
    place, channel = divmod(cell[0], channels)
    return weight, (place * shape[1] + cell[1]) * channels + channel


def _array(tensor: Any) -> Floats:
    """*tensor* as an array; on the CPU the array looks at the tensor's own memory."""
    return np.asarray(tensor)


def picture(layer_id: str, kernel: Any, bias: Floats, cells: int, *, turned: bool = False) -> LayerWeights:
    """The picture of one layer: *kernel* a tensor ``(..., units)``, *bias* ``(units,)`` or empty.

    All dimensions of the kernel but that of the units are laid out as rows.

    Args:
        layer_id: the layer.
        kernel: its weights.
        bias: its biases.
        cells: the most rows and columns that are wanted.
        turned: whether *kernel* is ``(..., units, channels)`` instead.
    """
    units = int(kernel.shape[-2 if turned else -1])
    shape = (int(np.prod(kernel.shape)) // units, units)
    rows, cols = sampled(shape[0], cells), sampled(shape[1], cells)
    if shape[0] * shape[1] <= MOST_COUNTED:
        seen = _seen_whole(tf.linalg.matrix_transpose(kernel) if turned else kernel, shape, rows, cols)
    else:
        seen = _seen_in_part(kernel, _cells(shape, rows, cols, int(kernel.shape[-1]) if turned else 1))
    counts, low, high = histogram(seen.values, seen.each, bias, seen.span)
    return LayerWeights(
        id=layer_id,
        shape=shape,
        rows=tuple(rows.tolist()),
        cols=tuple(cols.tolist()),
        kernel=_bytes(seen.cells),
        bias=_bytes(bias[cols]) if bias.size else b"",
        histogram=tuple(counts.tolist()),
        low=low,
        high=high,
        norm=seen.norm,
    )


def _seen_whole(kernel: Any, shape: Shape, rows: Indices, cols: Indices) -> _Seen:
    """All of a kernel that is small enough for numpy."""
    matrix = _array(kernel).reshape(shape)
    flat = matrix.reshape(-1)
    with np.errstate(over="ignore"):
        norm = float(np.sqrt(np.dot(flat, flat)))
    return _Seen(matrix[np.ix_(rows, cols)], flat, 1, None, norm)


def _cells(shape: Shape, rows: Indices, cols: Indices, channels: int) -> Indices:
    """Where in the memory of a kernel the cells of its matrix lie.

    Row r of the matrix is place ``r // channels`` and channel ``r % channels`` of a kernel ``(places, units,
    channels)``; one that is not turned has one channel.
    """
    place, channel = np.divmod(rows[:, np.newaxis], channels)
    return (place * shape[1] + cols) * channels + channel


def _seen_in_part(kernel: Any, cells: Indices) -> _Seen:
    """The same of a large one, of which only the *cells* and a regular sample of the values leave TensorFlow."""
    flat = tf.reshape(kernel, [-1])
    cut = tf.gather(flat, cells)
    stride = -(-int(flat.shape[0]) // MOST_COUNTED)
    span = float(tf.reduce_min(kernel)), float(tf.reduce_max(kernel))
    norm = float(tf.sqrt(2.0 * tf.nn.l2_loss(kernel)))
    return _Seen(_array(cut), _array(flat[::stride]), stride, span, norm)


def sampled(count: int, most: int) -> NDArray[np.intp]:
    """At most *most* of the numbers 0 to *count* - 1, evenly spread, first and last among them."""
    if count <= most:
        return np.arange(count)
    return np.unique(np.linspace(0, count - 1, most).round().astype(np.intp))


def histogram(values: Floats, each: int, bias: Floats, span: Span | None) -> tuple[NDArray[np.int64], float, float]:
    """Counts of a layer's weights in equal bins, and where the first begins and the last ends.

    Numbers that are not finite are in no bin.

    Args:
        values: the kernel's values, or a regular sample of them.
        each: how many weights each of these stands for.
        bias: all biases.
        span: the least and the largest of all the kernel's values; None where *values* are all of them.
    """
    values, bias = _finite(values), _finite(bias)
    ends = [end for part in (values, bias) if part.size for end in (float(part.min()), float(part.max()))]
    ends += [end for end in span or () if np.isfinite(end)]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    return each * _counted(values, low, high) + _counted(bias, low, high), low, high


def _finite(values: Floats) -> Floats:
    finite = np.isfinite(values)
    return values if finite.all() else values[finite]


def _counted(values: Floats, low: float, high: float) -> NDArray[np.int64]:
    counts = np.zeros(BINS, np.int64)
    if not high > low:
        counts[BINS // 2] = values.size
        return counts
    with np.errstate(over="ignore"):
        bins = np.clip((values - low) * (BINS / (high - low)), 0, BINS - 1)
    return counts + np.bincount(bins.astype(np.int32), minlength=BINS)


def _bytes(values: NDArray[Any]) -> bytes:
    return np.ascontiguousarray(values, "<f4").tobytes()
