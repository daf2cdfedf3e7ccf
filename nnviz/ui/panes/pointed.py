"""What views share that say what lies under the mouse: following it, and the card beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme


class Pointed(QWidget):
    """A view that is read with the mouse; a subclass finds in ``point_at`` what lies there.

    Attributes:
        at: where the mouse is, in pixels of the view; outside of it while it is elsewhere.
    """

    at = QPointF(-1, -1)

    def be_pointed(self, name: str) -> None:
        """Follow the mouse, and take the keys that go from place to place; *name* is the view's for a screen reader."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def point_at(self, at: QPointF | None) -> None:
        """Point at what lies under *at*, or at nothing; a subclass keeps what it is and calls this."""
        self.at = at if at is not None else QPointF(-1, -1)
        self.update()

    def card_bounds(self) -> QRectF:
        """Within which the card of values stays."""
        return QRectF(self.rect()).adjusted(theme.STEP, 0, -theme.STEP, -theme.STEP)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)
