"""What the window talks to: one network in training, as a state, signals at the screen's rate, and plain methods."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from nnviz.backend.gate import FrameGate
from nnviz.backend.plan import Wish, wish_for
from nnviz.backend.session_race import RaceState, SessionRace
from nnviz.backend.state import State
from nnviz.backend.thread import TrainingThread
from nnviz.training.history import History
from nnviz.training.inside.messages import LookInside
from nnviz.training.messages import (
    Built,
    Command,
    Ending,
    Execution,
    Export,
    LoadWeights,
    Pause,
    Prepare,
    Rate,
    Ready,
    Refused,
    Reset,
    Step,
    Stop,
    Train,
    Watch,
)

__all__ = ["State", "TrainingSession"]


class TrainingSession(SessionRace):
    """One network in training, wherever the engine is in its own life.

    Nothing here waits: methods ask, signals answer. A command that needs another network than the one that stands
    builds that first. When the engine is lost, a run in progress ends with the reason, and a fresh engine is started
    for the next one.
    """

    def __init__(self, thread: TrainingThread | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hangs = False
        self._renewable = False  # the engine is worn, and holds nothing that was learned
        self._preserving = False
        self._gate = FrameGate(self)
        self._gate.passed.connect(self._show)
        self._thread = thread or TrainingThread()
        self._thread.setParent(self)
        self._connect_thread()

    def _connect_thread(self) -> None:
        thread = self._thread
        thread.engine_ready.connect(self._on_ready)
        thread.reading.connect(self.reading)
        thread.built.connect(self._on_built)
        pictures = (
            thread.weights_arrived, thread.surface_arrived, thread.activity_arrived, thread.layers_arrived,
            thread.predictions_arrived, thread.evaluation_arrived, thread.inside_arrived,
        )  # fmt: skip
        for signal in (thread.epochs_finished, thread.progressed, *pictures):
            signal.connect(self._gate.put)
        thread.execution_changed.connect(self._on_execution)
        thread.ended.connect(self._on_ended)
        thread.exported.connect(self.exported)
        thread.tried.connect(self.tried)
        thread.varied.connect(self.varied)
        thread.ensemble_judged.connect(self.ensemble_judged)
        thread.step_shown.connect(self.step_shown)
        thread.weights_loaded.connect(self.weights_loaded)
        thread.snapshot_taken.connect(self._gate.flush)  # the epochs that it is of come first
        thread.snapshot_taken.connect(self.snapshot_taken)
        self._connect_past()
        thread.refused.connect(self._on_refused)
        thread.unforeseen.connect(self.unforeseen)
        thread.engine_lost.connect(self._on_engine_lost)
        thread.hung.connect(self._on_hung)
        thread.answered_again.connect(self._on_answer)

    # ------------------------------------------------------------ what is known

    @property
    def engine_pid(self) -> int | None:
        """The engine's process id; None where there is none."""
        return self._thread.pid

    # ------------------------------------------------------------ what can be asked for

    def start_engine(self) -> None:
        """Start the engine, so that it has loaded Keras when it is needed."""
        self._thread.start_engine()

    def set_preserving(self, preserving: bool) -> None:
        """Whether a network that is changed from now on is to answer as before, where that can be."""
        self._preserving = preserving

    def prepare(
        self,
        project_json: bytes,
        base: str,
        keep: bool = True,
        weights: str | None = None,
        epoch: int = 0,
        again: bool = False,
    ) -> None:
        """Build the project and trace its loop, so that pictures are there and Train starts at once.

        Args:
            project_json: the project in its JSON form.
            base: the folder that relative paths start from.
            keep: keep every layer's weights that still fit, and the epochs done.
            weights: a snapshot to start from.
            epoch: how many epochs that snapshot has been trained.
            again: build it even where it stands, because it is to start in another way.
        """
        wish = wish_for(Prepare(project_json, base, keep, weights, epoch, self._preserving))
        if again or wish.fresh or not self._plan.stands(wish):
            self._want(wish)

    def train(self, project_json: bytes, base: str, epochs: int, keep: bool = True) -> None:
        """Train until *epochs* epochs are done in all; builds first what does not stand yet.

        With *keep* false the network starts again from its initial weights.
        """
        self._do(Train(epochs, self._rate), Prepare(project_json, base, keep, preserve=self._preserving))

    def resume(self) -> None:
        """Go on after a pause, exactly where it was."""
        if self._state is State.PAUSED and self._target > 0:
            self._send(Train(self._target, self._rate))

    def set_rate(self, epochs_a_second: float) -> None:
        """Train no faster than this from now on; 0 for as fast as the machine can."""
        self._rate = epochs_a_second
        if (self._state is State.TRAINING and self._runs) or self.races:
            self._thread.send(Rate(self._rate))

    def pause(self) -> None:
        """Stop between two batches, be it a run or a race; a run that waits for its network waits no more."""
        self.pause_race()
        if self._state is State.TRAINING:
            self._send(Pause())
        else:
            self._wait_no_more()

    def step(self, project_json: bytes, base: str, keep: bool = True) -> None:
        """Train one batch; *keep* as for ``train``."""
        if self._state is not State.TRAINING:
            self._do(Step(), Prepare(project_json, base, keep, preserve=self._preserving))

    def stop(self) -> None:
        """End the run, or what was to become one, and the race; an engine that does not answer is ended with it."""
        self._wait_no_more()
        if self._hangs:
            self.restart_engine()
            return
        if self.races:
            self.stop_race()
            if self._state is State.PAUSED:  # a run that waits beside the race goes on waiting
                return
        if self._ready and self._state is not State.IDLE:
            self._send(Stop())  # while building: gives up loading the data

    def reset(self, project_json: bytes, base: str) -> None:
        """Back to the same initial weights, epoch 0."""
        self._plan.drop_training()
        self._want(self._afresh(wish_for(Prepare(project_json, base, keep=False))))

    def export(self, format: str, path: str, project_json: bytes, base: str, epoch: int | None = None) -> None:
        """Write the network to *path*, as it was after *epoch*; with None what is in training as it is now."""
        command = Export(format, path, epoch)
        wish = wish_for(Prepare(project_json, base, keep=True, preserve=self._preserving), command)
        if epoch is not None or self._state is State.TRAINING or self._plan.stands(wish, exactly=True):
            self._send(command)
        else:
            self._want(wish)

    def start_over(self, history: History) -> None:
        """Another project is open, whose last run has *history*: nothing the engine holds or builds is of it.

        Between two runs only; what is asked for next has to start afresh.
        """
        self._plan.abandon()
        self._gate.clear()
        self._speed.restart()
        self.history, self._epoch, self._paused = history, history.epochs, False
        self._stranger, self._runs = True, False
        self._forget_past()
        self._progress, self._target, self._learning_rate = None, 0, 0.0
        self._set_state(self._rest())

    def restart_engine(self) -> None:
        """End an engine that does not answer and start a fresh one; a run in progress ends as "hung"."""
        self._thread.restart()

    def shutdown(self) -> None:
        """End the engine; returns when it is gone. ``start_engine`` and ``train`` work again afterwards."""
        self._thread.shutdown()
        # What the engine said last is still in the queue; no one is to hear of it.
        QCoreApplication.removePostedEvents(self)
        QCoreApplication.removePostedEvents(self._gate)
        self._gate.clear()
        self._forget_engine()
        self._set_race(RaceState.NONE)
        self._set_state(self._rest())

    # ------------------------------------------------------------ plans

    def _do(self, command: Train | Step, prepare: Prepare) -> None:
        """*command* on the network of *prepare*, which is built where it does not stand yet."""
        wish = wish_for(prepare, command)
        if not wish.fresh and self._plan.stands(wish):
            self._send(command)
        else:
            self._want(self._afresh(wish) if wish.fresh else wish)

    def _afresh(self, wish: Wish) -> Wish:
        """*wish* from its initial weights, without building again what stands."""
        return replace(wish, command=Reset()) if self._plan.stands(wish, exactly=True) else wish

    def _want(self, wish: Wish) -> None:
        """Build *wish* now, or as soon as what is being built stands."""
        idle = self._renewable and self._plan.building is None and self.race_state is RaceState.NONE
        if idle and isinstance(wish.command, Prepare):
            self._forget_engine()
            self._thread.renew()
        command = self._plan.want(wish)
        if command is not None:
            self._thread.send(command)
            self._set_state(self._rest())
        elif wish.then:
            self.state_changed.emit(self._state)  # a run waits for what is being built already

    def _wait_no_more(self) -> None:
        """A run that was to begin when what is being built stands does not begin."""
        if self._plan.trains:
            self._plan.drop_training()
            self.state_changed.emit(self._state)

    def _forget_engine(self) -> None:
        self._ready = self._hangs = self._paused = self._runs = self._stranger = self._renewable = False
        self._plan.clear()
        self._forget_past()

    def _send(self, command: Command) -> None:
        if isinstance(command, Train):  # another speed may have been chosen while the network was being built
            command = Train(command.epochs, self._rate)
        if isinstance(command, Train | Step | LoadWeights):
            self._renewable = False
        if isinstance(command, Train | Step):
            self._begin(command)
        self._thread.send(command)

    def _begin(self, command: Train | Step) -> None:
        """Another stretch of training starts with *command*."""
        self._runs = True
        if isinstance(command, Train):
            self._target = command.epochs
        if self._state is State.TRAINING:
            return
        self._speed.restart()
        self._progress = None
        resumed, self._paused = self._paused, False
        self._set_state(State.TRAINING)
        if not resumed:
            self.run_started.emit()

    def _set_state(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _rest(self) -> State:
        """The state of a session in which nothing runs."""
        if self._plan.building is not None:
            return State.BUILDING if self._ready else State.STARTING
        if self._runs:
            return State.TRAINING  # in what stood before, which was not given up
        if self._paused:
            return State.PAUSED
        return State.ENDED if self._epoch else State.IDLE

    # ------------------------------------------------------------ what the engine says

    def _on_ready(self, ready: Ready) -> None:
        self._ready = True
        if self._watch != Watch():
            self._thread.send(self._watch)
        self._begin_past()
        if self._evaluated.part:
            self._thread.send(self._evaluated)
        if self._inside != LookInside():
            self._thread.send(self._inside)
        if self._state is State.STARTING:
            self._set_state(self._rest())
        self.engine_ready.emit(ready)

    def _on_built(self, built: Built) -> None:
        overtaken = self._plan.overtaken
        self._gate.flush()
        then = self._plan.came_true()
        if not overtaken:
            self._take_built(built, then)
        elif self._plan.waiting == ():
            self._set_state(self._rest())
        self._go_on(then)

    def _take_built(self, built: Built, then: tuple[Command, ...]) -> None:
        self._stranger, self._wished = False, None  # the engine shows what it has built
        self._renewable = built.worn and built.epoch == 0 and not built.begun and not built.kept
        self._paused, self._epoch = built.begun, built.epoch
        if built.epoch == 0:
            self.history = History()  # of a run with other metrics, perhaps
        self.history.rewind(built.epoch)
        if not any(isinstance(command, Train | Step) for command in then):
            self._set_state(self._rest())
        self.built.emit(built)

    def _go_on(self, then: tuple[Command, ...] = ()) -> None:
        for command in then:
            self._send(command)
        if self._plan.building is None:
            wish = self._plan.next()
            if wish is not None:
                self._want(wish)

    def _on_refused(self, refused: Refused) -> None:
        self._gate.flush()
        building, overtaken = self._plan.building, False
        if building is not None and refused.command == type(building.command).__name__:
            overtaken = self._plan.overtaken
            self._plan.refused(refused.given_up)
            self._set_state(self._rest())
        elif refused.command in ("Train", "Step") and self._state is State.TRAINING:
            self._runs = False
            self._set_state(self._rest())
        if not overtaken:
            self.refused.emit(refused)
        self._go_on()

    def _on_ended(self, ending: Ending) -> None:
        if self._stranger:
            return
        self._gate.flush()
        self._epoch, self._runs = ending.epoch, False
        self._paused = ending.kind == "paused"
        if self._plan.building is None:
            self._set_state(State.PAUSED if self._paused else State.ENDED)
        self.run_ended.emit(ending)

    def _on_engine_lost(self, cause: Ending) -> None:
        self._gate.flush()
        in_run = self._runs or self._state in (State.TRAINING, State.PAUSED) or self._plan.trains
        again = self._plan.standing is not None and self._thread.alive is False
        self._forget_engine()
        self._set_state(State.ENDED if in_run or self._epoch else State.IDLE)
        self.engine_lost.emit(cause.sentence)
        self._lose_race(cause)
        if in_run:
            self.run_ended.emit(cause)
        if again:
            self._thread.start_engine()  # only one that has proved to work, lest it dies over and over

    def _on_execution(self, execution: Execution) -> None:
        self._execution = execution
        self.execution_changed.emit(execution)

    def _on_hung(self, _silence: float, at_work: bool) -> None:
        self._hangs = True
        self.engine_hangs.emit(at_work)

    def _on_answer(self) -> None:
        self._hangs = False
        self.engine_answers.emit()
