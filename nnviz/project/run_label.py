"""What a person says of a run: its name, a note, whether it is starred, shown on the shared axes, or out of the way."""

from __future__ import annotations

import msgspec


class Label(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept of a run beside what was trained.

    Attributes:
        name: what it is called; empty where it has only its number.
        note: a person's own words.
        starred: whether it stands before the others.
        shown: whether its curves are among those on the shared axes.
        hidden: whether it is out of the way; None where nobody said, which keeps failed runs out of it.
        race: the title of the race that it was trained in; empty outside one.
        parameters: how many weights its network had when it was built; 0 where nobody counted them.
    """

    name: str = ""
    note: str = ""
    starred: bool = False
    shown: bool = False
    hidden: bool | None = None
    race: str = ""
    parameters: int = 0
