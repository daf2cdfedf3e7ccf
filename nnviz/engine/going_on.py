"""What a changed network or recipe goes on with: all that still means the same of the one that stood before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from nnviz.engine.build import Built
from nnviz.engine.callbacks import CallbackState
from nnviz.engine.state import copy_values, same_layout
from nnviz.network.catalogue import full_args
from nnviz.network.matching import renamed
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import Recipe

# Arguments that change how a layer is trained, not what the network answers with given weights.
_WHILE_TRAINING = ("rate", "stddev")
_BEFORE_TRAINING, _PENALTY = "_initializer", "_regularizer"


def keep_layers(built: Built, before: Built, old_ids: Mapping[str, str]) -> tuple[str, ...]:
    """Copy the weights of every layer that has the same shapes in *before*, and where its random numbers had got to.

    *old_ids* are the former ids of layers that were renamed. Returns the ids of the layers whose weights were copied.
    """
    kept = []
    for layer_id, layer in built.layers.items():
        source = before.layers.get(old_ids.get(layer_id, layer_id))
        if source is None or not same_layout(layer.weights, source.weights):
            continue
        copy_values(layer.weights, source.weights)
        own, theirs = _random_state(layer), _random_state(source)
        if type(layer) is type(source) and same_layout(own, theirs):
            copy_values(own, theirs)
        if layer.weights:
            kept.append(layer_id)
    return tuple(kept)


def _random_state(layer: Any) -> list[Any]:
    weights = {id(variable) for variable in layer.weights}
    return [variable for variable in layer.variables if id(variable) not in weights]


def same_places(built: Built, before: Built, old_ids: Mapping[str, str]) -> bool:
    """Whether the weights of both come from the same layers in the same order; *old_ids* as in ``keep_layers``."""
    ours, theirs = (
        [it.id_of(layer.name) for layer in it.model.layers if layer.trainable_weights] for it in (built, before)
    )
    return [old_ids.get(layer, layer) for layer in ours] == theirs


def keep_optimizer(own: Any, before: Any, recipe: Recipe, old: Recipe, same_places: bool) -> None:
    """Copy the memory of the optimizer *before* where *own* has the same, and the steps it has done.

    It remembers the weights by their places: *same_places* says whether these are the same. A learning rate that the
    recipe left alone stays what callbacks have made of it.
    """
    mine, theirs = _memory(own), _memory(before)
    if same_places and type(own) is type(before) and same_layout(mine, theirs):
        copy_values(mine, theirs)
    elif _scheduled(recipe):
        # Without its memory an optimizer does best to begin anew, but a schedule goes by the steps.
        own.iterations.assign(before.iterations.value)
    fixed = not _scheduled(recipe) and not _scheduled(old)
    if fixed and type(own) is type(before) and _rate(recipe) == _rate(old):
        own.learning_rate.assign(before.learning_rate.value)


def _memory(optimizer: Any) -> list[Any]:
    return [variable for variable in optimizer.variables if variable.name != "learning_rate"]


def _rate(recipe: Recipe) -> Any:
    return recipe.optimizer.args.get("learning_rate")


def _scheduled(recipe: Recipe) -> bool:
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


def same_training(one: tuple[NetworkSpec, Recipe], other: tuple[NetworkSpec, Recipe]) -> bool:
    """Whether two fitted networks with their fitted recipes are trained alike; for how long does not matter."""
    (network, recipe), (other_network, other_recipe) = one, other
    return (
        _plain(network) == _plain(other_network)
        and network.links == other_network.links
        and msgspec.structs.replace(recipe, epochs=other_recipe.epochs) == other_recipe
    )


def _plain(network: NetworkSpec) -> list[tuple[str, str, dict[str, Any]]]:
    return [(layer.id, layer.kind, full_args(layer)) for layer in network.layers]
