"""The live views below the diagram, each in a dock, and what feeds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from nnviz.network.catalogue import name_of
from nnviz.project.changes import Change
from nnviz.training.history import History
from nnviz.training.messages import Epochs
from nnviz.training.pictures import Weights
from nnviz.ui.change_text import change_lines
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.document import Document
from nnviz.ui.live import LiveState
from nnviz.ui.metric_names import metric_title
from nnviz.ui.panes.curve_marks import Mark
from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.panes.dock_tabs import DockTabs
from nnviz.ui.panes.layers_pane import LayersPane
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.pane_dock import PaneDock, make_dock
from nnviz.ui.panes.predictions_pane import PredictionsPane
from nnviz.ui.panes.summary_pane import SummaryPane
from nnviz.ui.panes.surface_pane import SurfacePane
from nnviz.ui.panes.thumbnails import Thumbnails
from nnviz.ui.panes.weights_pane import WeightsPane

MOST_POINTS = 1500  # data points on the decision surface; more only hide it
THUMBNAIL = 32  # pixels along a side of the picture of a row, at most


class PanesArea(QObject):
    """Loss, score, weights with layers and summary, decision surface and predictions.

    Attributes:
        columns: the docks from left to right; those of one column lie on top of each other.
        docks: all of them.

    Signals:
        seen_changed: other panes can be seen than before.
    """

    seen_changed = Signal()

    def __init__(self, window: QMainWindow, document: Document, live: LiveState) -> None:
        super().__init__(window)
        self._document, self._live = document, live
        self._history = History()  # the run on screen, as it grows
        self.loss = CurvePane(self.tr("Loss"), "loss")
        self.score = CurvePane(self.tr("Accuracy"), "accuracy")
        self.weights, self.layers, self.summary = WeightsPane(), LayersPane(), SummaryPane()
        self.surface, self.predictions = SurfacePane(), PredictionsPane()
        self.thumbnails = Thumbnails(THUMBNAIL, picture_image, self)
        self.thumbnails.arrived.connect(self.predictions.view.update)
        self._docks: dict[Pane, PaneDock] = {
            pane: make_dock(pane, name, title)
            for pane, name, title in (
                (self.loss, "loss", self.tr("Loss")),
                (self.score, "score", self.tr("Score")),
                (self.weights, "weights", self.tr("Weights")),
                (self.layers, "layers", self.tr("Layers")),
                (self.summary, "summary", self.tr("Summary")),
                (self.surface, "surface", self.tr("Decision surface")),
                (self.predictions, "predictions", self.tr("Predictions")),
            )
        }
        self.docks = tuple(self._docks.values())
        loss, score, *rest = self.docks
        self.columns: tuple[tuple[PaneDock, ...], ...] = ((loss,), (score,), tuple(rest[:3]), tuple(rest[3:]))
        self._seen = {dock: dock is column[0] for column in self.columns for dock in column}
        for pane, dock in self._docks.items():
            pane.set_covered(not self._seen[dock])
        self._place(window)
        live.weights_changed.connect(self._show_weights)
        live.surface_changed.connect(self._show_surface)
        live.layers_changed.connect(self._show_layers)
        live.answers_changed.connect(self._show_answers)
        live.limit_changed.connect(self.weights.set_scale)
        document.recipe_changed.connect(self._follow_recipe)
        document.facts_changed.connect(self._follow_data)
        document.data_changed.connect(self._forget)
        document.network_changed.connect(self._name_inputs)
        document.selection_changed.connect(self._follow_selection)
        for pane in (self.weights, self.layers):
            pane.layer_chosen.connect(lambda layer: document.select((layer,)))
        self.summary.layers_chosen.connect(document.select)
        for signal in (document.network_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._sum_up)
        self._follow_recipe()
        self._follow_data()
        self._sum_up()

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

    def mark(self, changes: Sequence[Change]) -> None:
        """Mark on the curves where the run was changed."""
        marks = tuple(Mark(change.epoch, change_lines(change)) for change in changes)
        for pane in (self.loss, self.score):
            pane.set_marks(marks)

    def _append_history(self, *panes: CurvePane) -> None:
        if self._history.epochs:
            self._append(1, {key: self._history.column(key) for key in self._history.keys}, *panes)

    def _append(self, first: int, columns: dict[str, NDArray[np.float64]], *panes: CurvePane) -> None:
        for pane, key in ((self.loss, "loss"), (self.score, self._score_key())):
            if key in columns and pane in (panes or (self.loss, self.score)):
                pane.append(first, columns[key], columns.get(f"val_{key}"))

    def _score_key(self) -> str:
        scores = self._document.scores
        return scores[0] if scores else "accuracy"

    def _place(self, window: QMainWindow) -> None:
        area = Qt.DockWidgetArea.BottomDockWidgetArea
        firsts = [column[0] for column in self.columns]
        for dock in firsts:
            window.addDockWidget(area, dock)
        for left, right in pairwise(firsts):
            window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        for first, *behind in self.columns:
            for dock in behind:
                window.tabifyDockWidget(first, dock)
            first.raise_()
        for dock in self.docks:
            dock.visibilityChanged.connect(partial(self._see, dock))
        self._tabs = DockTabs(window, self.docks)

    def share_width(self, window: QMainWindow) -> None:
        """Give all columns that are open the same width."""
        open_ones = [[dock for dock in column if not dock.isHidden()] for column in self.columns]
        shown: list[QDockWidget] = [column[0] for column in open_ones if column]
        window.resizeDocks(shown, [1000] * len(shown), Qt.Orientation.Horizontal)

    def can_be_seen(self, pane: Pane) -> bool:
        """Whether *pane* is on screen: neither closed nor behind another one."""
        return self._seen[self._docks[pane]]

    def _see(self, dock: PaneDock, seen: bool) -> None:
        if seen == self._seen[dock]:
            return
        self._seen[dock] = seen
        pane = next(pane for pane, its in self._docks.items() if its is dock)
        pane.set_covered(not seen)
        if seen and pane is self.weights:
            self._show_weights()
        self.seen_changed.emit()

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
        pictures = self.thumbnails.set_data(dataset)
        self.predictions.set_data(facts, self.thumbnails.of if pictures else None)
        self._offer_surface(facts.features == 2)
        if facts.features != 2:
            self.surface.set_available(False, self.tr("The decision surface needs data with two inputs."))
            return
        parts = [(0, dataset.train), (1, dataset.validation), (2, dataset.test)]
        if dataset.streamed:  # the window's thread does not wait for a disk
            parts = [(0, dataset.sample)]
        present = [(number, part) for number, part in parts if part is not None]
        step = max(1, -(-sum(len(part.x) for _, part in present) // MOST_POINTS))
        x = np.concatenate([dataset.preparation.unscale(part.x[::step]) for _, part in present]).reshape(-1, 2)
        y = np.concatenate([np.asarray(part.y[::step]) for _, part in present])
        which = np.concatenate([np.full(len(part.x[::step]), number) for number, part in present])
        self.surface.set_available(True)
        self.surface.set_points(x, y, which, facts)

    def _offer_surface(self, plane: bool) -> None:
        """The surface comes and goes with data of two inputs, and comes to the front."""
        dock = self._docks[self.surface]
        came = plane and dock.isHidden()
        dock.setVisible(plane)
        if not plane:
            self._see(dock, False)  # a window that is not shown yet does not tell
        if came:
            dock.raise_()

    def _forget(self) -> None:
        self._history = History()  # another metric would bring its epochs back
        for pane in (self.loss, self.score):
            pane.forget()
        self.surface.show_surface(None, None)
        self.surface.set_points(np.zeros((0, 2)), np.zeros(0), np.zeros(0), None)
        self.thumbnails.set_data(None)
        self.predictions.set_data(None)

    def _name_inputs(self) -> None:
        network, facts = self._document.fitted, self._document.facts
        inputs = {layer.id: unit_names(layer, facts) for layer in network.of_kind("Input")}
        names = {b: inputs[a] for a, b in network.links if inputs.get(a)}
        self.weights.set_input_names(names)

    def _follow_selection(self) -> None:
        network, selection = self._document.network, self._document.selection
        self.layers.select_layer(selection[0] if len(selection) == 1 else None)
        self.summary.select_layers(selection)
        chosen = [layer for layer in self._document.selection if network.layer(layer).kind in ("Dense", "Output")]
        if chosen:
            self.weights.select_layer(chosen[0])

    def _sum_up(self) -> None:
        document = self._document
        self.summary.show_network(document.fitted, document.inference, document.recipe.batch_size)

    def _show_weights(self) -> None:
        if self.can_be_seen(self.weights):
            self.weights.show_weights(self._live.weights or Weights(0, ()), self._names())

    def _names(self) -> dict[str, str]:
        return {layer.id: title_of(layer) for layer in self._document.network.layers}

    def _show_layers(self) -> None:
        activations = [layer.id for layer in self._document.network.of_kind("Activation")]
        self.layers.show_layers(self._live.layers, self._names(), activations)

    def _show_surface(self) -> None:
        self.surface.show_surface(self._live.surface, self._document.facts, margin=self._margin())

    def _show_answers(self) -> None:
        self.predictions.show_answers(self._live.answers, margin=self._margin())

    def _margin(self) -> bool:
        """Whether a yes-or-no answer lies in [-1, 1]."""
        outputs = self._document.fitted.of_kind("Output")
        return bool(outputs) and name_of(outputs[-1].args.get("activation")) in ("tanh", "linear")
