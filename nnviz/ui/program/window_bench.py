"""The window watched while it works: how long each frame takes, when it was shown, when the first epoch came."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal

from nnviz.backend.state import State
from nnviz.training.messages import Ending, Epochs
from nnviz.ui.window import MainWindow

FRAME_MS = 16
LIMIT_S = 180.0  # a story that takes longer has come to a halt
LEAST_EPOCHS = 6  # arrivals from which the length of an epoch can be told
LEAST_LOOKED = 25  # epochs that there are to look back at
QUIET_S = 3.0  # so long after it was built a network is traced, and the engine at rest
LOOKS = 360  # frames in which a large diagram is moved and zoomed
REPAINTS = 60
PAUSES = 12
Condition = Callable[[], bool]


class WindowBench(QObject):
    """Lives through a story in a window, with a timer that should fire every frame.

    A story is a generator of conditions: it goes on when the last one it gave is true.

    Attributes:
        shown: when the window had been painted first, by ``time.monotonic``; 0 before.
        gaps: milliseconds between two ticks of the timer, by phase, "start-up" being the first.
        arrivals: when epochs arrived in the window (``time.monotonic``), and the number of the last one.
        first_epochs: seconds from Train to the first epoch, by what stood in the engine.
        opened: seconds from opening a large project to its painted diagram.
        pauses: milliseconds from Pause to the run at rest.
        looks: when the pictures of an epoch that was looked back at had arrived (``time.monotonic``).
        repaints: milliseconds to paint the diagram of each project once, in the order they were opened.
        ending: of the last run.
        failure: why the story did not get to its end; empty when it did.

    Signals:
        finished: it is over, well or not.
    """

    finished = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.files.recent.remembers = False
        self.shown = 0.0
        self._painted = False
        self.gaps: dict[str, list[float]] = {"start-up": []}
        self.arrivals: list[tuple[float, int]] = []
        self.first_epochs: dict[str, list[float]] = {}
        self.opened = 0.0
        self.looks: list[float] = []
        self.repaints: list[float] = []
        self.pauses: list[float] = []
        self._ended_at = 0.0
        self.ending: Ending | None = None
        self.failure = ""
        self._story: Iterator[Condition] = iter(())
        self._until: Condition = self._is_shown
        self._phase, self._last, self._builds = "start-up", 0.0, 0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        window.installEventFilter(self)
        window.session.built.connect(self._on_built)
        window.session.epochs_finished.connect(self._on_epochs)
        window.session.run_ended.connect(self._on_ended)

    def live(self, story: Iterator[Condition]) -> None:
        """Begin *story* when the window has been shown."""
        self._story = story
        self._give_up = time.monotonic() + LIMIT_S

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.shown:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_shown)  # all parts are painted in the same turn of the loop
        elif event.type() == QEvent.Type.Paint and watched is self._window.diagram.viewport():
            self._painted = True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ stories

    def show_only(self) -> Iterator[Condition]:
        """The window comes up."""
        yield self._is_shown

    def train_for(self, seconds: float) -> Iterator[Condition]:
        """Train what was opened, with every pane open, until *seconds* are over and some epochs are done."""
        for dock in self._window.panes.docks:
            dock.show()
        yield self._ready_to_train
        self._enter("training")
        self._window.train_or_pause()
        yield self._after(seconds)
        yield lambda: len(self.arrivals) >= LEAST_EPOCHS
        self._enter("pausing")
        trained = list(self.arrivals)
        for number in range(PAUSES):
            yield from self._pause(number)
        self.arrivals = trained
        self._window.session.stop()
        yield self._at_rest

    def open_and_train(self, projects: list[Path]) -> Iterator[Condition]:
        """Train each of *projects* at once after it was opened, and again when it has been built and traced."""
        yield self._ready_to_train
        for path in projects:
            yield from self._settled()
            self._window.files.open(path)
            yield lambda path=path: self._window.document.path == path and not self._window.document.blocked  # type: ignore[misc]
            yield from self._first_epoch("opened")
            self._window.running.reset()
            yield lambda: self._window.session.epoch == 0 and self._at_rest()
            yield from self._settled()
            yield from self._first_epoch("traced")

    def look_around(self, projects: list[Path]) -> Iterator[Condition]:
        """Open the first of *projects*, move and zoom its diagram; then paint that of each other one many times."""
        yield from self._settled()
        view, large = self._window.diagram, projects[0]
        self._painted = False
        view.viewport().installEventFilter(self)
        begun = time.monotonic()
        self._window.files.open(large)
        yield lambda: self._window.document.path == large and self._painted
        self.opened = time.monotonic() - begun
        yield self._after(QUIET_S)  # what else opening starts, such as the engine's build, goes on beside
        for phase, zoom in (("whole", None), ("near", 1.0)):
            view.fit() if zoom is None else view.zoom_to(zoom)
            yield self._after(0.5)
            self._enter(phase)
            yield self._moving(phase)
        self._enter("other")
        for path in projects[1:]:
            self._window.files.open(path)
            yield lambda path=path: self._window.document.path == path and "h0" in self._window.live.kernels  # type: ignore[misc]
            view.fit()
            yield self._after(1.0)
            self.repaints.append(self._repaint_ms())

    def scrub(self, seconds: float) -> Iterator[Condition]:
        """Train what was opened for *seconds*, pause, and pull the handle of the slider to and fro over the run."""
        yield self._ready_to_train
        self._enter("training")
        self._window.train_or_pause()
        yield self._after(seconds)
        yield lambda: len(self.arrivals) >= LEAST_LOOKED
        self._window.session.pause()
        yield lambda: self._window.session.state is State.PAUSED
        yield self._after(QUIET_S)
        self._window.session.looked.connect(lambda _: self.looks.append(time.monotonic()))
        self._enter("scrubbing")
        yield self._pulling()
        self._enter("after")
        self._window.session.stop()
        yield self._at_rest

    def _pulling(self) -> Condition:
        """Takes the handle of the slider a little further each time; true when that was done often enough."""
        slider, done = self._window.travel.bar.slider, iter(range(LOOKS))
        last = self._window.session.epoch
        stride = max(1, last // LEAST_LOOKED)  # so far that each time another epoch is wished for

        def step() -> bool:
            number = next(done, LOOKS)
            along = number * stride % (2 * last)
            slider.epoch_wished.emit(min(along, 2 * last - along))
            return number >= LOOKS

        return step

    def _moving(self, phase: str) -> Condition:
        """Moves or zooms the diagram a little each time it is asked; true when that was done often enough."""
        view, done = self._window.diagram, iter(range(LOOKS))

        def step() -> bool:
            number = next(done, LOOKS)
            if number < LOOKS // 2:
                view.pan(QPointF(-24 * math.cos(number / 30), 5 * math.sin(number / 10)))
            else:
                view.zoom_by(1.02 if number // 30 % 2 == 0 else 1 / 1.02)
            return number >= LOOKS

        return step

    def _repaint_ms(self) -> float:
        """How long the diagram takes to be painted: the least time, since the two that are compared come in turn."""
        port, taken = self._window.diagram.viewport(), []
        for _ in range(REPAINTS):
            begun = time.perf_counter()
            port.repaint()
            taken.append((time.perf_counter() - begun) * 1e3)
        return min(taken)

    def _settled(self) -> Iterator[Condition]:
        yield self._ready_to_train
        yield self._after(QUIET_S)

    def _pause(self, number: int) -> Iterator[Condition]:
        """Pause, each time at another moment of an epoch, and go on."""
        session = self._window.session
        yield self._after(0.3 + number * 0.037)
        begun = time.monotonic()
        session.pause()
        yield lambda: session.state is State.PAUSED
        self.pauses.append((self._ended_at - begun) * 1e3)
        self._window.train_or_pause()
        yield lambda: session.state is State.TRAINING

    def _first_epoch(self, stands: str) -> Iterator[Condition]:
        self.arrivals.clear()
        begun = time.monotonic()
        self._window.train_or_pause()
        yield lambda: bool(self.arrivals)
        self.first_epochs.setdefault(stands, []).append(self.arrivals[0][0] - begun)
        self._window.session.stop()
        yield self._at_rest

    # ------------------------------------------------------------------ conditions

    def _is_shown(self) -> bool:
        return self.shown > 0

    def _ready_to_train(self) -> bool:
        resting = self._window.session.state not in (State.STARTING, State.BUILDING)
        return resting and self._builds > 0 and not self._window.document.blocked

    def _at_rest(self) -> bool:
        return self._window.session.state in (State.ENDED, State.IDLE)

    def _after(self, seconds: float) -> Condition:
        end = time.monotonic() + seconds
        return lambda: time.monotonic() >= end

    # ------------------------------------------------------------------ following

    def _on_shown(self) -> None:
        self.shown = self._last = time.monotonic()
        self._timer.start()

    def _enter(self, phase: str) -> None:
        self._phase = phase
        self.gaps[phase] = []

    def _tick(self) -> None:
        now = time.monotonic()
        self.gaps[self._phase].append((now - self._last) * 1e3)
        self._last = now
        if now > self._give_up:
            self.failure = "it has come to a halt"
        elif self.ending is not None and self.ending.kind not in ("stopped", "finished", "paused"):
            self.failure = self.ending.sentence
        elif self._until():
            self._until = next(self._story, None) or self._end
        if self.failure:
            self._end()

    def _end(self) -> bool:
        self._timer.stop()
        self.finished.emit()
        return False

    def _on_built(self) -> None:
        self._builds += 1

    def _on_epochs(self, epochs: Epochs) -> None:
        self.arrivals.append((time.monotonic(), epochs.first + len(epochs.rows) - 1))

    def _on_ended(self, ending: Ending) -> None:
        self.ending, self._ended_at = ending, time.monotonic()
