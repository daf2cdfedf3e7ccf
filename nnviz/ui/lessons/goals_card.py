"""What a lesson comes to, with a mark once a run has come to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.project.lessons import Goal, figure_of
from nnviz.ui import theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.fields.cards import Card
from nnviz.ui.lessons.words import figure_text, goal_bounds, goal_title
from nnviz.ui.statusline import Dot


class GoalRow(QWidget):
    """One figure: what it is, what it is to be, and what it was."""

    def __init__(self, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal = goal
        self.dot = Dot("line")
        self.found = text_label("", 11, quiet=True, tabular=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(text_label(goal_title(goal), 12))
        words.addWidget(text_label(goal_bounds(goal), 11, quiet=True, tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP + 2)
        row.addWidget(self.dot)
        row.addLayout(words, 1)
        row.addWidget(self.found)

    def show_figure(self, figure: float | None) -> None:
        """Show what a run came to; None where none has."""
        reached = figure is not None and self.goal.reached(figure)
        self.dot.set_color("good" if reached else "line" if figure is None else "caution")
        text = "" if figure is None else figure_text(self.goal, figure)
        self.found.setText(text + " ✓" if reached else text)


class GoalsCard(Card):
    """All figures of a lesson."""

    def __init__(self, goals: tuple[Goal, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows = tuple(GoalRow(goal) for goal in goals)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Result to reach")))
        for row in self.rows:
            column.addWidget(row)

    def show_run(self, epochs: Mapping[str, float], test: Mapping[str, float]) -> None:
        """Show what a run came to: the figures of its last epoch, and those of the test part where it has one."""
        for row in self.rows:
            row.show_figure(figure_of(row.goal, epochs, test))
