"""What was changed while a run went on: the differences between two projects, in Keras's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.matching import renamed
from nnviz.network.spec import NetworkSpec
from nnviz.project.json_form import data_to_json
from nnviz.project.project import Project
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import Recipe, ReduceOnPlateau, StopEarly

OPEN = "by the task"
DRAWN_AGAIN, PUT_BACK = "drawn again", "as before"  # of all weights of a layer
_RULES = (("stop_early", "EarlyStopping"), ("reduce_on_plateau", "ReduceLROnPlateau"))
# What Keras calls it, where the recipe has a name of its own.
_KERAS = {"restore_best": "restore_best_weights"}


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that was changed.

    Attributes:
        name: what, as ``learning_rate`` or ``h1.rate``; or what happened, as ``layer added``.
        before, after: its values as texts; one of them is empty where there was none.
        late: whether the snapshot of that epoch is from before it: that of the best epoch stays as it was.
    """

    name: str
    before: str
    after: str
    late: bool = False

    def __str__(self) -> str:
        if self.before and self.after:
            return f"{self.name} {self.before} -> {self.after}"
        return f"{self.name}: {self.before or self.after}"


class Change(msgspec.Struct, frozen=True):
    """What was changed at one moment of a run.

    Attributes:
        epoch: how many epochs had been trained then.
        what: the differences, never empty.
    """

    epoch: int
    what: tuple[Difference, ...]

    def __str__(self) -> str:
        return ", ".join(str(difference) for difference in self.what)


def noted(changes: tuple[Change, ...], epoch: int, what: Difference) -> tuple[Change, ...]:
    """*changes*, in the order of the epochs, with *what* at *epoch*, not before the last of them.

    One that goes on from an earlier one at the same epoch becomes one with it, and one that takes it back leaves
    neither.
    """
    last = changes[-1] if changes and changes[-1].epoch == epoch else Change(epoch, ())
    before = changes[:-1] if last.what else changes
    same = [d for d in last.what if d.name == what.name and d.after == what.before]
    found = tuple(d for d in last.what if d not in same[-1:])
    merged = Difference(what.name, same[-1].before, what.after, what.late) if same else what
    if merged.before != merged.after and not (same and merged.after == PUT_BACK):
        found = (*found, merged)
    return (*before, Change(epoch, found)) if found else before


def had_by_snapshot(changes: tuple[Change, ...], epoch: int) -> tuple[Change, ...]:
    """Those of *changes* that the snapshot of *epoch* has."""
    up_to = [change for change in changes if change.epoch <= epoch]
    at = tuple(d for change in up_to if change.epoch == epoch for d in change.what if not d.late)
    return (*(change for change in up_to if change.epoch < epoch), *((Change(epoch, at),) if at else ()))


def differences(before: Project, after: Project) -> tuple[Difference, ...]:
    """Everything that makes *after* train otherwise than *before*, the recipe first.

    How many epochs are to be trained, and where the layers stand on the diagram, makes no difference.
    """
    return (
        *_recipe(before.training, after.training),
        *_network(before.network, after.network),
        *_data(before, after),
    )


def _recipe(old: Recipe, new: Recipe) -> Iterator[Difference]:
    yield from _difference("loss", old.loss or OPEN, new.loss or OPEN)
    yield from _optimizer(old, new)
    yield from _difference("metrics", _names(old.metrics), _names(new.metrics))
    for name in ("batch_size", "shuffle", "seed", "class_weight"):
        yield from _difference(name, getattr(old, name), getattr(new, name))
    for name, keras_name in _RULES:
        yield from _rule(keras_name, getattr(old, name), getattr(new, name))


def _names(metrics: tuple[str, ...] | None) -> str:
    return OPEN if metrics is None else ", ".join(metrics) or "none"


def _optimizer(old: Recipe, new: Recipe) -> Iterator[Difference]:
    """The kind, and every argument: of two kinds those that both have."""
    yield from _difference("optimizer", old.optimizer.kind, new.optimizer.kind)
    had, has = _optimizer_args(old), _optimizer_args(new)
    same = old.optimizer.kind == new.optimizer.kind
    for name in had if same else [n for n in had if n in old.optimizer.args or n in new.optimizer.args]:
        if name in has:
            yield from _difference(name, had[name], has[name])


def _optimizer_args(recipe: Recipe) -> dict[str, Any]:
    given = recipe.optimizer
    return {arg.name: given.args.get(arg.name, arg.default) for arg in OPTIMIZERS[given.kind].args}


def _rule(name: str, old: StopEarly | ReduceOnPlateau | None, new: Any) -> Iterator[Difference]:
    had, has = (None if rule is None else msgspec.structs.asdict(rule) for rule in (old, new))
    if had is None or has is None:
        text = ", ".join(f"{_KERAS.get(k, k)} {_text(v)}" for k, v in (had or has or {}).items())
        yield from _difference(name, had and text, has and text)
        return
    for key in had:
        yield from _difference(f"{name}.{_KERAS.get(key, key)}", had[key], has[key])


def _network(old: NetworkSpec, new: NetworkSpec) -> Iterator[Difference]:
    before = renamed(old, new)
    for layer_id, old_id in before.items():
        yield Difference("layer renamed", old_id, layer_id)
    had = {layer.id: layer for layer in old.layers}
    ids = {layer.id: before.get(layer.id, layer.id) for layer in new.layers}
    for layer in new.layers:
        if ids[layer.id] not in had:
            yield Difference("layer added", "", layer.id)
        elif had[ids[layer.id]].kind != layer.kind:
            yield Difference(layer.id, had[ids[layer.id]].kind, layer.kind)
        else:
            args = full_args(had[ids[layer.id]])
            for name, value in full_args(layer).items():
                yield from _difference(f"{layer.id}.{name}", _set(layer.kind, name, args[name]),
                                       _set(layer.kind, name, value))  # fmt: skip
    for layer_id in had:
        if layer_id not in ids.values():
            yield Difference("layer removed", layer_id, "")
    if set(had) == set(ids.values()):
        yield from _links(old, new, ids)  # a layer that comes or goes takes its links along


def _set(kind: str, name: str, value: Any) -> Any:
    """*value*, or what stands for it where the data decide."""
    arg = CATALOGUE[kind].arg(name)
    return "by the data" if value is None and arg is not None and arg.follows_data else value


def _links(old: NetworkSpec, new: NetworkSpec, ids: Mapping[str, str]) -> Iterator[Difference]:
    now = {old_id: layer_id for layer_id, old_id in ids.items()}
    had, has = {(now[a], now[b]) for a, b in old.links}, set(new.links)
    for a, b in sorted(has - had):
        yield Difference("link added", "", f"{a} to {b}")
    for a, b in sorted(had - has):
        yield Difference("link removed", f"{a} to {b}", "")


def _data(before: Project, after: Project) -> Iterator[Difference]:
    had, has = ({} if p.data is None else _flat(data_to_json(p.data)) for p in (before, after))
    for name in dict.fromkeys([*had, *has]):
        yield from _difference(f"data.{name}", had.get(name), has.get(name))


def _flat(form: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in form.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else {f"{prefix}{key}": value}
    return flat


def _difference(name: str, before: Any, after: Any) -> Iterator[Difference]:
    if before != after:
        yield Difference(name, _text(before), _text(after))


def _text(value: Any) -> str:
    """*value* as a person writes it: 0.001, off, ExponentialDecay(decay_rate 0.9)."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        short = f"{value:.6g}"
        return short if float(short) == value else repr(value)
    if isinstance(value, Mapping):
        args = ", ".join(f"{key} {_text(item)}" for key, item in value.items() if key != "kind")
        return f"{value.get('kind', '')}({args})" if args else str(value.get("kind", ""))
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value) or "none"
    return str(value)
