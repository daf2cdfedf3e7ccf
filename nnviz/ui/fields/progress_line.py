"""A thin bar that says how far something is, or only that it goes on, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import quiet_button

TURN_MS = 40
PIECE, PACE = 0.25, 0.015  # of the bar that wanders while nobody knows how far it is: its length, its way in a turn


class Bar(QWidget):
    """A share in [0, 1] as a bar; None wanders to and fro."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._way = 0.0  # there and back: in [0, 2)
        self._turn = QTimer(self, interval=TURN_MS)
        self._turn.timeout.connect(self._wander)
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """How far it is."""
        return self._share

    def set_share(self, share: float | None) -> None:
        """Show *share*."""
        self._share = share
        if share is None and self.isVisible():
            self._turn.start()
        elif share is not None:
            self._turn.stop()
        self.setAccessibleDescription("" if share is None else f"{share:.0%}")
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        if self._share is None:
            self._turn.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._turn.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("field_hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(colors.color("accent"))
        left, length = (
            (0.0, self._share) if self._share is not None else ((1 - abs(1 - self._way)) * (1 - PIECE), PIECE)
        )
        painter.drawRoundedRect(QRectF(left * self.width(), 0, length * self.width(), self.height()), 3, 3)
        painter.end()

    def _wander(self) -> None:
        self._way = (self._way + PACE) % 2
        self.update()


class ProgressLine(QWidget):
    """The bar and its Stop.

    Signals:
        stop_requested: a person does not want to wait.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = Bar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = quiet_button(self.tr("Stop"), small=True)
        self.stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)

    def set_share(self, share: float | None) -> None:
        """Show how far it is, in [0, 1]; None where nobody knows."""
        self.bar.set_share(share)
