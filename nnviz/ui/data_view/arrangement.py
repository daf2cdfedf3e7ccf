"""Where the parts of the data view stand, by the room there is. Pure; pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

TABS = 26
WIDE, HIGH = 620, 420  # from here on a column beside the pages, and the scatter above the sample in it
BESIDE, WIDEST_BESIDE = 0.38, 460
STRIP, LEAST_STRIP, MOST_STRIP = 0.36, 84, 170


@dataclass(frozen=True)
class Arrangement:
    """What stands where; what is empty is not shown.

    Attributes:
        tabs: the words above the pages.
        page: the page that is chosen.
        scatter: the scatter, where it does not stand among the pages.
        sample: the sample that is selected.
        beside: whether there is a column beside the pages.
    """

    tabs: QRect
    page: QRect
    scatter: QRect
    sample: QRect
    beside: bool


def arranged(width: int, height: int, *, scatter: bool, sample: bool) -> Arrangement:
    """The arrangement for *width* by *height* pixels; *scatter*, *sample*: there is one to be shown."""
    if width < WIDE:
        strip = max(LEAST_STRIP, min(MOST_STRIP, round(height * STRIP))) if sample else 0
        page = QRect(0, TABS, width, max(0, height - TABS - strip))
        return Arrangement(QRect(0, 0, width, TABS), page, QRect(), QRect(0, height - strip, width, strip), False)
    side = min(WIDEST_BESIDE, round(width * BESIDE))
    left = width - side
    upper = round(height * 0.56) if scatter and height >= HIGH else 0
    return Arrangement(
        QRect(0, 0, left, TABS),
        QRect(0, TABS, left - 1, height - TABS),
        QRect(left, 0, side, upper),
        QRect(left, upper, side, height - upper),
        True,
    )
