"""All pictures, or those of one class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.profile.known import Profile
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.picture_grid import PictureGrid
from nnviz.ui.figures import count_text
from nnviz.ui.program.background import Background

MOST_OFFERED = 1000  # classes in the list
AT_ONCE = 20_000  # rows whose class is read in one go
ALL = ""
FIELD_WIDTH = 184

RowsOfClasses = dict[str, NDArray[np.int64]]


class PicturePage(QWidget):
    """A field for the class, and the pictures below it.

    Attributes:
        grid: the pictures.
        field: which class is shown; ``""`` for all.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = PictureGrid()
        self.field = ChoiceField()
        self.field.setAccessibleName(self.tr("Show the pictures of one class"))
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.field.choice_changed.connect(self._filter)
        self._data: OpenData | None = None
        self._found: RowsOfClasses | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        row = QHBoxLayout()
        row.setContentsMargins(theme.GROUP, theme.STEP, theme.GROUP, 6)
        row.addWidget(self.field, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.grid, 1)
        self.field.hide()

    def set_data(self, data: OpenData | None) -> None:
        """Show the pictures of *data*."""
        self._background.cancel()
        self._data, self._found = data, None
        self.field.hide()
        self.grid.set_data(data)

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """Offer the classes."""
        classes = profile.classes if profile is not None else ()
        self.grid.set_classes([c.name for c in classes], yes_or_no=yes_or_no)
        everything = self.tr("All classes")
        offered = [(f"{c.name}  ({count_text(c.rows)})", c.name) for c in classes[:MOST_OFFERED]]
        self.field.set_choices([(everything, ALL), *offered])
        self.field.set_choice(ALL)
        self.field.setVisible(bool(classes))

    def select_row(self, row: int | None) -> None:
        """Mark the picture of *row*."""
        self.grid.select_row(row)

    def show_all(self) -> None:
        """Show every picture again: one that is left out is to be seen."""
        self._background.cancel()
        self.field.set_choice(ALL)
        self.grid.show_rows(None)

    def shutdown(self) -> None:
        """Give up what is being read."""
        self._background.shutdown()
        self.grid.pictures.shutdown()

    def _filter(self, name: str) -> None:
        data = self._data
        if name == ALL or data is None:
            self.show_all()
        elif self._found is not None:
            self._show_class(self._found)
        else:
            self._background.run(lambda cancelled: rows_of_classes(data, cancelled))

    def _take(self, found: RowsOfClasses) -> None:
        self._found = found
        self._show_class(found)

    def _show_class(self, found: RowsOfClasses) -> None:
        self.grid.show_rows(found.get(self.field.choice, np.zeros(0, np.int64)))


def rows_of_classes(data: OpenData, cancelled: Callable[[], bool]) -> RowsOfClasses:
    """The 0-based rows of each class of *data*, ascending."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    with data.reading() as view:
        for start in range(0, view.rows, AT_ONCE):
            if cancelled():
                break
            rows = range(start, min(view.rows, start + AT_ONCE))
            for row, label in zip(rows, view.labels(rows), strict=True):
                found[label].append(row)
    return {label: np.array(rows, np.int64) for label, rows in found.items()}
