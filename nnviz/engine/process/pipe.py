"""The engine's end of the two pipes to the window."""

from __future__ import annotations

import contextlib
import os
import queue
import select
import sys
import threading

from nnviz.training.framing import BrokenFrame, command_reader, encode
from nnviz.training.messages import Command, Event

_READ = 1 << 16


class Pipe:
    """Reads commands and writes events as frames, on descriptors that no library prints to.

    Reading is done with ``os.read`` in the one thread of the engine. Windows cannot wait for a pipe, so a small
    thread does the reading there.

    Args:
        commands: descriptor to read from.
        events: descriptor to write to.

    Attributes:
        closed: the window has closed its end, or broke the protocol.
    """

    def __init__(self, commands: int, events: int) -> None:
        self._commands = commands
        self._events = events
        self._reader = command_reader()
        self._pending: list[Command] = []
        self._chunks: queue.SimpleQueue[bytes] | None = None
        self._next: bytes | None = None  # taken from the chunks, and not read yet
        self._one_at_a_time = threading.Lock()
        self.closed = False
        if sys.platform == "win32":
            self._chunks = queue.SimpleQueue()
            threading.Thread(target=self._read_chunks, args=(self._chunks,), daemon=True).start()

    def take(self, wait: float | None) -> list[Command]:
        """The commands that have come, in order.

        Where there are none, *wait* so many seconds for one; None waits until one comes or the pipe is closed.
        """
        while not self.closed and self._readable(0.0 if self._pending else wait):
            self._read()
        commands, self._pending = self._pending, []
        return commands

    def peek(self) -> tuple[Command, ...]:
        """The commands that have come, left where they are; never waits."""
        while not self.closed and self._readable(0.0):
            self._read()
        return tuple(self._pending)

    def send(self, event: Event) -> None:
        """Write *event*, waiting while the window is behind; afterwards ``closed`` where there is no window.

        May be called on any thread.
        """
        frame = memoryview(encode(event))
        with self._one_at_a_time:
            try:
                while frame:
                    frame = frame[os.write(self._events, frame) :]
            except OSError:
                self.closed = True

    def _readable(self, wait: float | None) -> bool:
        if self._chunks is None:
            return bool(select.select([self._commands], [], [], wait)[0])
        if self._next is None:
            with contextlib.suppress(queue.Empty):
                self._next = self._chunks.get(wait != 0.0, wait)
        return self._next is not None

    def _read(self) -> None:
        if self._chunks is None:
            data = os.read(self._commands, _READ)
        else:
            data, self._next = self._next or b"", None
        if not data:
            self.closed = True
            return
        try:
            self._pending += self._reader.feed(data)
        except BrokenFrame as broken:
            self._pending += broken.before
            self.closed = True

    def _read_chunks(self, chunks: queue.SimpleQueue[bytes]) -> None:
        data = b"-"
        while data:
            try:
                data = os.read(self._commands, _READ)
            except OSError:
                data = b""
            chunks.put(data)


def take_standard_pipes() -> Pipe:
    """The pipe on what were stdin and stdout. From now on stdout is stderr, and stdin is empty."""
    commands, events = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(commands, os.O_BINARY)
        msvcrt.setmode(events, os.O_BINARY)
    return Pipe(commands, events)
