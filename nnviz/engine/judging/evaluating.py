"""Judging a whole part of the data beside training: answers in short pieces, figures on a thread of their own.

The answers are asked for between two pieces of training. What is computed from them needs scikit-learn, which takes a
second to load, and sorts all samples: a thread does both, so that Pause never waits for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import msgspec
import numpy as np

from nnviz.data.dataset import Dataset, Part
from nnviz.engine.judging.judging import Judge
from nnviz.engine.process import sentences
from nnviz.engine.process.unforeseen import report
from nnviz.engine.session import Session
from nnviz.engine.showing.pictures import sampled
from nnviz.engine.showing.views import NetworkViews
from nnviz.errors import BadInput
from nnviz.sentences import Sentence, joined
from nnviz.training.evaluating.figures import Answered, evaluation
from nnviz.training.evaluating.messages import Evaluate, Evaluation
from nnviz.training.events import Unforeseen

PIECE = 0.012  # seconds that one piece is to take
TYPICAL = 4  # pieces: no single one is taken to cost more
FIRST_ROWS = 64
GROWTH = 4
MOST_VALUES = 1 << 25  # answers that are kept; of a larger part an even sample is judged
T = TypeVar("T")
ReadPart = Callable[[Path, Callable[[str], object]], Part]
POLL = 0.01  # seconds between two looks at the thread while nothing else is to be done


class _Pass:
    """One way through a part, some rows at a time."""

    def __init__(self, views: NetworkViews, judge: Judge, part: Part) -> None:
        self._views, self._judge, self._part = views, judge, part
        self._rows = sampled(part.rows, max(1, MOST_VALUES // judge.outputs))
        self._answers = np.empty((len(self._rows), judge.outputs), np.float32)
        self._losses = np.empty(len(self._rows), np.float32)
        self._first, self._done, self._size = views.epoch, 0, FIRST_ROWS

    @property
    def complete(self) -> bool:
        """Whether all rows are answered."""
        return self._done == len(self._rows)

    def step(self, clock: Callable[[], float]) -> None:
        """Answer as many rows as fit into a piece."""
        began = clock()
        place = slice(self._done, min(self._done + self._size, len(self._rows)))
        whole = len(self._rows) == self._part.rows
        rows: Any = place if whole else self._rows[place]
        if place.stop > place.start:
            part = Part(np.asarray(self._part.x[rows], np.float32), self._part.y[rows])
            self._answers[place], self._losses[place] = self._judge.judge(part)
        self._done = place.stop
        seconds = max(clock() - began, 1e-6)
        self._size = max(1, min(int(self._size * PIECE / seconds), self._size * GROWTH))

    def answered(self, ordered: bool) -> Answered:
        """All answers, for the figures."""
        part = self._part
        return Answered(
            facts=self._views.dataset.facts,
            rows=self._rows,
            answers=self._answers,
            targets=np.asarray(part.y[self._rows]),
            losses=self._losses,
            weight=None if part.weight is None else part.weight[self._rows],
            margin=self._judge.margin,
            ordered=ordered,
            total=part.rows,
            first=self._first,
            last=self._views.epoch,
        )


@dataclass(frozen=True, eq=False)
class _File:
    """What was read of a file.

    Attributes:
        path: the file.
        dataset: the data whose form it has.
        part: its rows.
        note: what they held that no row was learned from; may be empty.
    """

    path: str
    dataset: Dataset
    part: Part
    note: str


class _Aside(Generic[T]):
    """A piece of work on a thread of its own, which ends with it."""

    def __init__(self, work: Callable[..., T], *args: Any) -> None:
        self._work, self._args = work, args
        self._result: T | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="evaluating")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._work(*self._args)
        except Exception as error:
            self._error = error

    @property
    def done(self) -> bool:
        """Whether it has come to its end."""
        return not self._thread.is_alive()

    def result(self) -> T:
        """What it gave; raises what it raised."""
        if self._error is not None:
            raise self._error
        return cast(T, self._result)


class Evaluator:
    """Sends an ``Evaluation`` of what is looked at, whenever its weights are others.

    Args:
        send: takes each evaluation.
        clock: seconds that go by.
    """

    def __init__(
        self, send: Callable[[Evaluation | Unforeseen], object], clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._send, self._clock = send, clock
        self._wish = Evaluate()
        self._views: NetworkViews | None = None
        self._judge: Judge | None = None
        self._pass: _Pass | None = None
        self._held: Answered | None = None  # what the last evaluation was made of, for another look at it
        self._read_part: ReadPart | None = None
        self._file: _File | None = None  # what was read last
        self._stale = False  # the weights are others than those that were judged
        self._changed = False  # another look at what is held is wanted
        self._reading: _Aside[_File] | None = None
        self._figures: _Aside[tuple[Evaluation, float]] | None = None
        self._due = self._piece_due = 0.0

    # ------------------------------------------------------------ what is wanted

    def want(self, wish: Evaluate) -> None:
        """Judge what *wish* says from now on."""
        before, self._wish = self._wish, wish
        if (wish.part, wish.file) != (before.part, before.file):
            self._forget_answers()
            self._due = 0.0
        elif wish != before:
            self._changed = True

    def look_at(self, views: NetworkViews) -> None:
        """*views* stand, or have other weights than before, and rest."""
        if views is not self._views:
            if isinstance(views, Session):
                self._read_part = views.read_part
            self._views, self._judge = views, None
            self._forget_answers()
        self._pass, self._stale, self._due = None, True, 0.0

    def _forget_answers(self) -> None:
        self._pass = self._held = self._reading = None
        self._stale, self._changed = True, False

    # ------------------------------------------------------------ working

    @property
    def wanted(self) -> bool:
        """Whether anybody wants to see how good the network is."""
        return bool(self._wish.part)

    @property
    def patience(self) -> float | None:
        """How many seconds may go by before ``work`` is called while nothing is trained; None for ever."""
        if not self._wish.part or self._views is None:
            return None
        if self._figures is not None or self._reading is not None:
            return POLL
        return 0.0 if self._stale or self._changed or self._pass is not None else None

    def work(self) -> None:
        """One piece, while nothing is trained."""
        if self._wish.part and self._views is not None:
            self._guarded(self._views)

    def trained(self, share: float) -> None:
        """After a piece of training: one piece more where it is due and *share* of the time allows it."""
        if not self._wish.part or self._views is None:
            return
        self._stale = True
        now = self._clock()
        if now < self._piece_due or (self._pass is None and self._figures is None and now < self._due):
            return
        self._guarded(self._views)
        # The first piece traces the network, which says nothing of those to come.
        cost = min(self._clock() - now, TYPICAL * PIECE)
        self._piece_due = self._clock() + cost * (1 / share - 1)

    def _guarded(self, views: NetworkViews) -> None:
        try:
            self._work(views)
        except BadInput as error:
            self._refuse(error.args[0])
        except Exception as error:  # a figure that cannot be had is no reason to lose the run, and the engine with it
            report(self._send, "Evaluate", error)
            self._refuse(sentences.unforeseen("Evaluate", error))

    def _refuse(self, sentence: str) -> None:
        self._pass = self._figures = self._reading = None
        self._stale = self._changed = False
        self._due = self._clock() + self._wish.interval
        self._send(Evaluation(self._wish, refusal=sentence))

    def _work(self, views: NetworkViews) -> None:
        if self._figures is not None:
            self._take_figures(self._figures)
        elif self._pass is not None:
            self._go_on(self._pass)
        elif self._changed and self._held is not None:
            self._compute(self._held)
        elif self._stale:
            part = self._part(views)
            if part is not None:
                self._judge = self._judge or views.judge()
                self._stale = False
                self._pass = _Pass(views, self._judge, part)
                self._go_on(self._pass)

    def _part(self, views: NetworkViews) -> Part | None:
        """The rows to be judged; None while they are being read."""
        if self._wish.part != "file":
            part: Part | None = getattr(views.dataset, self._wish.part)
            if part is None:
                raise BadInput(Sentence("The data have no {0} part.", self._wish.part))
            return part
        if self._file is not None and self._file.path == self._wish.file and self._file.dataset is views.dataset:
            return self._file.part
        if self._reading is None:
            assert self._read_part is not None  # what stands is a session
            self._reading = _Aside(_read, self._read_part, self._wish.file, views.dataset)
        if not self._reading.done:
            return None
        reading, self._reading = self._reading, None
        self._file = reading.result()
        return self._file.part

    def _go_on(self, answers: _Pass) -> None:
        if not answers.complete:
            answers.step(self._clock)
        if answers.complete:
            self._pass, self._held = None, answers.answered(self._wish.ordered)
            self._compute(self._held)

    def _compute(self, answered: Answered) -> None:
        self._changed = False
        self._figures = _Aside(_timed, self._wish, replace(answered, ordered=self._wish.ordered))

    def _take_figures(self, figures: _Aside[tuple[Evaluation, float]]) -> None:
        if not figures.done:
            return
        self._figures = None
        found, seconds = figures.result()
        self._due = self._clock() + max(self._wish.interval, seconds * 10)
        if (found.wish.part, found.wish.file) == (self._wish.part, self._wish.file) and self._held is not None:
            note = self._file.note if self._wish.part == "file" and self._file is not None else ""
            self._send(msgspec.structs.replace(found, note=note))


def _read(read_part: ReadPart, file: str, dataset: Dataset) -> _File:
    """The rows of *file*, of the form of *dataset*."""
    notes: list[str] = []
    part = read_part(Path(file), notes.append)
    return _File(file, dataset, part, joined(notes) if notes else "")


def _timed(wish: Evaluate, answered: Answered) -> tuple[Evaluation, float]:
    """The figures, and the seconds of work that they took."""
    began = time.thread_time()
    return evaluation(wish, answered), time.thread_time() - began
