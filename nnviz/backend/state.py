"""The states of a session."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """Where a session stands."""

    STARTING = "starting"  # the engine is loading Keras, and something waits for it
    IDLE = "idle"  # nothing runs, nothing has run
    BUILDING = "building"  # data and network are being made
    TRAINING = "training"
    PAUSED = "paused"  # between two batches; weights and epoch stand
    ENDED = "ended"  # the last run is over
