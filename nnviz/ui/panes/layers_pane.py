"""The pane of the layers' figures: how strongly each one learns, and how much of it is still alive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.training.pictures import LayerFigures
from nnviz.ui.panes.layers_table import table_of
from nnviz.ui.panes.layers_view import LayersView
from nnviz.ui.panes.pane import Pane


class LayersPane(Pane):
    """The newest figures of every layer; figures that come faster than the screen replace each other.

    Signals:
        layer_chosen: a person chose a layer here; carries its id.
    """

    layer_chosen = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Layers"))
        self._layers: Mapping[str, Sequence[LayerFigures]] = {}
        self._names: dict[str, str] = {}
        self._passing: frozenset[str] = frozenset()
        self.header.add_space()
        self.view = LayersView(self)
        self.view.empty_text = self.tr("How each layer learns appears here")
        self.view.layer_chosen.connect(self.layer_chosen)
        self.body.addWidget(self.view)

    def show_layers(
        self, layers: Mapping[str, Sequence[LayerFigures]], names: dict[str, str], passing: Iterable[str] = ()
    ) -> None:
        """Take newer figures.

        Args:
            layers: layer id -> its last figures, the newest last.
            names: the layers' names by id.
            passing: the layers without weights whose units may die nevertheless: activations.
        """
        self._layers, self._names, self._passing = layers, names, frozenset(passing)
        self.refresh_soon()

    def select_layer(self, layer: str | None) -> None:
        """Follow a selection made elsewhere."""
        self.view.select(layer)

    def refresh(self) -> None:
        self.view.show_rows(table_of(self._layers, self._names, self._passing))
