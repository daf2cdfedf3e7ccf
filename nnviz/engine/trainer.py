"""A run: the fused loop in pieces of about 20 ms, its callbacks, and its endings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.callbacks import Callbacks
from nnviz.engine.faults import broken_layer, culprit
from nnviz.engine.loop import EpochResults, FusedLoop
from nnviz.engine.pace import Pace

PieceEnding = Literal["finished", "stopped_early", "failed"]


@dataclass(frozen=True, eq=False)
class Piece:
    """What one bounded piece of work has brought.

    Attributes:
        first: the number (1-based) of the first epoch in *rows*.
        keys: the names of the logs, as Keras has them.
        rows: the logs of every epoch that was finished, ``(epochs, keys)``.
        ending: how the run has come to its end, or None while it goes on.
        sentence: the same for a person.
        layer: the Keras name of the layer that a failure concerns.
    """

    first: int
    keys: tuple[str, ...] = ()
    rows: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))
    ending: PieceEnding | None = None
    sentence: str = ""
    layer: str | None = None


class Trainer:
    """Runs a loop up to an epoch as ``fit`` would, and comes back every 20 ms or so.

    Args:
        loop: the loop.
        callbacks: what follows its epochs.
        id_of: from the Keras name of a layer to what a person calls it.
    """

    def __init__(self, loop: FusedLoop, callbacks: Callbacks, id_of: Callable[[str], str] = str) -> None:
        self.loop, self._callbacks, self._id_of = loop, callbacks, id_of
        self._pace = Pace()
        self._running = False
        self._epoch_start: Any = None

    def advance(self, target: int) -> Piece:
        """Run about 20 ms towards *target* epochs in all."""
        self._begin()
        left = target - self.loop.epoch
        if left <= 0:
            return self._finished([])
        count = self._pace.epochs(left, self.loop.batches, self.loop.validation_batches)
        if count and self.loop.between_epochs:
            piece = self._chunk(count)
        else:
            piece = self._part(self._pace.batches(self.loop.batches), self._pace.validation)
        if piece.ending is None and self.loop.epoch >= target and self.loop.between_epochs:
            return self._finished([piece])
        return piece

    def step(self) -> Piece:
        """Run exactly one training batch, and the validation part after the last one of an epoch."""
        self._begin()
        piece = self._part(1, lambda left: left)
        if self.loop.batch == self.loop.batches and piece.ending is None:
            piece = self._part(0, lambda left: left)
        return piece

    def trace(self) -> Iterator[None]:
        """Before the first piece: trace one of the graphs it will need at each step. Nothing is trained."""
        return self.loop.trace(self._callbacks.want_weights)

    def finalize(self) -> None:
        """What ``fit`` does at its end: averaged weights of the optimizer, then the best weights, where wanted."""
        if not self._running:
            return
        self._running = False
        self.loop.model.optimizer.finalize_variable_values(self.loop.model.trainable_weights)
        self._callbacks.end()

    def restart(self) -> None:
        """Forget the run that has begun: the next piece begins another one."""
        self._running = False
        self._epoch_start = None

    def _begin(self) -> None:
        if not self._running:
            self._callbacks.begin(self.loop.keys)
            self._running = True

    def _finished(self, pieces: list[Piece]) -> Piece:
        self.finalize()
        done = pieces[0] if pieces else Piece(self.loop.epoch + 1)
        sentence = f"Finished after epoch {self.loop.epoch}."
        return Piece(done.first, done.keys, done.rows, "finished", sentence)

    # ---------------------------------------------------------------- whole epochs in one call

    def _chunk(self, count: int) -> Piece:
        first, start = self.loop.epoch, self.loop.state.read()
        results = self._timed(
            lambda: self.loop.run_epochs(count, self._callbacks.want_weights), count, self._pace.ran_epochs
        )
        good = _finite_rows(results)
        if good < count or not self.loop.state.finite():
            good = self._last_good(first, start, good)
            return self._after(first, start, EpochResults(results.rows[:good], _head(results, good)), broken=True)
        return self._after(first, start, results)

    def _after(self, first: int, start: Any, results: EpochResults, broken: bool = False) -> Piece:
        """Callbacks for *results*, the epochs run since *start*; *broken*: the epoch after them breaks."""
        keys, rows, rate = self._callbacks.follow(first, self.loop.keys, results)
        cut = len(rows) < len(results.rows)
        if cut:
            self._rerun(first, start, len(rows))
        if rate is not None:
            self.loop.model.optimizer.learning_rate = rate
        piece = Piece(first + 1, keys, rows)
        if self._callbacks.stopped:
            return self._stopped_early(piece)
        # A learning rate that fell before the break may well prevent it: then the run goes on from there.
        return self._failed(piece) if broken and not cut and rate is None else piece

    def _rerun(self, first: int, start: Any, count: int) -> None:
        self.loop.state.write(start)
        self.loop.go_to(first)
        if count:
            self.loop.run_epochs(count)

    def _last_good(self, first: int, start: Any, most: int) -> int:
        """How many epochs, *most* at the most, end with finite weights; the loop then stands after these."""
        low, high = 0, most
        while low < high:
            middle = (low + high + 1) // 2
            self._rerun(first, start, middle)
            low, high = (middle, high) if self.loop.state.finite() else (low, middle - 1)
        self._rerun(first, start, low)
        return low

    # ---------------------------------------------------------------- parts of one epoch

    def _part(self, batches: int, validation: Callable[[int], int]) -> Piece:
        loop = self.loop
        if loop.between_epochs:
            self._epoch_start = loop.state.read()
        if loop.batch < loop.batches:
            left = min(batches, loop.batches - loop.batch)
            logs = self._timed(lambda: loop.run_batches(left), left, self._pace.ran_batches)
            if not np.isfinite(logs[0]):
                return self._broken_epoch()
        else:
            left = validation(loop.validation_batches - loop.validated)
            self._timed(lambda: loop.run_validation(left), left, self._pace.ran_validation)
        if loop.batch == loop.batches and loop.validated == loop.validation_batches:
            return self._end_epoch()
        return Piece(loop.epoch + 1)

    def _end_epoch(self) -> Piece:
        first = self.loop.epoch
        results = self.loop.end_epoch()
        if _finite_rows(results) < 1 or not self.loop.state.finite():
            self.loop.go_to(first)
            return self._broken_epoch()
        return self._after(first, None, results)

    def _broken_epoch(self) -> Piece:
        fallback = broken_layer(self.loop.model)
        self.loop.state.write(self._epoch_start)
        self.loop.go_to(self.loop.epoch)
        return self._failed(Piece(self.loop.epoch + 1), fallback)

    # ---------------------------------------------------------------- endings

    def _stopped_early(self, piece: Piece) -> Piece:
        rule, epoch = self._callbacks.early_stopping, self.loop.epoch
        self.finalize()
        what = f"{rule.monitor} had not improved for {rule.wait} epochs" if rule is not None else "a callback asked to"
        back = ""
        if rule is not None and rule.restore_best_weights:
            back = f"; the weights of epoch {rule.best_epoch + 1} are back"
        sentence = f"Stopped early after epoch {epoch}: {what}{back}."
        return Piece(piece.first, piece.keys, piece.rows, "stopped_early", sentence)

    def _failed(self, piece: Piece, fallback: str | None = None) -> Piece:
        """The next epoch breaks: find out where, and stand before it with the weights that were good."""
        epoch, good = self.loop.epoch, self.loop.state.read()
        found, batch = culprit(self.loop)
        self.loop.state.write(good)
        self.loop.go_to(epoch)
        self.restart()
        name = found or fallback
        layer = self._id_of(name) if name is not None else None
        where = f"in epoch {epoch + 1}" + (f", batch {batch + 1}" if batch is not None else "")
        what = f"numbers in {layer}" if layer else "the loss"
        kept = f"the weights after epoch {epoch}" if epoch else "the initial weights"
        sentence = (
            f"Training failed {where}: {what} became infinite or not a number; {kept} are back. "
            "Try a smaller learning rate, or scale the inputs."
        )
        return Piece(piece.first, piece.keys, piece.rows, "failed", sentence, layer)

    def _timed(self, work: Callable[[], Any], count: int, tell: Callable[[int, float], None]) -> Any:
        traced, start = self.loop.graphs.traced(), time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        if self.loop.graphs.traced() == traced and count:
            tell(count, seconds)
        return result


def _finite_rows(results: EpochResults) -> int:
    """How many rows come before the first one whose training loss, the first of the logs, is not finite."""
    bad = ~np.isfinite(results.rows[:, 0])
    return int(bad.argmax()) if bad.any() else len(results.rows)


def _head(results: EpochResults, count: int) -> Any:
    return None if results.weights is None else results.weights[:count]
