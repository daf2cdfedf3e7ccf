"""Small widgets side by side, on as many lines as they take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 2


class Flow(QWidget):
    """Places *widgets* from left to right, and goes on below where a line is full."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        """The height of all lines in *width* pixels."""
        x = y = line = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y, line = 0, y + line + GAP, 0
            if move:
                widget.setGeometry(x, y, wide, size.height())
            x, line = x + wide + GAP, max(line, size.height())
        return y + line
