"""The layers of a network, a row each: name, what it is, parameters. A press selects the layer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.network.catalogue import full_args
from nnviz.network.spec import LayerSpec
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, ElidedLabel, text_label
from nnviz.ui.diagram.layer_look import title_of
from nnviz.ui.document import Document
from nnviz.ui.figures import count_text
from nnviz.ui.inspector.wording import layer_line
from nnviz.ui.program.in_pieces import InPieces

MOST_ROWS = 60
NAME_WIDTH = 84


class LayerRow(Card):
    """One layer of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.layer_id = ""
        self.setFixedHeight(30)
        self._name, self._what = ElidedLabel(12), ElidedLabel(11)
        self._name.setFixedWidth(NAME_WIDTH)
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self._what, "quiet")
        self._count = text_label("", 11, quiet=True, tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self._name)
        row.addWidget(self._what, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)

    def show_layer(self, layer: LayerSpec, parameters: int, selected: bool) -> None:
        """Show *layer* with its count of *parameters*, and whether it is among the selected."""
        line = layer_line(layer, full_args(layer))
        self.layer_id = layer.id
        name = title_of(layer)
        self._name.setText(name)
        self._what.setText(line)
        self._count.setText(count_text(parameters) if parameters else "")
        self.setAccessibleName(f"{name}: {line}")
        self.set_chosen(selected)


class LayerList(QWidget):
    """The first MOST_ROWS layers of *document*'s network, from the input on, and how many there are beyond.

    Rows are kept and shown anew; missing ones are made a few at a time, between the window's turns.

    Signals:
        layer_pressed: the id of the layer whose row was pressed.
    """

    layer_pressed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[LayerRow] = []
        self._making = InPieces(self._make_next, lambda: len(self._rows) >= len(self._shown()), self)
        self._rest = text_label("", 11, quiet=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(self._column)
        column.addWidget(self._rest)

    @property
    def rows(self) -> list[LayerRow]:
        """The rows that are shown; what is on its way is made at once."""
        self._making.finish()
        return self._rows[: len(self._shown())]

    def refresh(self) -> None:
        """Show the network as it is now."""
        shown, chosen = self._shown(), set(self._document.selection)
        for row, layer in zip(self._rows, shown, strict=False):
            row.show_layer(layer, self._document.inference.parameters.get(layer.id, 0), layer.id in chosen)
        for i, row in enumerate(self._rows):
            row.setVisible(i < len(shown))
        beyond = len(self._document.network.layers) - len(shown)
        self._rest.setText(self.tr("and {0} more").format(count_text(beyond)))
        self._rest.setVisible(beyond > 0)
        self._making.start()

    def _shown(self) -> Sequence[LayerSpec]:
        fitted = self._document.fitted
        return (fitted.ordered() or fitted.layers)[:MOST_ROWS]

    def _make_next(self) -> None:
        layer, row = self._shown()[len(self._rows)], LayerRow()
        row.clicked.connect(lambda: self.layer_pressed.emit(row.layer_id))
        chosen = layer.id in self._document.selection
        row.show_layer(layer, self._document.inference.parameters.get(layer.id, 0), chosen)
        self._rows.append(row)
        self._column.addWidget(row)
