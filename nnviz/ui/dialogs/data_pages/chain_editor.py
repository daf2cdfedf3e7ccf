"""The steps of a table's preparation as a list that is added to, changed, reordered and shortened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.data.preparation.steps import Drop, DropRows, Step
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.ui import theme
from nnviz.ui.controls import quiet_button, text_label
from nnviz.ui.dialogs.data_pages.offer_menu import OfferMenu
from nnviz.ui.dialogs.data_pages.roles import Columns, roles
from nnviz.ui.dialogs.data_pages.step_row import StepRow
from nnviz.ui.dialogs.data_pages.step_words import Offer, offers


class ChainEditor(QWidget):
    """A row for each step, in the order in which they are done.

    Attributes:
        rows: the rows that are shown.
        menu: what can be added; None until it was opened.

    Signals:
        steps_changed: the steps are others now.
    """

    steps_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: Table | Series | None = None
        self._columns: Columns | None = None
        self._begun: Step | None = None  # a step that names its columns before it is one of the chain
        self.rows: list[StepRow] = []
        self.menu: OfferMenu | None = None
        self.empty = text_label(self.tr("No step yet: everything is done as usual."), 12, quiet=True)
        self.add = quiet_button(self.tr("Add a step…"), small=True)
        self.add.clicked.connect(self.open_menu)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.empty)
        column.addLayout(self._column)
        column.addWidget(self.add)
        self.add.setFixedWidth(self.add.sizeHint().width())

    def show_spec(self, spec: DataSpec, columns: Columns | None) -> None:
        """Show the steps of *spec*, of a file with *columns*."""
        assert isinstance(spec, Table | Series)
        self._spec, self._columns = spec, columns
        steps = spec.steps if self._begun is None else (*spec.steps, self._begun)
        while len(self.rows) > len(steps):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(steps):
            self._make_row()
        for place, (row, step) in enumerate(zip(self.rows, steps, strict=True)):
            row.show_step(step, place, len(steps), columns, self._offered(step))
        self.empty.setVisible(not steps)

    def _offered(self, step: Step) -> tuple[int, ...]:
        """The columns that *step* may be done to: inputs, and those it names; rows go by any column."""
        spec, columns = self._spec, self._columns
        if spec is None or columns is None:
            return ()
        if isinstance(step, DropRows):
            return tuple(range(len(columns.names)))
        named, now = columns.places(step.columns), roles(spec, columns)
        wanted = ("input", "target") if isinstance(spec, Series) else ("input",)
        return tuple(place for place, role in enumerate(now) if role in wanted or place in named)

    def open_menu(self) -> None:
        """Offer what can be added."""
        if self._spec is None:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = OfferMenu(offers(self._spec), self)
        self.menu.offer_chosen.connect(self._add)
        self.menu.open_at(self.add)

    def _add(self, offer: Offer) -> None:
        if self._spec is None:
            return
        if isinstance(offer.step, Drop):
            self._begun = offer.step
            self.show_spec(self._spec, self._columns)
            self.rows[-1].pick_columns()
            return
        self._tell((*self._spec.steps, offer.step))

    def _make_row(self) -> None:
        row = StepRow()
        place = len(self.rows)
        row.changed.connect(lambda step: self._change(place, step))
        row.moved.connect(lambda by: self._move(place, by))
        row.removed.connect(lambda: self._remove(place))
        self.rows.append(row)
        self._column.addWidget(row)

    def _steps(self) -> list[Any]:
        assert self._spec is not None
        return [*self._spec.steps, *([self._begun] if self._begun is not None else [])]

    def _change(self, place: int, step: Step) -> None:
        steps = self._steps()
        steps[place] = step
        self._tell(tuple(steps))

    def _move(self, place: int, by: int) -> None:
        steps = self._steps()
        steps[place], steps[place + by] = steps[place + by], steps[place]
        self._tell(tuple(steps))

    def _remove(self, place: int) -> None:
        steps = self._steps()
        del steps[place]
        self._tell(tuple(steps))

    def _tell(self, steps: tuple[Step, ...]) -> None:
        # A step that leaves out no column is none yet.
        self._begun = next((step for step in steps if isinstance(step, Drop) and not step.columns), None)
        whole = tuple(step for step in steps if step is not self._begun)
        if self._spec is not None and whole != self._spec.steps:
            self.steps_changed.emit(whole)
        elif self._spec is not None:
            self.show_spec(self._spec, self._columns)
