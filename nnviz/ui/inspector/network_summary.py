"""The whole network at a glance, while no layers of one kind are selected."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.network.catalogue import CATALOGUE
from nnviz.ui import theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.document import Document
from nnviz.ui.inspector.layer_list import LayerList
from nnviz.ui.inspector.memory_line import MemoryLine
from nnviz.ui.inspector.problem_cards import ProblemCards
from nnviz.ui.inspector.wording import cost_line
from nnviz.ui.language import translate

MOST_PROBLEMS = 12


class NetworkSummary(QWidget):
    """Layers, parameters and problems of *document*'s network.

    Attributes:
        title: how many layers there are, or are selected.
        kinds: how many of each kind.
        figures: parameters and multiply-adds.
        problems: what keeps it from being trained.
        layers: the rows of the layers.

    Signals:
        layer_requested: the layer that a person wants to see; it is selected.
    """

    layer_requested = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.title = text_label("", 13, semibold=True, wrap=True)
        self.kinds = text_label("", 11, quiet=True, wrap=True)
        self.figures = text_label("", 11, quiet=True, wrap=True, tabular=True)
        self.memory = MemoryLine(document, self)
        self.layers = LayerList(document)
        self.layers.layer_pressed.connect(self._select)
        self.problems = ProblemCards(document, MOST_PROBLEMS, leading=True)
        self.problems.layer_requested.connect(self.layer_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Network")))
        column.addWidget(self.title)
        column.addSpacing(-theme.STEP)
        for widget in (self.kinds, self.figures, self.memory, self.problems):
            column.addWidget(widget)
        column.addSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Layers")))
        column.addWidget(self.layers)
        self.refresh()

    def refresh(self) -> None:
        """Show the network as it is now."""
        document = self._document
        count, chosen = len(document.network.layers), len(document.selection)
        self.title.setText(
            self.tr("{0} of {1} layers selected").format(chosen, count) if chosen
            else (self.tr("1 layer") if count == 1 else self.tr("{0} layers").format(count))
        )  # fmt: skip
        kinds = Counter(layer.kind for layer in document.network.layers)
        counted = self.tr("{0} {1}")  # "2 Hidden": how many of which kind
        titles = {kind: translate("Catalogue", CATALOGUE[kind].title) for kind in kinds}
        self.kinds.setText(", ".join(counted.format(times, titles[kind]) for kind, times in kinds.items()))
        self.kinds.setVisible(count > 1)
        weights = [weight for found in document.inference.weights.values() for weight in found]
        self.figures.setText(cost_line(weights, sum(document.inference.multiply_adds.values())))
        self.memory.refresh()
        ready = not document.problems and not document.loading
        self.problems.show_problems(document.problems, self.tr("No problems: it can be trained") if ready else "")
        self.layers.refresh()

    def _select(self, layer_id: str) -> None:
        self._document.select((layer_id,))
        self.layer_requested.emit(layer_id)
