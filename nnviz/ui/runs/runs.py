"""Between the runs of the project and their pane: what is listed, and what a person does with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.state import State
from nnviz.errors import BadInput
from nnviz.project.later import StoredColumns
from nnviz.project.runs import Run
from nnviz.ui.language import said, worded
from nnviz.ui.program.background import Background
from nnviz.ui.runs.colours import with_colours
from nnviz.ui.runs.edits import Deletion, LabelEdit
from nnviz.ui.runs.extracting import extract
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.words import RunWords

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

FRAME_MS = 100  # between two looks at a run that is trained
MOST_SHOWN = 8  # runs whose curves come onto the shared axes by themselves
MOST_TOGETHER = 60  # runs that are drawn on them at all: each takes its time whenever they are painted


class Runs(QObject):
    """Feeds the pane of the runs, and carries out what is wished there.

    Signals:
        said: a sentence of what was done.
        failed: a sentence why it could not be.
        followed: the pane has the rows as they are now.
    """

    said = Signal(str)
    failed = Signal(str)
    followed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._running, self._session, self.pane = window.running, window.session, window.panes.runs
        self._list = window.space.run_list
        self._rows: dict[int, RunRow] = {}
        self._colours: dict[int, int] = {}
        self._known: frozenset[int] | None = frozenset()  # the runs that were there; None while a project is opened
        self._opened = 0
        self._damaged: frozenset[int] = frozenset()  # runs whose epochs cannot be read: that was said
        self._reader, self._opener = Background(self), Background(self)
        self._words = RunWords(self)
        self._words.came.connect(self.pane.read_again)
        self.pane.words_wished.connect(lambda: self._words.follow([row.run for row in self.pane.rows]))
        self._reader.done.connect(self._have_read)
        self._reader.failed.connect(self.failed)
        self._opener.done.connect(self._stand)
        self._opener.failed.connect(self.failed)
        self._clock = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._clock.timeout.connect(self.follow)
        self._connect()

    def _connect(self) -> None:
        self._running.runs_changed.connect(self._follow_soon)
        self._session.state_changed.connect(self._follow_soon)
        self._session.run_ended.connect(self._follow_soon)
        self._session.epochs_finished.connect(self._follow_soon)
        self._running.race_moved.connect(self._follow_soon)
        self._session.race_changed.connect(self._follow_soon)
        self._document.replaced.connect(self._forget)
        pane = self.pane
        pane.act_wished.connect(self.act)
        pane.large_wished.connect(lambda: self._window.panes.enlarge(pane))
        pane.renamed.connect(self.rename)
        pane.noted.connect(self.note)

    @property
    def busy(self) -> bool:
        """Whether a run is being opened."""
        return self._opener.busy

    def take_over(self, other: Runs) -> None:
        """List what *other* listed, in its colours."""
        self._known, self._colours = other._known, other._colours
        self._opened, self._damaged = other._opened, other._damaged
        self.follow()

    # ------------------------------------------------------------------ what is listed

    def _follow_soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start()

    def _have_read(self, damaged: dict[int, str]) -> None:
        self._damaged |= damaged.keys()
        for sentence in dict.fromkeys(damaged.values()):
            self.failed.emit(said(sentence))
        self.follow()

    def follow(self) -> None:
        """List the runs as they are now; what has to be read from the file first is read on another thread."""
        self._show_new(self._running.runs)
        runs = self._running.with_variants(self._running.runs)
        standing = self._running.standing
        now = standing.id if standing is not None else None
        shown = [r for r in runs if r.label.shown and (r.id == now or not r.put_away)]
        unread = [run for run in shown if isinstance(run.columns, StoredColumns) and not run.columns.loaded]
        wanted = [run for run in unread if run.id not in self._damaged]
        if wanted:
            self._reader.run(lambda _cancelled: _read(wanted))
        ready = {run.id for run in shown} - {run.id for run in unread}
        self._colours = with_colours([run.id for run in shown if run.id in ready], self._colours)
        self._rows = {run.id: self._row(run, now) for run in runs}
        self.pane.set_rows(tuple(self._rows.values()))
        self.followed.emit()

    def _row(self, run: Run, stands: int | None) -> RunRow:
        standing = run.id == stands
        races = self._session.races and self._running.variant(run) is not None
        trains = races or (standing and self._session.state is State.TRAINING)
        if trains and not races:
            run = self._running.as_it_is_now(run)
        shown = trains, standing, self._colours.get(run.id)
        before = self._rows.get(run.id)
        same = before is not None and before.run is run and (before.trains, before.stands, before.colour) == shown
        return before if before is not None and same else RunRow(run, *shown)

    def _show_new(self, runs: Sequence[Run]) -> None:
        """A run that begins comes onto the shared axes; where there are many, the oldest that has no star goes."""
        fresh = [run for run in runs if run.id not in (self._known or ()) and not run.imported]
        before, self._known = self._known, (self._known or frozenset()) | {run.id for run in runs}
        if before is None or not fresh:
            return
        wanted = {run.id: True for run in fresh}
        shown = [run for run in runs if run.label.shown or run.id in wanted]
        spare = [run for run in shown if not run.label.starred and run.id not in wanted]
        self._list.show(wanted | {run.id: False for run in spare[: max(0, len(shown) - MOST_SHOWN)]})

    def _forget(self) -> None:
        """Another project: its runs are shown as they were when it was saved."""
        self._rows, self._colours, self._known, self._damaged = {}, {}, None, frozenset()
        self._follow_soon()

    # ------------------------------------------------------------------ what is done with them

    def act(self, what: str, ids: tuple[int, ...]) -> None:
        """Do *what* with the runs *ids*: show, star, away, open or delete."""
        wanted = frozenset(ids)
        runs = [run for run in self._running.runs if run.id in wanted]
        if not runs:
            return
        if what == "open":
            self.open(runs[0])
        elif what == "delete":
            self.delete(tuple(runs))
        elif what == "show":
            self.show(ids, not all(run.label.shown for run in runs))
        elif what == "star":
            on = not all(run.label.starred for run in runs)
            self._edit(runs, worded("Runs", "Star") if on else worded("Runs", "Remove the star"), starred=on)
        elif what == "away":
            away = not all(run.put_away for run in runs)
            self._edit(
                runs, worded("Runs", "Put runs away") if away else worded("Runs", "Bring runs back"), hidden=away
            )

    def show(self, ids: Iterable[int], on: bool = True, *, alone: bool = False) -> None:
        """Have the curves of the runs *ids* on the shared axes, *alone* or beside the others; or have them no more.

        A look, and no edit: there is nothing to undo.
        """
        wanted = set(ids)
        runs = self._running.runs
        there = [run.id for run in runs if run.id not in wanted and run.label.shown and not alone]
        come = [run.id for run in runs if run.id in wanted] if on else []
        shown = set([*there, *come][-MOST_TOGETHER:])
        self._list.show({run.id: run.id in shown for run in runs})
        if len(come) > MOST_TOGETHER:
            self.said.emit(self.tr("Only the newest {0} of them are shown").format(MOST_TOGETHER))
        self.follow()

    def rename(self, run_id: int, name: str) -> None:
        """Call the run *name*; its number again where that is empty."""
        if any(name == RunRow(run).name for run in self._of(run_id)):
            return  # as it was: perhaps a word that is the program's, in the language of the window
        own = worded("Runs", "Run {0}").format(run_id)
        self._edit(self._of(run_id), worded("Runs", "Rename {0}").format(own), name="" if name == own else name)

    def note(self, run_id: int, text: str) -> None:
        """Keep *text* beside the run."""
        self._edit(self._of(run_id), worded("Runs", "Note on run {0}").format(run_id), note=text)

    def _of(self, run_id: int) -> list[Run]:
        return [run for run in self._running.runs if run.id == run_id]

    def _edit(self, runs: Sequence[Run], text: str, **changes: Any) -> None:
        before = {run.id: run.label for run in runs}
        after = {number: msgspec.structs.replace(label, **changes) for number, label in before.items()}
        if after != before:
            self._document.undo_stack.push(LabelEdit(self._list, before, after, text))

    # ------------------------------------------------------------------ deleting

    def delete(self, runs: tuple[Run, ...]) -> None:
        """Take *runs* out of the project, an undo brings them back; one that stands is stopped and let go of first.

        A race of which nothing would be left ends first.
        """
        ids, stands = {run.id for run in runs}, self._running.standing
        racing = {run.id for run in self._running.runs if self._running.variant(run) is not None}
        delete = partial(self._delete, runs)
        if racing and racing <= ids:
            delete = partial(self._running.without_race, delete)
        if stands is not None and stands.id in ids:
            self._running.let_go(delete)
        else:
            delete()

    def _delete(self, runs: tuple[Run, ...]) -> None:
        ids = {run.id for run in runs}
        there = tuple(run for run in self._running.runs_so_far() if run.id in ids)  # as they are by now
        if not there:
            return
        self._window.files.work.hold(there)
        one = worded("Runs", "Delete run {0}").format(there[0].id)
        text = one if len(there) == 1 else worded("Runs", "Delete {0} runs").format(len(there))
        self._document.undo_stack.push(Deletion(self._list, there, text))
        many = self.tr("{0} runs are deleted; undo brings them back").format(len(there))
        said = self.tr("Run {0} is deleted; undo brings it back").format(there[0].id) if len(there) == 1 else many
        self.said.emit(said)

    # ------------------------------------------------------------------ opening

    def open(self, run: Run) -> None:
        """Have all of the window show *run*: its network, its curves, its epochs; training goes on as a fork of it."""
        self._opened += 1
        folder = self._running.scratch_file(f"run-{run.id}-{self._opened}")
        stands = self._running.standing
        if stands is None or stands.id != run.id:
            self._running.at_rest(partial(self._running.when_kept, partial(self._extract, run.id, folder)))

    def _extract(self, run_id: int, folder: Any) -> None:
        found = self._of(run_id)  # what was written of it meanwhile belongs to it
        if found:
            self._opener.run(lambda _cancelled: (run_id, extract(found[0], folder)))

    def _stand(self, result: tuple[int, Any]) -> None:
        run_id, files = result
        found = self._of(run_id)
        if found and self._session.state is not State.TRAINING:
            self._window.travel.leave()
            text = worded("Runs", "Open run {0}").format(run_id)
            if files is None:
                self._document.edit_project(found[0].project, text)
                self._running.reset()
                self.said.emit(self.tr("Run {0} kept no weights: its network starts anew").format(run_id))
            else:
                self._running.stand_at(found[0], files, text)
                self.said.emit(self.tr("Run {0} is open; Train goes on from it as another run").format(run_id))

    # ------------------------------------------------------------------ for others

    def compare(self, before: int, after: int) -> None:
        """Show two runs side by side, in front."""
        self.show((before, after), alone=True)
        self._window.panes.bring(self.pane)
        self.pane.choose((before, after))
        self.pane.turn_to("compare")

    def shutdown(self) -> None:
        """Wait for what is being read."""
        self._clock.stop()
        self._words.shutdown()
        self._reader.shutdown()
        self._opener.finish()


def _read(runs: Sequence[Run]) -> dict[int, str]:
    """Have everything that curves need of *runs* at hand: of which it is damaged, and what is said of that."""
    damaged = {}
    for run in runs:
        try:
            dict(run.columns)
            _ = run.times
        except BadInput as error:
            damaged[run.id] = error.args[0]
    return damaged
