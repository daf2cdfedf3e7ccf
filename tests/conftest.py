"""What every test runs in: no screen, no home of a person, nothing left running, nothing complained about.

Environment variables are set while this file is imported, before Qt, Keras or platformdirs can read them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psutil
import pytest
from PIL.Image import MAX_IMAGE_PIXELS

from tests.faults.ledger import (  # noqa: F401  the table of faults
    ledger,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)

OUTSIDE = dict(os.environ)
HOME = Path(tempfile.mkdtemp(prefix="nnviz-tests-"))
ROOMS = ("network", "data", "training", "project", "engine", "backend", "ui", "commands", "packaging", "e2e")
GRACE = 10.0
COMPILING = 120.0  # seconds; XLA cannot be interrupted
# Python's own helpers, started once per process by shared memory and never stopped before its end.
HELPERS = ("multiprocessing.resource_tracker", "loky.backend.resource_tracker", "multiprocessing.forkserver")
# Tests build many small models on purpose; Keras takes that for a mistake in a loop.
EXPECTED_TALK = ("triggered tf.function retracing",)


def _leave_home() -> None:
    """Point everything that looks for a person's files at an empty folder of this test run."""
    folders = {"HOME": "", "USERPROFILE": "", "APPDATA": "roaming", "LOCALAPPDATA": "local"}
    folders |= {f"XDG_{kind}_HOME": kind.lower() for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    folders |= {"XDG_RUNTIME_DIR": "runtime", "KERAS_HOME": "keras"}
    for name, folder in folders.items():
        path = HOME / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(path)


_leave_home()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"

_COMMON = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("ci", derandomize=True, database=None, max_examples=50, **_COMMON)
# The nightly run looks for what the fixed examples miss, and prints a line that reproduces what it finds.
hypothesis.settings.register_profile("nightly", print_blob=True, max_examples=1000, **_COMMON)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the rooms from the foundations up: a fault shows where it is before it shows above.

    All tests share this process, so that Keras, a few seconds to load, is loaded once.
    """
    here = Path(__file__).parent

    def room(item: pytest.Item) -> int:
        name = item.path.relative_to(here).parts[0]
        return ROOMS.index(name) if name in ROOMS else len(ROOMS)

    items.sort(key=room)


@pytest.fixture(scope="session")
def outside_environment() -> dict[str, str]:
    """The environment the tests were started with, for programs that need its settings, as pip does."""
    return dict(OUTSIDE)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The class of the application object that pytest-qt makes."""
    from nnviz.ui.program.application import Application

    return Application


@pytest.fixture(scope="session")
def qapp(qapp: object) -> Iterator[object]:
    """The one QApplication, in the app's fonts and its dark colours."""
    from PySide6.QtWidgets import QApplication

    from nnviz.ui import theme
    from nnviz.ui.program.collecting import Collector

    assert isinstance(qapp, QApplication)
    Collector(qapp)
    QApplication.setStyle("Fusion")
    theme.load_fonts()
    theme.choose("dark")
    QApplication.setFont(theme.font())
    yield qapp
    # Without a screen the clipboard outlives Python, and what Python has put on it must not.
    QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def leaks() -> Iterator[None]:
    """Fail the test that leaves a thread or a process running that was not there before it."""
    threads, processes, qt_threads = _threads(), _children(), _qt_threads()
    yield
    qt_left = _wait_for_qt_threads(qt_threads)  # first, since what they do may start others
    for thread in _threads() - threads:
        thread.join(COMPILING if thread.name == "nnviz-race" else GRACE)
    _, running = psutil.wait_procs([p for p in _children() - processes if not _is_helper(p)], GRACE)
    left = [f"thread {t.name}" for t in _threads() - threads]
    left += [f"process {_command_line(p)}" for p in running]
    left += [f"QThread {name}" for name in qt_left]
    for process in running:
        process.kill()
    if left:
        pytest.fail("left running: " + "; ".join(left), pytrace=False)


def _threads() -> set[threading.Thread]:
    """Those that Python started; one of Qt's pool that Python was asked about counts as Qt's."""
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


def _children() -> set[psutil.Process]:
    """The processes below this one, but for the engine that waits for the next test."""
    standby = sys.modules.get("tests.e2e.standby")
    waiting: set[int] = standby.WAITING if standby is not None else set()
    # To look through all that run on this machine takes some 10 ms, twice a test.
    with contextlib.suppress(OSError, psutil.Error):  # a thread or a process that ended meanwhile
        return {psutil.Process(number) for number in _listed_below(os.getpid()) - waiting}
    return {process for process in psutil.Process().children(recursive=True) if process.pid not in waiting}


def _listed_below(number: int) -> set[int]:
    """The processes below that with this *number* by the system's lists; OSError where it keeps none."""
    lists = list(Path(f"/proc/{number}/task").glob("*/children"))
    if not lists:
        raise FileNotFoundError(number)
    direct = {int(child) for children in lists for child in children.read_text().split()}
    return direct.union(*map(_listed_below, direct))


def _command_line(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _is_helper(process: psutil.Process) -> bool:
    return any(helper in _command_line(process) for helper in HELPERS)


def _qt_threads() -> dict[str, str]:
    """The running QThreads by number: Qt names each after its class (where Linux lets it be read)."""
    names = {}
    for task in Path("/proc/self/task").glob("*/comm"):
        with contextlib.suppress(OSError):
            names[task.parent.name] = task.read_text().strip()
    return {number: name for number, name in names.items() if name.endswith("Thread")}


def _wait_for_qt_threads(before: dict[str, str]) -> list[str]:
    """The QThreads that still run after the grace, and "pool" where Qt's shared pool is busy."""
    core = sys.modules.get("PySide6.QtCore")
    busy = core is not None and not core.QThreadPool.globalInstance().waitForDone(int(GRACE * 1000))
    deadline = time.monotonic() + GRACE
    while (new := _qt_threads().keys() - before.keys()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return [_qt_threads().get(number, "") for number in new] + ["pool"] * busy


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect between the tests where Python does not by itself (see ``qapp``): not every test turns Qt's loop."""
    yield
    collecting = sys.modules.get("nnviz.ui.program.collecting")
    if collecting is not None:
        collecting.collect_due()


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Take apart the windows that a test leaves: a style sheet put on later would go through all that still stand."""
    before = _windows()
    yield
    left = [window for window in _windows() - before if window.parent() is None]
    for window in left:
        window.hide()
        window.deleteLater()
    if left:
        core = sys.modules["PySide6.QtCore"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _windows() -> set[Any]:
    """The top-level widgets of this process."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    started = widgets is not None and widgets.QApplication.instance() is not None
    return set(widgets.QApplication.topLevelWidgets()) if started else set()


@pytest.fixture(autouse=True)
def picture_limit() -> Iterator[None]:
    """Scripts that a test runs in this process set Pillow's limit for themselves."""
    yield
    pictures = sys.modules.get("PIL.Image")
    if pictures is not None:
        pictures.MAX_IMAGE_PIXELS = MAX_IMAGE_PIXELS


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test during which a warning or worse was logged, unless it is marked ``logs_warnings``."""
    yield
    if request.node.get_closest_marker("logs_warnings"):
        return
    records = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= 30]
    loud = [line for line in loud if not any(talk in line for talk in EXPECTED_TALK)]
    if loud:
        pytest.fail("logged: " + "; ".join(loud), pytrace=False)
