"""Sentences for a person that remember what they were made of, so that a window can say them in another language."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Integral, Rational, Real
from typing import TYPE_CHECKING, Any


class Sentence(str):
    """An English sentence; a plain string for whoever does not care.

    Attributes:
        pattern: with places, as ``{0} leads nowhere``.
        figures: what stands in the places; sentences among them are translated too.
    """

    pattern: str
    figures: tuple[object, ...]

    def __new__(cls, pattern: str, *figures: object) -> Sentence:
        """*pattern* with *figures* in its places."""
        made = super().__new__(cls, pattern.format(*figures))
        made.pattern, made.figures = pattern, figures
        return made

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """What copies and pickles are made of."""
        return (self.pattern, *self.figures)


class LayerName(str):
    """The id of a layer as a figure of a sentence; a window says what the diagram calls the layer instead.

    Attributes:
        kind: what layers of its kind are called, in English; empty where a person gave it a name of its own.
        number: what tells it from others of its kind; may be empty.
    """

    kind: str
    number: str

    def __new__(cls, layer_id: str, kind: str = "", number: str = "") -> LayerName:
        """*layer_id*, with what it is called."""
        made = super().__new__(cls, layer_id)
        made.kind, made.number = kind, number
        return made

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]
        """What copies and pickles are made of."""
        return (str(self), self.kind, self.number)


if TYPE_CHECKING:
    Told = str
else:
    Told = Sentence  # what a message says to a person: for the code a string, which keeps its pattern on its way


def to_plain(figure: object) -> Any:
    """A sentence, or what stands in one, in the terms of JSON and msgpack; what these do not have becomes a text."""
    if isinstance(figure, Sentence):
        plain = {"pattern": figure.pattern, "figures": [to_plain(inner) for inner in figure.figures]}
        return plain if _can_be_said(plain) else {"pattern": "{0}", "figures": [str(figure)]}
    if isinstance(figure, LayerName):
        return {"layer": list(figure.__getnewargs__())}
    if isinstance(figure, bool | None):
        return figure
    if isinstance(figure, Integral):  # numpy's too
        return int(figure) if abs(int(figure)) < 1 << 63 else str(figure)
    if isinstance(figure, Real) and not isinstance(figure, Rational):
        return float(figure)
    return str(figure)


def _can_be_said(plain: Any) -> bool:
    """Whether the pattern takes the figures as they arrive: a number that became a text is not formatted again."""
    try:
        from_plain(plain)
    except ValueError:
        return False
    return True


def from_plain(form: Any) -> Any:
    """What ``to_plain`` was given; ValueError for anything else."""
    try:
        if isinstance(form, dict) and "pattern" in form:
            return Sentence(str(form["pattern"]), *(from_plain(inner) for inner in form["figures"]))
        if isinstance(form, dict):
            return LayerName(*map(str, form["layer"]))
    except (LookupError, AttributeError, TypeError, ValueError) as error:
        raise ValueError("not a sentence") from error
    return form


def joined(parts: Sequence[str], between: str = " ") -> Sentence:
    """*parts* one behind the other; those that are sentences are translated each on its own."""
    places = "{0}".join(f"{{{i}}}" for i in range(1, len(parts) + 1))
    return Sentence(places, between, *parts)
