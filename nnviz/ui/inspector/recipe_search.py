"""Search over the recipe: by label, by Keras's name and by explanation, in English and Korean at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QRect, Qt, QTranslator, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.assets import asset
from nnviz.ui import icons, theme
from nnviz.ui.fields.number_field import FIELD_HEIGHT


@cache
def _korean() -> QTranslator:
    """The Korean texts, whatever language the window speaks."""
    translator = QTranslator()
    translator.load("nnviz_ko", str(asset("translations")))
    return translator


def haystack(name: str, texts: Iterable[tuple[str, str]]) -> str:
    """Everything that *name* can be found by: itself, and (context, English) *texts* in both languages."""
    found = [name, name.replace("_", " ")]
    for context, text in texts:
        found += [text, _korean().translate(context, text) or ""]
    return "\n".join(found).casefold()


def matches(query: str, hay: str) -> bool:
    """Whether every word of *query* is in *hay*; an empty query matches all."""
    return all(word in hay for word in query.casefold().split())


class SearchField(QLineEdit):
    """A line to search with: Esc clears it, and once it is empty gives the focus away.

    Signals:
        left: Esc in the empty field.
    """

    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font(12))
        self.setFixedHeight(FIELD_HEIGHT)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self.setTextMargins(20, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRect(9, (self.height() - 14) // 2, 14, 14)
        icons.icon("search", theme.current().quiet, 14).paint(painter, box)
        painter.end()
