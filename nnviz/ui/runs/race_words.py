"""What races and their variants are called: kept with the runs in English, said in the window's language."""

from __future__ import annotations

import re

from nnviz.project.race import TITLES, Thing
from nnviz.ui.language import said, translate

_MADE = re.compile(r"Race (\d+): (.+)")


def title_of(number: int, thing: Thing) -> str:
    """The title that the runs of race *number* keep, whatever the window speaks."""
    return f"Race {number}: {str(thing.title).lower()}"


def thing_word(title: str) -> str:
    """What the variants of the race called *title* differ in, in small letters; empty where the title does not say."""
    thing = title.partition(": ")[2]
    return said(TITLES[thing]).lower() if thing in TITLES else thing


def title_words(title: str) -> str:
    """The *title* of a race in the window's language; one that a person gave as it is."""
    made = _MADE.fullmatch(title)
    if made is None or made[2] not in TITLES:
        return title
    return translate("Racing", "Race {0}: {1}").format(made[1], thing_word(title))


def value_word(value: str) -> str:
    """What a variant called *value* is called: names are Keras's own, these are the words beside them."""
    return {
        "Batch gradient descent": translate("Race", "Batch gradient descent"),
        "Momentum": translate("Race", "Momentum"),
        "as it is": translate("Race", "as it is"),
        "wider": translate("Race", "wider"),
        "deeper": translate("Race", "deeper"),
        "wider and deeper": translate("Race", "wider and deeper"),
        "none": translate("Race", "none"),
    }.get(value, value)
