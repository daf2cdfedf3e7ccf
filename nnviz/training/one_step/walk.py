"""One step of training, piece by piece: through the network, to the loss, back by the chain rule, and the update."""

from __future__ import annotations

import numpy as np

from nnviz.training.one_step.activations import answers, slopes
from nnviz.training.one_step.given import Dense, Floats, Given, Rule
from nnviz.training.one_step.losses import loss_of
from nnviz.training.one_step.optimizers import moved
from nnviz.training.one_step.steps import (
    Answers,
    Behind,
    Deltas,
    Gradients,
    LossStep,
    Sample,
    Step,
    Sums,
    Update,
)


def walk(given: Given) -> tuple[Step, ...]:
    """All pieces in the order in which they are computed; without updates where *given* has no rule."""
    forward = _forward(given)
    last = forward[-1][1]
    of = given.layers[-1].activation.name
    found = loss_of(given.loss, last.a, given.y, last.z, of)
    penalty = sum(_penalty(layer) for layer in given.layers)
    value = given.weight * found.value + penalty
    loss = LossStep(given.loss, last.a, given.y, found.parts, found.value, given.weight, penalty, value)
    back = _backward(given, forward, loss, given.weight * found.slope)
    there = [piece for pair in forward for piece in pair]
    return (Sample(given.x), *there, loss, *back, *_updates(given.rule, back))


def _forward(given: Given) -> list[tuple[Sums, Answers]]:
    """``z = x W + b`` and ``a = f(z)``, layer after layer."""
    found, x = [], given.x
    for number, layer in enumerate(given.layers):
        z = x @ layer.kernel + (0.0 if layer.bias is None else layer.bias)
        a = answers(layer.activation, z)
        found.append((Sums(number, layer, x, z), Answers(number, layer, z, a)))
        x = a
    return found


def _penalty(layer: Dense) -> float:
    of_bias = 0.0 if layer.bias is None else layer.bias_penalty.loss(layer.bias)
    return layer.kernel_penalty.loss(layer.kernel) + of_bias


def _backward(given: Given, forward: list[tuple[Sums, Answers]], loss: LossStep, da: Floats) -> list[Step]:
    """Backpropagation (Rumelhart, Hinton and Williams, 1986), from the last layer to the first.

    *da* is the loss by the answer of the last layer.
    """
    found: list[Step] = []
    behind: Behind | None = None
    for (sums, made), layer in zip(reversed(forward), reversed(given.layers), strict=True):
        slope = slopes(layer.activation, sums.z)
        dz = da @ slope if slope.ndim == 2 else da * slope
        found.append(Deltas(sums.layer, layer, made.a, da, slope, dz, behind, loss))
        found.append(_gradients(sums, dz))
        behind = Behind(layer.kernel, dz)
        da = layer.kernel @ dz
    return found


def _gradients(sums: Sums, dz: Floats) -> Gradients:
    """``dL/dw = x dL/dz`` and ``dL/db = dL/dz``, each with the derivative of its penalty."""
    layer = sums.of
    kernel = np.outer(sums.x, dz) + layer.kernel_penalty.gradient(layer.kernel)
    bias = None if layer.bias is None else dz + layer.bias_penalty.gradient(layer.bias)
    return Gradients(sums.layer, layer, sums.x, dz, kernel, bias)


def _updates(rule: Rule | None, back: list[Step]) -> list[Update]:
    """Every weight moved by its own gradient, from the first layer on."""
    if rule is None:
        return []
    return [_update(rule, piece) for piece in reversed(back) if isinstance(piece, Gradients)]


def _update(rule: Rule, by: Gradients) -> Update:
    layer = by.of
    kernel = moved(rule, layer.kernel, by.kernel, layer.kernel_memory)
    bias = None
    if layer.bias is not None and by.bias is not None:
        bias = moved(rule, layer.bias, by.bias, layer.bias_memory)
    after = None if bias is None else bias.weights
    return Update(by.layer, layer, by, rule, kernel.weights, after, kernel.memory, {} if bias is None else bias.memory)
