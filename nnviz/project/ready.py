"""Whether a project can be trained at all, found out before Keras is loaded."""

from __future__ import annotations

import os
from pathlib import Path

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.check import problems
from nnviz.training.free_memory import free_memory


def ready_dataset(project: Project, base: Path) -> Dataset:
    """The data of *project*, read and prepared; relative paths start from *base*.

    Raises:
        BadInput: where the data cannot be used, or anything else keeps the project from being trained.
    """
    if project.data is None:
        raise BadInput(Sentence("There are no data to learn from: choose some first"))
    dataset = load(project.data, base)
    refuse_problems(project, dataset.facts, free_memory(os.getpid()))
    return dataset


def refuse_problems(project: Project, facts: DataFacts, free: int | None = None) -> None:
    """BadInput with the first problem of *project* that keeps it from being trained on data of such *facts*.

    *free* is how many bytes of memory training may take; None to let it take what it wants.
    """
    for problem in problems(project.network, facts, project.training, free):
        if not problem.caution:
            raise BadInput(problem.text)
