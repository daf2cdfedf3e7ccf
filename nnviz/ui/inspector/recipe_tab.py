"""The recipe: a form with search, with what the task suggests, and a foot that explains what is pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nnviz.training.suggest import suggestions
from nnviz.ui import theme
from nnviz.ui.controls import ScrollPanel, clear_layout, divider, text_label
from nnviz.ui.document import Document
from nnviz.ui.inspector.data_section import DataSection
from nnviz.ui.inspector.problem_card import ProblemCard
from nnviz.ui.inspector.recipe_class_weights import ClassWeightsSection
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_essentials import Essentials
from nnviz.ui.inspector.recipe_explanation import ExplanationBar
from nnviz.ui.inspector.recipe_goal import GoalSection
from nnviz.ui.inspector.recipe_method import MethodSection
from nnviz.ui.inspector.recipe_optimizer import OptimizerSection
from nnviz.ui.inspector.recipe_rate import RateSection
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_run import RunSection
from nnviz.ui.inspector.recipe_search import SearchField
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.stopping_section import PlateauSection, StoppingSection

TALL = 480  # pixels: a lower tab has a short foot
LOW = 180  # pixels: a tab that is lower still has none
MOST_PROBLEMS = 3  # more would push the form out of sight; the next ones follow when these are settled


class RecipeTab(QWidget):
    """Fields for the recipe of *document* and for how its data are prepared.

    The form has some eighty widgets: they are made once the tab is seen, a section at a time, so that the window never
    stands still for them.

    Attributes:
        search: shows only the rows that are looked for; Ctrl+F leads there.
        essentials: the rows that everyone looks for, from all sections.
        goal, method, optimizer, rate, run, classes, data, stopping, plateau: the sections, once they are built.
        explanation: what is said of the row under the mouse, or of the one with the focus.
    """

    goal: GoalSection
    method: MethodSection
    optimizer: OptimizerSection
    rate: RateSection
    run: RunSection
    stopping: StoppingSection
    plateau: PlateauSection
    classes: ClassWeightsSection
    data: DataSection

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._edits = document, RecipeEdits(document)
        self._pointed: RecipeRow | None = None
        self._focused: RecipeRow | None = None
        self._stale = False
        self.sections: list[RecipeSection] = []
        self.search = SearchField(self.tr("Search the recipe"))
        self.search.setToolTip(self.tr("By name, Keras's name or explanation (Ctrl+F)"))
        self.nothing = text_label("", 12, quiet=True, wrap=True)
        self.explanation = ExplanationBar()
        self.panel = ScrollPanel(20, theme.STEP, self)
        self.cards = QWidget()
        self._cards = QVBoxLayout(self.cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.GAP)
        self.essentials = Essentials()
        self._waiting = self._makers()
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_next)
        self._lay_out()
        self._bind()

    def _makers(self) -> list[tuple[str, Callable[[], RecipeSection]]]:
        # Built where they will stand: Qt works out the style of a widget anew each time it gets another parent.
        document, edits, place = self._document, self._edits, self.panel.widget()
        return [
            ("goal", lambda: GoalSection(document, edits, place)),
            ("method", lambda: MethodSection(document, edits, place)),
            ("optimizer", lambda: OptimizerSection(document, edits, place)),
            ("rate", lambda: RateSection(document, edits, place)),
            ("run", lambda: RunSection(document, edits, place)),
            ("stopping", lambda: StoppingSection(document, edits, place)),
            ("plateau", lambda: PlateauSection(document, edits, place)),
            ("classes", lambda: ClassWeightsSection(document, edits, place)),
            ("data", lambda: DataSection(document, place)),
        ]

    def build(self) -> None:
        """Make at once what is still missing of the form."""
        while self._waiting:
            self._build_next()

    def _build_next(self) -> None:
        name, make = self._waiting.pop(0)
        section = make()
        setattr(self, name, section)
        self.sections.append(section)
        self.essentials.take_from(section)
        section.row_added.connect(self._listen)
        for row in section.rows:
            self._listen(row)
        self.panel.column.insertWidget(self.panel.column.count() - 1, section)
        section.refresh(suggestions(self._document.recipe, self._document.facts))
        self._find(self.search.text())
        if not self._waiting:
            self._building.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._building.start()
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.explanation.set_short(self.height() < TALL)
        self.explanation.setVisible(self.height() >= LOW)

    def refresh(self) -> None:
        """Show the recipe as it is now; a tab that nobody sees waits until it is seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        offers = suggestions(self._document.recipe, self._document.facts)
        for section in self.sections:
            section.refresh(offers)
        self._find(self.search.text())
        self._explain()

    def _lay_out(self) -> None:
        panel = self.panel
        panel.column.setSpacing(theme.GROUP)
        panel.column.addWidget(self.cards)
        panel.column.addWidget(self.nothing)
        panel.column.addWidget(self.essentials)
        panel.column.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(20, 10, 20, 6)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(panel, 1)
        column.addWidget(divider())
        column.addWidget(self.explanation)

    def _bind(self) -> None:
        document = self._document
        document.recipe_changed.connect(self.refresh)
        document.facts_changed.connect(self.refresh)
        document.network_changed.connect(self._follow_network)
        document.data_changed.connect(self.refresh)
        document.problems_changed.connect(self._show_problems)
        self._show_problems()
        self.search.textChanged.connect(self._find)
        self.search.left.connect(self.panel.setFocus)
        # Only while the tab can be seen: Qt leaves out the keys of hidden widgets.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._start_search)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _follow_network(self) -> None:
        """Some methods name a layer."""
        if self._document.recipe.method is not None:
            self.refresh()

    # ------------------------------------------------------------------ search

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find(self, text: str) -> None:
        query = text.strip()
        found = sum(section.show_found(query) for section in self.sections)
        self._show_cards()
        self.nothing.setText(self.tr("Nothing in the recipe is called “{0}”.").format(query))
        self.nothing.setVisible(bool(query) and not found and not self._waiting)

    # ------------------------------------------------------------------ what is wrong

    def _show_problems(self) -> None:
        """What concerns no layer is the recipe's or the data's."""
        clear_layout(self._cards)
        problems = [problem for problem in self._document.problems if problem.layer is None]
        for problem in problems[:MOST_PROBLEMS]:
            card = ProblemCard(problem)
            card.fix_requested.connect(lambda problem=problem: self._document.apply_fix(problem))
            self._cards.addWidget(card)
        more = len(problems) - MOST_PROBLEMS
        if more > 0:
            text = (
                self.tr("1 more thing to look at") if more == 1 else self.tr("{0} more things to look at").format(more)
            )
            self._cards.addWidget(text_label(text, 11, quiet=True))
        self._show_cards()

    def _show_cards(self) -> None:
        self.cards.setVisible(self._cards.count() > 0 and not self.search.text().strip())

    # ------------------------------------------------------------------ explanations

    def _listen(self, row: RecipeRow) -> None:
        row.pointed.connect(lambda there: self._point(row if there else None))
        row.explained.connect(lambda sentence: self.explanation.show_choice(row.explanation(), sentence))
        row.destroyed.connect(self._forget)

    def _point(self, row: RecipeRow | None) -> None:
        self._pointed = row
        self._explain()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        self._focused = _row_of(new, self)
        if self._focused is not None:
            self.panel.ensureWidgetVisible(self._focused, 0, 24)
        self._explain()

    def _forget(self) -> None:
        self._pointed = self._focused = None

    def _explain(self) -> None:
        row = self._pointed or self._focused
        self.explanation.show_explanation(row.explanation() if row is not None else None)


def _row_of(widget: QWidget, top: QWidget) -> RecipeRow | None:
    """The row that *widget* stands in."""
    place: QWidget | None = widget
    while place is not None and place is not top:
        if isinstance(place, RecipeRow):
            return place
        place = place.parentWidget()
    return None
