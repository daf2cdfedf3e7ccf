"""What the window says to the engine; ``messages`` has their union."""

from __future__ import annotations

from nnviz.training.pictures import Message, WantedFilters


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
        filters: of which layer the filters are wanted as pictures, with the weights; None for none.
        interval: seconds between two pictures while training.
    """

    cells: int = 0
    surface: int = 0
    unit_surface: int = 0
    activity: bool = False
    layers: bool = False
    predictions: int = 0
    filters: WantedFilters | None = None
    interval: float = 1 / 30


class Export(Message, frozen=True):
    """Write the network to *path*; answered by ``Exported`` or ``Refused``.

    Attributes:
        epoch: with the weights of the snapshot that was kept after so many epochs; None for those it has now.
    """

    format: str
    path: str
    epoch: int | None = None


class LoadWeights(Message, frozen=True):
    """Put the weights of a file (``.weights.h5``, ``.keras``, ``.npz``, ``.safetensors``) into the network."""

    path: str


class Snapshot(Message, frozen=True):
    """Write all weights, and the state the run is in, to *path* (safetensors); answered by ``SnapshotTaken``."""

    path: str


class Quit(Message, frozen=True):
    """End the engine."""


class Look(Message, frozen=True):
    """Show the snapshot that was kept nearest to *epoch*, or with None the present; answered by ``Looked``.

    The pictures that are watched are then of that epoch, whatever is trained meanwhile.
    """

    epoch: int | None = None


class KeepWithin(Message, frozen=True):
    """From now on the snapshots of a run may take *budget* bytes of memory."""

    budget: int


class SaveKept(Message, frozen=True):
    """Write the snapshots of the run that are not there yet into *folder*; answered by ``KeptSaved``."""

    folder: str


class WriteLogs(Message, frozen=True):
    """Write runs as TensorBoard event files into *folder*; answered by ``Exported`` or ``Refused``.

    Attributes:
        source: a file that says what is written of them (``project.run_logs``).
    """

    source: str
    folder: str


class LoadKept(Message, frozen=True):
    """Keep the snapshots in *folder* up to *last* epochs as those of the run that goes on; answered by ``Kept``."""

    folder: str
    last: int
