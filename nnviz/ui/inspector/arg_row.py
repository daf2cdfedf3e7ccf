"""One argument of a layer as a row: the field its type asks for, bound to the value both ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.errors import BadInput
from nnviz.network.catalogue import Arg
from nnviz.network.values import checked
from nnviz.ui import style, theme
from nnviz.ui.controls import LABEL_WIDTH, GlyphButton, LabelledRow, TextField, ToggleField, text_label
from nnviz.ui.fields.choice_field import ChoiceField
from nnviz.ui.fields.number_field import Number
from nnviz.ui.fields.step_field import StepField
from nnviz.ui.inspector.arg_fields import field_for, typed
from nnviz.ui.inspector.arg_paths import common
from nnviz.ui.inspector.indented import INDENT
from nnviz.ui.inspector.names_field import NamesField
from nnviz.ui.inspector.wording import Owner, choice_text, label_of, value_text
from nnviz.ui.language import said, translate


class ArgRow(QWidget):
    """The argument *arg*, of one layer or of several at once.

    Attributes:
        field: what holds the value.
        follow: the button that lets the value follow the data again.
        refusal: the sentence why what was typed cannot be.

    Signals:
        value_given: a person gave a value. Carries its path from this argument on, and the value; None lets the
            argument follow its default or the data.
    """

    value_given = Signal(tuple, object)

    def __init__(self, arg: Arg, level: int = 0, of: Owner = "layer", parent: QWidget | None = None) -> None:
        """*level* says how often the row is indented; its label gives way, so that the fields stand in line."""
        super().__init__(parent)
        self.arg, self.level = arg, level
        self.field = self.make_field()
        self.follow = GlyphButton("reset", translate("Inspector", "Let it follow the data again"))
        self.follow.clicked.connect(lambda: self.give(None))
        self.follow.hide()
        self.mixed = text_label(translate("Inspector", "mixed"), 11, quiet=True)
        self.mixed.hide()
        more = (self.mixed, self.follow) if isinstance(self.field, ToggleField) else (self.follow,)
        self.row = LabelledRow(label_of(arg.name, of), self.field, translate("Catalogue", arg.doc), *more)
        label, width = self.row.label, LABEL_WIDTH - INDENT * level
        label.setFixedWidth(width)
        # Labels that may wrap make the form's layout much slower, and most need not.
        label.setWordWrap(label.fontMetrics().horizontalAdvance(label.text()) > width)
        self.refusal = text_label("", 11, wrap=True)
        style.set_role(self.refusal, "bad")
        self.refusal.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.STEP)
        self.column.addWidget(self.row)
        self.column.addWidget(self.refusal)

    # ------------------------------------------------------------------ what it shows

    def show_values(self, given: Sequence[Any], fitted: Sequence[Any]) -> None:
        """Show what a person gave to each layer (None: nothing), or quietly what follows (*fitted*)."""
        self.refuse("")
        same_given, value = common(given)
        same, follows = common(fitted)
        # Layers of which some follow and some do not are alike only where nothing was given to any.
        alike = same and (same_given or not self.arg.follows_data)
        if not self.arg.follows_data:
            value = follows
        if alike:
            self.show_one(value, follows)
        else:
            self.show_mixed()
        self.follow.setVisible(self.arg.follows_data and any(x is not None for x in given))

    def show_one(self, value: Any, follows: Any) -> None:
        """Show *value*; where that is None, quietly what *follows* instead."""
        field, following = self.field, self._following(follows)
        self.mixed.hide()
        if isinstance(field, StepField):
            field.set_follow(follows, following)
            field.set_value(value)
        elif isinstance(field, ChoiceField):
            if self.arg.follows_data:
                field.set_choices([(following, None), *self.choices()])
                field.set_short("" if value is not None else following, quiet=value is None)
            elif self.arg.optional:
                field.set_choices([(following, None), *self.choices()])
            field.set_choice(value)
        elif isinstance(field, ToggleField):
            field.setChecked(bool(value))
        elif isinstance(field, TextField):
            field.setPlaceholderText(following)
            field.set_text(value_text(value) if value is not None else "")

    def show_mixed(self) -> None:
        """Say that the layers differ."""
        field, mixed = self.field, self.mixed.text()
        if isinstance(field, StepField):
            field.set_follow(None, mixed)
            field.set_value(None)
        elif isinstance(field, ChoiceField):
            field.set_short("")
            field.setPlaceholderText(mixed)
            field.set_choice(None)
            field.setCurrentIndex(-1)
        elif isinstance(field, ToggleField):
            field.setChecked(False)
            self.mixed.show()
        elif isinstance(field, TextField):
            field.setPlaceholderText(mixed)
            field.set_text("")

    def refuse(self, sentence: str) -> None:
        """Say below the field why its value cannot be; nothing where *sentence* is empty."""
        if sentence != self.refusal.text():
            self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        style.set_property(self.field, "wrong", "true" if sentence else "false")
        self.field.update()

    def choices(self) -> list[tuple[str, Any]]:
        """What a choice offers: text and value."""
        return [(choice_text(choice), choice) for choice in self.arg.choices]

    # ------------------------------------------------------------------ what a person gives

    def make_field(self) -> QWidget:
        """The field, told where its value goes."""
        field = field_for(self.arg, self.choices())
        if isinstance(field, StepField):
            field.value_changed.connect(self.give)
            field.text_refused.connect(lambda text: self.give(typed(self.arg, text)))
        elif isinstance(field, ChoiceField):
            field.choice_changed.connect(self.give)
        elif isinstance(field, ToggleField):
            field.clicked.connect(self.give)
        elif isinstance(field, TextField):
            field.text_committed.connect(lambda text: self.give(typed(self.arg, text)))
        if isinstance(field, NamesField):
            field.names_given.connect(lambda names: self.give(names or None))
        return field

    def give(self, value: Any) -> None:
        """Hand *value* on, or say why it cannot be."""
        try:
            taken = None if value is None else checked(self.arg, value, self.row.label.text())
        except BadInput as error:
            self.refuse(said(error.args[0]))
            return
        self.refuse("")
        self.value_given.emit((self.arg.name,), taken)

    def _following(self, follows: Number | str | None) -> str:
        if self.arg.follows_data:
            auto = translate("Inspector", "auto")
            return auto if follows is None else translate("Inspector", "{0} · auto").format(value_text(follows))
        if not self.arg.optional:
            return ""
        return translate("Inspector", "all") if self.arg.type in ("names", "axes") else translate("Inspector", "none")
