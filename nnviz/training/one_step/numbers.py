"""From the numbers that the engine sends to what a step starts from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from nnviz.network.catalogue import CATALOGUE, full_args, name_of
from nnviz.network.catalogue.kinds import object_args
from nnviz.network.json_form import network_from_json
from nnviz.network.spec import LayerSpec
from nnviz.training.one_step.given import Activation, Dense, Floats, Given, Penalty, Rule
from nnviz.training.one_step.messages import DenseNumbers, StepNumbers
from nnviz.training.one_step.scope import chain, loss_name, why_no_update
from nnviz.training.optimizers import full_args as rule_args
from nnviz.training.recipe import Recipe


def given_of(numbers: StepNumbers, recipe: Recipe) -> Given:
    """What the step of *numbers* starts from, by *recipe* with its loss filled in."""
    layers = chain(network_from_json(json.loads(numbers.network)))
    dense = tuple(dense_of(spec, found) for spec, found in zip(layers[1:], numbers.layers, strict=True))
    weight = numbers.weight * float(full_args(layers[-1])["loss_weight"])
    loss = loss_name(recipe.loss or "")
    rule = None
    if why_no_update(recipe.optimizer) is None and (numbers.remembers or not _remembers(recipe)):
        optimizer = recipe.optimizer
        rule = Rule(optimizer.kind, rule_args(optimizer.kind, optimizer.args), numbers.rate, numbers.done)
    return Given(_floats(numbers.x), _floats(numbers.y), dense, loss, weight, rule)


def _remembers(recipe: Recipe) -> bool:
    """Whether the optimizer's steps depend on those before."""
    args = rule_args(recipe.optimizer.kind, recipe.optimizer.args)
    return recipe.optimizer.kind != "SGD" or bool(args["momentum"])


def dense_of(spec: LayerSpec, found: DenseNumbers) -> Dense:
    """The layer *spec* with the weights that were *found* in it."""
    args = full_args(spec)
    memory = {name: _floats(values) for name, values in found.memory.items()}
    return Dense(
        id=spec.id,
        activation=activation_of(spec),
        kernel=_floats(found.kernel).reshape(found.shape),
        bias=_floats(found.bias) if found.bias else None,
        kernel_penalty=_penalty(spec, args, "kernel_regularizer"),
        bias_penalty=_penalty(spec, args, "bias_regularizer"),
        kernel_memory={kind: v.reshape(found.shape) for kind, v in _of(memory, "kernel/").items()},
        bias_memory=_of(memory, "bias/"),
    )


def activation_of(spec: LayerSpec) -> Activation:
    """The activation of a Dense or Output layer, its arguments filled in."""
    given = full_args(spec)["activation"]
    arg = next(arg for arg in CATALOGUE[spec.kind].args if arg.name == "activation")
    inner = object_args(arg, given)
    slope = inner.get("negative_slope", inner.get("alpha", 0.0))
    return Activation(name_of(given) or "linear", float(slope), bool(inner.get("approximate", False)))


def _penalty(spec: LayerSpec, args: Mapping[str, Any], name: str) -> Penalty:
    arg = next(arg for arg in CATALOGUE[spec.kind].args if arg.name == name)
    inner = object_args(arg, args[name])
    return Penalty(float(inner.get("l1", 0.0)), float(inner.get("l2", 0.0)))


def _of(memory: Mapping[str, Floats], prefix: str) -> dict[str, Floats]:
    return {name.removeprefix(prefix): values for name, values in memory.items() if name.startswith(prefix)}


def _floats(values: bytes) -> Floats:
    return np.frombuffer(values, "<f4").astype(np.float64)
