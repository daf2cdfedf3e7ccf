"""A name that has to be shortened, so that it can still be told from the others that begin in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

DOTS = "…"
MOST = 200  # names that are compared; among more none is looked for


def short_name(name: str, names: Sequence[str], metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    """*name* in *room* pixels: its beginning, or what follows the beginning that others of *names* have as well."""
    if metrics.horizontalAdvance(name) <= room:
        return name
    plain = _elided(name, metrics, room)
    others = [other for other in names[:MOST] if other != name]
    if not plain.endswith(DOTS) or not any(other.startswith(plain[: -len(DOTS)]) for other in others):
        return plain
    shared = max(_alike(name, other) for other in others)
    return _elided(DOTS + name[_word_at(name, shared) :], metrics, room)


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_at(name: str, place: int) -> int:
    """Where the word begins that *place* of *name* is in: a number is told whole, not by its last digit."""
    while place > 0 and not name[place - 1].isspace() and name[place - 1] not in "_-./:,":
        place -= 1
    return place


def _elided(text: str, metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    if isinstance(metrics, QFontMetrics):
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
