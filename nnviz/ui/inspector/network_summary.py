"""The whole network at a glance, while no single layer is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.network.catalogue import full_args
from nnviz.network.spec import LayerSpec
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, ElidedLabel, SectionCaption, clear_layout, text_label
from nnviz.ui.document import Document
from nnviz.ui.figures import count_text
from nnviz.ui.inspector.memory_line import MemoryLine
from nnviz.ui.inspector.problem_card import GoodCard, ProblemCard
from nnviz.ui.inspector.wording import layer_line

MOST_ROWS = 60
NAME_WIDTH = 84
MOST_PROBLEMS = 12


class LayerRow(Card):
    """One layer of the list; a press selects it."""

    def __init__(self, layer: LayerSpec, parameters: int, selected: bool, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.layer_id = layer.id
        line = layer_line(layer, full_args(layer))
        self.setAccessibleName(f"{layer.id}: {line}")
        self.set_chosen(selected)
        self.setFixedHeight(30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(theme.GAP)
        name, what = ElidedLabel(12), ElidedLabel(11)
        name.setText(layer.id)
        name.setFixedWidth(NAME_WIDTH)
        what.setText(line)
        what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(what, "quiet")
        row.addWidget(name)
        row.addWidget(what, 1)
        if parameters:
            row.addWidget(
                text_label(count_text(parameters), 11, quiet=True, tabular=True), 0, Qt.AlignmentFlag.AlignRight
            )


class NetworkSummary(QWidget):
    """Layers, parameters and problems of *document*'s network."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.title = text_label("", 13, semibold=True, wrap=True)
        self.figures = text_label("", 11, quiet=True, wrap=True)
        self.memory = MemoryLine(document, self)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.STEP)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(theme.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Network")))
        column.addWidget(self.title)
        column.addSpacing(-theme.STEP)
        column.addWidget(self.figures)
        column.addWidget(self.memory)
        column.addLayout(self._problems)
        column.addSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Layers")))
        column.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Show the network as it is now."""
        document = self._document
        count, chosen = len(document.network.layers), len(document.selection)
        self.title.setText(
            self.tr("{0} of {1} layers selected").format(chosen, count) if chosen
            else (self.tr("1 layer") if count == 1 else self.tr("{0} layers").format(count))
        )  # fmt: skip
        self.figures.setText(self.tr("{0} parameters").format(count_text(document.inference.total_parameters)))
        self.memory.refresh()
        self._fill_problems()
        self._fill_layers()

    def _fill_problems(self) -> None:
        clear_layout(self._problems)
        for problem in self._document.problems[:MOST_PROBLEMS]:
            card = ProblemCard(problem, clickable=problem.layer is not None)
            card.fix_requested.connect(lambda problem=problem: self._document.apply_fix(problem))
            card.clicked.connect(lambda problem=problem: self._select(problem.layer))
            self._problems.addWidget(card)
        if not self._document.problems and not self._document.loading:
            self._problems.addWidget(GoodCard(self.tr("Ready to train")))

    def _fill_layers(self) -> None:
        clear_layout(self._list)
        document = self._document
        for layer in (document.fitted.ordered() or document.fitted.layers)[:MOST_ROWS]:
            row = LayerRow(layer, document.inference.parameters.get(layer.id, 0), layer.id in document.selection)
            row.clicked.connect(lambda layer_id=layer.id: self._select(layer_id))
            self._list.addWidget(row)

    def _select(self, layer_id: str | None) -> None:
        if layer_id is not None:
            self._document.select((layer_id,))
