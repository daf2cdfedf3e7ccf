"""The learning rate over a run against Keras's own schedules, and schedules made to suit a run."""

from __future__ import annotations

import math
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import OptimizerSpec, Recipe
from nnviz.training.schedules import (
    batches_per_epoch,
    fitted_schedule,
    moves,
    new_schedule,
    rate_at,
    sampled,
    scaled,
    schedule_of,
    total_steps,
    value_at,
    with_rate,
)

RATES = st.floats(1e-5, 1.0)
STEPS = st.integers(1, 5000)
SHARES = st.floats(0, 1)


@pytest.fixture(scope="module")
def schedules() -> Any:
    from nnviz.engine.keras_setup import keras

    module: ModuleType = keras.optimizers.schedules
    return module


def falls(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"kind": st.just(kind), "initial_learning_rate": RATES, "decay_steps": STEPS, "decay_rate": st.floats(0.01, 2)},
        optional={"staircase": st.booleans()},
    )


COSINES = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("CosineDecay"), "initial_learning_rate": RATES, "decay_steps": STEPS},
        optional={"alpha": SHARES, "warmup_target": RATES, "warmup_steps": st.integers(0, 500)},
    ),
    st.fixed_dictionaries(
        {"kind": st.just("CosineDecayRestarts"), "initial_learning_rate": RATES, "first_decay_steps": STEPS},
        optional={"alpha": SHARES, "t_mul": st.sampled_from([1.0, 1.3, 2.0, 3.0]), "m_mul": st.floats(0.1, 1.5)},
    ),
)
POLYNOMIALS = st.fixed_dictionaries(
    {"kind": st.just("PolynomialDecay"), "initial_learning_rate": RATES, "decay_steps": STEPS},
    optional={"end_learning_rate": RATES, "power": st.floats(0.2, 4), "cycle": st.booleans()},
)
PIECES = st.lists(st.integers(0, 5000), min_size=1, max_size=5, unique=True).flatmap(
    lambda boundaries: st.fixed_dictionaries(
        {
            "kind": st.just("PiecewiseConstantDecay"),
            "boundaries": st.just(sorted(boundaries)),
            "values": st.lists(RATES, min_size=len(boundaries) + 1, max_size=len(boundaries) + 1),
        }
    )
)
ANY = st.one_of(falls("ExponentialDecay"), falls("InverseTimeDecay"), COSINES, POLYNOMIALS, PIECES)


@given(schedule=ANY, step=st.integers(0, 20_000))
def test_every_value_is_that_of_keras(schedules: Any, schedule: dict[str, Any], step: int) -> None:
    args = {name: value for name, value in schedule.items() if name != "kind"}
    theirs = getattr(schedules, schedule["kind"])(**args)
    # Keras computes in float32: at a stair or a restart it may already stand on the next one.
    near = [float(theirs(step)), *(value_at(schedule, step + shift) for shift in (-0.01, 0.01) if step)]
    ours, highest = value_at(schedule, step), schedule.get("initial_learning_rate", 1.0)
    assert math.isclose(ours, near[0], rel_tol=1e-3, abs_tol=1e-4 * highest) or any(
        math.isclose(other, near[0], rel_tol=1e-2, abs_tol=1e-3 * highest) for other in near[1:]
    )


def test_a_rate_that_outgrows_float32_is_infinite_as_in_keras(schedules: Any) -> None:
    args = {"initial_learning_rate": 1.0, "decay_steps": 1, "decay_rate": 2.0}
    for step in (100, 128, 20_000):
        assert value_at({"kind": "ExponentialDecay", **args}, step) == float(schedules.ExponentialDecay(**args)(step))


def test_falls_that_get_shorter_end_in_nan_as_in_keras(schedules: Any) -> None:
    args = {"initial_learning_rate": 0.1, "first_decay_steps": 10, "t_mul": 0.5}
    theirs = schedules.CosineDecayRestarts(**args)
    for step in (5, 12, 25):
        ours = value_at({"kind": "CosineDecayRestarts", **args}, step)
        assert math.isnan(ours) == math.isnan(float(theirs(step)))
        assert math.isnan(ours) or math.isclose(ours, float(theirs(step)), rel_tol=1e-3)


def test_the_warm_up_of_the_schedule_free_is_in_the_rate() -> None:
    optimizer = OptimizerSpec("ScheduleFreeAdamW", {"learning_rate": 0.1, "warmup_steps": 10})
    assert moves(optimizer)
    assert [rate_at(optimizer, step) for step in (0, 4, 9, 50)] == pytest.approx([0.01, 0.05, 0.1, 0.1])


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_number_stays_the_same_all_along(kind: str) -> None:
    optimizer = OptimizerSpec(kind)
    assert not moves(optimizer)
    assert len({rate for _, rate in sampled(optimizer, 1000, 11)}) == 1


def test_steps_of_an_epoch_and_a_run() -> None:
    recipe = Recipe(epochs=3, batch_size=32)
    assert batches_per_epoch(recipe, 65) == 3
    assert batches_per_epoch(recipe, 4) == 1
    assert total_steps(recipe, 65) == 9


def test_samples_go_from_the_first_step_to_the_last() -> None:
    points = sampled(OptimizerSpec("Adam", {"learning_rate": new_schedule("PolynomialDecay", 0.1, 100)}), 100, 5)
    assert [step for step, _ in points] == [0, 25, 50, 75, 100]
    assert points[0][1] == pytest.approx(0.1)
    assert points[-1][1] == pytest.approx(0.001)


@given(kind=st.sampled_from(list(SCHEDULES)), steps=st.integers(20, 100_000), rate=RATES)
def test_a_schedule_made_for_a_run_falls_within_it(kind: str, steps: int, rate: float) -> None:
    schedule = new_schedule(kind, rate, steps)
    assert schedule["kind"] == kind
    assert value_at(schedule, 0) == pytest.approx(rate)
    assert value_at(schedule, steps - 1) < 0.6 * rate or kind == "CosineDecayRestarts"
    assert value_at(schedule, steps // 10) > 0.01 * rate
    assert fitted_schedule(schedule, steps) == schedule


def test_a_schedule_made_for_a_run_can_be_read_back() -> None:
    from nnviz.training.json_form import recipe_from_json, recipe_to_json

    for kind in SCHEDULES:
        for steps in (1, 2, 5, 1000):
            recipe = Recipe().with_optimizer(learning_rate=new_schedule(kind, 0.01, steps))
            assert recipe_from_json(recipe_to_json(recipe)) == recipe


def test_a_number_for_a_schedule_changes_where_it_starts() -> None:
    plain = OptimizerSpec("SGD", {"momentum": 0.9})
    assert with_rate(plain, 0.5).args == {"momentum": 0.9, "learning_rate": 0.5}
    cosine = OptimizerSpec("SGD", {"learning_rate": new_schedule("CosineDecay", 0.1, 50)})
    changed = with_rate(cosine, 0.5).args["learning_rate"]
    assert changed == {"kind": "CosineDecay", "initial_learning_rate": 0.5, "decay_steps": 50}
    pieces = OptimizerSpec("SGD", {"learning_rate": new_schedule("PiecewiseConstantDecay", 0.1, 30)})
    assert with_rate(pieces, 0.5).args["learning_rate"]["values"] == [0.5, 0.01, 0.001]


@given(schedule=ANY, factor=st.sampled_from([0.01, 0.1, 3.0]), step=st.integers(0, 5000))
def test_a_scaled_rate_is_scaled_all_along(schedule: dict[str, Any], factor: float, step: int) -> None:
    before = OptimizerSpec("Adam", {"learning_rate": schedule})
    if schedule["kind"] == "PolynomialDecay":
        schedule.setdefault("end_learning_rate", 0.0001)
    after = scaled(before, factor)
    assert rate_at(after, step) == pytest.approx(factor * rate_at(before, step), rel=1e-4, abs=1e-9)


def test_a_scaled_number() -> None:
    assert scaled(OptimizerSpec("Adam"), 10).args == {"learning_rate": 0.01}
    assert schedule_of(Recipe()) is None
