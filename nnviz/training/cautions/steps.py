"""Optimizers and learning rates that jump about, stand still, or are told two things at once."""

from __future__ import annotations

import math
from collections.abc import Iterator

from nnviz.network.problems import Problem
from nnviz.sentences import Sentence
from nnviz.training.cautions.situation import Caution, Situation, caution, use_optimizer, use_recipe
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import OptimizerSpec
from nnviz.training.schedules import fitted_schedule, moves, rate_at, sampled, scaled, schedule_of
from nnviz.training.suggest import USUAL_RATES

SAMPLES = 201
HARDLY, GONE = 0.05, 0.001  # shares of the highest learning rate
_CLIPS = ("clipnorm", "clipvalue", "global_clipnorm")
_MEMORIES = ("momentum", "rho", "ema_momentum")


def unusual_rate(situation: Situation) -> Iterator[Problem]:
    """Each optimizer scales its steps in its own way, so that a rate that suits one is far off for another."""
    optimizer = situation.given.optimizer
    rates, highest = USUAL_RATES[optimizer.kind], _highest(optimizer, situation.steps)
    if not math.isfinite(highest) or highest <= 0 or rates.least <= highest <= rates.most:
        return
    text = (
        Sentence("A learning rate of {0} is far above what {1} takes, which is about {2}: the loss will jump about",
                 f"{highest:g}", optimizer.kind, f"{rates.usual:g}")
        if highest > rates.most
        else Sentence("A learning rate of {0} is far below what {1} takes, which is about {2}: it will hardly learn",
                      f"{highest:g}", optimizer.kind, f"{rates.usual:g}")
    )  # fmt: skip
    usual = scaled(optimizer, rates.usual / highest)
    yield caution(text, None, use_recipe(Sentence("Use {0}", f"{rates.usual:g}"), "optimizer", usual))


def endless_memory(situation: Situation) -> Iterator[Problem]:
    """An average that forgets nothing never takes anything up, and momentum of 1 never slows down."""
    rule = OPTIMIZERS[situation.given.optimizer.kind]
    for name in _MEMORIES:
        argument, value = rule.arg(name), situation.optimizer.get(name)
        if argument is None or value is None or value < 1 or (name == "ema_momentum" and not _averages(situation)):
            continue
        better = argument.default if 0 < argument.default < 1 else 0.9
        text = (
            Sentence("With a momentum of {0} the steps never slow down", f"{value:g}")
            if name == "momentum"
            else Sentence("With {0} at {1} the average never moves", name, f"{value:g}")
        )
        yield caution(text, None, use_optimizer(_use(better), situation, **{name: better}))


def nesterov_without_momentum(situation: Situation) -> Iterator[Problem]:
    """Nesterov's look ahead goes along the momentum; without any there is nowhere to look."""
    if situation.optimizer.get("nesterov") and situation.optimizer.get("momentum") == 0:
        yield caution(
            Sentence("Nesterov looks ahead along the momentum, but that is 0"),
            None, use_optimizer(Sentence("Use momentum {0}", 0.9), situation, momentum=0.9),
        )  # fmt: skip


def two_clips(situation: Situation) -> Iterator[Problem]:
    """Keras refuses an optimizer with two ways of clipping."""
    given = [name for name in _CLIPS if situation.optimizer.get(name) is not None]
    if len(given) > 1:
        yield Problem(
            Sentence("Gradients can be clipped in one way only, but {0} and {1} are both set", given[0], given[1]),
            fix=use_optimizer(
                Sentence("Keep {0}", given[0]), situation, **dict.fromkeys(given[1:])
            ),
        )  # fmt: skip


def average_nobody_asked_for(situation: Situation) -> Iterator[Problem]:
    """Steps after which an average takes the weights' place, while there is no average."""
    if situation.optimizer.get("ema_overwrite_frequency") and not _averages(situation):
        yield caution(
            Sentence("The average cannot take the weights' place every few steps: no average is kept"),
            None, use_optimizer(Sentence("Keep an average"), situation, use_ema=True),
        )  # fmt: skip


def average_thrown_away(situation: Situation) -> Iterator[Problem]:
    """Keras puts the average in place at the end of ``fit``, and early stopping then puts the best epoch over it."""
    rule = situation.given.stop_early
    if _averages(situation) and rule is not None and rule.restore_best:
        yield caution(
            Sentence("The average of the weights is thrown away in the end, when the best epoch is restored"),
            None, use_optimizer(Sentence("Keep no average"), situation, use_ema=None),
        )  # fmt: skip


def rare_updates(situation: Situation) -> Iterator[Problem]:
    """Gradients that are gathered over more batches than there are never become a step."""
    gathered = situation.optimizer.get("gradient_accumulation_steps")
    if not gathered or gathered <= situation.batches:
        return
    text = (
        Sentence("Gradients are gathered over {0} batches, but the run has {1}: no weight ever changes",
                 gathered, situation.steps)
        if gathered > situation.steps
        else Sentence("Gradients are gathered over {0} batches, but an epoch has {1}: most epochs change nothing",
                      gathered, situation.batches)
    )  # fmt: skip
    better = situation.batches if situation.batches >= 2 else None
    fix_text = Sentence("Gather {0}", better) if better else Sentence("Take a step every batch")
    yield caution(text, None, use_optimizer(fix_text, situation, gradient_accumulation_steps=better))


def schedule_for_the_schedule_free(situation: Situation) -> Iterator[Problem]:
    """ScheduleFreeAdamW's averaging stands in for a schedule and takes the rate to be constant (Defazio et al.)."""
    if situation.given.optimizer.kind == "ScheduleFreeAdamW" and schedule_of(situation.given) is not None:
        usual = USUAL_RATES["ScheduleFreeAdamW"].usual
        yield caution(
            Sentence("{0} needs no schedule, and works worse with one", situation.given.optimizer.kind),
            None, use_optimizer(_use(usual), situation, learning_rate=usual),
        )  # fmt: skip


def growing_decay(situation: Situation) -> Iterator[Problem]:
    """A decay rate above 1 makes an exponential decay grow."""
    schedule = schedule_of(situation.given)
    if schedule is not None and schedule["kind"] == "ExponentialDecay" and schedule["decay_rate"] > 1:
        better = float(f"{1 / schedule['decay_rate']:.4g}")
        yield caution(
            Sentence("With a decay rate of {0} the learning rate grows instead of falling",
                     f"{schedule['decay_rate']:g}"),
            None, use_optimizer(_use(better), situation, learning_rate={**schedule, "decay_rate": better}),
        )  # fmt: skip


def warmup_to_nowhere(situation: Situation) -> Iterator[Problem]:
    """Keras leaves the warm-up of a cosine decay out where it has no target."""
    schedule = schedule_of(situation.given)
    if schedule is None or not schedule.get("warmup_steps") or schedule.get("warmup_target") is not None:
        return
    rate = schedule["initial_learning_rate"]
    warm = {**schedule, "initial_learning_rate": float(f"{rate / 10:.6g}"), "warmup_target": rate}
    yield caution(
        Sentence("The warm-up is left out, because it has no target to rise to"),
        None, use_optimizer(Sentence("Rise to {0}", f"{rate:g}"), situation, learning_rate=warm),
    )  # fmt: skip


def schedule_that_misses_the_run(situation: Situation) -> Iterator[Problem]:
    """A schedule counts batches: made for another number of them it ends far too early, or hardly begins."""
    schedule, kind = schedule_of(situation.given), situation.given.optimizer.kind
    if schedule is None or situation.steps < 4:
        return
    misfit = _misfit(situation.given.optimizer, situation.steps)
    if misfit is None:
        return
    made = fitted_schedule(schedule, situation.steps)
    fits = _misfit(OptimizerSpec(kind, {"learning_rate": made}), situation.steps) is None
    fix = use_optimizer(Sentence("Fit it to the run"), situation, learning_rate=made) if fits else None
    blocks = misfit.pattern.endswith("not a number")
    yield Problem(misfit, None, f"{situation.steps} steps", "", caution=not blocks, fix=fix)


def _misfit(optimizer: OptimizerSpec, steps: int) -> Sentence | None:
    """What is wrong with how long the schedule of *optimizer* takes in a run of *steps* steps."""
    rates = [rate for _, rate in sampled(optimizer, steps - 1, SAMPLES)]
    if any(math.isnan(rate) for rate in rates):
        first = next(i for i, rate in enumerate(rates) if math.isnan(rate))
        batch = math.ceil((steps - 1) * first / (SAMPLES - 1))
        return Sentence("The schedule has an end: from batch {0} on the learning rate is not a number", batch)
    highest, count = max(rates), f"{steps:,}"
    if highest - min(rates) < HARDLY * highest:
        return Sentence("The schedule hardly changes the learning rate in the {0} batches of this run", count)
    if max(rates[SAMPLES // 2 :]) < GONE * highest:
        return Sentence("The schedule is at its end long before the {0} batches of this run are over", count)
    return None


def _highest(optimizer: OptimizerSpec, steps: int) -> float:
    if not moves(optimizer):
        return rate_at(optimizer, 0)
    rates = [rate for _, rate in sampled(optimizer, steps, SAMPLES)]
    return max((rate for rate in rates if math.isfinite(rate)), default=math.nan)


def _averages(situation: Situation) -> bool:
    return bool(situation.optimizer.get("use_ema"))


def _use(value: float) -> Sentence:
    return Sentence("Use {0}", f"{value:g}")


STEP_CAUTIONS: tuple[Caution, ...] = (
    unusual_rate,
    endless_memory,
    nesterov_without_momentum,
    two_clips,
    average_nobody_asked_for,
    average_thrown_away,
    rare_updates,
    schedule_for_the_schedule_free,
    growing_decay,
    warmup_to_nowhere,
    schedule_that_misses_the_run,
)
