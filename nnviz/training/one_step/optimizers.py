"""How an optimizer moves weights by their gradient, as ``keras.optimizers`` does.

SGD with momentum: Sutskever and others (2013), with Keras's sign. RMSprop: Hinton's lecture 6e (2012). Adam: Kingma and
Ba (2015), in the form with one step size for both corrections, and its AMSGrad (Reddi and others, 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.training.one_step.given import Floats, Rule


@dataclass(frozen=True)
class Moved:
    """Weights after an update.

    Attributes:
        weights: as they are then.
        memory: what the optimizer remembers of them then, by Keras's names.
    """

    weights: Floats
    memory: Mapping[str, Floats]


def moved(rule: Rule, weights: Floats, gradient: Floats, memory: Mapping[str, Floats]) -> Moved:
    """*weights* after one step of *rule* by *gradient*, where it remembers *memory* of them."""
    return _RULES[rule.kind](rule, weights, gradient, memory)


def remembered(memory: Mapping[str, Floats], name: str, like: Floats) -> Floats:
    """What is remembered under *name*; zeros before the first step."""
    return memory.get(name, np.zeros_like(like))


def _sgd(rule: Rule, w: Floats, g: Floats, memory: Mapping[str, Floats]) -> Moved:
    """``w <- w - rate g``; with momentum ``m <- mu m - rate g, w <- w + m``, Nesterov's ``w <- w + mu m - rate g``."""
    mu = rule.share("momentum")
    if mu == 0:
        return Moved(w - rule.rate * g, {})
    m = mu * remembered(memory, "momentum", w) - rule.rate * g
    step = mu * m - rule.rate * g if rule.has("nesterov") else m
    return Moved(w + step, {"momentum": m})


def _rmsprop(rule: Rule, w: Floats, g: Floats, memory: Mapping[str, Floats]) -> Moved:
    """``v <- rho v + (1 - rho) g^2, w <- w - rate g / sqrt(v + epsilon)``; centred, v without the squared mean of g."""
    rho, mu = rule.share("rho"), rule.share("momentum")
    after = {"velocity": rho * remembered(memory, "velocity", w) + (1 - rho) * g**2}
    spread = after["velocity"]
    if rule.has("centered"):
        after["average_gradient"] = rho * remembered(memory, "average_gradient", w) + (1 - rho) * g
        spread = spread - after["average_gradient"] ** 2
    step = rule.rate * g / np.sqrt(spread + rule.share("epsilon"))
    if mu > 0:
        step = after["momentum"] = mu * remembered(memory, "momentum", w) + step
    return Moved(w - step, after)


def adam_rate(rule: Rule) -> float:
    """Adam's step size: ``rate sqrt(1 - beta_2^t) / (1 - beta_1^t)`` at step t, counted from 1."""
    t = rule.done + 1
    return float(rule.rate * (1 - rule.share("beta_2") ** t) ** 0.5 / (1 - rule.share("beta_1") ** t))


def _adam(rule: Rule, w: Floats, g: Floats, memory: Mapping[str, Floats]) -> Moved:
    """``m <- m + (1 - beta_1)(g - m), v <- v + (1 - beta_2)(g^2 - v), w <- w - alpha m / (sqrt v + epsilon)``."""
    m, v = remembered(memory, "momentum", w), remembered(memory, "velocity", w)
    m, v = m + (1 - rule.share("beta_1")) * (g - m), v + (1 - rule.share("beta_2")) * (g**2 - v)
    after, spread = {"momentum": m, "velocity": v}, v
    if rule.has("amsgrad"):
        spread = after["velocity_hat"] = np.maximum(remembered(memory, "velocity_hat", w), v)
    return Moved(w - adam_rate(rule) * m / (np.sqrt(spread) + rule.share("epsilon")), after)


_RULES: dict[str, Callable[[Rule, Floats, Floats, Mapping[str, Floats]], Moved]] = {
    "SGD": _sgd,
    "RMSprop": _rmsprop,
    "Adam": _adam,
}
KNOWN = tuple(_RULES)
