"""Every command that changes the diagram, as an action with its key: in the menu, and under the right button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from nnviz.ui import style
from nnviz.ui.diagram import commands

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

Keys = QKeySequence.StandardKey | str | tuple[str, ...] | None


class EditMenu(QMenu):
    """Undo, the clipboard, layers, links, and how layers stand.

    Attributes:
        under_mouse: the menu of the right button.
    """

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Edit"))
        style.round_menu(self)
        self._window, self._document = window, window.document
        self._editing = window.diagram.editing
        self._needs: list[tuple[QAction, int]] = []  # actions that need so many selected layers
        self._add_undo()
        self.addSeparator()
        clipboard = self._add_clipboard()
        self.addSeparator()
        finding = self._add_finding()
        self.addSeparator()
        layers = [*self._add_layers(), self._add_weights()]
        self.addSeparator()
        groups = self._add_groups()
        self.addSeparator()
        units = self._add_units()
        self.addSeparator()
        places = [self._add_align().menuAction(), self._add_distribute().menuAction(), self._add_arrange()]
        self.under_mouse = self._menu_of(clipboard, layers, units, groups, places, finding)
        window.diagram.menu_requested.connect(self._show_under_mouse)
        self._document.selection_changed.connect(self._follow_selection)
        self._follow_selection()

    # ------------------------------------------------------------------ the entries

    def _add_undo(self) -> None:
        stack, std = self._document.undo_stack, QKeySequence.StandardKey
        undo, redo = self.tr("Undo"), self.tr("Redo")
        undo_step, redo_step = stack.createUndoAction(self._window, undo), stack.createRedoAction(self._window, redo)
        for action, text, key, step_named in (
            (undo_step, undo, std.Undo, stack.undoTextChanged),
            (redo_step, redo, std.Redo, stack.redoTextChanged),
        ):
            step_named.connect(self._name_steps)
            action.setShortcut(QKeySequence(key))
            action.setData(text)  # its own text tells the step as well
            self.addAction(action)
            self._window.addAction(action)
        self._steps = undo_step, redo_step
        self._name_steps()

    def _name_steps(self) -> None:
        """Say which step each takes back: in some languages the step cannot simply follow the verb."""
        stack = self._document.undo_stack
        # The history is emptied when a window is taken apart, and which of them goes first is not said.
        if not all(map(isValid, (stack, *self._steps))):
            return
        for action, step in zip(self._steps, (stack.undoText(), stack.redoText()), strict=True):
            text = action.data()
            action.setText(f"{text}: {step}" if step else text)

    def _add_clipboard(self) -> list[QAction]:
        std, editing = QKeySequence.StandardKey, self._editing
        # Elsewhere in the window these keys are those of the fields and tables there.
        return [
            self._act(self, self.tr("Cut"), std.Cut, editing.cut, in_diagram=True),
            self._act(self, self.tr("Copy"), std.Copy, editing.copy, in_diagram=True),
            self._act(self, self.tr("Paste"), std.Paste, editing.paste, in_diagram=True),
            self._act(self, self.tr("Duplicate"), "Ctrl+D", editing.duplicate, least=1),
            self._act(self, self.tr("Delete"), None, self._delete),
        ]

    def _delete(self) -> None:
        commands.delete_selected(self._document, self._window.scene.chosen_link)

    def _add_finding(self) -> list[QAction]:
        std = QKeySequence.StandardKey
        return [
            self._act(self, self.tr("Select all layers"), std.SelectAll, lambda: commands.select_all(self._document)),
            self._act(self, self.tr("Find a layer…"), std.Find, lambda: self._editing.search.open(), in_diagram=True),
        ]

    def _add_layers(self) -> list[QAction]:
        editing = self._editing
        add = ("A", "/", "Ctrl+Space")
        return [
            self._act(self, self.tr("Add a layer…"), add, editing.picking.add, in_diagram=True),
            self._act(self, self.tr("Link to…"), "L", editing.picking.link, in_diagram=True),
            self._act(self, self.tr("Delete a link…"), "Shift+L", editing.picking.unlink, in_diagram=True),
            self._act(self, self.tr("Rename layer"), "F2", editing.rename),
        ]

    def _add_weights(self) -> QAction:
        """What can be done with all weights of the selected layers; listed when it is opened."""
        menu, window = style.round_menu(QMenu(self.tr("Weights"), self)), self._window
        menu.aboutToShow.connect(lambda: window.by_hand.fill_menu(menu, self._document.selection, QCursor.pos))
        self._needs.append((menu.menuAction(), 1))
        self.addMenu(menu)
        return menu.menuAction()

    def _add_units(self) -> list[QAction]:
        inside = self._window.inside
        return [
            self._act(self, self.tr("Look into the unit"), "U", inside.open_chosen, in_diagram=True),
            self._act(self, self.tr("Mute or hear the unit"), "M", inside.toggle_chosen, in_diagram=True),
            self._act(self, self.tr("Hear all units"), "Shift+M", inside.unmute, in_diagram=True),
        ]

    def _add_groups(self) -> list[QAction]:
        groups = self._window.diagram.groups
        return [
            self._act(self, self.tr("Group"), "Ctrl+G", groups.group, least=1),
            self._act(self, self.tr("Ungroup"), "Ctrl+Shift+G", groups.ungroup, least=1),
            self._act(self, self.tr("Collapse or expand the group"), "Ctrl+Shift+X", groups.toggle, least=1),
            self._act(self, self.tr("Repeat…"), "Ctrl+Shift+R", groups.repeat, least=1),
        ]

    def _add_align(self) -> QMenu:
        menu, editing = style.round_menu(QMenu(self.tr("Align"), self)), self._editing
        self.addMenu(menu)
        self._act(menu, self.tr("Left"), "Alt+A", lambda: editing.align("left"), least=2)
        self._act(menu, self.tr("Centre"), "Alt+H", lambda: editing.align("centre"), least=2)
        self._act(menu, self.tr("Right"), "Alt+D", lambda: editing.align("right"), least=2)
        menu.addSeparator()
        self._act(menu, self.tr("Top"), "Alt+W", lambda: editing.align("top"), least=2)
        self._act(menu, self.tr("Middle"), "Alt+V", lambda: editing.align("middle"), least=2)
        self._act(menu, self.tr("Bottom"), "Alt+S", lambda: editing.align("bottom"), least=2)
        return menu

    def _add_distribute(self) -> QMenu:
        menu, editing = style.round_menu(QMenu(self.tr("Distribute"), self)), self._editing
        self.addMenu(menu)
        self._act(menu, self.tr("Horizontally"), "Alt+Shift+H", lambda: editing.distribute("x"), least=3)
        self._act(menu, self.tr("Vertically"), "Alt+Shift+V", lambda: editing.distribute("y"), least=3)
        return menu

    def _add_arrange(self) -> QAction:
        return self._act(self, self.tr("Arrange layers"), "Ctrl+Shift+A", lambda: commands.arrange(self._document))

    # ------------------------------------------------------------------ inside

    def _act(
        self,
        menu: QMenu,
        text: str,
        keys: Keys,
        slot: Callable[[], object],
        *,
        in_diagram: bool = False,
        least: int = 0,
    ) -> QAction:
        """An entry of *menu*; its keys work in the whole window or in the diagram, with *least* selected layers."""
        owner: QWidget = self._window.diagram if in_diagram else self._window
        action = QAction(text, owner)
        if isinstance(keys, tuple):
            action.setShortcuts([QKeySequence(key) for key in keys])
        elif keys is not None:
            action.setShortcut(QKeySequence(keys))
        if in_diagram:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        owner.addAction(action)
        if least:
            self._needs.append((action, least))
        return action

    def _menu_of(self, *groups: list[QAction]) -> QMenu:
        menu = style.round_menu(QMenu(self._window))
        for group in groups:
            menu.addActions(group)
            menu.addSeparator()
        return menu

    def _show_under_mouse(self, at: QPoint) -> None:
        self.under_mouse.popup(at)

    def _follow_selection(self) -> None:
        count = len(self._document.selection)
        for action, least in self._needs:
            action.setEnabled(count >= least)
