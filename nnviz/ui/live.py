"""The newest figures from inside the network, decoded once for all views that show them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from nnviz.training.messages import Activity, LayerWeights, Surface, Weights

Floats = NDArray[np.float32]
_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0)


@dataclass(frozen=True)
class Kernel:
    """One layer's weights as sampled by the engine.

    Attributes:
        matrix: (rows, cols); row i is input ``rows[i]``, column j is unit ``cols[j]``.
        bias: (cols,), empty where the layer has none.
        shape: the true (inputs, units).
    """

    matrix: Floats
    bias: Floats
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    shape: tuple[int, int]

    @classmethod
    def of(cls, message: LayerWeights) -> Kernel:
        """Decode *message*."""
        matrix = np.frombuffer(message.kernel, np.float32).reshape(len(message.rows), len(message.cols))
        return cls(matrix, np.frombuffer(message.bias, np.float32), message.rows, message.cols, message.shape)

    def largest(self) -> float:
        """The largest weight or bias by size; 0 where there is none or one is not finite."""
        sizes = [float(np.abs(part).max()) for part in (self.matrix, self.bias) if part.size]
        largest = max(sizes, default=0.0)
        return largest if np.isfinite(largest) else 0.0


@dataclass
class LiveState(QObject):
    """What the engine showed last.

    Attributes:
        weights: the newest weights as they arrived.
        kernels: layer id -> decoded kernel.
        unit_surfaces: layer id -> (units, s, s), row 0 at the lowest y; empty unless the data have two inputs.
        activity: layer id -> (units,) mean activations.
        surface: the newest decision surface.
        limit: the weight that has full colour and width, the same in every view; a round number.

    Signals:
        weights_changed, surface_changed, activity_changed: newer figures are here.
        limit_changed: the scale is another one.
    """

    weights_changed = Signal()
    surface_changed = Signal()
    activity_changed = Signal()
    limit_changed = Signal(float)

    weights: Weights | None = None
    kernels: dict[str, Kernel] = field(default_factory=dict)
    unit_surfaces: dict[str, Floats] = field(default_factory=dict)
    activity: dict[str, Floats] = field(default_factory=dict)
    surface: Surface | None = None
    limit: float = 1.0

    def __post_init__(self) -> None:
        super().__init__()

    def show_weights(self, message: Weights) -> None:
        """Take newer weights."""
        self.weights = message
        self.kernels = {layer.id: Kernel.of(layer) for layer in message.layers}
        limit = steady_limit(self.limit, max((k.largest() for k in self.kernels.values()), default=0.0))
        if limit != self.limit:
            self.limit = limit
            self.limit_changed.emit(limit)
        self.weights_changed.emit()

    def show_surface(self, message: Surface) -> None:
        """Take a newer decision surface."""
        self.surface = message
        side = message.unit_size
        self.unit_surfaces = {
            layer: np.frombuffer(data, np.float32).reshape(-1, side, side) for layer, data in message.units.items()
        }
        self.surface_changed.emit()

    def show_activity(self, message: Activity) -> None:
        """Take newer mean activations."""
        self.activity = {layer: np.frombuffer(data, np.float32) for layer, data in message.layers.items()}
        self.activity_changed.emit()

    def forget(self) -> None:
        """Nothing is known: another network, or none."""
        self.weights, self.surface = None, None
        self.kernels, self.unit_surfaces, self.activity = {}, {}, {}
        self.weights_changed.emit()
        self.surface_changed.emit()
        self.activity_changed.emit()


def steady_limit(current: float, largest: float) -> float:
    """The round limit for weights up to *largest*: up at once, down only when half of it would do.

    A scale that followed every step would make all lines flicker while one weight grows.
    """
    if largest <= 0:
        return current
    wanted = round_up(largest)
    return wanted if wanted > current or wanted <= current / 2 else current


def round_up(value: float) -> float:
    """The least of 1, 1.5, 2, 3, 4, 5, 7 times a power of ten that is not below *value*."""
    power = 10.0 ** np.floor(np.log10(value))
    return float(next((s * power for s in _STEPS if s * power >= value * (1 - 1e-9)), 10 * power))
