"""One argument of a layer as a row: the field its type asks for, bound to the value both ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.network.catalogue import Arg
from nnviz.ui import style
from nnviz.ui.controls import ChoiceField, GlyphButton, LabelledRow, NumberField, TextField, ToggleField
from nnviz.ui.inspector.wording import choice_text, label_of, value_text
from nnviz.ui.language import translate


class ArgRow(QWidget):
    """The argument *arg*.

    Signals:
        value_given: a person gave a value; None lets the argument follow its default or the data.
    """

    value_given = Signal(object)

    def __init__(self, arg: Arg, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arg = arg
        self.field = self._make_field()
        more: tuple[QWidget, ...] = ()
        self.follow = GlyphButton("reset", translate("Inspector", "Let it follow the data again"))
        if arg.follows_data:
            self.follow.clicked.connect(lambda: self.value_given.emit(None))
            more = (self.follow,)
        self.row = LabelledRow(label_of(arg.name), self.field, translate("Catalogue", arg.doc), *more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def show_value(self, given: Any, fitted: Any) -> None:
        """Show what a person gave (None: nothing), or quietly what follows from the data or the default."""
        field = self.field
        value = given if given is not None or self.arg.follows_data else fitted
        following = translate("Inspector", "auto")
        if fitted is not None:
            following = translate("Inspector", "{0} · auto").format(value_text(fitted))
        if isinstance(field, NumberField):
            field.set_follow(fitted, following)
            field.set_value(value)
        elif isinstance(field, ChoiceField):
            if self.arg.follows_data:
                field.set_choices([(following, None), *self._choices()])
                field.set_short("" if given is not None else following, quiet=given is None)
            field.set_choice(value)
        elif isinstance(field, ToggleField):
            field.setChecked(bool(value))
        else:
            self._show_text(field, value, following)
        self.follow.setVisible(self.arg.follows_data and given is not None)

    def _show_text(self, field: TextField, value: Any, following: str) -> None:
        field.setPlaceholderText(following if self.arg.follows_data else "")
        field.set_text(value_text(value) if value is not None else "")
        style.set_property(field, "wrong", "false")

    def _choices(self) -> list[tuple[str, Any]]:
        return [(choice_text(choice), choice) for choice in self.arg.choices]

    def _make_field(self) -> NumberField | ChoiceField | ToggleField | TextField:
        arg = self.arg
        if arg.type in ("int", "float"):
            number = NumberField(
                integer=arg.type == "int", minimum=arg.minimum, maximum=arg.maximum, step=_step(arg),
                optional=arg.follows_data,
            )  # fmt: skip
            number.value_changed.connect(self.value_given)
            return number
        if arg.type in ("choice", "object"):
            choice = ChoiceField(self._choices())
            choice.choice_changed.connect(self.value_given)
            return choice
        if arg.type == "bool":
            toggle = ToggleField()
            toggle.clicked.connect(lambda on: self.value_given.emit(on))
            return toggle
        text = TextField()
        text.text_committed.connect(self._take_text)
        return text

    def _take_text(self, text: str) -> None:
        if self.arg.type == "text" or not text.strip():
            self.value_given.emit(text.strip() or None)
            return
        shape = parsed_shape(text)
        style.set_property(self.field, "wrong", "true" if shape is None else "false")
        wrong = translate("Inspector", "Whole numbers with commas between them, as 28, 28, 1")
        self.field.setToolTip(translate("Catalogue", self.arg.doc) if shape else wrong)
        if shape is not None:
            self.value_given.emit(shape)


def _step(arg: Arg) -> float | None:
    """Shares move in steps of 0.05; other real numbers along 1, 2, 5."""
    if arg.type == "int":
        return 1
    return (
        0.05 if arg.minimum == 0 and arg.maximum is not None and 0.5 <= arg.maximum <= 1 < 1000 * arg.default else None
    )


def parsed_shape(text: str) -> list[int] | None:
    """``28, 28, 1`` or ``(28 x 28)`` as whole numbers; None where it is not a shape."""
    cleaned = text.strip().strip("()[]").replace("×", ",").replace("x", ",")
    parts: Sequence[str] = [part.strip() for part in cleaned.split(",") if part.strip()]
    try:
        shape = [int(part) for part in parts]
    except ValueError:
        return None
    return shape if shape and all(size > 0 or size == -1 for size in shape) else None
