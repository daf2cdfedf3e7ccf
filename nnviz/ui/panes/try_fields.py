"""A row of the data to be typed: a field for each column, or all numbers of a sample in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from nnviz.data.tables.typed import Cell, TypedField
from nnviz.ui import theme
from nnviz.ui.controls import ScrollPanel, text_label
from nnviz.ui.fields.choice_field import ChoiceField
from nnviz.ui.fields.number_field import NumberField

LEAST_FOR_TWO = 420  # pixels of width from which on two fields stand beside each other


class RowFields(ScrollPanel):
    """A label and a field for each column.

    Signals:
        edited: a person gave another value.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, theme.GAP, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.STEP)
        self._grid.setColumnStretch(1, 1)
        self.column.addWidget(self._grid_holder)
        self.column.addStretch(1)
        self.fields: list[NumberField | ChoiceField] = []

    def set_fields(self, fields: Sequence[TypedField], cells: Sequence[Cell]) -> None:
        """Offer *fields* that hold *cells*."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = []
        for row, (field, cell) in enumerate(zip(fields, cells, strict=True)):
            label = text_label(field.name, 11, quiet=True)
            label.setToolTip(field.name)
            made = self._field(field, cell)
            made.setAccessibleName(field.name)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(made, row, 1)
            self.fields.append(made)

    def _field(self, field: TypedField, cell: Cell) -> NumberField | ChoiceField:
        if field.values:
            choice = ChoiceField([(value or self.tr("(empty)"), value) for value in field.values])
            choice.set_choice(cell)
            choice.choice_changed.connect(lambda _: self.edited.emit())
            return choice
        number = NumberField(integer=False, step=step_for(float(cell)))
        number.set_value(float(f"{float(cell):.6g}"))
        number.value_changed.connect(lambda _: self.edited.emit())
        return number

    @property
    def cells(self) -> list[Cell]:
        """What stands in the fields."""
        return [field.choice if isinstance(field, ChoiceField) else float(field.value or 0.0) for field in self.fields]

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Put *cells* into the fields, without telling anyone."""
        for field, cell in zip(self.fields, cells, strict=True):
            if isinstance(field, ChoiceField):
                field.set_choice(cell)
            else:
                field.set_value(float(f"{float(cell):.6g}"))


def step_for(value: float) -> float:
    """How far a notch of the wheel moves a number of the size of *value*."""
    size = abs(value)
    return 0.01 if size < 0.5 else 0.1 if size < 20 else 1.0


class NumbersText(QPlainTextEdit):
    """All numbers of a sample, parted by spaces: for series and long rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font(11, tabular=True))
        self.setAccessibleName(self.tr("Numbers of the sample"))

    def numbers(self) -> list[float] | None:
        """The numbers; None where something stands there that is none."""
        try:
            return [float(word) for word in self.toPlainText().replace(",", " ").split()]
        except ValueError:
            return None

    def set_numbers(self, numbers: Sequence[float]) -> None:
        """Put *numbers* there, without telling anyone."""
        self.blockSignals(True)
        self.setPlainText("  ".join(f"{number:.4g}" for number in numbers))
        self.blockSignals(False)
