"""The pane of the layers' figures: how strongly each one learns, and how much of it is still alive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.training.layer_history import LayerHistory
from nnviz.training.pictures import LayerFigures
from nnviz.ui import style
from nnviz.ui.panes.layers_curves import Figure, LayerCurves, lines_of, title_of
from nnviz.ui.panes.layers_table import table_of
from nnviz.ui.panes.layers_view import LayersView
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton


class LayersPane(Pane):
    """The newest figures of every layer as a table, or over the run as curves.

    Figures that come faster than the screen replace each other.

    Attributes:
        view, curves: the table and the curves; ``switch`` chooses, ``figure`` says of what the curves are.

    Signals:
        layer_chosen: a person chose a layer here; carries its id.
    """

    layer_chosen = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Layers"))
        self._layers: Mapping[str, Sequence[LayerFigures]] = {}
        self._names: dict[str, str] = {}
        self._past = LayerHistory()
        self._passing: frozenset[str] = frozenset()
        self.view = LayersView(self)
        self.view.empty_text = self.tr("How each layer learns appears here")
        self.view.layer_chosen.connect(self.layer_chosen)
        self.curves = LayerCurves(self)
        self.curves.hide()
        self.header.add_space()
        self.figure = TextButton("", self, arrow=True)
        self.figure.clicked.connect(self._choose_figure)
        self.figure.hide()
        self.switch = TextButton(self.tr("curves"), self)
        self.switch.setToolTip(self.tr("One line a layer over the epochs, instead of the table"))
        self.switch.toggled.connect(self._show_curves)
        self.header.add(self.figure)
        self.header.add(self.switch)
        self.body.addWidget(self.view)
        self.body.addWidget(self.curves)
        self._take_figure(Figure.GRADIENT)

    def show_layers(
        self,
        layers: Mapping[str, Sequence[LayerFigures]],
        names: dict[str, str],
        passing: Iterable[str] = (),
        past: LayerHistory | None = None,
    ) -> None:
        """Take newer figures.

        Args:
            layers: layer id -> its last figures, the newest last.
            names: the layers' names by id.
            passing: the layers without weights whose units may die nevertheless: activations.
            past: the figures of the whole run.
        """
        self._past = past or LayerHistory()
        self._layers, self._names, self._passing = layers, names, frozenset(passing)
        self.refresh_soon()

    def select_layer(self, layer: str | None) -> None:
        """Follow a selection made elsewhere."""
        self.view.select(layer)
        self.curves.select(layer)

    def refresh(self) -> None:
        if self.switch.isChecked():
            self.curves.show_lines(lines_of(self._past, self._figure, self._names), log=self._figure.log)
        else:
            self.view.show_rows(table_of(self._layers, self._names, self._passing))

    def _show_curves(self, on: bool) -> None:
        self.view.setVisible(not on)
        self.curves.setVisible(on)
        self.figure.setVisible(on)
        self.refresh_soon()

    def _choose_figure(self) -> None:
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for figure in Figure:
            menu.addAction(title_of(figure)).triggered.connect(partial(self._take_figure, figure))
        menu.popup(self.figure.mapToGlobal(self.figure.rect().bottomLeft()))

    def _take_figure(self, figure: Figure, _checked: bool = False) -> None:
        self._figure = figure
        self.figure.setText(title_of(figure))
        self.refresh_soon()
