"""What each optimizer does to one weight, as formulas with letters and with numbers."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.training.one_step.figures import factor, number
from nnviz.training.one_step.given import Rule
from nnviz.training.one_step.optimizers import adam_rate

Written = tuple[tuple[str, str], ...]
Memory = Mapping[str, float]


def rule_lines(rule: Rule, letter: str, weight: tuple[float, float, float], old: Memory, new: Memory) -> Written:
    """The update of one weight: pairs of a formula with letters and one with numbers.

    Args:
        rule: the optimizer.
        letter: of the weight.
        weight: the weight before, its gradient, and the weight after.
        old, new: what the optimizer remembers of it before and after; nothing stands for 0.
    """
    writer = {"SGD": _sgd, "RMSprop": _rmsprop, "Adam": _adam}[rule.kind]
    return writer(rule, letter, weight, old, new)


def _sgd(rule: Rule, letter: str, weight: tuple[float, float, float], old: Memory, new: Memory) -> Written:
    w, g, after = weight
    rate, mu = number(rule.rate), rule.share("momentum")
    plain = f"{rate}·{factor(g)}"
    if mu == 0:
        return ((f"{letter} ← {letter} − η·g", f"{letter} = {number(w)} − {plain} = {number(after)}"),)
    m, before = new["momentum"], old.get("momentum", 0.0)
    memory = ("m ← μ·m − η·g", f"m = {number(mu)}·{factor(before)} − {plain} = {number(m)}")
    if rule.has("nesterov"):
        ahead = f"{letter} = {number(w)} + {number(mu)}·{factor(m)} − {plain} = {number(after)}"
        return memory, (f"{letter} ← {letter} + μ·m − η·g", ahead)
    return memory, (f"{letter} ← {letter} + m", f"{letter} = {number(w)} + {factor(m)} = {number(after)}")


def _rmsprop(rule: Rule, letter: str, weight: tuple[float, float, float], old: Memory, new: Memory) -> Written:
    w, g, after = weight
    rate, rho, mu = number(rule.rate), rule.share("rho"), rule.share("momentum")
    mixed = f"{number(rho)}·{{}} + {number(1 - rho)}·{factor(g)}"
    lines = [
        ("v ← ρ·v + (1 − ρ)·g²", f"v = {mixed.format(factor(old.get('velocity', 0.0)))}² = {number(new['velocity'])}")
    ]
    under, below = "v + ε", f"{number(new['velocity'])} + {number(rule.share('epsilon'))}"
    if rule.has("centered"):
        mean = new["average_gradient"]
        before = factor(old.get("average_gradient", 0.0))
        lines.append(("ḡ ← ρ·ḡ + (1 − ρ)·g", f"ḡ = {mixed.format(before)} = {number(mean)}"))
        under, below = "v − ḡ² + ε", f"{number(new['velocity'])} − {factor(mean)}² + {number(rule.share('epsilon'))}"
    step, taken = f"η·g / √({under})", f"{rate}·{factor(g)} / √({below})"
    if mu > 0:
        m = new["momentum"]
        lines.append(
            (f"m ← μ·m + {step}", f"m = {number(mu)}·{factor(old.get('momentum', 0.0))} + {taken} = {number(m)}")
        )
        step, taken = "m", factor(m)
    return *lines, (f"{letter} ← {letter} − {step}", f"{letter} = {number(w)} − {taken} = {number(after)}")


def _adam(rule: Rule, letter: str, weight: tuple[float, float, float], old: Memory, new: Memory) -> Written:
    w, g, after = weight
    first, second, t = rule.share("beta_1"), rule.share("beta_2"), rule.done + 1
    m, v = new["momentum"], new["velocity"]
    lines = [
        ("m ← β₁·m + (1 − β₁)·g", _mixed("m", first, old.get("momentum", 0.0), factor(g), m)),
        ("v ← β₂·v + (1 − β₂)·g²", _mixed("v", second, old.get("velocity", 0.0), f"{factor(g)}²", v)),
    ]
    if rule.has("amsgrad"):
        highest = new["velocity_hat"]
        before = number(old.get("velocity_hat", 0.0))
        lines.append(("v̂ ← max(v̂, v)", f"v̂ = max({before}, {number(v)}) = {number(highest)}"))
        v = highest
    rate = adam_rate(rule)
    powers = f"{number(rule.rate)}·√(1 − {number(second)}^{t}) / (1 − {number(first)}^{t})"
    lines.append((f"α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ), t = {t}", f"α = {powers} = {number(rate)}"))
    under = "v̂" if rule.has("amsgrad") else "v"
    taken = f"{number(rate)}·{factor(m)} / (√{number(v)} + {number(rule.share('epsilon'))})"
    return *lines, (
        f"{letter} ← {letter} − α·m / (√{under} + ε)",
        f"{letter} = {number(w)} − {taken} = {number(after)}",
    )


def _mixed(name: str, share: float, before: float, added: str, after: float) -> str:
    return f"{name} = {number(share)}·{factor(before)} + {number(1 - share)}·{added} = {number(after)}"
