"""Sentences for a person that remember what they were made of, so that a window can say them in another language."""

from __future__ import annotations

from collections.abc import Sequence


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


def joined(parts: Sequence[str], between: str = " ") -> Sentence:
    """*parts* one behind the other; those that are sentences are translated each on its own."""
    places = "{0}".join(f"{{{i}}}" for i in range(1, len(parts) + 1))
    return Sentence(places, between, *parts)
