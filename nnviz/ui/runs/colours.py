"""Which colour the curves of a run have: readable for the colour-blind, apart from each other, and lasting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor

from nnviz.ui import theme

COLOURS = 10  # then they come again, dotted


def colour_of(number: int, alpha: float = 1.0) -> QColor:
    """The colour *number*: the classes' of the theme, Okabe and Ito's palette for colour-blind readers."""
    found = QColor(theme.current().classes[number % COLOURS])
    found.setAlphaF(alpha)
    return found


def with_colours(ids: Iterable[int], before: Mapping[int, int]) -> dict[int, int]:
    """A number of a colour for each run of *ids*: the one that it had *before*, else one of the least used.

    A run that comes takes the colour of its own number where that is free, so that it mostly has the same one.
    """
    wanted = list(ids)
    found = {run: before[run] for run in wanted if run in before}
    used = Counter(found.values())
    for run in wanted:
        if run not in found:
            own = (run - 1) % COLOURS
            least = min(used[i] for i in range(COLOURS))
            found[run] = own if used[own] == least else next(i for i in range(COLOURS) if used[i] == least)
            used[found[run]] += 1
    return found
