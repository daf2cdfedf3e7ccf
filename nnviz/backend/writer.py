"""A thread that writes commands to the engine, so that the window never waits for a full pipe."""

from __future__ import annotations

import os
import queue
import threading

from nnviz.training.framing import encode
from nnviz.training.messages import Command

Outbox = queue.SimpleQueue[Command | None]


class CommandWriter(threading.Thread):
    """Writes what is put into *outbox* to *fd* until None comes or the other end is closed.

    Args:
        fd: the engine's command pipe; the caller closes it.
        outbox: commands in the order they were given.
    """

    def __init__(self, fd: int, outbox: Outbox) -> None:
        super().__init__(name="nnviz-commands", daemon=True)
        self._fd = fd
        self._outbox = outbox
        self._done = threading.Event()

    def run(self) -> None:
        """Write until there is nothing more to write to."""
        try:
            self._write()
        finally:
            self._done.set()

    def _write(self) -> None:
        while (command := self._outbox.get()) is not None:
            frame = memoryview(encode(command))
            try:
                while frame:
                    frame = frame[os.write(self._fd, frame) :]
            except OSError:
                return  # the reader of the engine's frames finds out why

    def finish(self) -> None:
        """End the thread; nothing that is still in the outbox is written once the other end is closed."""
        self._outbox.put(None)
        self._done.wait()  # join() would enter the calling QThread among Python's threads for ever
