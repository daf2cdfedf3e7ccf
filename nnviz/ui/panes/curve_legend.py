"""The legend of a curve pane: which line is which, and its last value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme

BETWEEN, BESIDE = 10.0, 4.0


@dataclass(frozen=True)
class Entry:
    """One line: its *name*, its *short* name, its last *value* as text, the name of its *colour* in the theme."""

    name: str
    short: str
    value: str
    colour: str


class CurveLegend(QWidget):
    """Entries from the right edge leftwards; where room is short, short names, then names without values."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._font = theme.font(11, tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show *entries*, left to right."""
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName(", ".join(f"{e.name} {e.value}" for e in entries))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setFont(self._font)
        x = float(self.width())
        for name, value, colour in reversed(self._fitting()):
            for text, shade in ((value, "text"), (name, colour)):
                width = self._width(text)
                painter.setPen(now.color(shade))
                box = QRectF(x - width, 0, width + 2, self.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
                x -= width + (BESIDE if width else 0)
            x -= BETWEEN - BESIDE
        painter.end()

    def _fitting(self) -> list[tuple[str, str, str]]:
        """(name, value, colour) of each entry in the fullest form that fits."""
        full = [(e.name, e.value, e.colour) for e in self._entries]
        short = [(e.short, e.value, e.colour) for e in self._entries]
        bare = [(e.name, "", e.colour) for e in self._entries]
        terse = [(e.short, "", e.colour) for e in self._entries]
        return next((form for form in (full, short, bare) if self._extent(form) <= self.width()), terse)

    def _extent(self, form: list[tuple[str, str, str]]) -> float:
        parts = [self._width(n) + (BESIDE + self._width(v) if v else 0) for n, v, _ in form]
        return sum(parts) + BETWEEN * max(0, len(parts) - 1)

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(text)
