"""How a run came to rest, for the status line."""

from __future__ import annotations

from nnviz.training.messages import Ending
from nnviz.ui.figures import count_text, seconds_text
from nnviz.ui.language import said, spoken, translate


def ending_text(ending: Ending) -> str:
    """The engine's own sentence; its calm endings in short where the window does not speak the engine's language."""
    return rest_text(ending.kind, ending.epoch, ending.seconds, ending.sentence)


def rest_text(kind: str, epoch: int, seconds: float, sentence: str) -> str:
    """The same of a run that came to rest at *epoch*; a run keeps the engine's *sentence* in English."""
    pattern = None if spoken() == "en" else _patterns().get(kind)
    return pattern.format(count_text(epoch), seconds_text(seconds)) if pattern else said(sentence)


def _patterns() -> dict[str, str]:
    return {
        "finished": translate("Endings", "Finished: epoch {0}, {1}"),
        "stopped": translate("Endings", "Stopped: epoch {0}, {1}"),
        "stopped_early": translate("Endings", "Stopped early: epoch {0}, {1}"),
        "paused": translate("Endings", "Paused: epoch {0}, {1}"),
    }
