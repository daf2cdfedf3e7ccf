"""What the window and the engine say to each other: versioned, typed, validated on arrival.

Both directions are tagged unions: ``Command`` goes to the engine, ``Event`` comes back. Pictures of weights and
surfaces are sampled by the engine to the size that was asked for, so that a frame stays small whatever the network.
Arrays travel as little-endian bytes in C order, float32 unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.training.growing.report import Carried
from nnviz.training.pictures import (
    Activity,
    Layers,
    Message,
    Predictions,
    Surface,
    Weights,
)

PROTOCOL = 3


# ---------------------------------------------------------------- to the engine


class Prepare(Message, frozen=True):
    """Load the data, build and compile the network, trace the loop; answered by ``Built`` or ``Refused``.

    Attributes:
        project: the project's JSON form.
        base: the folder that relative paths start from.
        keep: keep every weight that still fits, unit by unit; and the epoch count.
        preserve: start what is new so that the network answers as before, where that can be: units as copies of
            others, layers passing on what comes in.
        weights: a ``.safetensors`` file of an earlier snapshot to start from; where it holds the whole state of its
            run (optimizer, place in the epoch, random seeds, callbacks), training goes on exactly there.
        epoch: how many epochs those weights have been trained.
    """

    project: bytes
    base: str
    keep: bool = False
    weights: str | None = None
    epoch: int = 0
    preserve: bool = False


class Train(Message, frozen=True):
    """Train until *epochs* epochs are done in all, counted from the initial weights; again, to go on otherwise.

    Attributes:
        epochs: where the run ends.
        rate: the most epochs a second, so that a small network can be watched; 0 for as fast as the machine can.
    """

    epochs: int
    rate: float = 0.0

    def __post_init__(self) -> None:
        _check_rate(self.rate)


class Rate(Message, frozen=True):
    """From now on train at most *rate* epochs a second, 0 for as fast as the machine can.

    A run that has just been paused or has ended is not begun again, as another ``Train`` would do.
    """

    rate: float

    def __post_init__(self) -> None:
        _check_rate(self.rate)


def _check_rate(rate: float) -> None:
    if not 0.0 <= rate < float("inf"):
        raise ValueError(f"{rate} epochs a second are no speed")


class Pause(Message, frozen=True):
    """Stop between two batches and wait; ``Train`` goes on exactly there."""


class Step(Message, frozen=True):
    """Train one batch and wait."""


class Stop(Message, frozen=True):
    """End the run."""


class Reset(Message, frozen=True):
    """Back to the same initial weights, epoch 0."""


class Watch(Message, frozen=True):
    """What is on screen and how large: sent again whenever that changes.

    Attributes:
        cells: the most rows and columns of a weight matrix worth sending, 0 for no weights.
        surface: points along a side of the decision surface, 0 for none.
        unit_surface: points along a side of the little surface of each unit, 0 for none.
        activity: whether the mean activation of each unit is wanted.
        layers: whether the figures of each layer are wanted.
        predictions: of how many rows of a fixed sample the answers are wanted, 0 for none.
        interval: seconds between two pictures while training.
    """

    cells: int = 0
    surface: int = 0
    unit_surface: int = 0
    activity: bool = False
    layers: bool = False
    predictions: int = 0
    interval: float = 1 / 30


class Export(Message, frozen=True):
    """Write the network as it is now to *path*; answered by ``Exported`` or ``Refused``."""

    format: str
    path: str


class LoadWeights(Message, frozen=True):
    """Put the weights of a file (``.weights.h5``, ``.keras``, ``.npz``, ``.safetensors``) into the network."""

    path: str


class Snapshot(Message, frozen=True):
    """Write all weights, and the state the run is in, to *path* (safetensors); answered by ``SnapshotTaken``."""

    path: str


class Quit(Message, frozen=True):
    """End the engine."""


Command = Prepare | Train | Rate | Pause | Step | Stop | Reset | Watch | Export | LoadWeights | Snapshot | Quit


# ---------------------------------------------------------------- from the engine


class Ready(Message, frozen=True):
    """The first frame: the engine has loaded Keras."""

    protocol: int
    keras: str
    tensorflow: str
    device: str
    pid: int


class Grown(msgspec.Struct, frozen=True):
    """What a network goes on with that was changed after it had learned something.

    Attributes:
        layers: what became of each layer of which something is not as it was.
        preserving: whether it was to answer as before.
        preserves: whether it does, weight by weight.
        why: where it does not: the first reason, as in ``Carried``.
        difference: the largest difference of its answers from those before, over a fixed sample of training rows;
            None where they cannot be compared.
    """

    layers: tuple[Carried, ...] = ()
    preserving: bool = False
    preserves: bool = False
    why: tuple[str, ...] = ()
    difference: float | None = None


class Built(Message, frozen=True):
    """The network stands: *epoch* epochs are already done (0 unless weights were kept).

    Attributes:
        kept: the layers whose weights were kept, whole or in part.
        batch: training batches that are done in the epoch after these.
        begun: whether it stands in a run that is to go on: ``Train`` does so exactly there.
        worn: whether a fresh engine had better take over where nothing is lost by it.
        grown: what it has of the network before it; None where it has nothing, or is the same network.
    """

    parameters: int
    train_rows: int
    validation_rows: int
    batches: int
    epoch: int
    kept: tuple[str, ...] = ()
    batch: int = 0
    begun: bool = False
    worn: bool = False
    grown: Grown | None = None


class Progress(Message, frozen=True):
    """Where a run is between two epochs' ends: *batch* of *batches* in epoch *epoch* (0-based) are done."""

    epoch: int
    batch: int
    batches: int
    learning_rate: float
    seconds: float


class Epochs(Message, frozen=True):
    """Finished epochs, none left out: row i holds the values of ``keys`` after epoch ``first + i`` (1-based).

    A tiny network finishes a hundred thousand epochs a second, so the values travel as an array.

    Attributes:
        values: float64 ``(epochs, keys)``.
    """

    first: int
    keys: tuple[str, ...]
    values: bytes
    learning_rate: float
    seconds: float

    def __post_init__(self) -> None:
        if not self.keys or len(self.values) % (8 * len(self.keys)):
            raise ValueError(f"{len(self.values)} bytes are no rows of {len(self.keys)} values")

    @classmethod
    def of(
        cls, first: int, keys: Sequence[str], rows: ArrayLike, learning_rate: float = 0.0, seconds: float = 0.0
    ) -> Epochs:
        """The epochs whose values are *rows* ``(epochs, keys)``."""
        values = np.ascontiguousarray(rows, "<f8").tobytes()
        return cls(first, tuple(keys), values, learning_rate, seconds)

    @property
    def rows(self) -> NDArray[np.float64]:
        """The values as an array ``(epochs, keys)``."""
        return np.frombuffer(self.values, "<f8").reshape(-1, len(self.keys))

    @property
    def last(self) -> int:
        """The number (1-based) of the last of the epochs."""
        return self.first + len(self.rows) - 1


class Execution(Message, frozen=True):
    """How the steps are run from now on; sent when a network stands and whenever it changes.

    Attributes:
        compiled: by XLA; otherwise as plain TensorFlow graphs.
        streamed: the rows come in blocks from the disk, because they are larger than the memory.
    """

    compiled: bool
    streamed: bool


EndingKind = Literal["finished", "paused", "stopped", "stopped_early", "failed", "killed", "hung", "not_started"]


class Ending(Message, frozen=True):
    """How a run (or a Step) came to rest.

    Attributes:
        kind: which ending.
        sentence: the same for a person; in a failure: which layer, expected and got, what to do.
        epoch: epochs done.
        seconds: training time of this stretch.
        test: the scores on the test part where there is one, and only when finished or stopped early.
        layer: the layer a failure concerns.
    """

    kind: EndingKind
    sentence: str
    epoch: int
    seconds: float = 0.0
    test: dict[str, float] = msgspec.field(default_factory=dict)
    layer: str | None = None


class Exported(Message, frozen=True):
    """*path* was written whole."""

    format: str
    path: str
    size: int


class WeightsLoaded(Message, frozen=True):
    """The weights of *path* are in the network now."""

    path: str
    layers: int


class SnapshotTaken(Message, frozen=True):
    """All weights after *epoch* epochs stand in *path*."""

    path: str
    epoch: int


class Refused(Message, frozen=True):
    """A command could not be carried out; nothing was changed. *command* is its class name.

    Attributes:
        given_up: it was given up because a person wanted it so; nothing is wrong.
    """

    command: str
    sentence: str
    layer: str | None = None
    given_up: bool = False


Event = (
    Ready | Built | Progress | Epochs | Weights | Surface | Activity | Layers | Predictions | Execution | Ending
    | Exported | WeightsLoaded | SnapshotTaken | Refused
)  # fmt: skip
