"""Time travel: the slider under the window moves all that is shown to an earlier epoch of the run, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from nnviz.training.messages import Looked
from nnviz.training.thinning import BUDGET, LEAST
from nnviz.ui.figures import count_text
from nnviz.ui.timeline.bar import RunShown, TimelineBar
from nnviz.ui.timeline.geometry import nearest
from nnviz.ui.timeline.playing import Player
from nnviz.ui.training.fork_text import fork_text

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

SETTING = "snapshot_megabytes"
BUDGETS = (16, 64, 256, 1024)  # megabytes that a person may choose from


class TimeTravel(QObject):
    """Between the slider and the session; everything else follows the pictures that come.

    Attributes:
        bar: the slider and its buttons.
        epoch: the epoch that is looked at; None for the present.

    Signals:
        changed: another epoch is looked at.
        failed: a sentence why no run can begin there.
        said: a sentence of what has begun.
    """

    changed = Signal()
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._running = window, window.session, window.running
        self.bar = TimelineBar()
        self.epoch: int | None = None
        self._to_fork: int | None = None  # where a run is to begin as soon as its file is there
        self._player = Player(self)
        self._connect()
        self._session.keep_within(self.budget << 20)

    def _connect(self) -> None:
        session, bar, player = self._session, self.bar, self._player
        bar.slider.epoch_wished.connect(self._take_wish)
        bar.slider.present_wished.connect(self.leave)
        bar.slider.play_wished.connect(self.play)
        bar.play.clicked.connect(self.play)
        bar.present.clicked.connect(self.leave)
        bar.fork.clicked.connect(self.fork)
        bar.speed_changed.connect(self._take_speed)
        player.epoch_reached.connect(self._play_on)
        player.playing_changed.connect(bar.play.show_playing)
        session.looked.connect(self._on_looked)
        session.kept_saved.connect(self._on_kept_saved)
        session.built.connect(self._forget)
        session.engine_lost.connect(self._forget)
        self._window.document.data_changed.connect(self._abandon)
        self._window.document.replaced.connect(self._abandon)
        for signal in (session.kept_changed, session.epochs_finished, session.state_changed, session.run_ended):
            signal.connect(self._show_run)
        self._running.changes_changed.connect(self._show_run)

    def take_over(self, other: TimeTravel) -> None:
        """Look where *other* looked, and play on where that played."""
        self._to_fork = other._to_fork
        self.bar.choose_speed(other.bar.chosen_speed)
        if other.epoch is not None:
            self._see(other.epoch)
        self._show_run()
        self._player.take_over(other._player)

    # ------------------------------------------------------------ looking

    def look(self, epoch: int) -> None:
        """Have everything show the snapshot nearest to *epoch*."""
        found = nearest(self._session.kept.epochs, epoch)
        if found is None or found == self.epoch or not self._running.shows_drawn_data:
            return
        self._window.live.look_back(True)
        self._see(found)
        self._session.look(found)

    def leave(self) -> None:
        """Back to the present."""
        self._player.end()
        if self.epoch is not None:
            self._see(None)
            self._session.look(None)

    def play(self) -> None:
        """Play the run from the epoch that is looked at, from its beginning in the present; or play no more."""
        if self._player.playing:
            self._player.end()
        elif self._session.kept.epochs:
            last = self._session.kept.epochs[-1]
            self._player.begin(last if self.epoch is None else self.epoch, last)

    def _take_wish(self, epoch: int) -> None:
        self._player.end()
        self.look(epoch)

    def _play_on(self, epoch: float) -> None:
        self.look(round(epoch))

    def _take_speed(self, speed: float) -> None:
        self._player.speed = speed

    def _see(self, epoch: int | None) -> None:
        self.epoch = self._running.looks_at = epoch
        self.bar.show_epoch(epoch)
        self.changed.emit()

    def _on_looked(self, looked: Looked) -> None:
        if looked.epoch is None and self.epoch is None:
            self._window.live.look_back(False)

    def _abandon(self) -> None:
        """What was looked at is not of the data or of the project that are chosen now."""
        self.leave()
        self._forget()

    def _forget(self) -> None:
        """The engine shows the present again, of its own accord."""
        self._player.end()
        self._to_fork = None
        self._window.live.look_back(False)
        if self.epoch is not None:
            self._see(None)
        self._show_run()

    def _show_run(self) -> None:
        session = self._session
        heading = session.target_epochs if session.in_run else 0
        if not self._running.shows_drawn_data:
            self.bar.show_run(RunShown())
            return
        kept = session.kept
        changes = tuple(change.epoch for change in self._running.changes)
        last = max(session.epoch, heading)
        self.bar.show_run(RunShown(session.epoch, last, kept.epochs, kept.best, changes, self._note()))

    def _note(self) -> str:
        """That few epochs of a large network are kept."""
        kept = self._session.kept
        size = f"{max(1, kept.each >> 20):,}"
        if kept.short:
            return self.tr("no memory to keep epochs of {0} MB each").format(size)
        if kept.each and kept.room <= LEAST and self._session.epoch > LEAST:
            return self.tr("only first, best and last epoch kept, {0} MB each").format(size)
        return ""

    # ------------------------------------------------------------ what the buttons do while one looks back

    def train(self) -> None:
        """Train: in the present the run goes on; at an earlier epoch another run forks from there."""
        if self.epoch is None:
            self._running.train()
        else:
            self.fork()

    def fork(self) -> None:
        """Begin and train another run at the epoch that is looked at; one that goes on is stopped and kept first."""
        epoch, running = self.epoch, self._running
        if epoch is not None and not self._window.document.blocked:
            self._player.end()
            running.at_rest(lambda: running.when_kept(lambda: self._fork(epoch)))

    def _fork(self, epoch: int) -> None:
        if epoch == 0:  # as every fresh start
            self._running.reset()
            self._running.train()
        elif not self._try_fork(epoch):
            self._to_fork = epoch  # its file is still being written, or has to be
            if not self._running.keep_now():
                self._on_kept_saved()

    def _try_fork(self, epoch: int) -> bool:
        place = self._running.fork(epoch)
        if place is None:
            return False
        self._running.train()
        self.said.emit(fork_text(epoch, place))
        return True

    def _on_kept_saved(self) -> None:
        epoch, self._to_fork = self._to_fork, None
        if epoch is not None and not self._try_fork(epoch):
            text = self.tr("The weights of epoch {0} are not there any more")
            self.failed.emit(text.format(count_text(epoch)))

    def step(self) -> None:
        """One batch, in the present."""
        self.leave()
        self._running.step()

    # ------------------------------------------------------------ how much is kept

    @property
    def budget(self) -> int:
        """Megabytes that the snapshots of a run may take in the engine's memory."""
        kept = QSettings().value(SETTING, BUDGET >> 20)
        try:
            return max(BUDGETS[0], min(BUDGETS[-1], int(str(kept))))
        except ValueError:
            return BUDGET >> 20

    def set_budget(self, megabytes: int) -> None:
        """Remember and use another one."""
        QSettings().setValue(SETTING, megabytes)
        self._session.keep_within(megabytes << 20)
