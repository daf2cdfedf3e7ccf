"""The foot of the recipe's form: what is pointed at, or stepped into, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import text_label
from nnviz.ui.inspector.recipe_row import Explanation

# A title and five lines, or four lines in all: its height never changes with the text, or the form would jump.
HEIGHT, SHORT_HEIGHT = 104, 70
LEFT, RIGHT = 20, 14


class ExplanationBar(QWidget):
    """A title, Keras's name, a sentence or two, and what is suggested."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._said: Explanation | None = None
        self.title = text_label("", 11, semibold=True)
        self.name = text_label("", 11, quiet=True)
        self.text = text_label("", 11, quiet=True, wrap=True)
        self.suggestion = text_label("", 11, wrap=True)
        style.set_role(self.suggestion, "accent")
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.title)
        head.addWidget(self.name, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        for label in (self.text, self.suggestion):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.set_short(False)

    def set_short(self, short: bool) -> None:
        """Take less room, where the form has little; what is suggested then waits in the tooltip of its button."""
        self._short = short
        self.setFixedHeight(SHORT_HEIGHT if short else HEIGHT)
        self._column.setContentsMargins(LEFT, 6 if short else 10, RIGHT, 4 if short else 6)
        self._show()

    def show_explanation(self, said: Explanation | None) -> None:
        """Say *said*; None invites to point at something."""
        self._said = said
        self._show()

    def show_choice(self, said: Explanation, sentence: str) -> None:
        """Say what the choice under the mouse means, in place of the row's own sentence."""
        self.show_explanation(Explanation(said.title, said.name, sentence or said.text))

    def _show(self) -> None:
        said = self._said
        if said is None:
            said = Explanation("", "", self.tr("Point at a field, or step into it, to read here what it does."))
        same = said.name.replace("_", " ").casefold() == said.title.casefold()
        _say(self.title, said.title)
        _say(self.name, "" if same else said.name)
        _say(self.text, said.text)
        _say(self.suggestion, said.suggestion if self._fits(said) else "")

    def _fits(self, said: Explanation) -> bool:
        """Whether there is room for the suggestion too."""
        width = self.width() - LEFT - RIGHT
        line = self.text.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap
        rows = [line.boundingRect(0, 0, width, 1000, flags, text).height() for text in (said.text, said.suggestion)]
        return not self._short or line.height() + sum(rows) + 4 <= SHORT_HEIGHT - 10


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
