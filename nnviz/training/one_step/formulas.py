"""Each piece of a step as formulas, with letters and with the numbers of one unit or weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.training.one_step.figures import factor, low, number, total
from nnviz.training.one_step.given import Activation, Penalty
from nnviz.training.one_step.losses import OF_CLASSES
from nnviz.training.one_step.rule_formulas import rule_lines
from nnviz.training.one_step.steps import (
    Answers,
    Deltas,
    Gradients,
    LossStep,
    Sample,
    Step,
    Sums,
    Update,
)


@dataclass(frozen=True)
class Line:
    """One formula.

    Attributes:
        letters: as a textbook has it.
        numbers: the same with numbers, and what comes out.
    """

    letters: str
    numbers: str


@dataclass(frozen=True)
class Chosen:
    """Which number is written out: that of *unit*, and where it has several weights, the one from *source*.

    Attributes:
        source: a unit of the layer before; None for the bias.
    """

    unit: int = 0
    source: int | None = 0


_BY_Z = {
    "linear": ("z", "1"),
    "relu": ("max(0, z)", "1 if z > 0, else 0"),
    "leaky_relu": ("z if z > 0, else κ·z", "1 if z > 0, else κ"),
    "sigmoid": ("1 / (1 + e⁻ᶻ)", "a·(1 − a)"),
    "tanh": ("tanh(z)", "1 − a²"),
    "softmax": ("e^zᵢ / Σ e^zⱼ", "aⱼ·([i = j] − aᵢ)"),
    "elu": ("z if z > 0, else α·(eᶻ − 1)", "1 if z > 0, else α·eᶻ"),
    "selu": ("1.051·(z if z > 0, else 1.673·(eᶻ − 1))", "1.051·(1 if z > 0, else 1.673·eᶻ)"),
    "gelu": ("z·Φ(z)", "Φ(z) + z·φ(z)"),
    "silu": ("z·sigmoid(z)", "s·(1 + z·(1 − s)), s = sigmoid(z)"),
    "softplus": ("ln(1 + eᶻ)", "sigmoid(z)"),
}
_LOSSES = {
    "mse": ("(a − y)²", "2·(a − y)"),
    "mae": ("|a − y|", "sign(a − y)"),
    "binary_crossentropy": ("−(y·ln a + (1 − y)·ln(1 − a))", "−y / a + (1 − y) / (1 − a)"),
    "categorical_crossentropy": ("−Σ y·ln a", "−y / a"),
    "sparse_categorical_crossentropy": ("−Σ y·ln a", "−y / a"),
    "hinge": ("max(0, 1 − y·a), y = ±1", "−y if y·a < 1, else 0"),
}


def shown_activation(of: Activation) -> tuple[str, str]:
    """The formulas of an activation and of its derivative, its own numbers filled in."""
    value, slope = _BY_Z[of.name]
    letter = {"leaky_relu": "κ", "elu": "α"}.get(of.name)
    if of.name == "relu" and of.slope:
        value, slope, letter = *_BY_Z["leaky_relu"], "κ"
    if letter is None:
        return value, slope
    filled = number(of.slope)
    return value.replace(letter, filled), slope.replace(letter, filled)


def lines(step: Step, chosen: Chosen) -> tuple[Line, ...]:
    """The formulas of *step* for what is *chosen*."""
    found: tuple[Line, ...] = _WRITERS[type(step)](step, chosen)
    return found


def _sample(_: Sample, __: Chosen) -> tuple[Line, ...]:
    return ()


def _before(layer: int) -> str:
    """The letter of what comes into layer number *layer*."""
    return "a" if layer else "x"


def _sums(step: Sums, chosen: Chosen) -> tuple[Line, ...]:
    j, x = chosen.unit, _before(step.layer)
    terms = [f"{factor(w)}·{factor(v)}" for w, v in zip(step.of.kernel[:, j], step.x, strict=True)]
    bias = step.of.bias
    if bias is not None:
        terms.append(factor(bias[j]))
    added = " + b" if bias is not None else ""
    return (Line(f"z = Σ w·{x}{added}", f"z{low(j)} = {total(terms)} = {number(step.z[j])}"),)


def _answers(step: Answers, chosen: Chosen) -> tuple[Line, ...]:
    j, name = chosen.unit, step.of.activation.name
    value, _ = shown_activation(step.of.activation)
    numbers = f"a{low(j)} = {name}({number(step.z[j])}) = {number(step.a[j])}"
    if name == "softmax":
        powers = total([f"e^{factor(z)}" for z in step.z], 4)
        numbers = f"a{low(j)} = e^{factor(step.z[j])} / ({powers}) = {number(step.a[j])}"
    plain = value in ("z", f"{name}(z)")
    return (Line(f"a = {value}" if plain else f"a = {name}(z) = {value}", numbers),)


def _loss(step: LossStep, _: Chosen) -> tuple[Line, ...]:
    letters, mean = _LOSSES[step.name][0], _mean(step)
    found = [Line(f"L = {mean}{letters}", f"L = {_loss_numbers(step)} = {number(step.bare)}")]
    if step.weight != 1 or step.penalty:
        weight = ("weight·", f"{factor(step.weight)}·") if step.weight != 1 else ("", "")
        penalty = (" + penalty", f" + {number(step.penalty)}") if step.penalty else ("", "")
        numbers = f"{weight[1]}{number(step.bare)}{penalty[1]} = {number(step.value)}"
        found.append(Line(f"L = {weight[0]}L{penalty[0]}", f"L = {numbers}"))
    return tuple(found)


def _mean(step: LossStep) -> str:
    several = len(step.a) > 1 and step.name not in OF_CLASSES
    return f"1/{len(step.a)} Σ " if several else ""


def _loss_numbers(step: LossStep) -> str:
    """The loss with its numbers: of one unit written out, of several what each adds."""
    if step.name in OF_CLASSES:
        there = [f"{factor(y)}·ln {number(a)}" for a, y in zip(step.a, step.y, strict=True) if y]
        return f"−({total(there)})" if len(there) > 1 else f"−{there[0].removeprefix('1·')}"
    if len(step.a) > 1:
        return f"({total([factor(part) for part in step.parts])}) / {len(step.a)}"
    a, y = float(step.a[0]), float(step.y[0])
    if step.name == "mse":
        return f"({number(a)} − {factor(y)})²"
    if step.name == "mae":
        return f"|{number(a)} − {factor(y)}|"
    if step.name == "hinge":
        return f"max(0, 1 − {factor(_sign(y))}·{factor(a)})"
    return f"−({number(y)}·ln {number(a)} + {number(1 - y)}·ln {number(1 - a)})"


def _sign(y: float) -> float:
    return 2 * y - 1 if y in (0.0, 1.0) else y


def _deltas(step: Deltas, chosen: Chosen) -> tuple[Line, ...]:
    j = chosen.unit
    da = _behind(step, j) if step.behind is not None else _by_answer(step, j)
    return (da, *_by_sum(step, j))


def _by_answer(step: Deltas, j: int) -> Line:
    """The derivative of the loss by an answer of the network."""
    loss = step.loss
    a, y = float(loss.a[j]), float(loss.y[j])
    by_name = {
        "mse": f"2·({number(a)} − {factor(y)})",
        "mae": f"sign({number(a - y)})",
        "hinge": f"−{factor(_sign(y))}" if step.da[j] else "0",
        "binary_crossentropy": f"−{number(y)} / {factor(a)} + {number(1 - y)} / {factor(1 - a)}",
    }
    numbers = by_name.get(loss.name, f"−{number(y)} / {number(a)}")
    mean, count = _mean(loss), len(loss.a)
    letters = f"1/{count}·({_LOSSES[loss.name][1]})" if mean else _LOSSES[loss.name][1]
    numbers = f"({numbers}) / {count}" if mean else numbers
    if loss.weight != 1:
        letters, numbers = f"weight·({letters})", f"{factor(loss.weight)}·({numbers})"
    return Line(f"dL/da = {letters}", f"dL/da{low(j)} = {numbers} = {number(step.da[j])}")


def _behind(step: Deltas, j: int) -> Line:
    """The derivative by an answer inside the network: through all units that it feeds."""
    assert step.behind is not None
    pairs = zip(step.behind.kernel[j], step.behind.dz, strict=True)
    terms = total([f"{factor(w)}·{factor(d)}" for w, d in pairs])
    return Line("dL/da = Σ w·dL/dz →", f"dL/da{low(j)} = {terms} = {number(step.da[j])}")


def _by_sum(step: Deltas, j: int) -> tuple[Line, ...]:
    """The chain rule through the activation."""
    _, slope = shown_activation(step.activation)
    if step.slope.ndim == 2:
        terms = [f"{factor(d)}·{factor(s)}" for d, s in zip(step.da, step.slope[:, j], strict=True)]
        numbers = f"dL/dz{low(j)} = {total(terms)} = {number(step.dz[j])}"
        return Line("daⱼ/dzᵢ = " + slope, _softmax_numbers(step, j)), Line("dL/dzᵢ = Σ dL/daⱼ·daⱼ/dzᵢ", numbers)
    numbers = f"dL/dz{low(j)} = {factor(step.da[j])}·{factor(step.slope[j])} = {number(step.dz[j])}"
    return (
        Line(f"da/dz = {slope}", f"da{low(j)}/dz{low(j)} = {_slope_numbers(step, j)}{number(step.slope[j])}"),
        Line("dL/dz = dL/da·da/dz", numbers),
    )


def _softmax_numbers(step: Deltas, j: int) -> str:
    a = float(step.a[j])
    return f"da{low(j)}/dz{low(j)} = {number(a)}·(1 − {number(a)}) = {number(float(step.slope[j, j]))}"


def _slope_numbers(step: Deltas, j: int) -> str:
    a = float(step.a[j])
    if step.activation.name == "sigmoid":
        return f"{number(a)}·(1 − {number(a)}) = "
    return f"1 − {factor(a)}² = " if step.activation.name == "tanh" else ""


def _gradients(step: Gradients, chosen: Chosen) -> tuple[Line, ...]:
    j, i, x = chosen.unit, chosen.source, _before(step.layer)
    if i is None and step.bias is not None and step.of.bias is not None:
        letters, numbers, w = "dL/db = dL/dz", factor(step.dz[j]), float(step.of.bias[j])
        penalty, name, found = step.of.bias_penalty, f"dL/db{low(j)}", float(step.bias[j])
    else:
        i = i or 0
        letters, numbers = f"dL/dw = {x}·dL/dz", f"{factor(step.x[i])}·{factor(step.dz[j])}"
        penalty, w = step.of.kernel_penalty, float(step.of.kernel[i, j])
        between = "," if max(i, j) >= 9 else ""
        name, found = f"dL/dw{low(i)}{between}{low(j)}", float(step.kernel[i, j])
    more = _penalty(penalty, w)
    return (Line(letters + more[0], f"{name} = {numbers}{more[1]} = {number(found)}"),)


def _penalty(penalty: Penalty, w: float) -> tuple[str, str]:
    """What the penalty on a weight *w* adds to its derivative."""
    letters = numbers = ""
    if penalty.l1:
        letters += " + l1·sign(w)"
        numbers += f" + {number(penalty.l1)}·{factor(float(np.sign(w)))}"
    if penalty.l2:
        letters += " + 2·l2·w"
        numbers += f" + 2·{number(penalty.l2)}·{factor(w)}"
    return letters, numbers


def _update(step: Update, chosen: Chosen) -> tuple[Line, ...]:
    j, i = chosen.unit, chosen.source
    of_bias = i is None and step.of.bias is not None
    place: Any = j if of_bias else (i or 0, j)
    before, after = (step.of.bias, step.bias) if of_bias else (step.of.kernel, step.kernel)
    gradient = step.gradients.bias if of_bias else step.gradients.kernel
    assert before is not None
    assert after is not None
    assert gradient is not None
    old = step.of.bias_memory if of_bias else step.of.kernel_memory
    new = step.bias_memory if of_bias else step.kernel_memory
    written = rule_lines(
        step.rule,
        "b" if of_bias else "w",
        (float(before[place]), float(gradient[place]), float(after[place])),
        {name: float(values[place]) for name, values in old.items()},
        {name: float(values[place]) for name, values in new.items()},
    )
    return tuple(Line(letters, numbers) for letters, numbers in written)


_WRITERS: dict[type, Callable[[Any, Chosen], tuple[Line, ...]]] = {
    Sample: _sample,
    Sums: _sums,
    Answers: _answers,
    LossStep: _loss,
    Deltas: _deltas,
    Gradients: _gradients,
    Update: _update,
}
