"""Data card and palette in one column that scrolls when the window is low."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.document import Document
from nnviz.ui.fields.cards import ScrollPanel
from nnviz.ui.sidebar.data_card import DataCard
from nnviz.ui.sidebar.palette import Palette


class Sidebar(ScrollPanel):
    """The left side of the window.

    Signals:
        choose_data_requested: the data card was pressed.
        layer_requested: a kind of layer is to be added without the mouse.
    """

    choose_data_requested = Signal()
    layer_requested = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(theme.GROUP, 18, parent)
        self.setFixedWidth(theme.SIDEBAR_WIDTH)
        self.data_card = DataCard(document)
        self.layers = Palette()
        self.column.setSpacing(theme.GROUP)
        self.column.addWidget(self.data_card)
        self.column.addWidget(self.layers)
        self.column.addStretch(1)
        self.data_card.choose_requested.connect(self.choose_data_requested)
        self.layers.layer_requested.connect(self.layer_requested)
        self.layers.focus_moved.connect(self.ensureWidgetVisible)
