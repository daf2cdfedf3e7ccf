"""Which pages data have, what they are called, and which says most at first."""

from __future__ import annotations

from nnviz.data.profile.known import DataKind, Profile
from nnviz.data.profile.viewing import DataView
from nnviz.ui.data_view.scatter_page import first_pair
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

FEW_INPUTS = 2


def page_keys(kind: DataKind | None, profile: Profile | None, *, scatter: bool) -> list[str]:
    """The pages that there are; *scatter*: that of a table stands among them."""
    if kind is None:
        return []
    if kind == "table":
        return ["rows", "columns", *(["scatter"] if scatter else []), "problems"]
    classless = profile is not None and not profile.classes
    return ["pictures", *([] if classless else ["columns"]), "problems"]


def page_word(key: str, kind: DataKind | None, profile: Profile | None) -> str:
    """What the page *key* is called, with how many problems were found."""
    if key == "problems":
        found, word = len(profile.findings) if profile is not None else 0, translate("DataView", "Problems")
        return f"{word} {count_text(found)}" if found else word
    return {
        "rows": translate("DataView", "Rows"),
        "pictures": translate("DataView", "Samples") if kind == "arrays" else translate("DataView", "Pictures"),
        "columns": translate("DataView", "Columns") if kind == "table" else translate("DataView", "Classes"),
        "scatter": translate("DataView", "Scatter"),
    }[key]


def first_page(view: DataView, keys: list[str]) -> str:
    """What says most at first: of two columns of numbers their scatter, else the rows or the pictures."""
    inputs = [head for head in view.heads if head.role == "input"]
    few = len(inputs) <= FEW_INPUTS and first_pair(view.heads, ()) is not None
    return "scatter" if few and "scatter" in keys else keys[0]
