"""Finds out in the background whether XLA makes a run faster, and hands its graphs over where it does.

XLA makes dense and recurrent networks up to ten times faster in a loop and convolutions thirty times slower, some
layers do not compile at all, and compiling takes seconds. So nothing is assumed: a twin of the network is compiled in
a thread while the run goes on, the two forms do the same piece of work in turn, and the run takes up what was faster.
"""

from __future__ import annotations

import logging
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import tf
from nnviz.engine.loop.compiled import CompiledForm, CompiledGraphs
from nnviz.engine.loop.graphs import GraphName, Graphs
from nnviz.engine.loop.pace import TARGET
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.state import TrainingState
from nnviz.engine.process import wear
from nnviz.training.fault_text import message_of
from nnviz.training.order import epoch_orders

log = logging.getLogger(__name__)

# An epoch that takes longer than this will not fit into one call when it is compiled.
LONGEST_EPOCH = 8 * TARGET
# Each form works about this long in each of so many rounds; the compiled one has to win clearly.
HEAT, ROUNDS, MARGIN = 0.010, 3, 0.95
# One unit of work is tried so often: the machine may be busy with something else.
TRIES = 4
# So many times slower in its first heat is too slow to go on measuring.
HOPELESS = 4.0
# A twin needs its own copy of the state: beyond this the memory is better left to the run.
MOST_STATE = 512 << 20

# Seconds after which the race lets the run have the interpreter.
SWITCH = 0.0002

_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Work:
    """What is raced.

    Attributes:
        twin: makes a model like the one in training, compiled for training; called in the background.
        train, validation: the rows.
        batch_size, shuffled, seed: as of the loop.
        weights: whether the weights after each epoch are wanted.
    """

    twin: Callable[[], Any]
    train: Rows
    validation: Rows | None
    batch_size: int
    shuffled: bool
    seed: int
    weights: bool


class Race:
    """One race; it starts at once and ends by itself.

    Args:
        work: what is raced.
        state: the variables of the model in training, that the forms which win are tied to.

    Attributes:
        won: the forms that were faster, complete once ``settled``.
    """

    def __init__(self, work: Work, state: TrainingState) -> None:
        self._work, self._state = work, state
        self.won: dict[GraphName, CompiledForm] = {}
        self._given_up = False
        self._thread = threading.Thread(target=self._run, name="nnviz-race")
        self._thread.start()

    @property
    def settled(self) -> bool:
        """Whether it is decided."""
        return not self._thread.is_alive()

    def give_up(self) -> None:
        """Nobody waits for the outcome any more; what is being compiled is finished first."""
        self._given_up = True

    def wait(self) -> None:
        """Wait until it is decided."""
        self._thread.join()

    def _run(self) -> None:
        with _one_at_a_time:
            if self._given_up or wear.exhausted():
                return
            # Tracing is Python, and each call of TensorFlow in the run has to win the interpreter back from it.
            patience = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH)
            try:
                course = _Course(self._work)
                try:
                    self._decide(course)
                finally:
                    course.empty()
            except tf.errors.OpError as error:  # what XLA does not compile stays where it is
                log.warning("not compiled: %s", message_of(error))
            except Exception:
                log.exception("Race")
            finally:
                sys.setswitchinterval(patience)

    def _decide(self, course: _Course) -> None:
        names = course.names()
        while names and not self._given_up:
            name = names.pop(0)
            form, seconds = course.winner(name)
            if form is not None:
                form.tie(course.variables, self._state.raw)
                self.won[name] = form
            # Where whole epochs are still too long for one call, they will be cut into pieces.
            if name == course.whole and seconds > TARGET:
                names += course.pieces


class _Course:
    """The twin, and the work that both forms do on it in turn."""

    def __init__(self, work: Work) -> None:
        self._work = work
        model = work.twin()
        args = model, work.train, work.validation, work.batch_size, work.shuffled
        self._plain, self._compiled = Graphs(*args), CompiledGraphs(*args)
        self.variables: Sequence[Any] = TrainingState(model).raw
        self.whole: GraphName = "epochs_with_weights" if work.weights else "epochs"
        self.pieces: tuple[GraphName, ...] = ("train_some", "validate_some") if work.validation else ("train_some",)

    def empty(self) -> None:
        """Free what the twin's variables hold: graphs keep the handles they were traced with as long as they live."""
        for variable in self.variables:
            tf.raw_ops.AssignVariableOp(resource=variable.handle, value=tf.zeros([0], variable.dtype))

    def names(self) -> list[GraphName]:
        """The graphs that a run will use: whole epochs where one is short, pieces of them otherwise."""
        self._seconds(self._plain["train_some"], "train_some", 1)  # the first call traces
        batches = self._plain.train.count
        tried = min(batches, 8)
        epoch = self._seconds(self._plain["train_some"], "train_some", tried) / tried * batches
        return [self.whole] if epoch <= LONGEST_EPOCH else list(self.pieces)

    def winner(self, name: GraphName) -> tuple[CompiledForm | None, float]:
        """The compiled form of *name* where it is faster, and the seconds of one unit of its work by the faster."""
        form, plain = self._compiled.form(name), self._plain[name]
        for contender in (form, plain):
            self._seconds(contender, name, 0)  # compiles, or traces
        wear.count_compiled()
        slow, fast = self._once(plain, name), self._once(form, name)
        if fast > HOPELESS * slow and fast > HEAT:
            return None, slow
        count = self._fitting(name, min(slow, fast))
        heats = [(self._seconds(plain, name, count), self._seconds(form, name, count)) for _ in range(ROUNDS)]
        slow, fast = (statistics.median(times) / count for times in zip(*heats, strict=True))
        return (form, fast) if fast < MARGIN * slow else (None, slow)

    def _once(self, form: Any, name: GraphName) -> float:
        """Seconds of one unit of work: the best of a few tries, where one does not take long."""
        best = self._seconds(form, name, 1)
        for _ in range(TRIES if best < HEAT * TRIES else 1):
            best = min(best, self._seconds(form, name, 1))
        return best

    def _fitting(self, name: GraphName, seconds: float) -> int:
        """How many units of work, each of *seconds*, make a heat."""
        limits = {
            "train_some": self._plain.train.count,
            "validate_some": self._plain.validation.count if self._plain.validation else 1,
        }
        most = limits.get(name) or self._compiled.most[name]
        return max(1, min(int(HEAT / max(seconds, 1e-9)), most))

    def _seconds(self, form: Any, name: GraphName, count: int) -> float:
        arguments = self._arguments(name, count)
        began = time.perf_counter()
        outcome = form(*arguments)
        np.asarray(outcome[0] if name in ("epochs", "epochs_with_weights") else outcome)
        return time.perf_counter() - began

    def _arguments(self, name: GraphName, count: int) -> list[Any]:
        work = self._work
        data = work.train.tensors
        judged = work.validation.tensors if work.validation is not None else ()
        if name == "validate_some":
            return [tf.constant(0), tf.constant(count), *judged]
        if name == "train_some":
            return [tf.constant(0), tf.constant(count), tf.constant(self._orders(1)[0]), *data]
        return [tf.constant(count), tf.constant(0), tf.constant(self._orders(count)), *data, *judged]

    def _orders(self, count: int) -> Any:
        if not self._work.shuffled:
            return np.zeros((count, 0), np.int32)
        return epoch_orders(self._work.seed, 0, count, self._work.train.count)
