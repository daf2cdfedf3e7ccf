"""What a method needs of network and data, and what it fills in of the recipe: each has a module of its own for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Problem
from nnviz.network.spec import NetworkSpec
from nnviz.training.methods.adversarial import adversarial_problems, with_generated
from nnviz.training.methods.contrastive_divergence import contrastive_divergence_problems
from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, QLearning
from nnviz.training.methods.q_learning import q_learning_problems
from nnviz.training.recipe import Recipe

# The network fitted to the data, what was inferred of it, the data, the recipe.
Check = Callable[[NetworkSpec, Inference, DataFacts, Recipe], Iterator[Problem]]
_CHECKS: dict[type[Any], Check] = {
    Adversarial: adversarial_problems,
    ContrastiveDivergence: contrastive_divergence_problems,
    QLearning: q_learning_problems,
}


def method_problems(fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """What does not go together between data, layers and the method of *recipe*, which has one."""
    yield from _CHECKS[type(recipe.method)](fitted, inference, facts, recipe)


def fitted_method(recipe: Recipe, fitted: NetworkSpec, facts: DataFacts) -> Recipe:
    """*recipe* with what its method leaves open filled in for the network *fitted* to the data."""
    return with_generated(recipe, fitted, facts) if isinstance(recipe.method, Adversarial) else recipe
