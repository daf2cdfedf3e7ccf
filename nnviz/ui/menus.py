"""Every command of the window as an action with its key, and the menu that lists them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from nnviz.ui import language, style, theme
from nnviz.ui.edit_menu import EditMenu
from nnviz.ui.training.carried_text import what_keeping_does
from nnviz.ui.training.time_travel import BUDGETS

if TYPE_CHECKING:
    from nnviz.ui.dialogs.shortcuts import ShortcutSheet
    from nnviz.ui.manual.manual import Manual
    from nnviz.ui.window import MainWindow

Key = QKeySequence.StandardKey | str | None


class MainMenu(QMenu):
    """The menu behind the button at the top left; its actions also listen to their keys while it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        style.round_menu(self)
        self.setAccessibleName(self.tr("Menu"))
        self._shortcuts: ShortcutSheet | None = None
        self._manual: Manual | None = None
        self._add_file()
        self.edit = EditMenu(window, self)
        self.addMenu(self.edit)
        self._add_run()
        self._add_view()
        self._add_language()
        self._add_help()

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
        self._act(menu, self.tr("New empty diagram"), "Ctrl+Alt+N", files.new_empty)
        self._act(menu, self.tr("New from template…"), "Ctrl+Shift+N", self._window.templates.ask)
        self._act(menu, self.tr("Open…"), std.Open, files.ask_open)
        self._recent = style.round_menu(menu.addMenu(self.tr("Open recent")))
        self._recent.aboutToShow.connect(self._list_recent)
        self._act(menu, self.tr("Save"), std.Save, files.save)
        self._act(menu, self.tr("Save as…"), "Ctrl+Shift+S", files.save_as)
        menu.addSeparator()
        self._act(menu, self.tr("Choose data…"), "Ctrl+Shift+D", self._window.choose_data)
        self._act(menu, self.tr("Import model…"), "Ctrl+Shift+I", files.ask_import)
        self._act(menu, self.tr("Load weights…"), "Ctrl+L", files.ask_weights)
        self._act(menu, self.tr("Export…"), "Ctrl+E", self._window.show_exports)
        self._act(menu, self.tr("Export diagram…"), "Ctrl+Shift+E", self._window.outputs.export_diagram)
        self._act(menu, self.tr("Copy diagram as picture"), "Ctrl+Shift+C", self._window.outputs.copy_diagram)
        menu.addSeparator()
        self._act(menu, self.tr("Quit"), "Ctrl+Q", self._window.close)

    def _list_recent(self) -> None:
        self._recent.clear()
        recent = self._window.files.recent
        for path in recent.paths():
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self._open(p))
        self._recent.setToolTipsVisible(True)
        if recent.paths():
            self._recent.addSeparator()
            self._recent.addAction(self.tr("Clear this list")).triggered.connect(lambda _=False: recent.clear())
        else:
            self._recent.addAction(self.tr("No project was opened or saved yet")).setEnabled(False)

    def _open(self, path: Path) -> None:
        self._window.files.open_anything(path)

    def _add_run(self) -> None:
        running, menu = self._window.running, self._menu(self.tr("Run"))
        self._act(menu, self.tr("Train or pause"), "Ctrl+Return", self._window.train_or_pause)
        self._act(menu, self.tr("Step"), "Ctrl+.", self._window.travel.step)
        self._act(menu, self.tr("Stop"), "Ctrl+Shift+Return", lambda: self._window.racing.stop())
        self._act(menu, self.tr("Reset"), "Ctrl+R", running.reset)
        self._act(menu, self.tr("Race…"), "Ctrl+Alt+R", lambda: self._window.racing.ask())
        menu.addSeparator()
        self._add_keeping(menu)
        self._add_travel(menu)

    def _add_keeping(self, menu: QMenu) -> None:
        """Whether a trained network goes on answering as before when it is edited, as the inspector has it too."""
        carrying = self._window.carrying
        action = self._act(menu, self.tr("Keep the answers when the network is edited"), None, lambda: None)
        action.setCheckable(True)
        action.setToolTip(what_keeping_does())
        menu.setToolTipsVisible(True)
        action.setChecked(carrying.preserving)
        action.toggled.connect(carrying.set_preserving)
        carrying.changed.connect(lambda: action.setChecked(carrying.preserving))

    def _add_travel(self, menu: QMenu) -> None:
        """The way through the epochs of a run, and what it may cost."""
        travel = self._window.travel
        self._act(menu, self.tr("Play the run"), "Ctrl+Shift+Space", travel.play)
        self._act(menu, self.tr("Back to the present"), "Ctrl+Shift+Home", travel.leave)
        sizes = tuple((str(size), self.tr("{0} MB").format(size)) for size in BUDGETS)
        budgets = menu.addMenu(self.tr("Memory for the epochs of a run"))
        self._choice(budgets, sizes, str(travel.budget), lambda value: travel.set_budget(int(value)))

    def _add_view(self) -> None:
        window, menu = self._window, self._menu(self.tr("View"))
        zoom_in = self._act(menu, self.tr("Zoom in"), None, lambda: window.diagram.zoom_by(1.25))
        zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])  # the same key on most keyboards
        self._act(menu, self.tr("Zoom out"), QKeySequence.StandardKey.ZoomOut, lambda: window.diagram.zoom_by(0.8))
        self._act(menu, self.tr("Fit the diagram"), "Ctrl+0", window.diagram.fit)
        self._act(menu, self.tr("Actual size"), "Ctrl+1", lambda: window.diagram.zoom_to(1.0))
        self._act(menu, self.tr("Zoom to the selection"), "Ctrl+2", window.diagram.zoom_to_selection)
        menu.addSeparator()
        self._act(menu, self.tr("Problems"), "F8", lambda: window.diagram.editing.problems.toggle())
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

    def _add_language(self) -> None:
        window, menu = self._window, self.addMenu(language.TITLE)
        self._choice(menu, language.choices(), language.chosen(), window.take_language)

    def _add_help(self) -> None:
        menu = self._menu(self.tr("Help"))
        self._act(menu, self.tr("Lessons"), "Ctrl+Shift+L", self._window.lessons.show_list)
        self._act(menu, self.tr("Manual"), "F1", self.show_manual)
        self._act(menu, self.tr("Keyboard and mouse"), "Ctrl+F1", self.show_shortcuts)

    def take_over(self, other: MainMenu) -> None:
        """Have the manual open where *other* has."""
        if other._manual is not None and other._manual.isVisible():
            self._show_manual(other._manual.page)

    def show_manual(self) -> None:
        """Open the manual at the page of what has the focus."""
        from nnviz.ui.manual.pages import page_of

        self._show_manual(page_of(QApplication.focusWidget()))

    def _show_manual(self, page: str) -> None:
        from nnviz.ui.manual.manual import Manual

        if self._manual is None:
            self._manual = Manual(self._window)
        self._manual.show_page(page)

    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""
        from nnviz.ui.dialogs.shortcuts import ShortcutSheet

        if self._shortcuts is None:
            self._shortcuts = ShortcutSheet(self, self._window)
        self._shortcuts.show()
        self._shortcuts.raise_()
        self._shortcuts.activateWindow()

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
