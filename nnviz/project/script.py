"""The standalone Python script of a project: plain Keras and numpy, the same network, the same result."""

from __future__ import annotations

import re
from pathlib import Path

from nnviz.data.outlined import outlined_facts, waits_for_download
from nnviz.data.script.script import data_script
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset, refuse_problems
from nnviz.project.script_arrays import array_lines
from nnviz.project.script_layers import network_lines
from nnviz.project.script_method import method_lines
from nnviz.project.script_noise import noise_lines
from nnviz.project.script_training import compile_lines, fit_lines
from nnviz.sentences import Sentence
from nnviz.training.methods.checks import fitted_method
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.suggest import fitted_recipe

# What is to be installed for a module that the lines of the data may import.
_PACKAGES = {
    "pandas": "pandas",
    "openpyxl": "openpyxl",
    "duckdb": "duckdb",
    "sklearn": "scikit-learn",
    "imblearn": "imbalanced-learn",
    "PIL": "Pillow",
}


def project_script(project: Project, base: Path, facts: DataFacts | None = None) -> str:
    """A Python script that trains the network of *project* to the same weights without nnviz.

    Args:
        project: what to write down.
        base: the folder that the project's relative data paths start from.
        facts: of the data; read from the data themselves where they are not given.

    Raises:
        BadInput: where the project cannot be trained.
    """
    if project.data is None:
        raise BadInput(Sentence("A project without data cannot be written as a script: choose some data first"))
    if facts is None and not waits_for_download(project.data):
        facts = ready_dataset(project, base).facts
    else:
        facts = facts or outlined_facts(project.data, base)  # Keras downloads the set once the script is run
        refuse_problems(project, facts)
    network, recipe = fit_to_data(project.network, facts), fitted_recipe(project.training, facts)
    recipe = fitted_method(recipe, network, facts)
    contest, data = isinstance(recipe.method, Adversarial), _data(project, base, facts)
    weighted = not contest and project.data.balance == "weights"
    sections = [
        _head(data),
        _section("The data", data),
        _section("The noise", noise_lines(network, recipe, facts))
        if contest
        else "\n".join(array_lines(network, recipe, facts, weighted=weighted)),
        _section("The network", _network(network, recipe.seed)),
        _section("The recipe", compile_lines(recipe, network, facts.task)),
        _section("The method", method_lines(network, recipe)) if recipe.method is not None else "",
        _section(
            "The training",
            fit_lines(
                recipe,
                facts,
                weighted=weighted or (recipe.class_weight is not None and not contest),
                several=len(network.of_kind("Input")) > 1 or len(network.of_kind("Output")) > 1,
            ),
        ),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _head(data: str) -> str:
    """What it is and what has to be installed for it, with the imports; *data* are the lines that read the data."""
    imported = [package for module, package in _PACKAGES.items() if re.search(rf"(?m)^(import|from) {module}\b", data)]
    needed = " ".join(["tensorflow", *imported])
    return f'''"""Trains a network that was drawn in nnviz, to the same weights. It needs: pip install {needed}"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np'''


def _data(project: Project, base: Path, facts: DataFacts) -> str:
    assert project.data is not None
    lines = data_script(project.data, facts, base)
    return lines.removeprefix("import numpy as np\n").strip("\n")


def _section(title: str, body: str) -> str:
    return f"# ---- {title}\n\n{body}"


def _network(network: NetworkSpec, seed: int) -> str:
    random = f"keras.utils.set_random_seed({seed})  # the initial weights follow from it, in this order of the layers"
    return "\n".join([random, *network_lines(network), "model.summary()"])
