"""The words above the pages of the data view, the one that is shown in the accent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from nnviz.ui.panes.text_button import TextButton

SIDE = 10  # with the margin of the words the text stands where titles do


class PageTabs(QWidget):
    """One word for each page.

    Attributes:
        current: the key of the page that is shown; empty without pages.

    Signals:
        page_chosen: a person chose another page; carries its key.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = ""
        self._buttons: dict[str, TextButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 0, SIDE, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def set_pages(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer *pages*, a key and a word each; the one that is shown stays where it is still there."""
        keys = [key for key, _ in pages]
        for key in [key for key in self._buttons if key not in keys]:
            button = self._buttons.pop(key)
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for place, (key, word) in enumerate(pages):
            if key not in self._buttons:
                self._add(key, place)
            self._buttons[key].setText(word)
            self._buttons[key].setAccessibleName(word)
        if self.current not in keys:
            self.show_page(keys[0] if keys else "")

    def show_page(self, key: str) -> None:
        """Mark the page *key*."""
        self.current = key
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> TextButton:
        """The word of the page *key*."""
        return self._buttons[key]

    def _add(self, key: str, place: int) -> None:
        button = TextButton("", self)
        self._group.addButton(button)
        self._buttons[key] = button
        self._row.insertWidget(place, button)
        button.clicked.connect(lambda: self._choose(key))
        button.show()

    def _choose(self, key: str) -> None:
        if key != self.current:
            self.current = key
            self.page_chosen.emit(key)
