"""Races: what differs, and that nothing else does; and who is first by which figure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data.spec import Builtin
from nnviz.errors import BadInput
from nnviz.network.catalogue import full_args
from nnviz.network.inference import infer
from nnviz.project.changes import differences
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.project.race import entries, things
from nnviz.project.run_figures import verdict
from nnviz.project.runs import Run
from nnviz.training.check import problems
from nnviz.training.recipe import Recipe
from tests.network.test_edits import chain

PROJECT = Project(
    chain("Input", "Dense", "Output"), Builtin(name="moons"), Recipe(epochs=7).with_optimizer(learning_rate=0.02)
)


def test_optimizers_race_at_the_learning_rate_of_the_recipe_and_batch_gradient_descent_takes_all_rows() -> None:
    found = entries(PROJECT, "optimizer", ("Batch gradient descent", "Momentum", "Adagrad", "Adam"), 240)
    recipes = [entry.project.training for entry in found]
    assert [recipe.optimizer.kind for recipe in recipes] == ["SGD", "SGD", "Adagrad", "Adam"]
    assert [recipe.optimizer.args["learning_rate"] for recipe in recipes] == [0.02] * 4
    assert [recipe.batch_size for recipe in recipes] == [240, 32, 32, 32]
    assert recipes[1].optimizer.args["momentum"] == 0.9
    own = entries(PROJECT, "optimizer", ("SGD", "Adam"), 240, own_rates=True)
    assert all("learning_rate" not in entry.project.training.optimizer.args for entry in own)


@pytest.mark.parametrize("thing", things(PROJECT), ids=lambda thing: thing.key)
def test_every_thing_differs_in_itself_alone_and_can_be_trained(thing) -> None:
    found = entries(PROJECT, thing.key, thing.usual, 240)
    assert [entry.name for entry in found] == list(thing.usual)
    assert len({project_to_json(entry.project) for entry in found}) == len(found) > 1
    for entry in found:
        project = entry.project
        assert (project.data, project.training.epochs) == (PROJECT.data, PROJECT.training.epochs)
        assert (project.training.seed == PROJECT.training.seed) == (thing.key != "seed" or entry.name == "0")
        assert not [p for p in problems(project.network, None, project.training) if not p.caution and p.layer]
        in_recipe = thing.key in ("optimizer", "learning_rate", "batch_size", "seed")
        assert (project.network == PROJECT.network) == (in_recipe or not differences(PROJECT, project))
        if thing.same_start:  # the same shapes, so that one seed gives the same weights
            shapes = [infer(p.network).weights for p in (PROJECT, project)]
            assert shapes[0] == shapes[1]


def test_width_and_depth_are_a_base_network_and_three_larger_ones() -> None:
    found = entries(PROJECT, "width_and_depth", ("as it is", "wider", "deeper", "wider and deeper"), 240)
    sizes = [[full_args(x)["units"] for x in e.project.network.layers if x.kind == "Dense"] for e in found]
    assert sizes == [[4], [8], [4, 4], [8, 8]]
    for entry in found[2:]:
        chained = entry.project.network
        assert len(chained.links) == len(chained.layers) - 1


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("learning_rate", ("0.1",), "2 to 12"),
        ("learning_rate", ("0.1", "fast"), 'got "fast"'),
        ("learning_rate", ("0.1", "nan"), 'got "nan"'),
        ("batch_size", ("0", "4"), 'got "0"'),
        ("units", tuple(map(str, range(1, 20))), "got 19"),
        ("optimizer", ("Adam", "Magic"), '"Magic"'),
        ("activation", ("relu", "magic"), '"magic"'),
        ("regularizer", ("none", "magic"), '"magic"'),
        ("width_and_depth", ("wider", "magic"), '"magic"'),
    ],
)
def test_values_that_cannot_be_are_refused_in_a_sentence(key: str, values: tuple[str, ...], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        entries(PROJECT, key, values, 240)


def run(number: int, loss: list[float], accuracy: list[float], seconds: float) -> Run:
    columns = {"loss": np.array(loss), "accuracy": np.array(accuracy)}
    return Run(number, "2026-01-01T00:00:00+00:00", PROJECT, columns, "finished", seconds=seconds)


def test_a_verdict_names_who_is_first_by_each_figure_and_where_the_slowest_came_to() -> None:
    runs = [
        run(1, [0.9, 0.5, 0.4], [0.5, 0.8, 0.7], 3.0),
        run(2, [0.9, 0.4, 0.1], [0.5, 0.6, 0.8], 2.0),
        run(3, [0.9, np.nan, np.nan], [0.5, 0.5, 0.5], 1.0),
    ]
    wins = {win.key: (win.winners, win.values[0]) for win in verdict(runs)}
    assert wins == {
        "loss": ((2,), 0.1),
        "accuracy": ((1, 2), 0.8),
        "reached": ((1, 2, 3), 1),  # all of them came to 0.9, after the first epoch
        "seconds": ((3,), 1.0),
    }
    assert {win.key: win.winners for win in verdict(runs[:2])}["reached"] == (2,)
    assert verdict(runs[:1]) == ()
    one_failed = [*runs[:2], replace(runs[2], columns={})]
    assert "reached" not in {win.key for win in verdict(one_failed)}
