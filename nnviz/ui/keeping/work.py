"""Keeps the work of a window: what is open goes to its work database, at most once a second, without being asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.mailbox import Mailbox
from nnviz.project.elsewhere import places
from nnviz.project.files import Contents
from nnviz.project.runs import Run
from nnviz.project.work_base import About, Work, WorkBase
from nnviz.project.work_folders import WorkFolder
from nnviz.project.work_writer import WorkWriter
from nnviz.ui.document import Document
from nnviz.ui.keeping.work_weights import WeightsOnTheWay
from nnviz.ui.language import said
from nnviz.ui.sidebar.wording import data_title
from nnviz.ui.training.running import RunController

EVERY_S = 1.0  # between two commits


class WorkKeeping(QObject):
    """Hands the writer's thread what there is, as frozen values; nothing is copied or written on this one.

    Signals:
        failed: a sentence: the work cannot be kept.
        said: a sentence: it can be again.
    """

    failed = Signal(str)
    said = Signal(str)

    def __init__(self, document: Document, running: RunController, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._running = document, running
        self.stamp: Callable[[], tuple[int, int, int] | None] = lambda: None
        self._mailbox = Mailbox(self)
        self._folder: WorkFolder | None = None
        self._making = Lock()
        self._writer = WorkWriter(lambda: self.folder().base, self._cannot, self._can_again)
        self._expected: tuple[Run, ...] = ()
        self._taken_out: WeakSet[Run] = WeakSet()  # runs that an undo may bring back
        self._kept = False  # whether anything was ever handed over
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._put)
        self._weights = WeightsOnTheWay(running, self)
        self._follow()

    def _follow(self) -> None:
        document, session = self._document, self._running.session
        for signal in (document.network_changed, document.recipe_changed, document.data_changed):
            signal.connect(self._change)
        document.title_changed.connect(self._change)
        session.epochs_finished.connect(self._change)
        session.state_changed.connect(self._change)
        self._running.runs_changed.connect(self._change)
        self._running.race_moved.connect(self._change)
        self._weights.taken.connect(self._change)

    def folder(self) -> WorkFolder:
        """The window's own, made when it is first needed, on whatever thread; OSError where there can be none."""
        with self._making:
            if self._folder is None:
                self._folder = WorkFolder.make()
            return self._folder

    def work(self) -> Work:
        """All that is open, as it is now."""
        document = self._document
        title = document.path.stem if document.path is not None else data_title(document.data_spec)
        path = str(document.path.absolute()) if document.path is not None else ""  # no disk is asked for it
        unsaved = document.dirty or self._running.unkept
        runs = self._weights.with_newest(self._running.as_they_stand())
        return Work(document.project, runs, About(title, path, str(document.base), unsaved, self.stamp()))

    def put_for_saving(self, contents: Contents) -> None:
        """Hand over *contents*, which are what is open now with all its weights: what is done next finds them there."""
        self._kept = True
        self._writer.put(Work(contents.project, contents.runs, self.work().about))

    def do(self, job: Callable[[WorkBase | None], Any], done: Callable[[Any, Exception | None], object]) -> None:
        """Do *job* on the writer's thread when all up to now is committed; then *done*, on this one."""
        self._writer.do(job, lambda result, failure: self._mailbox.post(done, result, failure))

    def expect(self, runs: tuple[Run, ...]) -> None:
        """A project with *runs* was read and may be shown in a moment: its files are to stay."""
        self._expected = runs

    def hold(self, runs: Iterable[Run]) -> None:
        """*runs* are taken out, and may come back: the files that they stand in stay as long as somebody has them."""
        self._taken_out.update(runs)

    def put_now(self) -> None:
        """Hand over what there is at once."""
        self._timer.stop()
        self._put(needed=True)

    def shutdown(self) -> None:
        """The window closes, and its work with it: it was saved, or a person does not want it."""
        self._timer.stop()
        self._weights.shutdown()
        self._writer.close()
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    # ------------------------------------------------------------ inside

    def _change(self) -> None:
        if not self._timer.isActive():
            self._timer.start(max(0, round((self._last + EVERY_S - monotonic()) * 1000)))

    def _put(self, needed: bool = False) -> None:
        if not (needed or self._kept or self._document.dirty or self._running.unkept):
            return
        self._last, self._kept = monotonic(), True
        work = self.work()
        self._writer.put(work)
        runs = (*work.runs, *self._taken_out)
        self._writer.do(lambda _base: self._sweep(runs), lambda _result, _failure: None)
        self._weights.follow()

    def _sweep(self, runs: Iterable[Run]) -> None:
        if self._folder is not None:
            self._folder.sweep(places((*runs, *self._expected)))

    def _cannot(self, why: str) -> None:
        self._mailbox.post(self._say_failed, why)

    def _can_again(self) -> None:
        self._mailbox.post(self._say_better)

    def _say_failed(self, why: str) -> None:
        text = self.tr("Work that is not saved cannot be kept safe for now: {0}. Training goes on.")
        self.failed.emit(text.format(said(why)))

    def _say_better(self) -> None:
        self.said.emit(self.tr("Work that is not saved is kept safe again"))
