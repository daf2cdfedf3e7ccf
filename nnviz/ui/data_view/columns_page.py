"""The columns, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.profile.known import Profile
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, text_label
from nnviz.ui.data_view.column_list import ColumnList
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.language import translate

FIELD_WIDTH = 184


class ColumnsPage(QWidget):
    """A field for the order, and the list below it.

    Attributes:
        list: the columns.
        field: the order they are listed in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ColumnList()
        self.field = ChoiceField(
            (
                (translate("DataView", "as in the file"), "file"),
                (translate("DataView", "by name"), "name"),
                (translate("DataView", "most missing first"), "missing"),
                (translate("DataView", "most different values first"), "distinct"),
                (translate("DataView", "strongest correlation first"), "association"),
            )
        )
        self.field.set_choice("file")
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setAccessibleName(self.tr("Order of the columns"))
        self.field.choice_changed.connect(self.list.set_order)
        self._sort = QWidget()
        row = QHBoxLayout(self._sort)
        row.setContentsMargins(theme.GROUP, theme.STEP, theme.GROUP, 6)
        row.addWidget(text_label(self.tr("Sorted"), 11, quiet=True))
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sort)
        column.addWidget(self.list, 1)

    def set_data(self, data: OpenData | None) -> None:
        """Other data: nothing is known of them."""
        self.set_profile(None)

    def select_row(self, row: int | None) -> None:
        """There are no rows here."""

    def shutdown(self) -> None:
        """Nothing is read here."""

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """Show what is known; there is nothing to sort without columns."""
        self._sort.setVisible(profile is not None and len(profile.columns) > 1)
        self.list.set_profile(profile, yes_or_no=yes_or_no)
