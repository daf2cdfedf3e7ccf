"""Everything a caution looks at: the fitted network, the data, and the recipe with what the task fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from nnviz.network.catalogue import full_args, name_of
from nnviz.network.facts import DataFacts
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training import optimizers
from nnviz.training.recipe import Recipe
from nnviz.training.schedules import batches_per_epoch, total_steps
from nnviz.training.suggest import fitted_recipe


@dataclass(frozen=True)
class Situation:
    """What is about to be trained.

    Attributes:
        network: fitted to the data.
        facts: of the data.
        given: the recipe as it is set.
    """

    network: NetworkSpec
    facts: DataFacts
    given: Recipe

    @cached_property
    def recipe(self) -> Recipe:
        """The recipe with the loss and the metrics that follow from the task."""
        return fitted_recipe(self.given, self.facts)

    @property
    def loss(self) -> str:
        """The loss in use."""
        return self.recipe.loss or ""

    @property
    def sparse(self) -> bool:
        """Whether the loss takes the class as a number, and with it every metric."""
        return self.loss.startswith("sparse_")

    @property
    def rows(self) -> int:
        """Rows to learn from."""
        return self.facts.rows[0]

    @property
    def batches(self) -> int:
        """Steps an epoch."""
        return batches_per_epoch(self.given, self.rows)

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return total_steps(self.given, self.rows)

    @cached_property
    def optimizer(self) -> dict[str, Any]:
        """The optimizer's arguments with Keras's defaults."""
        return optimizers.full_args(self.given.optimizer.kind, self.given.optimizer.args)

    @property
    def output(self) -> LayerSpec | None:
        """The layer that answers; None where there is none, or there are several."""
        outputs = self.network.of_kind("Output")
        return outputs[0] if len(outputs) == 1 else None

    @property
    def answer(self) -> str:
        """The activation of the output; empty where there is none."""
        return name_of(full_args(self.output)["activation"]) or "" if self.output is not None else ""


Caution = Callable[[Situation], Iterator[Problem]]


def caution(text: Sentence, layer: LayerSpec | None = None, fix: Fix | None = None) -> Problem:
    """Something that makes no sense but can be trained."""
    return Problem(text, layer.id if layer is not None else None, caution=True, fix=fix)


def use_args(text: Sentence, layer: LayerSpec, name: str, value: Any) -> Fix:
    """Sets one argument of *layer*."""
    return Fix(text, "set_args", (layer.id, name, value))


def use_recipe(text: Sentence, name: str, value: Any) -> Fix:
    """Sets one part of the recipe."""
    return Fix(text, "set_recipe", (name, value))


def use_optimizer(text: Sentence, situation: Situation, **args: Any) -> Fix:
    """Sets arguments of the optimizer; None takes one out."""
    return use_recipe(text, "optimizer", situation.given.with_optimizer(**args).optimizer)


def use_rule(text: Sentence, situation: Situation, name: str, **changes: Any) -> Fix:
    """Changes ``stop_early`` or ``reduce_on_plateau``."""
    return use_recipe(text, name, msgspec.structs.replace(getattr(situation.given, name), **changes))
