"""What can be said about a source that needs no table: a toy's sliders, the size of pictures, the pairs of files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.data.sources.toys import noise_of, samples_of
from nnviz.data.spec import DRAWN, Builtin, DataSpec, Idx, Images, Npz
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, NumberField, SliderField, text_label
from nnviz.ui.dialogs.data_pages.file_field import FileField
from nnviz.ui.sidebar.data_card import NOISE, SAMPLES

LARGEST_SIDE = 4096


class SourceControls(QWidget):
    """A line of fields below the picture.

    Signals:
        spec_changed: carries the new reference.
    """

    spec_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.GROUP)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        """Show what *spec* says."""
        self._spec = spec

    def change(self, **changes: Any) -> None:
        """Tell of the reference with *changes*."""
        if self._spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self._spec, **changes))


class ToyControls(SourceControls):
    """How many samples, and how noisy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = SliderField(self.tr("Samples"), *SAMPLES)
        self.noise = SliderField(self.tr("Noise"), *NOISE)
        self.samples.value_changed.connect(lambda value: self.change(samples=int(value)))
        self.noise.value_changed.connect(lambda value: self.change(noise=value))
        self.row.addWidget(self.samples)
        self.row.addWidget(self.noise)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        super().show_spec(spec, base)
        if isinstance(spec, Builtin) and spec.name in DRAWN:
            self.samples.set_value(samples_of(spec))
            self.noise.set_value(noise_of(spec))


class ImagesControls(SourceControls):
    """To which size the pictures are brought, and whether they keep their colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.height_field = NumberField(minimum=1, maximum=LARGEST_SIDE)
        self.width_field = NumberField(minimum=1, maximum=LARGEST_SIDE)
        self.color = ChoiceField([(self.tr("in colour"), "rgb"), (self.tr("grey"), "grey")])
        self.height_field.setAccessibleName(self.tr("Height of the pictures in pixels"))
        self.width_field.setAccessibleName(self.tr("Width of the pictures in pixels"))
        self.color.setAccessibleName(self.tr("Colours"))
        self.height_field.value_changed.connect(lambda value: self._resize(0, value))
        self.width_field.value_changed.connect(lambda value: self._resize(1, value))
        self.color.choice_changed.connect(lambda value: self.change(color=value))
        self.row.setSpacing(theme.GAP)
        self.row.addWidget(text_label(self.tr("Every picture is brought to"), quiet=True))
        for field in (self.height_field, self.width_field):
            field.setFixedWidth(76)
        self.color.setFixedWidth(110)
        self.row.addWidget(self.height_field)
        self.row.addWidget(text_label("×", quiet=True))
        self.row.addWidget(self.width_field)
        self.row.addWidget(text_label(self.tr("pixels,"), quiet=True))
        self.row.addWidget(self.color)
        self.row.addStretch(1)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        super().show_spec(spec, base)
        if isinstance(spec, Images):
            self.height_field.set_value(spec.size[0])
            self.width_field.set_value(spec.size[1])
            self.color.set_choice(spec.color)

    def _resize(self, axis: int, side: int) -> None:
        if isinstance(self._spec, Images):
            size = list(self._spec.size)
            size[axis] = side
            self.change(size=tuple(size))


class LabelsControls(SourceControls):
    """Which file has the answers to the samples of another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = FileField(self.tr("the file with the answers"))
        self.labels.path_chosen.connect(lambda path: self.change(labels=path))
        self.row.setSpacing(theme.GAP)
        self.row.addWidget(text_label(self.tr("The answers are in"), quiet=True))
        self.row.addWidget(self.labels, 1)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        super().show_spec(spec, base)
        if isinstance(spec, Idx | Npz):
            self.labels.show_path(spec.labels, base)


def controls_for(spec: DataSpec) -> type[SourceControls] | None:
    """The fields that *spec* has; None where there is nothing to choose."""
    if isinstance(spec, Builtin):
        return ToyControls if spec.name in DRAWN else None
    if isinstance(spec, Images):
        return ImagesControls
    if isinstance(spec, Idx) or (isinstance(spec, Npz) and spec.path.lower().endswith(".npy")):
        return LabelsControls
    return None
