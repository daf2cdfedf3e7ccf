"""The card beside an exported network: what its inputs were made of, so that others can make them too.

It is JSON, described for the people who use it in ``docs/preparation-card.md``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from nnviz.data.dataset import Dataset
from nnviz.data.preparation.chain import FillNumber, Operation, PreparedColumn, Rescale
from nnviz.data.preparation.preparation import InputColumn, Preparation
from nnviz.data.spec import DataSpec, Images, KerasSet, Series, Table
from nnviz.data.text.cells import MISSING
from nnviz.errors import BadInput
from nnviz.network.catalogue import full_args
from nnviz.network.columns import input_columns, target_columns
from nnviz.network.facts import DataFacts
from nnviz.network.inference import infer
from nnviz.network.names import keras_names
from nnviz.network.spec import NetworkSpec
from nnviz.project.pretty import pretty
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.methods.checks import fitted_method
from nnviz.training.methods.kinds import Adversarial

VERSION = 1
ENDING = ".preparation.json"


def card_path(path: Path, suffix: str) -> Path:
    """Where the card of the export *path* lies: ``net.preparation.json`` beside ``net.keras``.

    Args:
        path: the file of the network or its weights.
        suffix: the ending of its format, with the dot, as ``.weights.h5``; a file without it keeps its whole name.
    """
    last = "." + suffix.rsplit(".", 1)[-1]
    stem = path.name.removesuffix(suffix).removesuffix(last) or path.name
    return path.with_name(stem + ENDING)


def card_text(project: Project, dataset: Dataset, network: NetworkSpec) -> str:
    """The card of *network*, the network of *project* fitted to *dataset*; BadInput without data."""
    spec, preparation, facts = project.data, dataset.preparation, dataset.facts
    if spec is None:
        raise BadInput(Sentence("A network without data has no card of its preparation: choose some data first"))
    card: dict[str, Any] = {"nnviz_preparation": VERSION, "source": str(spec.__struct_config__.tag)}
    card |= _of_source(spec)
    columns = _columns(spec, preparation)
    scaled_alike = len(preparation.input_shape) > 1 or not columns
    card["columns"] = msgspec.to_builtins(columns)
    card["input_shape"] = list(preparation.input_shape)
    card["shift"] = list(preparation.shift) if scaled_alike else []
    card["factor"] = list(preparation.factor) if scaled_alike else []
    card["inputs"] = _inputs(network, facts)
    card["outputs"] = _outputs(network, facts)
    card["task"] = facts.task
    card["class_names"] = list(facts.class_names)
    card["class_values"] = list(preparation.class_values)
    card["target_names"] = list(facts.target_names)
    method = fitted_method(project.training, network, facts).method
    if isinstance(method, Adversarial):
        card |= _contest(card["inputs"], network, method.generated)
    return pretty(card) + "\n"


def _contest(inputs: list[dict[str, Any]], network: NetworkSpec, generated: str) -> dict[str, Any]:
    """What is otherwise where the layer *generated* makes samples of noise, and the Output tells them from real ones.

    Args:
        inputs: what the card says of them without that.
        network: fitted to the data.
        generated: the id of the layer.
    """
    shape = infer(network).shapes[generated] or ()
    return {
        "inputs": [{**one, "features": [], "noise": "normal"} for one in inputs],
        "generated": {"layer": keras_names(network)[generated], "shape": list(shape[1:])},
        "task": "binary",
        "class_names": ["generated", "real"],
        "class_values": [],
        "target_names": [],
    }


def _of_source(spec: DataSpec) -> dict[str, Any]:
    """What has to be known to read data of this kind."""
    if isinstance(spec, Images):
        return {"color": spec.color}
    if isinstance(spec, Series):
        return {"missing": sorted(MISSING), "window": spec.window, "horizon": spec.horizon}
    return {"missing": sorted(MISSING)} if isinstance(spec, Table) else {}


def _columns(spec: DataSpec, preparation: Preparation) -> tuple[PreparedColumn, ...]:
    """Every input column with all that is done to it; without steps, the same said in single columns.

    Nothing where a sample is no row of named numbers. Pictures and series without steps are scaled as a whole.
    """
    if preparation.steps:
        return preparation.steps
    columns = preparation.columns
    if not columns and not isinstance(spec, KerasSet):
        columns = tuple(InputColumn(name, i, "number") for i, name in enumerate(preparation.feature_names))
    found, first = [], 0
    for column in columns:
        found.append(_column(column, preparation, first))
        first += len(column.features)
    return tuple(found)


def _column(column: InputColumn, preparation: Preparation, first: int) -> PreparedColumn:
    """*column*, whose first input is number *first*."""
    if column.kind == "text":
        return PreparedColumn(column.name, column.position, "text", None, "onehot", column.values)
    numbers: list[Operation] = []
    if preparation.fill:
        numbers.append(FillNumber(preparation.fill[first]))
    if preparation.factor and len(preparation.input_shape) == 1 and preparation.scale_kind != "none":
        place = first if len(preparation.factor) > 1 else 0
        numbers.append(Rescale(preparation.scale_kind, preparation.shift[place], preparation.factor[place]))
    return PreparedColumn(column.name, column.position, "number", numbers=tuple(numbers))


def _inputs(network: NetworkSpec, facts: DataFacts) -> list[dict[str, Any]]:
    """What each input of the model takes of a prepared sample, in the order of ``model.inputs``."""
    names = keras_names(network)
    return [
        {
            "layer": names[layer.id],
            "shape": list(full_args(layer)["shape"]),
            "features": _listed(input_columns(layer, facts)),
        }
        for layer in network.of_kind("Input")
        if network.targets(layer.id)
    ]


def _outputs(network: NetworkSpec, facts: DataFacts) -> list[dict[str, Any]]:
    """Which of the target's columns each output of the model answers, in the order of ``model.outputs``."""
    names = keras_names(network)
    return [
        {"layer": names[layer.id], "targets": _listed(target_columns(layer, facts))}
        for layer in network.of_kind("Output")
    ]


def _listed(numbers: tuple[int, ...] | None) -> list[int] | None:
    return None if numbers is None else list(numbers)
