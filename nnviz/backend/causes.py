"""Why an engine is gone, in a sentence for a person: what happened, after which epoch, what to do."""

from __future__ import annotations

import signal

from nnviz.sentences import Sentence, joined
from nnviz.training.fault_text import shortened, without_values
from nnviz.training.messages import Ending, EndingKind, Unforeseen

# What TensorFlow and its libraries say before they abort because they were given no memory.
_NO_MEMORY = ("bad_alloc", "mmap error", "Cannot allocate memory", "pthread_create() failed")
# How faulthandler begins, and how much is told of it or, where it said nothing, of the log.
_DUMP, _DUMP_LINES, _LINES = ("Fatal Python error", "Windows fatal exception"), 80, 20
_CRASHES_ON_WINDOWS = {0xC0000005: "access violation", 0xC00000FD: "stack overflow", 0xC0000409: "abort"}


Epoch = int | None  # the last one that was reported; None where a race went on, each variant at an epoch of its own


def _where(epoch: Epoch) -> str:
    if epoch is None:
        return Sentence("during the race")
    return Sentence("after epoch {0:,}", epoch) if epoch else Sentence("before the first epoch was done")


def _again(epoch: Epoch) -> str:
    if epoch is None:
        return Sentence("Another race starts with a fresh engine.")
    return Sentence("Press Train to start again with a fresh engine.")


def _smaller(epoch: Epoch) -> str:
    if epoch is None:
        return Sentence(
            "Race fewer variants, make the layers, the batch size or the data smaller, or close other programs."
        )
    return Sentence(
        "Make the layers, the batch size or the data smaller, or close other programs, and press Train again."
    )


def _lost(kind: EndingKind, sentence: str, epoch: Epoch) -> Ending:
    return Ending(kind, sentence, epoch or 0)


def of_exit(code: int | None, epoch: Epoch, ready: bool, inside_frame: bool, last_words: str) -> Ending:
    """The engine's process ended by itself with *code* (negative: by that signal).

    Args:
        code: the exit code, as subprocess gives it; None where it closed its pipe and stayed.
        epoch: as above.
        ready: whether the engine had loaded Keras.
        inside_frame: whether its last message was cut in the middle.
        last_words: the end of its log.
    """
    if code is not None and (code < 0 or code in _CRASHES_ON_WINDOWS):
        if any(words in last_words for words in _NO_MEMORY):
            return _lost(
                "killed", Sentence("The engine ran out of memory {0}. {1}", _where(epoch), _smaller(epoch)), epoch
            )
        return _of_signal(code, epoch)
    how = Sentence("it closed its pipe") if code is None else Sentence("exit code {0}", code)
    if not ready:
        what = Sentence("The engine ended before it was ready ({0}).", how)
        if last_words:
            what = Sentence("{0} It said: {1}", what, last_words.splitlines()[-1])
        return _lost("not_started", what, epoch)
    if inside_frame:
        what = Sentence("The engine ended in the middle of a message {0} ({1}).", _where(epoch), how)
    else:
        what = Sentence("The engine ended without saying why {0} ({1}).", _where(epoch), how)
    return _lost("failed", joined((what, _again(epoch))), epoch)


def _of_signal(code: int, epoch: Epoch) -> Ending:
    if code == -getattr(signal, "SIGKILL", 9):
        return _lost(
            "killed",
            Sentence(
                "The system killed the engine {0}: most likely the memory ran out. {1}", _where(epoch), _smaller(epoch)
            ),
            epoch,
        )
    if code == -signal.SIGTERM:
        return _lost(
            "killed", Sentence("The engine was ended from outside {0}. {1}", _where(epoch), _again(epoch)), epoch
        )
    name = _CRASHES_ON_WINDOWS.get(code) or _signal_name(-code)
    return _lost("failed", Sentence("The engine crashed ({0}) {1}. {2}", name, _where(epoch), _again(epoch)), epoch)


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


def of_broken_frame(reason: str, epoch: Epoch) -> Ending:
    """The engine sent something that is no message, and was ended for it."""
    what = Sentence("The engine sent a broken message {0}: {1}. {2}", _where(epoch), reason, _again(epoch))
    return _lost("failed", what, epoch)


def of_hang(silence: float, epoch: Epoch) -> Ending:
    """The engine said nothing for *silence* seconds, and was ended on request."""
    what = Sentence(
        "The engine had not answered for {0:.0f} seconds {1} and was ended. {2}", silence, _where(epoch), _again(epoch)
    )
    return _lost("hung", what, epoch)


def of_no_start(error: OSError) -> Ending:
    """The system would not start the process."""
    return Ending("not_started", Sentence("The engine could not be started: {0}.", error.strerror or error), 0)


def of_other_protocol(theirs: int, ours: int) -> Ending:
    """Another version of nnviz answered."""
    return Ending(
        "not_started",
        Sentence(
            "The engine speaks protocol {0} where {1} was expected: two versions of nnviz are mixed; install it again.",
            theirs,
            ours,
        ),
        0,
    )
