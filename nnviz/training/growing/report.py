"""What became of a layer's weights when the network was changed, in numbers for whoever says it."""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np

from nnviz.sentences import LayerName, Sentence
from nnviz.training.growing.maps import Map

_BETWEEN = "\x1f"  # what ASCII has to stand between parts

# "changed": some of the weights were kept. "identity": a new layer that passes on what comes in.
What = Literal["kept", "changed", "identity", "new"]


class Counts(msgspec.Struct, frozen=True):
    """Where units come from.

    Attributes:
        kept: those that were there before.
        copied: further copies of these.
        new: those that start afresh.
        gone: those that are not there any more.
    """

    kept: int = 0
    copied: int = 0
    new: int = 0
    gone: int = 0

    @classmethod
    def of(cls, units: Map | None, before: int) -> Counts:
        """The counts of a map of units of which there were *before*; of no units without one."""
        if units is None:
            return cls()
        known = units[units >= 0]
        kept = len(np.unique(known))
        return cls(kept, len(known) - kept, len(units) - len(known), before - kept)

    @property
    def total(self) -> int:
        """How many there are now."""
        return self.kept + self.copied + self.new

    @property
    def all_kept(self) -> bool:
        """Whether there are the same as before."""
        return not (self.copied or self.new or self.gone)


class Carried(msgspec.Struct, frozen=True):
    """What became of one layer.

    Attributes:
        id: the layer.
        what: see ``What``.
        units: where its own units come from.
        inputs: where the units that come into its weights come from.
        weights: how many weights it has.
        new: how many of them start afresh.
        why: why the layer does not answer as before though what comes in is the same: the pattern of a ``Sentence``
            and what stands in its places; empty where it does.
    """

    id: str
    what: What
    units: Counts = Counts()
    inputs: Counts = Counts()
    weights: int = 0
    new: int = 0
    why: tuple[str, ...] = ()


def told(sentence: Sentence | None) -> tuple[str, ...]:
    """*sentence* as it travels; its figures become texts, of layers with what they are called."""
    return () if sentence is None else (sentence.pattern, *map(_figure, sentence.figures))


def sentence_of(told: tuple[str, ...]) -> Sentence | None:
    """What ``told`` made, as a sentence again; None for nothing."""
    return Sentence(told[0], *map(_figure_of, told[1:])) if told else None


def _figure(figure: object) -> str:
    if not isinstance(figure, LayerName):
        return str(figure)
    return _BETWEEN.join((str(figure), figure.kind, figure.number))


def _figure_of(text: str) -> str:
    return LayerName(*text.rsplit(_BETWEEN, 2)) if text.count(_BETWEEN) > 1 else text
