"""What is found out about the inside of a network over many rows, in short pieces beside training."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from nnviz.data.dataset import Part
from nnviz.engine.inside.forward import by_units
from nnviz.engine.inside.views import InsideViews
from nnviz.engine.inside.walk import FIRST_ROWS, PIECE, Walk
from nnviz.engine.process.unforeseen import report
from nnviz.training.inside.messages import CodePlane, LookInside, MutedFigures, UnitResponse, Verdicts
from nnviz.training.inside.responses import response_of
from nnviz.training.inside.scores import KINDS, classes_of, figures
from nnviz.training.inside.verdicts import RANGES, UnitSums, layer_verdicts
from nnviz.training.messages import Event

MOST_ROWS = 4096
MOST_CODES = 2000  # points that a plane has room for
REST = 0.5  # seconds from one answer of a kind to the next one's beginning, while training
REST_OF_CODES = 0.05  # they move, and a movement is seen
TYPICAL = 4  # pieces: no single one is taken to cost more
# Layers without weights whose units may nevertheless die or stay at an end: activations.
_ACTIVATIONS = ("Activation", "ReLU", "LeakyReLU", "PReLU", "ELU")
_GATED = ("LSTM", "GRU", "Bidirectional", "MultiHeadAttention", "Embedding")  # no answer of theirs is an activation's
_KINDS = ("codes", "muted", "response", "verdicts")  # what a person waits for comes first


class Insight:
    """Sends what is wanted of the inside whenever the weights are others.

    Args:
        send: takes each answer.
        clock: seconds that go by.
    """

    def __init__(self, send: Callable[[Event], None], clock: Callable[[], float] = time.perf_counter) -> None:
        self._send, self._clock = send, clock
        self._wish = LookInside()
        self._views: InsideViews | None = None
        self._stale: set[str] = set()  # kinds that the weights are others for than those that were sent
        self._due: dict[str, float] = {}
        self._walk: tuple[str, Walk] | None = None
        self._piece_due = 0.0
        self._codes_at_once = FIRST_ROWS  # of this network, as its last plane has shown

    # ------------------------------------------------------------ what is wanted

    def want(self, wish: LookInside) -> None:
        """Find out what *wish* says from now on."""
        before, self._wish = self._wish, wish
        for kind in _KINDS:
            if _key(kind, wish) != _key(kind, before):
                self._stale.add(kind)
                self._due.pop(kind, None)
                if self._walk is not None and self._walk[0] == kind:
                    self._walk = None

    def look_at(self, views: InsideViews) -> None:
        """*views* stand, or have other weights than before, and rest."""
        self._views, self._walk, self._codes_at_once = views, None, FIRST_ROWS
        self._stale.update(_KINDS)
        self._due.clear()

    @property
    def wanted(self) -> bool:
        """Whether anybody wants to see any of this."""
        return any(_key(kind, self._wish) is not None for kind in _KINDS)

    # ------------------------------------------------------------ working

    @property
    def patience(self) -> float | None:
        """How many seconds may go by before ``work`` is called while nothing is trained; None for ever."""
        return 0.0 if self._views is not None and (self._walk is not None or self._next() is not None) else None

    def work(self) -> None:
        """One piece, while nothing is trained."""
        if self._views is not None:
            self._guarded(self._views)

    def trained(self, share: float) -> None:
        """After a piece of training: one piece more where it is due and *share* of the time allows it."""
        self._stale.update(_KINDS)
        now = self._clock()
        if self._views is None or not self.wanted or now < self._piece_due:
            return
        if self._walk is None and self._next() is None:
            return
        self._guarded(self._views)
        cost = min(self._clock() - now, TYPICAL * PIECE)  # the first piece traces, which says nothing of those to come
        self._piece_due = self._clock() + cost * (1 / share - 1)

    def _next(self) -> str | None:
        """The kind to be found out next, that which waits longest; None where nothing is due."""
        now = self._clock()
        due = [kind for kind in _KINDS if kind in self._stale and self._is_due(kind, now)]
        return min(due, key=lambda kind: self._due.get(kind, 0.0), default=None)

    def _is_due(self, kind: str, now: float) -> bool:
        return _key(kind, self._wish) is not None and now >= self._due.get(kind, 0.0)

    def _guarded(self, views: InsideViews) -> None:
        try:
            self._work(views)
        except Exception as error:  # what cannot be found out is no reason to lose the run, and the engine with it
            report(self._send, "LookInside", error)
            self._walk = None
            self._stale.clear()

    def _work(self, views: InsideViews) -> None:
        if self._walk is None:
            kind = self._next()
            if kind is None:
                return
            self._stale.discard(kind)
            walk = getattr(self, f"_begin_{kind}")(views)
            self._walk = None if walk is None else (kind, walk)
        if self._walk is None:
            return
        kind, walk = self._walk
        found = walk.step(self._clock)
        if found is not None:
            self._walk = None
            self._due[kind] = self._clock() + (REST_OF_CODES if kind == "codes" else REST)
            self._send(found)

    # ------------------------------------------------------------ the kinds

    def _begin_codes(self, views: InsideViews) -> Walk | None:
        wish, first, found = self._wish, views.epoch, list[Any]()
        if not views.has_code(wish.code):
            return None

        def take(part: Part) -> None:
            views.hold(wish.muted, wish.hold)
            found.append(views.codes(wish.code, np.asarray(part.x)))

        def finish(walk: Walk) -> CodePlane:
            self._codes_at_once = walk.size
            points = np.ascontiguousarray(np.concatenate(found), "<f4").tobytes()
            return CodePlane(wish.code, first, views.epoch, tuple(walk.rows.tolist()), walk.total, points)

        return Walk(views.dataset.train, MOST_CODES, take, finish, self._codes_at_once)

    def _begin_response(self, views: InsideViews) -> Walk | None:
        unit, first, found = self._wish.unit, views.epoch, list[Any]()
        if unit is None or not views.has(unit):
            return None

        def finish(walk: Walk) -> UnitResponse:
            classes = walk.targets() if views.dataset.facts.task in ("binary", "classes") else None
            response = response_of(np.concatenate(found), walk.rows, classes, walk.total)
            return UnitResponse(unit, first, views.epoch, response)

        def take(part: Part) -> None:
            found.append(views.responses(unit, np.asarray(part.x)))

        return Walk(views.dataset.train, MOST_ROWS, take, finish)

    def _begin_verdicts(self, views: InsideViews) -> Walk:
        first, sums = views.epoch, dict[str, UnitSums]()
        judged = {layer.id: layer for layer in views.network.layers if views.judges(layer.id, _ACTIVATIONS, _GATED)}

        def take(part: Part) -> None:
            answers = views.everything(np.asarray(part.x))
            for layer_id in judged:
                flat = by_units(answers[layer_id]).reshape(-1, answers[layer_id].shape[-1])
                span = None if judged[layer_id].kind == "Output" else RANGES.get(views.activation_of(layer_id))
                if layer_id not in sums:
                    sums[layer_id] = UnitSums.of(flat, span)
                sums[layer_id].add(flat)

        def finish(walk: Walk) -> Verdicts:
            layers = tuple(
                layer_verdicts(layer_id, found, may_die=judged[layer_id].kind != "Output")
                for layer_id, found in sums.items()
            )
            return Verdicts(first, views.epoch, len(walk.rows), walk.total, layers)

        return Walk(views.dataset.train, MOST_ROWS, take, finish)

    def _begin_muted(self, views: InsideViews) -> Walk | None:
        wish, first, found = self._wish, views.epoch, list[Any]()
        views.hold(wish.muted, wish.hold)
        part: Part | None = getattr(views.dataset, wish.judged or "train")
        if not views.muted or part is None or not wish.judged:
            return None
        muted, judged = views.muted, wish.judged
        judges, task = (views.judge(), views.held_judge()), views.dataset.facts.task

        def take(rows: Part) -> None:
            views.hold(wish.muted, wish.hold)
            found.append([(*judge.judge(rows), rows.weight) for judge in judges])

        def finish(walk: Walk) -> MutedFigures:
            sides = []
            for side, judge in enumerate(judges):
                answers, losses = (np.concatenate([piece[side][i] for piece in found]) for i in (0, 1))
                weights = [piece[side][2] for piece in found]
                losses = losses if weights[0] is None else losses * np.concatenate(weights)
                sides.append(figures(task, answers, walk.targets(), losses, judge.margin))
            classes, rows = classes_of(task, judges[0].outputs), len(walk.rows)
            place = judged, rows, walk.total, first, views.epoch
            return MutedFigures(muted, wish.hold, *place, KINDS[task], classes, *sides)

        return Walk(part, MOST_ROWS, take, finish)


def _key(kind: str, wish: LookInside) -> Hashable:
    """What of *wish* the answer of *kind* depends on; None where it is not wanted."""
    if kind == "codes":
        return (wish.code, wish.muted, wish.hold) if wish.code else None
    if kind == "response":
        return wish.unit
    if kind == "verdicts":
        return True if wish.verdicts else None
    return (wish.muted, wish.hold, wish.judged) if wish.muted and wish.judged else None
