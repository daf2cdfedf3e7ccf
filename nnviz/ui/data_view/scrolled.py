"""What all that scrolls here has in common: no frame, a plain ground, and painting anew when the colours change."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from nnviz.ui import theme


class Scrolled(QAbstractScrollArea):
    """A view that paints what can be seen of it; a subclass says in ``fit`` how far it can be scrolled.

    Attributes:
        exposed: what of the viewport has to be painted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.exposed = QRect()
        theme.notifier().changed.connect(self.viewport().update)

    def fit(self) -> None:
        """Set the ranges of the scroll bars."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Paint what can be seen."""
        raise NotImplementedError

    def set_reach(self, content: int, step: int) -> None:
        """Let *content* pixels be scrolled up and down, *step* at a press of the bar's arrow."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, content - page))
        bar.setPageStep(page)
        bar.setSingleStep(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what is done is done at the press

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.exposed = event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.current().color("panel"))
        self.paint(painter)
        painter.end()
