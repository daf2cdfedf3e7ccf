"""The standalone Python script of a project: plain Keras and numpy, the same network, the same result."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nnviz.data.script import data_script
from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset, refuse_problems
from nnviz.project.script_training import call_args, compile_lines, fit_lines, target_lines
from nnviz.training.suggest import fitted_recipe

# Arguments that are written even where they have their default: Keras has none, or the reader wants to see them.
_ALWAYS = ("units", "activation", "rate", "stddev", "shape", "target_shape")
_TAKEN = {"keras", "model", "np", "os", "weight_train"}
_TAKEN_STARTS = ("x_", "y_")


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
        raise BadInput("A project without data cannot be written as a script: choose some data first")
    if facts is None:
        facts = ready_dataset(project, base).facts
    else:
        refuse_problems(project, facts)
    network, recipe = fit_to_data(project.network, facts), fitted_recipe(project.training, facts)
    sections = [
        _head(),
        _section("The data", _data(project, base, facts)),
        "\n".join(target_lines(network, recipe, facts, weighted=project.data.balance == "weights")),
        _section("The network", _network(network, recipe.seed)),
        _section("The recipe", compile_lines(recipe)),
        fit_lines(recipe, facts, weighted=project.data.balance == "weights" or recipe.class_weight is not None),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _head() -> str:
    return '''"""Trains a network that was drawn in nnviz, to the same weights. It needs tensorflow."""

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
    layers = network.ordered()
    assert layers is not None  # a cycle is among the problems
    names, called = _variables(layers), keras_names(network)
    lines = [f"keras.utils.set_random_seed({seed})  # the initial weights follow from it, in this order of the layers"]
    lines += [f"{names[layer.id]} = {_layer(layer, called[layer.id], network, names)}" for layer in layers]
    ends = {kind: ", ".join(names[layer.id] for layer in layers if layer.kind == kind) for kind in ("Input", "Output")}
    lines += [f"model = keras.Model({ends['Input']}, {ends['Output']})", "model.summary()"]
    return "\n".join(lines)


def _layer(layer: LayerSpec, name: str, network: NetworkSpec, names: Mapping[str, str]) -> str:
    args = _written_args(layer)
    args["name"] = name
    if layer.kind == "Input":
        return f"keras.Input({call_args(args)})"
    kind = "Dense" if layer.kind == "Output" else layer.kind
    sources = [names[source] for source in network.sources(layer.id)]
    several = CATALOGUE[layer.kind].inputs[1] != 1
    fed = f"[{', '.join(sources)}]" if several else sources[0]
    return f"keras.layers.{kind}({call_args(args)})({fed})"


def _written_args(layer: LayerSpec) -> dict[str, Any]:
    defaults = {arg.name: arg.default for arg in CATALOGUE[layer.kind].args}
    return {
        name: value
        for name, value in full_args(layer).items()
        if value is not None and (name in _ALWAYS or value != defaults[name])
    }


def _variables(layers: tuple[LayerSpec, ...]) -> dict[str, str]:
    """A Python name for each layer, as near to its id as the language allows."""
    names: dict[str, str] = {}
    for layer in layers:
        name = re.sub(r"\W", "_", layer.id).lower().strip("_") or "layer"
        if name[0].isdigit() or keyword.iskeyword(name) or name in _TAKEN or name.startswith(_TAKEN_STARTS):
            name = f"layer_{name}"
        while name in names.values():
            name += "_"
        names[layer.id] = name
    return names
