"""A model that Keras saved as a network of ours: its layers, its weights, its recipe, and what had to be left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, Weight
from nnviz.network.inference import Inference, infer
from nnviz.network.spec import NetworkSpec
from nnviz.project.keras_files import ends, model_file
from nnviz.project.keras_files.arguments import essence
from nnviz.project.keras_files.config import described
from nnviz.project.keras_files.description import Complaints, Placed
from nnviz.project.keras_files.model_file import ModelFile
from nnviz.project.keras_files.recipe import recipe_of
from nnviz.project.keras_files.weights import read_weights
from nnviz.project.project import Project
from nnviz.project.runs import IMPORTED, Run, Snapshot, now
from nnviz.sentences import Sentence
from nnviz.training.recipe import Recipe

Array = NDArray[Any]
SUFFIXES = (".keras", ".h5", ".hdf5")


@dataclass(frozen=True)
class Imported:
    """A model of Keras's.

    Attributes:
        network: the same as a network of ours.
        recipe: how it was compiled, as far as it was.
        weights: ``layer_id/variable`` -> array, all or none.
        parameters: how many weights the network has; 0 while its Inputs wait for data.
        notes: what is not as it was in Keras, each a sentence.
    """

    network: NetworkSpec
    recipe: Recipe = field(default_factory=Recipe)
    weights: Mapping[str, Array] = field(default_factory=dict)
    parameters: int = 0
    notes: tuple[Sentence, ...] = ()

    @property
    def project(self) -> Project:
        """Network and recipe, without data."""
        return Project(self.network, None, self.recipe)

    def run(self, source: Path, weights: Path) -> Run:
        """The run that keeps its weights in a project, after they were written to *weights*.

        *source* is the file that they came from. A person's data may be any that fit.
        """
        kept = (Snapshot(0, "last", weights),)
        return Run(1, now(), self.project, ending=IMPORTED, sentence=f"Imported from {source.name}.", snapshots=kept)


def read_model(path: Path) -> Imported:
    """The model in the ``.keras``, ``.h5`` or ``.json`` file *path*. No code of it runs, and Keras is not loaded.

    Raises:
        BadInput: where the file is no such model, is damaged or hostile, or has something that nnviz has not, with its
            place.
    """
    with model_file.opened(path) as file:
        return _named(file)


def is_model(path: Path) -> bool:
    """Whether the file *path* has a name as Keras gives one to a model; of a ``.json`` file what it holds says so."""
    if path.suffix.lower() != ".json":
        return path.suffix.lower() in SUFFIXES and not path.name.lower().endswith(".weights.h5")
    try:
        with path.open("rb") as file:
            text = file.read(model_file.LARGEST_CONFIG + 1)
        found = model_file.parsed(text, path.name)
    except (OSError, BadInput):
        return False
    return isinstance(found, dict) and "class_name" in found and "nnviz" not in found


def same_network(one: NetworkSpec, other: NetworkSpec) -> bool:
    """Whether both are the same layers, linked alike, whatever these are called; both are fitted."""
    return _essence(one) == _essence(other)


def _essence(network: NetworkSpec) -> list[Any] | None:
    ordered = network.ordered()
    if ordered is None:
        return None
    number = {layer.id: i for i, layer in enumerate(ordered)}
    return [
        (layer.kind, essence(CATALOGUE[layer.kind], layer.args), [number[x] for x in network.sources(layer.id)])
        for layer in ordered
    ]


def write_weights(imported: Imported, path: Path) -> None:
    """Write the weights to *path* (safetensors), as every snapshot has them."""
    import safetensors.numpy

    order = {"order": json.dumps(list(imported.weights))}
    path.write_bytes(safetensors.numpy.save(dict(imported.weights), order))


def _named(file: ModelFile) -> Imported:
    try:
        return _imported(file)
    except BadInput as error:
        if str(error).startswith(file.name):
            raise
        raise BadInput(Sentence("{0} cannot be loaded: {1}", file.name, error.args[0])) from None


def _imported(file: ModelFile) -> Imported:
    found = described(file.config, file.keras)
    network, end_notes = ends.network_of(found)
    kept = [layer for layer in found.layers if network.has(layer.id)]
    inference = infer(network)
    _check(network, inference, kept)
    recipe, left = recipe_of(file.training)
    weights = read_weights(file, _in_order(kept, network), _weights_of(file, network, inference))
    network, open_notes = ends.opened_inputs(network)
    notes = (*end_notes, *open_notes, *ends.frozen(kept), *left)
    return Imported(network, recipe, weights, inference.total_parameters, notes)


def _in_order(layers: list[Placed], network: NetworkSpec) -> list[Placed]:
    """*layers* in the order in which the engine makes them."""
    by_id = {layer.id: layer for layer in layers}
    return [by_id[layer.id] for layer in network.ordered() or ()]


def _weights_of(file: ModelFile, network: NetworkSpec, inference: Inference) -> dict[str, tuple[Weight, ...]]:
    unknown = next((layer.id for layer in network.layers if inference.shapes[layer.id] is None), None)
    if unknown is not None and file.weights is not None:
        raise BadInput(
            Sentence("the shape of what comes in is not said, so that the weights of {0} cannot be checked", unknown)
        )
    return inference.weights


def _check(network: NetworkSpec, inference: Inference, layers: list[Placed]) -> None:
    """BadInput where the layers do not fit each other, or one with weights is used twice."""
    complaints = Complaints()
    places = {layer.id: layer.place for layer in layers}
    if network.ordered() is None:
        raise BadInput(Sentence("its layers feed each other in a circle"))
    if len(set(network.links)) < len(network.links):
        twice = next(link for link in network.links if network.links.count(link) > 1)
        complaints.add(places[twice[1]], Sentence("{0} goes into it twice", twice[0]))
    waiting = {layer.id for layer in network.of_kind("Input")}
    for problem in inference.problems:
        if problem.layer in places and inference.shapes[problem.layer] is None and problem.layer not in waiting:
            complaints.add(places[problem.layer], problem.text)
    for layer in layers:
        if layer.original and inference.weights.get(layer.id):
            complaints.add(
                layer.place, Sentence("it is used in several places, and its weights cannot be in all of them")
            )
    complaints.refuse()
