"""What was changed in a run, in a person's language; names and values stay Keras's own."""

from __future__ import annotations

from nnviz.project.changes import DRAWN_AGAIN, OPEN, PUT_BACK, Change, Difference
from nnviz.ui.language import translate


def change_lines(change: Change) -> tuple[str, ...]:
    """One line for each difference, as ``learning_rate 0.01 → 0.001``."""
    return tuple(_line(difference) for difference in change.what)


def _line(difference: Difference) -> str:
    words = _words()
    name, before, after = (words.get(text, text) for text in (difference.name, difference.before, difference.after))
    return f"{name} {before} → {after}" if before and after else f"{name}: {before or after}"


def _words() -> dict[str, str]:
    return {
        "layer added": translate("Changes", "layer added"),
        "layer removed": translate("Changes", "layer removed"),
        "layer renamed": translate("Changes", "layer renamed"),
        "link added": translate("Changes", "link added"),
        "link removed": translate("Changes", "link removed"),
        OPEN: translate("Changes", "by the task"),
        "by the data": translate("Changes", "by the data"),
        DRAWN_AGAIN: translate("Changes", "drawn again"),
        PUT_BACK: translate("Changes", "as before"),
        "none": translate("Changes", "none"),
        "on": translate("Changes", "on"),
        "off": translate("Changes", "off"),
    }
