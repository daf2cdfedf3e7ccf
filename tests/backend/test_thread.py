"""One engine process and its QThread: every frame told, every ending named, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest

from nnviz.backend import log
from nnviz.backend import process as backend_process
from nnviz.training.messages import Ending, Prepare, Step, Stop, Train, Watch

PROJECT = b'{"nnviz": 1}'

# mode: kind, words of the sentence, last epoch
FAULTS = {
    "SEGV": ("failed", "crashed (SIGSEGV) after epoch 3", 3),
    "ABRT": ("failed", "crashed (SIGABRT) after epoch 3", 3),
    "KILL": ("killed", "memory ran out", 3),
    "TERM": ("killed", "ended from outside after epoch 3", 3),
    "exit": ("failed", "without saying why after epoch 3 (exit code 0)", 3),
    "half": ("failed", "in the middle of a message after epoch 3", 3),
    "huge": ("failed", "a frame of 2,147,483,648 bytes was announced", 4),
    "garbage": ("failed", "broken message after epoch 3", 3),
    "closed_pipe": ("failed", "it closed its pipe", 3),
}


def train(thread, epochs: int) -> None:
    thread.send(Prepare(PROJECT, "."))
    thread.send(Train(epochs))


def test_every_epoch_is_told_once_and_in_order(fake_thread, qtbot):
    thread = fake_thread("good")
    epochs, frames = [], []
    thread.epoch_finished.connect(lambda number, logs: epochs.append((number, logs)))
    thread.epochs_finished.connect(lambda frame: frames.append(frame.first))
    with qtbot.waitSignals([thread.engine_ready, thread.built, thread.ended], order="strict"):
        train(thread, 20)
    assert frames == list(range(1, 21))
    assert [number for number, _ in epochs] == frames
    assert epochs[3][1] == {"loss": 0.25, "accuracy": 0.5}


@pytest.mark.parametrize("mode", FAULTS)
def test_every_fault_is_named_within_two_seconds_and_the_next_train_works(mode, fake_thread, qtbot, ledger):
    kind, words, epoch = FAULTS[mode]
    thread = fake_thread(mode, once=True)
    reached = []
    thread.epochs_finished.connect(lambda _: reached.append(time.monotonic()))
    with qtbot.waitSignal(thread.engine_lost, timeout=10_000) as lost:
        train(thread, 10)
    cause, named = lost.args[0], time.monotonic() - reached[-1]
    assert named < 2.0
    assert isinstance(cause, Ending)
    assert (cause.kind, cause.epoch) == (kind, epoch)
    assert words in cause.sentence
    assert "Train" in cause.sentence
    with qtbot.waitSignal(thread.ended, timeout=10_000) as ended:
        train(thread, 10)
    assert (ended.args[0].kind, ended.args[0].epoch) == ("finished", 10)
    ledger.row(f"the engine ends: {mode}", 1, 0, named)


def test_the_window_breathes_while_an_engine_dies(fake_thread, qtbot):
    from PySide6.QtCore import Qt, QTimer

    ticks = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(thread.pid))
    thread = fake_thread("closed_pipe", once=True)
    train(thread, 10)
    timer.start(5)
    with qtbot.waitSignal(thread.engine_lost, timeout=10_000):
        pass
    timer.stop()
    assert len(ticks) > 10  # a process that closed its pipe is given a second to end, and none of it is the window's


def test_a_hang_is_noticed_and_restart_gets_out_of_it(fake_thread, qtbot):
    thread = fake_thread("hang", once=True, hang=0.4)
    with qtbot.waitSignal(thread.hung, timeout=5000) as hung:
        train(thread, 10)
    silence, at_work = hung.args
    assert silence > 0.4
    assert not at_work
    stuck = thread.pid
    lost = []
    thread.engine_lost.connect(lost.append)
    with qtbot.waitSignals([thread.engine_lost, thread.engine_ready], order="strict", timeout=5000):
        thread.restart()
    (cause,) = lost
    assert (cause.kind, cause.epoch) == ("hung", 3)
    assert not psutil.pid_exists(stuck)
    with qtbot.waitSignal(thread.ended, timeout=5000):
        train(thread, 5)


def test_an_engine_that_says_nothing_because_it_works_is_told_from_one_that_stands_still(fake_thread, qtbot):
    thread = fake_thread("busy", once=True, hang=1.0)
    with qtbot.waitSignal(thread.hung, timeout=20_000) as hung:
        train(thread, 10)
    assert hung.args[1]
    with qtbot.waitSignal(thread.engine_ready, timeout=20_000):
        thread.restart()


def test_an_engine_that_was_only_slow_is_forgiven(fake_thread, qtbot):
    thread = fake_thread("good", hang=0.3)
    with qtbot.waitSignal(thread.epochs_finished):
        train(thread, 10**9)
    with qtbot.waitSignal(thread.hung):
        os.kill(thread.pid, signal.SIGSTOP)
    with qtbot.waitSignal(thread.answered_again):
        os.kill(thread.pid, signal.SIGCONT)


def test_an_idle_engine_is_not_taken_for_a_hanging_one(fake_thread, qtbot):
    thread = fake_thread("good", hang=0.2)
    with qtbot.waitSignal(thread.ended):
        train(thread, 3)
    with qtbot.assertNotEmitted(thread.hung, wait=600):
        pass


def test_an_engine_that_ends_before_it_is_ready_gives_its_last_words(fake_thread, qtbot):
    thread = fake_thread("no_keras")
    with qtbot.waitSignal(thread.engine_lost) as lost:
        thread.start_engine()
    assert lost.args[0].kind == "not_started"
    assert "No module named 'keras'" in lost.args[0].sentence


def test_a_program_that_is_not_there(qapp, qtbot, tmp_path):
    from nnviz.backend.thread import TrainingThread

    thread = TrainingThread([str(tmp_path / "nothing")], log=tmp_path / "engine.log")
    with qtbot.waitSignal(thread.engine_lost) as lost:
        thread.start_engine()
    assert lost.args[0].kind == "not_started"
    assert "could not be started: No such file" in lost.args[0].sentence
    thread.shutdown()


def test_another_protocol_is_refused(fake_thread, qtbot):
    thread = fake_thread("other_protocol")
    with qtbot.waitSignal(thread.engine_lost) as lost:
        thread.start_engine()
    assert lost.args[0].kind == "not_started"
    assert "install it again" in lost.args[0].sentence


def test_sending_never_waits_for_an_engine_that_does_not_read(fake_thread, qtbot):
    thread = fake_thread("deaf")
    with qtbot.waitSignal(thread.engine_ready):
        thread.start_engine()
    for _ in range(200):  # two megabytes, of which a pipe takes a fraction: to wait for it would be for ever
        thread.send(Prepare(b"x" * 10_000, "."))
    assert thread._outbox.qsize() > 100


@pytest.mark.parametrize("mode", ["good", "stubborn", "hang", "deaf"])
def test_shutdown_leaves_no_process_no_thread_no_descriptor(mode, fake_thread, qtbot):
    descriptors = len(os.listdir("/proc/self/fd"))
    thread = fake_thread(mode)
    with qtbot.waitSignal(thread.engine_ready):
        thread.start_engine()
    thread.send(Prepare(PROJECT, "."))
    pid = thread.pid
    with qtbot.assertNotEmitted(thread.engine_lost, wait=50):
        thread.shutdown()
    assert not thread.isRunning()
    assert not psutil.pid_exists(pid)
    assert len(os.listdir("/proc/self/fd")) == descriptors
    assert "nnviz-commands" not in [t.name for t in threading.enumerate()]


def test_shutdown_right_after_the_start(fake_thread, qtbot):
    thread = fake_thread("good")
    thread.start_engine()
    thread.shutdown()
    assert not thread.isRunning()
    with qtbot.waitSignal(thread.engine_ready):
        thread.start_engine()


def test_commands_given_before_the_engine_is_ready_are_kept(fake_thread, qtbot):
    thread = fake_thread("good")
    pictures = []
    thread.weights_arrived.connect(pictures.append)
    with qtbot.waitSignals([thread.engine_ready, thread.built, thread.ended], order="strict"):
        thread.send(Watch(cells=8))
        thread.send(Prepare(PROJECT, "."))
        thread.send(Step())
    assert [picture.epoch for picture in pictures] == [0, 0, 1]
    with qtbot.waitSignal(thread.ended):
        thread.send(Stop())


def test_the_log_holds_what_the_engine_said(fake_thread, qtbot, tmp_path):
    thread = fake_thread("no_keras")
    with qtbot.waitSignal(thread.engine_lost):
        thread.start_engine()
    assert "ModuleNotFoundError" in (tmp_path / "engine.log").read_text()


def test_the_log_is_turned_over_when_it_has_grown(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "LARGEST_LOG", 10)
    path = tmp_path / "logs" / "engine.log"
    for number in range(6):
        with log.open_log(path) as file:
            file.write(b"%d" % number * 20)
    kept = {p.name: p.read_text()[0] for p in path.parent.iterdir()}
    assert kept == {"engine.log": "5", "engine.log.1": "4", "engine.log.2": "3", "engine.log.3": "2"}
    assert log.last_words(path, since=20) == ""
    assert log.last_words(path, since=0) == "5" * 20


def test_a_log_that_cannot_be_written_does_not_keep_the_engine_from_starting(tmp_path):
    (tmp_path / "file").touch()
    with log.open_log(tmp_path / "file" / "engine.log") as nowhere:
        nowhere.write(b"lost")
    assert log.last_words(tmp_path / "file" / "engine.log", since=0) == ""


def test_the_command_is_this_interpreter_or_the_bundle_itself(monkeypatch):
    words = backend_process.engine_command()
    assert words[:4] == [sys.executable, "-P", "-m", "nnviz"]
    assert words[4:] == ["engine", "--parent", str(os.getpid())]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert backend_process.engine_command() == [sys.executable, "engine", "--parent", str(os.getpid())]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's promise is Linux's")
def test_die_with_parent_exits_when_the_parent_is_gone_already():
    code = "from nnviz.engine.process.parent import die_with_parent; die_with_parent(1 << 22); print('alive')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30)
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_signal_without_a_name_still_has_a_sentence():
    from nnviz.backend.causes import of_exit

    cause = of_exit(-200, 0, ready=True, inside_frame=False, last_words="")
    assert cause.sentence.startswith("The engine crashed (signal 200) before the first epoch was done.")
    assert of_exit(-signal.SIGBUS, 1, True, False, "").sentence.startswith("The engine crashed (SIGBUS)")


def test_an_abort_for_want_of_memory_says_so():
    from nnviz.backend.causes import of_exit

    said = "F0000 env.cc:84] Thread tf_host creation via pthread_create() failed.\nFatal Python error: Aborted\n"
    cause = of_exit(-signal.SIGABRT, 7, ready=True, inside_frame=False, last_words=said)
    assert cause.kind == "killed"
    assert cause.sentence.startswith("The engine ran out of memory after epoch 7. Make the layers")
