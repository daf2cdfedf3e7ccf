"""The newest figures from inside the network, decoded once for all views that show them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from nnviz.training.layer_history import LayerHistory
from nnviz.training.pictures import Activity, LayerFigures, Layers, LayerWeights, Predictions, Surface, Weights
from nnviz.ui.inside.state import InsideState

Floats = NDArray[np.float32]
REMEMBERED = 100  # figures of a layer, the newest last
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


@dataclass(frozen=True, eq=False)
class Answers:
    """What the network answers to a fixed sample of rows.

    Attributes:
        part: which part the rows are of.
        rows: their numbers in that part.
        values: (rows, outputs).
        targets: (rows,) classes, or (rows, outputs) numbers or labels.
    """

    part: str
    rows: tuple[int, ...]
    values: Floats
    targets: Floats

    @classmethod
    def of(cls, message: Predictions) -> Answers:
        """Decode *message*."""
        count = len(message.rows)
        values = np.frombuffer(message.answers, "<f4").reshape(count, message.outputs)
        targets = np.frombuffer(message.targets, "<f4")
        return cls(message.part, message.rows, values, targets.reshape(count, -1) if targets.size > count else targets)


@dataclass
class LiveState(QObject):
    """What the engine showed last.

    Attributes:
        weights: the newest weights as they arrived.
        kernels: layer id -> decoded kernel, of the layers that have one.
        unit_surfaces: layer id -> (units, s, s), row 0 at the lowest y; empty unless the data have two inputs.
        activity: layer id -> (units,) mean activations.
        surface: the newest decision surface.
        layers: layer id -> its last figures, the newest last; in the order of the network.
        past: the same over the whole run, thinned.
        answers: the newest answers to the fixed sample of rows.
        limit: the weight that has full colour and width, the same in every view; a round number.
        inside: the sample and the unit that are looked at, and which units are muted.

    Signals:
        weights_changed, surface_changed, activity_changed, layers_changed, answers_changed: newer figures are here.
        limit_changed: the scale is another one.
    """

    weights_changed = Signal()
    surface_changed = Signal()
    activity_changed = Signal()
    layers_changed = Signal()
    answers_changed = Signal()
    limit_changed = Signal(float)

    weights: Weights | None = None
    kernels: dict[str, Kernel] = field(default_factory=dict)
    unit_surfaces: dict[str, Floats] = field(default_factory=dict)
    activity: dict[str, Floats] = field(default_factory=dict)
    surface: Surface | None = None
    layers: dict[str, deque[LayerFigures]] = field(default_factory=dict)
    past: LayerHistory = field(default_factory=LayerHistory)
    answers: Answers | None = None
    _layers_epoch: int = 0
    _present_layers: dict[str, deque[LayerFigures]] | None = None
    limit: float = 1.0
    inside: InsideState = field(default_factory=InsideState)

    def __post_init__(self) -> None:
        super().__init__()

    def tell_again(self) -> None:
        """Tell who has just begun to follow of all that is."""
        told = (self.weights_changed, self.surface_changed, self.activity_changed, self.layers_changed)
        for signal in (*told, self.answers_changed, *self.inside.signals):
            signal.emit()
        self.limit_changed.emit(self.limit)

    def show(self, picture: object) -> None:
        """Take whatever newer picture has come."""
        shows: dict[type, Callable[[Any], None]] = {
            Weights: self.show_weights,
            Surface: self.show_surface,
            Activity: self.show_activity,
            Layers: self.show_layers,
            Predictions: self.show_predictions,
        }
        shows[type(picture)](picture)

    def show_weights(self, message: Weights) -> None:
        """Take newer weights."""
        self.weights = message
        self.kernels = {layer.id: Kernel.of(layer) for layer in message.layers if not layer.parts}
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

    def show_layers(self, message: Layers) -> None:
        """Take newer figures of the layers; those of a run that went on from later are forgotten."""
        if self._present_layers is not None:
            self.layers = {figures.id: deque([figures], maxlen=REMEMBERED) for figures in message.layers}
            self.layers_changed.emit()
            return
        self.past.append(message)
        known = self.layers if message.epoch >= self._layers_epoch else {}
        self._layers_epoch = message.epoch
        self.layers = {figures.id: known.get(figures.id, deque(maxlen=REMEMBERED)) for figures in message.layers}
        for figures in message.layers:
            past = self.layers[figures.id]
            if not past or past[-1] != figures:  # shown again while nothing is trained
                past.append(figures)
        self.layers_changed.emit()

    def show_predictions(self, message: Predictions) -> None:
        """Take newer answers to the sample of rows."""
        self.answers = Answers.of(message)
        self.answers_changed.emit()

    def look_back(self, past: bool) -> None:
        """What comes from now on is of an earlier epoch, or not any more: the figures of the layers are no history."""
        if past and self._present_layers is None:
            self._present_layers = self.layers
        elif not past and self._present_layers is not None:
            self.layers, self._present_layers = self._present_layers, None
            self.layers_changed.emit()

    def forget(self) -> None:
        """Nothing is known: another network, or none."""
        self._present_layers = None
        self.past.forget()
        self.weights, self.surface, self.answers = None, None, None
        self.kernels, self.unit_surfaces, self.activity, self.layers = {}, {}, {}, {}
        self.inside.forget()
        self.weights_changed.emit()
        self.surface_changed.emit()
        self.activity_changed.emit()
        self.layers_changed.emit()
        self.answers_changed.emit()


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
