"""A Keras model that was dropped or opened: read off the window's thread, then shown or put into the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.backend.importer import read_apart
from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.project.keras_files.reading import SUFFIXES, Imported, same_network
from nnviz.project.project import Project
from nnviz.training.check import problems
from nnviz.training.recipe import Recipe
from nnviz.ui.document import Document
from nnviz.ui.figures import count_text
from nnviz.ui.language import said, translate

if TYPE_CHECKING:
    from nnviz.ui.training.running import RunController

OURS = ".safetensors"


@dataclass(frozen=True)
class ReadModel:
    """What a file turned out to hold.

    Attributes:
        path: the file.
        imported: its model; None where it holds weights alone.
        weights: the model's weights as a file that the engine reads; None where it has none.
        drawn: whether the model is the very network that is drawn, so that only its weights are of interest.
        fits: whether the data that are open fit it.
    """

    path: Path
    imported: Imported | None
    weights: Path | None = None
    drawn: bool = False
    fits: bool = False


@dataclass(frozen=True)
class Drawn:
    """What is open while a model is read.

    Attributes:
        fitted: the network, fitted to the data.
        facts: of the data; None without.
        weights: where to put the model's weights.
    """

    fitted: NetworkSpec
    facts: DataFacts | None
    weights: Path


def original_name(weights: str) -> str:
    """The name of the file that *weights* came from, which is a file of ours where that was a model."""
    name = Path(weights).name
    return name.removesuffix(OURS) if Path(name.removesuffix(OURS)).suffix in SUFFIXES else name


def read(path: Path, drawn: Drawn, cancelled: Callable[[], bool] = lambda: False) -> ReadModel:
    """On the reader's thread: what *path* holds, compared with what is *drawn*; BadInput where it cannot be had."""
    received = read_apart(path, drawn.weights, cancelled)
    imported, weights = received.imported, received.weights
    if imported is None:
        return ReadModel(path, None)
    same = weights is not None and same_network(imported.network, drawn.fitted)
    return ReadModel(path, imported, weights, same, _fit(imported, drawn.facts))


def _fit(imported: Imported, facts: DataFacts | None) -> bool:
    """Whether the data with *facts* keep the model from nothing that it could do without them."""
    if facts is None:
        return False
    alone = {problem.text for problem in problems(imported.network, None, Recipe())}
    found = problems(imported.network, facts, imported.recipe)
    return all(problem.caution or problem.text in alone for problem in found)


def show(document: Document, running: RunController, model: ReadModel) -> str:
    """Show the model as a project of its own, on the data that are open where they fit; what to say of it."""
    imported = model.imported
    if imported is None:
        return ""
    data, base = (document.data_spec, document.base) if model.fits else (None, None)
    project: Project = replace(imported.project, data=data)
    runs = (imported.run(model.path, model.weights),) if model.weights is not None else ()
    document.open(project, None, base)
    running.open_runs(runs, model.weights)
    document.runs_changed()
    return _told(model, imported)


def _told(model: ReadModel, imported: Imported) -> str:
    counts = count_text(len(imported.network.layers)), count_text(imported.parameters)
    told = [translate("ModelFiles", "Opened {0}: {1} layers, {2} weights").format(model.path.name, *counts)]
    if model.weights is None:
        told.append(translate("ModelFiles", "The file has no weights: the network starts from new ones"))
    if not model.fits:
        told.append(translate("ModelFiles", "Choose data to train it"))
    return ". ".join([*told, *(said(note) for note in imported.notes)])
