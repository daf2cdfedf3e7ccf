"""Every command of the window as an action with its key, and the menu that lists them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from nnviz.ui import language, style, theme
from nnviz.ui.diagram import commands

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

Key = QKeySequence.StandardKey | str | None


class MainMenu(QMenu):
    """The menu behind the button at the top left; its actions also listen to their keys while it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        style.round_menu(self)
        self.setAccessibleName(self.tr("Menu"))
        self._add_file()
        self._add_edit()
        self._add_run()
        self._add_view()

    def _menu(self, title: str) -> QMenu:
        menu = style.round_menu(QMenu(title, self))
        self.addMenu(menu)
        return menu

    def _act(self, menu: QMenu, text: str, key: Key, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        self._window.addAction(action)
        return action

    def _add_file(self) -> None:
        files, menu, std = self._window.files, self._menu(self.tr("File")), QKeySequence.StandardKey
        self._act(menu, self.tr("New"), std.New, files.new)
        self._act(menu, self.tr("Open…"), std.Open, files.ask_open)
        self._recent = style.round_menu(menu.addMenu(self.tr("Open recent")))
        self._recent.aboutToShow.connect(self._list_recent)
        self._act(menu, self.tr("Save"), std.Save, files.save)
        self._act(menu, self.tr("Save as…"), "Ctrl+Shift+S", files.save_as)
        menu.addSeparator()
        self._act(menu, self.tr("Choose data…"), "Ctrl+D", self._window.choose_data)
        self._act(menu, self.tr("Load weights…"), "Ctrl+L", files.ask_weights)
        self._act(menu, self.tr("Export…"), "Ctrl+E", self._window.show_exports)
        menu.addSeparator()
        self._act(menu, self.tr("Quit"), "Ctrl+Q", self._window.close)

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._window.files.recent():
            self._recent.addAction(path.name).triggered.connect(lambda _=False, p=path: self._open(p))

    def _open(self, path: Path) -> None:
        self._window.files.open_anything(path)

    def _add_edit(self) -> None:
        window, menu, std = self._window, self._menu(self.tr("Edit")), QKeySequence.StandardKey
        document = window.document
        for action, key in (
            (document.undo_stack.createUndoAction(window, self.tr("Undo")), std.Undo),
            (document.undo_stack.createRedoAction(window, self.tr("Redo")), std.Redo),
        ):
            action.setShortcut(QKeySequence(key))
            menu.addAction(action)
            window.addAction(action)
        menu.addSeparator()
        self._act(menu, self.tr("Delete"), None, lambda: commands.delete_selected(document, window.scene.chosen_link))
        self._act(menu, self.tr("Duplicate layers"), "Ctrl+J", lambda: commands.duplicate_selected(document))
        self._act(menu, self.tr("Select all layers"), std.SelectAll, lambda: commands.select_all(document))
        self._act(menu, self.tr("Rename layer"), "F2", window.rename_layer)
        self._act(menu, self.tr("Arrange layers"), "Ctrl+Shift+A", lambda: commands.arrange(document))

    def _add_run(self) -> None:
        running, menu = self._window.running, self._menu(self.tr("Run"))
        self._act(menu, self.tr("Train or pause"), "Ctrl+Return", self._window.train_or_pause)
        self._act(menu, self.tr("Step"), "Ctrl+.", running.step)
        self._act(menu, self.tr("Stop"), "Ctrl+Shift+Return", running.session.stop)
        self._act(menu, self.tr("Reset"), "Ctrl+R", running.reset)

    def _add_view(self) -> None:
        window, menu = self._window, self._menu(self.tr("View"))
        self._act(menu, self.tr("Zoom in"), QKeySequence.StandardKey.ZoomIn, lambda: window.diagram.zoom_by(1.25))
        self._act(menu, self.tr("Zoom out"), QKeySequence.StandardKey.ZoomOut, lambda: window.diagram.zoom_by(0.8))
        self._act(menu, self.tr("Fit the diagram"), "Ctrl+0", window.diagram.fit)
        menu.addSeparator()
        for dock in window.panes.docks:
            menu.addAction(dock.toggleViewAction())
        self._act(menu, self.tr("Panes where they were"), None, window.restore_panes)
        menu.addSeparator()
        self._choice(
            menu.addMenu(self.tr("Colours")),
            (("system", self.tr("As the system")), ("dark", self.tr("Dark")), ("light", self.tr("Light"))),
            theme.mode(),
            self._take_colours,
        )
        self._choice(menu.addMenu(self.tr("Language")), language.choices(), language.chosen(), window.take_language)

    def _choice(
        self, menu: QMenu, choices: tuple[tuple[str, str], ...], chosen: str, take: Callable[[str], object]
    ) -> None:
        style.round_menu(menu)
        group = QActionGroup(self._window)
        for value, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, v=value: take(v))
            group.addAction(action)

    def _take_colours(self, mode: str) -> None:
        if mode in ("system", "dark", "light"):
            theme.choose(mode)  # type: ignore[arg-type]
            QSettings().setValue("colours", mode)
