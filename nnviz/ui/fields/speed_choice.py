"""How fast a run may go: slowly enough to be watched, or as fast as the machine can."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from nnviz.ui.fields.choice_field import ChoiceField

# Epochs a second: one by one; smooth to the eye, as TensorFlow Playground runs; no limit.
SLOW, WATCH, FULL = 5.0, 60.0, 0.0
SETTING = "epochs_a_second"


class SpeedChoice(ChoiceField):
    """A short list beside Train; what was chosen is remembered from one start to the next.

    Signals:
        rate_changed: the most epochs a second, 0 for no limit.
    """

    rate_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_choices(
            ((self.tr("5 epochs/s"), SLOW), (self.tr("60 epochs/s"), WATCH), (self.tr("Full speed"), FULL))
        )
        self._shorts = {SLOW: "5/s", WATCH: "60/s", FULL: self.tr("Full", "speed")}
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in self._shorts.values())
        self.setFixedWidth(widest + 46)
        self._show(FULL)
        self.setToolTip(self.tr("The most epochs a second: a small network learns faster than anyone can watch"))
        self.setAccessibleName(self.tr("Speed"))
        self.choice_changed.connect(self._take)

    def restore(self) -> None:
        """The speed that was chosen last; at first, one that can be watched."""
        kept = QSettings().value(SETTING, WATCH)
        try:
            rate = float(str(kept))
        except ValueError:
            rate = WATCH
        self._show(rate if rate in self._shorts else WATCH)
        self.rate_changed.emit(self.choice)

    def take_over(self, other: SpeedChoice) -> None:
        """The speed that *other* has."""
        self._show(other.choice)

    def _show(self, rate: float) -> None:
        self.set_choice(rate)
        self.set_short(self._shorts[rate])

    def _take(self, rate: float) -> None:
        self._show(rate)
        QSettings().setValue(SETTING, rate)
        self.rate_changed.emit(rate)
