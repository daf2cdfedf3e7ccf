"""The steps of the ways to train that the recipe calls methods.

A step is an object of a class of its own, made for a compiled model by ``step_call``; the model then trains and is
judged by its ``train_step`` and ``test_step``. The module of the class imports nothing of ours but Keras and
TensorFlow: the exported script holds its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from nnviz.engine.methods.adversarial import Adversarial
from nnviz.engine.methods.contrastive_divergence import ContrastiveDivergence
from nnviz.engine.methods.q_learning import QLearning
from nnviz.training.methods.steps import step_call
from nnviz.training.recipe import Recipe

if TYPE_CHECKING:
    from nnviz.engine.build import Built  # which needs the state of a run, and that the steps

# Of these a rounding error may turn a draw or a choice the other way: under XLA they would be other runs.
_PLAIN = (ContrastiveDivergence, QLearning)
_STEPS: dict[str, Any] = {step.__name__: step for step in (Adversarial, ContrastiveDivergence, QLearning)}


class Step(Protocol):
    """Trains a model in a way of its own.

    Attributes:
        variables: Keras variables that it reads or writes and that are not the model's, as those of its random
            numbers: they are part of the state of a run.
    """

    variables: Sequence[Any]

    def train_step(self, data: Any) -> dict[str, Any]:
        """Learn from a batch ``(x, y)``; the metrics so far in this epoch."""

    def test_step(self, data: Any) -> dict[str, Any]:
        """Judge a batch ``(x, y)``; the metrics so far."""

    def gradients(self, x: Any, y: Any) -> Sequence[Any]:
        """What a step on this batch goes down, for each trainable variable of the model; None for nothing."""


def install(built: Built, recipe: Recipe) -> None:
    """Give the compiled model of *built* the ``train_step`` and ``test_step`` of the method of *recipe*.

    Without a method it keeps those of Keras.
    """
    if recipe.method is None:
        return
    names = {layer_id: layer.name for layer_id, layer in built.layers.items()}
    call = step_call(recipe, names)
    step: Step = _STEPS[call.name](built.model, **call.args)
    built.model.train_step, built.model.test_step = step.train_step, step.test_step


def step_of(model: Any) -> Step | None:
    """What was installed in *model*; None where Keras's own step trains it."""
    owner = getattr(model.train_step, "__self__", model)
    return None if owner is model else owner


def stays_plain(model: Any) -> bool:
    """Whether a run of *model* is never to be compiled by XLA."""
    return isinstance(step_of(model), _PLAIN)
