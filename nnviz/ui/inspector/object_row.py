"""An argument that is a named thing, as an activation or an initializer, with the thing's own arguments beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.network.catalogue import Arg, name_of
from nnviz.ui.inspector.activation_field import ActivationField, sentence_of
from nnviz.ui.inspector.activations import CURVES
from nnviz.ui.inspector.arg_row import ArgRow
from nnviz.ui.inspector.indented import Indented
from nnviz.ui.language import translate


class ObjectRow(ArgRow):
    """The choice of an object; its arguments are indented beneath while it has some.

    Attributes:
        rows: the rows of the object that is chosen, by name.
    """

    def __init__(self, arg: Arg, level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(arg, level, parent=parent)
        self.rows: dict[str, ArgRow] = {}
        self._parts: dict[str, tuple[Indented, dict[str, ArgRow]]] = {}
        self._unfolded = False
        self._fitted: Sequence[Any] = ()

    def make_field(self) -> QWidget:
        if not CURVES.keys() & set(self.arg.choices):
            return super().make_field()
        field = ActivationField(self.arg, self.choices())
        field.choice_changed.connect(self.give)
        return field

    def show_values(self, given: Sequence[Any], fitted: Sequence[Any]) -> None:
        self._fitted = fitted
        names = [name_of(value) for value in fitted]
        super().show_values([name_of(value) for value in given], names)
        one = self._one_name()
        if isinstance(self.field, ActivationField):
            self.field.draw(fitted[0] if one is not None else None)
            doc = translate("Catalogue", self.arg.doc)
            self.field.setToolTip("\n".join(text for text in (doc, sentence_of(one)) if text))
        self._show_rows()

    def unfold(self, unfolded: bool) -> None:
        """Show the advanced arguments of the object too, or only those that are set."""
        self._unfolded = unfolded
        self._show_rows()

    def has_folded(self) -> bool:
        """Whether the object that is chosen has advanced arguments."""
        return any(arg.advanced for arg in self.arg.objects.get(self._one_name() or "", ()))

    def _one_name(self) -> str | None:
        """The object that all layers have; None where they differ."""
        names = {name_of(value) for value in self._fitted}
        return names.pop() if len(names) == 1 else None

    def _show_rows(self) -> None:
        name = self._one_name() or ""
        given = [value if isinstance(value, Mapping) else {} for value in self._fitted]
        args = [
            arg for arg in self.arg.objects.get(name, ())
            if not arg.advanced or self._unfolded or any(arg.name in values for values in given)
        ]  # fmt: skip
        if args and name not in self._parts:
            self._parts[name] = (Indented(), {})
            self.column.addWidget(self._parts[name][0])
        self.rows = {arg.name: self._row(name, arg) for arg in args}
        for other, (part, rows) in self._parts.items():
            part.setVisible(other == name and bool(args))
            for inner, row in rows.items():
                row.setVisible(other == name and inner in self.rows)
        for inner, row in self.rows.items():
            held = [values.get(inner) for values in given]
            row.show_values(held, [row.arg.default if value is None else value for value in held])

    def _row(self, name: str, arg: Arg) -> ArgRow:
        part, rows = self._parts[name]
        if arg.name not in rows:
            row = rows[arg.name] = ArgRow(arg, self.level + 1, "object")
            row.value_given.connect(lambda path, value: self.value_given.emit((self.arg.name, *path), value))
            part.column.addWidget(row)
        return rows[arg.name]
