"""Ways to train other than from samples with their answers: what they are, and what they need of network and data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Problem
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import Recipe

# The network fitted to the data, what was inferred of it, the data, the recipe.
Check = Callable[[NetworkSpec, Inference, DataFacts, Recipe], Iterator[Problem]]
_CHECKS: dict[type[Any], Check] = {}


def method_problems(fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """What does not go together between data, layers and the method of *recipe*, which has one."""
    yield from _CHECKS[type(recipe.method)](fitted, inference, facts, recipe)
