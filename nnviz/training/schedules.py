"""The learning rate over a run, known before it starts: Keras's six schedules and the warm-ups, in plain Python."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from nnviz.training.optimizers import SCHEDULES, full_args
from nnviz.training.recipe import OptimizerSpec, Recipe

Schedule = Mapping[str, Any]
# Where a fitted schedule ends, as a share of where it starts.
EXPONENTIAL_END, INVERSE_END = 0.01, 0.1
FLOAT32_MOST = 3.4028234663852886e38
_RATES = ("initial_learning_rate", "warmup_target", "end_learning_rate")


def full_schedule(schedule: Schedule) -> dict[str, Any]:
    """All arguments of *schedule* by name, with Keras's defaults where it has none."""
    return {arg.name: schedule.get(arg.name, arg.default) for arg in SCHEDULES[schedule["kind"]].args}


def value_at(schedule: Schedule, step: float) -> float:
    """The learning rate that *schedule* gives after *step* batches, as Keras computes it."""
    return _evaluated(schedule["kind"], full_schedule(schedule), step)


def _evaluated(kind: str, args: Schedule, step: float) -> float:
    """The value of a schedule with all its *args*; infinite beyond float32, in which Keras computes."""
    try:
        value = _VALUES[kind](args, step)
    except OverflowError:
        return math.inf
    return math.copysign(math.inf, value) if abs(value) > FLOAT32_MOST else value


def _exponential(args: Schedule, step: float) -> float:
    rate: float = args["initial_learning_rate"] * args["decay_rate"] ** _periods(args, step)
    return rate


def _inverse_time(args: Schedule, step: float) -> float:
    rate: float = args["initial_learning_rate"] / (1 + args["decay_rate"] * _periods(args, step))
    return rate


def _periods(args: Schedule, step: float) -> float:
    periods: float = step / args["decay_steps"]
    return math.floor(periods) if args["staircase"] else periods


def _cosine(args: Schedule, step: float) -> float:
    start, target, warmup = args["initial_learning_rate"], args["warmup_target"], args["warmup_steps"]
    if target is None:  # without a target Keras leaves the warm-up out
        target, warmup = start, 0
    if step < warmup:
        return float(start + (target - start) * step / warmup)
    return float(target * _half_cosine(min(1.0, (step - warmup) / args["decay_steps"]), args["alpha"]))


def _half_cosine(share: float, alpha: float, height: float = 1.0) -> float:
    return (1 - alpha) * 0.5 * height * (1 + math.cos(math.pi * share)) + alpha


def _cosine_restarts(args: Schedule, step: float) -> float:
    share, growth = step / args["first_decay_steps"], args["t_mul"]
    if growth == 1.0:
        restarts = math.floor(share)
        share -= restarts
    else:
        inside = 1 - share * (1 - growth)
        if inside <= 0:  # falls that get shorter and shorter have an end, and behind it Keras gives NaN
            return math.nan
        restarts = math.floor(math.log(inside) / math.log(growth))
        share = (share - (1 - growth**restarts) / (1 - growth)) / growth**restarts
    height = args["m_mul"] ** restarts
    return float(args["initial_learning_rate"] * _half_cosine(share, args["alpha"], height))


def _polynomial(args: Schedule, step: float) -> float:
    length: float = args["decay_steps"]
    if args["cycle"]:
        length *= max(1, math.ceil(step / length))
    left = 1 - min(step, length) / length
    end = args["end_learning_rate"]
    return float((args["initial_learning_rate"] - end) * left ** args["power"] + end)


def _pieces(args: Schedule, step: float) -> float:
    piece = sum(step > boundary for boundary in args["boundaries"])
    return float(args["values"][piece])


_VALUES: dict[str, Callable[[Schedule, float], float]] = {
    "ExponentialDecay": _exponential,
    "CosineDecay": _cosine,
    "CosineDecayRestarts": _cosine_restarts,
    "InverseTimeDecay": _inverse_time,
    "PolynomialDecay": _polynomial,
    "PiecewiseConstantDecay": _pieces,
}


# ---------------------------------------------------------------------- the rate of a run


def batches_per_epoch(recipe: Recipe, rows: int) -> int:
    """Steps of one epoch over *rows* training rows; at least 1."""
    return max(1, -(-rows // max(1, recipe.batch_size)))


def total_steps(recipe: Recipe, rows: int) -> int:
    """Steps of the whole run over *rows* training rows."""
    return batches_per_epoch(recipe, rows) * max(1, recipe.epochs)


def schedule_of(recipe: Recipe) -> dict[str, Any] | None:
    """The schedule that the learning rate follows; None where it is a number."""
    rate = recipe.optimizer.args.get("learning_rate")
    return rate if isinstance(rate, dict) else None


def rate_at(optimizer: OptimizerSpec, step: float) -> float:
    """The learning rate of *optimizer* in the step after *step* batches, its own warm-up included."""
    return rate_function(optimizer)(step)


def rate_function(optimizer: OptimizerSpec) -> Callable[[float], float]:
    """The learning rate of *optimizer* by step, for who wants many of them."""
    args = full_args(optimizer.kind, optimizer.args)
    given, warmup = args["learning_rate"], args.get("warmup_steps") or 0
    kind, schedule = (given["kind"], full_schedule(given)) if isinstance(given, Mapping) else (None, {})

    def rate(step: float) -> float:
        value = float(given) if kind is None else _evaluated(kind, schedule, step)
        return value * (min(1.0, (step + 1) / warmup) if warmup else 1.0)

    return rate


def moves(optimizer: OptimizerSpec) -> bool:
    """Whether the learning rate of *optimizer* is known to change during a run."""
    args = full_args(optimizer.kind, optimizer.args)
    return isinstance(args["learning_rate"], Mapping) or bool(args.get("warmup_steps"))


def sampled(optimizer: OptimizerSpec, steps: int, count: int) -> list[tuple[float, float]]:
    """*count* points (step, learning rate) spread evenly over a run of *steps* steps, both ends included."""
    places = [steps * i / max(1, count - 1) for i in range(count)]
    rate = rate_function(optimizer)
    return [(step, rate(step)) for step in places]


# ---------------------------------------------------------------------- changing it


def with_rate(optimizer: OptimizerSpec, rate: float) -> OptimizerSpec:
    """*optimizer* with the learning rate *rate*: the number itself, or where its schedule starts."""
    given = optimizer.args.get("learning_rate")
    if not isinstance(given, Mapping):
        return _with(optimizer, rate)
    if "values" in given:
        return _with(optimizer, {**given, "values": [rate, *given["values"][1:]]})
    return _with(optimizer, {**given, "initial_learning_rate": rate})


def scaled(optimizer: OptimizerSpec, factor: float) -> OptimizerSpec:
    """*optimizer* with its learning rate *factor* times as high all along."""
    given = full_args(optimizer.kind, optimizer.args)["learning_rate"]
    if not isinstance(given, Mapping):
        return _with(optimizer, _short(given * factor))
    changed: dict[str, Any] = {name: _short(given[name] * factor) for name in _RATES if given.get(name) is not None}
    if "values" in given:
        changed["values"] = [_short(value * factor) for value in given["values"]]
    return _with(optimizer, {**given, **changed})


def _with(optimizer: OptimizerSpec, rate: float | dict[str, Any]) -> OptimizerSpec:
    return msgspec.structs.replace(optimizer, args={**optimizer.args, "learning_rate": rate})


def _short(value: float) -> float:
    """*value* without the digits that a multiplication leaves behind."""
    return float(f"{value:.6g}")


def new_schedule(kind: str, rate: float, steps: int) -> dict[str, Any]:
    """A schedule of *kind* that starts at *rate* and suits a run of *steps* steps."""
    if kind == "PiecewiseConstantDecay":
        values = [rate, _short(rate / 10), _short(rate / 100)]
        return {"kind": kind, "boundaries": _even_boundaries(2, steps), "values": values}
    made: dict[str, Any] = {"kind": kind, "initial_learning_rate": rate}
    if kind in ("ExponentialDecay", "InverseTimeDecay"):
        made["decay_rate"] = 0.9 if kind == "ExponentialDecay" else 1.0
    if kind == "PolynomialDecay":
        made["end_learning_rate"] = _short(rate / 100)
    return fitted_schedule(made, steps)


def fitted_schedule(schedule: Schedule, steps: int) -> dict[str, Any]:
    """*schedule* with its lengths changed so that it falls over a run of *steps* steps, neither sooner nor later."""
    kind, made = schedule["kind"], dict(schedule)
    if kind == "PiecewiseConstantDecay":
        made["boundaries"] = _even_boundaries(len(schedule["boundaries"]), steps)
    elif kind == "CosineDecayRestarts":
        growth = schedule.get("t_mul", 2.0)
        made["first_decay_steps"] = max(1, round(steps / (1 + growth + growth**2)))
    elif kind == "ExponentialDecay":
        periods = math.log(EXPONENTIAL_END) / math.log(schedule["decay_rate"]) if schedule["decay_rate"] < 1 else 1
        made["decay_steps"] = max(1, int(steps / periods))
    elif kind == "InverseTimeDecay":
        made["decay_steps"] = max(1, int(steps * schedule["decay_rate"] / (1 / INVERSE_END - 1)))
    else:
        warmup = schedule.get("warmup_steps", 0) if schedule.get("warmup_target") is not None else 0
        if warmup >= steps:
            warmup = made["warmup_steps"] = steps // 10
        made["decay_steps"] = max(1, steps - warmup)
    return made


def _even_boundaries(count: int, steps: int) -> list[int]:
    """*count* boundaries that rise and part *steps* steps evenly, as far as there are enough of them."""
    boundaries: list[int] = []
    for i in range(count):
        even = round(steps * (i + 1) / (count + 1))
        boundaries.append(max(even, boundaries[-1] + 1 if boundaries else 1))
    return boundaries
