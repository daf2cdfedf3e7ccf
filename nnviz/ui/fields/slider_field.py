"""A caption, its figure and a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.fields.number_field import Number, shown


class SliderField(QWidget):
    """A caption, its figure, and a slider below: for what is felt rather than typed, as noise.

    Signals:
        value_changed: a person let go of the slider, or rested after keys or the wheel, at another value.
    """

    value_changed = Signal(float)

    def __init__(
        self, caption: str, minimum: float, maximum: float, step: float, parent: QWidget | None = None
    ) -> None:
        """A slider from *minimum* to *maximum* in steps of *step*."""
        super().__init__(parent)
        self._minimum, self._step = minimum, step
        self._told = minimum
        self._figure = QLabel(self)
        self._figure.setFont(theme.font(11, tabular=True))
        label = QLabel(caption, self)
        label.setFont(theme.font(11))
        style.set_role(label, "quiet")
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, round((maximum - minimum) / step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setAccessibleName(caption)
        self.slider.setFixedHeight(18)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self._figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.slider)
        self._rest = QTimer(self, singleShot=True, interval=250)
        self._rest.timeout.connect(self._tell)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._tell)

    @property
    def value(self) -> float:
        """Where the slider stands."""
        return float(f"{self._minimum + self.slider.value() * self._step:.10g}")

    def set_value(self, value: float) -> None:
        """Stand at *value* without telling anyone; a hand on the slider is not pushed away."""
        if self.slider.isSliderDown():
            return
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._minimum) / self._step))
        self.slider.blockSignals(False)
        self._told = self.value
        self._figure.setText(shown(self._whole(self.value)))
        self.slider.update()

    def _whole(self, value: float) -> Number:
        return int(value) if self._step >= 1 else value

    def _moved(self) -> None:
        self._figure.setText(shown(self._whole(self.value)))
        if not self.slider.isSliderDown():
            self._rest.start()

    def _tell(self) -> None:
        self._rest.stop()
        if self.value != self._told:
            self._told = self.value
            self.value_changed.emit(self._told)
