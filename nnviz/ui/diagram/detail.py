"""How much of the diagram is painted at which zoom: what nobody could read is left out."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QPainter

FAR_BELOW, PLAIN_BELOW = 0.3, 0.55  # pixels for a unit of the scene


class Detail(Enum):
    """FULL: everything. PLAIN: no weights, no small print. FAR: a mark for a layer, a hairline for a link."""

    FAR = 0
    PLAIN = 1
    FULL = 2


def detail_for(zoom: float) -> Detail:
    """What is painted at *zoom*."""
    if zoom < FAR_BELOW:
        return Detail.FAR
    return Detail.PLAIN if zoom < PLAIN_BELOW else Detail.FULL


def detail_at(painter: QPainter) -> Detail:
    """What is painted by *painter*; what is exported is painted at full size, and gets everything."""
    return detail_for(painter.worldTransform().m11())
