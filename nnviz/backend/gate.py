"""Lets through what a screen can show: epochs merged and none dropped, everything else latest wins."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from nnviz.training.inside.messages import INSIDE_EVENTS, InsideEvent
from nnviz.training.messages import Epochs, Evaluation, Event, Progress
from nnviz.training.pictures import Activity, Layers, Predictions, Surface, Weights

FRAME = 0.016  # one frame of a 60 Hz screen, in seconds
SLOW_FRAME = 0.033
# While an epoch is real work, what it is drawn with is taken from it: both processes share the cores.
SHARE_OF_WORK = 0.04  # of one core, at most, for showing it
REAL_WORK = 0.020  # seconds an epoch
LONGEST = 0.25  # seconds between two pictures, at most, whatever else the thread has to do

Picture = Progress | Weights | Surface | Activity | Layers | Predictions | Evaluation | InsideEvent
_ORDER = (Progress, Weights, Surface, Activity, Layers, Predictions, Evaluation, *INSIDE_EVENTS)


class FrameGate(QObject):
    """Collects events and passes them on at the screen's rate.

    The first event after a rest passes at once; what comes within a frame of it waits for the end of the frame, so
    the last one always arrives. When the receivers take longer than half a frame, the rate is halved for them; where an
    epoch is real work, the rate follows what showing it costs this thread, painting included.

    Args:
        work: seconds of processor time that this thread has taken so far.

    Signals:
        passed: an Epochs (merged as far as its keys agree), or the latest of each Picture.
    """

    passed = Signal(object)

    def __init__(self, parent: QObject | None = None, work: Callable[[], float] = time.thread_time) -> None:
        super().__init__(parent)
        self._work = work
        self._worked = work()  # until the end of the last flush
        self._pace = Pace()
        self._epochs: list[Epochs] = []
        self._latest: dict[type, Event] = {}
        self._closed_until = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)

    def put(self, event: Epochs | Picture) -> None:
        """Pass *event* on now or at the end of this frame."""
        self._pace.hear(event)
        if isinstance(event, Epochs):
            self._epochs.append(event)
        else:
            self._latest[type(event)] = event
        if self._timer.isActive():
            return
        wait = self._closed_until - time.monotonic()
        # Even the first one goes round the event loop: what is already in the queue is merged with it.
        self._timer.start(max(0, round(wait * 1000)))

    def flush(self) -> None:
        """Pass everything on now."""
        self._timer.stop()
        began = time.monotonic()
        epochs, self._epochs = self._epochs, []
        latest, self._latest = self._latest, {}
        for merged in merge_epochs(epochs):
            self.passed.emit(merged)
        for kind in _ORDER:
            if kind in latest:
                self.passed.emit(latest[kind])
        took = time.monotonic() - began
        self._closed_until = began + took + max(FRAME if took < FRAME / 2 else SLOW_FRAME, self._due_rest())

    def _due_rest(self) -> float:
        """Seconds of rest that what this thread did since the last flush asks for."""
        worked, self._worked = self._worked, self._work()
        return rest_after(self._worked - worked) if self._pace.is_work else 0.0

    def clear(self) -> None:
        """Forget what waits: it belongs to a network that is gone."""
        self._timer.stop()
        self._epochs.clear()
        self._latest.clear()
        self._pace = Pace()


class Pace:
    """Whether an epoch takes long, from what the engine says of the time.

    Attributes:
        is_work: whether the last one did, as far as anything is known.
    """

    def __init__(self) -> None:
        self.is_work = False
        self._last: Epochs | None = None
        self._within: Progress | None = None

    def hear(self, event: Event) -> None:
        """Learn from *event*: epochs, or how long one of them takes already."""
        if isinstance(event, Progress):
            if self._within is None or self._within.epoch != event.epoch:
                self._within = event
            self.is_work |= event.seconds - self._within.seconds > REAL_WORK
        elif isinstance(event, Epochs):
            last, self._last = self._last, event
            if last is not None and event.last > last.last:
                self.is_work = event.seconds - last.seconds > REAL_WORK * (event.last - last.last)


def rest_after(worked: float) -> float:
    """Seconds of rest after showing has taken *worked* seconds of this thread, so that it has its share and no more."""
    return min(LONGEST, worked / SHARE_OF_WORK)


def merge_epochs(frames: list[Epochs]) -> list[Epochs]:
    """*frames* with neighbours joined where their keys agree and their epochs follow on each other."""
    merged: list[Epochs] = []
    group: list[Epochs] = []
    for frame in frames:
        if group and not _follows(group[-1], frame):
            merged.append(_joined(group))
            group = []
        group.append(frame)
    if group:
        merged.append(_joined(group))
    return merged


def _follows(one: Epochs, other: Epochs) -> bool:
    return one.keys == other.keys and one.last + 1 == other.first


def _joined(group: list[Epochs]) -> Epochs:
    if len(group) == 1:
        return group[0]
    last = group[-1]
    values = b"".join(frame.values for frame in group)
    return Epochs(group[0].first, last.keys, values, last.learning_rate, last.seconds)
