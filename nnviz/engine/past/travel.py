"""Time travel: what a run was at an earlier epoch is shown, written and read between two pieces of training."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from nnviz.engine.loop.trainer import Piece
from nnviz.engine.past.kept import Shelf
from nnviz.engine.past.network import PastNetwork, optimizer_part
from nnviz.engine.process.unforeseen import report
from nnviz.engine.session import Session
from nnviz.engine.showing.showing import Pictures
from nnviz.errors import BadInput
from nnviz.training import thinning
from nnviz.training.messages import Event, KeepWithin, Kept, KeptSaved, LoadKept, Look, Looked, SaveKept

TELLING = 0.5  # seconds between two lists of the snapshots, while training
WRITING = 0.01  # seconds of writing between two pieces of training
# Seconds that an epoch has been the best before it is made a snapshot of while training: a run that gets better all the
# time does without, and one that does not spends 20 ms on it once.
BEST_STANDS = 2.0


class Travel:
    """Keeps the snapshots of a run and shows them.

    Args:
        send: takes the answers.
        pictures: what is on screen.
        standing: the network that stands; BadInput where there is none.

    Attributes:
        handlers: the type of a command -> what carries it out.
        shelf: the snapshots.
    """

    def __init__(self, send: Callable[[Event], None], pictures: Pictures, standing: Callable[[], Session]) -> None:
        self._send, self._pictures, self._standing = send, pictures, standing
        self.shelf = Shelf()
        self._past: PastNetwork | None = None
        self._writing: Iterator[None] | None = None
        self._rests = True
        self._told: Kept | None = None
        self._told_at = 0.0
        self.handlers: dict[type, Callable[[Any], None]] = {
            Look: self._look,
            KeepWithin: self._keep_within,
            SaveKept: self._save,
            LoadKept: self._load,
        }

    # ------------------------------------------------------------ beside the run

    @property
    def writes(self) -> bool:
        """Whether snapshots are still to be made or written: ``write_some`` goes on with it."""
        return self._writing is not None or self.shelf.behind(self._patience)

    @property
    def _patience(self) -> float:
        """How long the best epoch goes without a snapshot where that has to be made, in seconds."""
        return 0.0 if self._rests else BEST_STANDS

    def stand(self, session: Session, fresh: bool) -> None:
        """*session* stands from now on; with *fresh*, in another run than before."""
        while self.writes:  # of the run before, which is still there
            self.write_some()
        self._pictures.past = self._past = self.shelf.looked_at = None
        self._guarded(lambda: self.shelf.stand(session, fresh))
        self._told = None

    def most(self, session: Session, allowed: int | None) -> int | None:
        """How many epochs may be run in one piece, *allowed* at most; None for any number."""
        return thinning.at_once(session.epoch, allowed)

    def begin(self, session: Session) -> None:
        """A stretch of training begins: keep what it begins with."""
        if session.epoch not in self.shelf.epochs:
            self._guarded(lambda: self.shelf.keep(session))
        self._rests = False
        self.tell(at_once=True)

    def follow(self, session: Session, piece: Piece) -> None:
        """After *piece* of training."""
        self._guarded(lambda: self.shelf.follow(session, piece))
        self.tell()

    def rest(self, session: Session) -> None:
        """The run has come to rest: what it has come to is its last snapshot."""
        self._rests = True
        self._guarded(lambda: self.shelf.keep(session))
        self.tell(at_once=True)

    def set_by_hand(self, session: Session) -> None:
        """Weights were set by hand: the run stands at others than training had come to."""
        self.shelf.by_hand = session.epoch
        self._guarded(lambda: self.shelf.keep(session))

    def tell(self, at_once: bool = False) -> None:
        """Say which snapshots there are, where that was not said or not long ago."""
        now = time.monotonic()
        if not at_once and now - self._told_at < TELLING:
            return
        shelf = self.shelf
        kept = Kept(shelf.epochs, shelf.best, shelf.room, shelf.each, shelf.short)
        if kept != self._told:
            self._told, self._told_at = kept, now
            self._send(kept)

    def _guarded(self, work: Callable[[], object]) -> None:
        """A snapshot that cannot be kept is no reason to lose the run."""
        try:
            work()
        except Exception as error:
            report(self._send, "KeepWithin", error)

    # ------------------------------------------------------------ what is asked

    def past(self, epoch: int) -> PastNetwork:
        """The network as it was after *epoch*; BadInput where that was not kept."""
        self._catch_up()
        session, kept = self._standing(), self.shelf.at(epoch)
        if self._past is None:
            self._past = PastNetwork(session)
        self._past.show(epoch, kept.values.weights, optimizer_part(session, kept.values.others))
        return self._past

    def _look(self, command: Look) -> None:
        session = self._standing()
        self._catch_up()
        epoch = None if command.epoch is None else self.shelf.nearest(command.epoch)
        self._pictures.past = None if epoch is None else self.past(epoch)
        self.shelf.looked_at = epoch
        self._pictures.show(session)
        self._send(Looked(epoch))

    def _keep_within(self, command: KeepWithin) -> None:
        self.shelf.budget = command.budget
        self.shelf.thin()
        self.tell(at_once=True)

    def _save(self, command: SaveKept) -> None:
        self._catch_up()
        while self._writing is not None:
            self.write_some()
        self._writing = self._saving(Path(command.folder))

    def _catch_up(self) -> None:
        if self.shelf.behind():
            self._guarded(self.shelf.catch_up)
            self.tell(at_once=True)

    def _saving(self, folder: Path) -> Iterator[None]:
        written = self.shelf.to_write
        epochs, files = tuple(kept.epoch for kept in written), tuple(kept.name for kept in written)
        yield from self.shelf.saving(folder)
        self._send(KeptSaved(str(folder), epochs, files))

    def write_some(self) -> None:
        """Make the snapshot that is missing; write some of those that are to be written, for ``WRITING`` seconds."""
        if self.shelf.behind(self._patience):
            self._catch_up()
        began = time.monotonic()
        try:
            while self._writing is not None and time.monotonic() - began < WRITING:
                next(self._writing)
        except StopIteration:
            self._writing = None
        except Exception as error:  # a full disk: what was asked for does not come
            report(self._send, "SaveKept", error)
            self._writing = None

    def _load(self, command: LoadKept) -> None:
        session = self._standing()
        try:
            self.shelf.load(Path(command.folder), command.last)
        except BadInput as error:
            report(self._send, "LoadKept", error)
        if command.last == session.epoch and session.batch == 0:
            self._guarded(lambda: self.shelf.keep(session))
        self.tell(at_once=True)
