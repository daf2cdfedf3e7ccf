"""A race: several sessions in one engine take turns, so that their curves grow together.

The weights, the optimizer, the random seeds and the graphs of a variant are its own, and the order of its rows is a
pure function of seed and epoch: a variant comes to the very values that it would come to alone. The next turn is of the
one that has done the least of its way. Each is timed while it is trained and at no other time. XLA is tried for one of
them after the other; as turns are short, what that takes of the machine slows all of them down alike.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, Literal

from nnviz.data.dataset import Cancelled, Dataset
from nnviz.data.spec import DataSpec
from nnviz.engine.loop.tempo import Tempo
from nnviz.engine.process import sentences, wear
from nnviz.engine.process.unforeseen import report
from nnviz.engine.races.lane import Lane, Send
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json
from nnviz.sentences import Sentence
from nnviz.training.messages import (
    Ending,
    LaneBuilt,
    LaneEnded,
    Race,
    RaceGoes,
    RaceGoOn,
    RaceKeep,
    RacePause,
    RaceRested,
    RaceStop,
    Refused,
)

TURN = 0.04  # seconds; changing turns costs nothing that can be measured
TELLING = 1.0  # seconds between two words that it goes on


class SideBySide:
    """The race of an engine, if there is one.

    Args:
        send: takes what is said.
        load: the data of a project, from a folder on; BadInput where they cannot be had, Cancelled where a command
            has to be obeyed first.
        interrupt: brings a run of the network that stands to rest: one thing at a time is trained.
        budget: bytes that the snapshots of all variants may take.

    Attributes:
        handlers: the type of a command -> what carries it out.
    """

    def __init__(
        self,
        send: Send,
        load: Callable[[DataSpec, Path], Dataset],
        interrupt: Callable[[], object],
        budget: Callable[[], int],
    ) -> None:
        self._send, self._load, self._interrupt, self._budget = send, load, interrupt, budget
        self._race = Race((), "")
        self._lanes: list[Lane] = []
        self._making: Iterator[None] | None = None  # what is to be built and traced before the first batch
        self._refused: set[int] = set()  # the numbers of those that could not be built
        self._goes = False
        self._turn: Lane | None = None
        self._turn_until = 0.0
        self._told = 0.0
        self._rate = 0.0  # epochs a second of each variant
        self._tempo = Tempo()
        self._writing: deque[Iterator[None]] = deque()
        self.handlers: dict[type, Callable[[Any], None]] = {
            Race: self._begin,
            RaceGoOn: self._go_on,
            RacePause: lambda _: self.pause(),
            RaceStop: lambda _: self.stop(),
            RaceKeep: lambda _: self._write(self._running),
        }

    @property
    def goes(self) -> bool:
        """Whether variants are trained."""
        return self._goes

    @property
    def stands(self) -> bool:
        """Whether there are variants that have not ended, be they paused."""
        return self._making is not None or bool(self._running)

    @property
    def writes(self) -> bool:
        """Whether files are still to be written."""
        return bool(self._writing)

    @property
    def patience(self) -> float | None:
        """How many seconds may go by before ``work`` is called; None for ever."""
        if self._goes and self._making is not None:
            return 0.0
        return self._tempo.wait() if self._goes else None

    @property
    def _running(self) -> list[Lane]:
        return [lane for lane in self._lanes if not lane.ended]

    def work(self) -> None:
        """A piece of building or of training; nothing is done where the race waits."""
        if self._goes and self._making is not None:
            self._make_some(self._making)
        elif self._goes:
            self._advance()

    # ------------------------------------------------------------ what is asked

    def _begin(self, race: Race) -> None:
        self.stop()
        self._interrupt()
        self._race, self._lanes, self._refused = race, [], set()
        self._making, self._goes, self._turn = self._make(race), True, None
        self.set_rate(race.rate)

    def _go_on(self, command: RaceGoOn) -> None:
        if self.stands:
            self._interrupt()
            self._goes = True
            self.set_rate(command.rate)

    def set_rate(self, rate: float) -> None:
        """From now on at most *rate* epochs a second of each variant; 0 for any number."""
        self._rate = rate
        self._tempo.begin(rate * max(1, len(self._running)))

    def pause(self) -> None:
        """Stop between two pieces, and write the variants as they are."""
        if self._goes:
            self._rest("paused")
            self._write(self._running)

    def stop(self) -> None:
        """The variants that go on end here."""
        if not self.stands:
            return
        left = self._running
        for lane in left:
            lane.stop()
        built = {lane.number for lane in self._lanes} | self._refused
        for number in sorted(set(range(len(self._race.lanes))) - built):
            self._send(LaneEnded(number, Ending("stopped", sentences.stopped(0, None, {}), 0)))
        self._making = None
        self._rest("stopped")
        self._write(left)

    def _rest(self, kind: Literal["over", "paused", "stopped"]) -> None:
        self._goes, self._turn = False, None
        self._send(RaceRested(kind))

    # ------------------------------------------------------------ building

    def _make_some(self, making: Iterator[None]) -> None:
        try:
            next(making)
        except StopIteration:
            self._making = None
            self.set_rate(self._rate)  # that of all who have been built
            if not self._running:
                self._rest("over")

    def _make(self, race: Race) -> Iterator[None]:
        """Build a variant, or trace a graph of one, at each step."""
        for number in range(len(race.lanes)):
            try:
                yield from self._make_one(number)
            except BadInput as error:
                self._refuse(number, error.args[0], getattr(error, "layer", None))
            except Exception as error:
                report(self._send, "Race", error)
                self._refuse(number, sentences.unforeseen("Building", error))

    def _make_one(self, number: int) -> Iterator[None]:
        wanted = self._race.lanes[number]
        project, base = project_from_json(wanted.project), Path(self._race.base)
        if project.data is None:
            raise BadInput(Sentence("There is no data yet: choose what the network is to learn from."))
        session = Session(project, base, (yield from self._loaded(project.data, base)))
        wear.count_network()
        try:
            self._send(LaneBuilt(number, session.parameters))
            yield
            yield from session.trace()
            lane = Lane(number, wanted, session, self._budget() // len(self._race.lanes), self._send)
        except BaseException:  # GeneratorExit too: the race is stopped meanwhile
            session.close()
            raise
        self._lanes.append(lane)
        yield

    def _loaded(self, spec: DataSpec, base: Path) -> Generator[None, None, Dataset]:
        """The data; where a command interrupts, they are loaded once it was obeyed."""
        while True:
            try:
                return self._load(spec, base)
            except Cancelled:
                yield

    def _refuse(self, number: int, sentence: str, layer: str | None = None) -> None:
        """A variant that cannot be trained is out of the race; the others go on."""
        self._refused.add(number)
        self._send(LaneEnded(number, Ending("failed", sentence, 0, layer=layer)))

    # ------------------------------------------------------------ turns

    def _advance(self) -> None:
        allowed = self._tempo.allowed()
        if allowed == 0:
            return
        lane = self._whose_turn(time.perf_counter())
        self._tempo.ran(lane.advance(allowed))
        now = time.perf_counter()
        if now - self._told >= TELLING:
            self._told = now
            self._send(RaceGoes())
        if lane.ended:
            self._turn = None
            self.set_rate(self._rate)  # for one less
            self._write([lane])
            if not self._running:
                self._rest("over")

    def _whose_turn(self, now: float) -> Lane:
        lane = self._turn
        if lane is None or now >= self._turn_until:
            running = self._running
            lane = self._turn = min(running, key=lambda other: other.share)
            self._turn_until = now if self._tempo.rate else now + TURN
            lane.session.wait_with_xla(any(other.session.tries_xla for other in running if other is not lane))
        return lane

    # ------------------------------------------------------------ files

    def _write(self, lanes: list[Lane]) -> None:
        self._writing.extend(lane.saving() for lane in lanes)

    def write_some(self) -> None:
        """A file of those that are to be written, whatever is trained meanwhile."""
        if not self._writing:
            return
        try:
            next(self._writing[0])
            return
        except StopIteration:
            pass
        except BadInput as error:  # a full disk: what was asked for does not come
            self._send(Refused("RaceKeep", error.args[0]))
        except Exception as error:
            report(self._send, "RaceKeep", error)
            self._send(Refused("RaceKeep", sentences.unforeseen("Snapshot", error)))
        self._writing.popleft()
        if not self.stands and not self._writing:
            self._lanes = []  # their networks and snapshots need not be in memory any more
