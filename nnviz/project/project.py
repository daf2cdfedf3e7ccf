"""A project: what is drawn, what it learns and how, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field

from nnviz.data.spec import DataSpec
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import Recipe


@dataclass(frozen=True)
class Project:
    """The three parts of a project's JSON form.

    Attributes:
        network: the layers and links.
        data: the reference to the data and its preparation; None until some was chosen.
        training: the recipe.
    """

    network: NetworkSpec = field(default_factory=NetworkSpec)
    data: DataSpec | None = None
    training: Recipe = field(default_factory=Recipe)
