"""A pure index of rectangles by where they are, so that the mouse is compared only with what is near it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF

CELL = 400.0
Key = TypeVar("Key", bound=Hashable)
_Cell = tuple[int, int]


class Grid(Generic[Key]):
    """Rectangles under keys; those that were put first are found first."""

    def __init__(self) -> None:
        self._cells: dict[_Cell, dict[Key, None]] = {}
        self._of: dict[Key, tuple[QRectF, int, list[_Cell]]] = {}
        self._count = 0

    def put(self, key: Key, rect: QRectF) -> None:
        """*key* lies at *rect* now."""
        known = self._of.get(key)
        if known is not None and known[0] == rect:
            return
        number = known[1] if known is not None else self._count
        self.remove(key)
        cells = _cells(rect)
        for cell in cells:
            self._cells.setdefault(cell, {})[key] = None
        self._of[key] = rect, number, cells
        self._count += 1

    def remove(self, key: Key) -> None:
        """*key* is gone; nothing happens where it never was there."""
        for cell in self._of.pop(key, (None, 0, []))[2]:
            keys = self._cells[cell]
            del keys[key]
            if not keys:
                del self._cells[cell]

    def near(self, rect: QRectF) -> list[Key]:
        """The keys whose rectangles meet *rect*, edges included."""
        found = {key for cell in _cells(rect) for key in self._cells.get(cell, ()) if _meet(self._of[key][0], rect)}
        return sorted(found, key=lambda key: self._of[key][1])


def _cells(rect: QRectF) -> list[_Cell]:
    columns = range(int(rect.left() // CELL), int(rect.right() // CELL) + 1)
    rows = range(int(rect.top() // CELL), int(rect.bottom() // CELL) + 1)
    return [(x, y) for x in columns for y in rows]


def _meet(a: QRectF, b: QRectF) -> bool:
    """As ``QRectF.intersects``, but a rectangle may be a point or a line."""
    return a.left() <= b.right() and b.left() <= a.right() and a.top() <= b.bottom() and b.top() <= a.bottom()
