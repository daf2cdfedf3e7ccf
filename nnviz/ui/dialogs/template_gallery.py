"""Networks to start from: a card for each, with what it looks like, what it is good for and what data it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.network.facts import DataFacts
from nnviz.network.templates import TEMPLATES, Template
from nnviz.project.from_template import own_data
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, ElidedLabel, ScrollPanel, SegmentedTabs, quiet_button, text_label
from nnviz.ui.dialogs.template_drawing import Plan, paint_plan, plan_of
from nnviz.ui.document import Document
from nnviz.ui.language import translate
from nnviz.ui.program.background import Background
from nnviz.ui.sidebar.wording import data_title

COLUMNS = 3
CARD_WIDTH, DRAWING_HEIGHT = 264, 104
HEIGHT = 700
MINE, OWN = range(2)


class _Drawing(QWidget):
    """The network of a card, as soon as it is laid out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.setFixedHeight(DRAWING_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.plan is not None:
            painter = QPainter(self)
            paint_plan(painter, self.plan, QRectF(self.rect()).adjusted(8, 10, -8, -6))
            painter.end()


class TemplateCard(Card):
    """One template."""

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.template = template
        title, sentence = translate("Templates", template.title), translate("Templates", template.sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFixedWidth(CARD_WIDTH)
        self.drawing = _Drawing(self)
        self.takes = ElidedLabel(11)
        what = text_label(sentence, 11, quiet=True, wrap=True)
        what.setMinimumHeight(2 * what.fontMetrics().lineSpacing() + 2)
        what.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(3)
        column.addWidget(self.drawing)
        column.addWidget(text_label(title, 13, semibold=True))
        column.addWidget(what)
        column.addSpacing(2)
        column.addWidget(self.takes)

    def show_data(self, text: str, *, mine: bool) -> None:
        """Say which data it would learn from; those that are open are *mine*."""
        style.set_role(self.takes, "accent" if mine else "quiet")
        self.takes.setText(text)


class TemplateGallery(QDialog):
    """All templates; one click opens one.

    Signals:
        template_chosen: a template, and whether it is to be put on the data that are open.
    """

    template_chosen = Signal(object, bool)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Offering the data of *document* to those that can take them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New from template"))
        self._facts: DataFacts | None = document.facts
        self._data = data_title(document.data_spec)
        on = self.tr("On {0}").format(self._data)
        self.tabs = SegmentedTabs((on, self.tr("With their own data")))
        self.tabs.setAccessibleName(self.tr("Data"))
        self.note = text_label("", 11, quiet=True, wrap=True)
        self.cancel = quiet_button(self.tr("Cancel"))
        self.cards = {name: TemplateCard(template) for name, template in TEMPLATES.items()}
        self._background = Background(self)
        self._background.done.connect(self._show_drawings)
        self._lay_out()
        self.setFixedWidth(COLUMNS * CARD_WIDTH + (COLUMNS - 1) * theme.GAP + 2 * theme.GROUP)
        self.resize(self.width(), min(HEIGHT, parent.height() - 2 * theme.GROUP if parent is not None else HEIGHT))
        self.tabs.currentChanged.connect(lambda _: self._describe())
        self.cancel.clicked.connect(self.reject)
        for card in self.cards.values():
            card.clicked.connect(lambda card=card: self._choose(card))
        if self._facts is None:
            self.tabs.hide()
            self.tabs.setCurrentIndex(OWN)
        self._describe()
        next(iter(self.cards.values())).setFocus()

    def done(self, result: int) -> None:
        self._background.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.GROUP - theme.GAP, theme.GAP, theme.GROUP, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        panel = ScrollPanel(theme.GROUP, theme.GAP)
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        for i, card in enumerate(self.cards.values()):
            grid.addWidget(card, i // COLUMNS, i % COLUMNS)
        panel.column.addLayout(grid)
        panel.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GROUP, theme.GAP, theme.GROUP, theme.GROUP)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(panel, 1)
        column.addLayout(foot)

    def _fits(self, template: Template) -> bool:
        """Whether *template* would be put on the data that are open."""
        return self.tabs.currentIndex() == MINE and self._facts is not None and template.fits(self._facts)

    def _describe(self) -> None:
        """Say of each card which data it would learn from, and draw it in the size that it has on them."""
        for card in self.cards.values():
            if self._fits(card.template):
                card.show_data(self.tr("On {0}").format(self._data), mine=True)
            else:
                takes = translate("Templates", card.template.takes)
                text = self.tr("Brings {0}; takes {1}").format(data_title(own_data(card.template)), takes)
                card.show_data(text, mine=False)
        self.note.setText(
            self.tr("On your data, the network and the recipe are replaced; Undo brings them back.")
            if self.tabs.currentIndex() == MINE
            else self.tr("Opens as a new project.")
        )
        facts = {name: self._facts if self._fits(card.template) else None for name, card in self.cards.items()}

        def work(_cancelled: object) -> dict[str, Plan]:
            return {
                name: plan_of(TEMPLATES[name].network(given), given or TEMPLATES[name].own)
                for name, given in facts.items()
            }

        self._background.run(work)

    def _show_drawings(self, plans: dict[str, Plan]) -> None:
        for name, plan in plans.items():
            self.cards[name].drawing.plan = plan
            self.cards[name].drawing.update()

    def _choose(self, card: TemplateCard) -> None:
        self.template_chosen.emit(card.template, self._fits(card.template))
        self.accept()
