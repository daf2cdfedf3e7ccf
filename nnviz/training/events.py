"""What the engine says to the window, apart from its pictures; ``messages`` has their union."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.sentences import Told
from nnviz.training.growing.report import Carried
from nnviz.training.pictures import Message


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


class Reading(Message, frozen=True):
    """The data of the network that is to stand are being read: *share* in [0, 1] of the work is done."""

    share: float


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
    sentence: Told
    epoch: int
    seconds: float = 0.0
    test: dict[str, float] = msgspec.field(default_factory=dict)
    layer: str | None = None


class Exported(Message, frozen=True):
    """*path* was written whole.

    Attributes:
        size: in bytes.
        difference: how far what the file answers in its own runtime lies from the network's answers, at most; None for
            formats that no other runtime runs.
        samples: on how many samples that was tried.
        left_out: what could not be written because it is damaged, a sentence each.
    """

    format: str
    path: str
    size: int
    difference: float | None = None
    samples: int = 0
    left_out: tuple[Told, ...] = ()


class WeightsLoaded(Message, frozen=True):
    """The weights of *path* are in the network now."""

    path: str
    layers: int


class SnapshotTaken(Message, frozen=True):
    """All weights after *epoch* epochs stand in *path*."""

    path: str
    epoch: int


class Unforeseen(Message, frozen=True):
    """Something failed that nobody had thought of; the engine lives, or its process has said this as its last words.

    Attributes:
        doing: what was being done, as the name of a command.
        place: what tells this from another failure.
        text: the traceback, as ``fault_text.told`` has it.
    """

    doing: str
    place: tuple[str, ...]
    text: str


class Refused(Message, frozen=True):
    """A command could not be carried out; nothing was changed. *command* is its class name.

    Attributes:
        given_up: it was given up because a person wanted it so; nothing is wrong.
    """

    command: str
    sentence: Told
    layer: str | None = None
    given_up: bool = False


class Kept(Message, frozen=True):
    """Of which epochs there are snapshots that the network which stands can show, in ascending order.

    Attributes:
        best: the best of them by the validation loss, by the loss without validation; None where that is not known.
        room: how many there is room for.
        each: bytes of one; 0 before there is any.
        short: whether there was no memory for the last one.
    """

    epochs: tuple[int, ...]
    best: int | None = None
    room: int = 0
    each: int = 0
    short: bool = False


class Looked(Message, frozen=True):
    """The pictures of *epoch*, or with None of the present, have been sent."""

    epoch: int | None


class KeptSaved(Message, frozen=True):
    """The snapshots of the run stand in *folder*.

    Attributes:
        files: the name of each file, in the order of *epochs*.
    """

    folder: str
    epochs: tuple[int, ...]
    files: tuple[str, ...]
