"""Judging several trained networks alone and together, in short pieces while nothing is trained."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.dataset import Cancelled, Dataset, Part
from nnviz.data.spec import DataSpec
from nnviz.engine.process import sentences, wear
from nnviz.engine.process.unforeseen import report
from nnviz.engine.races.deciding import Deciding, Floats
from nnviz.engine.races.lane import Send
from nnviz.engine.session import Session
from nnviz.engine.showing.pictures import sampled
from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json
from nnviz.sentences import Sentence
from nnviz.training.ensembles import EnsembleJudged, Judged, JudgeEnsemble, Member
from nnviz.training.evaluating import ensemble
from nnviz.training.suggest import has_margin

PIECE = 0.012  # seconds
AT_ONCE = 128  # rows that are answered in one go
MOST_VALUES = 1 << 24  # answers of a member that are kept; of a larger part an even sample is judged
TELLING = 0.2  # seconds between two words on how far it is
DECIDING = 0.2  # how much of the work the deciding layer is taken to be
Answers = dict[str, list[Floats]]  # the part -> what each member answers


class Ensembles:
    """Answers ``JudgeEnsemble``; a new question replaces the one before.

    Args:
        send: takes the answers.
        load: the data of a project, from a folder on; Cancelled where a command has to be obeyed first.

    Attributes:
        handlers: the type of a command -> what carries it out.
    """

    def __init__(self, send: Send, load: Callable[[DataSpec, Path], Dataset]) -> None:
        self._send, self._load = send, load
        self._number = 0
        self._judging: Iterator[float] | None = None
        self._told = 0.0
        self.handlers: dict[type, Callable[[Any], None]] = {JudgeEnsemble: self._begin}

    @property
    def patience(self) -> float | None:
        """How many seconds may go by before ``work`` is called while nothing is trained; None for ever."""
        return None if self._judging is None else 0.0

    def work(self) -> None:
        """A piece, while nothing is trained."""
        began = time.perf_counter()
        while self._judging is not None and time.perf_counter() - began < PIECE:
            try:
                self._tell(next(self._judging))
            except StopIteration:
                self._judging = None
            except BadInput as error:
                self._refuse(error.args[0])
            except Exception as error:
                report(self._send, "JudgeEnsemble", error)
                self._refuse(sentences.unforeseen("Judging the ensemble", error))

    def _begin(self, command: JudgeEnsemble) -> None:
        self._number, self._told = command.number, time.monotonic()
        self._judging = self._judge(command) if command.members else None

    def _tell(self, done: float) -> None:
        now = time.monotonic()
        if now - self._told >= TELLING:
            self._told = now
            self._send(EnsembleJudged(self._number, min(done, 0.999)))

    def _refuse(self, sentence: str) -> None:
        self._judging = None
        self._send(EnsembleJudged(self._number, refused=sentence))

    # ------------------------------------------------------------ the work

    def _judge(self, command: JudgeEnsemble) -> Iterator[float]:
        count = len(command.members)
        answers: Answers = {}
        parts: dict[str, Part] = {}
        seed, dataset = 0, None
        for number, member in enumerate(command.members):
            session = yield from self._session(member, Path(command.base), dataset)
            try:
                session.load_weights(Path(member.weights))
                dataset, seed = session.dataset, session.recipe.seed
                parts = parts or _parts(dataset)
                yield number / count * (1 - DECIDING)
                for done in _answer(session, parts, answers):
                    yield (number + done) / count * (1 - DECIDING)
            finally:  # nobody may wait for the rest any more
                session.close()
        assert dataset is not None  # there are members
        facts, train = dataset.facts, answers["train"]
        if len({member.shape for member in train}) > 1:
            raise BadInput(Sentence("These networks do not answer alike: their outputs differ"))
        layer = Deciding(count, train[0].shape[1], facts, seed)
        for done in layer.train(train, np.asarray(parts["train"].y)):
            yield 1 - DECIDING * (1 - done)
        self._send(_judged(self._number, answers, parts, dataset, layer))

    def _session(self, member: Member, base: Path, dataset: Dataset | None) -> Generator[float, None, Session]:
        """The network of *member*, untrained; loading its data begins again after a command that interrupts it."""
        project = project_from_json(member.project)
        if project.data is None:
            raise BadInput(Sentence("There is no data yet: choose what the network is to learn from."))
        while dataset is None:
            try:
                dataset = self._load(project.data, base)
            except Cancelled:
                yield 0.0
        session = Session(project, base, dataset)
        wear.count_network()
        return session


def _parts(dataset: Dataset) -> dict[str, Part]:
    """The parts there are, in memory; of large ones an even sample."""
    found = {}
    for name in ("train", "validation", "test"):
        part = getattr(dataset, name)
        if part is not None and part.rows:
            rows = sampled(part.rows, max(1, MOST_VALUES // max(1, dataset.facts.features)))
            whole = len(rows) == part.rows
            found[name] = part if whole and not dataset.streamed else Part(np.asarray(part.x[rows]), part.y[rows])
    return found


def _answer(session: Session, parts: dict[str, Part], answers: Answers) -> Iterator[float]:
    """Add to *answers* what the network says to all rows of *parts*; yields how much is done."""
    facts, margin = session.dataset.facts, has_margin(session.recipe.loss)
    rows, done = sum(part.rows for part in parts.values()), 0
    for name, part in parts.items():
        pieces = []
        for start in range(0, part.rows, AT_ONCE):
            pieces.append(session.predict(np.asarray(part.x[start : start + AT_ONCE], np.float32)))
            done += len(pieces[-1])
            yield done / rows
        raw = np.concatenate([piece.reshape(len(piece), -1) for piece in pieces])
        answers.setdefault(name, []).append(ensemble.comparable(raw, facts, margin))


def _judged(number: int, answers: Answers, parts: dict[str, Part], dataset: Dataset, layer: Deciding) -> EnsembleJudged:
    facts, truth = dataset.facts, {name: np.asarray(part.y) for name, part in parts.items()}
    ways: dict[str, Callable[[list[Floats]], Floats | None]] = {
        "average": ensemble.averaged,
        "vote": lambda members: ensemble.voted(members, facts),
        "deciding": layer.answers,
    }
    count = len(answers["train"])
    whole: list[Judged] = []
    for place in range(count):
        found = {name: ensemble.scores(answers[name][place], truth[name], facts) for name in parts}
        whole.append(Judged("member", found))
    for what, way in ways.items():
        together = {name: way(answers[name]) for name in parts}
        known = {name: ensemble.scores(y, truth[name], facts) for name, y in together.items() if y is not None}
        if what == "vote":  # the share of the votes is no probability
            known = {name: {"accuracy": found["accuracy"]} for name, found in known.items()}
        if known:
            whole.append(Judged(what, known))
    alike = {name: ensemble.agreement(members, facts) for name, members in answers.items()}
    return EnsembleJudged(number, judged=tuple(whole), agreement=alike)
