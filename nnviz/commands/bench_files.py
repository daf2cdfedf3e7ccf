"""``nnviz bench files``: a project with many runs and snapshots, opened in the real window, kept and saved."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nnviz.commands.parsing import Parser
from nnviz.data.spec import Builtin
from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.files import Contents, save_file
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, now
from nnviz.training.recipe import Recipe

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

RUNS, MEGABYTES, EPOCHS, TIMES = 1_000, 250, 500, 5
METRICS = ("loss", "accuracy", "val_loss", "val_accuracy")
LIMIT_S = 60.0
TARGET_MS = 300.0
REST_S = 1.0


def main(argv: Sequence[str]) -> int:
    """Measure, and print a table or a JSON line."""
    parser = Parser("bench files", "A project with many runs and snapshots: opened in the window, kept and saved.")
    parser.add_argument("--runs", type=int, default=RUNS, help="default: %(default)s")
    parser.add_argument("--megabytes", type=int, default=MEGABYTES, help="of snapshots; default: %(default)s")
    parser.add_argument("--json", action="store_true", help="one JSON line")
    options = parser.parse_args(list(argv))
    if options.runs < 1 or options.megabytes < 1:
        raise BadInput("expected at least 1 run and 1 megabyte")
    figures = measure(options.runs, options.megabytes)
    print(json.dumps(figures) if options.json else table(figures))
    return 0


def measure(runs: int, megabytes: int) -> dict[str, float]:
    """Milliseconds: from asking for the file to the painted project (median and worst), to keep a change, to save."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from nnviz.ui.program.app import make_app
    from nnviz.ui.window import MainWindow

    app = make_app()
    with tempfile.TemporaryDirectory(prefix="nnviz-bench-") as folder:
        paths = _write(Path(folder), runs, megabytes)
        window = MainWindow()
        window.files.recent.remembers = False
        window.show()
        app.processEvents()
        opened = [_opened(window, paths[turn % 2]) for turn in range(TIMES)]
        kept = _kept(window)
        saved = _timed(lambda: window.files.save_to(Path(folder) / "saved.nnviz"), lambda: not window.document.dirty)
        window.document.undo_stack.setClean()
        window.shutdown()
        window.deleteLater()
    return {"opened_ms": statistics.median(opened), "opened_worst_ms": max(opened), "kept_ms": kept, "saved_ms": saved}


def table(figures: dict[str, float]) -> str:
    """The figures for a person."""
    rows = (
        ("opened and painted, median", "opened_ms", f"under {TARGET_MS:.0f} ms"),
        ("opened and painted, worst", "opened_worst_ms", ""),
        ("a change committed to the work database", "kept_ms", ""),
        ("saved as another file", "saved_ms", ""),
    )
    return "\n".join(f"{words:<42}{figures[name]:>9.0f} ms   {wanted}".rstrip() for words, name, wanted in rows)


def _opened(window: MainWindow, path: Path) -> float:
    """Of a window at rest, as one is when a person asks for a file."""
    from PySide6.QtCore import QTimer

    window.document.undo_stack.setClean()
    rested = time.perf_counter() + REST_S
    _timed(lambda: QTimer.singleShot(round(REST_S * 1000), lambda: None), lambda: time.perf_counter() >= rested)
    return _timed(lambda: window.files.open(path), lambda: window.document.path == path, window.grab)


def _kept(window: MainWindow) -> float:
    done: list[object] = []
    window.document.edit_network(edits.add_layer(window.document.network, "Dense", units=3)[0], "bench")

    def keep() -> None:
        window.files.work.put_now()
        window.files.work.do(lambda _base: None, lambda *_: done.append(True))

    return _timed(keep, lambda: bool(done))


def _timed(begin: Callable[[], object], over: Callable[[], bool], finish: Callable[[], object] = lambda: None) -> float:
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    alarm = QTimer(singleShot=True, interval=round(LIMIT_S * 1000))
    alarm.start()
    began = time.perf_counter()
    begin()
    while not over():
        # As the program itself: to look again and again would take the interpreter from the thread that reads.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not alarm.isActive():
            raise BadInput(f"the window was not done within {LIMIT_S:.0f} s")
    finish()
    return (time.perf_counter() - began) * 1e3


def _write(folder: Path, runs: int, megabytes: int) -> list[Path]:
    """The same project in two files, so that each opening is of another one."""
    rng = np.random.default_rng(1)
    weights = folder / "weights.safetensors"
    weights.write_bytes(rng.bytes((megabytes << 20) // (2 * runs)))
    network, last = edits.add_layer(NetworkSpec(), "Input")
    network, last = edits.add_layer(network, "Dense", after=last, units=8, activation="tanh")
    network, _ = edits.add_layer(network, "Output", after=last)
    made = []
    for number in range(1, runs + 1):
        project = Project(network, Builtin(name="moons"), Recipe(seed=number))
        columns = {key: rng.random(EPOCHS) for key in METRICS}
        shots = (Snapshot(0, "first", weights), Snapshot(EPOCHS, "last", weights))
        made.append(Run(number, now(), project, columns, "finished", "Finished.", 1.0, {}, shots))
    paths = [folder / "one.nnviz", folder / "two.nnviz"]
    for path in paths:
        save_file(path, Contents(project, tuple(made), folder))
    return paths
