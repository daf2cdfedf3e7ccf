"""Edits of groups that menus, keys and the mouse share: each is one undo step, worded for the menu."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.network import edits, grouping
from nnviz.network.spec import Group
from nnviz.ui.diagram.commands import title
from nnviz.ui.diagram.group_names import group_title
from nnviz.ui.diagram.places import places_of, sizes_of
from nnviz.ui.document import Document
from nnviz.ui.language import worded


def _worded(document: Document, one: str, many: str) -> str:
    """*one* with the name of the only selected layer, or *many* with how many there are."""
    chosen = document.selection
    return one.format(title(document, chosen[0])) if len(chosen) == 1 else many.format(len(chosen))


def _titles(groups: Sequence[Group]) -> str:
    """The titles of *groups*, one after the other; a single one can be said again in another language."""
    return group_title(groups[0].name) if len(groups) == 1 else ", ".join(group_title(group.name) for group in groups)


def whole_groups(document: Document) -> tuple[Group, ...]:
    """The groups of which all layers are selected."""
    chosen = set(document.selection)
    return tuple(group for group in document.network.groups if chosen.issuperset(group.layers))


def group_selected(document: Document) -> str:
    """Make the selected layers a group, or add them to the one group that is selected among them; its name.

    Raises BadInput where nothing is selected.
    """
    network, whole = document.network, whole_groups(document)
    loose = [layer for layer in document.selection if not any(layer in group.layers for group in whole)]
    if len(whole) == 1 and loose:
        name = whole[0].name
        text = worded("Diagram", "Add to the group {0}").format(group_title(name))
        document.edit_network(grouping.add_to_group(network, name, loose), text)
        return name
    if len(whole) == 1 and set(whole[0].layers) == set(document.selection):
        return whole[0].name
    taken, number = {group_title(group.name) for group in network.groups}, 1
    while group_title(wanted := f"{grouping.STEM} {number}") in taken:
        number += 1
    grouped, name = grouping.group(network, document.selection, wanted)
    one, many = worded("Diagram", "Group {0}"), worded("Diagram", "Group {0} layers")
    document.edit_network(grouped, _worded(document, one, many))
    return name


def ungroup_selected(document: Document) -> bool:
    """Take the selected groups apart, and other selected layers out of their groups; whether there was anything."""
    network, whole = document.network, whole_groups(document)
    touched = grouping.groups_of(network, document.selection)
    if not touched:
        return False
    opened = network
    for group in whole:
        opened = grouping.set_collapsed(opened, group.name, False, sizes_of(document)) if group.collapsed else opened
    changed = grouping.ungroup(opened, [group.name for group in whole])
    changed = grouping.remove_from_groups(changed, document.selection)
    if whole:
        text = worded("Diagram", "Ungroup {0}").format(_titles(whole))
    else:
        one = worded("Diagram", "Take {0} out of its group")
        text = _worded(document, one, worded("Diagram", "Take {0} layers out of their groups"))
    document.edit_network(changed, text)
    return True


def toggle(document: Document, name: str) -> None:
    """Collapse the group *name*, or expand it."""
    network, group = document.network, grouping.named(document.network, name)
    text = worded("Diagram", "Expand {0}") if group.collapsed else worded("Diagram", "Collapse {0}")
    changed = grouping.set_collapsed(network, name, not group.collapsed, sizes_of(document))
    document.edit_network(changed, text.format(group_title(name)))


def toggle_selected(document: Document) -> bool:
    """Collapse the groups that have selected layers, or expand them where all are collapsed; whether there are any."""
    groups = grouping.groups_of(document.network, document.selection)
    collapse, changed = not all(group.collapsed for group in groups), document.network
    for group in groups:
        changed = grouping.set_collapsed(changed, group.name, collapse, sizes_of(document))
    if groups:
        text = worded("Diagram", "Collapse {0}") if collapse else worded("Diagram", "Expand {0}")
        document.edit_network(changed, text.format(_titles(groups)))
    return bool(groups)


def rename(document: Document, old: str, new: str) -> str:
    """Call the group *old* *new*, and give its name; BadInput where that is empty or taken."""
    renamed = grouping.rename_group(document.network, old, new)
    document.edit_network(renamed, worded("Diagram", "Rename {0}").format(group_title(old)))
    return new.strip()


def repeat_selected(document: Document, times: int) -> str:
    """Let the selected part stand *times* one behind the other, select all of it, and give one of its layers.

    Raises BadInput where the part cannot be repeated.
    """
    network = document.network
    if any(layer.at is not None for layer in network.layers):
        # What a person has placed somewhere stays there, and the copies stand where the part is seen.
        network = edits.move(network, places_of(document))
    repeated, layers = grouping.repeat(network, document.selection, times)
    document.edit_network(repeated, worded("Diagram", "Repeat {0} times").format(times))
    document.select(layers)
    return layers[0]
