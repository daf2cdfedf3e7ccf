"""Edits of groups: parts of a network that have a name, can be shown as one block, and can be repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.layout import BLOCK, COLUMN, USUAL, Point, Sizes, arranged, middle
from nnviz.network.spec import Group, Link, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence, joined

MOST_LAYERS = 2_000  # that a repeated part may come to
STEM = "Part"


@dataclass(frozen=True)
class Ends:
    """How a part is linked to the rest of the network.

    Attributes:
        entries: its layers that are fed from outside; where none is, those that nothing inside feeds.
        exits: its layers that feed what is outside; where none does, those that feed nothing inside.
        links_in, links_out: the links that cross its border.
    """

    entries: tuple[str, ...]
    exits: tuple[str, ...]
    links_in: tuple[Link, ...]
    links_out: tuple[Link, ...]


def group(network: NetworkSpec, ids: Collection[str], name: str | None = None) -> tuple[NetworkSpec, str]:
    """With the layers *ids* as a group of their own, and its name; they leave the groups that they were in.

    Args:
        network: what has the layers.
        ids: at least one layer.
        name: a free one, or None for ``Part 1``, ``Part 2``, ...

    Raises BadInput where there is no layer, or the name is taken.
    """
    if not ids:
        raise BadInput(Sentence("select the layers that are to be a group first"))
    name = _free_name(network) if name is None else _checked(network, name)
    layers = tuple(layer.id for layer in network.layers if layer.id in set(ids))
    rest = remove_from_groups(network, ids)
    return replace(rest, groups=(*rest.groups, Group(name, layers))), name


def ungroup(network: NetworkSpec, names: Collection[str]) -> NetworkSpec:
    """Without the groups *names*; their layers stay."""
    return replace(network, groups=tuple(x for x in network.groups if x.name not in names))


def rename_group(network: NetworkSpec, old: str, new: str) -> NetworkSpec:
    """With group *old* called *new*; BadInput where the name is empty or taken."""
    if new.strip() == old:
        return network
    new = _checked(network, new)
    return replace(network, groups=tuple(replace(x, name=new) if x.name == old else x for x in network.groups))


def add_to_group(network: NetworkSpec, name: str, ids: Collection[str]) -> NetworkSpec:
    """With the layers *ids* in the group *name* too; they leave the groups that they were in."""
    wanted = {*named(network, name).layers, *ids}
    layers = tuple(layer.id for layer in network.layers if layer.id in wanted)
    rest = remove_from_groups(network, set(ids) - set(named(network, name).layers))
    return replace(rest, groups=tuple(replace(x, layers=layers) if x.name == name else x for x in rest.groups))


def remove_from_groups(network: NetworkSpec, ids: Collection[str]) -> NetworkSpec:
    """With the layers *ids* in no group; a group of which nothing is left is gone."""
    gone = set(ids)
    rest = (replace(x, layers=tuple(layer for layer in x.layers if layer not in gone)) for x in network.groups)
    return replace(network, groups=tuple(x for x in rest if x.layers))


def named(network: NetworkSpec, name: str) -> Group:
    """The group called *name*; BadInput where there is none."""
    found = next((x for x in network.groups if x.name == name), None)
    if found is None:
        raise BadInput(Sentence("no group is called {0}", name))
    return found


def groups_of(network: NetworkSpec, ids: Iterable[str]) -> tuple[Group, ...]:
    """The groups that one of the layers *ids* is in, as drawn."""
    wanted = set(ids)
    return tuple(x for x in network.groups if not wanted.isdisjoint(x.layers))


def ends_of(network: NetworkSpec, ids: Collection[str]) -> Ends:
    """How the part *ids* is linked to the rest of *network*."""
    inside = set(ids)
    links_in = tuple(link for link in network.links if link[0] not in inside and link[1] in inside)
    links_out = tuple(link for link in network.links if link[0] in inside and link[1] not in inside)
    entries = tuple(dict.fromkeys(b for _, b in links_in))
    exits = tuple(dict.fromkeys(a for a, _ in links_out))
    if not entries:
        entries = tuple(x for x in ids if inside.isdisjoint(network.sources(x)))
    if not exits:
        exits = tuple(x for x in ids if inside.isdisjoint(network.targets(x)))
    return Ends(entries, exits, links_in, links_out)


# ------------------------------------------------------------------ collapsing


def set_collapsed(network: NetworkSpec, name: str, collapsed: bool, sizes: Sizes | None = None) -> NetworkSpec:
    """With the group *name* shown as one block, or layer by layer.

    What a person placed stays where it is, but where layers that appear would stand on others: then what is to the
    right makes room. *sizes* are those of the layers.
    """
    changed = replace(
        network, groups=tuple(replace(x, collapsed=collapsed) if x.name == name else x for x in network.groups)
    )
    return changed if collapsed else _with_room(changed, named(network, name), sizes or {})


def _with_room(network: NetworkSpec, opened: Group, sizes: Sizes) -> NetworkSpec:
    """Move what a person placed out of the way of the layers of *opened*."""
    inside = set(opened.layers)
    if all(network.layer(x).at is None for x in inside):
        return network
    places = arranged(network, sizes)
    at = middle(places, opened.layers)
    lefts = [places[x][0] - sizes.get(x, USUAL).width / 2 for x in inside]
    rights = [places[x][0] + sizes.get(x, USUAL).width / 2 for x in inside]
    tops = [places[x][1] - sizes.get(x, USUAL).above for x in inside]
    bottoms = [places[x][1] + sizes.get(x, USUAL).below for x in inside]
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    placed = [x for x in network.layers if x.id not in inside and x.at is not None]
    if not any(_stands_in(x.at, sizes.get(x.id, USUAL), box) for x in placed if x.at is not None):
        return network
    # The block's left edge stays: the group opens to the right, and everything behind it moves on.
    by = (box[2] - box[0]) - BLOCK.width
    moved = {x: (places[x][0] + by / 2, places[x][1]) for x in inside}
    moved |= {x.id: (x.at[0] + by, x.at[1]) for x in placed if x.at is not None and x.at[0] > at[0]}
    return edits.move(network, moved)


def _stands_in(at: Point, size: tuple[float, float, float], box: tuple[float, float, float, float]) -> bool:
    width, above, below = size
    left, top, right, bottom = box
    return at[0] + width / 2 > left and at[0] - width / 2 < right and at[1] + below > top and at[1] - above < bottom


# ------------------------------------------------------------------ repeating


def repeat(network: NetworkSpec, ids: Collection[str], times: int) -> tuple[NetworkSpec, tuple[str, ...]]:
    """With the part *ids* standing *times* one behind the other; the ids of all its layers.

    What fed the part feeds the first copy, which is the part itself; each feeds the next; the last feeds what the
    part fed. Groups that are wholly in the part are repeated under numbered names; the copies of a piece of a group are
    in that group. Raises BadInput where not one layer feeds the part and one leads out of it, or where it would become
    too large.
    """
    part = tuple(layer.id for layer in network.layers if layer.id in set(ids))
    if times < 2 or len(part) * times > MOST_LAYERS:
        most = MOST_LAYERS // max(1, len(part))
        raise BadInput(Sentence("this part can be repeated 2 to {0} times, not {1}", f"{most:,}", f"{times:,}"))
    ends, inside = _checked_ends(network, part), set(part)
    if _placed(network, part):
        network = edits.move(network, arranged(network))
    inner = {link for link in network.links if inside.issuperset(link)}
    into = tuple(link for link in network.links if link[1] in inside)
    if not ends.links_in:
        into = (*into, (ends.exits[0], ends.entries[0]))
    grown, copies = edits.copied(edits.move(network, _made_room(network, part, times)), part, times - 1)
    last, links = ends.exits[0], list[Link]()
    for copy in copies:
        links += ((copy[a] if (a, b) in inner else last, copy[b]) for a, b in into)
        last = copy[ends.exits[0]]
    pitch, places = _pitch(network, part), dict[str, Point]()
    for number, copy in enumerate(copies, 1):
        places |= _shifted(network, copy, pitch * number)
    # The links out keep their places in the order, which says what a merge joins first.
    out = {link: (last, link[1]) for link in ends.links_out}
    grown = replace(grown, links=(*(out.get(link, link) for link in network.links), *links))
    new = tuple(layer for copy in copies for layer in copy.values())
    group = network.group_of(part[0])
    if group is not None and inside < set(group.layers):
        grown = add_to_group(grown, group.name, new)
    return edits.move(grown, places), (*part, *new)


def _checked_ends(network: NetworkSpec, part: tuple[str, ...]) -> Ends:
    """How *part* is linked; BadInput unless one layer feeds it (perhaps at several places) and one leads out of it."""
    if not part:
        raise BadInput(Sentence("select the layers that are to be repeated first"))
    fixed = [called(x) for x in map(network.layer, part) if x.kind in ("Input", "Output")]
    if fixed:
        raise BadInput(Sentence("{0} cannot be repeated: leave Inputs and Outputs out of the part", fixed[0]))
    ends = ends_of(network, part)
    sources = tuple(dict.fromkeys(a for a, _ in ends.links_in))
    if len(sources) > 1:
        feeding = joined([called(network.layer(x)) for x in sources], ", ")
        raise BadInput(
            Sentence("a part that is repeated needs one entry, but {0} layers feed it: {1}", len(sources), feeding)
        )
    if not sources and len(ends.entries) != 1:
        raise BadInput(Sentence("a part that is repeated needs one entry, but it has {0}", len(ends.entries)))
    if not ends.exits:
        raise BadInput(Sentence("a part that is repeated needs one exit, but it has none"))
    if len(ends.exits) > 1:
        ways_out = joined([called(network.layer(x)) for x in ends.exits], ", ")
        raise BadInput(
            Sentence("a part that is repeated needs one exit, but it has {0}: {1}", len(ends.exits), ways_out)
        )
    return ends


def _placed(network: NetworkSpec, part: Collection[str]) -> list[Point]:
    return [layer.at for layer in network.layers if layer.id in set(part) and layer.at is not None]


def _pitch(network: NetworkSpec, part: Collection[str]) -> float:
    """How far behind each other the copies of a part stand that a person placed; 0 where nobody did."""
    xs = [x for x, _ in _placed(network, part)]
    return max(xs) - min(xs) + COLUMN if xs else 0.0


def _made_room(network: NetworkSpec, part: Collection[str], times: int) -> dict[str, Point]:
    """New places of what a person placed behind the part."""
    by = _pitch(network, part) * (times - 1)
    edge = max((x for x, _ in _placed(network, part)), default=0.0)
    behind = (x for x in network.layers if by and x.at is not None and x.id not in set(part) and x.at[0] > edge)
    return {x.id: (x.at[0] + by, x.at[1]) for x in behind if x.at is not None}


def _shifted(network: NetworkSpec, copies: dict[str, str], by: float) -> dict[str, Point]:
    originals = {new: network.layer(old).at for old, new in copies.items()}
    return {new: (at[0] + by, at[1]) for new, at in originals.items() if at is not None}


# ------------------------------------------------------------------ names


def _free_name(network: NetworkSpec) -> str:
    taken, number = {x.name for x in network.groups}, 1
    while f"{STEM} {number}" in taken:
        number += 1
    return f"{STEM} {number}"


def _checked(network: NetworkSpec, name: str) -> str:
    name = name.strip()
    if not name:
        raise BadInput(Sentence("a group needs a name"))
    if any(x.name == name for x in network.groups):
        raise BadInput(Sentence("another group is called {0} already", name))
    return name
