"""What a person does to groups by menu, key and mouse that needs the view: names in place, and how many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Signal

from nnviz.errors import BadInput
from nnviz.network import grouping
from nnviz.network.spec import Group
from nnviz.ui.diagram import group_commands
from nnviz.ui.diagram.geometry import TITLE_HEIGHT
from nnviz.ui.diagram.group_item import CHEVRON, BlockItem, FrameItem
from nnviz.ui.diagram.group_names import group_title
from nnviz.ui.diagram.rename_field import RenameField
from nnviz.ui.diagram.repeat_sheet import RepeatSheet
from nnviz.ui.language import said

if TYPE_CHECKING:
    from nnviz.ui.diagram.view import DiagramView

AnySheet = TypeVar("AnySheet", bound=RenameField | RepeatSheet)


class GroupEditing(QObject):
    """The commands for groups.

    Signals:
        said: a sentence for the status line.
    """

    said = Signal(str)

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view, self._scene, self._document = view, view.diagram, view.diagram.document
        self._open: list[RenameField | RepeatSheet] = []
        self._asked: Group | None = None  # whose name is asked for
        self._document.replaced.connect(self.leave)
        self._document.network_changed.connect(self._follow)

    @cached_property
    def name_field(self) -> RenameField:
        """The field over the name of a group."""
        made = RenameField(self._view)
        made.setAccessibleName(self.tr("Name of the group"))
        return self._known(made)

    @cached_property
    def repeat_sheet(self) -> RepeatSheet:
        """The question how many times."""
        return self._known(RepeatSheet(self._view))

    def _known(self, made: AnySheet) -> AnySheet:
        made.closed.connect(self._view.setFocus)
        self._open.append(made)
        return made

    def leave(self) -> None:
        """Close what asks something about a part that stands elsewhere now, or is gone."""
        for sheet in self._open:
            sheet.close_sheet()

    def _follow(self) -> None:
        """Close the field of a group that is gone, or was collapsed or expanded under it."""
        if "name_field" not in self.__dict__ or self.name_field.isHidden() or self._asked is None:
            return
        asked = self._asked.name, self._asked.collapsed
        if asked in ((group.name, group.collapsed) for group in self._document.network.groups):
            return
        if self.name_field.hasFocus():
            self.name_field.close_sheet()
        else:
            self.name_field.hide()  # whoever has the keys now keeps them

    def place(self, area: QSize) -> None:
        """The view has the size *area* now."""
        self.leave()

    # ------------------------------------------------------------------ commands

    def group(self) -> None:
        """Make the selected layers a group and ask for its name; or add layers to the selected group."""
        known = {group.name for group in self._document.network.groups}
        name = self._tried(lambda: group_commands.group_selected(self._document))
        if name and name not in known:
            self.rename(name)

    def ungroup(self) -> None:
        """Take the selected groups apart."""
        if not group_commands.ungroup_selected(self._document):
            self.said.emit(self.tr("Select a group, or layers of one, first"))

    def toggle(self) -> None:
        """Collapse the selected groups, or expand them; a name that is being typed is taken first."""
        if "name_field" in self.__dict__ and not self.name_field.isHidden():
            self.name_field.take()
            self.name_field.close_sheet()
        if not group_commands.toggle_selected(self._document):
            self.said.emit(self.tr("Select a group, or layers of one, first"))

    def repeat(self) -> None:
        """Ask how many times the selected part is to stand one behind the other."""
        if not self._document.selection:
            self.said.emit(self.tr("Select the layers that are to be repeated first"))
            return
        self._view.reveal(self._document.selection)
        frame = self._scene.end_item(self._document.selection[0])
        seen = self._view.mapFromScene(frame.geometry.frame.translated(frame.pos())).boundingRect()
        self.repeat_sheet.open(seen.bottomLeft() + QPoint(0, 8), self._repeat)

    def _repeat(self, times: int) -> bool:
        return self._tried(lambda: group_commands.repeat_selected(self._document, times)) is not None

    # ------------------------------------------------------------------ names

    def rename(self, name: str) -> None:
        """Ask for another name of the group *name*, where it stands."""
        item = self._scene.group_item(name)
        if item is None:
            return
        self._asked = grouping.named(self._document.network, name)
        self._view.reveal(self._asked.layers, at_once=True)
        over = self._view.mapFromScene(_title(item)).boundingRect()
        self.name_field.open(group_title(name), over, lambda new: self._rename(name, new))

    def _rename(self, old: str, new: str) -> bool:
        new = old if new.strip() == group_title(old) else new
        return self._tried(lambda: group_commands.rename(self._document, old, new)) is not None

    def rename_selected(self) -> bool:
        """Ask for the name of the one group that is selected, or hides the selected layer; whether there is one."""
        chosen = self._document.selection
        around = self._document.network.group_of(chosen[0]) if len(chosen) == 1 else None
        if around is not None and around.collapsed:
            self.rename(around.name)
            return True
        whole = group_commands.whole_groups(self._document)
        if len(whole) != 1 or set(whole[0].layers) != set(chosen):
            return False
        if len(chosen) == 1:
            return False
        self.rename(whole[0].name)
        return True

    def rename_at(self, at: QPointF) -> bool:
        """Ask for the name of the group whose title lies at *at* of the scene; whether there is one."""
        name = self._scene.group_title_at(at)
        if name:
            self.rename(name)
        return bool(name)

    def _tried(self, edit: Callable[[], str | None]) -> str | None:
        """What *edit* gives; None, with the reason said, where it could not be done."""
        try:
            return edit()
        except BadInput as error:
            self.said.emit(said(error.args[0]))
            return None


def _title(item: BlockItem | FrameItem) -> QRectF:
    if isinstance(item, BlockItem):
        frame = item.geometry.frame.translated(item.pos())
        return QRectF(frame.left(), frame.top() + 4, frame.width(), 24)
    return QRectF(item.title.left() + CHEVRON + 6, item.title.top(), min(180.0, item.title.width()), TITLE_HEIGHT)
