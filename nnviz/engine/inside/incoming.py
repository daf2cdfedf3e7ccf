"""The weights that come into one unit."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.showing.pictures import sampled
from nnviz.training.inside.messages import Incoming

# In the order in which Keras lays them side by side in the kernel.
_GATES = {
    keras.layers.LSTM: ("input", "forget", "cell", "output"),
    keras.layers.GRU: ("update", "reset", "candidate"),
    keras.layers.SimpleRNN: ("kernel",),
}
_PLAIN = (keras.layers.Dense, keras.layers.Conv1D, keras.layers.Conv2D, keras.layers.Conv3D)
_TRANSPOSED = (keras.layers.Conv1DTranspose, keras.layers.Conv2DTranspose, keras.layers.Conv3DTranspose)
_DEPTHWISE = (keras.layers.DepthwiseConv1D, keras.layers.DepthwiseConv2D)
_SEPARABLE = (keras.layers.SeparableConv1D, keras.layers.SeparableConv2D)


def incoming(layer: Any, unit: int, units: int, most: int) -> Incoming | None:
    """The weights into *unit* of *layer*, which has *units*, at most *most* of each part; None where it has none."""
    kernel, parts = _columns(layer, unit, units)
    if kernel is None:
        return None
    shape = tuple(kernel.shape[1:])
    rows = sampled(prod(shape), most)
    values = tf.gather(tf.reshape(kernel, [len(parts), -1]), rows, axis=1)
    return Incoming(
        shape=tuple(int(size) for size in shape),
        rows=tuple(rows.tolist()),
        parts=parts,
        values=np.ascontiguousarray(values, "<f4").tobytes(),
        bias=_bias(layer, unit, units, len(parts)),
    )


def _columns(layer: Any, unit: int, units: int) -> tuple[Any, tuple[str, ...]]:
    """What of the kernel is the unit's, ``(parts, *shape of one)``, and what the parts are called."""
    gates = _GATES.get(type(layer))
    if gates is not None:
        return tf.transpose(_values(layer.cell.kernel)[:, unit::units]), gates
    column = None
    if type(layer) in _PLAIN:
        column = _values(layer.kernel)[..., unit]
    elif type(layer) in _TRANSPOSED:
        column = _values(layer.kernel)[..., unit, :]
    elif type(layer) in _SEPARABLE:
        column = tf.reshape(_values(layer.pointwise_kernel)[..., unit], [-1])
    elif type(layer) in _DEPTHWISE:
        kernel = _values(layer.kernel)
        channel, pattern = divmod(unit, int(kernel.shape[-1]))
        column = kernel[..., channel : channel + 1, pattern]
    return (None, ()) if column is None else (column[None], ("kernel",))


def _bias(layer: Any, unit: int, units: int, parts: int) -> tuple[float, ...]:
    """The biases of the unit; of a GRU those for what comes in."""
    cell = getattr(layer, "cell", layer)
    bias = getattr(cell, "bias", None)
    if bias is None:
        return ()
    flat: NDArray[np.float32] = np.asarray(_values(bias), np.float32).reshape(-1)
    return tuple(flat[unit::units][:parts].tolist())


def _values(weight: Any) -> Any:
    return tf.cast(weight.value.read_value(), tf.float32)
