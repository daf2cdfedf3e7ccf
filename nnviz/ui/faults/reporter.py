"""Counts what went wrong, writes it into the log, and shows one dialog for all of it."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nnviz import __version__
from nnviz.backend.log import log_folder
from nnviz.backend.mailbox import Mailbox
from nnviz.backend.window_log import WINDOW_LOG, CrashFile, begin_log, crash_left_in, end_log
from nnviz.training.messages import Ending, Ready, Unforeseen
from nnviz.ui.faults.catching import Catcher
from nnviz.ui.faults.fault import Fault, report
from nnviz.ui.program.background import Background

if TYPE_CHECKING:
    from nnviz.backend.session import TrainingSession
    from nnviz.ui.faults.dialog import FaultDialog

log = logging.getLogger(__name__)
SHOW_MS = 200  # a paint event that fails does so with every frame; the dialog follows at a calmer pace


class Reporter(QObject):
    """What nobody foresaw reaches a person once: in a dialog beside the work, which counts what comes again.

    A fault that was shown and closed is only counted from then on, so that one that comes with every frame does not
    keep anyone from going on.

    Attributes:
        faults: each fault with how often it has happened.
        dialog: the dialog that is open; None without.
    """

    def __init__(self, window: QWidget, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder or log_folder()
        self.faults: dict[Fault, int] = {}
        self.dialog: FaultDialog | None = None
        self._seen: set[tuple[str, ...]] = set()
        self._by_place: dict[tuple[str, ...], Fault] = {}
        self._crashed_before = False
        self._mailbox = Mailbox(self)
        self._show = QTimer(self)
        self._show.setSingleShot(True)
        self._show.setInterval(SHOW_MS)
        self._show.timeout.connect(self._show_now)
        self._handler: logging.Handler | None = None
        QTimer.singleShot(0, self, self._begin_log)  # behind the first painting
        self._crash_file = CrashFile(self._folder)
        self._catcher = Catcher(self.tell)
        self._looker, self._teller = Background(self), Background(self)
        self._looker.done.connect(self._take_crash)
        self._teller.done.connect(self._show_report)
        self._teller.failed.connect(lambda _sentence: self._show_report(self._bare()))

    def move_to(self, window: QWidget) -> None:
        """Tell over *window* from now on, and belong to it."""
        self.setParent(window)
        self._window = window

    def follow(self, session: TrainingSession) -> None:
        """Take what the engine tells of its own faults, and write into the log how it is."""
        session.unforeseen.connect(self._take_unforeseen)
        session.engine_ready.connect(_log_ready)
        session.engine_ready.connect(self.look_back, Qt.ConnectionType.SingleShotConnection)
        session.run_started.connect(lambda: log.info("a run begins"))
        session.run_ended.connect(_log_ending)
        session.engine_lost.connect(lambda _: log.warning("the engine is gone"))

    def look_back(self) -> None:
        """Find out, off this thread, whether the last start ended in a crash, and offer the report of it."""
        self._looker.run(lambda _cancelled: crash_left_in(self._folder))

    def tell(self, fault: Fault) -> None:
        """Take *fault*; on any thread, and never waits."""
        with contextlib.suppress(RuntimeError):  # the program is ending, and took the mailbox apart
            self._mailbox.post(self._take, fault)

    @property
    def logs(self) -> tuple[Path, ...]:
        """The files whose last lines belong to a report."""
        return self._folder / WINDOW_LOG, self._folder / "engine.log"

    def text(self) -> str:
        """The report as it stands."""
        return report(self.faults, self.logs)

    def shutdown(self) -> None:
        """Catch no more, and leave nothing behind that looks like a crash."""
        self._show.stop()
        self._looker.shutdown()
        self._teller.shutdown()
        self._catcher.release()
        self._crash_file.close()
        if self._handler is not None:
            end_log(self._handler)
            self._handler = None

    # ------------------------------------------------------------------ inside

    def _begin_log(self) -> None:
        self._handler = begin_log(self._folder / WINDOW_LOG)
        log.info("nnviz %s begins", __version__)

    def _take(self, fault: Fault) -> None:
        known = self._by_place.setdefault(fault.place, fault)
        times = self.faults[known] = self.faults.get(known, 0) + 1
        if times == 1:
            log.error("in the %s:\n%s", fault.where, fault.text)
        elif _is_round(times):
            log.error("in the %s, %s times by now: %s", fault.where, f"{times:,}", fault.text.splitlines()[-1])
        if known.place not in self._seen and not self._show.isActive():
            self._show.start()

    def _take_unforeseen(self, unforeseen: Unforeseen) -> None:
        where = f"engine, in {unforeseen.doing}" if unforeseen.doing else "engine"
        self._take(Fault(where, unforeseen.place, unforeseen.text))

    def _take_crash(self, told: str) -> None:
        if told:
            self._crashed_before = True
            self._take(Fault("window, the last time it ran", ("crash", told[:200]), told))

    def _show_now(self) -> None:
        """Have the report made on another thread, which reads the logs for it."""
        faults, logs = dict(self.faults), self.logs
        self._teller.run(lambda _cancelled: report(faults, logs))

    def _bare(self) -> str:
        """What there is to tell where the report itself could not be made."""
        return "\n\n".join(fault.text for fault in self.faults)

    def _show_report(self, text: str) -> None:
        if self.dialog is None:
            self._open()
        if self.dialog is not None:
            self.dialog.show_report(text, sum(self.faults.values()))

    def _open(self) -> None:
        from nnviz.ui.faults.dialog import FaultDialog

        # A dialog that keeps the window waiting would keep this one waiting too, were it not its own.
        over = QApplication.activeModalWidget() or self._window
        before = self._crashed_before and len(self.faults) == 1
        self.dialog = FaultDialog(self._folder, crashed_before=before, parent=over)
        self.dialog.finished.connect(self._go_on)
        self.dialog.destroyed.connect(self._on_gone)
        self.dialog.show()
        self.dialog.raise_()

    def _go_on(self) -> None:
        """A person has seen what there is so far."""
        self._seen |= self._by_place.keys()
        self.dialog = None

    def _on_gone(self) -> None:
        """The dialog went with the one that it stood over: it is shown again where it had not been closed."""
        if isValid(self) and self.dialog is not None:
            self.dialog = None
            self._show.start()


def _is_round(number: int) -> bool:
    """10, 100, 1,000, ...: so often a fault that comes again is written into the log."""
    return str(number).strip("0") == "1"


def _log_ready(ready: Ready) -> None:
    log.info("the engine is ready: Keras %s, TensorFlow %s, %s", ready.keras, ready.tensorflow, ready.device)


def _log_ending(ending: Ending) -> None:
    log.info("the run has %s after epoch %s", ending.kind, ending.epoch)
