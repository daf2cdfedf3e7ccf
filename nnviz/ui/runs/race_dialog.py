"""The small dialog of a race: what differs, and in which values."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnviz.errors import BadInput
from nnviz.project.project import Project
from nnviz.project.race import Entry, Thing, entries, things
from nnviz.ui import style, theme
from nnviz.ui.controls import (
    LABEL_WIDTH,
    ChoiceField,
    LabelledRow,
    NumberField,
    TextField,
    ToggleField,
    primary_button,
    quiet_button,
    text_label,
)
from nnviz.ui.figures import count_text
from nnviz.ui.language import said
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.runs.race_words import value_word

WIDTH, COLUMNS = 500, 3


class RaceDialog(QDialog):
    """Asks for a thing and its values; the button starts the race.

    Attributes:
        thing: the field with what differs.
        chips: the values to choose from, where there are some.
        numbers: the field where they are written otherwise.
        epochs: how long each is trained.
        own_rates: whether each optimizer takes its own usual learning rate.
        start: the button.

    Signals:
        race_wished: the ``Thing``, and the entries.
    """

    race_wished = Signal(object, object)

    def __init__(self, project: Project, rows: int, parent: QWidget | None = None) -> None:
        """Variants of *project*, whose training part has so many *rows*."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Race"))
        self.setFixedWidth(WIDTH)
        self._project, self._rows = project, rows
        self._things = things(project)
        self.thing = ChoiceField([(said(thing.title), thing.key) for thing in self._things])
        self.thing.set_choice(self._things[0].key)
        self.chips: list[TextButton] = []
        self.numbers = TextField()
        self.epochs = NumberField(minimum=1, maximum=1_000_000)
        self.epochs.set_value(project.training.epochs)
        self.own_rates = ToggleField()
        self.start, self._cancel = primary_button(self.tr("Start the race")), quiet_button(self.tr("Cancel"))
        self._told = text_label("", 11, quiet=True, wrap=True)
        self._lay_out()
        self.thing.choice_changed.connect(self._offer)
        self.numbers.textChanged.connect(self._tell)
        self.epochs.value_changed.connect(self._tell)
        self.own_rates.clicked.connect(self._tell)
        self.start.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self._offer()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(theme.GAP)
        column.addWidget(text_label(self.tr("A fair race"), 16, semibold=True))
        about = self.tr("Several runs that differ in one thing, trained side by side, on shared axes.")
        column.addWidget(text_label(about, 12, quiet=True, wrap=True))
        column.addSpacing(theme.GAP)
        column.addWidget(LabelledRow(self.tr("Differ in"), self.thing))
        self._chip_places = QWidget(self)
        self._grid = QGridLayout(self._chip_places)
        self._grid.setContentsMargins(LABEL_WIDTH + theme.GAP, 4, 0, 4)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(COLUMNS, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._chip_places)
        self._pages.addWidget(LabelledRow(self.tr("Values"), self.numbers, self.tr("Numbers, separated by commas")))
        column.addWidget(self._pages)
        hint = self.tr("Otherwise all of them take the learning rate of the recipe")
        usual = text_label(self.tr("the usual one of each optimizer"), 12, quiet=True)
        self._rates = LabelledRow(self.tr("Learning rate"), self.own_rates, hint, usual)
        column.addWidget(self._rates)
        column.addWidget(LabelledRow(self.tr("Epochs"), self.epochs, self.tr("How long each is trained")))
        column.addSpacing(theme.GAP)
        column.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.start)
        column.addLayout(buttons)

    @property
    def chosen(self) -> Thing:
        """What is to differ."""
        return next(thing for thing in self._things if thing.key == self.thing.choice)

    def values(self) -> list[str]:
        """The values as they are chosen or written."""
        if self.chosen.values:
            return [str(chip.property("value")) for chip in self.chips if chip.isChecked()]
        return self.numbers.text().split(",")

    def _offer(self, _choice: object = None) -> None:
        thing = self.chosen
        for chip in self.chips:
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(value, value in thing.usual) for value in thing.values]
        for place, chip in enumerate(self.chips):
            self._grid.addWidget(chip, place // COLUMNS, place % COLUMNS)
        self._pages.setCurrentIndex(0 if thing.values else 1)
        # A page that is not seen takes no room.
        page = self._pages.widget(self._pages.currentIndex())
        self._pages.setMaximumHeight(page.sizeHint().height() if page is not None else 0)
        if not thing.values:
            self.numbers.set_text(", ".join(thing.usual))
        self._rates.setVisible(thing.key == "optimizer")
        self._tell()
        self.adjustSize()

    def _chip(self, value: str, chosen: bool) -> TextButton:
        chip = TextButton(value_word(value), self._chip_places)
        chip.setProperty("value", value)
        chip.setChecked(chosen)
        chip.toggled.connect(self._tell)
        return chip

    def entries(self) -> tuple[Entry, ...]:
        """Those that take part; BadInput where the values do not hold."""
        return entries(
            self._lengthened(), self.chosen.key, self.values(), self._rows, own_rates=self.own_rates.isChecked()
        )

    def _lengthened(self) -> Project:
        recipe = msgspec.structs.replace(self._project.training, epochs=int(self.epochs.value))
        return replace(self._project, training=recipe)

    def _tell(self, _value: object = None) -> None:
        try:
            found = self.entries()
        except BadInput as error:
            self._told.setText(said(error.args[0]))
            style.set_role(self._told, "caution")
            self.start.setEnabled(False)
            return
        same = self.tr("{0} runs of {1} epochs each, from the same initial weights, with the same order of the rows.")
        seed = self.tr("{0} runs of {1} epochs each, with the same order of the rows. Their weights start apart.")
        text = same if self.chosen.same_start else seed
        self._told.setText(text.format(len(found), count_text(found[0].project.training.epochs)))
        style.set_role(self._told, "quiet")
        self.start.setEnabled(True)

    def _start(self) -> None:
        found = self.entries()
        self.race_wished.emit(self.chosen, found)
        self.accept()
