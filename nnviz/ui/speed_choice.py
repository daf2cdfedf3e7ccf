"""How fast a run may go: slowly enough to be watched, or as fast as the machine can."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from nnviz.ui.choice_field import ChoiceField

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
        names = ((SLOW, self.tr("5 epochs/s")), (WATCH, self.tr("60 epochs/s")), (FULL, self.tr("Full speed")))
        super().__init__([(text, rate) for rate, text in names], parent)
        self.set_choice(FULL)
        self.setFixedWidth(max(self.fontMetrics().horizontalAdvance(text) for _, text in names) + 40)
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
        self.set_choice(rate if rate in (SLOW, WATCH, FULL) else WATCH)
        self.rate_changed.emit(self.choice)

    def _take(self, rate: float) -> None:
        QSettings().setValue(SETTING, rate)
        self.rate_changed.emit(rate)
