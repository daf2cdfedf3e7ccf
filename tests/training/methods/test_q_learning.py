"""What learning by playing needs, and that the changes which are offered lead there."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.run_figures import rises
from nnviz.training.check import problems
from nnviz.training.memory import estimate
from nnviz.training.methods.kinds import ContrastiveDivergence, QLearning
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe, scores, watched_values

CATCH = DataFacts(
    (8, 8, 1), "regression", 3, target_names=("left", "stay", "right"), rows=(51, 13, 0), target_range=(-1.0, 1.0),
    game="catch",
)  # fmt: skip
DIGITS = DataFacts((8, 8, 1), "classes", 10, rows=(1438, 359, 0))
PLAYING = Recipe(method=QLearning())


def network(*between: LayerSpec, **output: object) -> NetworkSpec:
    layers = (LayerSpec("in", "Input"), *between, LayerSpec("out", "Output", dict(output)))
    return NetworkSpec(layers, tuple(itertools.pairwise(layer.id for layer in layers)))


PLAYER = network(LayerSpec("flat", "Flatten"), LayerSpec("hidden", "Dense", {"units": 8}))


def mended(recipe: Recipe, facts: DataFacts) -> Recipe:
    """*recipe* after the change that its first problem offers."""
    fix = problems(PLAYER, facts, recipe)[0].fix
    assert fix is not None
    assert fix.edit == "set_recipe"
    return msgspec.structs.replace(recipe, **{fix.args[0]: fix.args[1]})


def test_a_player_and_a_game_go_together() -> None:
    assert problems(PLAYER, CATCH, PLAYING) == ()


@pytest.mark.parametrize("recipe", [Recipe(), Recipe(method=ContrastiveDivergence())], ids=["answers", "machines"])
def test_a_game_is_learned_by_playing(recipe: Recipe) -> None:
    again = mended(recipe, CATCH)
    assert again.method == QLearning()
    assert problems(PLAYER, CATCH, again) == ()


def test_what_is_no_game_is_not_played() -> None:
    found = problems(PLAYER, DIGITS, PLAYING)
    assert "needs a game" in found[0].text
    assert mended(PLAYING, DIGITS).method is None


def test_the_output_has_a_number_for_each_move() -> None:
    (wide,) = problems(network(LayerSpec("flat", "Flatten"), units=4), CATCH, PLAYING)
    assert wide.layer == "out"
    assert wide.fix is not None
    assert problems(edits.set_args(network(LayerSpec("flat", "Flatten")), "out", units=None), CATCH, PLAYING) == ()
    (shares,) = problems(network(LayerSpec("flat", "Flatten"), activation="sigmoid"), CATCH, PLAYING)
    assert shares.caution


def test_one_board_and_one_answer() -> None:
    layers = (*PLAYER.layers, LayerSpec("out2", "Output"))
    two = NetworkSpec(layers, (*PLAYER.links, ("hidden", "out2")))
    assert any("leave one Output" in problem.text for problem in problems(two, CATCH, PLAYING))


def test_a_batch_has_room_in_the_memory() -> None:
    small = Recipe(method=QLearning(memory=40), batch_size=64)
    again = mended(small, CATCH)
    assert again.method == QLearning(memory=64)
    assert problems(PLAYER, CATCH, again) == ()


def test_the_return_is_what_is_measured_and_watched() -> None:
    recipe = fitted_recipe(msgspec.structs.replace(PLAYING, metrics=("mae",)), CATCH)
    assert (recipe.loss, recipe.metrics) == ("mse", ())
    assert scores(recipe) == ("return",)
    assert watched_values(recipe, validation=True) == ("val_loss", "val_return", "loss", "return")
    assert rises("val_return")
    assert not rises("val_loss")


def test_a_step_learns_from_a_whole_batch_of_moves_of_which_both_boards_are_seen() -> None:
    fitted = fit_to_data(PLAYER, CATCH)
    shapes = infer(fitted)
    few, many = (estimate(fitted, shapes, CATCH, msgspec.structs.replace(PLAYING, batch_size=n)) for n in (10, 1000))
    plain = estimate(fitted, shapes, CATCH, Recipe(batch_size=10))
    assert few is not None
    assert many is not None
    assert plain is not None
    assert many.activations == pytest.approx(100 * few.activations, rel=0.01)
    assert few.activations == pytest.approx(2 * plain.activations, rel=0.01)
