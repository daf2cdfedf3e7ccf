"""Changes of the recipe that no graph holds: the run goes on without anything being built anew.

Whoever turns the learning rate while it trains sees the curve answer at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from nnviz.engine.going_on import same_network, scheduled_rate
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import OptimizerSpec, Recipe

RATE = "learning_rate"


def retunable(one: tuple[NetworkSpec, Recipe], other: tuple[NetworkSpec, Recipe]) -> bool:
    """Whether a fitted network with its fitted recipe becomes the *other* without being built anew.

    It does where they differ in a learning rate that is a number, in how long it is trained, or in what is done about
    a figure that stands still; but not in whether early stopping wants the weights of every epoch, for which there is
    a graph of its own.
    """
    (network, recipe), (other_network, other_recipe) = one, other
    if scheduled_rate(recipe) or scheduled_rate(other_recipe) or _wants(recipe) != _wants(other_recipe):
        return False
    return same_network(network, other_network) and _built(recipe) == _built(other_recipe)


def _wants(recipe: Recipe) -> bool:
    return recipe.stop_early is not None and recipe.stop_early.restore_best


def _built(recipe: Recipe) -> Recipe:
    """What of *recipe* a network and its graphs are built by."""
    args = {name: value for name, value in recipe.optimizer.args.items() if name != RATE}
    return msgspec.structs.replace(
        recipe, optimizer=OptimizerSpec(recipe.optimizer.kind, args), epochs=1, stop_early=None, reduce_on_plateau=None
    )


def with_value(variables: Sequence[Any], values: Sequence[Any], variable: Any, value: Any) -> tuple[Any, ...]:
    """*values*, one for each of *variables*, with *value* in the place of *variable*."""
    return tuple(value if own is variable else old for own, old in zip(variables, values, strict=True))
