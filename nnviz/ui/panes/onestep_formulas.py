"""What a step does, in a sentence and in formulas: with letters as a textbook has it, and with the real numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.training.one_step.formulas import Line
from nnviz.ui import style, theme


class FormulaList(QWidget):
    """A sentence, and pairs of lines below it.

    Attributes:
        shown: the formulas that stand there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.sentence = self._label(theme.GAP, quiet=True)
        self._pairs: list[tuple[QLabel, QLabel]] = []

    def _label(self, below: int, *, quiet: bool) -> QLabel:
        label = QLabel(self)
        label.setFont(theme.font(11) if quiet else theme.font(12, tabular=True))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setContentsMargins(0, 0, 0, below)
        if quiet:
            style.set_role(label, "quiet")
        self._column.addWidget(label)
        return label

    def show_lines(self, sentence: str, lines: Sequence[Line]) -> None:
        """Show *sentence* and *lines*."""
        self.shown = tuple(lines)
        self.sentence.setText(sentence)
        while len(self._pairs) < len(lines):
            self._pairs.append((self._label(0, quiet=True), self._label(6, quiet=False)))
        for number, pair in enumerate(self._pairs):
            there = number < len(lines)
            for label, text in zip(
                pair, (lines[number].letters, lines[number].numbers) if there else "  ", strict=True
            ):
                label.setVisible(there)
                label.setText(text)
