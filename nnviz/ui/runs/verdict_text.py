"""Who was first by which figure, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nnviz.project.run_figures import Win
from nnviz.training.shares import is_share
from nnviz.ui.figures import count_text, seconds_text
from nnviz.ui.language import translate
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.metric_names import metric_title

MOST_NAMED = 2  # of those that are level


def verdict_text(wins: Sequence[Win], names: Mapping[int, str]) -> str:
    """``Best val. loss: Adam 0.0121 · ...``, the figures in their order."""
    return "  ·  ".join(f"{win_title(win.key)}: {_winners(win, names)} {_value(win)}" for win in wins)


def _winners(win: Win, names: Mapping[int, str]) -> str:
    first = [names.get(run, str(run)) for run in win.winners]
    shown = ", ".join(first[:MOST_NAMED])
    more = len(first) - MOST_NAMED
    return translate("Verdict", "{0} and {1} more").format(shown, more) if more > 0 else shown


def win_title(key: str) -> str:
    """What the figure *key* of a verdict is called."""
    if key == "seconds":
        return translate("Verdict", "Fastest")
    if key == "reached":
        return translate("Verdict", "First at the loss that all reached")
    for prefix, pattern in (
        ("val_", translate("Verdict", "Best val. {0}")),
        ("test_", translate("Verdict", "Best test {0}")),
        ("", translate("Verdict", "Best {0}")),
    ):
        if key.startswith(prefix):
            return pattern.format(metric_title(key.removeprefix(prefix)).lower())
    return key


def _value(win: Win) -> str:
    if win.key == "seconds":
        return seconds_text(win.values[0])
    if win.key == "reached":
        return translate("Verdict", "(epoch {0})").format(count_text(int(win.values[0])))
    return value_text(win.values[0], is_share(win.key))
