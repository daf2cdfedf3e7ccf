"""What a changed network or recipe goes on with: all that still means the same of the one that stood before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from nnviz.engine.build import Built
from nnviz.engine.learned import (
    NUMBER,
    Learned,
    Slot,
    random_states,
    same_shapes,
    slots,
    step_variables,
    value,
    values,
)
from nnviz.engine.loop.callbacks import CallbackState
from nnviz.engine.weights import named_weights
from nnviz.network.catalogue import full_args
from nnviz.network.matching import renamed
from nnviz.network.spec import NetworkSpec
from nnviz.training.growing import Growth, Side, grow
from nnviz.training.growing.report import told
from nnviz.training.messages import Grown
from nnviz.training.recipe import Recipe

# How far the outgoing weights of two copies of a unit are drawn apart; their sum, and with it the answer, stays.
PARTING = 0.5
# How what Keras's optimizers remember of a weight grows with its gradient.
_POWERS = {"momentum": 1, "velocity": 2, "velocity_hat": 2, "accumulator": 2, "norm": 1, "gradient_accumulator": 1,
           "accumulated_grad": 2}  # fmt: skip

# Arguments that change how a layer is trained, not what the network answers with given weights.
_WHILE_TRAINING = ("rate", "stddev", "dropout", "recurrent_dropout", "factor", "height_factor", "width_factor")
_BEFORE_TRAINING, _PENALTY = "_initializer", "_regularizer"


def grow_from(built: Built, network: NetworkSpec, learned: Learned, preserving: bool, seed: int) -> Growth:
    """Start *built*, the model of *network*, with what still fits of *learned*.

    *preserving*: new units are copies and new layers pass on what comes in, so that the network answers as before.
    """
    own = named_weights(built)
    after = Side(network, values(own))
    growth = grow(
        Side(learned.of.network, learned.arrays),
        after,
        preserving=preserving,
        gone=learned.gone,
        seed=seed,
        noise=PARTING,
    )
    if not growth.carried:
        return growth
    for name, variable in own.items():
        if growth.arrays[name] is not after.arrays[name]:
            variable.assign(growth.arrays[name])
    for layer_id, states in random_states(built).items():
        theirs = learned.random.get(growth.same.get(layer_id, ""), [])
        if states and same_shapes(states, theirs):
            assign(states, theirs)
    return growth


def assign(variables: Sequence[Any], arrays: Sequence[Any]) -> None:
    """Give each of *variables* the array at its place."""
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)


def keep_optimizer(own: Any, built: Built, learned: Learned, recipe: Recipe, growth: Growth) -> None:
    """Give the optimizer *own* what it remembered of the weights that are still there, and the steps it has done.

    A learning rate that the recipe left alone stays what callbacks have made of it.
    """
    same_kind = type(own) is learned.optimizer
    if same_kind:
        for slot, variable in slots(own, built).items():
            found = _remembered(slot, variable, learned.memory, growth)
            if found is not None:
                variable.assign(found)
    elif scheduled_rate(recipe):
        # Without its memory an optimizer does best to begin anew, but a schedule goes by the steps.
        own.iterations.assign(learned.memory[("", own.iterations.name, False)])
    fixed = not scheduled_rate(recipe) and not scheduled_rate(learned.of.recipe)
    if fixed and same_kind and _rate(recipe) == _rate(learned.of.recipe):
        own.learning_rate.assign(learned.rate)


def keep_step(model: Any, recipe: Recipe, learned: Learned) -> None:
    """Give the step of the method of *recipe*, which trains *model*, what the same method kept before."""
    own = step_variables(model)
    if type(recipe.method) is type(learned.of.recipe.method) and same_shapes(own, learned.step):
        assign(own, learned.step)


def _remembered(slot: Slot, variable: Any, memory: Mapping[Slot, Any], growth: Growth) -> Any:
    """What *variable* starts with; None for what it has."""
    weight, kind, mean = slot
    old = memory.get((growth.source(weight), kind, mean)) if weight else memory.get(slot)
    if not weight:  # of no weight, as the number of steps; or of one that cannot be told
        alike = old is not None and old.shape == tuple(variable.shape)
        sure = not kind.startswith(NUMBER) or not variable.shape
        return old if alike and (sure or _untouched(growth)) else None
    if mean:
        return growth.average(weight, old if growth.source(weight) else None)
    if not growth.source(weight) or old is None:
        return None
    if tuple(variable.shape) == growth.arrays[weight].shape:
        return growth.memory(weight, old, value(variable), _POWERS.get(kind, 0))
    return old if old.shape == tuple(variable.shape) else None


def _untouched(growth: Growth) -> bool:
    """Whether all weights are those that were there, in the same order."""
    return all(layer.what == "kept" for layer in growth.layers) and all(a == b for a, b in growth.same.items())


def report_of(growth: Growth, preserving: bool, before: Any, now: Any) -> Grown:
    """What the window is told: of the layers only those of which something changed.

    *before* and *now* are the answers to the same rows; None where they are not known.
    """
    difference = None
    if before is not None and now is not None and before.shape == now.shape:
        largest = float(np.max(np.abs(now - before), initial=0.0))
        difference = largest if np.isfinite(largest) else None
    changed = tuple(layer for layer in growth.layers if layer.what != "kept" or layer.why)
    return Grown(changed, preserving, growth.preserves, told(growth.why), difference)


def _rate(recipe: Recipe) -> Any:
    return recipe.optimizer.args.get("learning_rate")


def scheduled_rate(recipe: Recipe) -> bool:
    """Whether the learning rate of *recipe* follows a schedule."""
    return isinstance(_rate(recipe), dict)


def comparable(
    states: Sequence[CallbackState],
    networks: tuple[NetworkSpec, NetworkSpec],
    recipes: tuple[Recipe, Recipe],
) -> tuple[CallbackState, ...]:
    """Those *states* of callbacks whose figures are on the same scale before and after a change.

    What was best under another loss, or of a network that answers otherwise, is not what is best now.
    """
    (old, new), (before, after) = recipes, networks
    if (old.loss, old.class_weight) != (new.loss, new.class_weight) or _function(before) != _function(
        after, renamed(before, after)
    ):
        return ()
    penalized = _penalties(before) != _penalties(after, renamed(before, after))
    return tuple(state for state in states if not (penalized and state.monitor.endswith("loss")))


def _function(network: NetworkSpec, old_ids: Mapping[str, str] | None = None) -> Any:
    """What *network* answers with, apart from its weights; equal for networks that compute the same."""
    ids = old_ids or {}
    layers = {}
    for layer in network.layers:
        args = full_args(layer).items()
        said = {k: v for k, v in args if k not in _WHILE_TRAINING and not k.endswith((_BEFORE_TRAINING, _PENALTY))}
        layers[ids.get(layer.id, layer.id)] = layer.kind, said
    # A layer that joins several answers otherwise when these come in another order.
    sources = {layer.id: [ids.get(source, source) for source in network.sources(layer.id)] for layer in network.layers}
    return layers, {ids.get(layer, layer): found for layer, found in sources.items()}


def _penalties(network: NetworkSpec, old_ids: Mapping[str, str] | None = None) -> dict[str, Any]:
    ids = old_ids or {}
    return {
        ids.get(layer.id, layer.id): {k: v for k, v in full_args(layer).items() if k.endswith(_PENALTY)}
        for layer in network.layers
    }


def same_order(recipe: Recipe, old: Recipe) -> bool:
    """Whether both take the same rows of the same data in the same batches."""
    return (recipe.batch_size, recipe.seed, recipe.shuffle) == (old.batch_size, old.seed, old.shuffle)


def same_network(one: NetworkSpec, other: NetworkSpec) -> bool:
    """Whether two fitted networks are the same, wherever their layers stand on the diagram."""
    return _plain(one) == _plain(other) and one.links == other.links


def same_training(one: tuple[NetworkSpec, Recipe], other: tuple[NetworkSpec, Recipe]) -> bool:
    """Whether two fitted networks with their fitted recipes are trained alike; for how long does not matter."""
    (network, recipe), (other_network, other_recipe) = one, other
    return (
        same_network(network, other_network)
        and msgspec.structs.replace(recipe, epochs=other_recipe.epochs) == other_recipe
    )


def _plain(network: NetworkSpec) -> list[tuple[str, str, dict[str, Any]]]:
    return [(layer.id, layer.kind, full_args(layer)) for layer in network.layers]
