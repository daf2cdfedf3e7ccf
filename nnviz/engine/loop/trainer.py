"""A run: the fused loop in pieces of about 20 ms, its callbacks, and its endings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.loop.callbacks import Callbacks, CallbackState
from nnviz.engine.loop.compiled import CompiledForm
from nnviz.engine.loop.faults import broken_layer, culprit
from nnviz.engine.loop.fused import EpochResults, FusedLoop
from nnviz.engine.loop.graphs import GraphName
from nnviz.engine.loop.pace import TARGET, Pace

# A run with more seconds left than this is long enough for XLA to pay; compiling takes longer with every array of
# weights, and some twenty seconds for forty layers.
WORTH_COMPILING, PER_ARRAY = 3.0, 0.2
# Rows that are still being read from the disk are waited for no longer than this at a time.
READING = 0.02
Seen = TypeVar("Seen")
PieceEnding = Literal["finished", "stopped_early", "failed"]


@dataclass(frozen=True, eq=False)
class Before:
    """Where whole epochs began that ran in one call: with it any of them can be stood behind again.

    Attributes:
        first: epochs done then.
        state: the variables then; aliases, which cost nothing but their memory.
        forms: the graphs that ran them: others differ in the last bits.
        callbacks, best_weights: what the callbacks knew then.
    """

    first: int
    state: Any
    forms: Mapping[GraphName, CompiledForm]
    callbacks: tuple[CallbackState, ...]
    best_weights: Sequence[Any]


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
        before: where its epochs began, where several ran in one call.
    """

    first: int
    keys: tuple[str, ...] = ()
    rows: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))
    ending: PieceEnding | None = None
    sentence: str = ""
    layer: str | None = None
    before: Before | None = None


class Trainer:
    """Runs a loop up to an epoch as ``fit`` would, and comes back every 20 ms or so.

    Args:
        loop: the loop.
        callbacks: what follows its epochs.
        id_of: from the Keras name of a layer to what a person calls it.

    Attributes:
        loop: as given.
        patient: XLA is not to be tried now, because it is being tried for another trainer.
    """

    patient = False

    def __init__(self, loop: FusedLoop, callbacks: Callbacks, id_of: Callable[[str], str] = str) -> None:
        self.loop, self._callbacks, self._id_of = loop, callbacks, id_of
        self._pace = Pace()
        self._running = False
        self._epoch_start: Any = None

    def advance(self, target: int, most: int | None = None) -> Piece:
        """Run about 20 ms towards *target* epochs in all; *most* limits how many whole epochs that are."""
        self._begin()
        left = max(target - self.loop.epoch, 0 if self.loop.between_epochs else 1)
        if left <= 0:
            return self._finished([])
        self._follow_race(left)
        left = left if most is None else min(left, max(1, most))
        count = self._pace.epochs(left, self.loop.batches, self.loop.validation_batches)
        if count and self.loop.between_epochs and not self.loop.streamed:
            piece = self._chunk(count)
        else:
            batches, judged = self._pace.batches(self.loop.batches), self._pace.validation(self.loop.validation_left)
            if not self.loop.ready(batches if self.loop.batch < self.loop.batches else judged, READING):
                return Piece(self.loop.epoch + 1)
            piece = self._part(batches, self._pace.validation)
        if piece.ending is None and self.loop.epoch >= target and self.loop.between_epochs:
            return self._finished([piece])
        return piece

    def step(self) -> Piece:
        """Run exactly one training batch, and the validation part after the last one of an epoch."""
        self._begin()
        piece = self._part(1, self._pace.validation)
        # In pieces, since rows on the disk may be more than the memory holds.
        while self.loop.batch == self.loop.batches and piece.ending is None:
            piece = self._part(0, self._pace.validation)
        return piece

    @property
    def epoch_seconds(self) -> float | None:
        """How long an epoch takes; None while that is not known."""
        return self._pace.epoch_seconds(self.loop.batches, self.loop.validation_batches)

    @property
    def settled(self) -> bool:
        """Whether it is decided which way the steps are run in."""
        return self.loop.forms.settled

    def race(self) -> None:
        """Begin to find out in the background whether XLA would be faster."""
        self.loop.forms.race(self._callbacks.want_weights)

    def _follow_race(self, left: int) -> None:
        """Begin a race where *left* epochs take long enough for it to pay, and take up what one has shown."""
        seconds = None if self.loop.forms.raced or self.patient else self.epoch_seconds
        if seconds is not None and seconds * left > WORTH_COMPILING + PER_ARRAY * len(self.loop.model.weights):
            self.race()
        # Beside a race every call takes longer than the last one promised, and Pause waits for one.
        self._pace.target = TARGET / 2 if self.loop.forms.racing else TARGET
        if self.loop.forms.take_up():
            self._pace.forget()

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

    @property
    def begun(self) -> bool:
        """Whether a run has begun that has neither finished nor was ended."""
        return self._running

    def go_on(self, begun: bool) -> None:
        """Take up a run that another trainer had *begun*, at the place where the loop stands.

        In the middle of an epoch, an epoch that then breaks goes back to here, not to its first batch.
        """
        self._running = begun
        self._epoch_start = None if self.loop.between_epochs else self.loop.state.read()

    def _begin(self) -> None:
        if not self._running:
            self._callbacks.begin(self.loop.keys)
            self._running = True

    def _finished(self, pieces: list[Piece]) -> Piece:
        self.finalize()
        done = pieces[0] if pieces else Piece(self.loop.epoch + 1)
        sentence = f"Finished after epoch {self.loop.epoch}."
        return Piece(done.first, done.keys, done.rows, "finished", sentence, before=done.before)

    # ---------------------------------------------------------------- whole epochs in one call

    def _chunk(self, count: int) -> Piece:
        first, start = self.loop.epoch, self.loop.state.read()
        known = self._callbacks.states(), self._callbacks.best_weights
        before = Before(first, start, self.loop.forms.in_use, *known)
        return replace(self._whole(first, start, count), before=before)

    def _whole(self, first: int, start: Any, count: int) -> Piece:
        results = self._timed(
            lambda: self.loop.run_epochs(count, self._callbacks.want_weights), count, self._pace.ran_epochs
        )
        good = _finite_rows(results, self.loop.keys)
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

    def revisit(self, before: Before, count: int, see: Callable[[EpochResults], Seen]) -> Seen:
        """What *see* makes of the run *count* epochs behind *before*; the run is left as it was, to the last bit.

        A run is a pure function of its seed and the epoch, so these epochs run as they did then.
        """
        loop = self.loop
        now, place, forms = loop.state.read(), loop.place, loop.forms.in_use
        loop.state.write(before.state)
        loop.go_to(before.first)
        loop.forms.use(before.forms)
        try:
            return see(loop.run_epochs(count, self._callbacks.want_weights))
        finally:
            loop.forms.use(forms)
            loop.state.write(now)
            loop.stand_at(place)

    def _rerun(self, first: int, start: Any, count: int) -> None:
        self.loop.state.write(start)
        self.loop.go_to(first)
        if count:
            # By the very graph that ran them: a plain one and a compiled one differ in the last bits.
            self.loop.run_epochs(count, self._callbacks.want_weights)

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
            logs = self._timed(lambda: loop.run_validation(left), left, self._pace.ran_validation)
            if not np.isfinite(logs[0]):
                return self._broken_epoch()
        if loop.batch == loop.batches and loop.validated == loop.validation_batches:
            return self._end_epoch()
        return Piece(loop.epoch + 1)

    def _end_epoch(self) -> Piece:
        first = self.loop.epoch
        results = self.loop.end_epoch()
        if _finite_rows(results, self.loop.keys) < 1 or not self.loop.state.finite():
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
        found = culprit(self.loop)
        self.loop.state.write(good)
        self.loop.go_to(epoch)
        self.restart()
        name = found.layer or fallback
        layer = self._id_of(name) if name is not None else None
        return Piece(piece.first, piece.keys, piece.rows, "failed", found.sentence(epoch, layer), layer)

    def _timed(self, work: Callable[[], Any], count: int, tell: Callable[[int, float], None]) -> Any:
        traced, start = self.loop.graphs.traced(), time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        if self.loop.graphs.traced() == traced and count:
            tell(count, seconds)
        return result


def _finite_rows(results: EpochResults, keys: Sequence[str]) -> int:
    """How many rows come before the first one whose loss, of training or validation, is not finite."""
    losses = [column for column, key in enumerate(keys) if key in ("loss", "val_loss")]
    bad = ~np.isfinite(results.rows[:, losses]).all(axis=1)
    return int(bad.argmax()) if bad.any() else len(results.rows)


def _head(results: EpochResults, count: int) -> Any:
    return None if results.weights is None else results.weights[:count]
