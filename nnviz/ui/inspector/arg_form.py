"""All arguments of one kind of layer as rows; those that few people need are folded away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.network.catalogue import CATALOGUE, Arg, name_of
from nnviz.ui.controls import Disclosure
from nnviz.ui.inspector.arg_paths import differs
from nnviz.ui.inspector.arg_row import ArgRow
from nnviz.ui.inspector.indented import Indented
from nnviz.ui.inspector.names_field import NamesField
from nnviz.ui.inspector.object_row import ObjectRow
from nnviz.ui.language import translate
from nnviz.ui.program.in_pieces import InPieces

ROW_GAP = 10
Values = Mapping[str, Any]


class ArgForm(QWidget):
    """The arguments *args* of one layer, or of several at once.

    Rows are made one or two at a time, between the window's turns, since a row costs a millisecond or two; the advanced
    ones when they are first unfolded.

    Attributes:
        more: the fold of the advanced arguments; while it is open, rows show the advanced arguments of objects too.

    Signals:
        value_given: a person gave a value to an argument. Carries its path and the value (None: none of its own).
    """

    value_given = Signal(tuple, object)

    def __init__(self, args: Sequence[Arg], level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._advanced = [arg for arg in args if arg.advanced]
        self._waiting = [arg for arg in args if not arg.advanced]
        self._rows: dict[str, ArgRow] = {}
        self._given: Sequence[Values] = ()
        self._fitted: Sequence[Values] = ()
        self._names: Mapping[str, Sequence[str]] = {}
        self._wanted_open = self._were_set = False
        self._making = InPieces(self._make_next, lambda: not self._waiting, self)
        self.more = Disclosure(translate("Inspector", "More"), parent=self)
        self.more.body.setSpacing(ROW_GAP)
        self.more.header.toggled.connect(self._unfold)
        self.more.header.clicked.connect(self._remember)
        self.more.setVisible(bool(self._advanced))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ROW_GAP)
        self._column.addWidget(self.more)

    @property
    def rows(self) -> dict[str, ArgRow]:
        """The rows by name, the advanced ones from when they are unfolded; what is on its way is made at once."""
        self._making.finish()
        return self._rows

    def show_values(self, given: Sequence[Values], fitted: Sequence[Values], *, other: bool) -> None:
        """Show layers: what a person gave each of them, and all their arguments; *other* than shown before or not."""
        self._given, self._fitted = given, fitted
        for row in self._rows.values():
            self._show(row)
        are_set = any(differs(arg, values.get(arg.name)) for arg in self._advanced for values in given)
        if other or (are_set and not self._were_set):
            self.more.header.setChecked(are_set or self._wanted_open)
        self._were_set = are_set
        self._making.start()

    def offer_names(self, names: Mapping[str, Sequence[str]]) -> None:
        """Let names of columns be chosen among *names*, by argument; those that are shown next."""
        self._names = names

    def _show(self, row: ArgRow) -> None:
        name = row.arg.name
        if isinstance(row.field, NamesField):
            row.field.offer(self._names.get(name, ()))
        row.show_values([values.get(name) for values in self._given], [values[name] for values in self._fitted])
        if not self._advanced:
            self.more.setVisible(any(isinstance(row, ObjectRow) and row.has_folded() for row in self._rows.values()))

    def _remember(self, is_open: bool) -> None:
        self._wanted_open = is_open

    def _unfold(self, is_open: bool) -> None:
        for row in self._rows.values():
            if isinstance(row, ObjectRow):
                row.unfold(is_open)
        if is_open and self._advanced and self._advanced[0].name not in self._rows:
            self._waiting += [arg for arg in self._advanced if arg not in self._waiting]
            self._making.start()

    def _make_next(self) -> None:
        arg = self._waiting.pop(0)
        row = row_for(arg, self._level)
        self._rows[arg.name] = row
        row.value_given.connect(self.value_given)
        if isinstance(row, ObjectRow):
            row.unfold(self.more.is_open)
        if self._given:
            self._show(row)
        if arg.advanced:
            self.more.body.addWidget(row)
        else:
            self._column.insertWidget(self._column.count() - 1, row)


class WrappedRow(ArgRow):
    """The layer that a wrapper wraps: a choice of kinds, with the arguments of the chosen one indented beneath.

    Attributes:
        form: the arguments of the wrapped kind; None while there is none.
    """

    def __init__(self, arg: Arg, level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(arg, level, parent=parent)
        self.form: ArgForm | None = None
        self._parts: dict[str, tuple[Indented, ArgForm]] = {}

    def choices(self) -> list[tuple[str, Any]]:
        return [(translate("Catalogue", CATALOGUE[kind].title), kind) for kind in self.arg.choices]

    def give(self, value: Any) -> None:
        if value is not None:
            self.value_given.emit((self.arg.name, "kind"), value)
        elif self.arg.optional:
            self.value_given.emit((self.arg.name,), None)

    def show_values(self, given: Sequence[Any], fitted: Sequence[Any]) -> None:
        kinds = [name_of(value) for value in fitted]
        super().show_values([name_of(value) for value in given], kinds)
        kind = kinds[0] if all(other == kinds[0] for other in kinds) else None
        other = self.form is None or kind not in self._parts or self._parts[kind][1] is not self.form
        self._show_part(kind)
        if self.form is not None and kind is not None:
            inner = [{name: held for name, held in value.items() if name != "kind"} for value in fitted]
            self.form.show_values(inner, [CATALOGUE[kind].full(values) for values in inner], other=other)

    def _show_part(self, kind: str | None) -> None:
        if kind is not None and kind not in self._parts:
            self._parts[kind] = self._make_part(kind)
        for other, (part, _) in self._parts.items():
            part.setVisible(other == kind)
        self.form = self._parts[kind][1] if kind is not None else None

    def _make_part(self, kind: str) -> tuple[Indented, ArgForm]:
        part = Indented()
        form = ArgForm([arg for arg in CATALOGUE[kind].args if not arg.ours], self.level + 1)
        form.value_given.connect(lambda path, value: self.value_given.emit((self.arg.name, *path), value))
        part.column.addWidget(form)
        self.column.addWidget(part)
        return part, form


def row_for(arg: Arg, level: int = 0) -> ArgRow:
    """The row that the type of *arg* asks for."""
    if arg.type == "layer":
        return WrappedRow(arg, level)
    return ObjectRow(arg, level) if arg.type == "object" else ArgRow(arg, level)
