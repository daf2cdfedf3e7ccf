"""How a series is cut into samples: how much is seen, how far ahead is forecast, how often a sample begins."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.data.spec import Series
from nnviz.ui import theme
from nnviz.ui.controls import NumberField, text_label

LONGEST = 100_000


class SeriesRow(QWidget):
    """Three numbers in a sentence.

    Signals:
        spec_changed: carries the new reference.
    """

    spec_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: Series | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        self.window_field = self._field(row, self.tr("Steps seen"), "window")
        self.horizon = self._field(row, self.tr("Steps ahead"), "horizon")
        self.stride = self._field(row, self.tr("A sample every"), "stride")
        self.window_field.setToolTip(self.tr("How many rows in a stretch the network is given."))
        self.horizon.setToolTip(self.tr("How many rows after these the value lies that is forecast."))
        self.stride.setToolTip(self.tr("How many rows lie between the beginnings of two samples: 1 takes them all."))
        row.addStretch(1)

    def show_spec(self, spec: Series) -> None:
        """Show the figures of *spec*."""
        self._spec = spec
        for field, value in (
            (self.window_field, spec.window),
            (self.horizon, spec.horizon),
            (self.stride, spec.stride),
        ):
            field.set_value(value)

    def _field(self, row: QHBoxLayout, label: str, name: str) -> NumberField:
        field = NumberField(minimum=1, maximum=LONGEST)
        field.setFixedWidth(84)
        field.setAccessibleName(label)
        field.value_changed.connect(lambda value: self._change(**{name: value}))
        row.addWidget(text_label(label, quiet=True))
        row.addWidget(field)
        row.addSpacing(theme.GAP)
        return field

    def _change(self, **changes: Any) -> None:
        if self._spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self._spec, **changes))
