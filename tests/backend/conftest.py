"""Engines to test with: fakes that fail on demand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nnviz.backend.session import TrainingSession
from nnviz.backend.thread import TrainingThread

FAKE = Path(__file__).with_name("fake_engine.py")


@pytest.fixture
def fake_thread(qapp, tmp_path):
    """Makes a TrainingThread on a fake engine: ``fake_thread(mode, once=False, hang=10.0)``."""
    threads = []

    def make(mode: str, once: bool = False, hang: float = 10.0) -> TrainingThread:
        command = [sys.executable, str(FAKE), mode]
        if once:
            command.append(str(tmp_path / "failed-once"))
        thread = TrainingThread(command, log=tmp_path / "engine.log", hang=hang)
        threads.append(thread)
        return thread

    yield make
    for thread in threads:
        thread.shutdown()


@pytest.fixture
def fake_session(fake_thread):
    """Makes a TrainingSession on a fake engine, with the same arguments."""
    sessions = []

    def make(mode: str, once: bool = False, hang: float = 10.0) -> TrainingSession:
        session = TrainingSession(fake_thread(mode, once, hang))
        sessions.append(session)
        return session

    yield make
    for session in sessions:
        session.shutdown()
