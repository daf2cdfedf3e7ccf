"""How the step of a method is made: a call as plain data, which the engine carries out and the script writes down.

The class that is called stands alone in its module in ``engine/methods/``: Keras, TensorFlow and numpy are all that it
needs, so that the script holds the very text that the engine runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, QLearning
from nnviz.training.recipe import Recipe


@dataclass(frozen=True)
class StepCall:
    """The call of the class of a step, whose first argument is the compiled Keras model.

    Attributes:
        module: its module in ``engine/methods/``.
        name: the class.
        args: what it is given by name besides the model: plain values that ``repr`` writes.
    """

    module: str
    name: str
    args: Mapping[str, Any] = field(default_factory=dict)


def step_call(recipe: Recipe, names: Mapping[str, str]) -> StepCall:
    """How the step of the method of *recipe*, which has one, is made.

    *names* are Keras's names of the layers by their ids.
    """
    return _CALLS[type(recipe.method)](recipe, names)


def _contrastive_divergence(recipe: Recipe, names: Mapping[str, str]) -> StepCall:
    method = recipe.method
    assert isinstance(method, ContrastiveDivergence)
    return StepCall("contrastive_divergence", "ContrastiveDivergence", {"steps": method.steps, "seed": recipe.seed})


def _q_learning(recipe: Recipe, names: Mapping[str, str]) -> StepCall:
    method = recipe.method
    assert isinstance(method, QLearning)
    plays = {"discount": method.discount, "exploration": method.exploration, "memory": method.memory}
    return StepCall("q_learning", "QLearning", {**plays, "batch_size": recipe.batch_size, "seed": recipe.seed})


def _adversarial(recipe: Recipe, names: Mapping[str, str]) -> StepCall:
    method = recipe.method
    assert isinstance(method, Adversarial)
    return StepCall("adversarial", "Adversarial", {"generated": names[method.generated], "seed": recipe.seed})


_CALLS: dict[type[Any], Callable[[Recipe, Mapping[str, str]], StepCall]] = {
    Adversarial: _adversarial,
    ContrastiveDivergence: _contrastive_divergence,
    QLearning: _q_learning,
}
