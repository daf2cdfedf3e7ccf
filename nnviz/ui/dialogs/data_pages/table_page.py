"""A person's own table: how the file is read, its first rows, and what each column is for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.data.tables.typed import typed_fields
from nnviz.ui import theme
from nnviz.ui.controls import text_label
from nnviz.ui.dialogs.data_pages.column_menu import column_menu
from nnviz.ui.dialogs.data_pages.file_look import FileLook
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.dialogs.data_pages.reading_row import ReadingRow
from nnviz.ui.dialogs.data_pages.roles import Columns, Role, Wish, as_used, picture_shape, roles, spelled_out, with_role
from nnviz.ui.dialogs.data_pages.series_row import SeriesRow
from nnviz.ui.dialogs.preview_table import PreviewTable
from nnviz.ui.figures import count_text

COMMON = ("path", "test_path", "validation_path", "sheet")  # what a table and a series have alike


class TablePage(DataPage):
    """Shows the table of a reference.

    Attributes:
        menu: the menu of the column that was asked about last; None before.
    """

    def __init__(self, look: FileLook, parent: QWidget | None = None) -> None:
        """A page that shows what *look* finds."""
        super().__init__(parent)
        self.look = look
        self.spec: Table | Series | None = None
        self._dataset: Dataset | None = None
        self.reading, self.series = ReadingRow(), SeriesRow()
        self.table = PreviewTable()
        self.menu: QMenu | None = None
        self.hint = text_label("", 11, quiet=True)
        self.count = text_label("", 11, quiet=True)
        look.changed.connect(self._show_found)
        self.reading.changed.connect(lambda changes: self._change(**changes))
        self.reading.kind_chosen.connect(self._take_kind)
        self.series.spec_changed.connect(self.spec_changed)
        self.table.role_requested.connect(self._ask_role)
        self._lay_out()
        self._show_found()

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        assert isinstance(spec, Table | Series)
        self.spec, self._dataset = spec, None
        self.series.setVisible(isinstance(spec, Series))
        if isinstance(spec, Series):
            self.series.show_spec(spec)
        self._mark()

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._mark()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.hint, 1)
        line.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.reading)
        column.addWidget(self.series)
        column.addSpacing(theme.STEP)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def _show_found(self) -> None:
        found = self.look.found
        self.table.set_preview(found.preview if found is not None else None)
        text = ""
        if found is not None:
            rows, columns = found.preview.total_rows, count_text(len(found.columns.names))
            text = self.tr("{0} columns, counting the rows…").format(columns)
            if rows is not None:
                text = self.tr("{0} rows, {1} columns").format(count_text(rows), columns)
        self.count.setText(text)
        self._mark()
        QTimer.singleShot(0, self, self._see_target)  # once the columns have their widths

    def _see_target(self) -> None:
        """Bring what is predicted into sight."""
        targets = self.table.preview_model.targets
        if targets and self.table.preview_model.rowCount():
            self.table.scrollTo(self.table.preview_model.index(0, targets[0]))

    def _mark(self) -> None:
        """Show what each column is for, and how the file is read."""
        spec, found = self.spec, self.look.found
        if spec is None:
            return
        pictures = isinstance(spec, Table) and bool(spec.image_shape)
        if isinstance(spec, Table) and found is not None:
            pictures = pictures or picture_shape(found.columns, spec) is not None
        self.reading.show_file(spec, found.preview if found is not None else None, pictures=pictures)
        self.table.preview_model.set_roles(self._roles(spec))
        self.hint.setText(self._hint(spec))

    def _roles(self, spec: Table | Series) -> tuple[Role, ...]:
        """What the columns are for; once the data are read, those that say nothing are seen to be left out."""
        found = self.look.found
        if found is None:
            return ()
        wished = roles(spec, found.columns)
        if self._dataset is None or not isinstance(spec, Table):
            return wished
        return as_used(wished, found.columns, [field.name for field in typed_fields(self._dataset.preparation)])

    def _hint(self, spec: Table | Series) -> str:
        if isinstance(spec, Series):
            return self.tr("Click the head of a column to forecast it, to learn from it, or to leave it out")
        if spec.target == ():
            return self.tr("The last column is predicted: click the head of another one to change that")
        return self.tr("Click the head of a column to predict it, to learn from it, or to leave it out")

    def _ask_role(self, place: int, corner: QPoint) -> None:
        spec, found = self.spec, self.look.found
        if spec is None or found is None or place >= len(found.columns.names):
            return
        if self.menu is not None:
            self.menu.deleteLater()
        seen = self._as_seen(spec, found.columns, place)
        self.menu = column_menu(seen, found.columns, place, lambda wish: self._take_role(place, wish), self)
        self.menu.popup(corner)

    def _take_role(self, place: int, wish: Wish) -> None:
        spec, found = self.spec, self.look.found
        if spec is not None and found is not None:
            spec = self._as_seen(spec, found.columns, place) if wish == "input" else spec
            self.spec_changed.emit(with_role(spec, found.columns, place, wish))

    def _as_seen(self, spec: Table | Series, columns: Columns, place: int) -> Table | Series:
        """*spec*, with its inputs named where loading has left out column *place*, which may then be asked for."""
        shown = self._roles(spec)
        if isinstance(spec, Series) or shown[place] == roles(spec, columns)[place]:
            return spec
        return spelled_out(spec, columns, shown)

    def _take_kind(self, kind: str) -> None:
        spec, found = self.spec, self.look.found
        if spec is None or found is None:
            return
        common = {name: getattr(spec, name) for name in COMMON}
        if kind == "step":
            self.spec_changed.emit(Series(**common))
            return
        table = spec if isinstance(spec, Table) else Table(**common)
        shape = picture_shape(found.columns, table) if kind == "picture" else ()  # which says: no picture
        self.spec_changed.emit(msgspec.structs.replace(table, image_shape=shape, scale=None))

    def _change(self, **changes: Any) -> None:
        if self.spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self.spec, **changes))
