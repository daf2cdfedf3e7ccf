"""Frames on a pipe: four bytes of length, then one message in msgpack."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import msgspec

from nnviz.sentences import Sentence, from_plain, to_plain
from nnviz.training.messages import Command, Event

LARGEST_FRAME = 64 * 1024 * 1024
_LENGTH = struct.Struct("<I")
_encoder = msgspec.msgpack.Encoder(enc_hook=to_plain)
T = TypeVar("T")


class BrokenFrame(Exception):
    """The other side sent something that is not one of our messages.

    Attributes:
        before: the messages that came whole in the same bytes, ahead of the broken one.
    """

    def __init__(self, reason: str, before: Sequence[Any] = ()) -> None:
        super().__init__(reason)
        self.before = tuple(before)


def encode(message: Command | Event) -> bytes:
    """One frame."""
    body = _encoder.encode(message)
    return _LENGTH.pack(len(body)) + body


class FrameReader(Generic[T]):
    """Cuts the bytes of a pipe into messages.

    Args:
        kind: the union the messages belong to, ``Command`` or ``Event``.
    """

    def __init__(self, kind: type[T]) -> None:
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind, dec_hook=_sentence)
        self._buffer = bytearray()

    @property
    def inside_frame(self) -> bool:
        """Whether the pipe ended in the middle of a frame, should it end now."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[T]:
        """The messages that *data* completes; BrokenFrame where the bytes cannot be a message."""
        self._buffer += data
        messages: list[T] = []
        while len(self._buffer) >= _LENGTH.size:
            (size,) = _LENGTH.unpack_from(self._buffer)
            if size > LARGEST_FRAME:
                reason = f"a frame of {size:,} bytes was announced, more than the {LARGEST_FRAME:,} allowed"
                raise BrokenFrame(reason, messages)
            if len(self._buffer) < _LENGTH.size + size:
                break
            body = bytes(self._buffer[_LENGTH.size : _LENGTH.size + size])
            del self._buffer[: _LENGTH.size + size]
            try:
                messages.append(self._decoder.decode(body))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise BrokenFrame(f"a frame could not be read: {error}", messages) from error
        return messages


def _sentence(_kind: type, form: Any) -> Sentence:
    """A sentence for a person as it was, with its pattern."""
    said = from_plain(form)
    if isinstance(said, Sentence):
        return said
    if not isinstance(said, str):
        raise ValueError("expected a sentence")
    return Sentence("{0}", said)


def command_reader() -> FrameReader[Command]:
    """Reads what the window sends."""
    return FrameReader(Command)  # type: ignore[arg-type]


def event_reader() -> FrameReader[Event]:
    """Reads what the engine sends."""
    return FrameReader(Event)  # type: ignore[arg-type]
