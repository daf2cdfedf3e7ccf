"""What a model of Keras's is made of, once it was read; and what keeps one from being read, told all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.keras_files.calls import Tensor
from nnviz.sentences import Sentence, joined

MOST_TOLD = 5
Scope = tuple[str, ...]
Answer = tuple[Scope, Tensor]  # of a layer in the model at a path of names


@dataclass
class Placed:
    """A layer of the file that becomes one of ours.

    Attributes:
        id, kind, args: as in the network; an Input's shape may have sizes that are None.
        place: where it stands in the file, for a sentence.
        sources: the answers that go in.
        frozen: whether Keras was not to train it.
        groups: the names of the groups that lead to its weights, as Keras 3 lays them out.
        top: the name of the layer of the outermost model that it is, or is a part of.
        classes: its class; of a wrapper also those of what it wraps.
        original: of a further call of a layer: the id of its first one.
    """

    id: str
    kind: str
    args: dict[str, Any]
    place: str
    sources: list[Answer]
    frozen: bool = False
    groups: tuple[str, ...] = ()
    top: str = ""
    classes: tuple[str, ...] = ()
    original: str = ""


@dataclass
class Description:
    """What a model is made of.

    Attributes:
        layers: its layers in the file's order, those of models inside it where these stand.
        inputs, outputs: the ids of the layers where it begins and ends, in its order.
        sources: layer id -> the ids of the layers that feed it, in order.
        groups: the name of each model inside it -> the ids of its layers.
    """

    layers: list[Placed] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    sources: dict[str, list[str]] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)


class Complaints:
    """What keeps a model from being loaded, told all at once."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, place: str, what: object) -> None:
        """Something is wrong at *place*."""
        told = what.args[0] if isinstance(what, BadInput) else what
        self.found.append(Sentence("{0}: {1}", place, told))

    def refuse(self) -> None:
        """BadInput with the first few, where there are any."""
        if self.found:
            told, more = joined(self.found[:MOST_TOLD], "; "), len(self.found) - MOST_TOLD
            raise BadInput(Sentence("{0}; and {1:,} more", told, more) if more > 0 else told)
