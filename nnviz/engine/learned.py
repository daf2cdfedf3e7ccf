"""What a session had learned when another took its place, without its data and its graphs.

It is small beside the session, so it can wait: as long as nothing is trained after an edit, the next edit goes on from
it as well, and an edit that is undone brings every weight back.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.engine.build import Built
from nnviz.engine.loop.callbacks import Callbacks, CallbackState
from nnviz.engine.loop.fused import FusedLoop, Place
from nnviz.engine.methods import step_of
from nnviz.engine.weights import named_weights
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import Recipe

Array = NDArray[Any]
# The weight that is remembered ("" for none), what is remembered of it, and whether that is its running mean.
Slot = tuple[str, str, bool]
NUMBER = "#"


@dataclass(frozen=True)
class Trained:
    """What was trained.

    Attributes:
        network, recipe, dataset: fitted to the data.
        begun: whether the run is to go on.
        answers: what the network answered to a fixed sample of rows; None where that is not known.
    """

    network: NetworkSpec
    recipe: Recipe
    dataset: Dataset
    begun: bool
    answers: Array | None = None


@dataclass(frozen=True)
class Learned:
    """A run as it stood, by names that outlive an edit.

    Attributes:
        of: what was trained.
        arrays: the weights, ``layer_id/variable``.
        random: layer id -> where its random numbers had got to.
        optimizer: the type of the optimizer.
        memory: what it remembered.
        rate: the learning rate that it had come to.
        callbacks, best_weights: what the callbacks know.
        place: where the run stood.
        step: what the step of its method keeps, as the moves that it remembers; empty without a method.
        keys, metrics: the logs of an epoch, and the running metrics of the one that has begun.
        gone: layers that have been taken out since.
    """

    of: Trained
    arrays: dict[str, Array]
    random: dict[str, list[Array]]
    optimizer: type
    memory: dict[Slot, Array]
    rate: float
    callbacks: tuple[CallbackState, ...]
    best_weights: list[Any]
    place: Place
    keys: tuple[str, ...]
    metrics: list[Array]
    step: list[Array] = field(default_factory=list)
    gone: frozenset[str] = frozenset()


def learned_by(trained: Trained, built: Built, loop: FusedLoop, callbacks: Callbacks) -> Learned:
    """All that a run has come to."""
    optimizer = loop.model.optimizer
    return Learned(
        of=trained,
        arrays=values(named_weights(built)),
        random={layer: [value(state) for state in states] for layer, states in random_states(built).items()},
        optimizer=type(optimizer),
        memory=values(slots(optimizer, built)),
        rate=float(optimizer.learning_rate),
        callbacks=callbacks.states(),
        best_weights=callbacks.best_weights,
        place=loop.place,
        keys=loop.keys,
        metrics=[value(variable) for variable in loop.model.metrics_variables],
        step=[value(variable) for variable in step_variables(loop.model)],
    )


def values(variables: Mapping[str, Any] | Mapping[Slot, Any]) -> dict[Any, Array]:
    """The values of *variables* now; TensorFlow copies one only when its variable next changes."""
    return {name: value(variable) for name, variable in variables.items()}


def value(variable: Any) -> Array:
    """The values of one variable, likewise."""
    return np.asarray(variable.value.read_value())


def step_variables(model: Any) -> Sequence[Any]:
    """What the step of the method that trains *model* keeps; empty without a method."""
    step = step_of(model)
    return () if step is None else step.variables


def random_states(built: Built) -> dict[str, list[Any]]:
    """Layer id -> the variables of its random numbers."""
    found = {}
    for layer_id, layer in built.layers.items():
        weights = {id(variable) for variable in layer.weights}
        found[layer_id] = [variable for variable in layer.variables if id(variable) not in weights]
    return found


def slots(optimizer: Any, built: Built) -> dict[Slot, Any]:
    """The variables of *optimizer* by what they remember; the learning rate is none of them.

    Keras names most after the weight they belong to: the weight's path with ``_`` for ``/``, and what it is. The
    others, but for the steps done, are numbered.
    """
    weights = {weight.path.replace("/", "_"): name for name, weight in named_weights(built).items()}
    means = {id(mean) for mean in getattr(optimizer, "_model_variables_moving_average", ())}
    if type(optimizer).__name__ == "ScheduleFreeAdamW":  # what it calls its momentum is another set of weights
        means |= {id(mean) for mean in optimizer._momentums}
    found: dict[Slot, Any] = {}
    number = itertools.count()
    for variable in optimizer.variables:
        if variable.name != "learning_rate":
            weight, kind = _parted(variable.name, weights)
            numbered = not weight and variable is not optimizer.iterations
            found[weight, f"{NUMBER}{next(number)}" if numbered else kind, id(variable) in means] = variable
    return found


def _parted(name: str, weights: Mapping[str, str]) -> tuple[str, str]:
    at = name.rfind("_")
    while at > 0:
        if name[:at] in weights:
            return weights[name[:at]], name[at + 1 :]
        at = name.rfind("_", 0, at)
    return "", name


def same_shapes(ours: Sequence[Any], theirs: Sequence[Array]) -> bool:
    """Whether variables and arrays have the same shapes in the same order."""
    return [tuple(v.shape) for v in ours] == [array.shape for array in theirs]
