"""The last line of the window: how the engine is, and the figures of the run, each in a place of its own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel, text_label
from nnviz.ui.fields.number_field import shown
from nnviz.ui.figures import count_text, seconds_text, speed_text

EngineMood = Literal["quiet", "good", "caution", "bad"]


class Dot(QWidget):
    """A round mark in a colour of the theme."""

    def __init__(self, color: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self.setFixedSize(8, 8)

    def set_color(self, color: str) -> None:
        """Take the theme's colour called *color*."""
        if color != self._color:
            self._color = color
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(self._color))
        painter.drawEllipse(self.rect())
        painter.end()


class StatusLine(QWidget):
    """Engine state on the left; speed, time left, learning rate and parameters on the right, in fixed places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style.set_role(self, "panel")
        self.setFixedHeight(theme.STATUS_HEIGHT)
        self._dot = Dot("quiet", self)
        self.engine = ElidedLabel(11)
        style.set_role(self.engine, "quiet")
        self.engine.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.epoch = self._place(self.tr("epoch {0}").format("00,000"))
        self.speed = self._place(self.tr("{0} epochs/s").format("00,000"))
        self.time_left = self._place(self.tr("{0} left").format(seconds_text(3599)))
        self.learning_rate = self._place(self.tr("learning rate {0}").format("0.00000"))
        self.parameters = self._place(self.tr("{0} parameters").format("0,000,000"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self._dot)
        row.addWidget(self.engine, 1)
        for label in (self.epoch, self.speed, self.time_left, self.learning_rate, self.parameters):
            row.addSpacing(theme.GAP)
            row.addWidget(label)

    def set_engine(self, text: str, mood: EngineMood = "quiet") -> None:
        """Say how the engine is; *mood* colours the dot."""
        self.engine.setText(text)
        self._dot.set_color(mood)

    def set_epoch(self, done: int) -> None:
        """How many epochs are done; nothing is said of none."""
        self.epoch.setText(self.tr("epoch {0}").format(count_text(done)) if done else "")

    def set_speed(self, epochs_per_second: float | None) -> None:
        """Epochs per second; None leaves the place empty."""
        text = "" if epochs_per_second is None else self.tr("{0} epochs/s").format(speed_text(epochs_per_second))
        self.speed.setText(text)

    def set_time_left(self, seconds: float | None) -> None:
        """Seconds until the last epoch; None leaves the place empty."""
        self.time_left.setText("" if seconds is None else self.tr("{0} left").format(seconds_text(seconds)))

    def set_learning_rate(self, rate: float | None) -> None:
        """The learning rate now; None leaves the place empty."""
        text = "" if rate is None else self.tr("learning rate {0}").format(shown(float(f"{rate:.3g}")))
        self.learning_rate.setText(text)

    def set_parameters(self, count: int) -> None:
        """How many weights the network has."""
        self.parameters.setText(self.tr("{0} parameters").format(count_text(count)))

    def _place(self, widest: str) -> QLabel:
        label = text_label("", 11, quiet=True, tabular=True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(QFontMetrics(theme.font(11, tabular=True)).horizontalAdvance(widest) + 4)
        return label
