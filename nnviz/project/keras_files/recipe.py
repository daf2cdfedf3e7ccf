"""How a model was compiled, as a recipe: as far as ours has the same loss, optimizer and metrics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.keras_files.entry import cut
from nnviz.project.keras_files.objects import plain
from nnviz.sentences import Sentence
from nnviz.training.json_form import recipe_from_json
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import Recipe

_WRAPPERS = ("MeanMetricWrapper", "LossFunctionWrapper")
# What a loss or a metric may be told that changes nothing.
_SAYS_NOTHING = ("name", "reduction", "dtype", "fn", "axis")


def recipe_of(training: Mapping[str, Any] | None) -> tuple[Recipe, tuple[Sentence, ...]]:
    """The recipe that *training* says, and what of it had to be left out.

    *training* is ``compile_config`` of a ``.keras`` file or ``training_config`` of an ``.h5`` file; None without.
    """
    if training is None:
        return Recipe(), ()
    form: dict[str, Any] = {}
    left = []
    readers = (
        ("loss", training.get("loss"), _loss),
        ("optimizer", training.get("optimizer", training.get("optimizer_config")), _optimizer),
        ("metrics", training.get("metrics"), _metrics),
    )
    for key, value, read in readers:
        if value in (None, [], {}):
            continue
        try:
            part = read(value)
            recipe_from_json({**form, key: part})
            form[key] = part
        except (BadInput, RecursionError):
            left.append(_left_out(key, cut(_title(value))))
    return recipe_from_json(form), tuple(left)


def _left_out(key: str, what: str) -> Sentence:
    if key == "loss":
        return Sentence("Its loss is none that a recipe here can have: {0}", what)
    if key == "optimizer":
        return Sentence("Its optimizer is none that a recipe here can have: {0}", what)
    return Sentence("Its metrics are not all such that a recipe here can have them: {0}", what)


def _title(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value.get("class_name", "several") if isinstance(value, Mapping) else value


def _loss(value: Any) -> str:
    names = list(_names(value))
    if len(set(names)) != 1:
        raise BadInput(Sentence("several losses"))
    return names[0]


def _metrics(value: Any) -> list[str]:
    return list(dict.fromkeys(name for name in _names(value) if name != "loss"))


def _names(value: Any, depth: int = 0) -> Iterator[str]:
    """The names, in snake case, of the losses or metrics that *value* lists."""
    if depth > 4:
        raise BadInput(Sentence("nested too deeply"))
    if isinstance(value, str):
        yield _snake(value)
    elif isinstance(value, Mapping) and isinstance(value.get("class_name"), str):
        yield _name(value)
    elif isinstance(value, list | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            if part is not None:
                yield from _names(part, depth + 1)
    else:
        raise BadInput(Sentence("not a name"))


def _name(value: Mapping[str, Any]) -> str:
    config = value.get("config")
    if not isinstance(config, Mapping):
        raise BadInput(Sentence("no config"))
    if value["class_name"] in _WRAPPERS:
        fn = config.get("fn") or config.get("name")
        return _snake(fn) if isinstance(fn, str) else _snake(str(config.get("name")))
    told = {key: item for key, item in config.items() if key not in _SAYS_NOTHING and item not in (None, False, 0, 0.0)}
    if "from_logits" in told or "label_smoothing" in told:
        raise BadInput(Sentence("told something that a recipe cannot hold"))
    return _snake(str(value["class_name"]))


def _snake(name: str) -> str:
    """``mean_squared_error`` for ``MeanSquaredError``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _optimizer(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"kind": value}
    class_name, config = (value.get("class_name"), value.get("config")) if isinstance(value, Mapping) else ("", None)
    kind = next((kind for name, kind in OPTIMIZERS.items() if name.lower() == str(class_name).lower()), None)
    if kind is None or not isinstance(config, Mapping):
        raise BadInput(Sentence("another optimizer"))
    args = {"learning_rate": config.get("learning_rate", config.get("lr")), **config}
    own = {arg.name: arg.default for arg in kind.args}
    found = {key: _value(item) for key, item in args.items() if key in own}
    return {"kind": kind.kind, **{key: item for key, item in found.items() if item is not None and item != own[key]}}


def _value(value: Any) -> Any:
    return _schedule(value) if isinstance(value, Mapping) else plain(value)


def _schedule(value: Mapping[str, Any]) -> dict[str, Any]:
    rule, config = SCHEDULES.get(str(value.get("class_name"))), value.get("config")
    if rule is None or not isinstance(config, Mapping):
        raise BadInput(Sentence("another schedule"))
    own = {arg.name for arg in rule.args}
    given = {key: plain(item) for key, item in config.items() if key in own and item is not None}
    return {"kind": rule.kind, **given}
