"""The card at the foot of the inspector: what is wrong with the run, the figure that shows it, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from nnviz.training.diagnosis import Code, Finding, Remedy
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, GlyphButton, quiet_button, text_label
from nnviz.ui.doctor.figure import EvidenceView
from nnviz.ui.language import said, translate
from nnviz.ui.statusline import Dot

BUTTONS, COLUMNS = 4, 2  # what is more goes into a menu behind the last one


class DoctorCard(QWidget):
    """Shows a finding; hidden while there is none.

    Attributes:
        buttons: the remedies and, where there are more of them, a menu.
        fold_button, close_button: leave only the title, or put the finding away.

    Signals:
        remedy_chosen: a person wants to try this remedy.
        epoch_chosen: a person wants to see this epoch.
        put_away: a person wants to hear no more of it.
    """

    remedy_chosen = Signal(object)
    epoch_chosen = Signal(int)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._epoch: int | None = None
        self._folded = False  # by a person's hand
        self._brief = False
        self._card = Card(parent=self)
        self._dot = Dot("caution", self)
        self.title, self.text = text_label("", 12, semibold=True), text_label("", 12, wrap=True)
        self.close_button = GlyphButton("close", self.tr("Not in this run"))
        self.close_button.clicked.connect(self.put_away)
        self.fold_button = GlyphButton("chevron-down", self.tr("Only the title"))
        self.fold_button.setCheckable(True)
        self.fold_button.toggled.connect(self._fold)
        self.fold_button.clicked.connect(self._remember)
        self._open_part = QWidget(self._card)
        self.figure = EvidenceView(self)
        self._places = QGridLayout()
        self._places.setSpacing(6)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self._dot)
        head.addWidget(self.title, 1)
        head.addWidget(self.fold_button)
        head.addWidget(self.close_button)
        open_part = QVBoxLayout(self._open_part)
        open_part.setContentsMargins(0, 0, 4, 6)
        open_part.setSpacing(6)
        open_part.addWidget(self.text)
        open_part.addWidget(self.figure)
        open_part.addLayout(self._places)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self._open_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        column.addWidget(self._card)

    def be_brief(self, brief: bool) -> None:
        """Do without the figure in what is told from now on."""
        self._brief = brief

    def show_finding(self, finding: Finding | None, remedies: tuple[Remedy, ...]) -> None:
        """Show *finding* and the *remedies* that can be tried; nothing with None."""
        if finding is None:
            self.hide()
            return
        self.title.setText(title_of(finding.code))
        self.fold_button.setChecked(self._folded)
        self._offer(finding, remedies)
        self.update_finding(finding)
        self.show()

    def update_finding(self, finding: Finding) -> None:
        """The same finding with newer figures; the buttons stay where they are."""
        self._dot.set_color(finding.severity)
        self.text.setText(said(finding.sentence))
        self.setAccessibleName(f"{self.title.text()}: {self.text.text()}")
        self.figure.show_evidence(finding.evidence, finding.layers)
        if self._brief:
            self.figure.hide()
        self._epoch = finding.epoch

    def _offer(self, finding: Finding, remedies: tuple[Remedy, ...]) -> None:
        for button in self.buttons:
            self._places.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if finding.epoch is not None:
            self._add(self.tr("See the best epoch"), self.tr("Everything shows the network as it was then"), self._see)
        room = BUTTONS - len(self.buttons)
        shown = remedies if len(remedies) <= room else remedies[: room - 1]
        for remedy in shown:
            self._add(said(remedy.title), self._hint(remedy), partial(self.remedy_chosen.emit, remedy))
        if len(shown) < len(remedies):
            self._add_menu(remedies[len(shown) :])

    def give_way(self) -> None:
        """Leave only the title, until there is another finding or a person unfolds it."""
        self.fold_button.setChecked(True)

    def _remember(self, folded: bool) -> None:
        """What a person folds stays folded for other findings as well."""
        self._folded = folded

    def _fold(self, folded: bool) -> None:
        self._open_part.setVisible(not folded)
        self.fold_button.set_glyph("chevron-up" if folded else "chevron-down")

    def _see(self) -> None:
        if self._epoch is not None:
            self.epoch_chosen.emit(self._epoch)

    def _hint(self, remedy: Remedy) -> str:
        if remedy.goes_on:
            return self.tr("Training goes on with it; undo takes it back")
        return self.tr("Starts another run with it; this one stays behind it as a faint line")

    def _add(self, text: str, hint: str, pressed: object = None) -> QPushButton:
        button = quiet_button(text, small=True)
        style.set_role(button, "outlined")
        button.setToolTip(hint)
        if callable(pressed):
            button.clicked.connect(lambda: pressed())
        place = len(self.buttons)
        self._places.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.buttons.append(button)
        return button

    def _add_menu(self, remedies: tuple[Remedy, ...]) -> None:
        button = self._add(self.tr("More"), self.tr("What else can be done"))
        menu = style.round_menu(QMenu(button))
        for remedy in remedies:
            action = menu.addAction(said(remedy.title))
            action.triggered.connect(partial(self._choose, remedy))
        button.setMenu(menu)

    def _choose(self, remedy: Remedy, _checked: bool = False) -> None:
        self.remedy_chosen.emit(remedy)


def title_of(code: Code) -> str:
    """What the finding *code* is called."""
    return {
        "not_a_number": translate("Doctor", "No numbers any more"),
        "dead_units": translate("Doctor", "Dead units"),
        "rate_too_high": translate("Doctor", "Learning rate too high"),
        "exploding": translate("Doctor", "Exploding gradient"),
        "vanishing": translate("Doctor", "Vanishing gradient"),
        "same_start": translate("Doctor", "Units that start alike"),
        "rate_too_low": translate("Doctor", "Learning rate too low"),
        "nothing_learned": translate("Doctor", "Nothing is learned"),
        "overfitting": translate("Doctor", "Overfitting"),
    }[code]
