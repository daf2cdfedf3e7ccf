"""Combinations that Keras accepts and that make no sense, each with a sentence and, where there is one, a fix.

Every check is a small function from a ``Situation`` to what it found; they stand in the tables of the modules named
``cautions_...``. A check may only speak where it is sure: what a textbook network does must never be warned of.
"""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.network.facts import DataFacts
from nnviz.network.problems import Problem
from nnviz.network.spec import NetworkSpec
from nnviz.training.cautions.layers import LAYER_CAUTIONS
from nnviz.training.cautions.metrics import METRIC_CAUTIONS
from nnviz.training.cautions.run import RUN_CAUTIONS
from nnviz.training.cautions.situation import Caution, Situation
from nnviz.training.cautions.steps import STEP_CAUTIONS
from nnviz.training.cautions.targets import TARGET_CAUTIONS
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import Recipe

CAUTIONS: tuple[Caution, ...] = (
    *TARGET_CAUTIONS,
    *METRIC_CAUTIONS,
    *LAYER_CAUTIONS,
    *STEP_CAUTIONS,
    *RUN_CAUTIONS,
)


def cautions(fitted: NetworkSpec, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """What makes no sense about training *fitted* (a network fitted to the data) by *recipe*.

    Among it is what the engine refuses for reasons of the recipe alone: those problems are no cautions, they block.
    """
    if recipe.optimizer.kind not in OPTIMIZERS or not facts.rows[0] or recipe.batch_size < 1 or recipe.epochs < 1:
        return
    situation = Situation(fitted, facts, recipe)
    for check in CAUTIONS:
        yield from check(situation)
