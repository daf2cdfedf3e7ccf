"""The snapshots of a run, in the engine's own memory: all variables as they were at the ends of epochs.

Which epochs stay is said in ``training.thinning``. Nothing is written while training; a snapshot is an alias of the
variables' memory, which TensorFlow copies when a variable next changes.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from pathlib import Path

import numpy as np

from nnviz.engine.files import run_file
from nnviz.engine.files.run_file import RunState, Values
from nnviz.engine.loop.trainer import Before, Piece
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.project.run_figures import rises
from nnviz.sentences import Sentence
from nnviz.training import thinning
from nnviz.training.free_memory import free_memory
from nnviz.training.kept_names import epoch_of, name_of
from nnviz.training.suggest import own_measures

# Of a run that has no room for so many whole snapshots the weights alone are kept: a run that forks from one of them
# starts with a fresh optimizer.
WHOLE = 20
# Weights that take more than LARGE are kept only while they would fit SPARE times into the memory that is free: beside
# those in training there are then the first, which nobody changes, the best and the last ones.
LARGE, SPARE = 192 << 20, 4
LARGEST_FILE = 900 << 20  # a project has no room for a larger one
Shapes = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, eq=False)
class Kept:
    """One snapshot.

    Attributes:
        epoch: how many epochs had been trained.
        values: the variables.
        run: where the run stood; None where only the weights are kept.
        name: of its file, in whatever folder.
    """

    epoch: int
    values: Values
    run: RunState | None
    name: str

    @cached_property
    def shapes(self) -> Shapes:
        """Which weights it has; equal for snapshots that fit the same network."""
        return tuple((name, array.shape) for name, array in self.values.weights.items())


@dataclass(frozen=True, eq=False)
class _Missed:
    """The best epoch so far, which was among several that ran in one call: how to come back to it, and since when."""

    session: Session
    before: Before
    epoch: int
    since: float


class Shelf:
    """The snapshots of the run that goes on, and which of them can be shown.

    Attributes:
        budget: bytes that they may take.
        best: the epoch of the best one; None where that is not known, and of a run that has just come to a better one
            among epochs that ran in one call: ``catch_up`` makes its snapshot.
        looked_at: the epoch of one that is looked at, and therefore stays; or None.
        short: whether the last snapshot that was to be kept was not, for want of memory.
        by_hand: the epoch at which weights were set by hand last; or None. Where that is the best one, its snapshot
            stays what had that score.
    """

    def __init__(self, budget: int = thinning.BUDGET) -> None:
        self.budget = budget
        self.best: int | None = None
        self.looked_at: int | None = None
        self.by_hand: int | None = None
        self.short = False
        self._score = inf
        self._missed: _Missed | None = None
        self._kept: dict[int, Kept] = {}
        self._session: Session | None = None
        self._judged_by: tuple[str | None, tuple[str, ...]] = None, ()
        self._shapes: Shapes = ()
        self._number = itertools.count(1)

    @property
    def epochs(self) -> tuple[int, ...]:
        """Of which epochs there are snapshots that the network which stands can show, in ascending order."""
        return tuple(kept.epoch for kept in self.shown)

    @property
    def shown(self) -> tuple[Kept, ...]:
        """These snapshots."""
        return tuple(kept for kept in self._kept.values() if kept.shapes == self._shapes)

    @property
    def size(self) -> int:
        """Bytes of all snapshots."""
        return sum(kept.values.size for kept in self._kept.values())

    @property
    def room(self) -> int:
        """How many snapshots of this run there is room for."""
        return thinning.room(self.each or 1, self.budget)

    @property
    def each(self) -> int:
        """Bytes of one of them; 0 before there is any."""
        if self.short and self._session is not None:
            return 4 * self._session.parameters
        return max((kept.values.size for kept in self._kept.values()), default=0)

    def at(self, epoch: int) -> Kept:
        """The snapshot after *epoch*; BadInput where there is none."""
        kept = self._kept.get(epoch)
        if kept is None or kept.shapes != self._shapes:
            raise BadInput(Sentence("There is no snapshot of epoch {0}.", epoch))
        return kept

    def nearest(self, epoch: int) -> int:
        """The epoch nearest to *epoch* of which there is a snapshot; BadInput where there is none at all."""
        if not self.epochs:
            raise BadInput(Sentence("There are no snapshots of this run."))
        return min(self.epochs, key=lambda other: abs(other - epoch))

    # ------------------------------------------------------------ following a run

    def stand(self, session: Session, fresh: bool) -> None:
        """*session* goes on with the run from its epoch on, or with *fresh* begins another one."""
        if fresh:
            self._missed = None
        self.catch_up()
        self._kept = {} if fresh else {e: kept for e, kept in self._kept.items() if e <= session.epoch}
        judged_by = session.recipe.loss, own_measures(session.recipe)
        if fresh or judged_by != self._judged_by or (self.best or 0) > session.epoch:
            self.best, self._score, self.by_hand = None, inf, None
        self._session, self._judged_by = session, judged_by
        self._shapes = tuple((name, array.shape) for name, array in session.values(whole=False).weights.items())

    def keep(self, session: Session, best: bool = False) -> None:
        """Keep *session* as it is now, where it stands between two epochs; *best*: better than all before."""
        if session.batch:
            return
        self.short = not _has_memory(4 * session.parameters)
        if self.short:
            return
        if not best and session.epoch == self.best == self.by_hand:
            return
        whole = thinning.room(session.state_size, self.budget) >= WHOLE
        run = session.run_state() if whole else None
        name = name_of(session.epoch, f"{os.getpid()}-{next(self._number)}")
        self._kept[session.epoch] = Kept(session.epoch, session.values(whole), run, name)
        if best:
            self.best, self._missed = session.epoch, None
        self.thin()

    def follow(self, session: Session, piece: Piece) -> bool:
        """After *piece* of training: keep what it has come to, where that is worth it; whether it was."""
        if not len(piece.rows) or session.batch:
            return False
        better = self._better(session, piece)
        if better or thinning.worthwhile(tuple(self._kept), self.room, session.epoch):
            self.keep(session, better)
            return True
        return False

    def _better(self, session: Session, piece: Piece) -> bool:
        """Whether the last epoch of *piece* is the best so far; where another one of them is, it is remembered."""
        # With a method that measures something of its own the loss tells little: two that play each other share one.
        measure = next(iter(own_measures(session.recipe)), "loss")
        name = f"val_{measure}" if f"val_{measure}" in piece.keys else measure
        if name not in piece.keys:
            return False
        losses = piece.rows[:, piece.keys.index(name)] * (-1 if rises(measure) else 1)
        losses = np.where(np.isfinite(losses), losses, inf)
        place = int(losses.argmin())
        if losses[place] >= self._score:
            return False
        ended = piece.ending is not None  # what a run does at its end may change the weights
        last = place == len(losses) - 1 and (not ended or (piece.before is None and piece.ending == "finished"))
        if not last and (piece.before is None or session.parameters * 4 > LARGE):
            return False
        self._score, self._missed = float(losses[place]), None
        if not last and piece.before is not None:
            self._missed = _Missed(session, piece.before, piece.first + place, time.monotonic())
        return last

    def behind(self, patience: float = 0.0) -> bool:
        """Whether the best epoch has no snapshot yet, and has been the best for *patience* seconds."""
        return self._missed is not None and time.monotonic() - self._missed.since >= patience

    def catch_up(self) -> None:
        """Make the snapshot of the best epoch where it is still missing; takes at most as long as a piece of training.

        Nothing is lost where nobody asks for it while a better one comes soon: that is why it waits.
        """
        missed, self._missed = self._missed, None
        if missed is None:
            return
        values, run = missed.session.values_behind(missed.before, missed.epoch)
        whole = thinning.room(values.size, self.budget) >= WHOLE
        name = name_of(missed.epoch, f"{os.getpid()}-{next(self._number)}")
        kept = Kept(missed.epoch, values if whole else Values(values.weights), run if whole else None, name)
        self._kept = dict(sorted((self._kept | {missed.epoch: kept}).items()))
        self.best = missed.epoch
        self.thin()

    def thin(self) -> None:
        """Let go of what is too much."""
        pinned = [epoch for epoch in (self.best, self.looked_at) if epoch is not None]
        while len(self._kept) > self.room:
            gone = thinning.superfluous(tuple(self._kept), pinned)
            if gone is None:
                return
            del self._kept[gone]

    # ------------------------------------------------------------ files

    @property
    def to_write(self) -> tuple[Kept, ...]:
        """Those that a project can hold; of large ones not the initial weights, which the seed gives again."""
        fitting = (kept for kept in self.shown if kept.values.size <= LARGEST_FILE)
        return tuple(kept for kept in fitting if kept.epoch or kept.values.size <= LARGE)

    def saving(self, folder: Path) -> Iterator[None]:
        """Write the snapshots that can be shown and are not there yet into *folder*, a file at each step."""
        wanted = self.to_write
        folder.mkdir(parents=True, exist_ok=True)
        for kept in wanted:
            if not (folder / kept.name).exists():
                draft = folder / f"{kept.name}.part"  # nothing of it outlives the window: no disk is waited for
                run_file.write_values(draft, kept.values, kept.run)
                draft.replace(folder / kept.name)
                yield

    def load(self, folder: Path, last: int) -> None:
        """Keep the snapshots in *folder* up to *last* epochs beside those there are; BadInput where they are damaged.

        A run that stands just there is kept as its last one.
        """
        found: dict[int, Kept] = {}
        for path in folder.iterdir() if folder.is_dir() else ():
            epoch = epoch_of(path.name)
            if epoch is not None and epoch <= last:
                found[epoch] = Kept(epoch, run_file.read_values(path), run_file.read_state(path), path.name)
        self._kept = dict(sorted((found | self._kept).items()))
        self.thin()


def _has_memory(size: int) -> bool:
    """Whether weights of *size* bytes can be kept beside the training."""
    return size <= LARGE or free_memory() >= SPARE * size
