"""The thread that owns one engine process and turns its frames into Qt signals."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, QThread, QTimer, Signal

from nnviz.backend import causes
from nnviz.backend.at_work import ProcessorTime
from nnviz.backend.log import last_words, log_path, open_log
from nnviz.backend.mailbox import Mailbox
from nnviz.backend.process import EngineProcess, close_pipes, engine_command, exit_code, start_process
from nnviz.backend.writer import CommandWriter, Outbox
from nnviz.training.framing import BrokenFrame, event_reader
from nnviz.training.inside.messages import INSIDE_EVENTS
from nnviz.training.messages import (
    PROTOCOL,
    Built,
    Command,
    Course,
    Ending,
    EnsembleJudged,
    Epochs,
    Evaluation,
    Event,
    Execution,
    Exported,
    Kept,
    KeptSaved,
    LaneEpochs,
    Looked,
    Progress,
    Quit,
    Race,
    RaceGoes,
    RaceGoOn,
    RaceRested,
    Reading,
    Ready,
    Refused,
    SnapshotTaken,
    Step,
    StepNumbers,
    Train,
    Tried,
    Unforeseen,
    Varied,
    WeightsLoaded,
    WeightsSet,
)
from nnviz.training.pictures import Activity, Layers, Predictions, Surface, Weights
from nnviz.training.racing import RACE_EVENTS

HANG = 10.0  # seconds without a frame, while training
SLOW_START = 90.0  # seconds for loading Keras
_READ = 1 << 16
_POLITE = 2000  # ms after Quit
_TRAINS = ("Train", "Step")
_FIRM = 1000  # ms after terminate, and for a process that closed its pipe


class TrainingThread(QThread):
    """Hosts the engine: starts it, reads it, and says how it ended.

    The process is started in this very thread, which lives as long as the process does: on Linux the engine dies
    with the thread that started it, and therefore with the window, whatever happens to either. What the thread reads
    it hands over (see ``Mailbox``): every signal is emitted on the thread that this object was made on.

    Args:
        command: the words that start the engine; None takes nnviz's own.
        log: the file for the engine's stderr; None takes the platform's log folder.
        hang: seconds of silence while training after which ``hung`` is emitted.

    Signals:
        engine_ready(Ready): the engine has loaded Keras.
        reading(Reading): how far reading the data is; built(Built): the network stands.
        epochs_finished(Epochs): finished epochs, every one of them exactly once and in order.
        epoch_finished(int, dict): one finished epoch and its metrics, for each of them.
        progressed(Progress), weights_arrived(Weights), surface_arrived(Surface), activity_arrived(Activity),
        layers_arrived(Layers), predictions_arrived(Predictions), execution_changed(Execution).
        ended(Ending): a run or a step came to rest; the engine lives.
        exported(Exported), weights_loaded(WeightsLoaded), snapshot_taken(SnapshotTaken), refused(Refused).
        inside_arrived: what was asked of the inside, one of ``InsideEvent``; race_arrived: one of ``RaceEvent``.
        evaluation_arrived(Evaluation), tried(Tried), varied(Varied), step_shown(StepNumbers),
        ensemble_judged(EnsembleJudged).
        kept_changed(Kept), looked(Looked), kept_saved(KeptSaved), weights_set(WeightsSet), course_arrived(Course).
        unforeseen(Unforeseen): what to report of a failure that nobody had thought of, or of an engine that crashed.
        engine_lost(Ending): the engine is gone without being asked; the sentence says why and what to do.
        hung(float, bool): seconds without a frame in training, and whether it is at work; ``restart`` is the way out.
        answered_again(): a frame came after ``hung``.
    """

    engine_ready = Signal(object)
    reading = Signal(object)
    built = Signal(object)
    epochs_finished = Signal(object)
    epoch_finished = Signal(int, dict)
    progressed = Signal(object)
    weights_arrived = Signal(object)
    surface_arrived = Signal(object)
    activity_arrived = Signal(object)
    layers_arrived = Signal(object)
    predictions_arrived = Signal(object)
    execution_changed = Signal(object)
    ended = Signal(object)
    exported = Signal(object)
    weights_loaded = Signal(object)
    snapshot_taken = Signal(object)
    refused = Signal(object)
    kept_changed = Signal(object)
    looked = Signal(object)
    kept_saved = Signal(object)
    weights_set = Signal(object)
    course_arrived = Signal(object)
    inside_arrived = Signal(object)
    race_arrived = Signal(object)
    evaluation_arrived = Signal(object)
    tried = Signal(object)
    varied = Signal(object)
    ensemble_judged = Signal(object)
    step_shown = Signal(object)
    unforeseen = Signal(object)
    engine_lost = Signal(object)
    hung = Signal(float, bool)
    answered_again = Signal()

    def __init__(
        self,
        command: Sequence[str] | None = None,
        log: Path | None = None,
        hang: float = HANG,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._log = log or log_path()
        self._hang = hang
        self._lock = threading.Lock()  # guards the next six
        self._alive = False
        self._restarting = False
        self._renewing = False
        self._closing = False
        self._process: EngineProcess | None = None
        self._outbox: Outbox = queue.SimpleQueue()
        self._ready = False
        self._epoch = 0
        self._training = False  # in the network that stands
        self._in_race = False  # a race was asked for and has not come to rest
        self._races = False  # its variants are trained; before that, several networks are built
        self._said_hung = False
        self._processor = ProcessorTime()
        self._last_frame = time.monotonic()
        self._mailbox = Mailbox(self)
        self._per_epoch = QMetaMethod.fromSignal(self.epoch_finished)
        self._signal_of = self._signals()
        self._watchdog = QTimer(self)
        self._watchdog.setInterval(min(500, round(hang * 250)))
        self._watchdog.timeout.connect(self._look_for_hang)

    def _signals(self) -> Mapping[type, Any]:
        """What is emitted for each kind of event."""
        return {
            Ready: self.engine_ready,
            Reading: self.reading,
            Built: self.built,
            Progress: self.progressed,
            Epochs: self.epochs_finished,
            Weights: self.weights_arrived,
            Surface: self.surface_arrived,
            Activity: self.activity_arrived,
            Layers: self.layers_arrived,
            Predictions: self.predictions_arrived,
            Execution: self.execution_changed,
            Ending: self.ended,
            Exported: self.exported,
            WeightsLoaded: self.weights_loaded,
            SnapshotTaken: self.snapshot_taken,
            Refused: self.refused,
            Kept: self.kept_changed,
            Looked: self.looked,
            KeptSaved: self.kept_saved,
            WeightsSet: self.weights_set,
            Course: self.course_arrived,
            Evaluation: self.evaluation_arrived,
            **dict.fromkeys(INSIDE_EVENTS, self.inside_arrived),
            **dict.fromkeys(RACE_EVENTS, self.race_arrived),
            Tried: self.tried,
            Varied: self.varied,
            EnsembleJudged: self.ensemble_judged,
            StepNumbers: self.step_shown,
            Unforeseen: self.unforeseen,
        }

    # ------------------------------------------------------------ for the window's thread

    @property
    def alive(self) -> bool:
        """Whether an engine is there or on its way."""
        return self._alive

    @property
    def pid(self) -> int | None:
        """The engine's process id; None where there is no process."""
        process = self._process
        return process.pid if process is not None else None

    def start_engine(self) -> None:
        """Start an engine where there is none."""
        with self._lock:
            if self._alive:
                return
            self._alive = True
            self._closing = False
            self._expect_engine()
        self.wait()  # an earlier run() may still be on its last line
        self._watchdog.start()
        self.start()

    def send(self, command: Command) -> None:
        """Give *command* to the engine, starting one where there is none; never waits."""
        self.start_engine()
        if isinstance(command, Train | Step):
            self._last_frame = time.monotonic()
            self._training = True
        elif isinstance(command, Race | RaceGoOn):
            self._in_race = True
        with self._lock:
            self._outbox.put(command)

    def restart(self) -> None:
        """End an engine that does not answer and start a fresh one; ``engine_lost`` says so in between."""
        with self._lock:
            if self._alive and not self._restarting:
                self._restarting = True
                if self._process is not None:
                    self._process.kill()
                return
        self.start_engine()

    def renew(self) -> None:
        """Let a fresh engine take over from one that has nothing to lose; what is sent from now on is for it."""
        with self._lock:
            if self._alive and not self._restarting and not self._renewing:
                self._renewing = True
                self._outbox.put(Quit())
                self._expect_engine()

    def shutdown(self) -> None:
        """End the engine: politely, then firmly, then by force. Returns when process and thread are gone."""
        with self._lock:
            self._closing = True
            self._restarting = False
            process = self._process
        self._watchdog.stop()
        if process is not None and self._ready:
            self._outbox.put(Quit())
            if self.wait(_POLITE):
                return
        for end in ("terminate", "kill"):
            if process is not None:
                # While it is loading Keras it reads no commands.
                with contextlib.suppress(OSError):
                    getattr(process, end)()
            if self.wait(_FIRM):
                return
        self.wait()

    def _expect_engine(self) -> None:
        """Nothing is known of the engine that comes; what is sent from now on is for it."""
        self._outbox = queue.SimpleQueue()
        self._ready = self._training = self._in_race = self._races = self._said_hung = False
        self._epoch = 0
        self._last_frame = time.monotonic()

    def _look_for_hang(self) -> None:
        if not self._alive:
            self._watchdog.stop()
            return
        silence = time.monotonic() - self._last_frame
        limit = self._hang if self._ready else SLOW_START
        if silence < limit / 2:
            self._processor.forget()
            return
        at_work = self._processor.at_work(self.pid)
        if (self._training or self._races or not self._ready) and silence > limit and not self._said_hung:
            self._said_hung = True
            self.hung.emit(silence, at_work)

    # ------------------------------------------------------------ in the thread itself

    def run(self) -> None:
        """Host one engine after the other until none is wanted."""
        while True:
            cause = self._host_engine()
            with self._lock:
                renewed, closing = self._renewing and not self._restarting, self._closing
                again = (self._restarting or renewed) and not closing
                self._restarting = self._renewing = False
                self._alive = again
                self._process = None
                if again and not renewed:
                    self._expect_engine()
            if not closing and not renewed:
                self._mailbox.post(self.engine_lost.emit, cause)
            if not again:
                return

    def _host_engine(self) -> Ending:
        """One engine from start to end; why it ended."""
        with open_log(self._log) as log:
            log_start = log.tell()
            try:
                process = start_process(self._command or engine_command(), log)
            except OSError as error:
                return causes.of_no_start(error)
        with self._lock:
            self._process = process
            outbox = self._outbox
            if self._closing or self._restarting:
                process.kill()
        assert process.stdin is not None
        writer = CommandWriter(process.stdin.fileno(), outbox)
        writer.start()
        try:
            cause = self._read(process)
        finally:
            code = exit_code(process, _FIRM / 1000)
            writer.finish()
            close_pipes(process)
        if self._restarting:
            return causes.of_hang(time.monotonic() - self._last_frame, self._reached)
        if isinstance(cause, Ending):
            return cause
        words = last_words(self._log, log_start)
        ending = causes.of_exit(code, self._reached, self._ready, inside_frame=cause, last_words=words)
        if ending.kind == "failed" and not (self._closing or self._renewing):
            self._mailbox.post(self.unforeseen.emit, causes.report_of(code, words))
        return ending

    def _read(self, process: EngineProcess) -> Ending | bool:
        """Tell every frame until the pipe ends; a cause, or whether the end came inside a frame."""
        assert process.stdout is not None
        fd = process.stdout.fileno()
        reader = event_reader()
        try:
            while data := os.read(fd, _READ):
                self._heard()
                for event in reader.feed(data):
                    if isinstance(event, Ready) and event.protocol != PROTOCOL:
                        process.kill()
                        return causes.of_other_protocol(event.protocol, PROTOCOL)
                    self._tell(event)
        except BrokenFrame as broken:
            process.kill()
            for event in broken.before:
                self._tell(event)
            return causes.of_broken_frame(str(broken), self._reached)
        return reader.inside_frame

    @property
    def _reached(self) -> causes.Epoch:
        return None if self._in_race else self._epoch

    def _heard(self) -> None:
        self._last_frame = time.monotonic()
        if self._said_hung:
            self._said_hung = False
            self._mailbox.post(self.answered_again.emit)

    def _tell(self, event: Event) -> None:
        if self._renewing:
            return  # of what nobody looks at any more
        if isinstance(event, Ready):
            self._ready = True
        elif isinstance(event, Epochs):
            self._epoch = event.last
        elif isinstance(event, LaneEpochs | RaceGoes):
            self._races = True
        elif isinstance(event, Built | Ending):
            self._epoch = event.epoch
            self._training = self._training and isinstance(event, Built)
        elif isinstance(event, RaceRested) or (isinstance(event, Refused) and event.command == "Race"):
            self._in_race = self._races = False
        elif isinstance(event, Refused) and event.command in _TRAINS:
            self._training = False
        self._mailbox.post(self._emit, event)

    def _emit(self, event: Event) -> None:
        self._signal_of[type(event)].emit(event)
        if isinstance(event, Epochs) and self.isSignalConnected(self._per_epoch):
            for number, row in enumerate(event.rows.tolist(), event.first):
                self.epoch_finished.emit(number, dict(zip(event.keys, row, strict=True)))
