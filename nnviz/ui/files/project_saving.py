"""Saving the project that is open: where, over what, and what to say when that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnviz.errors import BadInput
from nnviz.project.atomic import NotThere
from nnviz.project.elsewhere import LostRuns
from nnviz.project.file_guard import Changed, FileGuard, Stamp
from nnviz.project.files import Contents, open_file, save_project
from nnviz.project.project import Project
from nnviz.project.runs import Run
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import WorkFolder, locks
from nnviz.ui.document import Document
from nnviz.ui.files.recent import RecentFiles
from nnviz.ui.keeping.work import WorkKeeping
from nnviz.ui.language import said, translate
from nnviz.ui.sidebar.wording import data_title
from nnviz.ui.training.running import RunController

PROJECT_SUFFIXES = (".nnviz", ".json")
Then = Callable[[], object] | None


@dataclass(frozen=True)
class _Saved:
    """What was written, and how it stands there."""

    path: Path
    project: Project
    runs: tuple[Run, ...]
    contents: Contents
    guard: FileGuard


class ProjectSaver(QObject):
    """Writes on the thread of the work database, one file after the other.

    Attributes:
        guard: holds the file that is open; None where there is none.

    Signals:
        failed: a sentence why the project could not be written; the old file is as it was.
        said: a sentence for the status line.
    """

    failed = Signal(str)
    said = Signal(str)

    def __init__(
        self, document: Document, running: RunController, work: WorkKeeping, recent: RecentFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._running, self._work, self._recent = document, running, work, recent
        self._window = window
        self.guard: FileGuard | None = None
        self._projects = 0  # opened so far: what was written of an earlier one is not the file of this one
        document.replaced.connect(self._count_project)
        work.stamp = self._stamp

    @property
    def read_only(self) -> bool:
        """Whether another window has the file open, so that it cannot be saved here."""
        return self.guard is not None and not self.guard.ours

    def hold(self, guard: FileGuard | None) -> None:
        """Another file is open, or none."""
        if self.guard is not None:
            self.guard.release(guard)
        self.guard = guard

    def move_to(self, window: QWidget) -> None:
        """Ask over *window* from now on, and belong to it."""
        self.setParent(window)
        self._window = window

    # ------------------------------------------------------------ what a person asks for

    def save(self, then: Then = None) -> None:
        """Write the project where it came from, or ask where; *then* follows when it is written."""
        path = self._document.path
        if path is None:
            self.save_as(then)
        elif self.read_only:
            text = self.tr("{0} is open in another window: save it under another name")
            self.failed.emit(text.format(path.name))
            self.save_as(then)
        else:
            self._write(path, then)

    def save_as(self, then: Then = None) -> None:
        """Ask where, and write the project there."""
        spec = self._document.data_spec
        stem = Path(data_title(spec)).stem if spec is not None else "network"
        start = self._document.path or self.folder() / f"{stem}.nnviz"
        names = self.tr("nnviz project (*.nnviz);;JSON without runs (*.json)")
        path, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), str(start), names)
        if path:
            target = Path(path)
            if target.suffix.lower() not in PROJECT_SUFFIXES:
                target = target.with_name(target.name + (".json" if "json" in chosen else ".nnviz"))
                if target.exists() and not self._may_replace(target):
                    return
            self._write(target, then, over=True)

    def save_to(self, path: Path) -> None:
        """Write the project to *path*."""
        self._write(path, None)

    def may_discard(self, then: Callable[[], object]) -> bool:
        """Whether unsaved changes may go; asked to save, *then* is done after that."""
        if not self._document.dirty and not self._running.unkept:
            return True
        keys = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Unsaved changes"), "", parent=self._window)
        box.setText(self.tr("Save the changes to this project?"))
        box.setInformativeText(self.tr("Without saving, they and the runs since the last save are gone."))
        box.setStandardButtons(keys.Save | keys.Discard | keys.Cancel)
        box.setDefaultButton(keys.Save)
        box.button(keys.Discard).setText(self.tr("Don't save"))
        answer = box.exec()
        box.deleteLater()
        if answer == keys.Save:
            self._running.when_paused(partial(self.save, then))
        return answer == keys.Discard

    def folder(self) -> Path:
        """The folder in which a person most likely looks for files."""
        recent = self._recent.paths()
        if self._document.path is not None:
            return self._document.path.parent
        return recent[0].parent if recent else Path.home()

    # ------------------------------------------------------------ inside

    def _count_project(self) -> None:
        self._projects += 1

    def _stamp(self) -> Stamp | None:
        return self.guard.stamp if self.guard is not None else None

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("{0} exists already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Save as"), question)
        return answer == QMessageBox.StandardButton.Yes

    def _write(self, path: Path, then: Then, *, over: bool = False, whole: bool = True) -> None:
        self._running.with_weights(partial(self._write_now, path, then, over, whole))

    def _write_now(self, path: Path, then: Then, over: bool, whole: bool) -> None:
        contents = Contents(self._document.project, self._running.runs_so_far(), self._document.base)
        runs, guard, of = self._running.runs, self.guard, self._projects

        def job(base: WorkBase | None) -> _Saved:
            contents_there, held = _write(path, contents, guard, over, whole, base, self._work.folder)
            return _Saved(path, contents.project, runs, contents_there, held)

        self._work.put_for_saving(contents)
        self._work.do(job, partial(self._written, path, then, of))

    def _written(self, path: Path, then: Then, of: int, saved: _Saved | None, failure: Exception | None) -> None:
        if of != self._projects:
            self._tell_late(path, saved, failure)
        elif isinstance(failure, Changed):
            self._ask_about_change(path, then, _told(failure))
        elif isinstance(failure, LostRuns):
            self._ask_about_loss(path, then, _told(failure))
        elif saved is None:
            self.failed.emit(_told(failure))
            if isinstance(failure, NotThere):
                self.save_as(then)
        else:
            self._take(saved)
            if then is not None:
                then()

    def _tell_late(self, path: Path, saved: _Saved | None, failure: Exception | None) -> None:
        """Another project was opened meanwhile: this one has been written, or not, and nothing else follows."""
        if saved is None:
            self.failed.emit(_told(failure))
            return
        saved.guard.release(self.guard)
        self._recent.remember(path)
        self.said.emit(self.tr("Saved {0}").format(path.name))

    def _take(self, saved: _Saved) -> None:
        path, runs = saved.path, saved.runs
        whole = path.suffix.lower() != ".json" or not runs
        self.hold(saved.guard)
        self._document.saved_as(path, saved.project, all_runs=whole and _same(runs, self._running.runs))
        if whole:
            self._running.take_saved(runs, saved.contents.runs)
        self._recent.remember(path)
        self._work.put_now()
        text = self.tr("Saved {0}") if whole else self.tr("Saved {0} without its runs, which only a .nnviz file keeps")
        self.said.emit(text.format(path.name))

    def _ask_about_change(self, path: Path, then: Then, sentence: str) -> None:
        """Say that the file is not as it was left before anything is written over it."""
        keys = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Save"), f"{sentence}.", parent=self._window)
        box.setInformativeText(self.tr("What stands there now is kept beside it as a backup if you save over it."))
        box.setStandardButtons(keys.Save | keys.Cancel)
        box.button(keys.Save).setText(self.tr("Save here all the same"))
        elsewhere = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(elsewhere)

        def answered() -> None:
            if box.clickedButton() is elsewhere:
                self.save_as(then)
            elif box.clickedButton() is box.button(keys.Save):
                self._write(path, then, over=True)
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _ask_about_loss(self, path: Path, then: Then, sentence: str) -> None:
        """Say that some of the runs can no longer be read, and save the rest where a person wants that."""
        keys = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Save"), f"{sentence}.", parent=self._window)
        box.setInformativeText(self.tr("Everything else can be saved without it."))
        box.setStandardButtons(keys.Save | keys.Cancel)
        box.button(keys.Save).setText(self.tr("Save the rest"))
        box.button(keys.Save).clicked.connect(lambda: self._write(path, then, over=True, whole=False))
        box.finished.connect(box.deleteLater)
        box.open()


def _same(written: tuple[Run, ...], now: tuple[Run, ...]) -> bool:
    """Whether the runs *now* are those that were *written*, however they are looked at."""
    return len(written) == len(now) and all(a is b or a.only_looks_unlike(b) for a, b in zip(written, now, strict=True))


def _told(failure: Exception | None) -> str:
    """Why a project was not written, in the window's language."""
    return said(failure.args[0]) if isinstance(failure, BadInput) else str(failure)


def _write(
    path: Path,
    contents: Contents,
    guard: FileGuard | None,
    over: bool,
    whole: bool,
    base: WorkBase | None,
    folder: Callable[[], WorkFolder],
) -> tuple[Contents, FileGuard]:
    """On the writer's thread: *contents*, which *base* has too, to *path*; how they stand there, and who holds it.

    Args:
        path: the file.
        contents: what is open.
        guard: of the file that is open.
        over: write whatever has become of that.
        whole: refuse where what a file held of the runs is gone, rather than go without.
        base: the work database; None where there can be none, which is no reason not to save.
        folder: gives the window's own.

    Raises:
        BadInput: where it cannot be written, with the old file as it was.
    """
    if guard is not None and guard.path == path.resolve() and not over:
        guard.check()
    held = FileGuard.of(path, locks(), guard)
    if not held.ours:
        raise BadInput(translate("ProjectSaver", "{0} is open in another window: save under another name").format(path))
    try:
        contents = _put(path, contents, whole, base, folder)
    except BaseException:
        held.release(guard)
        raise
    after = FileGuard.of(path, locks(), held)
    if guard is not None and guard.path == after.path:
        after.follow(guard)  # so that a Save that was asked for meanwhile does not take this one for a stranger's
    return contents, after


def _put(
    path: Path, contents: Contents, whole: bool, base: WorkBase | None, folder: Callable[[], WorkFolder]
) -> Contents:
    """As ``_write``, whoever holds the file."""
    if base is None or path.suffix.lower() != ".nnviz":
        return save_project(path, contents, keep=True)
    base.save(path, contents.base, path.resolve().parent, whole=whole, keep=True)
    return open_file(path, folder().link(path))
