"""The pane of the predictions: what the network answers to a fixed sample of rows, while it learns."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from nnviz.network.facts import DataFacts
from nnviz.ui import style, theme
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.predictions_pairs import picture_shape
from nnviz.ui.panes.predictions_rows import answer_rows, number_text, typical_error
from nnviz.ui.panes.predictions_view import PictureOf, PredictionsView
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.training.live import Answers

# Rows that are worth asking for: lines of a list, points, or pictures of whose pixels all are sent.
LISTED, SCATTERED, PICTURED = 32, 400, 21


class PredictionsPane(Pane):
    """The newest answers; answers that come faster than the screen replace each other."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Predictions"))
        self._answers: Answers | None = None
        self._facts: DataFacts | None = None
        self._margin = False
        self._target = TextButton("", self, arrow=True)
        self._target.setToolTip(self.tr("Show the next of the numbers that are predicted"))
        self._target.clicked.connect(self._next_target)
        self._target.hide()
        self._score = QLabel(self)
        self._score.setFont(theme.font(11, tabular=True))
        style.set_role(self._score, "quiet")
        self.header.add(self._target)
        self.header.add_space()
        self.header.add(self._score)
        self.view = PredictionsView(self)
        self.view.empty_text = self.tr("What the network answers to some rows appears here")
        self.body.addWidget(self.view)

    def set_data(self, facts: DataFacts | None, picture_of: PictureOf | None = None) -> None:
        """The data are others.

        Args:
            facts: what is known of them; None for no data.
            picture_of: makes the small picture of a row of a part, where a sample is a picture.
        """
        self._facts, self.view.picture_of = facts, picture_of
        self.view.column = 0
        self.show_answers(None)

    def show_answers(self, answers: Answers | None, *, margin: bool = False) -> None:
        """Show newer *answers*, or none; *margin*: a yes-or-no answer lies in [-1, 1] (hinge)."""
        self._answers, self._margin = answers, margin
        self.refresh_soon()

    @property
    def wanted(self) -> int:
        """How many rows are worth asking for; 0 without data."""
        if self._facts is None:
            return 0
        if picture_shape(self._facts) is not None:
            return PICTURED
        return SCATTERED if self._facts.task == "regression" else LISTED

    def refresh(self) -> None:
        answers, facts = self._answers, self._facts
        if answers is None or facts is None:
            self._score.setText("")
            self._target.hide()
            self.view.show_answers(None, facts, [])
        elif facts.task == "regression":
            self.view.show_answers(answers, facts, [])
            self._name_target(facts)
            error = number_text(typical_error(answers, None if self.view.pictured else self.view.column))
            self._score.setText(self.tr("off by {error} on average").format(error=error))
        else:
            self._target.hide()
            rows = answer_rows(answers, facts, self._margin)
            self.view.show_answers(answers, facts, rows)
            right = sum(row.right for row in rows)
            self._score.setText(self.tr("{right} of {count} right").format(right=right, count=len(rows)))

    def _name_target(self, facts: DataFacts) -> None:
        names = facts.target_names
        self._target.setVisible(facts.outputs > 1 and not self.view.pictured)
        self._target.setText(names[self.view.column] if self.view.column < len(names) else str(self.view.column + 1))

    def _next_target(self) -> None:
        if self._facts is not None:
            self.view.show_column((self.view.column + 1) % self._facts.outputs)
            self.refresh_soon()
