"""The data as a model takes them: samples in the shape of its Input, targets as its loss wants them."""

from __future__ import annotations

import os
from typing import Any

from nnviz.data.dataset import Dataset, Part
from nnviz.data.lazy import LazyRows
from nnviz.engine.faults import LayerFault
from nnviz.engine.rows import AnyRows, Rows
from nnviz.engine.streaming import StreamedRows
from nnviz.engine.targets import encoded, row_weights
from nnviz.errors import BadInput
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training import check
from nnviz.training.free_memory import free_memory
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe


class Feed:
    """What is trained and judged on.

    Args:
        dataset: the data.
        recipe: with its loss filled in.
        model: the Keras model that takes them.
    """

    def __init__(self, dataset: Dataset, recipe: Recipe, model: Any) -> None:
        self._dataset, self._recipe = dataset, recipe
        self._shape = tuple(model.inputs[0].shape[1:])
        self._units = int(model.outputs[0].shape[-1])

    def rows(self, part: Part, class_weight: bool = False) -> AnyRows:
        """The rows of *part*, on the disk where they are not in memory; with *class_weight*, weighed by the recipe."""
        facts, recipe = self._dataset.facts, self._recipe
        lazily = isinstance(part.x, LazyRows)
        arrays = (
            self.shaped(part.x),
            encoded(part.y, facts, recipe.loss or "", self._units, lazily=lazily),
            row_weights(part.y, part.weight, recipe.class_weight if class_weight else None, facts),
        )
        if not lazily:
            return Rows(*arrays)
        return StreamedRows(*arrays, batch_size=recipe.batch_size, shuffle=recipe.shuffle, seed=recipe.seed)

    def shaped(self, x: Any) -> Any:
        """Samples laid out as the Input wants them: the same numbers, perhaps in another shape."""
        return x if tuple(x.shape[1:]) == self._shape else x.reshape(len(x), *self._shape)


def fitted(project: Project, dataset: Dataset) -> tuple[NetworkSpec, Recipe]:
    """The network and the recipe of *project* with what is left open in them filled in for the data."""
    return fit_to_data(project.network, dataset.facts), fitted_recipe(project.training, dataset.facts)


def refuse_problems(project: Project, dataset: Dataset) -> None:
    """BadInput, ``LayerFault`` where it concerns a layer, with the first reason why *project* cannot be trained."""
    found = check.problems(project.network, dataset.facts, project.training, free_memory(os.getpid()))
    problem = next((p for p in found if not p.caution), None)
    if problem is not None:
        sentence = problem.text if problem.text.endswith(".") else f"{problem.text}."
        raise LayerFault(sentence, problem.layer) if problem.layer is not None else BadInput(sentence)
