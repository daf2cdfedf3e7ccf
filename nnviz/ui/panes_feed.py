"""What the panes beside the curves show: the data of the document, and what the engine answered last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nnviz.data.dataset import Dataset
from nnviz.data.profile.findings import Remedy
from nnviz.network.facts import DataFacts
from nnviz.training.methods.adversarial import chosen_or_found
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.pictures import Weights
from nnviz.training.suggest import has_margin
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.document import Document
from nnviz.ui.panes.pictured import pictured
from nnviz.ui.panes.thumbnails import Thumbnails
from nnviz.ui.training.live import LiveState

if TYPE_CHECKING:
    from nnviz.ui.panes_area import PanesArea

MOST_POINTS = 1500  # data points on the decision surface; more only hide it
MOST_REAL = 400  # of them beside those of a generator
THUMBNAIL = 32  # pixels along a side of the picture of a row, at most


class PanesFeed(QObject):
    """Carries from the document and the engine to the panes of *area*, and layers chosen there back.

    Attributes:
        thumbnails: small pictures of rows of the data.
    """

    def __init__(self, area: PanesArea, document: Document, live: LiveState) -> None:
        super().__init__(area)
        self._area, self._document, self._live = area, document, live
        self._contest = False  # a generator plays against a discriminator
        self.thumbnails = Thumbnails(THUMBNAIL, picture_image, self)
        self.thumbnails.arrived.connect(area.predictions.view.update)
        self._follow_live()
        self._follow_document()
        for pane in (area.weights, area.layers):
            pane.layer_chosen.connect(lambda layer: document.select((layer,)))
        area.summary.layers_chosen.connect(document.select)
        area.data.remedy_requested.connect(self._remedy)
        area.pane_seen.connect(self._show_seen)
        self._open_data()
        self._follow_data()
        self._sum_up()

    def _follow_live(self) -> None:
        live = self._live
        live.weights_changed.connect(self._show_weights)
        live.surface_changed.connect(self._show_surface)
        live.layers_changed.connect(self._show_layers)
        live.answers_changed.connect(self._show_answers)
        live.limit_changed.connect(self._area.weights.set_scale)

    def _follow_document(self) -> None:
        document = self._document
        document.facts_changed.connect(self._follow_data)
        document.data_changed.connect(self._forget)
        document.data_changed.connect(self._open_data)
        document.network_changed.connect(self._name_inputs)
        document.recipe_changed.connect(self._follow_contest)
        document.selection_changed.connect(self._follow_selection)
        for signal in (document.network_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._sum_up)

    def show_all(self) -> None:
        """Show what was chosen and what came before anybody followed."""
        self._follow_selection()
        self._show_weights()
        self._show_surface()
        self._show_layers()
        self._show_answers()

    # ------------------------------------------------------------------ the document

    def _follow_data(self) -> None:
        dataset, facts = self._document.dataset, self._document.facts
        if dataset is None or facts is None:
            return
        self._name_inputs()
        pictures = self.thumbnails.set_data(dataset)
        self._area.predictions.set_data(facts, self.thumbnails.of if pictures else None)
        self._show_points(dataset, facts)

    def _show_points(self, dataset: Dataset, facts: DataFacts) -> None:
        surface, plane = self._area.surface, facts.features in (1, 2)  # with one input it is a line
        self._area.offer(surface, plane)
        self._contest = isinstance(self._document.recipe.method, Adversarial)
        surface.set_available(plane, self.tr("The decision surface needs data with one or two inputs."))
        if not plane:
            return
        parts = [(0, dataset.train), (1, dataset.validation), (2, dataset.test)]
        most = MOST_REAL if self._contest else MOST_POINTS
        if dataset.streamed:  # the window's thread does not wait for a disk
            parts = [(0, dataset.sample)]
        present = [(number, part) for number, part in parts if part is not None]
        step = max(1, -(-sum(len(part.x) for _, part in present) // most))
        raw = [dataset.preparation.unscale(part.x[::step]) for _, part in present]
        x = np.concatenate(raw).reshape(-1, facts.features)
        y = np.concatenate([np.asarray(part.y[::step]) for _, part in present])
        which = np.concatenate([np.full(len(part.x[::step]), number) for number, part in present])
        shown = self._surface_facts()
        surface.set_points(x, np.ones(len(x)) if self._contest else y, which, shown)
        surface.show_surface(self._live.surface, shown, margin=self.margin())

    def _surface_facts(self) -> DataFacts | None:
        """What the surface is of: where samples are generated, real is told from generated, whatever the target is."""
        facts = self._document.facts
        if facts is None or not self._contest:
            return facts
        return replace(facts, task="binary", outputs=1, class_names=(self.tr("generated"), self.tr("real")))

    def _generated(self) -> str | None:
        document = self._document
        return chosen_or_found(document.recipe, document.fitted, document.inference.shapes, document.facts)

    def _follow_contest(self) -> None:
        """A generator plays against a discriminator from now on, or not any more."""
        if self._contest != isinstance(self._document.recipe.method, Adversarial):
            self._follow_data()
        elif self._contest:
            self._name_inputs()  # another layer may be between them

    def _open_data(self) -> None:
        self._area.data.set_data(self._document.data_spec, self._document.base)

    def _remedy(self, remedy: Remedy) -> None:
        spec = self._document.data_spec
        if spec is not None:
            self._document.edit_data(remedy.apply(spec), remedy.title)

    def _forget(self) -> None:
        area = self._area
        area.surface.show_surface(None, None)
        area.surface.set_points(np.zeros((0, 2)), np.zeros(0), np.zeros(0), None)
        self.thumbnails.set_data(None)
        area.predictions.set_data(None)

    def _name_inputs(self) -> None:
        network, facts = self._document.fitted, self._document.facts
        inputs = {layer.id: unit_names(layer, facts) for layer in network.of_kind("Input")}
        names = {b: inputs[a] for a, b in network.links if inputs.get(a)}
        self._area.weights.set_input_names(names)
        self._area.weights.set_pictured(pictured(network, facts, self._generated()))

    def _follow_selection(self) -> None:
        selection = self._document.selection
        self._area.layers.select_layer(selection[0] if len(selection) == 1 else None)
        self._area.summary.select_layers(selection)
        chosen = [layer for layer in selection if self._has_weights(layer)]
        if chosen:
            self._area.weights.select_layer(chosen[0])

    def _has_weights(self, layer: str) -> bool:
        """Whether *layer* has weights, or will have some once the shape of its input is known."""
        known = self._document.inference.weights.get(layer, ())
        units = self._document.network.layer(layer).kind in ("Dense", "Output")
        return units or any(weight.shape for weight in known)

    def _sum_up(self) -> None:
        document = self._document
        self._area.summary.show_network(document.fitted, document.inference, document.recipe.batch_size)

    # ------------------------------------------------------------------ the engine

    def _show_seen(self, pane: QObject) -> None:
        if pane is self._area.weights:
            self._show_weights()

    def _show_weights(self) -> None:
        if self._area.can_be_seen(self._area.weights):
            self._area.weights.show_weights(self._live.weights or Weights(0, ()), self._names())

    def _names(self) -> dict[str, str]:
        return {layer.id: title_of(layer) for layer in self._document.network.layers}

    def _show_layers(self) -> None:
        activations = [layer.id for layer in self._document.network.of_kind("Activation")]
        self._area.layers.show_layers(self._live.layers, self._names(), activations, self._live.past)

    def _show_surface(self) -> None:
        self._area.surface.show_surface(self._live.surface, self._surface_facts(), margin=self.margin())

    def _show_answers(self) -> None:
        self._area.predictions.show_answers(self._live.answers, margin=self.margin())

    def margin(self) -> bool:
        """Whether a yes-or-no answer lies in [-1, 1]."""
        return has_margin(self._document.fitted_recipe.loss)
