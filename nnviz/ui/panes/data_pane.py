"""The pane of the data: what the network learns from, to be looked at before it is trusted."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nnviz.data.profile.viewing import Part
from nnviz.data.spec import DataSpec
from nnviz.ui import style
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton

if TYPE_CHECKING:
    from nnviz.ui.data_view.data_view import DataView

CLOSE_MS = 20_000  # data stay open so long after the pane was seen last


class DataPane(Pane):
    """The data of the document; they are only read while someone looks.

    Signals:
        row_selected: another row is selected; carries its 0-based number, or None.
        remedy_requested: something is to be done about a problem; carries a ``Remedy``.
    """

    row_selected = Signal(object)
    remedy_requested = Signal(object)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Data"))
        self._wanted: tuple[DataSpec, Path] | None = None
        self._shown: tuple[DataSpec, Path] | None = None
        self._made = False
        self._summary = ElidedLabel(11)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self._summary, "quiet")
        self.part_button = TextButton("", self, arrow=True)
        self.part_button.setToolTip(self.tr("Choose which of the files is shown"))
        self.part_button.clicked.connect(self._offer_parts)
        self.part_button.hide()
        self._menu = style.round_menu(QMenu(self))
        self.header.add(self.part_button)
        self.header.add(self._summary, 1)
        self._idle = QTimer(self, singleShot=True, interval=CLOSE_MS)
        self._idle.timeout.connect(self._let_go)

    @cached_property
    def view(self) -> DataView:
        """All there is to look at, made when it is first seen."""
        from nnviz.ui.data_view.data_view import DataView  # a window that is at rest has loaded it

        self._made = True
        view = DataView(self)
        view.described.connect(self._tell)
        view.row_selected.connect(self.row_selected)
        view.remedy_requested.connect(self.remedy_requested)
        self.body.addWidget(view)
        return view

    def set_data(self, spec: DataSpec | None, base: Path) -> None:
        """The document learns from the data of *spec*; relative paths count from *base*."""
        self._wanted = (spec, base) if spec is not None else None
        if not self.seen:
            self._let_go()
        self.refresh_soon()

    @property
    def part(self) -> Part:
        """The part whose file is shown; ``train`` where all rows are in one."""
        return self.view.part if self._made else "train"

    @property
    def row(self) -> int | None:
        """The 0-based row that is selected and can be seen; None for none."""
        return self.view.row if self._made and self.seen else None

    def set_covered(self, covered: bool) -> None:
        super().set_covered(covered)
        if covered:
            self._idle.start()
        elif self._shown != self._wanted:
            self.refresh_soon()

    def refresh(self) -> None:
        self._idle.stop()
        if self._wanted is not None and self._shown == self._wanted:
            return
        self._shown = self._wanted
        if self._wanted is None:
            self.view.clear(self.tr("The data appear here once they are chosen"))
        else:
            self.view.show_data(*self._wanted)

    def shutdown(self) -> None:
        """Give up what is being read."""
        if self._made:
            self.view.shutdown()

    def _tell(self) -> None:
        self._summary.setText(self.view.summary)
        self.part_button.setText(self._names()[self.view.part])
        self.part_button.setVisible(len(self.view.parts) > 1)

    def _offer_parts(self) -> None:
        self.fill_parts(self._menu)
        self._menu.popup(self.part_button.mapToGlobal(self.part_button.rect().bottomLeft()))

    def fill_parts(self, menu: QMenu) -> None:
        """Let *menu* offer the parts that have a file of their own."""
        menu.clear()
        for part in self.view.parts:
            action = menu.addAction(self._names()[part])
            action.setCheckable(True)
            action.setChecked(part == self.view.part)
            action.triggered.connect(lambda _=False, part=part: self.view.look_at(part))

    def _names(self) -> dict[Part, str]:
        return {"train": self.tr("Training"), "validation": self.tr("Validation"), "test": self.tr("Test")}

    def _let_go(self) -> None:
        if self._shown is not None and not self.seen:
            self._shown = None
            self.view.clear()
