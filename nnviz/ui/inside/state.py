"""What is known of the inside of the network, decoded once for all views that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, SignalInstance

from nnviz.training.inside.messages import (
    Activations,
    Hold,
    InsideEvent,
    LayerActivation,
    MutedFigures,
    Sample,
    Unit,
    UnitResponse,
    UnitSeen,
    Verdicts,
)

Floats = NDArray[np.float32]
MarkKind = Literal["dead", "saturated", "duplicate"]


@dataclass(frozen=True, eq=False)
class LayerShown:
    """What one layer answers to the sample.

    Attributes:
        message: as it came.
        values: (units, rows, columns).
        limit: the largest size of all its numbers, which has full colour; 1 where all are 0.
    """

    message: LayerActivation
    values: Floats
    limit: float

    @classmethod
    def of(cls, message: LayerActivation) -> LayerShown:
        """Decode *message*."""
        shape = len(message.units), len(message.rows), len(message.cols)
        limit = max(abs(message.low), abs(message.high)) or 1.0
        return cls(message, np.frombuffer(message.values, "<f4").reshape(shape), limit)

    @property
    def flat(self) -> bool:
        """Whether each unit answers with one number."""
        return len(self.message.shape) <= 1


@dataclass(frozen=True)
class Mark:
    """Why a unit does little.

    Attributes:
        kind: which of the three.
        figure: of a saturated one the share of its answers at an end, of a duplicate the cosine.
        other: of a duplicate the unit that it repeats.
    """

    kind: MarkKind
    figure: float = 0.0
    other: int = 0


class InsideState(QObject):
    """What the window looks at, and what the engine said of it last.

    Attributes:
        sample: the sample that is looked at; None for none.
        activations: layer id -> what it answers to that sample.
        answer: the message they came with.
        on_diagram: whether the diagram shows them, too.
        unit: the unit that is looked at; None for none.
        seen, response: what is known of it.
        verdicts: dead, saturated and duplicate units, as the message that came.
        marks: the same by layer and unit.
        muted, hold: which units are held, and at what.
        figures: the network with and without them.
        judges: whether there are such figures: a method may have no answers to judge by.

    Signals:
        activations_changed, unit_changed, verdicts_changed, muting_changed: newer figures, or another choice.
    """

    activations_changed = Signal()
    unit_changed = Signal()
    verdicts_changed = Signal()
    muting_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sample: Sample | None = None
        self.activations: dict[str, LayerShown] = {}
        self.answer: Activations | None = None
        self.on_diagram = False
        self.unit: Unit | None = None
        self.seen: UnitSeen | None = None
        self.response: UnitResponse | None = None
        self.verdicts: Verdicts | None = None
        self.marks: dict[str, dict[int, Mark]] = {}
        self.muted: tuple[Unit, ...] = ()
        self.hold: Hold = "zero"
        self.figures: MutedFigures | None = None
        self.judges = True

    @property
    def signals(self) -> tuple[SignalInstance, ...]:
        """All of them."""
        return self.activations_changed, self.unit_changed, self.verdicts_changed, self.muting_changed

    # ------------------------------------------------------------ what the engine says

    def show(self, event: InsideEvent) -> None:
        """Take newer figures; those of another choice than the present one are too late."""
        if isinstance(event, Activations):
            self._show_activations(event)
        elif isinstance(event, UnitSeen | UnitResponse):
            self._show_unit(event)
        elif isinstance(event, Verdicts):
            self._show_verdicts(event)
        elif isinstance(event, MutedFigures) and self.muted and self._is_of_muted(event):
            self.figures = event
            self.muting_changed.emit()

    def _is_of_muted(self, event: MutedFigures) -> bool:
        return set(event.muted) <= set(self.muted) and event.hold == self.hold

    def _show_activations(self, event: Activations) -> None:
        wanted = self.sample
        if wanted is not None and (event.sample.part, event.sample.row) == (wanted.part, wanted.row):
            self.answer = event
            self.activations = {layer.id: LayerShown.of(layer) for layer in event.layers}
            self.activations_changed.emit()

    def _show_unit(self, event: UnitSeen | UnitResponse) -> None:
        if event.unit != self.unit:
            return
        if isinstance(event, UnitSeen):
            self.seen = event
        else:
            self.response = event
        self.unit_changed.emit()

    def _show_verdicts(self, event: Verdicts | None) -> None:
        self.verdicts = event
        self.marks = {layer.id: {} for layer in event.layers} if event is not None else {}
        for layer in event.layers if event is not None else ():
            found = self.marks[layer.id]
            found.update((unit, Mark("duplicate", cosine, other)) for unit, other, cosine in layer.duplicates)
            found.update((unit, Mark("saturated", share)) for unit, share in layer.saturated)
            found.update((unit, Mark("dead")) for unit in layer.dead)
        self.verdicts_changed.emit()

    # ------------------------------------------------------------ what is chosen

    def choose_sample(self, sample: Sample | None) -> None:
        """Look at *sample*."""
        if sample != self.sample:
            self.sample = sample
            if sample is None:
                self.activations, self.answer = {}, None
            self.activations_changed.emit()

    def show_on_diagram(self, on: bool) -> None:
        """Whether the diagram shows the activations, too."""
        if on != self.on_diagram:
            self.on_diagram = on
            self.activations_changed.emit()

    def choose_unit(self, unit: Unit | None) -> None:
        """Look at *unit*."""
        if unit != self.unit:
            self.unit, self.seen, self.response = unit, None, None
            self.unit_changed.emit()

    def mute(self, units: tuple[Unit, ...], hold: Hold | None = None) -> None:
        """Hold *units* and no others, at zero or at their mean."""
        units, hold = tuple(sorted(set(units))), hold or self.hold
        if (units, hold) != (self.muted, self.hold):
            self.muted, self.hold = units, hold
            if not units:
                self.figures = None
            self.muting_changed.emit()

    def forget_verdicts(self) -> None:
        """Nobody looks for them any more."""
        if self.verdicts is not None:
            self._show_verdicts(None)

    def forget(self) -> None:
        """Another network, or none: what was said is of another one; what was chosen is chosen still."""
        self.activations, self.answer, self.seen, self.response, self.figures = {}, None, None, None, None
        self._show_verdicts(None)
        self.activations_changed.emit()
        self.unit_changed.emit()
        self.muting_changed.emit()

    # ------------------------------------------------------------ for views

    def shown_on_diagram(self, layer: str) -> LayerShown | None:
        """What the units of *layer* answer to the sample, where the diagram is to show that."""
        return self.activations.get(layer) if self.on_diagram and self.sample is not None else None

    def muted_in(self, layer: str) -> frozenset[int]:
        """The muted units of *layer*."""
        return frozenset(unit.number for unit in self.muted if unit.layer == layer)
