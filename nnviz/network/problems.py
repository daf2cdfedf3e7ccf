"""What is wrong with a network or its recipe, said on the layer it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fix:
    """A change that takes a problem away with one click.

    Attributes:
        text: what the button says.
        edit: the name of the change: a function of ``network.edits``, ``set_recipe``, ``set_data`` (how the rows are
            parted) or ``set_source`` (anything else about the data); ``choose_data`` asks a person for some.
        args: its arguments, after the thing it edits.
    """

    text: str
    edit: str
    args: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Why Train cannot be pressed (or, as a caution, why it had better not be).

    Attributes:
        text: one sentence for a person, with what was expected and what was got.
        layer: the id of the layer it concerns; None for the data or the recipe.
        expected, got: the two figures of the sentence where it has them.
        caution: True where training is possible all the same.
        fix: a change that takes the problem away.
    """

    text: str
    layer: str | None = None
    expected: str = ""
    got: str = ""
    caution: bool = False
    fix: Fix | None = None
