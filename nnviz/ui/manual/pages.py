"""The pages of the manual, as they stand in ``docs/manual``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from nnviz.assets import asset
from nnviz.ui.inspector import inspector

START, DIAGRAM = "start", "diagram"
# What else has a page, by the class of the widget that stands around it.
PLACES = {"DiagramView": DIAGRAM, "TopBar": "training", "TimelineBar": "training", "ExportPanel": "exporting"}


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page.

    Attributes:
        page: the name of its file in either language.
        panes: the panes it is about.
    """

    page: str
    panes: tuple[str, ...] = ()


@cache
def pages() -> tuple[Page, ...]:
    """All pages in their order."""
    return msgspec.json.decode((asset("manual") / "contents.json").read_bytes(), type=tuple[Page, ...])


def folder(language: str) -> Path:
    """Where the pages in *language* are; their pictures are found from there."""
    return asset("manual") / language


@cache
def text(page: str, language: str) -> str:
    """The Markdown of *page*."""
    return (folder(language) / f"{page}.md").read_text(encoding="utf-8")


def title(page: str, language: str) -> str:
    """The heading of *page*."""
    return text(page, language).split("\n", 1)[0].removeprefix("# ")


def page_of(widget: QWidget | None) -> str:
    """The page about *widget*: that of the nearest part of the window around it."""
    while widget is not None:
        name = widget.objectName()
        if isinstance(widget, inspector.Inspector):
            return "recipe" if widget.tabs.currentIndex() == inspector.RECIPE else DIAGRAM
        for page in pages():
            if name and name in page.panes:
                return page.page
        if type(widget).__name__ in PLACES:
            return PLACES[type(widget).__name__]
        widget = widget.parentWidget()
    return START
