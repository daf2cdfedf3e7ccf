"""What a run that forks takes along from its snapshot, in a sentence."""

from __future__ import annotations

from pathlib import Path

from nnviz.training.kept_names import Remembered, holds_run, remembered
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate


def fork_text(epoch: int, place: Path) -> str:
    """That another run goes on from *epoch*, whose snapshot is the file *place*, and with what."""
    if not holds_run(place):
        text = translate(
            "TimeTravel", "Another run goes on from epoch {0} with a fresh optimizer; the one before is kept"
        )
        return text.format(count_text(epoch))
    text = translate("TimeTravel", "Another run goes on from epoch {0}; the one before is kept")
    return ". ".join((text.format(count_text(epoch)), *(_counted(rule) for rule in remembered(place))))


def _counted(rule: Remembered) -> str:
    text = translate("TimeTravel", "{0} counts on: {1} epochs without a better {2}")
    return text.format(rule.kind, count_text(rule.wait), rule.monitor)
