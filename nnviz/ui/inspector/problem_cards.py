"""What is wrong, one card below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.network.problems import Problem
from nnviz.ui import theme
from nnviz.ui.controls import Card, clear_layout
from nnviz.ui.document import Document
from nnviz.ui.inspector.problem_card import GoodCard, ProblemCard
from nnviz.ui.program.in_pieces import InPieces


class ProblemCards(QWidget):
    """Up to *most* problems of *document*, each with its fix; *leading* ones take a person to their layer.

    Cards are made one or two at a time, between the window's turns, and only where the problems are others than before.

    Signals:
        layer_requested: the layer of a problem that was pressed; it is selected, and is to be seen.
    """

    layer_requested = Signal(str)

    def __init__(self, document: Document, most: int, *, leading: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._most, self._leading = document, most, leading
        self._shown: tuple[Problem, ...] = ()
        self._waiting: list[Problem] = []
        self._good = ""
        self._making = InPieces(self._make_next, lambda: not self._waiting, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)

    def show_problems(self, problems: Sequence[Problem], good: str = "") -> None:
        """Show *problems*; where there are none, the sentence *good*."""
        shown = tuple(problems[: self._most])
        if (shown, good) == (self._shown, self._good):
            return
        self._shown, self._good = shown, good
        clear_layout(self._column)
        self._waiting = list(shown)
        if good and not shown:
            self._column.addWidget(GoodCard(good))
        self.setVisible(bool(shown or good))
        self._making.start()

    @property
    def cards(self) -> list[Card]:
        """The cards that are shown; what is on its way is made at once."""
        self._making.finish()
        items = (self._column.itemAt(i) for i in range(self._column.count()))
        return [widget for widget in (item.widget() for item in items if item is not None) if isinstance(widget, Card)]

    def _make_next(self) -> None:
        problem = self._waiting.pop(0)
        card = ProblemCard(problem, clickable=self._leading and problem.layer is not None)
        card.fix_requested.connect(lambda: self._document.apply_fix(problem))
        card.clicked.connect(lambda: self._lead_to(problem))
        self._column.addWidget(card)

    def _lead_to(self, problem: Problem) -> None:
        if problem.layer is not None:
            self._document.select((problem.layer,))
            self.layer_requested.emit(problem.layer)
