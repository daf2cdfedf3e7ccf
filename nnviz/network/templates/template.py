"""What a template is: a network that is known by a name, drawn to the size of the data it is opened on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec

DIGITS = DataFacts((8, 8, 1), "classes", 10)


@dataclass(frozen=True)
class Template:
    """A network to start from.

    Attributes:
        name: what programs call it.
        title: what it is called, before translation.
        sentence: what it is, or is good for.
        takes: the data it can be put on, in a few words.
        own: of the data that it brings with it, what its drawing depends on.
        fits: whether it can be put on data of such facts.
        draw: the network for data of such facts, without places.
        reconstructs: whether it learns to give back the sample itself.
        generates: whether it learns to make samples up, a generator against a discriminator.
    """

    name: str
    title: str
    sentence: str
    takes: str
    own: DataFacts
    fits: Callable[[DataFacts], bool]
    draw: Callable[[DataFacts], NetworkSpec]
    reconstructs: bool = False
    generates: bool = False

    def network(self, facts: DataFacts | None = None) -> NetworkSpec:
        """The network for data of *facts*; for its own where there are none, or none that fit."""
        return self.draw(facts if facts is not None and self.fits(facts) else self.own)


def any_data(_: DataFacts) -> bool:
    """Everything fits."""
    return True


def pictures(facts: DataFacts) -> bool:
    """Pictures of at least 8 × 8 pixels: two poolings leave something of them."""
    return len(facts.input_shape) == 3 and min(facts.input_shape[:2]) >= 8


def steps(facts: DataFacts) -> bool:
    """A series: some steps of some numbers each."""
    return len(facts.input_shape) == 2 and facts.input_shape[0] >= 2
