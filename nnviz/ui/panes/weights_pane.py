"""The pane of one layer's weights: the matrix as an image, and how its values are spread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.training.pictures import LayerWeights, Weights
from nnviz.ui import style
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.scale_bar import ScaleBar
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.weights_view import WeightsView

LEAST_FOR_SCALE = 300  # pixels of width


class WeightsPane(Pane):
    """The newest weights of one layer; weights that come faster than the screen replace each other.

    Signals:
        layer_chosen: a person chose another layer here; carries its id.
    """

    layer_chosen = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Weights"))
        self._layers: dict[str, LayerWeights] = {}
        self._names: dict[str, str] = {}
        self._inputs: dict[str, tuple[str, ...]] = {}
        self._wanted: str | None = None
        self._chooser = TextButton("", self, arrow=True)
        self._chooser.setToolTip(self.tr("Choose the layer whose weights are shown"))
        self._menu = style.round_menu(QMenu(self))
        self._chooser.clicked.connect(self._open_menu)
        self._chooser.hide()
        self._scale = ScaleBar(self)
        self._scale.hide()
        self.header.add(self._chooser)
        self.header.add_space()
        self.header.add(self._scale)
        self.view = WeightsView(self)
        self.view.empty_text = self.tr("The weights of a layer appear here")
        self.body.addWidget(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """In a narrow pane the layer's name is worth more than the scale, which the diagram shows too."""
        self._scale.setVisible(bool(self._layers) and self.width() >= LEAST_FOR_SCALE)

    @property
    def shown_layer(self) -> str | None:
        """The layer on screen: the selected one, else the first with weights; None without weights."""
        return self._wanted if self._wanted in self._layers else next(iter(self._layers), None)

    def show_weights(self, weights: Weights | None, names: dict[str, str]) -> None:
        """Take newer weights; *names* are the layers' names by id. None empties the pane."""
        layers = weights.layers if weights is not None else ()
        self._layers = {layer.id: layer for layer in layers if layer.rows and layer.cols}
        self._names = names
        self.refresh_soon()

    def set_input_names(self, names: dict[str, tuple[str, ...]]) -> None:
        """Name the inputs of layers by id, as the features that come in; others are called x1, x2, ..."""
        self._inputs = names
        self.refresh_soon()

    def set_scale(self, limit: float) -> None:
        """Full colour means *limit*, here as in the diagram."""
        if limit != self.view.limit and limit > 0:
            self.view.limit = limit
            self._scale.set_limit(limit)
            self.refresh_soon()

    def select_layer(self, layer: str) -> None:
        """Follow a selection made elsewhere; a layer without weights changes nothing until it has some."""
        if layer != self._wanted:
            self._wanted = layer
            self.refresh_soon()

    def refresh(self) -> None:
        shown = self.shown_layer
        self._chooser.setVisible(shown is not None)
        self._fit_header()
        if shown is None:
            self.view.show_layer(None)
            return
        name = self._name(shown)
        self._chooser.setText(name)
        self._chooser.setAccessibleName(self.tr("Layer: {name}").format(name=name))
        self.view.show_layer(self._layers[shown], self._inputs.get(shown, ()))

    def _name(self, layer: str) -> str:
        return self._names.get(layer, layer)

    def _open_menu(self) -> None:
        self.fill_menu()
        self._menu.popup(self._chooser.mapToGlobal(self._chooser.rect().bottomLeft()))

    def fill_menu(self) -> QMenu:
        """The menu of layers, each with the shape of its kernel; the one on screen is checked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for layer in self._layers.values():
            inputs, units = layer.shape
            action = QAction(f"{self._name(layer.id)}\t{inputs:,} × {units:,}", group)
            action.setCheckable(True)
            action.setChecked(layer.id == self.shown_layer)
            action.triggered.connect(partial(self._choose, layer.id))
            self._menu.addAction(action)
        return self._menu

    def _choose(self, layer: str, _checked: bool = True) -> None:
        if layer != self.shown_layer:
            self.select_layer(layer)
            self.layer_chosen.emit(layer)

    def _recolour(self) -> None:
        self._scale.update()
        super()._recolour()
