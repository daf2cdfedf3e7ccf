"""The window and its engine at work: no socket to anywhere, none that listens."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import psutil
import pytest

from nnviz.data.spec import Builtin
from nnviz.training.recipe import Recipe
from tests.e2e.conftest import Hand

LISTENS = 0x10000  # the kernel's mark of a local socket that takes callers


def listening(process: psutil.Process) -> list[str]:
    """The local sockets of *process* that others could call."""
    own = set()
    for entry in Path(f"/proc/{process.pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed by now: it was that of this very list
            target = entry.readlink().name
            if target.startswith("socket:["):
                own.add(target[len("socket:[") : -1])
    rows = [line.split() for line in Path(f"/proc/{process.pid}/net/unix").read_text().splitlines()[1:]]
    return [" ".join(row[7:]) for row in rows if row[6] in own and int(row[3], 16) & LISTENS]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux tells of every socket")
def test_a_window_and_its_engine_at_work_have_no_sockets(hand: Hand) -> None:
    window = hand.window
    before = set(psutil.Process().net_connections("inet"))
    hand.open(window.document.network, Builtin(name="moons"), Recipe(epochs=20))
    hand.train_to_the_end()
    window.choose_data()
    engine = psutil.Process(window.session.engine_pid)
    assert engine.net_connections("inet") == []
    assert listening(engine) == []
    assert set(psutil.Process().net_connections("inet")) <= before
    assert listening(psutil.Process()) == []
    assert "PySide6.QtNetwork" not in sys.modules
