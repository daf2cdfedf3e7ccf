"""What a person calls a group: names that the program gave in the language of the window, all others as they are."""

from __future__ import annotations

from nnviz.ui.language import Worded, worded

CONTEXT = "Groups"
# As groups are called when they are made, and in the templates; a number may follow.
OWN = (
    "Part", "First part", "Second part", "Features", "Classifier", "Augmentation", "Stem", "Block", "Tokens",
    "Encoder", "Decoder", "Down", "Bottom", "Up", "Generator", "Discriminator",
)  # fmt: skip


def group_title(name: str) -> str:
    """The title of the group that is saved under *name*; it can be ``said`` again in another language."""
    stem, _, number = name.rpartition(" ") if name[-1:].isdigit() else (name, "", "")
    if stem not in OWN:
        return name
    title = worded(CONTEXT, stem)
    return Worded(CONTEXT, "{0} {1}", title, number) if number else title
