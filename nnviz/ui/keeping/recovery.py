"""Offering, at the start, the work that another window left behind when it died."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Signal

from nnviz.errors import BadInput
from nnviz.project.damage import DamagedError
from nnviz.project.file_guard import FileGuard
from nnviz.project.files import open_file
from nnviz.project.work_base import About, WorkBase
from nnviz.project.work_folders import Found, WorkFolder, left_behind, locks
from nnviz.ui.figures import count_text
from nnviz.ui.files.project_reading import Opened, Scratch, for_engine
from nnviz.ui.language import said, translate
from nnviz.ui.program.background import Background

if TYPE_CHECKING:
    from nnviz.ui.keeping.recovery_banner import RecoveryBanner
    from nnviz.ui.window import MainWindow


LOOKING_S = 1.0  # so long another window may have the work at most while it looks what there is


@dataclass(frozen=True)
class Recovered:
    """Work that was taken over from a dead window.

    Attributes:
        opened: its project, in a file of this window's own.
        about: what it is of.
        old: where it was; its lock is held until all of it is safe here.
        lost: how many runs and snapshots are gone, because the file that they stood in is.
    """

    opened: Opened
    about: About
    old: WorkFolder
    lost: int


class Recovery(QObject):
    """Looks for such work off the window's thread, and shows one after the other.

    Attributes:
        banner: where it is offered; None until there is something.

    Signals:
        failed: a sentence why work could not be taken over.
        said: what was.
        offered: another piece of work is offered, or none any more.
    """

    failed = Signal(str)
    said = Signal(str)
    offered = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.banner: RecoveryBanner | None = None
        self._found: list[Found] = []
        self._thrown: tuple[Found, ...] = ()  # what was discarded
        self._taking = False  # the first of them is being taken over
        self._before = window.document.project  # what was drawn when that began
        self._looker, self._taker = Background(self), Background(self)
        self._looker.done.connect(self._show_found)
        self._taker.done.connect(self._taken)
        self._taker.failed.connect(self._not_taken)

    @property
    def first(self) -> Found | None:
        """The work that is offered; None where there is none."""
        return self._found[0] if self._found else None

    @property
    def busy(self) -> bool:
        """Whether work is being taken over."""
        return self._taking or self._looker.busy

    def take_over(self, other: Recovery) -> None:
        """Offer what *other* offered."""
        if other._found:
            self._show_found((other._found, []))

    def look(self) -> None:
        """Find what was left behind, and clear away what holds nothing."""
        self._looker.run(lambda _: _look())

    def recover(self) -> None:
        """Go on with the work that is offered, in place of what is open."""
        files, found = self._window.files, self.first
        if found is not None and not self._taking and files.may_discard(self.recover):
            self._taking, self._before = True, self._window.document.project
            scratch, mine = self._window.running.scratch_file, files.saving.guard
            self._taker.run(lambda _: take_over(found, files.work.folder(), scratch, mine))

    def discard(self) -> None:
        """Throw the work that is offered away."""
        found = self.first
        if found is not None and not self._taking:
            # A newer piece of work takes the place of one that has not begun.
            self._thrown = thrown = (*self._thrown, found)
            self._looker.run(lambda _: _throw_away(thrown))
            self._next()

    def later(self) -> None:
        """Offer it again at the next start."""
        if not self._taking:
            self._next()

    def shutdown(self) -> None:
        """Wait for what is being read."""
        self._looker.finish()
        self._taker.finish()

    # ------------------------------------------------------------ inside

    def _show_found(self, looked: tuple[list[Found], list[Path]] | None) -> None:
        if looked is None:  # something was thrown away
            return
        found, strange = looked
        for folder in strange:
            text = self.tr("Work that was left behind cannot be read by this nnviz; it stays where it is, in {0}")
            self.failed.emit(text.format(folder))
        self._found = found
        if found and self.banner is None:
            from nnviz.ui.keeping.recovery_banner import RecoveryBanner

            self.banner = RecoveryBanner(self, self._window.diagram)
        self.offered.emit()

    def _next(self) -> None:
        self._found, self._taking = self._found[1:], False
        self.offered.emit()

    def _not_taken(self, sentence: str) -> None:
        self._next()
        self.failed.emit(sentence)

    def _taken(self, recovered: Recovered) -> None:
        self._next()
        self._window.files.work.expect(recovered.opened.contents.runs)
        running = self._window.running
        show = partial(running.at_rest, partial(running.when_kept, partial(self._show, recovered)))
        # What was drawn while it was read is asked about like everything else; the work stays where it was till then.
        if self._window.document.project == self._before or self._window.files.may_discard(show):
            show()

    def _show(self, recovered: Recovered) -> None:
        files, about = self._window.files, recovered.about
        files.show(recovered.opened, Path(about.path) if about.path else None, Path(about.base))
        self._window.running.leave_whole()
        if files.saving.guard is not None:  # as the window that died had left it
            files.saving.guard.stamp = about.stamp
        self._window.document.runs_changed()
        files.work.put_now()
        # Only when all of it is safe here, the old one may go.
        files.work.do(partial(_let_old_go, recovered.old), lambda _done, _failure: None)
        text = self.tr("Recovered the work on {0} as of {1}. It is not saved yet").format(about.title, when(about))
        if recovered.lost:
            gone = self.tr("{0} metrics or weights of earlier runs are gone with the file that they stood in")
            text = f"{text}. {gone.format(count_text(recovered.lost))}"
        self.said.emit(text)


def take_over(found: Found, mine: WorkFolder, scratch: Scratch, held: FileGuard | None) -> Recovered:
    """The work that was *found*, as a project file in the folder *mine*; BadInput where it is not to be had.

    *scratch* gives files of this window's own for what the engine reads; *held* is of the file that is open in it,
    which may be the one that the work is of.
    """
    old = _taken_over(found.folder)
    if old is None:
        raise BadInput(
            translate("Recovery", "The work on {0} was taken up by another window").format(found.about.title)
        )
    file = mine.fresh()
    try:
        with contextlib.closing(WorkBase(old.base)) as base:
            about = base.about() or found.about
            lost = base.save(file, Path(about.base), Path(about.base), whole=False)
        contents = open_file(file)
    except (sqlite3.Error, DamagedError) as error:
        old.let_go()
        text = translate("Recovery", "The work on {0} cannot be read: {1}")
        raise BadInput(text.format(found.about.title, said(error.args[0] if error.args else str(error)))) from error
    except BaseException:
        old.let_go()
        raise
    guard = FileGuard.of(Path(about.path), locks(), held) if about.path else None
    opened = Opened(file, contents, *for_engine(contents.runs, scratch), guard, file)
    return Recovered(opened, about, old, lost)


def _taken_over(folder: Path) -> WorkFolder | None:
    """The work in *folder*; None where it is somebody's. Another window that only looks has it for a moment."""
    until = monotonic() + LOOKING_S
    while True:
        old = WorkFolder.take_over(folder)
        if old is not None or monotonic() > until or not folder.exists():
            return old
        sleep(0.02)


def when(about: About) -> str:
    """The moment at which the work was kept last, as a person reads it here."""
    moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(about.at).timestamp()))
    form = QLocale.FormatType.ShortFormat
    if moment.date() == QDate.currentDate():
        return QLocale().toString(moment.time(), form)
    return QLocale().toString(moment, form)


def _let_old_go(old: WorkFolder, base: WorkBase | None) -> None:
    if base is None:  # nothing is safe here for now; it is offered again
        old.let_go()
    else:
        old.remove()


def _look() -> tuple[list[Found], list[Path]]:
    """The work that was left behind, and the folders of work that cannot be read, as far as nobody was told of them."""
    strange: list[Path] = []
    return left_behind(strange.append), strange


def _throw_away(thrown: Sequence[Found]) -> None:
    for found in thrown:
        folder = WorkFolder.take_over(found.folder)
        if folder is not None:
            folder.remove()
