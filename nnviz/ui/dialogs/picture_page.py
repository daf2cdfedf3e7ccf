"""A ready problem, or a file of arrays, seen large: picture, what it is, and a toy's sliders."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DRAWN, GATES, Builtin, DataSpec
from nnviz.data.toys import noise_of, samples_of
from nnviz.ui import theme
from nnviz.ui.controls import Card, SliderField, text_label
from nnviz.ui.sidebar.data_card import NOISE, SAMPLES
from nnviz.ui.sidebar.picture import picture_of
from nnviz.ui.sidebar.thumbnail import Thumbnail


class PicturePage(QWidget):
    """Shows data that need no table.

    Signals:
        spec_changed: a slider was moved; carries the new reference.
    """

    spec_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self.about = text_label("", 12, quiet=True, wrap=True)
        frame = Card()
        self.thumbnail = Thumbnail()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.thumbnail)
        self.samples = SliderField(self.tr("Samples"), *SAMPLES)
        self.noise = SliderField(self.tr("Noise"), *NOISE)
        self.samples.value_changed.connect(lambda value: self._change(samples=int(value)))
        self.noise.value_changed.connect(lambda value: self._change(noise=value))
        sliders = QHBoxLayout()
        sliders.setSpacing(theme.GROUP)
        sliders.addWidget(self.samples)
        sliders.addWidget(self.noise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addWidget(frame, 1)
        column.addLayout(sliders)

    def show_spec(self, spec: DataSpec) -> None:
        """Show what is known of *spec* before it is loaded."""
        if isinstance(spec, Builtin) and isinstance(self._spec, Builtin) and spec.name == self._spec.name:
            self.thumbnail.set_faded(True)
        else:
            self.thumbnail.set_picture(None)
        self._spec = spec
        self.about.setText(self._sentences()[spec.name] if isinstance(spec, Builtin) else self.tr("Arrays of NumPy."))
        toy = isinstance(spec, Builtin) and spec.name in DRAWN
        self.samples.setVisible(toy)
        self.noise.setVisible(toy)
        if isinstance(spec, Builtin) and toy:
            self.samples.set_value(samples_of(spec))
            self.noise.set_value(noise_of(spec))

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show the picture of *dataset*."""
        self.thumbnail.set_picture(picture_of(dataset) if dataset is not None else None)

    def _change(self, **changes: float) -> None:
        if self._spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self._spec, **changes))

    def _sentences(self) -> dict[str, str]:
        gate = self.tr("A logic gate: four rows. One straight line parts its answers.")
        return {
            **dict.fromkeys(GATES, gate),
            "xor": self.tr("The gate that needs a hidden layer: no straight line parts its answers."),
            "circles": self.tr("A ring around a disc: the inner class has to be fenced in."),
            "moons": self.tr("Two half moons that reach into each other: the line between them has to bend."),
            "spirals": self.tr("Two arms wound around each other: the hardest of the four."),
            "blobs": self.tr("Three clouds of points: several classes in their simplest form."),
            "waves": self.tr("A series of two waves and some noise; to be forecast: the step after the last 24."),
            "iris": self.tr("Sepals and petals of 150 irises of three species, measured in 1935."),
            "wine": self.tr("Thirteen chemical figures of wines from three growers of one region."),
            "breast_cancer": self.tr("Thirty figures of cell nuclei: is the tumour malignant or benign?"),
            "diabetes": self.tr("Ten figures of 442 patients; to be predicted: how far the disease went in a year."),
            "digits": self.tr("Handwritten digits, 8 × 8 pixels: which of ten is it?"),
        }
