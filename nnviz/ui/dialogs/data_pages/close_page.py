"""A close look at the chosen data: rows or pictures, columns, scatter, one sample, and the problems that were found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.data.profile.findings import Remedy
from nnviz.data.spec import DataSpec
from nnviz.ui.data_view.data_view import DataView
from nnviz.ui.dialogs.data_pages.look import Look
from nnviz.ui.dialogs.data_pages.page import DataPage


class ClosePage(DataPage):
    """The view of the Data pane, on what is chosen here.

    Attributes:
        view: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self.view = DataView()
        self.view.remedy_requested.connect(self._remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        if spec == self._spec:
            return
        self._spec = spec
        if Look.waits_for_download(spec):
            self.view.clear()
        else:
            self.view.show_data(spec, base)

    def cancel(self) -> None:
        self._spec = None
        self.view.clear()

    def _remedy(self, remedy: Remedy) -> None:
        if self._spec is not None:
            self.spec_changed.emit(remedy.apply(self._spec))
