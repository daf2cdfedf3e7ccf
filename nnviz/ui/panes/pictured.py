"""Which layers of a network have filters that can be seen as pictures."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec

OVER_TIME = ("Conv1D", "Conv1DTranspose")
BY_CHANNEL = ("SeparableConv1D", "SeparableConv2D", "DepthwiseConv1D", "DepthwiseConv2D")
CONVOLUTIONS = (*OVER_TIME, "Conv2D", "Conv3D", "Conv2DTranspose", "Conv3DTranspose", *BY_CHANNEL)
LARGEST_PICTURE = 1 << 20  # numbers of a picture that a Dense layer may see
_SAME_ORDER = ("Flatten", "Dropout", "GaussianNoise", "Reshape")


@dataclass(frozen=True)
class Pictured:
    """How the filters of a layer are seen.

    Attributes:
        colour: whether the three channels that it sees are red, green and blue.
        over_time: whether the rows of a filter are channels and its columns steps.
        by_channel: whether each channel has filters of its own.
        picture: of a Dense layer, (height, width, channels) of the pictures that it sees.
    """

    colour: bool = False
    over_time: bool = False
    by_channel: bool = False
    picture: tuple[int, int, int] | None = None


def pictured(network: NetworkSpec, facts: DataFacts | None, generated: str | None = None) -> dict[str, Pictured]:
    """Layer id -> how its filters are seen, for all layers that have any; *generated* as for ``sees_the_data``."""
    seen = _pictures_of(facts)
    found = {}
    for layer in network.layers:
        picture = seen if seen is not None and sees_the_data(network, layer.id, generated) else None
        colour = picture is not None and picture[2] == 3
        if layer.kind in CONVOLUTIONS:
            by_channel = layer.kind in BY_CHANNEL
            found[layer.id] = Pictured(colour and not by_channel, layer.kind in OVER_TIME, by_channel)
        elif layer.kind in ("Dense", "Output") and picture is not None:
            found[layer.id] = Pictured(colour, picture=picture)
    return found


def _pictures_of(facts: DataFacts | None) -> tuple[int, int, int] | None:
    """(height, width, channels) of the data; None where they are no pictures."""
    if facts is None or len(facts.input_shape) != 3 or facts.features > LARGEST_PICTURE:
        return None
    height, width, channels = facts.input_shape
    return height, width, channels


def sees_the_data(network: NetworkSpec, layer: str, generated: str | None = None) -> bool:
    """Whether nothing but Flatten, Dropout and the like stands between the Input and *layer*.

    Where there is a layer whose answers are *generated* samples, the samples of the data enter behind that one.
    """
    sources = network.sources(layer)
    while sources:
        before = network.layer(sources[0])
        if before.id == generated or before.kind == "Input":
            return generated in (None, before.id)
        if before.kind not in _SAME_ORDER:
            return False
        sources = network.sources(before.id)
    return False
