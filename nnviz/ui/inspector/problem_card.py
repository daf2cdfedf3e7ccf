"""What is wrong, where it is looked at: a dot, a sentence, and a button that takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.network.problems import Problem
from nnviz.ui import theme
from nnviz.ui.controls import Card, quiet_button, text_label
from nnviz.ui.language import said
from nnviz.ui.statusline import Dot


class ProblemCard(Card):
    """One problem; *clickable* where a press leads to its layer.

    Signals:
        fix_requested: the Fix button was pressed.
    """

    fix_requested = Signal()

    def __init__(self, problem: Problem, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(clickable=clickable, parent=parent)
        self.problem = problem
        text = said(problem.text)
        self.setAccessibleName(text)
        dot = Dot("caution" if problem.caution else "bad", self)
        sentence = text_label(text, 12, wrap=True)
        beside = QVBoxLayout()
        beside.setSpacing(theme.GAP)
        beside.addWidget(sentence)
        self.fix = None
        if problem.fix is not None:
            self.fix = quiet_button(said(problem.fix.text), small=True)
            self.fix.setProperty("role", "outlined")
            self.fix.clicked.connect(self.fix_requested)
            beside.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(dot)
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(beside, 1)


class GoodCard(Card):
    """The opposite: nothing is in the way."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Dot("good", self))
        row.addWidget(text_label(text, 12, wrap=True), 1)
