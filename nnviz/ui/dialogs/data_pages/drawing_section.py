"""How the rows that are held back are drawn: at random, by a column that says so, or the latest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.spec import DataSpec, Series, Split, Table
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, NumberField, ToggleField, text_label
from nnviz.ui.dialogs.data_pages.roles import Columns

LARGEST_SEED = 2**31 - 1
WIDTH = 200


class DrawingSection(QWidget):
    """A choice, and below it what belongs to it.

    Signals:
        split_changed: a person chose otherwise; carries the fields of the split by name.
    """

    split_changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Columns | None = None
        self._classes = True
        self.how, self.column = ChoiceField(), ChoiceField()
        self.seed, self.stratify = NumberField(minimum=0, maximum=LARGEST_SEED), ToggleField()
        self.how.setAccessibleName(self.tr("How rows are drawn"))
        self.column.setAccessibleName(self.tr("Column"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.stratify.setAccessibleName(self.tr("Keep the shares of the classes"))
        self.sentence = text_label("", 11, quiet=True, wrap=True)
        self._seed_label = text_label(self.tr("Seed"), quiet=True)
        self._stratify_label = text_label(self.tr("Keep the shares of the classes"), quiet=True)
        self.how.choice_changed.connect(self._take_how)
        self.column.choice_changed.connect(lambda value: self.split_changed.emit({self.how.choice: value}))
        self.seed.value_changed.connect(lambda value: self.split_changed.emit({"seed": value}))
        self.stratify.clicked.connect(lambda on: self.split_changed.emit({"stratify": on}))
        self._lay_out()

    def show_spec(self, spec: DataSpec, columns: Columns | None) -> None:
        """Show the split of *spec*; *columns* are those of its file."""
        split = spec.split
        self._columns = columns
        choices = [(self.tr("drawn at random"), "random")]
        if isinstance(spec, Table):
            choices += [
                (self.tr("as a column says"), "by_column"),
                (self.tr("the latest by a column"), "by_time"),
            ]
        how = how_of(split)
        self.how.set_choices(choices)
        self.how.set_choice(how)
        in_order = isinstance(spec, Series)
        self.how.setVisible(not in_order)
        if columns is not None:
            self.column.set_choices((name, columns.called(place)) for place, name in enumerate(columns.names))
        self.column.setVisible(how != "random" and not in_order)
        self.column.set_choice(split.by_column if how == "by_column" else split.by_time)
        self.seed.set_value(split.seed)
        self.stratify.setChecked(split.stratify)
        self._show_random(how == "random" and not in_order)
        self.sentence.setText(self._sentences()["order" if in_order else how])

    def show_classes(self, classes: bool) -> None:
        """Offer to keep the shares of the classes only where there are *classes*."""
        self._classes = classes
        self._show_random(not self.seed.isHidden())

    def _show_random(self, random: bool) -> None:
        self.seed.setVisible(random)
        self._seed_label.setVisible(random)
        self.stratify.setVisible(random and self._classes)
        self._stratify_label.setVisible(random and self._classes)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        for field in (self.how, self.column):
            field.setFixedWidth(WIDTH)
            row.addWidget(field)
        self.seed.setFixedWidth(110)
        row.addWidget(self._seed_label)
        row.addWidget(self.seed)
        row.addSpacing(theme.GROUP)
        row.addWidget(self._stratify_label)
        row.addWidget(self.stratify)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.sentence)
        column.addLayout(row)

    def _take_how(self, how: str) -> None:
        columns = self._columns
        chosen = None if how == "random" or columns is None else columns.called(_likely(columns, how))
        changes: dict[str, Any] = {"by_column": None, "by_time": None}
        if chosen is not None:
            changes[how] = chosen
        self.split_changed.emit(changes)

    def _sentences(self) -> dict[str, str]:
        return {
            "random": self.tr("The same seed draws the same rows."),
            "by_column": self.tr("The column holds train, validation or test for each row; it is no input then."),
            "by_time": self.tr("Nothing from the future helps: the latest rows are the test, those before validation."),
            "order": self.tr("A series stays in its order: the latest rows are the test, those before validation."),
        }


def how_of(split: Split) -> str:
    """How *split* draws: random, by_column or by_time."""
    return "by_column" if split.by_column is not None else "by_time" if split.by_time is not None else "random"


def _likely(columns: Columns, how: str) -> int:
    """The column that is probably meant: by what it is called, else the first."""
    words = ("split", "part", "set", "fold") if how == "by_column" else ("date", "time", "year", "month", "day")
    return next((i for i, name in enumerate(columns.names) if any(word in name.lower() for word in words)), 0)
