"""Choosing two columns, and their scatter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.profile.known import ColumnProfile, Profile
from nnviz.data.profile.viewing import Head, Scatter
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, text_label
from nnviz.ui.data_view.class_colours import asks_yes_or_no
from nnviz.ui.data_view.column_order import strength
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.scatter_view import ScatterView
from nnviz.ui.program.background import Background

MOST_OFFERED = 1000  # columns in a list to choose from
FEW_VALUES = 12
LEAST_HEIGHT = 170  # with less, the points need the room of the fields


class ScatterPage(QWidget):
    """Two fields for the columns, and the points below them; what is shown first says most about the target.

    Attributes:
        view: the points.
        x_field, y_field: the columns of the lower and the left axis, as numbers into the heads of the data.
    """

    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ScatterView()
        self.x_field, self.y_field, self._fields = ChoiceField(), ChoiceField(), QWidget()
        self.x_field.setAccessibleName(self.tr("Column of the lower axis"))
        self.y_field.setAccessibleName(self.tr("Column of the left axis"))
        self._data: OpenData | None = None
        self._chosen = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self.view.say)
        for field in (self.x_field, self.y_field):
            field.choice_changed.connect(self._choose)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(theme.GROUP, theme.STEP, theme.GROUP, 4)
        row.setSpacing(theme.GAP)
        row.addWidget(self.y_field, 1)
        row.addWidget(text_label(self.tr("over"), 11, quiet=True))
        row.addWidget(self.x_field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._fields)
        column.addWidget(self.view, 1)

    def set_data(self, data: OpenData | None) -> None:
        """Show columns of *data*."""
        self._background.cancel()
        self._data, self._chosen = data, False
        self.view.show_points(None)
        heads = data.view.heads if data is not None else ()
        offered = [(i, head) for i, head in enumerate(heads) if head.type != "empty"][:MOST_OFFERED]
        for field in (self.x_field, self.y_field):
            field.set_choice(None)
            field.set_choices([(head.name, i) for i, head in offered])
        self._show_first(heads, ())

    def select_row(self, row: int | None) -> None:
        """Mark the point of *row*."""
        self.view.select_row(row)

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """The columns are described now: show those that say most, unless a person has chosen others."""
        if profile is not None and self._data is not None and not self._chosen:
            self._show_first(self._data.view.heads, profile.columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fields.setVisible(self.height() >= LEAST_HEIGHT)

    def shutdown(self) -> None:
        """Give up points that are on their way."""
        self._background.shutdown()

    def _show_first(self, heads: Sequence[Head], columns: Sequence[ColumnProfile]) -> None:
        pair = first_pair(heads, columns)
        if pair is not None and pair != (self.x_field.choice, self.y_field.choice):
            self.x_field.set_choice(pair[0])
            self.y_field.set_choice(pair[1])
            self._load()
        elif pair is None:
            self.view.say(self.tr("A scatter needs two columns of numbers or words."))

    def _choose(self, _column: object) -> None:
        self._chosen = True
        self._load()

    def _load(self) -> None:
        data, x, y = self._data, self.x_field.choice, self.y_field.choice
        if data is None or x is None or y is None:
            return

        def work(_cancelled: object) -> tuple[Scatter, tuple[str, str]]:
            with data.reading() as view:
                return view.scatter(x, y), (view.heads[x].name, view.heads[y].name)

        self._background.run(work)

    def _take(self, found: tuple[Scatter, tuple[str, str]]) -> None:
        scatter, names = found
        data = self._data
        yes_or_no = data is not None and asks_yes_or_no(data.view.spec, len(scatter.class_names))
        self.view.show_points(scatter, names, yes_or_no=yes_or_no)


def first_pair(heads: Sequence[Head], columns: Sequence[ColumnProfile]) -> tuple[int, int] | None:
    """The columns worth seeing first, for the lower and the left axis; None where there are no two.

    For classes the two inputs that say most about them, which are the first two while that is not known; where a
    number is to be predicted, or there is but one input, the target over the input. What is left out comes last.
    """
    known = {column.name: column for column in columns}
    plottable = [i for i, head in enumerate(heads) if head.type != "empty"]
    numbers = [i for i in plottable if heads[i].type in ("number", "integer")]
    inputs = [i for i in numbers if heads[i].role == "input"]
    inputs.sort(key=lambda i: _worth(known.get(heads[i].name)))
    target = next((i for i in numbers if heads[i].role == "target" and heads[i].type == "number"), None)
    if target is not None and inputs:
        return inputs[0], target
    if len(inputs) >= 2:
        first, second = sorted(inputs[:2])
        return first, second
    others = sorted((i for i in plottable if i not in inputs), key=lambda i: heads[i].role == "left out")
    candidates = inputs + others
    return (candidates[0], candidates[1]) if len(candidates) >= 2 else None


def _worth(column: ColumnProfile | None) -> tuple[bool, float]:
    """What a column is sorted by: those of more than a few values first, whose points are not all on a few lines."""
    return (True, 0.0) if column is None else (column.distinct <= FEW_VALUES, -strength(column))
