"""The bar under the window: play, the slider through the epochs, which one is seen, and the ways back to training."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import GlyphButton, quiet_button, text_label
from nnviz.ui.figures import count_text
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.timeline.slider import EpochSlider, RunShown

HEIGHT = 36
SPEEDS = (1, 2, 4, 8, 16, 0.25, 0.5)
__all__ = ["HEIGHT", "SPEEDS", "RunShown", "TimelineBar"]


class EpochChip(QWidget):
    """Which epoch is seen; in a colour of its own while that is not the present."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._past = "", False
        self.setFont(theme.font(11, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def past(self) -> bool:
        """Whether it says that one looks at the past."""
        return self._past

    def say(self, text: str, past: bool) -> None:
        """Show *text*; *past*: it is not the present."""
        if (text, past) != (self._text, self._past):
            self._text, self._past = text, past
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        widest = self.tr("epoch {0} of {1}").format("00,000", "00,000")
        return QSize(QFontMetrics(self.font()).horizontalAdvance(widest) + 20, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if self._past:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("caution", 0.18))
            painter.drawRoundedRect(QRectF(self.rect()), 11, 11)
        painter.setPen(now.color("caution" if self._past else "quiet"))
        shown = QFontMetrics(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class TimelineBar(QWidget):
    """As wide as the window.

    Attributes:
        slider: through the epochs.
        chip: which one is seen.
        note: that few epochs are kept, and why.
        play, speed, present, fork: the buttons.

    Signals:
        speed_changed: how many times as fast it is played.
    """

    speed_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style.set_role(self, "panel")
        self.setFixedHeight(HEIGHT)
        self.slider, self.chip = EpochSlider(), EpochChip()
        self.play = _PlayButton(self.tr("Play the run"), self.tr("Pause"))
        self.speed = TextButton("1×")
        self.speed.setCheckable(False)
        self.speed.setFixedWidth(44)
        self.speed.setToolTip(self.tr("How fast it is played"))
        self.speed.clicked.connect(self._next_speed)
        self.present = _small(self.tr("Now"), self.tr("Back to the present (Esc)"))
        hint = self.tr("Begin another run with the weights of this epoch; this one is kept")
        self.fork = _small(self.tr("Train from here"), hint)
        self._speed: float = SPEEDS[0]
        self.note = text_label("", 11, quiet=True)
        self.note.setToolTip(self.tr("How much memory the epochs of a run may take is chosen in the menu"))
        self.note.setMinimumWidth(1)
        self._lay_out()
        self.show_run(RunShown())
        self.show_epoch(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.play)
        row.addWidget(self.speed)
        row.addWidget(self.slider, 1)
        row.addWidget(self.note)
        row.addWidget(self.chip)
        row.addWidget(self.present)
        row.addWidget(self.fork)

    @property
    def run(self) -> RunShown:
        """What is shown of the run."""
        return self.slider.run

    def show_run(self, run: RunShown) -> None:
        """Show what there is of a run."""
        self.slider.show_run(run)
        self.note.setText(run.note)
        self.note.setVisible(bool(run.note))
        for button in (self.play, self.speed):
            button.setEnabled(len(run.kept) > 1)
        self._tell()

    def show_epoch(self, epoch: int | None) -> None:
        """Show that *epoch* is looked at, or with None the present."""
        self.slider.show_epoch(epoch)
        self.present.setEnabled(epoch is not None)
        self.fork.setEnabled(epoch is not None)
        self._tell()

    def _tell(self) -> None:
        run, epoch = self.slider.run, self.slider.epoch
        if epoch is not None:
            text = self.tr("epoch {0} of {1}").format(count_text(epoch), count_text(max(run.done, epoch)))
        else:
            text = self.tr("epoch {0}").format(count_text(run.done)) if run.done else ""
        self.chip.say(text, epoch is not None)

    @property
    def chosen_speed(self) -> float:
        """How many times as fast it is played."""
        return self._speed

    def _next_speed(self) -> None:
        self.choose_speed(SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)])

    def choose_speed(self, speed: float) -> None:
        """Play it so many times as fast."""
        self._speed = speed
        self.speed.setText(f"{self._speed:g}×")
        self.speed_changed.emit(self._speed)


class _PlayButton(GlyphButton):
    """Play, or pause while it plays."""

    def __init__(self, play: str, pause: str) -> None:
        super().__init__("play", play)
        self._names = {False: play, True: pause}

    def show_playing(self, playing: bool) -> None:
        """Be the button that ends it, or that begins it."""
        self._glyph = "pause" if playing else "play"
        self.setToolTip(self._names[playing])
        self.setAccessibleName(self._names[playing])
        self.update()


def _small(text: str, hint: str) -> QPushButton:
    button = quiet_button(text, small=True)
    button.setToolTip(hint)
    return button
