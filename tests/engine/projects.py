"""Small projects and their sessions."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.dataset import Dataset, Part
from nnviz.data.preparation.preparation import Preparation
from nnviz.data.spec import Builtin, Split
from nnviz.engine.loop.trainer import Piece
from nnviz.engine.session import Session
from nnviz.network.facts import DataFacts
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe

XOR, IRIS = Builtin(name="xor"), Builtin(name="iris", split=Split(validation=0.2, test=0.2))
CIRCLES = Builtin(name="circles", samples=60, noise=0.05)


def chain(*layers: tuple[str, str, dict[str, Any]]) -> NetworkSpec:
    """An Input, *layers* (id, kind, arguments) and an Output, one behind the other."""
    specs = [LayerSpec("in", "Input"), *(LayerSpec(*layer) for layer in layers), LayerSpec("out", "Output")]
    ids = [spec.id for spec in specs]
    return NetworkSpec(tuple(specs), tuple(itertools.pairwise(ids)))


def hidden(name: str = "h1", units: int = 8, activation: str = "relu", **args: Any) -> tuple[str, str, dict[str, Any]]:
    """A hidden layer."""
    return name, "Dense", {"units": units, "activation": activation, **args}


def project(*layers: tuple[str, str, dict[str, Any]], data: Any = XOR, rate: float = 0.01, **recipe: Any) -> Project:
    """A chain over *data*, with Adam unless the recipe says otherwise."""
    recipe.setdefault("optimizer", OptimizerSpec("Adam", {"learning_rate": rate}))
    return Project(chain(*(layers or (hidden(),))), data, Recipe(**{"seed": 3, **recipe}))


def session(*layers: tuple[str, str, dict[str, Any]], **options: Any) -> Session:
    """A session over ``project(...)``."""
    return Session(project(*layers, **options), Path())


def train(it: Session, epochs: int) -> Piece:
    """Advance to an ending: the last piece."""
    while (piece := it.advance(epochs)).ending is None:
        pass
    return piece


def made_of(x: Any, y: Any, task: Any, outputs: int, names: tuple[str, ...] = (), weight: Any = None) -> Dataset:
    """A dataset of arrays, all of them in the training part."""
    shape = tuple(x.shape[1:])
    facts = DataFacts(shape, task, outputs, class_names=names, rows=(len(x), 0, 0))
    return Dataset(Part(np.asarray(x, np.float32), y, weight), None, None, facts, Preparation(shape, task=task))
