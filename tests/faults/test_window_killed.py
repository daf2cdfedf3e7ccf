"""The real window is killed while it trains: its engine goes with it, and its work is there at the next start."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from nnviz.project.files import open_file, snapshot_bytes
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import VARIABLE, WorkFolder, left_behind
from tests.faults.ledger import Ledger

ROOT = Path(__file__).parents[2]
GONE = 30.0  # seconds after which an engine that is still there will not go; how long it took is in the table


def gone_after(process: psutil.Process, since: float) -> float:
    process.wait(GONE)
    return time.monotonic() - since


def test_an_engine_dies_with_the_process_that_started_it_while_it_holds_the_interpreter(ledger: Ledger) -> None:
    child = (
        "import itertools; from nnviz.engine.process.parent import die_with_parent; die_with_parent(None); "
        "print('up', flush=True); sum(itertools.repeat(1))"
    )
    parent = (
        "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', sys.argv[1]], stdout=-1); "
        "child.stdout.readline(); print(child.pid, flush=True); child.wait()"
    )
    started = subprocess.Popen([sys.executable, "-c", parent, child], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    engine = psutil.Process(int(started.stdout.readline()))
    began = time.monotonic()
    started.kill()
    slowest = gone_after(engine, began)
    started.stdout.close()
    started.wait()
    ledger.row("the window killed: engine gone", 1, 0, slowest)


@pytest.mark.nightly
def test_a_window_that_is_killed_while_it_trains_takes_its_engine_along_and_loses_no_epoch(
    tmp_path: Path, ledger: Ledger
) -> None:
    tries, slowest = 5, 0.0
    for seed in range(tries):
        os.environ[VARIABLE] = str(tmp_path / "work")
        command = [sys.executable, "-m", "tests.faults.window"]
        window = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        del os.environ[VARIABLE]
        assert window.stdout is not None
        engine, safe = 0, 0
        for line in window.stdout:
            engine, safe = map(int, line.replace("None", "0").split())
            if safe > 100:
                break
        time.sleep(2 * random.Random(seed).random())  # not a wait: the moment is to be any
        process = psutil.Process(engine)
        os.kill(window.pid, signal.SIGKILL)
        slowest = max(slowest, gone_after(process, time.monotonic()))
        for line in window.stdout.read().splitlines():
            safe = int(line.split()[1])
        window.stdout.close()
        window.wait()
        assert_there(tmp_path, safe)
    ledger.row("the window killed: engine gone", tries, 0, slowest)


def assert_there(tmp_path: Path, safe: int) -> None:
    """The work that was left has at least the epochs that were *safe*, and weights to go on from."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path / "work"))
        (found,) = left_behind()
        folder = WorkFolder.take_over(found.folder)
        assert folder is not None
        with contextlib.closing(WorkBase(folder.base)) as base:
            assert base.save(tmp_path / "r.nnviz", tmp_path, tmp_path) == 0
        folder.remove()
    (run,) = open_file(tmp_path / "r.nnviz").runs
    assert run.epochs >= safe
    assert len(run.columns["loss"]) == run.epochs
    last = run.snapshot("last")
    assert last is not None
    assert 0 < last.epoch <= run.epochs
    assert snapshot_bytes(run, "last")
