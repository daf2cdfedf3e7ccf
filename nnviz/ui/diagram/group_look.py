"""What a group shows: its name, how many layers it has, and as a block what goes in and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from nnviz.network import grouping
from nnviz.network.inference import Inference
from nnviz.network.problems import Problem
from nnviz.network.spec import Group, NetworkSpec
from nnviz.ui.diagram.geometry import PADDING, TITLE_HEIGHT, block
from nnviz.ui.diagram.group_names import group_title
from nnviz.ui.diagram.layer_look import LayerLook, parameters_text, shape_text
from nnviz.ui.language import translate

GEOMETRY = block(100.0, 84.0, 0, 2)


@dataclass(frozen=True)
class GroupLook:
    """The lasting appearance of a group.

    Attributes:
        name: what it is saved under.
        title: what a person calls it.
        layers: the ids of its layers.
        count: how many these are, in words.
        block: what it looks like as one block.
        source, target: the layer at which a link out of the block starts, and the one at which a link into it ends;
            empty where there is not one.
    """

    name: str
    title: str
    layers: tuple[str, ...]
    count: str
    block: LayerLook
    source: str
    target: str


def group_look_of(
    group: Group, network: NetworkSpec, inference: Inference, problems: Mapping[str, tuple[Problem, ...]]
) -> GroupLook:
    """How *group* looks; *problems* are those of the layers."""
    ends = grouping.ends_of(network, group.layers)
    parameters = sum(inference.parameters.get(layer, 0) for layer in group.layers)
    fed = [shape for a in dict.fromkeys(a for a, _ in ends.links_in) if (shape := inference.shapes.get(a)) is not None]
    gives = [shape for layer in ends.exits if (shape := inference.shapes.get(layer)) is not None]
    count, title = count_text(len(group.layers)), str(group_title(group.name))
    look = LayerLook(
        id=group.name,
        title=title,
        subtitle=count,
        footer=parameters_text(parameters),
        geometry=GEOMETRY,
        family="group",
        kind="group",
        detail="\n".join((_shapes_text(fed), "→ " + _shapes_text(gives))) if fed or gives else "",
        problems=tuple(problem for layer in group.layers for problem in problems.get(layer, ())),
        parameters=parameters,
    )
    source = ends.exits[0] if len(ends.exits) == 1 else ""
    target = ends.entries[0] if len(ends.entries) == 1 else ""
    return GroupLook(group.name, title, group.layers, count, look, source, target)


def count_text(layers: int) -> str:
    """How many layers there are, in words."""
    return translate("Diagram", "1 layer") if layers == 1 else translate("Diagram", "{0} layers").format(layers)


def _shapes_text(shapes: list[tuple[int | None, ...]]) -> str:
    if len(shapes) > 1:
        return translate("Diagram", "{0} shapes").format(len(shapes))
    return shape_text(shapes[0][1:]) if shapes else "?"


def frame_around(rects: list[QRectF]) -> QRectF:
    """The frame of a group around the frames of its layers, with room for its title."""
    around = QRectF()
    for rect in rects:
        around = around.united(rect)
    return around.adjusted(-PADDING, -PADDING - TITLE_HEIGHT, PADDING, PADDING)
