"""A hand that uses the data chooser as a person does: by mouse and keys, waiting for what it sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.dialogs.data_chooser import DataChooser
from nnviz.ui.dialogs.data_pages.chain_editor import ChainEditor
from nnviz.ui.dialogs.data_pages.column_picker import ColumnPicker
from nnviz.ui.dialogs.data_pages.parts_page import PartsPage
from nnviz.ui.dialogs.data_pages.picture_page import PicturePage
from nnviz.ui.dialogs.data_pages.preparation_page import PreparationPage
from nnviz.ui.dialogs.data_pages.table_page import TablePage
from nnviz.ui.fields.choice_field import ChoiceField
from nnviz.ui.fields.step_field import StepField

WAIT = 20000
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Uses *chooser*."""

    def __init__(self, qtbot: QtBot, chooser: DataChooser) -> None:
        self.qtbot, self.chooser = qtbot, chooser

    # ------------------------------------------------------------------ waiting

    def wait(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def ready(self) -> str:
        """Wait until the data can be used; what is said of them."""
        self.wait(self.chooser.use.isEnabled)
        return self.said

    def refused(self) -> str:
        """Wait for a sentence why they cannot."""
        self.wait(lambda: self.chooser.state.words.property("role") == "bad")
        assert not self.chooser.use.isEnabled()
        return self.said

    @property
    def said(self) -> str:
        state = self.chooser.state
        return " ".join(label.text() for label in (state.words, state.note) if not label.isHidden())

    # ------------------------------------------------------------------ the mouse

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        if at is None:
            self.qtbot.mouseClick(widget, LEFT)
        else:
            self.qtbot.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at)

    def tile(self, name: str) -> None:
        self.click(self.chooser.gallery.tiles[name])

    def in_menu(self, menu: QMenu | None, text: str) -> None:
        assert menu is not None
        assert menu.isVisible()
        action = next(action for action in menu.actions() if action.text() == text)
        self.click(menu, menu.actionGeometry(action).center())

    def choose(self, field: ChoiceField, data: object) -> None:
        """Open a list by the mouse and choose from it; by the keys, since a list takes no click so soon."""
        self.click(field)
        row = next(i for i in range(field.count()) if field.itemData(i) == data)
        view = field.view()
        self.wait(view.isVisible)
        view.setCurrentIndex(field.model().index(row, 0))
        self.qtbot.keyClick(view, Qt.Key.Key_Return)

    def type(self, field: StepField, text: str) -> None:
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def tick(self, picker: ColumnPicker | None, *names: str) -> None:
        """Tick columns, and close the list."""
        assert picker is not None
        assert picker.isVisible()
        for name in names:
            row = [picker.columns.names[place] for place in picker.columns.found].index(name)
            rect = picker.list.visualRect(picker.columns.index(row, 0))
            self.click(picker.list.viewport(), rect.center())
        self.qtbot.keyClick(picker, Qt.Key.Key_Escape)

    # ------------------------------------------------------------------ files

    def open(self, path: Path) -> str:
        """Open a file or a folder by the tile at the top and Qt's own dialog; what is said of it."""
        self.ask(path)
        return self.ready()

    def ask(self, path: Path) -> None:
        gallery = self.chooser.gallery
        self.click(gallery.file_tile)
        self.in_menu(gallery.menu, gallery.menu.actions()[1 if path.is_dir() else 0].text())
        self.take(self.chooser, path)
        self.wait(lambda: not self.chooser.use.isEnabled())

    def take(self, parent: QWidget, path: Path) -> None:
        """Choose *path* in the dialog that is open."""
        dialog = parent.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(path))
        dialog.close()

    # ------------------------------------------------------------------ pages

    @property
    def picture(self) -> PicturePage:
        page = self.chooser.pages.currentWidget()
        assert isinstance(page, PicturePage)
        return page

    @property
    def table(self) -> TablePage:
        self._tab(0)
        page = self.chooser.pages.currentWidget()
        assert isinstance(page, TablePage)
        self.wait(lambda: page.look.found is not None)
        return page

    @property
    def parts(self) -> PartsPage:
        self._tab(1)
        page = self.chooser.pages.currentWidget()
        assert isinstance(page, PartsPage)
        return page

    @property
    def preparation(self) -> PreparationPage:
        self._tab(2)
        page = self.chooser.pages.currentWidget()
        assert isinstance(page, PreparationPage)
        return page

    @property
    def chain(self) -> ChainEditor:
        return self.preparation.chain

    def _tab(self, index: int) -> None:
        tabs = self.chooser.tabs
        if tabs.currentIndex() != index:
            self.click(tabs, tabs.tabRect(index).center())

    def head(self, name: str) -> QMenu:
        """Click the head of the column called *name*; the menu that opens."""
        page = self.table
        assert page.look.found is not None
        place = page.look.found.columns.names.index(name)
        page.table.scrollTo(page.table.preview_model.index(0, place))
        header = page.table.horizontalHeader()
        self.click(header.viewport(), QPoint(header.sectionViewportPosition(place) + 8, 10))
        assert page.menu is not None
        return page.menu

    def role(self, name: str, text: str) -> None:
        """Say what the column called *name* is for."""
        self.in_menu(self.head(name), text)

    def add(self, title: str) -> None:
        """Add a step."""
        chain = self.chain
        self.click(chain.add)
        assert chain.menu is not None
        self.click(next(card for card in chain.menu.cards if card.offer.title == title))
