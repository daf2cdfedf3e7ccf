"""The method that comes with data which can be learned by one method only, and goes with them."""

from __future__ import annotations

import msgspec

from nnviz.data.spec import GAMES, Builtin, DataSpec
from nnviz.training.methods.kinds import QLearning
from nnviz.training.recipe import Recipe


class BroughtMethod:
    """Chooses learning by playing where a game is chosen and nobody chose a method.

    What it chose is known by being that very object: a person's choice, or the method of a file, is another one, even
    where it is equal, and is never taken away. Undo brings back the objects that there were.
    """

    def __init__(self) -> None:
        self._brought = QLearning()

    def with_data(self, recipe: Recipe, spec: DataSpec) -> Recipe:
        """*recipe* as it is to be when *spec* is learned from."""
        if isinstance(spec, Builtin) and spec.name in GAMES:
            return recipe if recipe.method is not None else msgspec.structs.replace(recipe, method=self._brought)
        return msgspec.structs.replace(recipe, method=None) if recipe.method is self._brought else recipe
