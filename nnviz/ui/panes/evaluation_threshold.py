"""The threshold above which a yes-or-no answer counts as yes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from nnviz.training.evaluating.messages import STEPS
from nnviz.ui import style, theme

SLIDER_HEIGHT = 30


class Threshold(QWidget):
    """The threshold of a yes-or-no answer, and the slider that moves it.

    Attributes:
        slider: counts steps of ``1 / STEPS``.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(SLIDER_HEIGHT)
        self.figure = QLabel(self)
        self.figure.setFont(theme.font(11, tabular=True))
        label = QLabel(self.tr("Threshold"), self)
        label.setFont(theme.font(11))
        style.set_role(label, "quiet")
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 20)
        self.slider.setSingleStep(STEPS // 100)
        self.slider.setFixedHeight(18)
        self.slider.setAccessibleName(self.tr("Threshold"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP, 0, theme.GROUP, 4)
        row.setSpacing(theme.GAP)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.figure)
        self.slider.valueChanged.connect(lambda step: self.figure.setText(_text(step)))
        self.slider.setValue(STEPS // 2)


def _text(step: int) -> str:
    """The threshold of so many steps."""
    return f"{step / STEPS:.3f}".rstrip("0").ljust(4, "0")
