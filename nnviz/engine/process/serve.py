"""The engine's one thread: obeys commands, trains in pieces between them, and says how everything ended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from nnviz.data.dataset import Cancelled, Dataset
from nnviz.data.spec import DataSpec
from nnviz.engine.by_hand import ByHand
from nnviz.engine.files.tensorboard import LogWriter
from nnviz.engine.judging.tested import tested
from nnviz.engine.keras_setup import device, keras, tf
from nnviz.engine.loop.tempo import Tempo
from nnviz.engine.loop.trainer import Piece
from nnviz.engine.past.course import Courses
from nnviz.engine.past.travel import Travel
from nnviz.engine.process import sentences, wear
from nnviz.engine.process.asked import Asked
from nnviz.engine.process.datasets import Datasets
from nnviz.engine.process.pipe import Pipe
from nnviz.engine.process.unforeseen import report
from nnviz.engine.process.warmup import warm_up
from nnviz.engine.races.ensembles import Ensembles
from nnviz.engine.races.side_by_side import SideBySide
from nnviz.engine.session import Session
from nnviz.engine.showing.showing import Pictures
from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.messages import (
    PROTOCOL,
    Built,
    Command,
    Ending,
    EndingKind,
    Epochs,
    JudgeEnsemble,
    Pause,
    Prepare,
    Progress,
    Quit,
    Race,
    RaceStop,
    Rate,
    Reading,
    Ready,
    Refused,
    Reset,
    Step,
    Stop,
    Train,
)

_PROGRESS_INTERVAL = 0.2
ANSWERED_WITHIN = 0.02  # seconds in which a window that is told of a network says that training is to follow


class Server:
    """Serves one window until its pipe closes or it says Quit.

    A run is in progress while ``_target`` is a number of epochs; between two runs the server waits for commands.
    """

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._session: Session | None = None
        self._datasets = Datasets()
        self._pictures = Pictures(pipe.send)
        self._taken: list[Command] = []  # commands that have come and are not obeyed yet
        self._target: int | None = None
        self._tempo = Tempo()
        self._begun = False  # a run has begun that Stop can end, be it paused
        self._tracing: Iterator[None] | None = None  # what is still to be drawn and traced before the first batch
        self._answered_by = 0.0  # until then nothing is begun that training would have to wait for
        self._seconds = 0.0
        self._first = 0
        self._last_progress = 0.0
        self._scores: dict[str, float] = {}
        self._handlers: dict[type, Callable[[Any], None]] = {
            Prepare: self._prepare, Train: self._train, Rate: self._take_rate, Pause: self._pause,
            Step: self._step, Stop: self._stop, Reset: self._reset,
        }  # fmt: skip
        self._travel = Travel(pipe.send, self._pictures, self._standing)
        self._logs = LogWriter(pipe.send)
        self._handlers |= self._travel.handlers | self._logs.handlers
        self._handlers |= Asked(pipe.send, self._pictures, self._standing, self._travel.past, self._draws_anew).handlers
        self._handlers |= ByHand(pipe.send, self._pictures, self._standing, self._travel.set_by_hand).handlers
        self._handlers |= Courses(pipe.send, self._travel.shelf).handlers
        beside = partial(self._load, sooner=(Prepare, Quit, Race, RaceStop, JudgeEnsemble))
        self._race = SideBySide(pipe.send, beside, self._rest_for_race, lambda: self._travel.shelf.budget)
        self._ensembles = Ensembles(pipe.send, beside)
        self._handlers |= self._race.handlers | self._ensembles.handlers

    def serve(self) -> None:
        """Say Ready, warm up while no one asks for anything, and obey."""
        versions = str(keras.__version__), str(tf.__version__)
        self._pipe.send(Ready(PROTOCOL, *versions, device(), os.getpid()))
        if not self._pipe.peek():
            warm_up()
        while not self._pipe.closed:
            self._taken = self._pipe.take(self._patience())
            while self._taken:
                command = self._taken.pop(0)
                if isinstance(command, Quit):
                    return
                self._obey(command)
            self._travel.write_some()
            self._logs.write_some()
            self._race.write_some()
            if self._target is not None:
                self._advance(self._target)
                continue
            self._race.work()
            if not self._race.goes:
                self._ensembles.work()
            if self._tracing is None:
                self._pictures.work()
            elif time.perf_counter() >= self._answered_by:
                self._trace(self._tracing)

    def _patience(self) -> float | None:
        """How long to wait for commands, in seconds; None for ever."""
        if self._travel.writes or self._logs.writes or self._race.writes:
            return 0.0
        if self._target is not None:
            return self._tempo.wait() if self._standing().batch == 0 else 0.0
        answer = max(0.0, self._answered_by - time.perf_counter())
        pictures = self._pictures.patience if self._tracing is None else answer
        waits = pictures, self._race.patience, None if self._race.goes else self._ensembles.patience
        return min((wait for wait in waits if wait is not None), default=None)

    def _obey(self, command: Command) -> None:
        """Carry out *command*; where that cannot be done, say so and live on."""
        name = type(command).__name__
        try:
            self._handlers[type(command)](command)
        except Cancelled:
            self._pipe.send(Refused(name, sentences.given_up(), given_up=True))
        except BadInput as error:
            self._pipe.send(Refused(name, error.args[0], getattr(error, "layer", None)))
        except Exception as error:
            report(self._pipe.send, name, error)
            self._pipe.send(Refused(name, sentences.unforeseen(name, error)))

    # ------------------------------------------------------------ building

    def _prepare(self, command: Prepare) -> None:
        """Make another network stand; a run in progress waits for it, and goes on where it is refused."""
        project = project_from_json(command.project)
        if project.data is None:
            raise BadInput(Sentence("There is no data yet: choose what the network is to learn from."))
        dataset = self._load(project.data, Path(command.base))
        stands = self._session if command.weights is None else None
        if stands is not None and stands.can_be_retuned(project, dataset, command.preserve):
            self._retune(stands, project, command.keep)
            return
        session, kept = self._made(command, project, dataset)
        wear.count_network()
        self._interrupt()
        if self._session is not None:
            self._session.close()
        self._session, self._begun = session, session.begun
        self._travel.stand(session, fresh=command.weights is not None or not kept)
        if not self._race.stands and self._ensembles.patience is None:  # else they may be read from yet
            self._datasets.close_before()
        self._seconds, self._scores = 0.0, {}
        self._tell_built(kept)

    def _retune(self, session: Session, project: Project, keep: bool) -> None:
        """The network stands already: make its run that of *project*, or with *keep* false begin it again."""
        self._interrupt()
        if not keep:
            session.reset()
        session.retune(project)
        self._begun = session.begun
        self._travel.stand(session, fresh=not keep)
        self._seconds, self._scores = 0.0, {}
        self._tell_built(session.weighted if keep else ())

    def _made(self, command: Prepare, project: Project, dataset: Dataset) -> tuple[Session, tuple[str, ...]]:
        """The session that *command* asks for, and the layers whose weights it has from elsewhere."""
        session = Session(project, Path(command.base), dataset)
        if command.weights is not None:
            return session, session.restore(Path(command.weights), command.epoch)
        keeps = command.keep and self._session is not None
        return session, session.keep_weights_from(self._standing(), command.preserve) if keeps else ()

    def _load(self, spec: DataSpec, base: Path, sooner: tuple[type, ...] = (Stop, Quit, Prepare)) -> Dataset:
        unwanted = partial(self._unwanted, sooner)
        return self._datasets.load(spec, base, unwanted, lambda share: self._pipe.send(Reading(share)))

    def _unwanted(self, sooner: tuple[type, ...]) -> bool:
        """Whether loading is to be given up: the window is gone, or a command comes *sooner*."""
        waiting = (*self._taken, *self._pipe.peek())
        return self._pipe.closed or any(isinstance(command, sooner) for command in waiting)

    def _tell_built(self, kept: tuple[str, ...] = ()) -> None:
        session = self._standing()
        rows = session.dataset.facts.rows
        # A fresh engine would know nothing of the race, nor write its files.
        worn = wear.worn() and not (self._race.stands or self._race.writes)
        where = session.batches, session.epoch, kept, session.batch, session.begun, worn
        self._pipe.send(Built(session.parameters, rows[0], rows[1], *where, grown=session.grown))
        self._travel.tell(at_once=True)
        self._tell_execution(session)
        self._draw_and_trace(session)
        self._answered_by = time.perf_counter() + ANSWERED_WITHIN

    def _draw_and_trace(self, session: Session) -> None:
        pictures, slow_pictures = self._pictures.begin(session)
        self._tracing = chain(pictures, session.trace() if session.batch == 0 else (), slow_pictures)

    def _draws_anew(self) -> bool:
        """Whether a network stands since a moment ago, of which what is watched now is drawn picture by picture."""
        if self._tracing is None or time.perf_counter() >= self._answered_by:
            return False
        self._draw_and_trace(self._standing())
        return True

    def _trace(self, tracing: Iterator[None]) -> None:
        """A piece of what Train would otherwise begin with; it is stopped by Train itself."""
        try:
            next(tracing)
        except StopIteration:
            self._tracing = None
            if not self._race.goes:
                self._standing().race()
        except Exception as error:  # training meets the same, and tells
            report(self._pipe.send, "Trace", error)
            self._tracing = None

    def _standing(self) -> Session:
        if self._session is None:
            raise BadInput(Sentence("There is no network yet: draw one and choose data first."))
        return self._session

    def _reset(self, _command: Reset) -> None:
        session = self._standing()
        self._interrupt()
        session.reset()
        self._travel.stand(session, fresh=True)
        self._begun = False
        self._tell_built()

    # ------------------------------------------------------------ training

    def _train(self, command: Train) -> None:
        session = self._standing()
        if self._target is None:
            self._begin(session)
        self._target = command.epochs
        self._tempo.begin(command.rate)

    def _begin(self, session: Session) -> None:
        """Another stretch of training: its clock starts now; a race waits for it."""
        self._race.pause()
        self._begun = True
        self._tracing = None
        self._travel.begin(session)
        self._first, self._seconds, self._last_progress, self._scores = session.epoch, 0.0, 0.0, {}

    def _advance(self, target: int) -> None:
        session = self._standing()
        allowed, before, first = self._tempo.allowed(), session.execution, session.epoch
        if allowed == 0 and session.batch == 0:
            return
        spent = self._seconds
        most = self._travel.most(session, allowed)
        piece = self._work(lambda: session.advance(target, most))
        self._tempo.ran(session.epoch - first)
        if session.execution != before:
            self._tell_execution(session)
        if piece is None:
            return
        self._tell(session, piece)
        if piece.ending is None:
            self._show_when_due(session, self._seconds - spent)
        else:
            self._tell_end(session, piece)

    def _work(self, work: Callable[[], Piece]) -> Piece | None:
        """One piece of training on the clock; None where it failed, and the run with it."""
        began = time.perf_counter()
        try:
            return work()
        except BadInput as error:
            self._standing().drop_run()
            self._rest("failed", error.args[0], layer=getattr(error, "layer", None))
        except Exception as error:
            report(self._pipe.send, "Train", error)
            self._standing().drop_run()
            self._rest("failed", sentences.unforeseen("Training", error))
        finally:
            self._seconds += time.perf_counter() - began
        return None

    def _tell(self, session: Session, piece: Piece) -> None:
        """Epochs where there are some, Progress where there are none for long."""
        self._travel.follow(session, piece)
        if len(piece.rows):
            self._scores = dict(zip(piece.keys, piece.rows[-1].tolist(), strict=True))
            rate = session.learning_rate
            self._pipe.send(Epochs.of(piece.first, piece.keys, piece.rows, rate, self._seconds))
        elif self._seconds - self._last_progress >= _PROGRESS_INTERVAL:
            self._last_progress = self._seconds
            self._tell_progress(session)

    def _tell_execution(self, session: Session) -> None:
        self._pipe.send(session.execution)

    def _tell_progress(self, session: Session) -> None:
        where = session.epoch, session.batch, session.batches
        self._pipe.send(Progress(*where, session.learning_rate, self._seconds))

    def _tell_end(self, session: Session, piece: Piece) -> None:
        if piece.ending == "failed":
            self._rest("failed", piece.sentence, layer=piece.layer)
            return
        done = session.epoch - self._first
        sentence = piece.sentence
        if piece.ending == "finished":
            sentence = sentences.finished(session.epoch, done, self._seconds, self._scores)
        test, told = tested(session, self._pipe.send)
        self._rest(piece.ending or "finished", sentence + told, test=test)

    def _step(self, _command: Step) -> None:
        session = self._standing()
        if self._target is None:
            self._begin(session)
        self._target = None
        piece = self._work(session.step)
        if piece is None:
            return
        self._last_progress = self._seconds
        self._tell(session, piece)
        self._tell_progress(session)
        if piece.ending is None:
            self._rest_paused(session)
        else:
            self._tell_end(session, piece)

    def _pause(self, _command: Pause) -> None:
        if self._target is not None:
            self._rest_paused(self._standing())

    def _rest_paused(self, session: Session) -> None:
        sentence = sentences.paused(session.epoch, session.batch, session.batches, self._scores)
        self._rest("paused", sentence)

    def _stop(self, _command: Stop) -> None:
        if self._begun:
            session = self._standing()
            session.finalize()
            self._rest("stopped", sentences.stopped(session.epoch, self._target, self._scores))

    def _rest_for_race(self) -> None:
        """One thing at a time is trained: a run in progress is paused for a race."""
        if self._target is not None:
            self._rest_paused(self._standing())

    def _take_rate(self, command: Rate) -> None:
        self._tempo.begin(command.rate)
        self._race.set_rate(command.rate)

    def _interrupt(self) -> None:
        """A run in progress ends because another network is wanted."""
        if self._target is not None:
            self._rest("stopped", sentences.replaced(self._standing().epoch))

    def _rest(
        self, kind: EndingKind, sentence: str, test: dict[str, float] | None = None, layer: str | None = None
    ) -> None:
        """The run comes to rest: the last pictures, then the Ending."""
        session = self._standing()
        self._target = None
        self._begun = kind == "paused"
        self._travel.rest(session)
        self._show_last(session)
        self._pipe.send(Ending(kind, sentence, session.epoch, self._seconds, test or {}, layer))

    def _show_when_due(self, session: Session, seconds: float) -> None:
        try:
            self._pictures.show_when_due(session, seconds)
        except Exception as error:  # a picture that cannot be drawn is no reason to lose the run, nor the engine
            report(self._pipe.send, "Watch", error)

    def _show_last(self, session: Session) -> None:
        try:
            self._pictures.show(session)
        except Exception as error:  # after a failure there may be nothing left to draw; the Ending must go out
            report(self._pipe.send, "Watch", error)
