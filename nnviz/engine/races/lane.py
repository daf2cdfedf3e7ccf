"""One variant of a race: a session with a clock and a shelf of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from nnviz.engine.judging.tested import tested
from nnviz.engine.loop.trainer import Piece
from nnviz.engine.past.kept import Shelf
from nnviz.engine.process import sentences
from nnviz.engine.process.unforeseen import report
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.training import racing, thinning
from nnviz.training.messages import (
    Ending,
    EndingKind,
    Epochs,
    Event,
    KeptSaved,
    LaneEnded,
    LaneEpochs,
    SnapshotTaken,
)

Send = Callable[[Event], None]


class Lane:
    """Trains its session as it would be trained alone, a piece at a time.

    Args:
        number: which variant of the race, from 0 on.
        wanted: what was asked for.
        session: its network, untrained.
        budget: bytes that its snapshots may take.
        send: takes what is said of it.

    Attributes:
        number, session: as given.
        target: epochs in all.
        seconds: its own training time so far.
        ended: whether it has come to its end.
    """

    def __init__(self, number: int, wanted: racing.Lane, session: Session, budget: int, send: Send) -> None:
        self.number, self.session, self.target = number, session, session.recipe.epochs
        self.seconds, self.ended, self._closed = 0.0, False, False
        self._wanted, self._send = wanted, send
        self._scores: dict[str, float] = {}
        self._shelf = Shelf(budget)
        self._shelf.stand(session, fresh=True)
        self._shelf.keep(session)

    @property
    def share(self) -> float:
        """How much of its way is done, from 0 to 1."""
        session = self.session
        return (session.epoch + session.batch / max(1, session.batches)) / max(1, self.target)

    def advance(self, most: int | None) -> int:
        """Train about 20 ms, and *most* whole epochs at the most; how many epochs were done."""
        session, first = self.session, self.session.epoch
        began = time.perf_counter()
        try:
            piece = session.advance(self.target, thinning.at_once(first, most))
        except BadInput as error:
            piece = Piece(first + 1, ending="failed", sentence=error.args[0], layer=getattr(error, "layer", None))
        except Exception as error:
            report(self._send, "Race", error)
            piece = Piece(first + 1, ending="failed", sentence=sentences.unforeseen("Training", error))
        self.seconds += time.perf_counter() - began
        self._tell(piece)
        return session.epoch - first

    def _tell(self, piece: Piece) -> None:
        self._guarded(lambda: self._shelf.follow(self.session, piece))
        if len(piece.rows):
            self._scores = dict(zip(piece.keys, piece.rows[-1].tolist(), strict=True))
            rate = self.session.learning_rate
            epochs = Epochs.of(piece.first, piece.keys, piece.rows, rate, self.seconds)
            self._send(LaneEpochs(self.number, epochs))
        if piece.ending == "failed":
            self.session.drop_run()
            self._end("failed", piece.sentence, layer=piece.layer)
        elif piece.ending is not None:
            self._end_well(piece, piece.ending)

    def _guarded(self, work: Callable[[], object]) -> None:
        """A snapshot that cannot be kept, or an end that fails, is no reason to lose the run, nor the engine."""
        try:
            work()
        except Exception as error:
            report(self._send, "Race", error)

    def _end_well(self, piece: Piece, kind: EndingKind) -> None:
        epoch, sentence = self.session.epoch, piece.sentence
        if kind == "finished":
            sentence = sentences.finished(epoch, epoch, self.seconds, self._scores)
        test, told = tested(self.session, self._send)
        self._end(kind, sentence + told, test)

    def stop(self) -> None:
        """A person ends it."""
        self._guarded(self.session.finalize)
        self._end("stopped", sentences.stopped(self.session.epoch, self.target, self._scores))

    def _end(
        self, kind: EndingKind, sentence: str, test: dict[str, float] | None = None, layer: str | None = None
    ) -> None:
        self.ended = True
        ending = Ending(kind, sentence, self.session.epoch, self.seconds, test or {}, layer)
        self._send(LaneEnded(self.number, ending))

    def saving(self) -> Iterator[None]:
        """Write it as it is now, and the snapshots kept along it, a file at each step; once it has ended, close it."""
        if self._closed:  # what was to be written while it went on: by now there is its end instead
            return
        final = self.ended
        try:
            yield from self._files()
        finally:
            if final:
                self.close()

    def close(self) -> None:
        """Nothing is asked of its session any more."""
        self._closed = True
        self.session.close()

    def _files(self) -> Iterator[None]:
        session, shelf, kept = self.session, self._shelf, Path(self._wanted.kept)
        self._guarded(shelf.catch_up)
        self._guarded(lambda: shelf.keep(session))
        session.save_snapshot(Path(self._wanted.snapshot))
        self._send(SnapshotTaken(self._wanted.snapshot, session.epoch))
        yield
        written = shelf.to_write
        epochs, files = tuple(one.epoch for one in written), tuple(one.name for one in written)
        yield from shelf.saving(kept)
        self._send(KeptSaved(str(kept), epochs, files))
