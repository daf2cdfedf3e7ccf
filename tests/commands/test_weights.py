"""What is said of the weights that a command takes."""

from dataclasses import replace

import msgspec
import pytest

from nnviz.commands.weights import learned_otherwise
from nnviz.data.spec import Split, Table
from nnviz.project.project import Project
from nnviz.project.runs import Run

DATA = Table(path="a/houses.csv", scale="standard")
PROJECT = Project(data=DATA)


def run_of(project: Project) -> Run:
    return Run(3, "2024-01-01T00:00:00Z", project, {}, "finished", "", 1.0, {}, ())


@pytest.mark.parametrize("changed", [{"scale": "minmax"}, {"split": Split(seed=1)}, {"path": "a/flats.csv"}])
def test_weights_that_meet_other_numbers_than_they_learned_from(changed: dict[str, object]) -> None:
    """A scale that was changed after the run gives answers that are wrong, and nothing else would tell."""
    now = replace(PROJECT, data=msgspec.structs.replace(DATA, **changed))
    assert "those of run 3" in learned_otherwise(run_of(PROJECT), now)


def test_weights_at_home_elsewhere_and_with_another_recipe() -> None:
    moved = replace(PROJECT, data=msgspec.structs.replace(DATA, path="b/houses.csv"))
    longer = replace(moved, training=msgspec.structs.replace(PROJECT.training, epochs=7))
    assert learned_otherwise(run_of(PROJECT), longer) == ""
