"""Batches, early stopping and reduce-on-plateau that never come to act, or watch what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.network.names import output_names
from nnviz.network.problems import Problem
from nnviz.sentences import Sentence
from nnviz.training.cautions.situation import Caution, Situation, caution, use_recipe, use_rule
from nnviz.training.reading import closest
from nnviz.training.recipe import ReduceOnPlateau, StopEarly
from nnviz.training.schedules import rate_at, schedule_of
from nnviz.training.suggest import suggested_batch, watched_values

FEW_ROWS = 50  # so few fit into one batch without anything lost
_RULES = ("stop_early", "reduce_on_plateau")
_NAMES = {"stop_early": Sentence("Stopping early"), "reduce_on_plateau": Sentence("Reducing the learning rate")}
Rule = StopEarly | ReduceOnPlateau


def batch_of_everything(situation: Situation) -> Iterator[Problem]:
    """With all rows in one batch an epoch is a single step, and hundreds of epochs are few steps."""
    if situation.given.batch_size > situation.rows >= FEW_ROWS:
        size = suggested_batch(situation.rows)
        yield caution(
            Sentence("The batch size {0} is more than the {1} training rows: every epoch is a single step",
                     situation.given.batch_size, situation.rows),
            None, use_recipe(Sentence("Use batches of {0}", size), "batch_size", size),
        )  # fmt: skip


def unmeasured_monitor(situation: Situation) -> Iterator[Problem]:
    """A rule can watch the loss and the metrics of the recipe, nothing else: the engine refuses it."""
    known = watched_values(situation.recipe, output_names(situation.network), validation=True)
    for name, rule in _rules(situation):
        if rule.monitor not in known:
            usual = "val_loss" if situation.facts.rows[1] else "loss"
            meant = closest(rule.monitor, known) or usual
            yield Problem(
                Sentence("{0} watches {1}, which this run does not measure", _NAMES[name], rule.monitor),
                None, ", ".join(known), rule.monitor,
                fix=use_rule(Sentence("Watch {0}", meant), situation, name, monitor=meant),
            )  # fmt: skip


def plateau_on_a_schedule(situation: Situation) -> Iterator[Problem]:
    """A learning rate that follows a schedule cannot be set: Keras raises an error in the middle of the run."""
    if situation.given.reduce_on_plateau is not None and schedule_of(situation.given) is not None:
        yield Problem(
            Sentence("The learning rate follows a schedule, so that it cannot be reduced on a plateau as well"),
            fix=use_recipe(Sentence("Keep the schedule"), "reduce_on_plateau", None),
        )  # fmt: skip


def endless_patience(situation: Situation) -> Iterator[Problem]:
    """A rule that waits longer than the run is long never acts."""
    epochs = situation.given.epochs
    for name, rule in _rules(situation):
        if rule.patience >= epochs:
            shorter = epochs // 10
            fix = use_rule(Sentence("Wait {0}", shorter), situation, name, patience=shorter) if shorter else None
            yield caution(
                Sentence("{0} waits {1} epochs, but the run has only {2}: it never acts",
                         _NAMES[name], rule.patience, epochs),
                None, fix or use_recipe(Sentence("Take it out"), name, None),
            )  # fmt: skip


def watching_the_training_part(situation: Situation) -> Iterator[Problem]:
    """The training loss goes on falling while the network learns by heart: only other rows can tell."""
    rule = situation.given.stop_early
    watched = watched_values(situation.recipe, output_names(situation.network), validation=False)
    if rule is None or not situation.facts.rows[1] or rule.monitor not in watched:
        return
    better = f"val_{rule.monitor}"
    yield caution(
        Sentence("Stopping early watches the training part, which cannot tell when the network learns by heart"),
        None, use_rule(Sentence("Watch {0}", better), situation, "stop_early", monitor=better),
    )  # fmt: skip


def stops_before_the_plateau(situation: Situation) -> Iterator[Problem]:
    """Where both watch the same value, the one that waits longer never gets to act."""
    stop, plateau = situation.given.stop_early, situation.given.reduce_on_plateau
    if stop is None or plateau is None or stop.monitor != plateau.monitor or plateau.patience < stop.patience:
        return
    if situation.given.epochs <= plateau.patience:
        return  # endless_patience says so
    shorter = stop.patience // 2
    yield caution(
        Sentence("The run stops after {0} epochs without progress, before the learning rate is reduced after {1}",
                 stop.patience, plateau.patience),
        None,
        use_rule(Sentence("Reduce after {0}", shorter), situation, "reduce_on_plateau", patience=shorter)
        if shorter < stop.patience
        else use_recipe(Sentence("Do not reduce"), "reduce_on_plateau", None),
    )  # fmt: skip


def floor_above_the_rate(situation: Situation) -> Iterator[Problem]:
    """A learning rate that starts at its least value cannot be reduced."""
    plateau = situation.given.reduce_on_plateau
    if plateau is None or schedule_of(situation.given) is not None:
        return
    rate = rate_at(situation.given.with_optimizer(warmup_steps=None).optimizer, 0)
    if plateau.min_lr >= rate > 0:
        yield caution(
            Sentence("The learning rate {0} cannot be reduced: its least value is {1}",
                     f"{rate:g}", f"{plateau.min_lr:g}"),
            None, use_rule(Sentence("Let it fall to 0"), situation, "reduce_on_plateau", min_lr=0.0),
        )  # fmt: skip


def _rules(situation: Situation) -> Iterator[tuple[str, Rule]]:
    for name in _RULES:
        rule = getattr(situation.given, name)
        if rule is not None:
            yield name, rule


RUN_CAUTIONS: tuple[Caution, ...] = (
    batch_of_everything,
    unmeasured_monitor,
    plateau_on_a_schedule,
    endless_patience,
    watching_the_training_part,
    stops_before_the_plateau,
    floor_above_the_rate,
)
