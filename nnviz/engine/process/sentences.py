"""What the engine says to a person when a run comes to rest, or when something unforeseen went wrong."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.sentences import Sentence
from nnviz.training.shares import score_text


def duration(seconds: float) -> str:
    """As ``0.42 s``, ``12 s``, ``3 min 5 s``, ``2 h 10 min``."""
    if seconds < 10:
        return f"{seconds:.2g} s" if seconds < 1 else f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def epochs(count: int) -> str:
    """As ``1 epoch`` or ``2,000 epochs``."""
    return f"{count:,} epoch{'' if count == 1 else 's'}"


def figures(scores: Mapping[str, float]) -> str:
    """As ``loss 0.0213, f1 score 98 %, val. loss 0.03``."""
    names = (name.replace("val_", "val. ", 1).replace("_", " ") for name in scores)
    return ", ".join(f"{called} {score_text(*score)}" for called, score in zip(names, scores.items(), strict=True))


def finished(epoch: int, done: int, seconds: float, scores: Mapping[str, float]) -> str:
    """All epochs are done: *epoch* in all, *done* of them in this stretch of *seconds*."""
    if not done:
        return f"Nothing to do: {epochs(epoch)} are done already. Raise the number of epochs to train on."
    took = f", the last {done:,} in" if done < epoch else " in"
    return f"Finished {epochs(epoch)}{took} {duration(seconds)}{_with(scores)}."


def stopped(epoch: int, target: int | None, scores: Mapping[str, float]) -> str:
    """A person ended the run."""
    of = f" of {target:,}" if target else ""
    return f"Stopped by you after {_place(epoch)}{of}{_with(scores)}."


def paused(epoch: int, batch: int, batches: int, scores: Mapping[str, float]) -> str:
    """The run rests between two batches, *batch* of *batches* done in the epoch that has begun."""
    if batch and not epoch:
        return f"Paused in the first epoch, after batch {batch:,} of {batches:,}{_with(scores)}."
    inside = f", batch {batch:,} of {batches:,} of the next" if batch else ""
    return f"Paused after {_place(epoch)}{inside}{_with(scores)}."


def replaced(epoch: int) -> str:
    """The run gives way to another network."""
    return Sentence("Stopped after {0}: the network, the data or the recipe has changed.", _place(epoch))


def given_up() -> str:
    """The data were being loaded, and are not wanted any more."""
    return Sentence("Loading the data was stopped: everything is as it was.")


def tested(scores: Mapping[str, float]) -> str:
    """The scores on the test part, to follow another sentence; empty where there is none."""
    return f" On the test part: {figures(scores)}." if scores else ""


def unforeseen(doing: str, error: BaseException) -> str:
    """Something no one has thought of; the log has its traceback."""
    if out_of_memory(error):
        return Sentence(
            "{0} needs more memory than there is. Make the layers, the batch size or the data smaller, or close other "
            "programs.",
            doing,
        )
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), "")
    what = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return Sentence("{0} failed unexpectedly ({1}); the engine's log has the details.", doing, what[:300])


def out_of_memory(error: BaseException) -> bool:
    """Whether *error* says that there is no memory left."""
    no_stack = "can't start new thread" in str(error)  # Python's word for having no memory for another stack
    return isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError" or no_stack


def _place(epoch: int) -> str:
    return Sentence("epoch {0:,}", epoch) if epoch else Sentence("less than one epoch")


def _with(scores: Mapping[str, float]) -> str:
    return f": {figures(scores)}" if scores else ""
