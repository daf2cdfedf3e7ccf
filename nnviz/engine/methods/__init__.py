"""The steps of the ways to train that the recipe calls methods: each puts a step of its own into a Keras model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nnviz.engine.build import Built
from nnviz.training.methods.kinds import Method
from nnviz.training.recipe import Recipe

# Has the model of a network, already compiled, trained by a method of the recipe's.
Install = Callable[[Built, Recipe], None]
_INSTALLS: dict[type[Any], Install] = {}


def install(built: Built, recipe: Recipe) -> None:
    """Give the compiled model of *built* the ``train_step`` and ``test_step`` of the method of *recipe*.

    Without a method it keeps those of Keras.
    """
    method: Method | None = recipe.method
    if method is not None:
        _INSTALLS[type(method)](built, recipe)
