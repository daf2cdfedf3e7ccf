"""What is told of an error that nobody foresaw: where in the program it happened, and nothing of a person's.

A traceback names files and lines of the program, which helps whoever repairs it. The message behind it may quote a cell
of somebody's table or the path of somebody's file: what stands in quotes is left out, unless it names something of the
program itself, and the home folder is written ``~``.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

MOST_FRAMES, MOST_CAUSES, LONGEST_MESSAGE = 40, 4, 300
# What these quote are names in the program.
_NAME_CODE = (AttributeError, NameError, ImportError, TypeError, NotImplementedError, RecursionError)
# A quote that follows a letter is an apostrophe.
_QUOTED = re.compile(r"(?<!\w)'[^'\n]*'(?!\w)|\"[^\"\n]*\"|`[^`\n]*`")
_FRAME = re.compile(r'\s*File "')


def told(error: BaseException) -> str:
    """The traceback of *error* and of what led to it, with the values left out that its messages quote."""
    return shortened("\n".join(line for each in _causes(error) for line in _lines(each)))


def place(error: BaseException) -> tuple[str, ...]:
    """What tells *error* from another one: its class and where it came from, whatever its message says."""
    frames = traceback.extract_tb(error.__traceback__, limit=-MOST_FRAMES)
    return type(error).__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames)


def message_of(error: BaseException) -> str:
    """The class of *error* and the first line of what it says, without the values that it quotes."""
    name = type(error).__qualname__
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), "")
    said = first if isinstance(error, _NAME_CODE) else without_values(first)
    return f"{name}: {said[:LONGEST_MESSAGE]}" if said else name


def without_values(line: str) -> str:
    """*line* without what it quotes; a line of a traceback stays as it is."""
    return line if _FRAME.match(line) else _QUOTED.sub("'…'", line)


def shortened(text: str) -> str:
    """*text* with ``~`` in the place of the home folder, however it is written."""
    flags = re.IGNORECASE if sys.platform == "win32" else 0
    for home in {str(Path.home()), str(Path.home().resolve()), Path.home().as_posix()}:
        if len(home) > 1:
            text = re.sub(re.escape(home), "~", text, flags=flags)
    return text


def _causes(error: BaseException) -> list[BaseException]:
    """*error* behind what it was caused by, the first cause first."""
    chain = [error]
    while len(chain) < MOST_CAUSES:
        last = chain[-1]
        before = last.__cause__ or (None if last.__suppress_context__ else last.__context__)
        if before is None or before in chain:
            break
        chain.append(before)
    return chain[::-1]


def _lines(error: BaseException) -> Iterator[str]:
    yield "Traceback (most recent call last):"
    for frame in traceback.format_tb(error.__traceback__, limit=-MOST_FRAMES):
        yield frame.rstrip("\n")
    yield message_of(error)
