"""Whether a project can be trained at all, found out before Keras is loaded."""

from __future__ import annotations

from pathlib import Path

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.project.project import Project
from nnviz.training.check import problems


def ready_dataset(project: Project, base: Path) -> Dataset:
    """The data of *project*, read and prepared; relative paths start from *base*.

    Raises:
        BadInput: where the data cannot be used, or anything else keeps the project from being trained.
    """
    if project.data is None:
        raise BadInput("There are no data to learn from: choose some first")
    dataset = load(project.data, base)
    refuse_problems(project, dataset.facts)
    return dataset


def refuse_problems(project: Project, facts: DataFacts) -> None:
    """BadInput with the first problem of *project* that keeps it from being trained on data of such *facts*."""
    for problem in problems(project.network, facts, project.training):
        if not problem.caution:
            raise BadInput(problem.text)
