"""The snapshots of a run, in the engine's own memory: all variables as they were at the ends of epochs.

Which epochs stay is said in ``training.thinning``. Nothing is written while training; a snapshot is an alias of the
variables' memory, which TensorFlow copies when a variable next changes.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, isfinite
from pathlib import Path

from nnviz.engine import run_file
from nnviz.engine.run_file import RunState, Values
from nnviz.engine.session import Session
from nnviz.engine.trainer import Piece
from nnviz.errors import BadInput
from nnviz.training import thinning
from nnviz.training.kept_names import epoch_of, name_of

# Of a run that has no room for so many whole snapshots the weights alone are kept: a run that forks from one of them
# starts with a fresh optimizer.
WHOLE = 20
# A network whose weights take more than this keeps no snapshots: even the first, the best and the last are too many.
LARGEST = 192 << 20
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

    @property
    def shapes(self) -> Shapes:
        """Which weights it has; equal for snapshots that fit the same network."""
        return tuple((name, array.shape) for name, array in self.values.weights.items())


class Shelf:
    """The snapshots of the run that goes on, and which of them can be shown.

    Attributes:
        budget: bytes that they may take.
        best: the epoch of the best one; None where that is not known. Of epochs that ran in one call only the last is
            seen here, so a better one may lie between two snapshots.
        looked_at: the epoch of one that is looked at, and therefore stays; or None.
    """

    def __init__(self, budget: int = thinning.BUDGET) -> None:
        self.budget = budget
        self.best: int | None = None
        self.looked_at: int | None = None
        self._score = inf
        self._kept: dict[int, Kept] = {}
        self._session: Session | None = None
        self._loss: str | None = None
        self._shapes: Shapes = ()
        self._number = itertools.count(1)

    @property
    def epochs(self) -> tuple[int, ...]:
        """Of which epochs there are snapshots that the network which stands can show, in ascending order."""
        return tuple(epoch for epoch, kept in self._kept.items() if kept.shapes == self._shapes)

    @property
    def size(self) -> int:
        """Bytes of all snapshots."""
        return sum(kept.values.size for kept in self._kept.values())

    def at(self, epoch: int) -> Kept:
        """The snapshot after *epoch*; BadInput where there is none."""
        if epoch not in self.epochs:
            raise BadInput(f"There is no snapshot of epoch {epoch}.")
        return self._kept[epoch]

    def nearest(self, epoch: int) -> int:
        """The epoch nearest to *epoch* of which there is a snapshot; BadInput where there is none at all."""
        if not self.epochs:
            raise BadInput("There are no snapshots of this run.")
        return min(self.epochs, key=lambda other: abs(other - epoch))

    # ------------------------------------------------------------ following a run

    def stand(self, session: Session, fresh: bool) -> None:
        """*session* goes on with the run from its epoch on, or with *fresh* begins another one."""
        self._kept = {} if fresh else {e: kept for e, kept in self._kept.items() if e <= session.epoch}
        if fresh or session.recipe.loss != self._loss or (self.best or 0) > session.epoch:
            self.best, self._score = None, inf
        self._session, self._loss = session, session.recipe.loss
        self._shapes = tuple((name, array.shape) for name, array in session.values(whole=False).weights.items())

    def keep(self, session: Session, best: bool = False) -> None:
        """Keep *session* as it is now, where it stands between two epochs; *best*: better than all before."""
        if session.batch or session.parameters * 4 > LARGEST:
            return
        whole = thinning.room(session.state_size, self.budget) >= WHOLE
        run = session.run_state() if whole else None
        name = name_of(session.epoch, f"{os.getpid()}-{next(self._number)}")
        self._kept[session.epoch] = Kept(session.epoch, session.values(whole), run, name)
        if best:
            self.best = session.epoch
        self.thin()

    def follow(self, session: Session, piece: Piece) -> bool:
        """After *piece* of training: keep what it has come to, where that is worth it; whether it was."""
        if not len(piece.rows) or session.batch:
            return False
        score = dict(zip(piece.keys, piece.rows[-1].tolist(), strict=True))
        loss = score.get("val_loss", score.get("loss", inf))
        better = isfinite(loss) and loss < self._score and piece.ending in (None, "finished")
        if better:
            self._score = loss
        if better or thinning.worthwhile(tuple(self._kept), self._room(), session.epoch):
            self.keep(session, better)
            return True
        return False

    def thin(self) -> None:
        """Let go of what is too much."""
        pinned = [epoch for epoch in (self.best, self.looked_at) if epoch is not None]
        while len(self._kept) > self._room():
            gone = thinning.superfluous(tuple(self._kept), pinned)
            if gone is None:
                return
            del self._kept[gone]

    def _room(self) -> int:
        return thinning.room(max((kept.values.size for kept in self._kept.values()), default=1), self.budget)

    # ------------------------------------------------------------ files

    def saving(self, folder: Path) -> Iterator[None]:
        """Write the snapshots that can be shown and are not there yet into *folder*, a file at each step."""
        wanted = [self._kept[epoch] for epoch in self.epochs]
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
