"""The data as a model takes them: samples in the shapes of its Inputs, targets as its loss wants them."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.data.dataset import Dataset, Part
from nnviz.data.lazy import Derived, LazyRows
from nnviz.engine.build import Built
from nnviz.engine.keras_setup import tf
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.loop.rows import AnyRows, Rows
from nnviz.engine.loop.streaming import StreamedRows
from nnviz.engine.targets import encoded, row_weights
from nnviz.errors import BadInput
from nnviz.network.columns import answers, input_columns, target_columns
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training import check
from nnviz.training.free_memory import free_memory
from nnviz.training.methods.checks import fitted_method
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.methods.noise import noise_of
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe


class Feed:
    """What is trained and judged on.

    Args:
        dataset: the data.
        recipe: with its loss filled in.
        network: fitted to the data.
        built: the Keras model of it, which takes them: one array for each of its inputs.

    Attributes:
        generated: the layer whose answer is a generated sample, where there are a generator and a discriminator: what
            is behind it takes samples of the data as well, and the network begins with noise, its own for each of them.
    """

    def __init__(self, dataset: Dataset, recipe: Recipe, network: NetworkSpec, built: Built) -> None:
        self._dataset, self._recipe = dataset, recipe
        facts, model = dataset.facts, built.model
        inputs = [layer for layer in network.of_kind("Input") if network.targets(layer.id)]
        self._inputs = [_Taken(_shape(x), input_columns(y, facts)) for x, y in zip(model.inputs, inputs, strict=True)]
        outputs = network.of_kind("Output")
        self._outputs = [
            _Taken(_shape(x), target_columns(y, facts)) for x, y in zip(model.outputs, outputs, strict=True)
        ]
        self._answers = answers(network, facts)
        method = recipe.method
        self.generated = method.generated if isinstance(method, Adversarial) else None
        self._sample = _Taken(_shape(built.tensors[self.generated]), None) if self.generated else None

    def rows(self, part: Part, class_weight: bool = False) -> AnyRows:
        """The rows of *part*, on the disk where they are not in memory; with *class_weight*, weighed by the recipe."""
        facts, recipe = self._dataset.facts, self._recipe
        lazily = isinstance(part.x, LazyRows)
        if self._sample is not None:
            return self._both(part.x, self._sample.of(part.x))
        y = [self._target(part.y, output, lazily) for output in self._outputs]
        weight = row_weights(part.y, part.weight, recipe.class_weight if class_weight else None, facts)
        weights = None if weight is None else [weight] * len(y)
        return self._both(part.x, _one_or_all(y), None if weights is None else _one_or_all(weights))

    def _both(self, x: Any, y: Any, weights: Any = None) -> AnyRows:
        recipe = self._recipe
        if not isinstance(x, LazyRows):
            return Rows(self.shaped(x), y, weights)
        return StreamedRows(
            self.shaped(x), y, weights, batch_size=recipe.batch_size, shuffle=recipe.shuffle, seed=recipe.seed
        )

    def shaped(self, x: Any) -> Any:
        """Samples laid out as the Inputs want them: the same numbers, perhaps in another shape, or those of columns."""
        if self._sample is not None:
            return self._noise(x)
        return _one_or_all([taken.of(x) for taken in self._inputs])

    def samples(self, x: Any) -> Any:
        """Samples laid out as the layers behind ``generated`` take them."""
        assert self._sample is not None
        return self._sample.of(x)

    def _noise(self, x: Any) -> Any:
        shape, seed = self._inputs[0].shape, self._recipe.seed
        if isinstance(x, LazyRows):
            return Derived(x, lambda rows: noise_of(rows, seed, shape), shape, np.float32)
        return noise_of(np.asarray(x), seed, shape)

    def joined(self, outputs: Any) -> Any:
        """The answers of the model ``(n, ...)``, one or a list of them, as one tensor ``(n, outputs)``."""
        flat = [tf.reshape(output, [-1, math.prod(output.shape[1:])]) for output in tf.nest.flatten(outputs)]
        if self._answers is None:
            return flat[0]
        return tf.stack([flat[answer.output][:, answer.unit] for answer in self._answers], axis=1)

    def _target(self, y: Any, output: _Taken, lazily: bool) -> Any:
        chosen = y if output.columns is None else y[:, list(output.columns)]
        return encoded(chosen, self._dataset.facts, self._recipe.loss or "", output.shape, lazily=lazily)


@dataclass(frozen=True)
class _Taken:
    """What one Input or Output has of the data: some columns or (None) all, in *shape*."""

    shape: tuple[int, ...]
    columns: tuple[int, ...] | None

    def of(self, x: Any) -> Any:
        if self.columns is not None:
            columns = list(self.columns)
            return (
                Derived(x, lambda rows: rows[:, columns], self.shape, x.dtype)
                if isinstance(x, LazyRows)
                else x[:, columns]
            )
        return x if tuple(x.shape[1:]) == self.shape else x.reshape(len(x), *self.shape)


def _shape(tensor: Any) -> tuple[int, ...]:
    return tuple(tensor.shape[1:])


def _one_or_all(arrays: list[Any]) -> Any:
    """One array stays bare, as the model has one bare input or output."""
    return arrays[0] if len(arrays) == 1 else arrays


def fitted(project: Project, dataset: Dataset) -> tuple[NetworkSpec, Recipe]:
    """The network and the recipe of *project* with what is left open in them filled in for the data."""
    network, recipe = fit_to_data(project.network, dataset.facts), fitted_recipe(project.training, dataset.facts)
    return network, fitted_method(recipe, network, dataset.facts)


def refuse_problems(project: Project, dataset: Dataset) -> None:
    """BadInput, ``LayerFault`` where it concerns a layer, with the first reason why *project* cannot be trained."""
    found = check.problems(project.network, dataset.facts, project.training, free_memory(os.getpid()))
    problem = next((p for p in found if not p.caution), None)
    if problem is not None:
        sentence = problem.text if problem.text.endswith(".") else f"{problem.text}."
        raise LayerFault(sentence, problem.layer) if problem.layer is not None else BadInput(sentence)
