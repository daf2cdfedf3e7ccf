"""What every figure of a unit is: a caption, a drawing below it, and a card under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.panes.readout import Line, paint_card

CAPTION = 20.0
LEAST_NOTE = 48  # pixels; with less room nobody could read what is left of a note
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter


class UnitFigure(QWidget):
    """One figure; a subclass draws into ``area`` and says what lies under the mouse.

    Attributes:
        title: what it is called.
        at: where the mouse is; None while it is elsewhere.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = title
        self.at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def note(self) -> str:
        """What is added to the title, quietly."""
        return ""

    def draw(self, painter: QPainter) -> None:
        """Draw the figure into ``area``."""
        raise NotImplementedError

    def card(self, at: QPointF) -> list[Line]:
        """What is said of the place *at*; [] for nothing."""
        return []

    @property
    def area(self) -> QRectF:
        """Where the figure stands: all but the caption."""
        return QRectF(self.rect()).adjusted(0, CAPTION, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self.width(), CAPTION - 4)
        painter.setFont(theme.font(12, semibold=True))
        painter.setPen(now.color("text"))
        painter.drawText(box, LEFT, self.title)
        used = painter.fontMetrics().horizontalAdvance(self.title) + theme.GAP
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(now.color("quiet"))
        room, note = round(box.width() - used), self.note()
        if room >= min(LEAST_NOTE, painter.fontMetrics().horizontalAdvance(note)):
            painter.drawText(box, RIGHT, painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, room))
        self.draw(painter)
        lines = self.card(self.at) if self.at is not None else []
        if lines and self.at is not None:
            paint_card(painter, lines, self.at, QRectF(self.rect()))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.at = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.at = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)
