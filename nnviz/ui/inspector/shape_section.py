"""What goes into a layer, what comes out, and what it costs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.document import Document
from nnviz.ui.inspector.wording import cost_line, shape_line, weight_lines


class ShapeSection(QWidget):
    """Shapes, parameters and multiply-adds of layers of *document*; of several, what they have together.

    Attributes:
        shape: the shapes that come in and the one that goes out.
        cost: the counts; its tooltip names every array of weights.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.shape = text_label("", 12, wrap=True, tabular=True)
        self.cost = text_label("", 11, quiet=True, wrap=True, tabular=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionCaption(self.tr("Shape")))
        column.addWidget(self.shape)
        column.addSpacing(-theme.STEP)
        column.addWidget(self.cost)

    def show_layers(self, ids: tuple[str, ...]) -> None:
        """Show the layers *ids*; where their shapes differ, only what they cost together."""
        fitted, inference = self._document.fitted, self._document.inference
        lines = {shape_line(fitted, inference, fitted.layer(layer_id)) for layer_id in ids}
        self.shape.setText(lines.pop() if len(lines) == 1 else self.tr("The shapes differ"))
        weights = [weight for layer_id in ids for weight in inference.weights.get(layer_id, ())]
        work = sum(inference.multiply_adds.get(layer_id, 0) for layer_id in ids)
        self.cost.setText(cost_line(weights, work))
        self.cost.setToolTip(weight_lines(weights) if len(ids) == 1 else "")
