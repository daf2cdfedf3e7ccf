"""Pictures of filters: what each unit of a convolution, or of a Dense layer on pictures, looks for.

What is shown is taken out of the kernel before anything is averaged or copied, so that a layer of any size answers at
once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.showing.pictures import sampled
from nnviz.training.pictures import COLOUR, MEAN, Filters, WantedFilters

# More weights than this are not averaged for a picture: of a kernel with very many channels fewer filters are shown.
MOST_AVERAGED = 1 << 20
# The axes of the kernels: depth, height, width, channels, units. Those of a filter over time are width, and its
# channels are the height, since it would be a single row otherwise.
_AXES = {
    keras.layers.Conv1D: "whu",
    keras.layers.Conv2D: "hwcu",
    keras.layers.Conv3D: "dhwcu",
    keras.layers.Conv1DTranspose: "wuh",
    keras.layers.Conv2DTranspose: "hwuc",
    keras.layers.Conv3DTranspose: "dhwuc",
}
# Of these every channel has patterns of its own, each of which is a filter.
_BY_CHANNEL = {
    keras.layers.SeparableConv1D: ("depthwise_kernel", "wu"),
    keras.layers.SeparableConv2D: ("depthwise_kernel", "hwu"),
    keras.layers.DepthwiseConv1D: ("kernel", "wu"),
    keras.layers.DepthwiseConv2D: ("kernel", "hwu"),
}


@dataclass(frozen=True)
class _Kernel:
    """The weights of a layer, not copied.

    Attributes:
        values: a tensor.
        axes: what each of its axes is, a letter of ``dhwcu``.
        laid: as in ``Filters``.
    """

    values: Any
    axes: str
    laid: Literal["places", "steps", ""] = "places"

    def count(self, axis: str) -> int:
        """How long *axis* is; 1 where there is none."""
        return int(self.values.shape[self.axes.index(axis)]) if axis in self.axes else 1

    def taken(self, axis: str, which: NDArray[np.intp]) -> _Kernel:
        """Only the places *which* along *axis*."""
        if len(which) == self.count(axis):
            return self
        return _Kernel(tf.gather(self.values, which, axis=self.axes.index(axis)), self.axes)

    def averaged(self) -> _Kernel:
        """The mean over the channels."""
        if "c" not in self.axes:
            return self
        return _Kernel(tf.reduce_mean(self.values, axis=self.axes.index("c")), self.axes.replace("c", ""))

    def array(self, order: str) -> NDArray[np.float32]:
        """The values with the axes in *order*; those that there are not are 1 long."""
        there = [axis for axis in order if axis in self.axes]
        turned = tf.transpose(self.values, [self.axes.index(axis) for axis in there])
        return np.asarray(turned, np.float32).reshape([self.count(axis) for axis in order])


def layer_filters(built: Built, wanted: WantedFilters) -> Filters | None:
    """The pictures that are *wanted*; None where the layer has none, or where they would have another size."""
    layer = built.layers.get(wanted.layer)
    kernel = None if layer is None else _kernel(layer, wanted)
    return None if kernel is None or min(wanted.most, wanted.numbers) < 1 else _pictures(kernel, wanted)


def _kernel(layer: Any, wanted: WantedFilters) -> _Kernel | None:
    if type(layer) in _AXES:
        axes = _AXES[type(layer)]
        return _Kernel(_values(layer.kernel), axes, "steps" if axes.startswith("w") else "places")
    if type(layer) in _BY_CHANNEL:
        name, axes = _BY_CHANNEL[type(layer)]
        values = _values(getattr(layer, name))  # (..., channels, patterns of each)
        laid: Literal["places", ""] = "places" if name == "kernel" else ""  # the matrix of a separable one is another
        return _Kernel(tf.reshape(values, [*values.shape[:-2], -1]), axes, laid)
    if isinstance(layer, keras.layers.Dense) and wanted.picture and prod(wanted.picture) == layer.kernel.shape[0]:
        return _Kernel(tf.reshape(_values(layer.kernel), [*wanted.picture, -1]), "hwcu")
    return None


def _values(weight: Any) -> Any:
    return weight.value.read_value()


def _pictures(kernel: _Kernel, wanted: WantedFilters) -> Filters:
    total, channels = kernel.count("u"), kernel.count("c")
    depth, height, width = (kernel.count(axis) for axis in "dhw")
    channel = _channel(wanted.channel, channels)
    shown = 3 if channel == COLOUR else 1
    laid = kernel.laid
    units = sampled(total, _most_units(kernel, wanted, channel, shown))
    slices, rows, cols = _places((depth, height, width), wanted.numbers // (len(units) * shown))
    if channel >= 0:  # the channel first: it is what leaves most out
        kernel = kernel.taken("c", np.array([channel]))
    for axis, which in (("u", units), ("d", slices), ("h", rows), ("w", cols)):
        kernel = kernel.taken(axis, which)
    values = (kernel if channel == COLOUR else kernel.averaged()).array("udhwc")
    return Filters(
        id=wanted.layer,
        total=total,
        units=tuple(units.tolist()),
        size=(depth * height, width),
        depth=depth,
        rows=tuple((slices[:, None] * height + rows).reshape(-1).tolist()),
        cols=tuple(cols.tolist()),
        channels=channels,
        channel=channel,
        values=np.ascontiguousarray(values, "<f4").tobytes(),
        laid=laid,
    )


def _channel(wanted: int, channels: int) -> int:
    """What can be shown of so many channels."""
    possible = wanted < channels and (wanted != COLOUR or channels == 3)
    return wanted if possible else MEAN


def _most_units(kernel: _Kernel, wanted: WantedFilters, channel: int, shown: int) -> int:
    """So many pictures that neither more is sent than is wanted nor more averaged than takes a moment."""
    read = prod(kernel.count(axis) for axis in "dhw") * (kernel.count("c") if channel < 0 else 1)
    return max(1, min(wanted.most, wanted.numbers // shown, MOST_AVERAGED // read))


def _places(size: tuple[int, int, int], numbers: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Which slices, rows and columns of a filter are shown where it may take so many *numbers*."""
    depth, height, width = size
    slices = sampled(depth, max(1, isqrt(numbers)))
    left = max(1, numbers // len(slices))
    rows = sampled(height, max(1, isqrt(left), left // width))
    return slices, rows, sampled(width, max(1, left // len(rows)))
