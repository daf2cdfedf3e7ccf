"""What can be seen and heard of a training session."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.backend.gate import Picture
from nnviz.backend.plan import Plan
from nnviz.backend.speed import SpeedMeter
from nnviz.backend.state import State
from nnviz.training.history import History
from nnviz.training.inside.messages import INSIDE_EVENTS
from nnviz.training.messages import Epochs, Evaluation, Execution, Progress
from nnviz.training.pictures import Activity, Layers, Predictions, Surface, Weights


class SessionView(QObject):
    """The figures and signals of a session; ``TrainingSession`` moves them.

    Attributes:
        history: every finished epoch of the network that stands.

    Signals: see the comment at each.
    """

    state_changed = Signal(object)  # State
    engine_ready = Signal(object)  # Ready: an engine has loaded Keras, the first one or one after a loss
    engine_lost = Signal(object)  # the sentence; when it was in a run, run_ended follows
    unforeseen = Signal(object)  # Unforeseen: what to report of a failure in the engine
    engine_hangs = Signal(bool)  # no answer for ten seconds, though it may be at work: offer restart_engine()
    engine_answers = Signal()  # it does after all: withdraw the offer
    reading = Signal(object)  # Reading: how far the engine is with the data of the network that is to stand
    built = Signal(object)  # Built: a network stands
    run_started = Signal()  # the first batch of a run is about to be trained
    epochs_finished = Signal(object)  # Epochs: all that finished since the last one, at most once a screen frame
    progress_changed = Signal(object)  # Progress: inside a long epoch
    weights_changed = Signal(object)  # Weights, latest wins
    surface_changed = Signal(object)  # Surface, latest wins
    activity_changed = Signal(object)  # Activity, latest wins
    layers_changed = Signal(object)  # Layers, latest wins
    predictions_changed = Signal(object)  # Predictions, latest wins
    evaluation_changed = Signal(object)  # Evaluation, latest wins
    inside_changed = Signal(object)  # InsideEvent: of the inside of the network, of each kind latest wins
    tried = Signal(object)  # Tried: the answer to one sample
    varied = Signal(object)  # Varied: a picture as layers vary it in training
    ensemble_judged = Signal(object)  # EnsembleJudged: how good networks are together, or how far that is
    step_shown = Signal(object)  # StepNumbers: what a step by hand starts from
    execution_changed = Signal(object)  # Execution: how the steps are run from now on
    run_ended = Signal(object)  # Ending, of every kind: a pause and a step come to rest with "paused"
    exported = Signal(object)  # Exported
    weights_loaded = Signal(object)  # WeightsLoaded
    snapshot_taken = Signal(object)  # SnapshotTaken
    kept_changed = Signal(object)  # Kept: of which epochs there are snapshots
    looked = Signal(object)  # Looked: which epoch the pictures are of from now on; None for the present
    kept_saved = Signal(object)  # KeptSaved
    course_changed = Signal(object)  # Course: how the weights of a layer have moved
    weights_set = Signal(object)  # WeightsSet: an edit of weights by hand is done, or refused
    refused = Signal(object)  # Refused: a command could not be carried out, nothing was changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = History()
        self._state = State.STARTING
        self._epoch = 0
        self._target = 0
        self._rate = 0.0
        self._learning_rate = 0.0
        self._progress: Progress | None = None
        self._execution: Execution | None = None
        self._runs = False  # the engine trains, or will go on when it has built something
        self._paused = False  # in a run that can be resumed
        self._plan = Plan()
        self._speed = SpeedMeter()
        self._stranger = False  # what the engine trains or holds is of a project that is not open any more
        self._signal_of: dict[type, Any] = {
            Weights: self.weights_changed,
            Surface: self.surface_changed,
            Activity: self.activity_changed,
            Layers: self.layers_changed,
            Predictions: self.predictions_changed,
            Evaluation: self.evaluation_changed,
            **dict.fromkeys(INSIDE_EVENTS, self.inside_changed),
        }

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def epoch(self) -> int:
        """Epochs done, as shown."""
        return self._epoch

    @property
    def in_run(self) -> bool:
        """Whether a run trains, is paused, or waits for what is being built to go on with."""
        return self._runs or self._paused

    @property
    def target_epochs(self) -> int:
        """Epochs in all that the run is heading for."""
        return self._target

    @property
    def progress(self) -> Progress | None:
        """The last Progress of this run; None where none came."""
        return self._progress

    @property
    def execution(self) -> Execution | None:
        """How the steps of the network that stands are run; None while that is not known."""
        return self._execution

    @property
    def learning_rate(self) -> float:
        """The learning rate of the last epoch, 0 before the first."""
        return self._learning_rate

    @property
    def epochs_per_second(self) -> float:
        """The smoothed speed, 0 while it is not known; no more than the run is held back to."""
        speed = self._speed.epochs_per_second
        return min(speed, self._rate) if self._rate else speed

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the run's last epoch; None while that is not known."""
        left = self._speed.seconds_left(self._target)
        if left is None or not self._rate:
            return left
        return max(left, (self._target - self._epoch) / self._rate)

    @property
    def train_waits(self) -> bool:
        """Whether a run begins as soon as what is being built stands."""
        return self._plan.trains

    @property
    def standing_project(self) -> bytes | None:
        """The JSON form of the project that stands in the engine; None where none does."""
        standing = self._plan.standing
        return standing.project if standing is not None else None

    # ------------------------------------------------------------ what the engine shows

    def _show(self, event: Epochs | Picture) -> None:
        """Take what came through the gate: figures first, then whoever follows them."""
        building = self._plan.building
        if self._stranger:
            return
        if isinstance(event, Epochs):
            self._show_epochs(event)
        elif building is not None and building.fresh:
            pass  # of the network that is given up
        elif isinstance(event, Progress):
            self._show_progress(event)
        else:
            self._signal_of[type(event)].emit(event)

    def _show_epochs(self, epochs: Epochs) -> None:
        self.history.append(epochs.first, epochs.keys, epochs.rows)
        self._epoch = epochs.last
        self._learning_rate = epochs.learning_rate
        self._speed.update(self._epoch, epochs.seconds)
        self.epochs_finished.emit(epochs)

    def _show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._learning_rate = progress.learning_rate
        self._speed.update(progress.epoch + progress.batch / max(1, progress.batches), progress.seconds)
        self.progress_changed.emit(progress)
