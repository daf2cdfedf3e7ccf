"""A race: projects that differ in one thing, trained from the same initial weights on the same order of the rows.

Initial weights and the order of the rows follow from the recipe's seed, so that projects of one seed start alike as
long as their layers have the same shapes. Where the shapes are what differs, only the seed is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import msgspec

from nnviz.errors import BadInput
from nnviz.network import edits, placing
from nnviz.network.catalogue import CATALOGUE, full_args, name_of
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.optimizers import full_args as optimizer_args
from nnviz.training.recipe import OptimizerSpec

UNITS = {"Dense": "units", "Conv1D": "filters", "Conv2D": "filters"}
MOST = 12  # runs of one race
MOMENTUM = 0.9
_PENALTIES: dict[str, Any] = {
    "none": None,
    "L1 0.001": {"kind": "l1", "l1": 0.001},
    "L2 0.001": {"kind": "l2", "l2": 0.001},
    "L2 0.01": {"kind": "l2", "l2": 0.01},
    "L1 + L2 0.001": {"kind": "l1_l2", "l1": 0.001, "l2": 0.001},
}


@dataclass(frozen=True)
class Entry:
    """One that takes part.

    Attributes:
        name: what is its own.
        project: what is trained.
    """

    name: str
    project: Project


@dataclass(frozen=True)
class Thing:
    """What the runs of a race may differ in.

    Attributes:
        key: which thing.
        title: for a person, before translation.
        values: those to choose from; empty where a person writes numbers.
        usual: those chosen at first.
        same_start: whether all start from the same weights.
    """

    key: str
    title: Sentence
    values: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    same_start: bool = True


def things(project: Project) -> tuple[Thing, ...]:
    """What can differ in *project*, the most usual first."""
    found = [_OPTIMIZERS, _RATES]
    layers = hidden(project.network)
    if any("activation" in full_args(layer) for layer in layers):
        found.append(_ACTIVATIONS)
    if layers:
        found += [_units_thing(layers), _WIDTH_AND_DEPTH]
    if any("kernel_regularizer" in full_args(layer) for layer in layers):
        found.append(_REGULARIZERS)
    return (*found, _BATCHES, _SEEDS)


def hidden(network: NetworkSpec) -> tuple[LayerSpec, ...]:
    """The layers with units of their own that are no Output."""
    return tuple(layer for layer in network.layers if layer.kind in UNITS)


def entries(
    project: Project, key: str, values: Sequence[str], rows: int, *, own_rates: bool = False
) -> tuple[Entry, ...]:
    """*project* once for each of *values* of the thing *key*.

    Args:
        project: what all of them are otherwise.
        key: of a ``Thing``.
        values: one for each run, as a person reads it.
        rows: of the training part, which are the batch of batch gradient descent.
        own_rates: whether each optimizer takes Keras's default learning rate instead of the one that is set.

    Raises:
        BadInput: where a value cannot be, or there are too few or too many.
    """
    chosen = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    if not 2 <= len(chosen) <= MOST:
        raise BadInput(Sentence("A race needs 2 to {0} different values, got {1}", MOST, len(chosen)))
    makers: dict[str, Callable[[Project, str], Project]] = {
        "optimizer": partial(_with_optimizer, rows=rows, own_rate=own_rates),
        "learning_rate": _with_rate,
        "activation": _with_activation,
        "units": _with_units,
        "width_and_depth": _with_size,
        "regularizer": _with_penalty,
        "batch_size": partial(_with_number, name="batch_size"),
        "seed": partial(_with_number, name="seed"),
    }
    return tuple(Entry(value, makers[key](project, value)) for value in chosen)


# ---------------------------------------------------------------------- the recipe

_RULES: dict[str, tuple[str, dict[str, Any]]] = {
    "Batch gradient descent": ("SGD", {"momentum": 0.0, "nesterov": False}),
    "SGD": ("SGD", {"momentum": 0.0, "nesterov": False}),
    "Momentum": ("SGD", {"momentum": MOMENTUM, "nesterov": False}),
    "Nesterov": ("SGD", {"momentum": MOMENTUM, "nesterov": True}),
    **{kind: (kind, {}) for kind in ("Adagrad", "Adadelta", "RMSprop", "Adam", "AdamW", "Nadam", "Adamax", "Lion")},
}
_OPTIMIZERS = Thing(
    "optimizer", Sentence("Optimizer"), tuple(_RULES),
    ("Batch gradient descent", "SGD", "Momentum", "Adagrad", "RMSprop", "Adam"),
)  # fmt: skip
_RATES = Thing("learning_rate", Sentence("Learning rate"), usual=("0.1", "0.03", "0.01", "0.003", "0.001"))
_BATCHES = Thing("batch_size", Sentence("Batch size"), usual=("4", "16", "64", "256"))
_SEEDS = Thing("seed", Sentence("Seed"), usual=("0", "1", "2", "3", "4"), same_start=False)


def _with_optimizer(project: Project, value: str, rows: int, own_rate: bool) -> Project:
    if value not in _RULES:
        raise BadInput(Sentence('There is no optimizer "{0}" to race', value))
    kind, args = _RULES[value]
    before = project.training.optimizer
    rate = optimizer_args(before.kind, before.args)["learning_rate"]
    given = args if own_rate else {"learning_rate": rate, **args}
    recipe = msgspec.structs.replace(project.training, optimizer=OptimizerSpec(kind, given))
    if value == "Batch gradient descent":
        recipe = msgspec.structs.replace(recipe, batch_size=max(1, rows))
    return replace(project, training=recipe)


def _with_rate(project: Project, value: str) -> Project:
    rate = _number(value, float)
    return replace(project, training=project.training.with_optimizer(learning_rate=rate))


def _with_number(project: Project, value: str, name: str) -> Project:
    least = 0 if name == "seed" else 1
    return replace(project, training=msgspec.structs.replace(project.training, **{name: _number(value, int, least)}))


def _number(value: str, kind: type[int] | type[float], least: int = 0) -> Any:
    try:
        number = kind(value)
    except ValueError:
        number = kind(-1)
    if not least <= number <= 1_000_000_000 or (kind is float and number == 0):
        raise BadInput(Sentence('Expected numbers from {0} on, separated by commas; got "{1}"', least, value))
    return number


# ---------------------------------------------------------------------- the network

_ACTIVATIONS = Thing(
    "activation", Sentence("Activation"),
    ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softsign"),
    ("sigmoid", "tanh", "relu", "leaky_relu", "elu"),
)  # fmt: skip
_REGULARIZERS = Thing("regularizer", Sentence("Regularizer"), tuple(_PENALTIES), tuple(_PENALTIES)[:4])
_UNITS = Sentence("Units")
_SIZES = ("as it is", "wider", "deeper", "wider and deeper")
_WIDTH_AND_DEPTH = Thing("width_and_depth", Sentence("Width and depth"), _SIZES, _SIZES, same_start=False)
# The titles of all things by their English in small letters, as they stand in the titles of races.
TITLES: dict[str, Sentence] = {
    str(title).lower(): title
    for title in (
        *(x.title for x in (_OPTIMIZERS, _RATES, _ACTIVATIONS, _REGULARIZERS, _WIDTH_AND_DEPTH, _BATCHES, _SEEDS)),
        _UNITS,
    )
}


def _units_thing(layers: Sequence[LayerSpec]) -> Thing:
    now = max(int(full_args(layer)[UNITS[layer.kind]]) for layer in layers)
    usual = sorted({max(1, now // 2), now, now * 2, now * 4})
    return Thing("units", _UNITS, usual=tuple(map(str, usual)), same_start=False)


def _on_hidden(project: Project, args: Callable[[LayerSpec], dict[str, Any]]) -> Project:
    layers = {layer.id: args(layer) for layer in hidden(project.network)}
    network = project.network
    for layer_id, values in layers.items():
        network = edits.set_args(network, layer_id, **values)
    return replace(project, network=network)


def _having(name: str, value: Any) -> Callable[[LayerSpec], dict[str, Any]]:
    return lambda layer: {name: value} if CATALOGUE[layer.kind].arg(name) is not None else {}


def _with_activation(project: Project, value: str) -> Project:
    if value not in _ACTIVATIONS.values:
        raise BadInput(Sentence('There is no activation "{0}" to race', value))
    return _on_hidden(project, _having("activation", value))


def _with_penalty(project: Project, value: str) -> Project:
    if value not in _PENALTIES:
        raise BadInput(Sentence('There is no regularizer "{0}" to race', value))
    return _on_hidden(project, _having("kernel_regularizer", _PENALTIES[value]))


def _with_units(project: Project, value: str) -> Project:
    units = _number(value, int, 1)
    return _on_hidden(project, lambda layer: {UNITS[layer.kind]: units})


def _with_size(project: Project, value: str) -> Project:
    """As lesson books compare them: twice the units, twice the hidden layers, both."""
    if value not in _SIZES:
        raise BadInput(Sentence('There is no size "{0}" to race', value))
    if "wider" in value:
        project = _on_hidden(project, lambda layer: {UNITS[layer.kind]: 2 * int(full_args(layer)[UNITS[layer.kind]])})
    if "deeper" in value:
        network = project.network
        for layer in (layer for layer in hidden(network) if layer.kind == "Dense"):
            network, new = placing.insert_behind(network, layer.id, "Dense")
            network = edits.set_args(network, new, **layer.args)
        project = replace(project, network=edits.unplace(network))
    return project


def activations_of(layers: Iterable[LayerSpec]) -> tuple[str, ...]:
    """The different activations of *layers*, in their order."""
    names = (name_of(full_args(layer).get("activation")) for layer in layers)
    return tuple(dict.fromkeys(name for name in names if name))
