"""A sweep: a project once for each combination of values that some of its arguments are to have.

Arguments are named as in the project's JSON form: ``LAYERID.units``, ``optimizer.learning_rate``, ``batch_size``,
``stop_early.patience``, ``data.noise``.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.training.reading import nearest, shown
from nnviz.training.recipe import Recipe

MOST = 10_000  # points of one grid
_OPENING, _CLOSING = "[{", "]}"


@dataclass(frozen=True)
class Setting:
    """One argument and the values that it is to have.

    Attributes:
        name: as a person wrote it.
        values: plain JSON values, each once.
    """

    name: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Point:
    """One combination of the grid.

    Attributes:
        number: its place in the grid, from 1 on; the last setting changes fastest.
        values: a value for each setting.
        name: the same for a person, as ``hidden.units=16, epochs=20``.
        project: what is trained.
        settings: what the values are of.
    """

    number: int
    values: tuple[Any, ...]
    name: str
    project: Project
    settings: tuple[str, ...]

    @property
    def short(self) -> str:
        """The values and in a word what they are of, as the narrow list of runs has room for: ``units 16, rate 0.1``.

        The word is the argument's own, or the whole name where two settings have the same one.
        """
        words = [_word(name) for name in self.settings]
        told = [name if words.count(word) > 1 else word for name, word in zip(self.settings, words, strict=True)]
        return ", ".join(f"{name} {value_text(value)}" for name, value in zip(told, self.values, strict=True))

    @property
    def key(self) -> str:
        """16 hexadecimal digits of what is trained: two points with the same are the same training."""
        return hashlib.sha256(project_to_json(self.project)).hexdigest()[:16]


def setting_of(text: str) -> Setting:
    """The setting that ``NAME=VALUE,VALUE`` says; BadInput where it has no name or no value."""
    name, equals, values = text.partition("=")
    parts = [part.strip() for part in _split(values)]
    if not name.strip() or not equals or not all(parts):
        raise BadInput(f'--set: expected NAME=VALUE,VALUE as in "hidden.units=16,32", got "{text}"')
    found: dict[str, Any] = {}
    for part in parts:
        value = _value(part)
        found.setdefault(json.dumps(value), value)
    return Setting(name.strip(), tuple(found.values()))


def points(project: Project, settings: Sequence[Setting]) -> tuple[Point, ...]:
    """The grid of *settings* over *project*; BadInput where a name or a value cannot be."""
    names = [setting.name for setting in settings]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadInput(f"--set {twice}: it is given twice; put all its values into one, separated by commas")
    count = math.prod(len(setting.values) for setting in settings)
    if count > MOST:
        raise BadInput(f"A sweep takes {MOST} combinations at most, got {count}")
    grid = itertools.product(*(setting.values for setting in settings))
    return tuple(_point(project, number, names, values) for number, values in enumerate(grid, 1))


def value_text(value: Any) -> str:
    """A value as it stands in the name of a point."""
    return value if isinstance(value, str) else json.dumps(value)


def _word(name: str) -> str:
    argument = name.rpartition(".")[2]
    return "rate" if argument == "learning_rate" else argument


def _point(project: Project, number: int, names: Sequence[str], values: tuple[Any, ...]) -> Point:
    form = json.loads(project_to_json(project))
    for name, value in sorted(zip(names, values, strict=True), key=lambda pair: pair[0] != "optimizer"):
        _set(form, name, value)
    title = ", ".join(f"{name}={value_text(value)}" for name, value in zip(names, values, strict=True))
    try:
        return Point(number, values, title, project_from_json(json.dumps(form)), tuple(names))
    except BadInput as error:
        raise BadInput(f"--set {title}: {error}") from None


def _set(form: dict[str, Any], name: str, value: Any) -> None:
    """Put *value* where *name* says in *form*, the JSON form of a project."""
    layers = {row["id"]: row for row in form["network"]["layers"]}
    layer, _, argument = name.rpartition(".")
    head, *rest = name.split(".")
    if head in Recipe.__struct_fields__:
        if name == "optimizer" and isinstance(value, str):  # another rule keeps the learning rate, as in the window
            old = form["training"]["optimizer"]
            value = {"kind": value, **{key: old[key] for key in old if key == "learning_rate"}}
        _put(form["training"], [head, *rest], value, name)
    elif head == "data" and rest and "data" in form:
        _put(form["data"], rest, value, name)
    elif layer in layers and argument not in ("", "id", "at"):
        layers[layer][argument] = value
    else:
        known = [f"{owner}.{argument}" for owner in (*layers, "optimizer")] if layer else Recipe.__struct_fields__
        raise BadInput(f"--set {name}: there is nothing of that name; {nearest(name, known)}")


def _put(place: dict[str, Any], path: Sequence[str], value: Any, name: str) -> None:
    for key in path[:-1]:
        if place.get(key) is None:
            place[key] = {}
        place = place[key]
        if not isinstance(place, dict):
            raise BadInput(f"--set {name}: {key} has no parts, it is {shown(place)}")
    place[path[-1]] = value


def _split(text: str) -> list[str]:
    """*text* at the commas that stand in no bracket."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _value(text: str) -> Any:
    """*text* as JSON where it is, as ``16``, ``1e-3``, ``true`` and ``[3, 3]``; else the text itself."""
    try:
        return json.loads(text, parse_constant=str)
    except (ValueError, RecursionError):
        return text
