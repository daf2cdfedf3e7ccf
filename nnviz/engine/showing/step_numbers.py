"""The weights, the sample and the optimizer's memory that a step by hand starts from."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from nnviz.data.dataset import Part
from nnviz.engine.build import Built
from nnviz.engine.feed import Feed
from nnviz.engine.learned import slots, value
from nnviz.engine.weights import named_weights
from nnviz.network.json_form import network_to_json
from nnviz.network.spec import NetworkSpec
from nnviz.training.one_step.messages import DenseNumbers, ShowStep, StepNumbers
from nnviz.training.one_step.scope import chain, why_not
from nnviz.training.recipe import Recipe


def step_numbers(
    command: ShowStep, network: NetworkSpec, recipe: Recipe, train: Part, built: Built, feed: Feed
) -> StepNumbers:
    """What *command* asks for, of *built*, the model of *network*, which learns from *train* by *recipe*.

    The epoch is left to whoever knows it.
    """
    refused = why_not(network, recipe.loss)
    if refused is not None:
        return StepNumbers(command.number, refused=refused)
    row = command.row % train.rows
    x, y, weight = _sample(train, row, feed, built.model.output_shape[-1])
    optimizer = built.model.optimizer
    return StepNumbers(
        number=command.number,
        row=row,
        rows=train.rows,
        network=json.dumps(network_to_json(network)).encode(),
        x=x,
        y=y,
        weight=weight,
        layers=_layers(network, built),
        rate=float(optimizer.learning_rate),
        done=int(optimizer.iterations),
    )


def _sample(train: Part, row: int, feed: Feed, units: int) -> tuple[bytes, bytes, float]:
    """The sample of *row* as the loss has it, classes one-hot, and its weight."""
    weights = None if train.weight is None else train.weight[row : row + 1]
    one = Part(np.asarray(train.x[row : row + 1]), np.asarray(train.y[row : row + 1]), weights)
    rows = feed.rows(one, class_weight=True)
    assert not rows.streamed  # it was made of arrays
    x, y, weight = rows.packed(rows.tensors)
    target = np.asarray(y)
    if target.dtype.kind == "i":
        target = np.eye(units, dtype=np.float32)[target.reshape(-1)]
    counts = 1.0 if weight is None else float(np.asarray(weight)[0])
    return _bytes(x), _bytes(target), counts


def _layers(network: NetworkSpec, built: Built) -> tuple[DenseNumbers, ...]:
    weights, memory = named_weights(built), slots(built.model.optimizer, built)
    found = []
    for spec in chain(network)[1:]:
        kernel, bias = weights[f"{spec.id}/kernel"], weights.get(f"{spec.id}/bias")
        remembered = {
            f"{name.removeprefix(spec.id + '/')}/{kind}": _bytes(value(variable))
            for (name, kind, mean), variable in memory.items()
            if name.startswith(f"{spec.id}/") and not mean
        }
        shape = int(kernel.shape[0]), int(kernel.shape[1])
        its_bias = b"" if bias is None else _bytes(value(bias))
        found.append(DenseNumbers(spec.id, shape, _bytes(value(kernel)), its_bias, remembered))
    return tuple(found)


def _bytes(values: Any) -> bytes:
    return np.asarray(values, "<f4").tobytes()
