"""What window and engine say of a race: variants that are trained side by side, beside the network that stands."""

from __future__ import annotations

from typing import Literal

import msgspec

from nnviz.training.events import Ending, Epochs
from nnviz.training.pictures import Message


class Lane(msgspec.Struct, frozen=True):
    """One variant of a race.

    Attributes:
        project: its JSON form.
        snapshot: the file that its last state is written to when it comes to rest; answered by ``SnapshotTaken``.
        kept: the folder that the snapshots kept along it are written to; answered by ``KeptSaved``.
    """

    project: bytes
    snapshot: str
    kept: str


class Race(Message, frozen=True):
    """Train *lanes* side by side, each from its initial weights; a race that goes on is stopped first.

    Each lane is answered by ``LaneBuilt`` and, in the end, ``LaneEnded``; the whole by ``RaceRested``.

    Attributes:
        base: the folder that relative paths of the data start from.
        rate: the most epochs a second of each lane; 0 for as fast as the machine can.
    """

    lanes: tuple[Lane, ...]
    base: str
    rate: float = 0.0


class RaceGoOn(Message, frozen=True):
    """Go on with the race that was paused, each variant exactly where it was; *rate* as of ``Race``."""

    rate: float = 0.0


class RacePause(Message, frozen=True):
    """Stop between two batches and wait; the variants are written as they are."""


class RaceStop(Message, frozen=True):
    """End the race; what the variants have learned is written."""


class RaceKeep(Message, frozen=True):
    """Write the variants that go on as they are now, while they go on.

    Of a file that cannot be written, whoever asked for it, there is a ``Refused`` in this command's name.
    """


class LaneBuilt(Message, frozen=True):
    """The network of the variant number *lane* (from 0 on) stands."""

    lane: int
    parameters: int


class LaneEpochs(Message, frozen=True):
    """Finished epochs of a variant; their seconds are its own training time, from its first batch on."""

    lane: int
    epochs: Epochs


class LaneEnded(Message, frozen=True):
    """How a variant came to its end; its seconds are all of its training time."""

    lane: int
    ending: Ending


class RaceRested(Message, frozen=True):
    """Nothing of the race is trained any more: all variants have ended, or it waits, or it was stopped."""

    kind: Literal["over", "paused", "stopped"]


class RaceGoes(Message, frozen=True):
    """Variants are trained; said now and then, since their epochs may be long in coming."""


RaceEvent = LaneBuilt | LaneEpochs | LaneEnded | RaceGoes | RaceRested
RACE_EVENTS: tuple[type[Message], ...] = (LaneBuilt, LaneEpochs, LaneEnded, RaceGoes, RaceRested)
