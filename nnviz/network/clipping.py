"""Parts of networks that are carried elsewhere: taken out as a text, and put into a network again."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.layout import Point, arranged
from nnviz.network.spec import Group, NetworkSpec
from nnviz.sentences import Sentence

MIME = "application/x-nnviz-network+json"
LARGEST = 1_000_000  # characters; a part of 1,000 layers has some 150,000
MOST_LAYERS, MOST_LINKS = 2_000, 20_000
LONGEST_NAME = 200
_FOREIGN = Sentence("the clipboard holds no layers")


def part_of(network: NetworkSpec, ids: Collection[str]) -> NetworkSpec:
    """The layers *ids* where they stand, the links among them, and the groups that are wholly among them."""
    places = arranged(network)
    return NetworkSpec(
        tuple(replace(layer, at=places[layer.id]) for layer in network.layers if layer.id in ids),
        tuple(link for link in network.links if link[0] in ids and link[1] in ids),
        tuple(group for group in network.groups if all(layer in ids for layer in group.layers)),
    )


def to_text(part: NetworkSpec) -> str:
    """*part* as a person can mail it: a project that has a network alone."""
    return json.dumps({"nnviz": 1, "network": network_to_json(part)}, ensure_ascii=False, indent=1)


def from_text(text: str) -> NetworkSpec:
    """The part that *text* holds: a project's JSON form, or a network's, with or without words around it.

    Raises BadInput where *text* is none, is too large, or is a network with something wrong in it.
    """
    if len(text) > LARGEST:
        raise _too_much(len(text), LARGEST, Sentence("characters"))
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise BadInput(_FOREIGN)
    form = _parsed(text[start : end + 1])
    found = form.get("network", form) if isinstance(form, dict) else None
    if not isinstance(found, dict) or "layers" not in found:
        raise BadInput(_FOREIGN)
    for rows, most, what in (
        (found["layers"], MOST_LAYERS, Sentence("layers")), (found.get("links"), MOST_LINKS, Sentence("links")),
    ):  # fmt: skip
        if isinstance(rows, list) and len(rows) > most:
            raise _too_much(len(rows), most, what)
    part = network_from_json(found)
    if not part.layers or not _can_be_written(part):
        raise BadInput(_FOREIGN)
    longest = max(len(name) for name in (*(x.id for x in part.layers), *(x.name for x in part.groups)))
    if longest > LONGEST_NAME:
        text = Sentence("the clipboard holds a name of {0} characters, expected at most {1}", longest, LONGEST_NAME)
        raise BadInput(text)
    return replace(part, links=tuple(dict.fromkeys(part.links)))


def pasted(network: NetworkSpec, part: NetworkSpec, middle: Point | None = None) -> tuple[NetworkSpec, tuple[str, ...]]:
    """*network* with the layers, links and groups of *part* in it; the ids they have there.

    A name that is free is kept; otherwise it gets the next free number. *middle* is where the middle of what is
    pasted comes to stand; None leaves every layer where *part* has it. The layers of *network* stay where they are.
    """
    ids = _fresh((x.id for x in part.layers), (x.id for x in network.layers), "_")
    places = _moved(arranged(part), middle)
    layers = tuple(replace(layer, id=ids[layer.id], at=places[layer.id]) for layer in part.layers)
    links = tuple((ids[a], ids[b]) for a, b in part.links)
    stay = edits.move(network, arranged(network))
    grown = NetworkSpec(
        (*stay.layers, *layers), (*stay.links, *links), (*stay.groups, *_fresh_groups(network, part, ids))
    )
    return grown, tuple(ids.values())


def _can_be_written(part: NetworkSpec) -> bool:
    """Whether all its names are text: half of a surrogate pair is valid in JSON, but in no file."""
    try:
        to_text(part).encode()
    except UnicodeEncodeError:
        return False
    return True


def _moved(places: dict[str, Point], middle: Point | None) -> dict[str, Point]:
    if middle is None:
        return places
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    dx, dy = round(middle[0] - (min(xs) + max(xs)) / 2), round(middle[1] - (min(ys) + max(ys)) / 2)
    return {layer: (x + dx, y + dy) for layer, (x, y) in places.items()}


def _fresh_groups(network: NetworkSpec, part: NetworkSpec, ids: dict[str, str]) -> tuple[Group, ...]:
    names = _fresh((x.name for x in part.groups), (x.name for x in network.groups), " ")
    return tuple(
        replace(group, name=names[group.name], layers=tuple(ids[x] for x in group.layers)) for group in part.groups
    )


def _fresh(names: Iterable[str], taken: Iterable[str], gap: str) -> dict[str, str]:
    """Each of *names* with one that is not *taken*."""
    free = edits.CopyNames(taken, gap)
    return {name: free.like(name) for name in names}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refused, parse_float=_finite, parse_int=_whole)
    except (ValueError, RecursionError):
        raise BadInput(_FOREIGN) from None


def _refused(text: str) -> Any:
    raise ValueError(text)


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refused(text)


def _whole(text: str) -> int:
    return int(text) if len(text) < 19 else _refused(text)  # what a 64-bit number can be


def _too_much(count: int, most: int, what: Sentence) -> BadInput:
    text = Sentence("the clipboard holds {0} {2}, expected at most {1} {2}", f"{count:,}", f"{most:,}", what)
    return BadInput(text)
