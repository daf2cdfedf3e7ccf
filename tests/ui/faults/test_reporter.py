"""Whatever nobody caught, wherever it happened, ends in one dialog, and the work goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRunnable, Qt, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from nnviz.training.messages import Unforeseen
from nnviz.ui.faults.dialog import FaultDialog
from nnviz.ui.faults.fault import VERSIONS_LINE, Fault, fault_of, report
from nnviz.ui.faults.reporter import Reporter
from nnviz.ui.program.background import Background

pytestmark = pytest.mark.logs_warnings
SECRET = "Kim, 42 years"


def fail(note: str = SECRET) -> None:
    raise ValueError(f"could not convert string to float: '{note}'")


class Painted(QWidget):
    """Fails in the middle of its painting, with the painter still at work."""

    failing = True
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.painted += 1
        if self.failing:
            fail()
        painter.end()


class Piece(QRunnable):
    def run(self) -> None:
        fail()


class Thread(QThread):
    def run(self) -> None:
        fail()


class Unhappy:
    def __del__(self) -> None:
        fail()


def in_a_slot(owner: QWidget) -> None:
    QTimer.singleShot(0, owner, fail)


def in_a_thread(owner: QWidget) -> None:
    thread = threading.Thread(target=fail, name="loader")
    thread.start()
    thread.join()


def in_a_qthread(owner: QWidget) -> None:
    thread = Thread(owner)
    thread.start()
    assert thread.wait()


def on_the_pool(owner: QWidget) -> None:
    QThreadPool.globalInstance().start(Piece())


def in_background_work(owner: QWidget) -> None:
    Background(owner).run(lambda _cancelled: fail())


def in_a_painting(owner: QWidget) -> None:
    painted = Painted(owner)
    painted.resize(40, 40)
    painted.show()


def while_taken_apart(owner: QWidget) -> None:
    Unhappy()


FAULTS = (in_a_slot, in_a_thread, in_a_qthread, on_the_pool, in_background_work, in_a_painting, while_taken_apart)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    shown.resize(200, 200)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def reporter(window: QWidget, tmp_path: Path) -> Iterator[Reporter]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Reporter(window, tmp_path / "logs")
    yield made
    made.shutdown()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert not list((tmp_path / "logs").glob("crash-*"))


@pytest.mark.parametrize("cause", FAULTS, ids=lambda cause: cause.__name__)
def test_a_fault_anywhere_opens_the_dialog_and_nothing_else_happens(
    cause: Callable[[QWidget], None], reporter: Reporter, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    cause(window)
    qtbot.waitUntil(lambda: reporter.dialog is not None and reporter.dialog.report.toPlainText() != "")
    assert not reporter.dialog.isModal()
    text = reporter.dialog.report.toPlainText()
    assert "ValueError: could not convert string to float: '…'" in text
    assert "in fail" in text
    assert "nnviz 0" in text
    assert "PySide6" in text
    assert SECRET not in text
    assert str(Path.home()) not in text
    assert not hasattr(sys, "last_value")


def test_what_comes_again_is_counted_and_another_fault_joins_the_same_dialog(
    reporter: Reporter, window: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    painted = Painted(window)
    painted.resize(40, 40)
    painted.show()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    for _ in range(30):
        painted.update()
        QCoreApplication.processEvents()
    in_a_slot(window)
    qtbot.waitUntil(lambda: len(reporter.faults) == 2 and sum(reporter.faults.values()) > 30)
    qtbot.waitUntil(lambda: dialog.report.toPlainText().count("In the window") == 2)
    assert window.findChildren(QDialog) == [dialog]
    assert f"{sum(reporter.faults.values())} times" in dialog.times.text()
    # Once a person has seen it, it is only counted.
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert reporter.dialog is None
    seen = sum(reporter.faults.values())
    painted.update()
    qtbot.waitUntil(lambda: sum(reporter.faults.values()) > seen)
    assert not reporter._show.isActive()
    # The widget whose painting failed is none the worse: its painter went with it.
    assert "active painter" not in caplog.text
    painted.failing, before = False, painted.painted
    painted.repaint()
    assert painted.painted == before + 1


def test_the_dialog_copies_its_report_and_opens_the_folder(
    reporter: Reporter, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("nnviz.ui.faults.dialog.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    in_a_slot(window)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    QTest.mouseClick(dialog.open_folder, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "logs")]


def test_it_can_be_answered_while_another_dialog_waits_and_outlives_that(
    reporter: Reporter, window: QWidget, qtbot: QtBot
) -> None:
    other = QDialog(window)
    other.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    other.open()
    in_a_slot(window)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog.parent() is other
    first = reporter.dialog
    other.close()
    qtbot.waitUntil(lambda: reporter.dialog is not None and reporter.dialog is not first)
    assert reporter.dialog.parent() is window


def test_the_engine_s_faults_come_the_same_way(reporter: Reporter, qtbot: QtBot) -> None:
    reporter._take_unforeseen(Unforeseen("Train", ("KeyError", "loop.py:3"), "Traceback\nKeyError: '…'"))
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "In the engine, in Train, 1 time:" in reporter.text()


def test_the_report_is_made_off_the_windows_thread_and_shown_even_where_that_fails(
    reporter: Reporter, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def broken(*_args: object) -> str:
        threads.append(threading.current_thread())
        raise MemoryError

    monkeypatch.setattr("nnviz.ui.faults.reporter.report", broken)
    in_a_slot(window)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "ValueError: could not convert string to float" in reporter.dialog.report.toPlainText()
    assert threading.main_thread() not in threads
    assert SECRET not in reporter.dialog.report.toPlainText()


def test_the_log_has_qt_s_messages_and_a_flood_takes_no_room(
    reporter: Reporter, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    log = tmp_path / "logs" / "window.log"
    qtbot.waitUntil(log.exists)
    qWarning("a strange widget 'Kim'")
    for _ in range(150):
        reporter.tell(reporter_fault())
    qtbot.waitUntil(lambda: sum(reporter.faults.values()) == 150)
    text = log.read_text()
    assert "WARNING nnviz.qt: a strange widget '…'" in text
    assert text.count("ValueError: ") == 3  # the first, the tenth, the hundredth
    assert SECRET not in text


def reporter_fault() -> Fault:
    try:
        fail()
    except ValueError as error:
        return fault_of(error, "window")


def test_what_is_no_fault_opens_nothing(reporter: Reporter, window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    reader = Background(window)
    with qtbot.waitSignal(reader.failed) as failed:
        reader.run(lambda _cancelled: (tmp_path / "none.csv").read_text())
    assert failed.args == [f"{tmp_path / 'none.csv'}: No such file or directory"]
    logging.getLogger("other").error("a word without an exception")
    assert reporter.faults == {}


def test_a_crash_of_the_last_start_is_offered_once(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "crash-999999999-5.log").write_text('Fatal Python error: Segmentation fault\n  File "a.py", line 3 in f')
    reporter = Reporter(window, folder)
    reporter.look_back()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "crashed the last time" in reporter.dialog.sentence.text()
    assert "Segmentation fault" in reporter.text()
    reporter.dialog.accept()
    reporter.shutdown()
    again = Reporter(window, folder)
    with qtbot.waitSignal(again._looker.done):
        again.look_back()
    assert again.faults == {}
    again.shutdown()


def test_the_versions_stand_on_lines_that_the_dialog_has_room_for() -> None:
    assert all(len(line) <= VERSIONS_LINE for line in report({}, ()).splitlines())


def test_the_way_on_has_the_keys_of_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FaultDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.go_on
