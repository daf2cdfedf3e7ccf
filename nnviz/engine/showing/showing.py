"""Pictures of the network for the window: what is on screen there, as often as it wants and training can afford."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nnviz.engine.inside.insight import Insight
from nnviz.engine.judging.evaluating import Evaluator
from nnviz.engine.session import Session
from nnviz.engine.showing.views import NetworkViews
from nnviz.training.inside.messages import LookInside
from nnviz.training.messages import Event, Watch

# While training, pictures take at most this share of the time, whatever the window asks for: of a tiny network, that
# is fast enough whatever is done, the picture is the point; where an epoch is real work, speed is.
SHARE_OF_PLAY, SHARE_OF_WORK = 0.25, 0.03
REAL_WORK = 0.020  # seconds an epoch
# What it shows without the muted units.
SHOWN_MUTED = ("surface", "activity", "predictions", "generated", "sample", "unit", "decoded", "game")
SLOW_AT_FIRST = ("layers",)  # it traces a step of training
_MEMORY = 0.8  # how much of what was seen of the pace counts on from piece to piece

Draw = Callable[[NetworkViews], Event | None]


class Pictures:
    """Sends the pictures that the last Watch asked for, each kind when its own cost allows it.

    All kinds that are watched get the same share of the time, so that an expensive one is drawn less often and never
    at the cost of the others.

    Args:
        send: takes each picture.
        clock: seconds that go by.

    Attributes:
        watch: what is on screen.
        past: the network as it was at another epoch, which is looked at instead of the one in training; or None.
        evaluator: judges the network on a whole part of the data.
        inside: what is on screen of the inside of the network.
        insight: finds out what of that needs many rows.
    """

    def __init__(self, send: Callable[[Event], None], clock: Callable[[], float] = time.perf_counter) -> None:
        self._send, self._clock = send, clock
        self._due: dict[str, float] = {}
        self._cost: dict[str, float] = {}
        self._pace = _EpochPace()
        self._shown: Any = None  # what the costs are of
        self.watch = Watch()
        self.past: NetworkViews | None = None
        self.evaluator = Evaluator(send, clock)
        self.inside = LookInside()
        self._holds = False  # something was muted: what is shown has to be told when that is over
        self.insight = Insight(send, clock)

    def look_inside(self, wish: LookInside, session: Session | None) -> None:
        """Show what *wish* says from now on, and at once what of it is new; None while no network stands."""
        before, self.inside = self.inside, wish
        self.insight.want(wish)
        if session is None:
            return
        self._look_at(session)
        muted = (wish.muted, wish.hold) != (before.muted, before.hold)
        news = {"sample": (wish.sample, wish.cells) != (before.sample, before.cells),
                "unit": (wish.unit, wish.surface) != (before.unit, before.surface),
                "decoded": (wish.code, wish.point) != (before.code, before.point),
                "generated": wish.generated != before.generated,
                "game": wish.game != before.game}  # fmt: skip
        for kind in self._watched():
            if news.get(kind) or (muted and kind in SHOWN_MUTED):
                self._draw(kind, session)

    @property
    def patience(self) -> float | None:
        """How many seconds may go by before ``work`` is called while nothing is trained; None for ever."""
        waits = [w for w in (self.evaluator.patience, self.insight.patience) if w is not None]
        return min(waits, default=None)

    def work(self) -> None:
        """A piece of what needs many rows, while nothing is trained."""
        self.evaluator.work()
        self.insight.work()

    def show(self, session: Session) -> None:
        """Send all that is watched, now."""
        self._look_at(session)
        self._look_through(self.past or session)
        for kind in self._watched():
            self._draw(kind, session)

    def begin(self, session: Session) -> tuple[Iterator[None], Iterator[None]]:
        """Send the first of what is watched of a network that has just been built.

        Gives what sends the others, one at each step, and then those that take long at first: training that is to
        begin at once need not wait for them.
        """
        self._look_at(session)
        self._look_through(session)
        quick = [kind for kind in self._watched() if kind not in SLOW_AT_FIRST]
        for kind in quick[:1]:
            self._draw(kind, session)
        return self._one_by_one(quick[1:], session), self._one_by_one(SLOW_AT_FIRST, session)

    def _one_by_one(self, kinds: Iterable[str], session: Session) -> Iterator[None]:
        for kind in kinds:
            if kind in self._watched():
                self._draw(kind, session)
                yield

    def show_when_due(self, session: Session, seconds: float) -> None:
        """After a piece of training that took *seconds*: send what is watched and was not sent a moment ago."""
        self._look_at(session)
        self._pace.advanced(session.epoch + session.batch / max(1, session.batches), seconds)
        if self.past is not None:  # it stays what it is
            self.work()
            return
        for kind in self._watched():
            if self._clock() >= self._due.get(kind, 0.0):
                self._draw(kind, session)
        share = SHARE_OF_WORK if self._pace.is_work else SHARE_OF_PLAY
        both = self.evaluator.wanted and self.insight.wanted
        for of_many_rows in (self.evaluator, self.insight):
            of_many_rows.trained(share / 2 if both else share)

    def _look_through(self, views: NetworkViews) -> None:
        self.evaluator.look_at(views)
        self.insight.look_at(views)

    def _look_at(self, session: Session) -> None:
        """Another network has other costs."""
        if session is not self._shown:
            self._shown = session
            self._due.clear()
            self._cost.clear()
            self._pace.restart()

    def _watched(self) -> dict[str, Draw]:
        watch, inside = self.watch, self.inside
        sample, unit, point = inside.sample, inside.unit, inside.point if inside.code else None
        kinds: dict[str, tuple[object, Draw]] = {
            "weights": (watch.cells, lambda session: session.weights(watch.cells, watch.filters)),
            "surface": (
                watch.surface or watch.unit_surface,
                lambda session: session.surface(watch.surface, watch.unit_surface),
            ),
            "activity": (watch.activity, lambda session: session.activity()),
            "predictions": (watch.predictions, lambda session: session.predictions(watch.predictions)),
            "layers": (watch.layers, lambda session: session.layers()),
            "sample": (sample, lambda session: session.activations(sample, inside.cells) if sample else None),
            "unit": (unit, lambda session: session.unit_seen(unit, inside.surface) if unit else None),
            "generated": (inside.generated, lambda session: session.generated(inside.generated)),
            "decoded": (point, lambda session: session.decoded(inside.code, point) if point else None),
            "game": (inside.game, lambda session: session.game_values()),
        }
        return {kind: draw for kind, (wanted, draw) in kinds.items() if wanted}

    def _draw(self, kind: str, session: Session) -> None:
        watched = self._watched()
        began, views = self._clock(), self.past or session
        self._holds |= bool(self.inside.muted)
        if kind in SHOWN_MUTED and self._holds:
            views.hold(self.inside.muted, self.inside.hold)
        picture = watched[kind](views)
        if picture is not None:
            self._send(picture)
        now = self._clock()
        share = (SHARE_OF_WORK if self._pace.is_work else SHARE_OF_PLAY) / len(watched)
        cost = self._learn_cost(kind, now - began)
        self._due[kind] = now + max(self.watch.interval, cost * (1 / share - 1))

    def _learn_cost(self, kind: str, seconds: float) -> float:
        """What a picture of *kind* costs, now that one took *seconds*."""
        known = self._cost.get(kind)
        if known is None:  # the first one traces a graph, which says nothing of those to come
            self._cost[kind] = 0.0
        elif known == 0.0:
            self._cost[kind] = seconds
        else:  # nor does a single one that the system held up
            self._cost[kind] = 0.7 * known + 0.3 * min(seconds, 4 * known)
        return self._cost[kind]


class _EpochPace:
    """How long an epoch takes, from the pieces of training."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Nothing is known."""
        self._seconds, self._epochs = 0.0, 0.0
        self._at: float | None = None

    def advanced(self, at: float, seconds: float) -> None:
        """A piece of *seconds* has brought training to *at* epochs."""
        if self._at is not None and at >= self._at:
            self._seconds = _MEMORY * self._seconds + seconds
            self._epochs = _MEMORY * self._epochs + at - self._at
        self._at = at

    @property
    def is_work(self) -> bool:
        """Whether an epoch takes so long that pictures must not make it longer; not while nothing is known."""
        return self._seconds > REAL_WORK * self._epochs
