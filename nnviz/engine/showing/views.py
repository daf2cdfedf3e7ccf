"""What is shown of a network: its weights, its answers and how its layers learn, as messages for the window."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.engine.inside.views import InsideViews
from nnviz.engine.showing import pictures
from nnviz.engine.showing.figures import layer_figures, predictions, some_rows
from nnviz.engine.showing.filters import layer_filters
from nnviz.engine.showing.step_numbers import step_numbers
from nnviz.engine.showing.step_probe import StepProbe
from nnviz.network.spec import NetworkSpec
from nnviz.training.inside.messages import Generated
from nnviz.training.one_step.messages import ShowStep, StepNumbers
from nnviz.training.pictures import Activity, Layers, LayerWeights, Predictions, Surface, WantedFilters, Weights

Floats = NDArray[np.float32]


class NetworkViews(InsideViews):
    """Pictures of a network with the weights it has now.

    Attributes:
        epoch: how many epochs those weights have been trained.
        dataset: what it learns from.
        recipe: how, with loss and metrics filled in.
    """

    _steps: StepProbe | None = None

    def layer_weights(self, cells: int) -> tuple[LayerWeights, ...]:
        """A picture of each kernel, of at most *cells* rows and columns."""
        return pictures.layer_weights(self._built, cells)

    def step_numbers(self, command: ShowStep, network: NetworkSpec) -> StepNumbers:
        """What a step by hand starts from in the model of *network*."""
        found = step_numbers(command, network, self.recipe, self.dataset.train, self._built, self._feed)
        return msgspec.structs.replace(found, epoch=self.epoch)

    def weights(self, cells: int, filters: WantedFilters | None = None) -> Weights:
        """The same as the message that carries it, with the pictures of the *filters* that are wanted."""
        pictured = None if filters is None else layer_filters(self._built, filters)
        return Weights(self.epoch, self.layer_weights(cells), pictured)

    def surface(self, size: int, unit_size: int = 0) -> Surface | None:
        """The answer over the plane of the data, or along the line that they lie on; None of other data, or of no size.

        Args:
            size: points along a side of the surface, 0 for none.
            unit_size: points along a side of each unit's own, 0 for none.
        """
        probes = self._shown
        if probes.line and size > 0:
            answer = probes.along(size)
            return Surface(self.epoch, probes.extent(), size, answer.shape[1], _bytes(answer), 0, {}, line=True)
        if not probes.plane or (size < 1 and unit_size < 1):
            return None
        values = probes.surface(size) if size > 0 else np.zeros((0, 0, 0), np.float32)
        units = probes.unit_surfaces(unit_size) if unit_size > 0 else {}
        return Surface(
            epoch=self.epoch,
            extent=probes.extent(),
            size=size,
            outputs=values.shape[2],
            values=_bytes(values),
            unit_size=unit_size,
            units={layer_id: _bytes(surfaces) for layer_id, surfaces in units.items()},
        )

    def activity(self) -> Activity:
        """The mean activation of each unit over a fixed sample of training rows."""
        means = self._shown.activity()
        return Activity(self.epoch, {layer_id: _bytes(mean) for layer_id, mean in means.items()})

    def layers(self) -> Layers:
        """How each layer learns, measured on a batch of training rows, always the same; nothing is trained."""
        if self._steps is None:
            batch = self._feed.rows(some_rows(self.dataset.train, self.recipe.batch_size), class_weight=True)
            assert not batch.streamed
            self._steps = StepProbe(self._built, batch)
        return Layers(self.epoch, layer_figures(self._steps, self._probes))

    def predictions(self, most: int) -> Predictions:
        """The answers to at most *most* rows, always the same ones, of the validation part where there is one."""
        return predictions(self._shown, self.dataset, self.epoch, most)

    def generated(self, most: int) -> Generated | None:
        """At most *most* samples of the generator, always of the same noise; None without one."""
        made = self._shown.generated(most)
        return None if made is None else Generated(self.epoch, len(made), _bytes(made))

    def try_sample(self, x: Floats) -> tuple[float, ...]:
        """What the network answers to one prepared sample, its numbers in a row; () where those are not as many."""
        shape = self.dataset.facts.input_shape
        if x.size != self.dataset.facts.features:
            return ()
        return tuple(self._shown.answer(x.reshape(1, *shape)).reshape(-1).tolist())


def _bytes(values: Floats) -> bytes:
    return np.ascontiguousarray(values, "<f4").tobytes()
