"""What a person changes in the recipe, as steps of undo."""

from __future__ import annotations

from typing import Any

import msgspec

from nnviz.training.recipe import OptimizerSpec
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_terms import TERMS
from nnviz.ui.inspector.wording import label_words
from nnviz.ui.language import worded


class RecipeEdits:
    """Changes the recipe of *document*; steps in a row on one part undo together."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def set(self, name: str, value: Any, *, merge: bool = True) -> None:
        """Give the part *name* another value."""
        changed = msgspec.structs.replace(self._document.recipe, **{name: value})
        self._document.edit_recipe(changed, _change(TERMS[name].words), f"recipe.{name}" if merge else None)

    def set_rule(self, name: str, **changes: Any) -> None:
        """Change fields of ``stop_early`` or ``reduce_on_plateau``, where that is on."""
        rule = getattr(self._document.recipe, name)
        if rule is not None:
            changed = msgspec.structs.replace(self._document.recipe, **{name: msgspec.structs.replace(rule, **changes)})
            self._document.edit_recipe(changed, _change(TERMS[name].words), f"recipe.{name}.{','.join(changes)}")

    def use_optimizer(self, kind: str) -> None:
        """Take another optimizer; it keeps the learning rate."""
        text = worded("Recipe", "Use {0}").format(kind)
        self._document.edit_recipe(self._document.recipe.with_optimizer(kind), text)

    def set_argument(self, name: str, value: Any) -> None:
        """Give an argument of the optimizer another value; None takes it out."""
        changed = self._document.recipe.with_optimizer(**{name: value})
        self._document.edit_recipe(changed, _change(label_words(name)), f"recipe.optimizer.{name}")

    def set_rate(self, optimizer: OptimizerSpec, part: str = "learning_rate", *, merge: bool = True) -> None:
        """Take *optimizer*, whose learning rate or *part* of its schedule is another one."""
        changed = msgspec.structs.replace(self._document.recipe, optimizer=optimizer)
        key = f"recipe.rate.{part}" if merge else None
        self._document.edit_recipe(changed, _change(label_words("learning_rate")), key)


def _change(label: str) -> str:
    return worded("Recipe", "Change {0}").format(label.lower())
