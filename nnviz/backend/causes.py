"""Why an engine is gone, in a sentence for a person: what happened, after which epoch, what to do."""

from __future__ import annotations

import signal

from nnviz.training.fault_text import shortened, without_values
from nnviz.training.messages import Ending, Unforeseen

_AGAIN = "Press Train to start again with a fresh engine."
_SMALLER = "Make the layers, the batch size or the data smaller, or close other programs, and press Train again."
# What TensorFlow and its libraries say before they abort because they were given no memory.
_NO_MEMORY = ("bad_alloc", "mmap error", "Cannot allocate memory", "pthread_create() failed")
# How faulthandler begins, and how much is told of it or, where it said nothing, of the log.
_DUMP, _DUMP_LINES, _LINES = ("Fatal Python error", "Windows fatal exception"), 80, 20
_CRASHES_ON_WINDOWS = {0xC0000005: "access violation", 0xC00000FD: "stack overflow", 0xC0000409: "abort"}


def _where(epoch: int) -> str:
    return f"after epoch {epoch:,}" if epoch else "before the first epoch was done"


def of_exit(code: int | None, epoch: int, ready: bool, inside_frame: bool, last_words: str) -> Ending:
    """The engine's process ended by itself with *code* (negative: by that signal).

    Args:
        code: the exit code, as subprocess gives it; None where it closed its pipe and stayed.
        epoch: the last epoch that was reported.
        ready: whether the engine had loaded Keras.
        inside_frame: whether its last message was cut in the middle.
        last_words: the end of its log.
    """
    if code is not None and (code < 0 or code in _CRASHES_ON_WINDOWS):
        if any(words in last_words for words in _NO_MEMORY):
            return Ending("killed", f"The engine ran out of memory {_where(epoch)}. {_SMALLER}", epoch)
        return _of_signal(code, epoch)
    how = "it closed its pipe" if code is None else f"exit code {code}"
    if not ready:
        said = f" It said: {last_words.splitlines()[-1]}" if last_words else ""
        return Ending("not_started", f"The engine ended before it was ready ({how}).{said}", epoch)
    if inside_frame:
        what = f"The engine ended in the middle of a message {_where(epoch)} ({how})."
    else:
        what = f"The engine ended without saying why {_where(epoch)} ({how})."
    return Ending("failed", f"{what} {_AGAIN}", epoch)


def _of_signal(code: int, epoch: int) -> Ending:
    if code == -getattr(signal, "SIGKILL", 9):
        return Ending(
            "killed",
            f"The system killed the engine {_where(epoch)}: most likely the memory ran out. {_SMALLER}",
            epoch,
        )
    if code == -signal.SIGTERM:
        return Ending("killed", f"The engine was ended from outside {_where(epoch)}. {_AGAIN}", epoch)
    name = _CRASHES_ON_WINDOWS.get(code) or _signal_name(-code)
    return Ending("failed", f"The engine crashed ({name}) {_where(epoch)}. {_AGAIN}", epoch)


def report_of(code: int | None, last_words: str) -> Unforeseen:
    """What to report of an engine that ended with *code*: what each of its threads was doing, as far as it said so."""
    lines = last_words.splitlines()
    begun = next((number for number, line in enumerate(lines) if line.startswith(_DUMP)), max(0, len(lines) - _LINES))
    told = [without_values(line) for line in lines[begun:][:_DUMP_LINES]]
    return Unforeseen("", ("exit", str(code)), shortened("\n".join([f"The engine ended with {code}.", *told])))


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def of_broken_frame(reason: str, epoch: int) -> Ending:
    """The engine sent something that is no message, and was ended for it."""
    return Ending("failed", f"The engine sent a broken message {_where(epoch)}: {reason}. {_AGAIN}", epoch)


def of_hang(silence: float, epoch: int) -> Ending:
    """The engine said nothing for *silence* seconds, and was ended on request."""
    return Ending(
        "hung", f"The engine had not answered for {silence:.0f} seconds {_where(epoch)} and was ended. {_AGAIN}", epoch
    )


def of_no_start(error: OSError) -> Ending:
    """The system would not start the process."""
    return Ending("not_started", f"The engine could not be started: {error.strerror or error}.", 0)


def of_other_protocol(theirs: int, ours: int) -> Ending:
    """Another version of nnviz answered."""
    return Ending(
        "not_started",
        f"The engine speaks protocol {theirs} where {ours} was expected: two versions of nnviz are mixed; "
        "install it again.",
        0,
    )
