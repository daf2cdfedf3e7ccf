"""How many times a part is to be repeated, asked beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.controls import NumberField, primary_button, text_label
from nnviz.ui.diagram.sheet import EDGE, Sheet

FIRST, MOST = 3, 2_000


class RepeatSheet(Sheet):
    """Enter or the button repeats the part, Esc leaves it as it is.

    Attributes:
        times: the field with how many times.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._repeat: Callable[[int], bool] = lambda _times: True
        self.times = NumberField(minimum=2, maximum=MOST)
        self.times.setFixedWidth(84)
        self.times.setAccessibleName(self.tr("How many times"))
        self.times.set_value(FIRST)
        self.button = primary_button(self.tr("Repeat"))
        self.button.clicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(text_label(self.tr("Repeat the part"), 12))
        row.addWidget(self.times)
        row.addWidget(text_label(self.tr("times"), 12, quiet=True))
        row.addWidget(self.button)

    def open(self, at: QPoint, repeat: Callable[[int], bool]) -> None:
        """Ask at *at* of the view; *repeat* says whether it could be done."""
        self._repeat = repeat
        self.adjustSize()
        area = self._over.size() - self.size() - QSize(EDGE, EDGE)
        self.move(max(EDGE, min(at.x(), area.width())), max(EDGE, min(at.y(), area.height())))
        self.show()
        self.raise_()
        self.times.setFocus(Qt.FocusReason.PopupFocusReason)
        self.times.selectAll()

    def place(self, area: QSize) -> None:
        """The diagram stands elsewhere now: go."""
        self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self.times.interpretText()
        value = self.times.value
        if isinstance(value, int) and self._repeat(value):
            self.close_sheet()
