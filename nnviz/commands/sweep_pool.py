"""The processes that train the points of a sweep on this machine: fresh ones, since TensorFlow cannot be forked."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence

import msgspec

from nnviz.backend.process import own_command, own_environment
from nnviz.commands.sweep_point import Done, Task

MOST_POINTS = 50  # of one process: what TensorFlow compiles for a network it never frees
_LOOK = 0.5  # seconds between two looks at Ctrl-C, where waiting cannot be interrupted


def train_all(tasks: Sequence[Task], jobs: int, hear: Callable[[Done], None]) -> None:
    """Train *tasks* in *jobs* processes and tell *hear* of each as it is done.

    KeyboardInterrupt ends the processes at once; what was done is on the disk.
    """
    pool = _Pool(tasks, min(jobs, len(tasks)))
    try:
        for _ in tasks:
            hear(pool.next_done())
    finally:
        pool.close()


class _Pool:
    """A thread a process hands out tasks and hears the answers."""

    def __init__(self, tasks: Sequence[Task], jobs: int) -> None:
        self._waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Done] = queue.SimpleQueue()
        for task in tasks:
            self._waiting.put(task)
        self._environment = _environment(jobs)
        self._closed = False
        self._lock = threading.Lock()  # over starting a process and closing the pool
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._threads = [threading.Thread(target=self._work, name=f"sweep-{i}") for i in range(jobs)]
        for thread in self._threads:
            thread.start()

    def next_done(self) -> Done:
        """The next point that is done; waits for it."""
        while True:
            with contextlib.suppress(queue.Empty):
                return self._done.get(timeout=_LOOK)

    def close(self) -> None:
        """End the processes that are still there."""
        with self._lock:
            self._closed = True
            for process in self._processes:
                process.kill()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        process: subprocess.Popen[bytes] | None = None
        trained = 0
        with contextlib.suppress(queue.Empty):
            while not self._closed:
                task = self._waiting.get_nowait()
                if process is None or trained == MOST_POINTS:
                    self._end(process)
                    try:
                        process, trained = self._start(), 0
                    except OSError as error:  # somebody waits for an answer to every task
                        process = None
                        self._done.put(Done(task.number, f"The process that trains it cannot be started: {error}"))
                        continue
                    if process is None:
                        return
                done = _ask(process, task)
                trained += 1
                if done is None:
                    code = self._end(process)
                    process = None
                    done = Done(task.number, f"The process that trained it ended with code {code}")
                self._done.put(done)
        self._end(process)

    def _start(self) -> subprocess.Popen[bytes] | None:
        command = own_command("sweep", "--worker", str(os.getpid()))
        with self._lock:
            if self._closed:
                return None
            # A session of its own: Ctrl-C in a terminal is for the parent, which ends the processes.
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=self._environment,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same for Windows
            )
            self._processes.add(process)
        return process

    def _end(self, process: subprocess.Popen[bytes] | None) -> int:
        """Close the pipes of *process*, which ends it; its exit code."""
        if process is None:
            return 0
        with contextlib.suppress(OSError):
            process.communicate()
        with self._lock:
            self._processes.discard(process)
        return process.wait()


def _ask(process: subprocess.Popen[bytes], task: Task) -> Done | None:
    """What *process* answers to *task*; None where it has died."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        asked = msgspec.json.encode(task)
    except UnicodeEncodeError:  # somebody waits for an answer to every task
        return Done(task.number, "The folder it is kept in has a name that is not in UTF-8")
    try:
        process.stdin.write(asked + b"\n")
        process.stdin.flush()
        return msgspec.json.decode(process.stdout.readline(), type=Done)
    except (OSError, msgspec.DecodeError):
        return None


def _environment(jobs: int) -> dict[str, str]:
    """The environment of a process that shares the cores with *jobs* - 1 others."""
    threads = str(max(1, (os.cpu_count() or 1) // jobs))
    return {"TF_NUM_INTRAOP_THREADS": threads, "OMP_NUM_THREADS": threads, **own_environment()}
