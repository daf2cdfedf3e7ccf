"""The pages of the data view, each made when it is first needed: all at once would hold up the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from nnviz.data.profile.known import Profile
from nnviz.ui.data_view.columns_page import ColumnsPage
from nnviz.ui.data_view.finding_list import FindingList
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.picture_page import PicturePage
from nnviz.ui.data_view.row_table import RowTable
from nnviz.ui.data_view.scatter_page import ScatterPage


class Page(Protocol):
    """What all pages have in common."""

    def set_data(self, data: OpenData | None) -> None:
        """Show other data, of which nothing is known yet."""

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool) -> None:
        """Show what is known of the data; *yes_or_no*: its two classes are no and yes."""

    def select_row(self, row: int | None) -> None:
        """Mark the 0-based *row*; None for none."""

    def shutdown(self) -> None:
        """Give up what is being read."""


MAKERS: dict[str, Callable[[QWidget], QWidget]] = {
    "rows": RowTable,
    "pictures": PicturePage,
    "columns": ColumnsPage,
    "scatter": ScatterPage,
    "problems": FindingList,
}


class Pages:
    """Makes pages within *owner*, and keeps those that are made up to date.

    Args:
        owner: their parent.
        bind: connects the page of a key, once it is made.
    """

    def __init__(self, owner: QWidget, bind: Callable[[str, QWidget], None]) -> None:
        self._owner, self._bind = owner, bind
        self._made: dict[str, QWidget] = {}
        self._data: OpenData | None = None
        self._profile: Profile | None = None
        self._yes_or_no = False
        self._row: int | None = None

    def get(self, key: str) -> QWidget:
        """The page called *key*."""
        if key not in self._made:
            page = self._made[key] = MAKERS[key](self._owner)
            self._bind(key, page)
            cast(Page, page).set_data(self._data_for(key))
            cast(Page, page).set_profile(self._profile, yes_or_no=self._yes_or_no)
            cast(Page, page).select_row(self._row)
        return self._made[key]

    def made(self) -> dict[str, QWidget]:
        """Those that are there, by their keys."""
        return dict(self._made)

    def set_data(self, data: OpenData | None) -> None:
        """All show *data*, of which nothing is known yet."""
        self._data, self._profile, self._row = data, None, None
        for key, page in self._made.items():
            cast(Page, page).set_data(self._data_for(key))

    def set_profile(self, profile: Profile, *, yes_or_no: bool) -> None:
        """All show what is known of the data."""
        self._profile, self._yes_or_no = profile, yes_or_no
        for page in self._made.values():
            cast(Page, page).set_profile(profile, yes_or_no=yes_or_no)

    def select_row(self, row: int | None) -> None:
        """Mark the 0-based *row* wherever it is shown."""
        self._row = row
        for page in self._made.values():
            cast(Page, page).select_row(row)

    def shutdown(self) -> None:
        """Give up what they read."""
        for page in self._made.values():
            cast(Page, page).shutdown()

    def _data_for(self, key: str) -> OpenData | None:
        """Pictures have no cells, and a table has no pictures."""
        if self._data is None or key in ("columns", "problems"):
            return self._data
        return self._data if (self._data.view.kind == "table") == (key != "pictures") else None
