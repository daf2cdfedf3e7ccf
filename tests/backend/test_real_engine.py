"""The session over the real engine, end to end: XOR is learned, and a kill in the middle loses nothing but the run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import numpy as np
import psutil
import pytest
from PySide6.QtTest import QSignalSpy

from nnviz.backend.session import State, TrainingSession
from nnviz.backend.thread import TrainingThread
from nnviz.training.messages import Watch

PATIENCE = 60_000


def project(**training) -> bytes:
    recipe = {"optimizer": {"kind": "Adam", "learning_rate": 0.05}, "batch_size": 4, "seed": 3}
    hidden = {"id": "h1", "kind": "Dense", "units": 8, "activation": "tanh"}
    return json.dumps(
        {
            "nnviz": 1,
            "network": {"layers": [{"id": "in", "kind": "Input"}, hidden, {"id": "out", "kind": "Output"}]},
            "data": {"source": "builtin", "name": "xor"},
            "training": {**recipe, **training},
        }
    ).encode()


@pytest.fixture(scope="module")
def shared(qapp, tmp_path_factory):
    """One engine for the tests of this file."""
    session = TrainingSession(TrainingThread(log=tmp_path_factory.mktemp("log") / "engine.log"))
    ready = QSignalSpy(session.engine_ready)
    session.start_engine()
    assert ready.wait(PATIENCE)
    yield session
    session.shutdown()


@pytest.fixture
def session(shared, qtbot):
    """The shared session at rest before the first epoch."""
    with qtbot.waitSignal(shared.built, timeout=PATIENCE):
        shared.prepare(project(), ".", keep=False)
    return shared


@pytest.fixture
def frames(session):
    """Every Epochs of the test, as they are emitted."""
    seen = []
    session.epochs_finished.connect(seen.append)
    yield seen
    session.epochs_finished.disconnect(seen.append)


def numbers(frames) -> list[int]:
    return [frame.first + i for frame in frames for i in range(len(frame.rows))]


def test_xor_is_learned(session, frames, qtbot):
    weights = []
    session.weights_changed.connect(weights.append)
    session.watch(Watch(cells=16))
    with qtbot.waitSignal(session.run_ended, timeout=PATIENCE) as ended:
        session.train(project(), ".", 500)
    session.watch(Watch())
    assert (ended.args[0].kind, session.state) == ("finished", State.ENDED)
    assert numbers(frames) == list(range(1, 501))
    loss = session.history.column("loss")
    assert (len(loss), session.history.epochs) == (500, 500)
    assert loss[-1] < 0.05 < loss[0]
    assert weights[-1].epoch == 500
    kernel = np.frombuffer(weights[-1].layers[0].kernel, "<f4").reshape(2, 8)
    assert np.isfinite(kernel).all()
    assert session.epochs_per_second > 10


def test_pause_resume_step_stop_reset(session, frames, qtbot):
    with qtbot.waitSignal(session.epochs_finished, timeout=PATIENCE):
        session.train(project(), ".", 10**9)
    qtbot.waitUntil(lambda: session.epoch >= 5, timeout=PATIENCE)
    with qtbot.waitSignal(session.run_ended) as paused:
        session.pause()
    assert (paused.args[0].kind, session.state) == ("paused", State.PAUSED)
    at = session.epoch
    with qtbot.waitSignal(session.run_ended):
        session.step(project(), ".")
    assert (session.state, session.epoch) == (State.PAUSED, at + 1)
    with qtbot.waitSignal(session.epochs_finished):
        session.resume()
    with qtbot.waitSignal(session.run_ended) as stopped:
        session.stop()
    assert (stopped.args[0].kind, session.state) == ("stopped", State.ENDED)
    assert numbers(frames) == list(range(1, session.epoch + 1))
    first_losses = session.history.column("loss")[:5].tolist()
    with qtbot.waitSignal(session.built):
        session.reset(project(), ".")
    assert (session.state, session.epoch, session.history.epochs) == (State.IDLE, 0, 0)
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 5)
    assert session.history.column("loss").tolist() == first_losses


def test_a_change_of_the_recipe_goes_on_from_where_it_was(session, qtbot):
    with qtbot.waitSignal(session.run_ended, timeout=PATIENCE):
        session.train(project(), ".", 20)
    with qtbot.waitSignals([session.built, session.run_ended], timeout=PATIENCE, order="strict"):
        session.train(project(optimizer="SGD"), ".", 30)
    assert (session.epoch, session.history.epochs) == (30, 30)


def test_export_and_load_again(session, qtbot, tmp_path):
    path = tmp_path / "weights.npz"
    with qtbot.waitSignal(session.run_ended, timeout=PATIENCE):
        session.train(project(), ".", 3)
    with qtbot.waitSignal(session.exported):
        session.export("npz", str(path), project(), ".")
    with qtbot.waitSignal(session.weights_loaded) as loaded:
        session.load_weights(str(path))
    assert loaded.args[0].layers == 2
    with qtbot.waitSignal(session.refused) as refused:
        session.load_weights(str(tmp_path / "none.npz"))
    assert "none.npz" in refused.args[0].sentence


def test_a_kill_in_the_middle_of_a_run(qapp, qtbot, tmp_path):
    session = TrainingSession(TrainingThread(log=tmp_path / "engine.log"))
    try:
        with qtbot.waitSignal(session.epochs_finished, timeout=PATIENCE):
            session.train(project(), ".", 10**9)
        with qtbot.waitSignal(session.run_ended, timeout=2000) as ended:
            os.kill(session.engine_pid, 9)
        ending = ended.args[0]
        assert ending.kind == "killed"
        assert ending.epoch == session.epoch == session.history.epochs > 0
        assert f"after epoch {ending.epoch:,}" in ending.sentence
        with qtbot.waitSignal(session.run_ended, timeout=PATIENCE) as again:
            session.train(project(), ".", 10)
        assert (again.args[0].kind, session.history.epochs) == ("finished", 10)
    finally:
        session.shutdown()


WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from nnviz.backend.session import TrainingSession
app = QCoreApplication([])
session = TrainingSession()
session.epochs_finished.connect(lambda _: print(session.engine_pid, flush=True))
session.train(sys.argv[1].encode(), ".", 10**9)
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's promise is Linux's")
def test_the_engine_is_gone_within_a_second_of_the_window(tmp_path):
    words = [sys.executable, "-c", WINDOW, project().decode()]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as window:
        engine = psutil.Process(int(window.stdout.readline()))
        engine.suspend()  # it can do nothing itself, as one that holds the interpreter's lock
        window.kill()
        window.wait()
    deadline = time.monotonic() + 1.0
    while alive(engine):
        assert time.monotonic() < deadline


STARTING = """
import time
from PySide6.QtCore import QCoreApplication
from nnviz.backend.session import TrainingSession
app = QCoreApplication([])
session = TrainingSession()
session.start_engine()
while session.engine_pid is None:
    time.sleep(0.001)
print(session.engine_pid, flush=True)
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's promise is Linux's")
@pytest.mark.parametrize("imported", ["", "tensorflow"], ids=["as it begins", "while it imports TensorFlow"])
def test_an_engine_that_is_starting_goes_with_the_window(imported):
    with subprocess.Popen([sys.executable, "-c", STARTING], stdout=subprocess.PIPE) as window:
        engine = psutil.Process(int(window.stdout.readline()))
        while not any(imported in mapped.path for mapped in engine.memory_maps()):
            time.sleep(0.01)
        window.kill()
        window.wait()
    deadline = time.monotonic() + 5.0  # within a second, unless Python itself takes longer to start
    while alive(engine):
        assert time.monotonic() < deadline


def alive(process: psutil.Process) -> bool:
    """Dead ones stay in the table until the system's first process has looked at them."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
