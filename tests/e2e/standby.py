"""The next test's engine, started while this test runs: loading TensorFlow is most of what such a test waits for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from nnviz.backend.log import log_path, open_log
from nnviz.backend.process import EngineProcess, engine_command, start_process

# The engine that waits for its test: running, and nobody's leak.
WAITING: set[int] = set()


class Standby:
    """Hands out an engine that was started ahead, and starts the next one.

    An engine asks to be killed when the thread that started it ends; here that is the thread of the tests.
    """

    def __init__(self) -> None:
        self._next: EngineProcess | None = None

    def start(self, command: Sequence[str], log: BinaryIO) -> EngineProcess:
        """In place of ``start_process``, called from the thread that hosts the engine."""
        if list(command) != engine_command():
            return start_process(command, log)
        engine, self._next = self._next, None
        if engine is None or engine.poll() is not None:
            return start_process(command, log)
        WAITING.discard(engine.pid)
        return engine

    def prepare(self) -> None:
        """See to it that an engine is on its way; call this from the thread of the tests."""
        if self._next is None:
            with open_log(log_path()) as log:
                self._next = start_process(engine_command(), log)
            WAITING.add(self._next.pid)

    def end(self) -> None:
        """Let nothing wait any more."""
        if self._next is not None:
            self._next.kill()
            self._next.communicate()
            WAITING.clear()
