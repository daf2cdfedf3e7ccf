"""The problems of the data: each a sentence, where it is, and a button that does something about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.profile.findings import Finding, Severity
from nnviz.data.profile.known import Profile
from nnviz.ui.controls import Card, ScrollPanel, clear_layout, quiet_button, text_label
from nnviz.ui.data_view.flow import Flow
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.wording import place_text
from nnviz.ui.figures import count_text
from nnviz.ui.inspector.problem_card import GoodCard
from nnviz.ui.language import said
from nnviz.ui.panes.text_button import HEIGHT as PLACE_HEIGHT
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.program.in_pieces import InPieces
from nnviz.ui.statusline import Dot

AT_ONCE = 24  # cards; the rest is counted
MOODS: dict[Severity, str] = {"error": "bad", "warning": "caution", "note": "accent"}


class FindingCard(Card):
    """One problem; a press on it leads to where it is.

    Attributes:
        remedy: the button that does something about it; None where there is nothing to press.
        places: the buttons of the rows concerned.

    Signals:
        row_requested: a person wants to see a row; carries its 0-based number.
        column_requested: a person wants to see a column; carries its name.
        remedy_requested: the button was pressed.
    """

    row_requested = Signal(int)
    column_requested = Signal(str)
    remedy_requested = Signal()

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(clickable=bool(finding.column or finding.places), parent=parent)
        self.finding = finding
        sentence = said(finding.sentence)
        self.setAccessibleName(sentence)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(text_label(sentence, 12, wrap=True))
        self.places = tuple(self._place_button(place.row - 1, place_text(place)) for place in finding.places)
        if self.places:
            beside.addWidget(Flow([*self.places, *self._rest()]))
        self.remedy = None
        if finding.remedy is not None:
            self.remedy = quiet_button(said(finding.remedy.title), small=True)
            self.remedy.setProperty("role", "outlined")
            self.remedy.clicked.connect(self.remedy_requested)
            beside.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignLeft)
        self.clicked.connect(self._go)
        self._lay_out(beside)

    def _rest(self) -> list[QWidget]:
        left = self.finding.count - len(self.finding.places)
        label = text_label(self.tr("and {0} more").format(count_text(left)), 11, quiet=True)
        label.setFixedHeight(PLACE_HEIGHT)
        return [label] if left > 0 else []

    def _lay_out(self, beside: QVBoxLayout) -> None:
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(Dot(MOODS[self.finding.severity], self))
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(beside, 1)

    def _place_button(self, row: int, text: str) -> TextButton:
        button = TextButton(text, self)
        button.setCheckable(False)
        button.clicked.connect(lambda: self.row_requested.emit(row))
        return button

    def _go(self) -> None:
        if self.finding.column is not None:
            self.column_requested.emit(self.finding.column)
        if self.finding.places:
            self.row_requested.emit(self.finding.places[0].row - 1)


class FindingList(ScrollPanel):
    """All problems, the most severe first; widgets are made a few at a time.

    Attributes:
        cards: those that are there so far.

    Signals:
        row_requested, column_requested: see ``FindingCard``.
        remedy_requested: a person wants something done; carries the ``Remedy``.
    """

    row_requested = Signal(int)
    column_requested = Signal(str)
    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(top=4, parent=parent)
        self.cards: list[FindingCard] = []
        self._findings: Sequence[Finding] = ()
        self._pieces = InPieces(self._make_next, lambda: len(self.cards) >= min(AT_ONCE, len(self._findings)), self)
        self.setAccessibleName(self.tr("Problems of the data"))

    def set_findings(self, findings: Sequence[Finding] | None) -> None:
        """Show *findings*; None while they are looked for."""
        self._findings = findings or ()
        self.cards = []
        clear_layout(self.column)
        if findings is None:
            self.column.addWidget(text_label(self.tr("Looking for problems…"), 12, quiet=True))
        elif not findings:
            self.column.addWidget(GoodCard(self.tr("No problems were found in the data.")))
        self.column.addStretch(1)
        self._pieces.start()

    def set_data(self, data: OpenData | None) -> None:
        """Other data: their problems are looked for."""
        self.set_findings(None)

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """Show the problems that were found."""
        self.set_findings(profile.findings if profile is not None else None)

    def select_row(self, row: int | None) -> None:
        """There are no rows here."""

    def shutdown(self) -> None:
        """Nothing is read here."""

    def finish(self) -> None:
        """Make all cards at once."""
        self._pieces.finish()

    def _make_next(self) -> None:
        finding = self._findings[len(self.cards)]
        card = FindingCard(finding)
        card.row_requested.connect(self.row_requested)
        card.column_requested.connect(self.column_requested)
        card.remedy_requested.connect(lambda: self.remedy_requested.emit(finding.remedy))
        self.column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        left = len(self._findings) - AT_ONCE
        if len(self.cards) == AT_ONCE and left > 0:
            more = text_label(self.tr("and {0} more").format(count_text(left)), 12, quiet=True)
            self.column.insertWidget(AT_ONCE, more)
