"""What the window shows of a run: buttons, numbers, curves, pictures, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nnviz.backend.state import State
from nnviz.training.messages import (
    Built,
    Ending,
    Epochs,
    Exported,
    Progress,
    Reading,
    Ready,
    Refused,
    Watch,
    WeightsLoaded,
)
from nnviz.training.shares import is_share
from nnviz.ui.dialogs.export_panel import exported_text
from nnviz.ui.figures import count_text
from nnviz.ui.files.model_files import original_name
from nnviz.ui.language import said
from nnviz.ui.statusline import EngineMood
from nnviz.ui.training.carried_text import answers_text
from nnviz.ui.training.endings import ending_text
from nnviz.ui.training.metric_names import metric_title

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

CELLS, SURFACE, UNIT_SURFACE = 128, 60, 16
SENTENCE_MS = 8000
_MOODS: dict[str, EngineMood] = {"finished": "good", "paused": "quiet", "stopped": "quiet", "stopped_early": "good"}


class RunDisplay(QObject):
    """Follows the session and the document; holds nothing but the sentence being shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._document, self._running = window.document, window.running
        self._ready, self._device = False, ""
        self._came_to: Ending | None = None  # how the run that rests came to rest
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._follow_engine)
        self._connect()
        self._follow_state()
        self._show_numbers()

    def _connect(self) -> None:
        self._connect_session()
        self._connect_window()
        document = self._document
        for signal in (document.problems_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._follow_state)
        document.network_changed.connect(self._follow_network)
        document.data_changed.connect(self._forget_data)
        document.data_failed.connect(self.warn)
        document.replaced.connect(self._forget_run)
        document.replaced.connect(self._window.topbar.wake)

    def _connect_session(self) -> None:
        session = self._session
        session.engine_ready.connect(self._on_ready)
        session.engine_lost.connect(self._on_lost)
        session.engine_hangs.connect(self._on_hang)
        session.engine_answers.connect(self._follow_engine)
        session.state_changed.connect(self._follow_state)
        session.race_changed.connect(self._follow_state)
        session.reading.connect(self._on_reading)
        session.built.connect(self._on_built)
        session.epochs_finished.connect(self._on_epochs)
        session.progress_changed.connect(self._on_progress)
        for signal in (
            session.weights_changed,
            session.surface_changed,
            session.activity_changed,
            session.layers_changed,
            session.predictions_changed,
        ):
            signal.connect(self._show_picture)
        session.execution_changed.connect(self._follow_state)
        session.run_ended.connect(self._on_ended)
        session.exported.connect(self._on_exported)
        session.weights_loaded.connect(self._on_loaded)
        session.refused.connect(self._on_refused)

    def _connect_window(self) -> None:
        window = self._window
        self._running.curves_restarted.connect(self._on_restart)
        self._running.changes_changed.connect(self._on_changes)
        self._running.nothing_to_build.connect(self._show_what_stands)
        window.travel.failed.connect(self.warn)
        window.travel.said.connect(self.say)
        window.travel.changed.connect(self._on_travel)
        window.panes.seen_changed.connect(self.watch)
        window.panes.weights.wanted_changed.connect(self.watch)
        window.doctor.measures_changed.connect(self.watch)

    def take_over(self, other: RunDisplay) -> None:
        """Show what *other* showed, but for a sentence of the moment."""
        self._ready, self._device, self._came_to = other._ready, other._device, other._came_to
        self._on_changes()
        self._on_travel()
        self._follow_network()
        self._follow_state()
        if self._session.epoch and self._running.shows_drawn_data:
            self._show_pace(self._session.learning_rate)

    def watch(self) -> None:
        """Ask the engine for what is on screen."""
        facts = self._document.facts
        plane, line = (facts is not None and facts.features == count for count in (2, 1))
        panes = self._window.panes
        self._session.watch(
            Watch(
                cells=CELLS,
                surface=SURFACE if (plane or line) and panes.can_be_seen(panes.surface) else 0,
                unit_surface=UNIT_SURFACE if plane else 0,
                activity=not plane or self._document.recipe.method is not None,  # a generator has no surface
                layers=self._window.doctor.measures or panes.can_be_seen(panes.layers),
                predictions=panes.predictions.wanted if panes.can_be_seen(panes.predictions) else 0,
                filters=panes.weights.wanted if panes.can_be_seen(panes.weights) else None,
            )
        )

    # ------------------------------------------------------------------ sentences

    def say(self, sentence: str, mood: str = "good") -> None:
        """Show *sentence* in the status line for a while."""
        self._window.status.set_engine(sentence, mood)  # type: ignore[arg-type]
        self._calm.start(SENTENCE_MS)

    def warn(self, sentence: str) -> None:
        """Show *sentence* as a caution."""
        self.say(sentence, "caution")

    # ------------------------------------------------------------------ following

    def _show_picture(self, picture: object) -> None:
        """What a network answers to other data than those that are chosen now is not for these."""
        if self._running.shows_drawn_data:
            self._window.live.show(picture)

    def _forget_data(self) -> None:
        """Other data: the figures are of a network that learned something else."""
        self._window.live.forget()
        self._show_numbers()
        self._clear_pace()

    def _forget_run(self) -> None:
        """Another project: what was said of the former one is not about this one."""
        self._window.live.forget()
        self._clear_pace()
        self._came_to = None
        if self._calm.isActive():
            self._calm.stop()
            self._follow_engine()

    def _clear_pace(self) -> None:
        status = self._window.status
        status.set_speed(None)
        status.set_time_left(None)
        status.set_learning_rate(None)

    def _on_ready(self, ready: Ready) -> None:
        self._ready = True
        self._device = ready.device
        self._follow_engine()
        self.watch()

    def _on_lost(self, sentence: str) -> None:
        self._ready = False
        self.warn(said(sentence))

    def _on_hang(self, at_work: bool) -> None:
        self._calm.stop()
        status = self._window.status
        if at_work and not self._ready:
            self._follow_engine()  # Keras takes its time to load on a machine that has much else to do
        elif at_work:
            status.set_engine(
                self.tr("The engine is busy with a long piece of work. Stop ends it; nothing is lost."), "caution"
            )
        else:
            status.set_engine(self.tr("The engine does not answer. Stop ends it; nothing is lost."), "bad")

    def _follow_engine(self) -> None:
        status, state = self._window.status, self._session.state
        if not self._ready:
            status.set_engine(self.tr("Engine starting"), "caution")
        elif state is State.BUILDING:
            status.set_engine(self.tr("Building the network"), "caution")
        elif state is State.TRAINING:
            status.set_engine(self._training_text(), "good")
        elif self._session.races:
            status.set_engine(self.tr("A race is run on {0}").format(self._device), "good")
        elif self._came_to is not None and self._running.moved:
            status.set_engine(ending_text(self._came_to), _MOODS.get(self._came_to.kind, "bad"))
        else:
            status.set_engine(self.tr("Engine ready, {0}").format(self._device), "good")

    def _on_reading(self, reading: Reading) -> None:
        if self._session.state is State.BUILDING and not self._calm.isActive():
            done = self.tr("Reading the data, {0} %").format(round(100 * reading.share))
            self._window.status.set_engine(done, "caution")

    def _training_text(self) -> str:
        """Where it trains, and in a word how."""
        way = self._session.execution
        if way is not None and way.streamed:
            return self.tr("Training on {0}, data from the disk").format(self._device)
        if way is not None and way.compiled:
            return self.tr("Training on {0}, compiled").format(self._device)
        return self.tr("Training on {0}").format(self._device)

    def _follow_state(self) -> None:
        state, blocked = self._session.state, self._document.blocked
        races = self._session.races
        training = state is State.TRAINING or races
        goes_on = training or self._session.train_waits  # Pause takes what waits back
        waiting = state in (State.STARTING, State.BUILDING)
        stands = state in (State.PAUSED, State.ENDED, State.IDLE) and not blocked
        self._window.topbar.set_running(goes_on)
        at_rest = state in (State.PAUSED, State.ENDED)
        self._window.topbar.offer_export(at_rest and not races and not blocked and self._session.epoch > 0)
        self._window.topbar.set_possible(
            train=goes_on or not blocked or self._session.race_paused,
            step=not training and not blocked and not waiting,
            stop=goes_on or state is State.PAUSED or self._session.race_paused,
            reset=not blocked and not races and (training or self._running.moved),
            export=training or stands or (goes_on and self._session.epoch > 0),
            why=self._why_not() if blocked and not goes_on else "",
        )
        if not self._calm.isActive():
            self._follow_engine()
        self._show_numbers()
        self.watch()

    def _why_not(self) -> str:
        problem = next((p for p in self._document.problems if not p.caution), None)
        return said(problem.text) if problem is not None else self.tr("The data are being loaded")

    def _follow_network(self) -> None:
        self._window.status.set_parameters(self._document.inference.total_parameters)

    def _on_built(self, built: Built) -> None:
        if built.epoch == 0:
            self._forget_ending()
        self._came_to = None
        self._window.panes.curves.rewind(built.epoch)
        self._show_numbers()
        if built.begun and self._session.state is State.PAUSED:
            text = self.tr("Paused after epoch {0}, batch {1} of {2}: Train goes on there")
            where = (count_text(n) for n in (built.epoch, built.batch, built.batches))
            self.say(text.format(*where), "quiet")
        if built.grown is not None and (built.grown.layers or not built.grown.preserves):
            lost = built.grown.preserving and not built.grown.preserves
            self.say(answers_text(built.grown), "caution" if lost else "good")

    def _forget_ending(self) -> None:
        """A network with its initial weights stands: how the run before it ended, and how fast it was, is no news."""
        self._clear_pace()
        if self._came_to is not None and self._window.status.engine.text() == ending_text(self._came_to):
            self._calm.stop()
            self._came_to = None
            self._follow_engine()

    def _on_restart(self) -> None:
        self._window.panes.curves.restart(self._session.history)
        self._on_changes()
        self._show_numbers()

    def _on_changes(self) -> None:
        self._window.panes.curves.mark(self._running.changes)

    def _show_what_stands(self) -> None:
        """Other data were chosen and given up again: what was forgotten for them is still true."""
        settled = self._session.state not in (State.STARTING, State.BUILDING)
        if settled and self._window.live.weights is None:
            self._window.panes.curves.restart(self._session.history)
            self._on_changes()
            self._session.show_again()

    def _on_epochs(self, epochs: Epochs) -> None:
        if not self._running.shows_drawn_data:
            return
        self._window.panes.curves.append(epochs)
        self._show_numbers()
        self._show_pace(epochs.learning_rate)

    def _on_progress(self, progress: Progress) -> None:
        self._show_pace(progress.learning_rate)

    def _show_pace(self, rate: float | None) -> None:
        status, training = self._window.status, self._session.state is State.TRAINING
        status.set_speed(self._session.epochs_per_second or None)
        status.set_time_left(self._session.seconds_left if training else None)
        status.set_learning_rate(rate)

    def _show_numbers(self) -> None:
        topbar, history = self._window.topbar, self._session.history
        done = self._session.epoch if self._running.shows_drawn_data else 0
        in_run = self._session.state in (State.TRAINING, State.PAUSED)  # a pause leaves it where it is headed
        goes_on = in_run or (self._session.train_waits and self._session.epoch > 0)
        target = self._session.target_epochs if goes_on else 0
        past, all_of_them = self._window.travel.epoch, done
        self._window.status.set_epoch(0 if past is None else done)  # where it is now; the rest shows the past
        done = done if past is None else past
        topbar.set_epoch(done, max(target, self._document.recipe.epochs, all_of_them))
        score = (self._document.scores or ("accuracy",))[0]
        for key, show in (("loss", topbar.set_loss), (score, self._show_score)):
            known = done and history.epochs and key in history.keys
            show(float(history.column(key)[min(done, history.epochs) - 1]) if known else None)

    def _on_travel(self) -> None:
        self._window.panes.curves.mark_seen(self._window.travel.epoch)
        self._show_numbers()

    def _show_score(self, value: float | None) -> None:
        key = (self._document.scores or ("accuracy",))[0]
        self._window.topbar.set_score(metric_title(key), value, share=is_share(key))

    def _on_ended(self, ending: Ending) -> None:
        self._window.panes.curves.rest()
        self._show_numbers()
        self._show_pace(self._session.learning_rate)
        if ending.kind == "stopped" and (self._session.train_waits or not self._running.shows_drawn_data):
            self.say(self.tr("Going on with what is drawn now"))
            return
        if ending.kind in ("finished", "stopped_early"):
            self._window.topbar.calm()
        self._came_to = ending
        self.say(ending_text(ending), _MOODS.get(ending.kind, "bad"))

    def _on_exported(self, exported: Exported) -> None:
        dataset = self._document.dataset
        prepared = dataset is not None and dataset.preparation.changes
        self.say(exported_text(exported, prepared))
        if exported.left_out:
            text = self.tr("Exported to {0} without what is damaged ({1}): {2}")
            self.warn(text.format(exported.path, count_text(len(exported.left_out)), said(exported.left_out[0])))

    def _on_loaded(self, loaded: WeightsLoaded) -> None:
        self._follow_state()
        self.say(self.tr("Weights loaded from {0}").format(original_name(loaded.path)))

    def _on_refused(self, refused: Refused) -> None:
        if refused.given_up:
            self.say(self.tr("Loading the data was stopped: everything is as it was"), "quiet")
        else:
            self.warn(said(refused.sentence))
