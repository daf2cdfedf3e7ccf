"""What the window asks of the network that stands and what leaves its training alone: pictures and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from nnviz.engine.past.network import PastNetwork
from nnviz.engine.session import Session
from nnviz.engine.showing.showing import Pictures
from nnviz.engine.showing.varying import varied
from nnviz.errors import BadInput
from nnviz.training.inside.messages import LookInside
from nnviz.training.messages import (
    Evaluate,
    Event,
    Export,
    Exported,
    LoadWeights,
    ShowStep,
    Snapshot,
    SnapshotTaken,
    StepNumbers,
    Tried,
    Try,
    Vary,
    Watch,
    WeightsLoaded,
)


class Asked:
    """Answers such commands.

    Args:
        send: takes the answers.
        pictures: what is on screen.
        standing: the network that stands; BadInput where there is none.
        past: the same as it was after an epoch; BadInput where that was not kept.
        draws_anew: draws what is watched now one by one, where a network has just been built; whether it does.

    Attributes:
        handlers: the type of a command -> what carries it out.
    """

    def __init__(
        self,
        send: Callable[[Event], None],
        pictures: Pictures,
        standing: Callable[[], Session],
        past: Callable[[int], PastNetwork],
        draws_anew: Callable[[], bool],
    ) -> None:
        self._send, self._pictures, self._standing, self._past = send, pictures, standing, past
        self._draws_anew = draws_anew
        self.handlers: dict[type, Callable[[Any], None]] = {
            Watch: self._watch,
            LookInside: self._look_inside,
            Export: self._export,
            LoadWeights: self._load_weights,
            Snapshot: self._snapshot,
            Evaluate: pictures.evaluator.want,
            Try: self._try,
            ShowStep: self._show_step,
            Vary: lambda command: self._send(varied(command)),
        }

    def _watch(self, command: Watch) -> None:
        self._pictures.watch = command
        try:
            session = self._standing()
        except BadInput:  # it is looked at as soon as there is one
            return
        if not self._draws_anew():
            self._pictures.show(session)

    def _look_inside(self, command: LookInside) -> None:
        try:
            session: Session | None = self._standing()
        except BadInput:  # it is looked at as soon as there is one
            session = None
        self._pictures.look_inside(command, session)

    def _try(self, command: Try) -> None:
        try:
            views = self._pictures.past or self._standing()
        except BadInput:  # always an answer: the next question waits for it
            self._send(Tried(command.number, 0, ()))
            return
        answer = views.try_sample(np.frombuffer(command.x, "<f4"))
        self._send(Tried(command.number, views.epoch, answer))

    def _show_step(self, command: ShowStep) -> None:
        try:
            session = self._standing()
            past = self._pictures.past
            numbers = (past or session).step_numbers(command, session.network)
        except BadInput as error:  # always an answer: the next question waits for it
            self._send(StepNumbers(command.number, refused=error.args[0]))
            return
        self._send(msgspec.structs.replace(numbers, remembers=past is None))

    def _export(self, command: Export) -> None:
        of = None if command.epoch is None else self._past(command.epoch).built
        written = self._standing().export(command.format, Path(command.path), carded=True, of=of)
        compared = written.compared
        tried = (None, 0) if compared is None else (compared.difference, compared.samples)
        self._send(Exported(command.format, command.path, written.size, *tried))

    def _load_weights(self, command: LoadWeights) -> None:
        session = self._standing()
        layers = session.load_weights(Path(command.path))
        self._send(WeightsLoaded(command.path, layers))
        self._pictures.show(session)

    def _snapshot(self, command: Snapshot) -> None:
        session = self._standing()
        session.save_snapshot(Path(command.path))
        self._send(SnapshotTaken(command.path, session.epoch))
