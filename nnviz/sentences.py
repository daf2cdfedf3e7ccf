"""Sentences for a person that remember what they were made of, so that a window can say them in another language."""

from __future__ import annotations


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
