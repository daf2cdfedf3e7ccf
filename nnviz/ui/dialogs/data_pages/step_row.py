"""One step of the preparation as a row: what it does, to which columns, and the buttons that move and remove it."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.preparation.steps import Drop, Encode, Fill, Step
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, GlyphButton, TextField, quiet_button, text_label
from nnviz.ui.dialogs.data_pages.column_picker import ColumnPicker
from nnviz.ui.dialogs.data_pages.roles import Columns
from nnviz.ui.dialogs.data_pages.step_words import (
    all_columns_text,
    choices_of,
    explained,
    for_new_values,
    suits,
    title_of,
)

CHOICE_WIDTH = 176
MOST_NAMED = 3


class StepRow(QWidget):
    """Shows one step; it is told which place it has.

    Signals:
        changed: the step is another one now.
        moved: it is to go up (-1) or down (1).
        removed: it is to go.
    """

    changed = Signal(object)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step: Step = Drop()
        self._columns: Columns | None = None
        self._offered: tuple[int, ...] = ()
        self.title = text_label("", 12, semibold=True)
        self.sentence = text_label("", 11, quiet=True, wrap=True)
        self.choice = ChoiceField()
        self.choice.setFixedWidth(CHOICE_WIDTH)
        self.choice.setAccessibleName(self.tr("How"))
        self.value = TextField()
        self.value.setFixedWidth(90)
        self.value.setAccessibleName(self.tr("Value"))
        self.new_values = ChoiceField()
        self.new_values.setFixedWidth(CHOICE_WIDTH)
        self.new_values.setAccessibleName(self.tr("Values that never came up in training"))
        self.new_values.setToolTip(self.tr("What a value of another file is that never came up in training"))
        self.new_values.set_choices(for_new_values())
        self.columns = quiet_button("", small=True)
        self.columns.setToolTip(self.tr("Choose the columns"))
        self.picker: ColumnPicker | None = None
        self.up = GlyphButton("chevron-up", self.tr("Do this step earlier"))
        self.down = GlyphButton("chevron-down", self.tr("Do this step later"))
        self.remove = GlyphButton("close", self.tr("Take this step out"))
        self.choice.choice_changed.connect(self._take_choice)
        self.value.text_committed.connect(self._take_value)
        self.new_values.choice_changed.connect(
            lambda value: self.changed.emit(msgspec.structs.replace(self.step, unknown=value))
        )
        self.columns.clicked.connect(self.pick_columns)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self._lay_out()

    def show_step(
        self, step: Step, place: int, count: int, columns: Columns | None, offered: tuple[int, ...] = ()
    ) -> None:
        """Show *step*, number *place* of *count*, of a file with *columns*, those *offered* to choose from."""
        self.step, self._columns, self._offered = step, columns, offered
        self.title.setText(f"{place + 1}.  {title_of(step)}")
        self.setAccessibleName(self.title.text())
        self.sentence.setText(explained(step))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        choices = choices_of(step)
        self.choice.setVisible(choices is not None)
        if choices is not None:
            self.choice.set_choices(choices[1])
            self.choice.set_choice(getattr(step, choices[0]))
        constant = isinstance(step, Fill) and step.how == "constant"
        self.value.setVisible(constant)
        if isinstance(step, Fill):
            self.value.set_text(_value_text(step.value))
        self.new_values.setVisible(isinstance(step, Encode))
        if isinstance(step, Encode):
            self.new_values.set_choice(step.unknown)
        self.columns.setText(self._columns_text())
        self.columns.setEnabled(columns is not None)

    def pick_columns(self) -> None:
        """Open the list of columns."""
        columns = self._columns
        if columns is None:
            return
        if self.picker is None:
            self.picker = ColumnPicker(self)
            self.picker.columns_picked.connect(self._take_columns)
        offered = tuple(i for i in self._offered if suits(self.step, numeric=columns.numeric[i]))
        hint = self.tr("None ticked: {0}.").format(all_columns_text(self.step))
        if isinstance(self.step, Drop):
            hint = self.tr("Tick what is to be left out.")
        self.picker.open_below(self.columns, columns.names, offered, columns.places(self.step.columns), hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame and no surface: the fields within have one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().color("line"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.CARD_RADIUS, theme.CARD_RADIUS
        )
        painter.end()

    def _lay_out(self) -> None:
        self.columns.setMaximumWidth(330)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.remove):
            button.setFixedSize(24, 24)
            head.addWidget(button)
        fields = QHBoxLayout()
        fields.setSpacing(theme.GAP)
        fields.addWidget(self.choice)
        fields.addWidget(self.value)
        fields.addWidget(self.new_values)
        fields.addWidget(self.columns)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addSpacing(4)
        column.addLayout(fields)
        self.columns.setCursor(Qt.CursorShape.PointingHandCursor)

    def _columns_text(self) -> str:
        if not self.step.columns:
            return all_columns_text(self.step) + "  ▾"
        named = [self._name(column) for column in self.step.columns[:MOST_NAMED]]
        more = len(self.step.columns) - len(named)
        text = ", ".join(named)
        return (self.tr("{0} and {1} more").format(text, more) if more else text) + "  ▾"

    def _name(self, column: str | int) -> str:
        place = self._columns.place(column) if self._columns is not None else None
        return self._columns.names[place] if self._columns is not None and place is not None else str(column)

    def _take_choice(self, value: str) -> None:
        choices = choices_of(self.step)
        if choices is not None:
            changes: dict[str, Any] = {choices[0]: value}
            if isinstance(self.step, Fill):
                changes["value"] = 0.0 if value == "constant" else None
            self.changed.emit(msgspec.structs.replace(self.step, **changes))

    def _take_value(self, text: str) -> None:
        try:
            value: float | str = float(text.replace(",", "."))
        except ValueError:
            value = text
        self.changed.emit(msgspec.structs.replace(self.step, value=value))

    def _take_columns(self, places: tuple[int, ...]) -> None:
        columns = self._columns
        if columns is None:
            return
        if isinstance(self.step, Drop) and not places:
            self.removed.emit()
            return
        named = tuple(columns.called(place) for place in places)
        self.changed.emit(msgspec.structs.replace(self.step, columns=named))


def _value_text(value: float | str | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:g}"
