"""What can be asked of a session beside its training: pictures, files, and what the run was at an earlier epoch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from nnviz.backend.session_view import SessionView
from nnviz.backend.thread import TrainingThread
from nnviz.sentences import Sentence
from nnviz.training.ensembles import Member
from nnviz.training.inside.messages import LookInside
from nnviz.training.messages import (
    Command,
    Evaluate,
    JudgeEnsemble,
    LoadWeights,
    Refused,
    ShowStep,
    Snapshot,
    Try,
    Vary,
    Watch,
    WriteLogs,
)


class SessionAsks(SessionView):
    """Such questions; ``TrainingSession`` adds what moves the run."""

    _thread: TrainingThread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self._watch = Watch()
        self._evaluated = Evaluate()
        self._inside = LookInside()

    def _send(self, command: Command) -> None:
        """Give *command* to the engine."""
        self._thread.send(command)

    def load_weights(self, path: str) -> None:
        """Put the weights of a file into the network that stands."""
        self._send_or_refuse(LoadWeights(path))

    def take_snapshot(self, path: str) -> None:
        """Write all weights to *path* (safetensors)."""
        self._send_or_refuse(Snapshot(path))

    def watch(self, wanted: Watch) -> None:
        """Say which pictures are on screen and how large."""
        if wanted != self._watch:
            self._watch = wanted
            if self._ready:
                self._thread.send(wanted)

    def evaluate(self, wanted: Evaluate) -> None:
        """Say which part of the data the network is to be judged on."""
        if wanted != self._evaluated:
            self._evaluated = wanted
            if self._ready:
                self._thread.send(wanted)

    def look_inside(self, wanted: LookInside) -> None:
        """Say what of the inside of the network is on screen, and which units are muted."""
        if wanted != self._inside:
            self._inside = wanted
            if self._ready:
                self._thread.send(wanted)

    def try_sample(self, number: int, x: bytes) -> bool:
        """Ask for the answer to one sample, float32 as prepared for the network; whether there is one to come."""
        stands = self._ready and self._plan.standing is not None
        if stands:
            self._thread.send(Try(number, x))
        return stands

    def show_step(self, number: int, row: int) -> bool:
        """Ask what a step on a sample of the training part starts from; whether there is an answer to come."""
        stands = self._ready and self._plan.standing is not None
        if stands:
            self._thread.send(ShowStep(number, row))
        return stands

    def write_logs(self, source: str, folder: str) -> bool:
        """Have runs written as TensorBoard logs into *folder*; *source* says what of them. Whether an answer comes."""
        if self._ready:
            self._thread.send(WriteLogs(source, folder))
        return self._ready

    def judge_ensemble(self, number: int, members: Sequence[Member], base: str) -> None:
        """Have *members* judged alone and together; with none, what is being judged is given up."""
        if members or self._ready:
            self._thread.send(JudgeEnsemble(number, tuple(members), base))

    def vary(self, wanted: Vary) -> bool:
        """Ask how layers vary a picture; whether there is an answer to come."""
        if self._ready:
            self._thread.send(wanted)
        return self._ready

    def show_again(self) -> None:
        """Have the pictures that are watched sent once more."""
        if self._ready:
            self._thread.send(self._watch)

    def _send_or_refuse(self, command: Command) -> None:
        if self._plan.standing is None and self._plan.building is None:
            name = type(command).__name__
            self.refused.emit(Refused(name, Sentence("There is no network yet: draw one and choose data first.")))
        else:
            self._send(command)
