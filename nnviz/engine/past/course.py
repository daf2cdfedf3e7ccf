"""How a layer's weights have moved along the snapshots of a run, measured between two pieces of training."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.past.kept import Kept, Shelf
from nnviz.engine.weights import MEASURED, layer_of
from nnviz.training.course import Course, ShowCourse
from nnviz.training.messages import Event

BINS = 48
MOST_COUNTED = 1 << 18  # of more weights a regular sample is counted
WORKING = 0.015  # seconds of measuring at a time
Arrays = list[NDArray[Any]]


@dataclass(frozen=True, eq=False)
class _Measured:
    span: tuple[float, float]
    counts: NDArray[np.float32]
    norm: float


class Courses:
    """Answers ``ShowCourse``; what was measured of a snapshot is not measured again.

    Args:
        send: takes the answers.
        shelf: the snapshots.

    Attributes:
        handlers: the type of a command -> what carries it out.
    """

    def __init__(self, send: Callable[[Event], None], shelf: Shelf) -> None:
        self._send, self._shelf = send, shelf
        self._layer = ""
        self._measured: dict[str, _Measured] = {}  # by the name of the snapshot
        self._moved: dict[tuple[str, str], float] = {}
        self.handlers: dict[type, Callable[[Any], None]] = {ShowCourse: self._show}

    def _show(self, command: ShowCourse) -> None:
        if command.layer != self._layer:
            self._layer, self._measured, self._moved = command.layer, {}, {}
        kept = self._shelf.shown
        if not kept or not self._arrays(kept[0]):
            self._send(Course(command.layer))
            return
        done = self._measure(kept)
        self._forget_others(kept)
        self._send(self._course(kept[:done], done == len(kept)))

    def _arrays(self, kept: Kept) -> Arrays:
        """What the layer learns, as flat arrays."""
        weights = kept.values.weights.items()
        own = [
            array for name, array in weights if layer_of(name) == self._layer and name.split("/")[-1] not in MEASURED
        ]
        return [np.asarray(array, np.float32).reshape(-1) for array in own if array.size]

    def _measure(self, kept: Sequence[Kept]) -> int:
        """Measure what is still to be measured, for a while: of how many snapshots everything is known."""
        began, last, worked = time.perf_counter(), None, False
        for place, one in enumerate(kept):
            pair = (kept[place - 1].name, one.name) if place else None
            if one.name in self._measured and (pair is None or pair in self._moved):
                last = None
                continue
            if worked and time.perf_counter() - began > WORKING:
                return place
            worked = True
            arrays = self._arrays(one)
            if one.name not in self._measured:
                self._measured[one.name] = _measured(arrays)
            if pair is not None:
                before = last if last is not None else self._arrays(kept[place - 1])
                self._moved[pair] = _distance(before, arrays)
            last = arrays
        return len(kept)

    def _forget_others(self, kept: Sequence[Kept]) -> None:
        """Snapshots that were thinned out need no figures."""
        names = {one.name for one in kept}
        self._measured = {name: found for name, found in self._measured.items() if name in names}
        self._moved = {pair: moved for pair, moved in self._moved.items() if names.issuperset(pair)}

    def _course(self, kept: Sequence[Kept], complete: bool) -> Course:
        found = [self._measured[one.name] for one in kept]
        changes = [np.nan]
        for before, one in pairwise(kept):
            changes.append(self._moved[before.name, one.name] / (one.epoch - before.epoch))
        return Course(
            layer=self._layer,
            epochs=tuple(one.epoch for one in kept),
            weights=sum(array.size for array in self._arrays(kept[0])),
            spans=_bytes([one.span for one in found]),
            counts=_bytes([one.counts for one in found]),
            norms=_bytes([one.norm for one in found]),
            changes=_bytes(changes),
            complete=complete,
        )


def _measured(arrays: Arrays) -> _Measured:
    low = float(min(array.min() for array in arrays))
    high = float(max(array.max() for array in arrays))
    total = sum(array.size for array in arrays)
    stride = -(-total // MOST_COUNTED)
    values = np.concatenate([array[::stride] for array in arrays])
    counts = np.zeros(BINS, np.float32)
    if not (isfinite(low) and isfinite(high)):
        pass  # of a run that went astray: there is no scale to count on, and the span says so
    elif high > low:
        counts = np.histogram(values, BINS, (low, high))[0].astype(np.float32)
    else:
        counts[BINS // 2] = values.size
    norm = float(np.sqrt(sum(float(np.dot(array, array)) for array in arrays)))
    return _Measured((low, high), counts * np.float32(total / values.size), norm)


def _distance(before: Arrays, after: Arrays) -> float:
    with np.errstate(invalid="ignore", over="ignore"):
        moved = [new - old for old, new in zip(before, after, strict=True)]
    return float(np.sqrt(sum(float(np.dot(by, by)) for by in moved)))


def _bytes(values: Any) -> bytes:
    return np.ascontiguousarray(values, "<f4").tobytes()
