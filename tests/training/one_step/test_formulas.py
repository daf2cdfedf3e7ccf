"""What is written out is what was computed, for every kind of network that a step is shown of."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from nnviz.training.one_step import activations, losses
from nnviz.training.one_step.figures import number
from nnviz.training.one_step.formulas import Chosen, lines
from nnviz.training.one_step.given import Activation, Dense, Given, Penalty, Rule
from nnviz.training.one_step.grids import grid_of
from nnviz.training.one_step.steps import Deltas, Gradients, LossStep, Sample, Step, Sums, Update
from nnviz.training.one_step.walk import walk

from .small import paper, rule


def of_kind(steps: tuple[Step, ...], kind: type, layer: int = 0) -> Step:
    return next(step for step in steps if isinstance(step, kind) and getattr(step, "layer", layer) == layer)


def written(step: Step, chosen: Chosen = Chosen()) -> list[str]:  # noqa: B008
    return [line.numbers for line in lines(step, chosen)]


def test_a_step_on_paper() -> None:
    """z = (2.5, 3), a = (2.5, 3), answer 3, loss 4; back: -4, (-8, 4), then through relu to the weights."""
    steps = walk(paper())
    assert written(of_kind(steps, Sums)) == ["z₁ = 1·1 + 0.5·2 + 0.5 = 2.5"]
    assert written(of_kind(steps, Sums), Chosen(1)) == ["z₂ = (−1)·1 + 2·2 + 0 = 3"]
    assert written(of_kind(steps, LossStep)) == ["L = (3 − 5)² = 4"]
    assert written(of_kind(steps, Deltas, 1)) == ["dL/da₁ = 2·(3 − 5) = −4", "da₁/dz₁ = 1", "dL/dz₁ = (−4)·1 = −4"]
    assert written(of_kind(steps, Deltas), Chosen(1))[0] == "dL/da₂ = (−1)·(−4) = 4"
    assert written(of_kind(steps, Gradients), Chosen(1, 0)) == ["dL/dw₁₂ = 1·4 = 4"]
    assert written(of_kind(steps, Gradients), Chosen(0, None)) == ["dL/db₁ = (−8) = −8"]
    assert written(of_kind(steps, Update), Chosen(1, 0)) == ["w = −1 − 0.1·4 = −1.4"]
    assert written(of_kind(steps, Update), Chosen(1, None)) == ["b = 0 − 0.1·4 = −0.4"]


def test_the_order_is_forward_loss_back_update() -> None:
    kinds = [type(step).__name__ for step in walk(paper())]
    forward, back = ["Sums", "Answers"] * 2, ["Deltas", "Gradients"] * 2
    assert kinds == ["Sample", *forward, "LossStep", *back, "Update", "Update"]
    assert [step.layer for step in walk(paper()) if isinstance(step, Deltas)] == [1, 0]


def test_without_a_rule_there_is_no_update() -> None:
    assert not [step for step in walk(replace(paper(), rule=None)) if isinstance(step, Update)]


RULES = (
    rule(), rule(momentum=0.9), rule(momentum=0.9, nesterov=True), rule("RMSprop"), rule("RMSprop", momentum=0.5),
    rule("RMSprop", centered=True), rule("Adam"), rule("Adam", amsgrad=True),
)  # fmt: skip


def value_of(text: str) -> float:
    """What a written formula comes to, reckoned by Python from the numbers that stand there."""
    python = text.replace("−", "-").replace("·", "*").replace("²", "**2").replace("^", "**")
    python = re.sub(r"√\(", "math.sqrt(", python)
    python = re.sub(r"ln ([\d.e-]+)", r"math.log(\1)", python)
    python = re.sub(r"\|(.+)\|", r"abs(\1)", python)
    python = re.sub(r"√([\d.e-]+)", r"math.sqrt(\1)", python)
    return float(eval(python, {"math": math, "max": max, "sign": np.sign}))


@pytest.mark.parametrize("of", RULES)
@pytest.mark.parametrize("chosen", [Chosen(1, 0), Chosen(1, None)])
def test_what_is_written_of_an_update_comes_to_what_is_claimed(of: Rule, chosen: Chosen) -> None:
    """To the three figures of the numbers that stand there."""
    for line in lines(of_kind(walk(paper(of)), Update), chosen):
        _, *formula, claimed = line.numbers.split(" = ")
        assert value_of(formula[0]) == pytest.approx(value_of(claimed), rel=0.02, abs=0.005)


@pytest.mark.parametrize("units", [1, 3])
@pytest.mark.parametrize("loss", ["mse", "mae", "binary_crossentropy", "hinge", "categorical_crossentropy"])
def test_what_is_written_of_the_way_back_comes_to_what_is_claimed(loss: str, units: int) -> None:
    """With a weight of the sample, and penalties on the weights."""
    if loss == "categorical_crossentropy" and units == 1:
        return
    rng, penalty = np.random.default_rng(2), Penalty(0.1, 0.2)
    of = "softmax" if loss == "categorical_crossentropy" else "sigmoid"
    hidden = Dense("h", Activation("tanh"), rng.normal(size=(3, 4)), rng.normal(size=4), penalty, penalty)
    output = Dense("o", Activation(of), rng.normal(size=(4, units)), rng.normal(size=units), penalty)
    for step in walk(Given(rng.normal(size=3), np.eye(units)[0], (hidden, output), loss, 2.5)):
        if isinstance(step, LossStep | Deltas | Gradients | Sums):
            for line in lines(step, Chosen(0, 1)):
                _, *formula, claimed = line.numbers.split(" = ")
                assert value_of(formula[0] if formula else claimed) == pytest.approx(
                    value_of(claimed), rel=0.02, abs=0.01
                )


@pytest.mark.parametrize("name", activations.KNOWN)
@pytest.mark.parametrize("loss", losses.KNOWN)
def test_every_piece_has_its_formula_and_its_table(name: str, loss: str) -> None:
    rng = np.random.default_rng(1)
    penalty = Penalty(0.1, 0.2)
    hidden = Dense("h", Activation(name, 0.3), rng.normal(size=(3, 9)), None, penalty)
    output = Dense("o", Activation("softmax"), rng.normal(size=(9, 3)), rng.normal(size=3), penalty, penalty)
    given = Given(rng.normal(size=3), np.array([0.0, 1.0, 0.0]), (hidden, output), loss, 2.0, rule("Adam"))
    for step in walk(given):
        grid = grid_of(step)
        assert grid.values.shape == (len(grid.rows), len(grid.columns))
        for line in () if isinstance(step, Sample) else lines(step, Chosen(2, None)):
            assert line.letters
            assert line.numbers.count("=") >= 1


def test_a_long_sum_is_shortened_but_not_its_result() -> None:
    layer = Dense("h", Activation("linear"), np.ones((40, 1)), np.zeros(1))
    step = of_kind(walk(Given(np.ones(40), np.zeros(1), (layer,), "mse")), Sums)
    assert written(step) == ["z₁ = 1·1 + 1·1 + 1·1 + 1·1 + 1·1 + … + 0 = 40"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5512, "0.551"), (-1.2, "−1.2"), (0.0, "0"), (-0.0, "0"), (3.04e-5, "3.04e−5"), (2e6, "2e6"), (123.456, "123"),
     (float("nan"), "NaN"), (float("-inf"), "−∞"), (1.0, "1"), (0.1, "0.1"), (1000.0, "1000"), (1234.0, "1234")],
)  # fmt: skip
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
