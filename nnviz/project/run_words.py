"""A run's network and recipe in a few words, as a table has room for."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from nnviz.network.catalogue import full_args
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.later import Promise
from nnviz.project.project import Project
from nnviz.project.race import UNITS, activations_of, hidden
from nnviz.project.runs import Run
from nnviz.sentences import Sentence
from nnviz.training.optimizers import first_learning_rate
from nnviz.training.recipe import Recipe
from nnviz.training.schedules import schedule_of

MOST_LAYERS = 4  # named one by one
_SHORT = {"Conv1D": "Conv", "Conv2D": "Conv", "SimpleRNN": "RNN", "BatchNormalization": "BN"}
_PASSING = ("Input", "Output", "Activation", "Flatten")


class Words(NamedTuple):
    """Of the network and of the recipe of a run."""

    network: str
    recipe: str


_read: WeakKeyDictionary[Promise[Project], Words] = WeakKeyDictionary()


def unread(run: Run) -> bool:
    """Whether the project of *run* would have to be parsed for its words."""
    promise = run.promised_project
    return promise is not None and promise not in _read


def words_of(run: Run) -> Words | None:
    """The words of *run*; None where its project would have to be parsed for them, see ``read_words``."""
    promise = run.promised_project
    return read_words(run) if promise is None else _read.get(promise)


def read_words(run: Run) -> Words:
    """The same, however long it takes; on any thread. BadInput where its project cannot be read."""
    promise = run.promised_project
    project = run.project if promise is None else promise.look()
    words = Words(network_words(project.network), recipe_words(project.training))
    if promise is not None:
        _read[promise] = words
    return words


def network_words(network: NetworkSpec) -> str:
    """``64-32 relu`` of Dense layers alone, ``Conv 8, Conv 16, Dense 32`` of others, ``23 layers`` of many."""
    layers = [layer for layer in network.layers if layer.kind not in _PASSING]
    if not layers:
        return Sentence("Output alone")
    if len(layers) > MOST_LAYERS and len(hidden(network)) < len(layers):
        return Sentence("{0} layers", len(network.layers))
    if all(layer.kind == "Dense" for layer in layers):
        sizes = "-".join(str(full_args(layer)["units"]) for layer in layers)
        return " ".join([sizes, "/".join(activations_of(layers)[:2])]).strip()
    return ", ".join(_word(layer) for layer in layers)


def _word(layer: LayerSpec) -> str:
    args, name = full_args(layer), _SHORT.get(layer.kind, layer.kind)
    size = args.get(UNITS.get(layer.kind, "units"), args.get("rate"))
    return f"{name} {size:g}" if isinstance(size, int | float) else name


def recipe_words(recipe: Recipe) -> str:
    """``Adam 0.003, batch 32``, and what else it has."""
    args, kind = recipe.optimizer.args, recipe.optimizer.kind
    rate = f"{first_learning_rate(kind, args):.3g}"
    name = "Momentum" if kind == "SGD" and args.get("momentum") else kind
    schedule = schedule_of(recipe)
    parts = [f"{name} {rate}", *([str(schedule["kind"])] if schedule else []), f"batch {recipe.batch_size}"]
    if recipe.stop_early is not None:
        parts.append("EarlyStopping")
    return ", ".join(parts)
