"""What a project says of its data by name follows them when others are chosen.

A file may spell out what is only what its data ask for: three units, softmax, categorical crossentropy. With data that
ask for something else this would be an error that nobody made, so it is left open again; what a person set otherwise
stays, and a problem says where it does not fit.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import LOSS_ALIASES, LOSSES, fitted_recipe

_FITTED = {"Input": ("shape",), "Output": ("units", "activation")}  # what follows the data while it is left open


def network_on(network: NetworkSpec, before: DataFacts, after: DataFacts) -> NetworkSpec:
    """*network* on the data of *after*: what its Inputs and Outputs say of the data of *before* is left open."""
    opened = replace(network, layers=tuple(_open(layer, _FITTED.get(layer.kind, ())) for layer in network.layers))
    then, now = fit_to_data(opened, before), fit_to_data(opened, after)
    layers = []
    for layer, as_then, as_now in zip(network.layers, then.layers, now.layers, strict=True):
        told = (name for name in _FITTED.get(layer.kind, ()) if _is_told(layer, as_then, name))
        layers.append(_open(layer, tuple(name for name in told if as_then.args[name] != as_now.args.get(name))))
    return replace(network, layers=tuple(layers))


def recipe_on(recipe: Recipe, before: DataFacts, after: DataFacts) -> Recipe:
    """*recipe* on the data of *after*: the loss and the metrics of another task than theirs are left open."""
    if before.task == after.task:
        return recipe
    usual = fitted_recipe(msgspec.structs.replace(recipe, loss=None, metrics=None), before)
    loss = LOSS_ALIASES.get(recipe.loss, recipe.loss) if recipe.loss is not None else None
    suits = loss not in LOSSES or after.task in LOSSES[loss][1]
    if loss == usual.loss or not suits:
        recipe = msgspec.structs.replace(recipe, loss=None)
    return msgspec.structs.replace(recipe, metrics=None) if recipe.metrics == usual.metrics else recipe


def _is_told(layer: LayerSpec, fitted: LayerSpec, name: str) -> bool:
    value = layer.args.get(name)
    return value is not None and value == fitted.args.get(name)


def _open(layer: LayerSpec, names: tuple[str, ...]) -> LayerSpec:
    return layer.with_args(**dict.fromkeys(names)) if names else layer
