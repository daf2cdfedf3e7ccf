"""What learning by playing needs of network, data and recipe."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.methods.kinds import QLearning
from nnviz.training.recipe import Recipe


def q_learning_problems(
    fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe
) -> Iterator[Problem]:
    """What keeps a network from playing; what its layers need for the data is checked as for any data."""
    method = recipe.method
    assert isinstance(method, QLearning)
    if not facts.game:
        yield Problem(
            Sentence("Learning by playing needs a game, but these data are none: choose Catch, or learn from answers"),
            None, "a game", "samples",
            fix=Fix(Sentence("Learn from answers"), "set_recipe", ("method", None)),
        )  # fmt: skip
        return
    for kind, text in {
        "Input": Sentence("A game is seen as one board: leave one Input"),
        "Output": Sentence("What the moves are worth is one answer: leave one Output"),
    }.items():
        if (count := len(fitted.of_kind(kind))) > 1:
            yield Problem(text, fitted.of_kind(kind)[-1].id, "1", str(count))
    if method.memory < recipe.batch_size:
        larger = msgspec.structs.replace(method, memory=recipe.batch_size)
        yield Problem(
            Sentence(
                "The memory holds {0} moves, fewer than the batch of {1} that is learned from",
                method.memory,
                recipe.batch_size,
            ),
            None, str(recipe.batch_size), str(method.memory),
            fix=Fix(Sentence("Remember {0} moves", recipe.batch_size), "set_recipe", ("method", larger)),
        )  # fmt: skip


def game_problems(facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """A game is not learned from answers, which nobody has."""
    if facts.game and not isinstance(recipe.method, QLearning):
        yield Problem(
            Sentence("The data are a game, which is learned by playing: choose the method Q-learning"),
            None, "Q-learning", "another method",
            fix=Fix(Sentence("Learn by playing"), "set_recipe", ("method", QLearning())),
        )  # fmt: skip
