"""The window's log, and the file that a crash is written into."""

from __future__ import annotations

import faulthandler
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.backend import window_log
from nnviz.backend.log import log_folder
from nnviz.backend.process import own_environment
from nnviz.backend.window_log import CrashFile, begin_log, crash_left_in, end_log

CRASHES = """
import faulthandler, os, sys
from pathlib import Path
from nnviz.backend.window_log import CrashFile
made = CrashFile(Path(sys.argv[1]))
{end}
"""


def lives_and_ends(folder: Path, end: str) -> None:
    words = [sys.executable, "-c", CRASHES.format(end=end), str(folder)]
    subprocess.run(words, env=own_environment(), stderr=subprocess.DEVNULL, check=False)


def test_a_native_crash_is_told_at_the_next_start_and_once(tmp_path):
    lives_and_ends(tmp_path, "faulthandler._sigsegv()")
    told = crash_left_in(tmp_path)
    assert told.startswith("Fatal Python error: Segmentation fault")
    assert 'File "<string>", line 6 in <module>' in told
    assert crash_left_in(tmp_path) == ""
    assert [path.name.startswith("crash-seen-") for path in tmp_path.iterdir()] == [True]


@pytest.mark.parametrize("end", ["made.close()", "os.kill(os.getpid(), 9)"], ids=["ended", "killed"])
def test_other_ends_are_no_crashes_and_leave_nothing(tmp_path, end):
    lives_and_ends(tmp_path, end)
    assert crash_left_in(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_process_that_lives_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(faulthandler, "enable", lambda file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    made = CrashFile(tmp_path)
    assert crash_left_in(tmp_path) == ""
    assert len(list(tmp_path.iterdir())) == 1
    # Its number was another process's before.
    old = tmp_path / f"crash-{os.getpid()}-5.log"
    old.write_text("Fatal Python error: Aborted")
    assert crash_left_in(tmp_path) == "Fatal Python error: Aborted"
    made.close()
    assert [path.name for path in tmp_path.iterdir()] == [f"crash-seen-{os.getpid()}-5.log"]


def test_only_the_last_few_crashes_are_kept(tmp_path):
    for number in range(9):
        path = tmp_path / f"crash-99999999{number}-5.log"
        path.write_text(f"crash {number}")
        os.utime(path, (number, number))
    assert crash_left_in(tmp_path) == "crash 8"
    assert sorted(path.read_text() for path in tmp_path.iterdir()) == [f"crash {n}" for n in range(4, 9)]


@pytest.mark.logs_warnings
def test_the_log_is_turned_over_when_it_has_grown(tmp_path, monkeypatch):
    monkeypatch.setattr(window_log, "LARGEST_LOG", 2000)
    handler = begin_log(tmp_path / "logs" / "window.log")
    for number in range(200):
        logging.getLogger("nnviz.window").info("line %d", number)
    end_log(handler)
    files = {path.name: path.read_text() for path in (tmp_path / "logs").iterdir()}
    assert sorted(files) == ["window.log", "window.log.1", "window.log.2", "window.log.3"]
    assert all(len(text) <= 2000 for text in files.values())
    assert "line 199" in files["window.log"]


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").touch()
    handler = begin_log(tmp_path / "file" / "window.log")
    logging.getLogger("nnviz.window").info("a word")
    end_log(handler)
    CrashFile(tmp_path / "file").close()


def test_logs_stand_where_the_platform_keeps_them():
    assert log_folder().is_relative_to(os.environ["HOME"])
    assert log_folder().name in ("log", "Logs", "nnviz")
