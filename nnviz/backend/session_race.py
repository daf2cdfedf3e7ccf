"""A race in the engine: asked for, paused, gone on with, stopped; the network that stands is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from nnviz.backend.session_hand import SessionHand
from nnviz.training.messages import (
    Ending,
    LaneBuilt,
    LaneEnded,
    LaneEpochs,
    Race,
    RaceEvent,
    RaceGoOn,
    RaceKeep,
    RacePause,
    RaceRested,
    RaceStop,
    Refused,
)
from nnviz.training.racing import Lane


class RaceState(Enum):
    """Where a race stands."""

    NONE = auto()
    RUNNING = auto()
    PAUSED = auto()


class SessionRace(SessionHand):
    """Follows the race of the engine.

    Signals: see the comment at each.
    """

    race_changed = Signal()  # another race_state
    lane_built = Signal(object)  # LaneBuilt
    lane_epochs = Signal(object)  # LaneEpochs, every one
    lane_ended = Signal(object)  # LaneEnded
    race_rested = Signal(object)  # RaceRested: over, paused or stopped
    race_lost = Signal(object)  # Ending: the engine is gone, and the race with it

    _hangs: bool
    _renewable: bool

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._race = RaceState.NONE
        self.refused.connect(self._on_race_refused)

    @property
    def race_state(self) -> RaceState:
        """Where the race stands."""
        return self._race

    @property
    def races(self) -> bool:
        """Whether variants are trained now."""
        return self._race is RaceState.RUNNING

    @property
    def race_paused(self) -> bool:
        """Whether there is a race that can be gone on with."""
        return self._race is RaceState.PAUSED

    def race(self, lanes: Sequence[Lane], base: str) -> None:
        """Train *lanes* side by side, each from its initial weights."""
        self._renewable = False  # no fresh engine takes over before the files of the race are written
        self._thread.send(Race(tuple(lanes), base, self._rate))
        self._set_race(RaceState.RUNNING)

    def go_on_with_race(self) -> None:
        """Go on after a pause, each variant exactly where it was."""
        if self._race is RaceState.PAUSED:
            self._thread.send(RaceGoOn(self._rate))
            self._set_race(RaceState.RUNNING)

    def pause_race(self) -> None:
        """Stop between two batches; the variants are written as they are."""
        if self.races:
            self._thread.send(RacePause())

    def stop_race(self) -> None:
        """End the race; what the variants have learned is kept. An engine that does not answer is ended with it."""
        if self._race is RaceState.NONE:
            return
        if self._hangs:
            self._thread.restart()
        else:
            self._thread.send(RaceStop())

    def keep_race(self) -> None:
        """Have the variants that go on written as they are now."""
        if self.races:
            self._thread.send(RaceKeep())

    def _set_race(self, state: RaceState) -> None:
        if state is not self._race:
            self._race = state
            self.race_changed.emit()

    def _connect_past(self) -> None:
        super()._connect_past()
        self._thread.race_arrived.connect(self._on_race)

    def _on_race(self, event: RaceEvent) -> None:
        match event:
            case LaneBuilt():
                self.lane_built.emit(event)
            case LaneEpochs():
                self.lane_epochs.emit(event)
            case LaneEnded():
                self.lane_ended.emit(event)
            case RaceRested():
                self._set_race(RaceState.PAUSED if event.kind == "paused" else RaceState.NONE)
                self.race_rested.emit(event)

    def _on_race_refused(self, refused: Refused) -> None:
        if refused.command == "Race" and self._race is not RaceState.NONE:
            self._lose_race(Ending("failed", refused.sentence, 0))

    def _lose_race(self, cause: Ending) -> None:
        """The engine has no race any more, and *cause* says why."""
        if self._race is not RaceState.NONE:
            self._set_race(RaceState.NONE)
            self.race_lost.emit(cause)
