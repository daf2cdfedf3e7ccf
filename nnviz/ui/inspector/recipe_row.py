"""One part of the recipe as a row: label, field, a way back, and the sentence that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.controls import LABEL_WIDTH, ChoiceField, GlyphButton, LabelledRow, text_label
from nnviz.ui.inspector.recipe_search import haystack, matches
from nnviz.ui.inspector.recipe_terms import Term

BACK_WIDTH = 16  # of the button below a label


@dataclass(frozen=True)
class Explanation:
    """What is said of a row.

    Attributes:
        title: the label.
        name: Keras's name.
        text: one or two sentences.
        suggestion: what suits the data, and why; empty where nothing is suggested.
    """

    title: str
    name: str
    text: str
    suggestion: str = ""


class RecipeRow(QWidget):
    """The row of *term* with *field*.

    Args:
        term: what it is about.
        field: what holds the value.
        texts: further (context, English) texts that it is found by, as the names of all choices.
        choice_doc: says in one sentence what a choice of the field means.
        back: the drawing on the button that leads back; ``reset``, or ``bulb`` for a suggestion.
        tall: whether the field may be higher than a line, with the label at its top.

    Attributes:
        wanted: whether the row has something to say as the recipe stands; search looks at the others too.
        switch: the row to show in place of this one while it is not wanted.

    Signals:
        pointed: the mouse came onto the row (True) or left it.
        explained: the list of choices is open, and a choice is looked at; carries its sentence.
        back_requested: the button that leads back was pressed.
    """

    pointed = Signal(bool)
    explained = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        term: Term,
        field: QWidget,
        *,
        texts: Iterable[tuple[str, str]] = (),
        choice_doc: Callable[[Any], str] | None = None,
        back: str = "reset",
        tall: bool = False,
        switch: RecipeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.term, self.field, self.switch = term, field, switch
        self.wanted, self._found = True, True
        self._choice_doc, self._suggestion = choice_doc, ""
        self._hay = haystack(term.name, (*term.texts(), *texts))
        self.back = GlyphButton(back, "")
        self.back.hide()
        self.back.clicked.connect(self.back_requested)
        self.line = LabelledRow(term.title, field, term.sentence, *(() if tall else (self.back,)))
        self.mark = text_label(self.tr("(suggested)"), 10, quiet=True)
        self._put_mark_below_label(tall)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        if isinstance(field, ChoiceField) and choice_doc is not None:
            field.highlighted.connect(lambda index: self.explained.emit(choice_doc(field.itemData(index))))

    # ------------------------------------------------------------------ what it says

    def explanation(self) -> Explanation:
        """What to say while someone looks at the row."""
        text = self.term.sentence
        if self._choice_doc is not None and isinstance(self.field, ChoiceField):
            chosen = self._choice_doc(self.field.choice)
            text = f"{text} {chosen}" if chosen else text
        return Explanation(self.term.title, self.term.name, text, self._suggestion)

    def say(self, suggestion: str) -> None:
        """Add *suggestion* to what is said of the row."""
        self._suggestion = suggestion

    def offer_back(self, text: str) -> None:
        """Show the button that leads back, with *text* as its tooltip; hide it where that is empty."""
        self.back.setToolTip(text)
        self.back.setAccessibleName(text)
        self.back.setVisible(bool(text))

    def mark_suggested(self, suggested: bool) -> None:
        """Say below the label that the value is the suggested one, or not."""
        self.mark.setVisible(suggested)

    def _put_mark_below_label(self, tall: bool) -> None:
        layout, beside = self.line.layout(), QWidget()
        assert layout is not None
        self.mark.hide()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 6 if tall else 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line.label)
        column.addWidget(self.mark)
        beside.setFixedWidth(LABEL_WIDTH)
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(0, beside)
        if tall:  # there is room for it below the label, and the lines of the field stay wide
            self.back.setFixedWidth(BACK_WIDTH)  # its drawing begins where the label does
            column.addWidget(self.back)
            layout.setAlignment(beside, Qt.AlignmentFlag.AlignTop)

    # ------------------------------------------------------------------ whether it is there

    def set_wanted(self, wanted: bool) -> None:
        """Show the row, or not, as far as the recipe is concerned."""
        self.wanted = wanted
        self._show()

    def matches(self, query: str) -> bool:
        """Whether the row is what *query* looks for."""
        return matches(query, self._hay)

    def set_found(self, found: bool) -> None:
        """Show the row, or not, as far as the search is concerned."""
        self._found = found
        self._show()

    @property
    def present(self) -> bool:
        """Whether it is shown once its section is."""
        return self.wanted and self._found

    def _show(self) -> None:
        if self.isHidden() == self.present:  # to hide what is hidden costs as much as to hide
            self.setVisible(self.present)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)
