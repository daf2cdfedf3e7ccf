"""The live views below the diagram, each in a dock, and what feeds them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from nnviz.training.history import History
from nnviz.training.messages import Epochs, Weights
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.document import Document
from nnviz.ui.live import LiveState
from nnviz.ui.metric_names import metric_title
from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.panes.pane_dock import make_dock
from nnviz.ui.panes.surface_pane import SurfacePane
from nnviz.ui.panes.weights_pane import WeightsPane

MOST_POINTS = 1500  # data points on the decision surface; more only hide it


class PanesArea(QObject):
    """Loss, score, weights and decision surface.

    Attributes:
        docks: the four docks, from left to right.
    """

    def __init__(self, window: QMainWindow, document: Document, live: LiveState) -> None:
        super().__init__(window)
        self._document, self._live = document, live
        self._history = History()  # the run on screen, as it grows
        self.loss = CurvePane(self.tr("Loss"), "loss")
        self.score = CurvePane(self.tr("Accuracy"), "accuracy")
        self.weights = WeightsPane()
        self.surface = SurfacePane()
        self.docks = tuple(
            make_dock(pane, name, title)
            for pane, name, title in (
                (self.loss, "loss", self.tr("Loss")),
                (self.score, "score", self.tr("Score")),
                (self.weights, "weights", self.tr("Weights")),
                (self.surface, "surface", self.tr("Decision surface")),
            )
        )
        self._place(window)
        live.weights_changed.connect(self._show_weights)
        live.surface_changed.connect(self._show_surface)
        live.limit_changed.connect(self.weights.set_scale)
        document.recipe_changed.connect(self._follow_recipe)
        document.facts_changed.connect(self._follow_data)
        document.data_changed.connect(self._forget)
        document.network_changed.connect(self._name_inputs)
        document.selection_changed.connect(self._follow_selection)
        self.weights.layer_chosen.connect(lambda layer: document.select((layer,)))
        self._follow_recipe()
        self._follow_data()

    def append(self, epochs: Epochs) -> None:
        """More epochs of the curves."""
        columns = {key: epochs.rows[:, i] for i, key in enumerate(epochs.keys)}
        self._append(epochs.first, columns)

    def restart(self, history: History) -> None:
        """The curves of a run that starts anew, or of one that was opened, with the *history* it has."""
        self._history = history
        for pane in (self.loss, self.score):
            pane.start_run()
        self._append_history(self.loss, self.score)

    def rewind(self, epoch: int) -> None:
        """Forget what came after *epoch*."""
        for pane in (self.loss, self.score):
            pane.rewind(epoch)

    def rest(self) -> None:
        """The run came to rest: the curves may mark what was best."""
        for pane in (self.loss, self.score):
            pane.rest()

    def _append_history(self, *panes: CurvePane) -> None:
        if self._history.epochs:
            self._append(1, {key: self._history.column(key) for key in self._history.keys}, *panes)

    def _append(self, first: int, columns: dict[str, NDArray[np.float64]], *panes: CurvePane) -> None:
        for pane, key in ((self.loss, "loss"), (self.score, self._score_key())):
            if key in columns and pane in (panes or (self.loss, self.score)):
                pane.append(first, columns[key], columns.get(f"val_{key}"))

    def _score_key(self) -> str:
        metrics = self._document.fitted_recipe.metrics or ()
        return metrics[0] if metrics else "accuracy"

    def _place(self, window: QMainWindow) -> None:
        area = Qt.DockWidgetArea.BottomDockWidgetArea
        for dock in self.docks:
            window.addDockWidget(area, dock)
        for left, right in zip(self.docks, self.docks[1:], strict=False):
            window.splitDockWidget(left, right, Qt.Orientation.Horizontal)

    def share_width(self, window: QMainWindow) -> None:
        """Give all panes that are open the same width."""
        shown: list[QDockWidget] = [dock for dock in self.docks if not dock.isHidden()]
        window.resizeDocks(shown, [1000] * len(shown), Qt.Orientation.Horizontal)

    # ------------------------------------------------------------------ following

    def _follow_recipe(self) -> None:
        key, other = self._score_key(), self._score_key() != self.score.curves.key
        self.score.set_key(key, metric_title(key))
        if other:
            self._append_history(self.score)

    def _follow_data(self) -> None:
        dataset, facts = self._document.dataset, self._document.facts
        if dataset is None or facts is None:
            return
        self._name_inputs()
        self.docks[-1].setVisible(facts.features == 2)
        if facts.features != 2:
            self.surface.set_available(False, self.tr("The decision surface needs data with two inputs."))
            return
        parts = [(0, dataset.train), (1, dataset.validation), (2, dataset.test)]
        present = [(number, part) for number, part in parts if part is not None]
        step = max(1, -(-sum(len(part.x) for _, part in present) // MOST_POINTS))
        x = np.concatenate([dataset.preparation.unscale(part.x[::step]) for _, part in present]).reshape(-1, 2)
        y = np.concatenate([np.asarray(part.y[::step]) for _, part in present])
        which = np.concatenate([np.full(len(part.x[::step]), number) for number, part in present])
        self.surface.set_available(True)
        self.surface.set_points(x, y, which, facts)

    def _forget(self) -> None:
        for pane in (self.loss, self.score):
            pane.forget()
        self.surface.show_surface(None, None)
        self.surface.set_points(np.zeros((0, 2)), np.zeros(0), np.zeros(0), None)

    def _name_inputs(self) -> None:
        network, facts = self._document.fitted, self._document.facts
        inputs = {layer.id: unit_names(layer, facts) for layer in network.of_kind("Input")}
        names = {b: inputs[a] for a, b in network.links if inputs.get(a)}
        self.weights.set_input_names(names)

    def _follow_selection(self) -> None:
        network = self._document.network
        chosen = [layer for layer in self._document.selection if network.layer(layer).kind in ("Dense", "Output")]
        if chosen:
            self.weights.select_layer(chosen[0])

    def _show_weights(self) -> None:
        names = {layer.id: title_of(layer) for layer in self._document.network.layers}
        self.weights.show_weights(self._live.weights or Weights(0, ()), names)

    def _show_surface(self) -> None:
        outputs = self._document.fitted.of_kind("Output")
        signed = bool(outputs) and outputs[-1].args.get("activation") in ("tanh", "linear")
        self.surface.show_surface(self._live.surface, self._document.facts, margin=signed)
