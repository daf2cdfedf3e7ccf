"""The recipe's part of a project's JSON form: names and arguments are Keras's own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from nnviz.errors import BadInput
from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, Method, QLearning
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES, Argument, RuleKind
from nnviz.training.reading import (
    at,
    nearest,
    read_bool,
    read_number,
    read_object,
    read_struct,
    read_text,
    read_whole,
    refusal,
    refuse_unknown,
)
from nnviz.training.recipe import OptimizerSpec, Recipe, ReduceOnPlateau, StopEarly
from nnviz.training.suggest import LOSS_ALIASES, LOSSES, METRICS

LARGEST_SEED = 2**32 - 1  # numpy and keras.utils.set_random_seed take no larger one
MOST_EPOCHS = 10_000_000
LEAST_MEMORY, MOST_MEMORY = 32, 100_000  # moves of a game
PLACE = "training"
METRIC_ALIASES = {
    "acc": "accuracy",
    "f1": "f1_score",
    "mean_absolute_error": "mae",
    "mean_squared_error": "mse",
    "mean_absolute_percentage_error": "mape",
}
_CLIPS = ("clipnorm", "clipvalue", "global_clipnorm")


def recipe_from_json(value: Any) -> Recipe:
    """The recipe that the object *value* describes; BadInput names the place of what cannot be used."""
    given = read_object(value, PLACE)
    refuse_unknown(given, Recipe.__struct_fields__, PLACE)
    readers: dict[str, Callable[[Any, str], Any]] = {
        "loss": _read_loss,
        "optimizer": _read_optimizer,
        "metrics": _read_metrics,
        "epochs": lambda v, place: read_whole(v, place, 1, MOST_EPOCHS),
        "batch_size": lambda v, place: read_whole(v, place, 1),
        "shuffle": read_bool,
        "seed": lambda v, place: read_whole(v, place, 0, LARGEST_SEED),
        "stop_early": _read_stop_early,
        "reduce_on_plateau": _read_reduce,
        "class_weight": _read_class_weight,
        "method": _read_method,
    }
    return Recipe(**{key: readers[key](item, at(PLACE, key)) for key, item in given.items()})


def recipe_to_json(recipe: Recipe) -> dict[str, Any]:
    """The recipe as the object that ``recipe_from_json`` reads; what is left to the task is left out."""
    form: dict[str, Any] = {}
    if recipe.loss is not None:
        form["loss"] = recipe.loss
    form["optimizer"] = {"kind": recipe.optimizer.kind, **recipe.optimizer.args}
    if recipe.metrics is not None:
        form["metrics"] = list(recipe.metrics)
    form |= {"epochs": recipe.epochs, "batch_size": recipe.batch_size, "seed": recipe.seed}
    if not recipe.shuffle:
        form["shuffle"] = False
    for key in ("stop_early", "reduce_on_plateau", "class_weight", "method"):
        part = getattr(recipe, key)
        if part is not None:
            form[key] = msgspec.to_builtins(part)
    return form


def _read_loss(value: Any, place: str) -> str | None:
    return None if value is None else _name(value, LOSSES, LOSS_ALIASES, "loss", place)


def _name(value: Any, known: Collection[str], aliases: Mapping[str, str], what: str, place: str) -> str:
    """Keras's name in snake case; a longer name for the same thing becomes the usual one."""
    name = read_text(value, place)
    name = aliases.get(name, name)
    if name not in known:
        raise BadInput(f'{place}: unknown {what} "{name}"; {nearest(name, list(known))}')
    return name


def _read_metrics(value: Any, place: str) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise refusal(place, "a list of names", value)
    return tuple(
        _name(item, METRICS, METRIC_ALIASES, "metric", f"{place}[{index}]") for index, item in enumerate(value)
    )


def _read_optimizer(value: Any, place: str) -> OptimizerSpec:
    if isinstance(value, str):
        return OptimizerSpec(_rule(value, OPTIMIZERS, "optimizer", place).kind)
    rule, args = _read_rule(value, OPTIMIZERS, "optimizer", place)
    given = [name for name in _CLIPS if args.get(name) is not None]
    if len(given) > 1:
        raise BadInput(f"{place}: expected one of clipnorm, clipvalue and global_clipnorm, got {' and '.join(given)}")
    return OptimizerSpec(rule.kind, args)


def _read_schedule(value: Any, place: str) -> dict[str, Any]:
    rule, args = _read_rule(value, SCHEDULES, "schedule", place)
    for arg in rule.args:
        if arg.required and arg.name not in args:
            raise BadInput(f"{place}: {rule.kind} needs {arg.name}, which is missing")
    if rule.kind == "PiecewiseConstantDecay":
        _check_pieces(args["boundaries"], args["values"], place)
    return {"kind": rule.kind, **args}


def _check_pieces(boundaries: list[int], values: list[float], place: str) -> None:
    if len(values) != len(boundaries) + 1:
        raise BadInput(
            f"{place}.values: expected one number more than boundaries ({len(boundaries) + 1}), got {len(values)}"
        )
    if sorted(set(boundaries)) != boundaries:
        raise refusal(at(place, "boundaries"), "whole numbers that rise", boundaries)


def _read_rule(value: Any, table: Mapping[str, RuleKind], what: str, place: str) -> tuple[RuleKind, dict[str, Any]]:
    given = read_object(value, place)
    if "kind" not in given and what == "schedule":
        raise BadInput(f"{place}: kind is missing; expected one of {', '.join(table)}")
    rule = _rule(given.get("kind", OptimizerSpec().kind), table, what, at(place, "kind"))
    refuse_unknown(given, ["kind", *(arg.name for arg in rule.args)], place)
    args = {key: read_argument(item, rule, key, at(place, key)) for key, item in given.items() if key != "kind"}
    return rule, {key: item for key, item in args.items() if item is not None}


def _rule(name: Any, table: Mapping[str, RuleKind], what: str, place: str) -> RuleKind:
    """The rule called *name*, as Keras takes it: capitals do not matter."""
    by_lower = {kind.lower(): rule for kind, rule in table.items()}
    rule = by_lower.get(read_text(name, place).lower())
    if rule is None:
        raise BadInput(f'{place}: unknown {what} "{name}"; {nearest(name, list(table))}')
    return rule


def read_argument(value: Any, rule: RuleKind, name: str, place: str) -> Any:
    """*value* checked as the argument *name* of *rule*; None where it stands for "not given"."""
    arg = rule.arg(name)
    if arg is None:
        raise BadInput(f"{place}: {rule.kind} has no argument {name}")
    if value is None and not arg.required and arg.default is None:
        return None
    if arg.type == "bool":
        return read_bool(value, place)
    if arg.type in ("floats", "ints"):
        return _read_list(value, arg, place)
    if arg.type == "rate" and isinstance(value, dict):
        return _read_schedule(value, place)
    return _read_scalar(value, arg, place)


def _read_list(value: Any, arg: Argument, place: str) -> list[float]:
    if not isinstance(value, list) or not value:
        raise refusal(place, "a list of numbers", value)
    return [_read_scalar(item, arg, f"{place}[{index}]") for index, item in enumerate(value)]


def _read_scalar(value: Any, arg: Argument, place: str) -> float:
    if arg.type in ("int", "ints"):
        least, most = (None if limit is None else int(limit) for limit in (arg.minimum, arg.maximum))
        return read_whole(value, place, least, most)
    return read_number(value, place, arg.minimum, arg.maximum, arg.above)


def _read_stop_early(value: Any, place: str) -> StopEarly | None:
    if value is None:
        return None
    rule: StopEarly = read_struct(value, StopEarly, place)
    read_text(rule.monitor, at(place, "monitor"))
    read_whole(rule.patience, at(place, "patience"), 0)
    read_number(rule.min_delta, at(place, "min_delta"), 0)
    return rule


def _read_reduce(value: Any, place: str) -> ReduceOnPlateau | None:
    if value is None:
        return None
    rule: ReduceOnPlateau = read_struct(value, ReduceOnPlateau, place)
    read_text(rule.monitor, at(place, "monitor"))
    if not 0 < rule.factor < 1:
        raise refusal(at(place, "factor"), "a number above 0 and below 1", rule.factor)
    read_whole(rule.patience, at(place, "patience"), 0)
    read_whole(rule.cooldown, at(place, "cooldown"), 0)
    read_number(rule.min_delta, at(place, "min_delta"), 0)
    read_number(rule.min_lr, at(place, "min_lr"), 0)
    return rule


def _read_class_weight(value: Any, place: str) -> dict[str, float] | None:
    if value is None:
        return None
    return {key: read_number(item, at(place, key), 0) for key, item in read_object(value, place).items()}


_METHODS: dict[str, type[Method]] = {
    "adversarial": Adversarial,
    "contrastive_divergence": ContrastiveDivergence,
    "q_learning": QLearning,
}


def _read_method(value: Any, place: str) -> Method | None:
    if value is None:
        return None
    form = dict(read_object(value, place))
    if "kind" not in form:
        raise BadInput(f"{place}: kind is missing; expected one of {', '.join(_METHODS)}")
    kind = read_text(form.pop("kind"), at(place, "kind"))
    if kind not in _METHODS:
        raise BadInput(f'{place}: unknown method "{kind}"; {nearest(kind, list(_METHODS))}')
    method: Method = read_struct(form, _METHODS[kind], place)
    match method:
        case ContrastiveDivergence(steps=steps):
            read_whole(steps, at(place, "steps"), 1, 100)
        case QLearning(discount=discount, exploration=exploration, memory=memory):
            read_number(discount, at(place, "discount"), 0, 1)
            read_number(exploration, at(place, "exploration"), 0, 1)
            read_whole(memory, at(place, "memory"), LEAST_MEMORY, MOST_MEMORY)
    return method
