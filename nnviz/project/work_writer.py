"""The one thread that writes the work database: it commits what it is given last, and does what has to follow it."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.atomic import reason
from nnviz.project.work_base import Work, WorkBase

log = logging.getLogger(__name__)
Job = Callable[[WorkBase | None], Any]
AGAIN = 5.0  # seconds after which what could not be written is tried again


class WorkWriter:
    """Owns the work database; every method returns at once.

    Args:
        file: gives the path of the database, and makes its folder, when something is written first.
        failed: told a sentence, on the writer's thread, when work cannot be kept; once until it can be again.
        better: told, on the writer's thread, that it can be again.
    """

    def __init__(self, file: Callable[[], Path], failed: Callable[[str], object], better: Callable[[], object]) -> None:
        self._file, self._failed, self._better = file, failed, better
        self._base: WorkBase | None = None
        self._work: Work | None = None
        self._jobs: deque[tuple[Job, Callable[[Any, Exception | None], object]]] = deque()
        self._wake = Condition()
        self._ends = self._told = False
        self._thread: Thread | None = None

    def put(self, work: Work) -> None:
        """Have *work* committed; what was put before and is not yet, is not any more."""
        with self._wake:
            self._work = work
            self._go()

    def do(self, job: Job, done: Callable[[Any, Exception | None], object]) -> None:
        """Do *job* when all that was put is committed, then *done*, both on the writer's thread.

        *job* is given the database, or None where work cannot be kept; *done* what it returned, or raised.
        """
        with self._wake:
            self._jobs.append((job, done))
            self._go()

    def close(self) -> None:
        """Do what was asked for, close the database and wait for that; nothing may be asked for afterwards."""
        with self._wake:
            self._ends = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _go(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="nnviz-work", daemon=True)
            self._thread.start()
        self._wake.notify_all()

    # ------------------------------------------------------------ on the writer's thread

    def _run(self) -> None:
        while True:
            with self._wake:
                # What could not be written is tried again, with whatever came since.
                self._wake.wait_for(self._something, AGAIN if self._told else None)
                work, self._work = self._work, None
                jobs = list(self._jobs)
                self._jobs.clear()
                ends = self._ends
            if work is not None and not self._commit(work):
                with self._wake:
                    self._work = self._work or work
            for job, done in jobs:
                self._do(job, done)
            if ends:
                break
            self._give_back()
        if self._base is not None:
            self._base.close()

    def _something(self) -> bool:
        return (self._work is not None and not self._told) or bool(self._jobs) or self._ends

    def _give_back(self) -> None:
        """While nothing else is to be done, give back the room of what was deleted."""
        with contextlib.suppress(sqlite3.Error):  # a disk that is full: another time
            while self._base is not None and not self._something() and self._base.give_back():
                pass

    def _commit(self, work: Work) -> bool:
        try:
            if self._base is None:
                self._base = WorkBase(self._file())
            self._base.put(work)
        except Exception as error:  # this thread is to go on whatever happens: what is saved comes by it
            if not isinstance(error, (OSError, sqlite3.Error, BadInput)):
                log.exception("the work could not be written")
            self._tell(error)
            return False
        if self._told:
            self._told = False
            self._better()
        return True

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self._failed(error.args[0] if isinstance(error, BadInput) else reason(error))

    def _do(self, job: Job, done: Callable[[Any, Exception | None], object]) -> None:
        result, failure = None, None
        try:
            result = job(None if self._told else self._base)
        except Exception as error:
            failure = error
            if not isinstance(error, BadInput):
                log.exception("a job of the work database failed")
        with contextlib.suppress(RuntimeError):  # the window is gone
            done(result, failure)
