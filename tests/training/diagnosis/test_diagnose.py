"""The rules of the diagnosis on figures made by hand; ``tests/engine/test_diagnosis.py`` has real runs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf, log, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnviz.data.spec import Builtin, Split
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.check import problems
from nnviz.training.diagnosis import Case, Drawn, Finding, diagnose
from nnviz.training.diagnosis.case import smoothed
from nnviz.training.diagnosis.overfitting import turn_of
from nnviz.training.diagnosis.remedies import more_samples
from nnviz.training.layer_history import LayerHistory
from nnviz.training.pictures import LayerFigures, Layers
from nnviz.training.recipe import Recipe

FACTS = DataFacts((2,), "binary", 1, class_names=("A", "B"), rows=(320, 80, 0), class_counts=(160, 160))
PICTURES = DataFacts((8, 8, 1), "classes", 2, class_names=("A", "B"), rows=(320, 80, 0), class_counts=(160, 160))
CHANCE = log(2)


def network_of(activation: str = "relu", layers: int = 2, **args: Any) -> NetworkSpec:
    hidden = [LayerSpec(f"h{i}", "Dense", {"units": 16, "activation": activation, **args}) for i in range(layers)]
    specs = [LayerSpec("in", "Input"), *hidden, LayerSpec("out", "Output")]
    return NetworkSpec(tuple(specs), tuple(pairwise(spec.id for spec in specs)))


def measured(ids: tuple[str, ...], **figures: Any) -> LayerHistory:
    """Ten measurements, all the same: a number for all layers, or one each."""
    history = LayerHistory()
    base = {"gradient_norm": 0.1, "update_ratio": 1e-3, "mean": 0.0, "spread": 1.0, "dead": 0.0}
    for epoch in range(0, 50, 5):
        rows = []
        for place, layer in enumerate(ids):
            own = {name: value[place] if isinstance(value, tuple) else value for name, value in figures.items()}
            rows.append(LayerFigures(layer, **{**base, **own}))
        history.append(Layers(epoch, tuple(rows)))
    return history


def case(loss: Any, held: Any = (), network: NetworkSpec | None = None, facts: DataFacts = FACTS, **given: Any) -> Case:
    recipe = given.pop("recipe", Recipe(loss="binary_crossentropy", metrics=("accuracy",)))
    drawn = network if network is not None else network_of()
    fitted = fit_to_data(drawn, facts)
    return Case(fitted, facts, recipe, np.asarray(loss, float), np.asarray(held, float), **given)


FLAT = np.full(80, CHANCE)
LEARNING = CHANCE * np.exp(-np.arange(80) / 15)
IDS = ("in", "h0", "h1", "out")


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]


class TestQuiet:
    def test_a_run_that_learns_has_nothing(self) -> None:
        assert diagnose(case(LEARNING, LEARNING + 0.02, figures=measured(IDS))) == ()

    def test_the_first_epochs_are_left_alone(self) -> None:
        assert diagnose(case(FLAT[:4] * 9, figures=measured(IDS, update_ratio=1.0))) == ()

    def test_a_plateau_at_the_beginning_is_waited_for(self) -> None:
        assert diagnose(case(FLAT[:30])) == ()
        assert codes(diagnose(case(FLAT))) == ["nothing_learned"]

    def test_some_dead_units_in_a_network_that_learns_are_no_matter(self) -> None:
        assert diagnose(case(LEARNING, figures=measured(IDS, dead=(0.0, 0.6, 0.6, 0.0)))) == ()

    def test_a_weak_gradient_in_a_network_that_learns_is_no_matter(self) -> None:
        ids = ("h0", "h1", "h2", "h3", "out")
        figures = measured(ids, gradient_norm=(1e-6, 1e-5, 1e-4, 1e-2, 1.0))
        assert diagnose(case(LEARNING, network=network_of("sigmoid", 4), figures=figures)) == ()


class TestFound:
    def test_vanishing(self) -> None:
        ids = ("h0", "h1", "h2", "h3", "out")
        figures = measured(ids, gradient_norm=(1e-6, 1e-5, 1e-3, 1e-2, 0.5))
        (first, *_) = diagnose(case(FLAT, network=network_of("sigmoid", 4), figures=figures))
        assert (first.code, first.layers) == ("vanishing", ("h0", "h1"))
        assert "500,000 times weaker" in first.sentence
        assert [way.title for way in first.remedies] == ["Use relu", "Normalize each layer"]
        assert [line.y[0] for line in first.evidence.lines] == [1e-6, 1e-5, 1e-3, 1e-2, 0.5]

    def test_exploding(self) -> None:
        ids = ("h0", "h1", "h2", "h3", "out")
        figures = measured(ids, gradient_norm=(1e6, 1e5, 1e3, 1e2, 0.5))
        (first, *_) = diagnose(case(FLAT, network=network_of("relu", 4), figures=figures))
        assert (first.code, first.layers) == ("exploding", ("h0",))
        assert first.remedies[0].title == "Clip gradients"

    def test_all_units_dead(self) -> None:
        (first, *_) = diagnose(case(FLAT, figures=measured(IDS, dead=(0.0, 1.0, 0.3, 0.0))))
        assert (first.code, first.severity, first.layers) == ("dead_units", "bad", ("h0",))

    def test_most_units_dead_in_a_network_that_does_not_learn(self) -> None:
        (first, *_) = diagnose(case(FLAT * 0.9, figures=measured(IDS, dead=(0.0, 0.6, 0.75, 0.0))))
        assert (first.code, first.severity, first.layers) == ("dead_units", "caution", ("h0", "h1"))
        assert "75 % of the units of h1" in first.sentence

    def test_worse_than_guessing(self) -> None:
        jumping = 3 + np.resize([0.0, 2.0], 40)
        (first, *_) = diagnose(case(jumping))
        assert first.code == "rate_too_high"
        assert first.evidence.level == pytest.approx(CHANCE)

    def test_a_loss_of_numbers_that_jumps_while_the_weights_are_thrown_around(self) -> None:
        facts = DataFacts((2,), "regression", 1, rows=(320, 0, 0))
        recipe = Recipe(loss="mse", metrics=("mae",))
        loss = 10 + np.resize([0.0, 8.0], 40)
        thrown = case(loss, facts=facts, recipe=recipe, figures=measured(IDS, update_ratio=0.4))
        assert codes(diagnose(thrown)) == ["rate_too_high"]
        assert diagnose(case(loss, facts=facts, recipe=recipe, figures=measured(IDS))) == ()

    def test_a_penalty_is_no_reason_to_call_a_loss_worse_than_guessing(self) -> None:
        penalized = network_of(kernel_regularizer={"kind": "l2", "l2": 0.1})
        assert diagnose(case(np.full(80, 3.0), network=penalized)) == ()

    def test_steps_too_small(self) -> None:
        slow = np.linspace(0.8, 0.795, 40)
        (first, *_) = diagnose(case(slow, figures=measured(IDS, update_ratio=3e-6)))
        assert first.code == "rate_too_low"
        assert "changes 0.0003 % of the weights, and the loss has fallen by 0.6 % only" in first.sentence

    def test_weights_that_start_alike(self) -> None:
        (first, *_) = diagnose(case(FLAT, network=network_of(kernel_initializer="zeros")))
        assert (first.code, first.layers) == ("same_start", ("h0", "h1"))

    def test_numbers_that_ran_out(self) -> None:
        assert codes(diagnose(case([0.7], broke=True))) == ["not_a_number"]
        assert codes(diagnose(case([], broke=True))) == ["not_a_number"]
        assert codes(diagnose(case([0.7, nan]))) == ["not_a_number"]


class TestOverfitting:
    def curves(self, seed: int = 0, noise: float = 0.01) -> tuple[Any, Any]:
        at = np.arange(300)
        held = 0.3 + 0.4 * np.exp(-at / 20) + 0.4 * np.clip((at - 90) / 200, 0, None)
        rng = np.random.default_rng(seed)
        return CHANCE * np.exp(-at / 60), held + rng.normal(0, noise, 300)

    @pytest.mark.parametrize("noise", [0.0, 0.01, 0.03])
    def test_the_turn_is_found_in_noise(self, noise: float) -> None:
        for seed in range(5):
            turn = turn_of(case(*self.curves(seed, noise)))
            assert turn is not None
            assert 45 <= turn.epoch <= 125
            assert turn.now > 0.65 > 0.32 > turn.least

    def test_a_small_rise_after_a_long_fall_is_told_too(self) -> None:
        at = np.arange(200)
        held = 0.25 + 2 * np.exp(-at / 6) + 0.0003 * np.maximum(0, at - 30)
        turn = turn_of(case(2.3 * np.exp(-at / 6), held))
        assert turn is not None
        assert 20 <= turn.epoch <= 60

    def test_more_samples_are_taken_from_those_held_out(self) -> None:
        drawn = Drawn(network_of(), Builtin(name="digits", split=Split(validation=0.94, seed=1)), Recipe())
        more = more_samples(drawn).data
        assert more == Builtin(name="digits", split=Split(validation=0.2, seed=1))
        assert more_samples(replace(drawn, data=more)).data == more

    def test_a_single_spike_is_no_turn(self) -> None:
        held = LEARNING + 0.02
        held[30] = 0.0
        assert turn_of(case(LEARNING, held)) is None

    def test_a_validation_loss_that_rises_with_the_training_loss_is_another_matter(self) -> None:
        _, held = self.curves()
        assert turn_of(case(held - 0.01, held)) is None

    def test_what_is_offered(self) -> None:
        (found,) = diagnose(case(*self.curves()))
        assert found.code == "overfitting"
        assert found.epoch == found.evidence.mark
        assert [way.title for way in found.remedies] == [
            "Stop early", "Dropout 0.3", "L2 penalty", "Half the units", "More samples"
        ]  # fmt: skip

    def test_pictures_can_be_varied(self) -> None:
        conv = LayerSpec("conv", "Conv2D", {"filters": 8, "kernel_size": (3, 3)})
        layers = (LayerSpec("in", "Input"), conv, LayerSpec("flat", "Flatten"), LayerSpec("out", "Output"))
        network = NetworkSpec(layers, tuple(pairwise(layer.id for layer in layers)))
        recipe = Recipe(loss="categorical_crossentropy", metrics=("accuracy",))
        (found,) = diagnose(case(*self.curves(), network=network, facts=PICTURES, recipe=recipe))
        assert "Vary the pictures" in [way.title for way in found.remedies]


def every_finding() -> list[Finding]:
    ids = ("h0", "h1", "h2", "h3", "out")
    deep = network_of("sigmoid", 4)
    weak, strong = (1e-6, 1e-5, 1e-3, 1e-2, 0.5), (1e6, 1e5, 1e3, 1e2, 0.5)
    cases = [
        case(FLAT, network=deep, figures=measured(ids, gradient_norm=weak)),
        case(FLAT, network=deep, figures=measured(ids, gradient_norm=strong)),
        case(FLAT, figures=measured(IDS, dead=(0.0, 1.0, 0.3, 0.0))),
        case(FLAT, network=network_of(kernel_initializer="zeros")),
        case(np.linspace(0.8, 0.795, 40), figures=measured(IDS, update_ratio=3e-6)),
        case([0.7, nan]),
        case(*TestOverfitting().curves()),
    ]
    return [finding for one in cases for finding in diagnose(one)]


@pytest.mark.parametrize("finding", every_finding(), ids=lambda finding: finding.code)
def test_every_remedy_gives_a_network_that_can_be_trained_and_is_not_offered_twice(finding: Finding) -> None:
    starts = {"same_start": network_of(kernel_initializer="zeros"), "vanishing": network_of("sigmoid", 4)}
    drawn = Drawn(starts.get(finding.code, network_of()), Builtin(name="moons"), Recipe())
    assert finding.remedies
    for remedy in finding.remedies:
        after = remedy.change(drawn)
        fitted = fit_to_data(after.network, FACTS)
        if after.network != drawn.network:
            found = problems(after.network, FACTS, after.recipe, None, (fitted, infer(fitted), None))
            assert [p.text for p in found if not p.caution] == []


figure = st.one_of(st.floats(1e-9, 1e9), st.sampled_from([0.0, nan, inf]))
rows = st.lists(st.tuples(figure, figure, figure, figure, st.floats(0, 1)), min_size=0, max_size=6)
numbers = st.one_of(st.floats(-1e6, 1e6), st.sampled_from([0.0, nan, inf]))


@given(arrays(float, st.integers(0, 60), elements=numbers), st.data(), rows)
def test_whatever_was_measured_it_is_judged(loss: Any, data: Any, some: Any) -> None:
    held = data.draw(arrays(float, st.sampled_from([0, len(loss)]), elements=numbers))
    history = LayerHistory()
    for epoch, values in enumerate(some):
        history.append(Layers(epoch, tuple(LayerFigures(layer, *values) for layer in IDS)))
    found = diagnose(case(loss, held, figures=history, broke=data.draw(st.booleans())))
    for finding in found:
        assert finding.sentence
        assert finding.epoch is None or 1 <= finding.epoch <= len(loss)


@given(arrays(float, st.integers(0, 80), elements=st.floats(-1e6, 1e6)), st.integers(0, 30))
def test_a_running_median_stays_within_the_values(values: Any, width: int) -> None:
    smooth = smoothed(values, width)
    assert len(smooth) == len(values)
    if len(values):
        assert smooth[0] == values[0]
        assert (values.min() <= smooth).all()
        assert (smooth <= values.max()).all()
