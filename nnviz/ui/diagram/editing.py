"""What a person does to the diagram by menu and key, and the small windows over it that help."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Signal

from nnviz.errors import BadInput
from nnviz.network import aligning, clipping, edits
from nnviz.network.aligning import Axis, Box, Side
from nnviz.network.layout import Point
from nnviz.network.spec import NetworkSpec
from nnviz.ui.diagram import clipboard, commands
from nnviz.ui.diagram.guides import box_of
from nnviz.ui.diagram.picker import Picker
from nnviz.ui.diagram.picking import Picking
from nnviz.ui.diagram.places import places_of
from nnviz.ui.diagram.problem_list import ProblemList, ProblemPill
from nnviz.ui.diagram.rename_field import RenameField
from nnviz.ui.diagram.search_bar import SearchBar
from nnviz.ui.diagram.sheet import Sheet
from nnviz.ui.language import said, worded

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.view import DiagramView

LEAST_ROOM = 160  # pixels beside the list of problems in which a layer can be shown
AnySheet = TypeVar("AnySheet", bound=Sheet | RenameField)


class Editing(QObject):
    """The commands of the diagram that need the view: its mouse, its selection, its small windows.

    Attributes:
        pill: the count of the problems.
        picking: adds and links by keyboard.

    Signals:
        said: a sentence for the status line.
    """

    said = Signal(str)

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view, self._scene, self._document = view, view.diagram, view.diagram.document
        self._sheets: list[Sheet | RenameField] = []
        self.pill = ProblemPill(self._document, view)
        self.pill.clicked.connect(lambda: self.problems.toggle())
        self.picking = Picking(view, lambda: self.picker)
        self.picking.said.connect(self.said)
        self._document.replaced.connect(self.leave)

    # Made when they are first asked for: the window starts with what it shows at once.

    @cached_property
    def search(self) -> SearchBar:
        """The field that finds layers."""
        made = self._with_keys_back(SearchBar(self._scene, self._view))
        made.hit_requested.connect(self.go_to)
        return made

    @cached_property
    def picker(self) -> Picker:
        """The list that layers and kinds of layers are chosen from."""
        return self._with_keys_back(Picker(self._view))

    @cached_property
    def problems(self) -> ProblemList:
        """The list of all problems."""
        made = self._with_keys_back(ProblemList(self._document, self._view))
        made.layer_requested.connect(self.go_to)
        return made

    @cached_property
    def rename_field(self) -> RenameField:
        """The field over a layer's name."""
        return self._with_keys_back(RenameField(self._view))

    def _with_keys_back(self, sheet: AnySheet) -> AnySheet:
        """*sheet*, which gives the keys back to the diagram when it closes, and stands where it belongs."""
        sheet.closed.connect(self._view.setFocus)
        sheet.place(self._view.size())
        self._sheets.append(sheet)
        return sheet

    def place(self, area: QSize) -> None:
        """The view has the size *area* now."""
        for sheet in (*self._sheets, self.pill):
            sheet.place(area)

    def leave(self) -> None:
        """Close what asks something about a diagram that is gone."""
        for sheet in self._sheets:
            if isinstance(sheet, Picker | RenameField):
                sheet.close_sheet()

    def press_problem(self, point: QPointF) -> bool:
        """A press on the card of a layer at *point* of the scene: take its problem away, or list them all."""
        parts = ((item, item.problem_part_at(point)) for item in self._scene.shown_items() if item.look.problems)
        item, part = next(((item, part) for item, part in parts if part), (None, ""))
        if item is None or item.look.problem is None:
            return False
        if part == "fix":
            self._document.apply_fix(item.look.problem)
        elif self.problems.isHidden():
            self.problems.toggle()
        return True

    def close_problems(self) -> bool:
        """Close the list of problems; whether it was open."""
        was_open = "problems" in self.__dict__ and not self.problems.isHidden()
        if was_open:
            self.problems.close_sheet()
        return was_open

    def leave_name(self) -> None:
        """The layers stand elsewhere on the screen now: a name is not changed beside its layer."""
        for sheet in self._sheets:
            if isinstance(sheet, RenameField):
                sheet.close_sheet()

    def go_to(self, layer: str) -> None:
        """Select *layer* and let it be seen."""
        if self._document.network.has(layer):
            self._document.select((layer,))
            self._view.reveal((layer,), area=self._uncovered())

    def _uncovered(self) -> QRect:
        """What of the view the list of problems does not lie over."""
        whole = self._view.viewport().rect()
        if "problems" not in self.__dict__ or self.problems.isHidden():
            return whole
        over = self.problems.geometry()
        left = QRect(0, 0, over.left(), whole.height())
        right = QRect(over.right(), 0, whole.width() - over.right(), whole.height())
        wider = max(left, right, key=QRect.width)
        return wider if wider.width() >= LEAST_ROOM else whole

    # ------------------------------------------------------------------ the clipboard

    def copy(self) -> bool:
        """Put the selected layers on the clipboard; whether there were any."""
        ids = self._document.selection
        if not ids:
            self.said.emit(self.tr("Nothing was copied: select a layer first"))
            return False
        clipboard.put(clipping.part_of(commands.pinned(self._document), set(ids)))
        self.said.emit(self.tr("1 layer copied") if len(ids) == 1 else self.tr("{0} layers copied").format(len(ids)))
        return True

    def cut(self) -> None:
        """Put the selected layers on the clipboard, and take them off the diagram."""
        if self.copy():
            one, many = worded("Diagram", "Cut {0}"), worded("Diagram", "Cut {0} layers")
            commands.delete(self._document, self._document.selection, one, many)

    def paste(self) -> None:
        """Put what is on the clipboard onto the diagram, or say why that cannot be."""
        try:
            part = clipboard.held()
        except BadInput as error:
            self.said.emit(self.tr("Nothing was pasted: {0}").format(said(error.args[0])))
            return
        one, many = worded("Diagram", "Paste {0}"), worded("Diagram", "Paste {0} layers")
        self._put_in(part, one, many, self._view.mouse_at)

    def duplicate(self) -> None:
        """Copy the selected layers beside themselves; the clipboard stays as it is."""
        if self._document.selection:
            part = clipping.part_of(commands.pinned(self._document), set(self._document.selection))
            one, many = worded("Diagram", "Duplicate {0}"), worded("Diagram", "Duplicate {0} layers")
            self._put_in(part, one, many, None)

    def _put_in(self, part: NetworkSpec, one: str, many: str, mouse: QPoint | None) -> None:
        at = self._view.mapToScene(mouse) if mouse is not None else None
        middle = self._view.mapToScene(self._view.viewport().rect().center())
        place = clipboard.place_for(self._scene, part, at, middle)
        network, ids = clipping.pasted(commands.pinned(self._document), part, place)
        only = commands.name_in(network, ids[0])
        self._document.edit_network(network, one.format(only) if len(ids) == 1 else many.format(len(ids)))
        self._document.select(ids)
        self._view.follow(ids)

    # ------------------------------------------------------------------ names and places

    def rename(self) -> None:
        """Ask for the selected layer's (or group's) new name, where it stands."""
        if self._view.groups.rename_selected():
            return
        if len(self._document.selection) != 1 or self._document.selection[0] not in self._scene.layer_items:
            self.said.emit(self.tr("Select the one layer to rename first"))
            return
        layer = self._document.selection[0]
        self._view.reveal((layer,), at_once=True)
        over = self._view.mapFromScene(_title(self._scene.layer_items[layer])).boundingRect()
        self.rename_field.open(layer, over, lambda name: self.rename_to(layer, name))

    def rename_at(self, point: QPoint) -> bool:
        """Ask for the name of the layer whose title lies at *point* of the view; whether there is one."""
        at = self._view.mapToScene(point)
        if self._view.groups.rename_at(at):
            return True
        item = self._scene.layer_at(at)
        if item is None or not _title(item).contains(at):
            return False
        self._document.select((item.look.id,))
        self.rename()
        return True

    def rename_to(self, old: str, new: str) -> bool:
        """Give layer *old* the name *new*, or say why not; whether it has it."""
        try:
            renamed = edits.rename(self._document.network, old, new)
        except BadInput as error:
            self.said.emit(said(error.args[0]))
            return False
        if renamed != self._document.network:
            name = commands.name_in(self._document.network, old)
            self._document.edit_network(renamed, worded("Diagram", "Rename {0}").format(name))
            self._document.select((new.strip(),))
        return True

    def align(self, side: Side) -> None:
        """Bring the selected layers in line."""
        boxes = self._boxes()
        if len(boxes) > 1:
            self._place(boxes, aligning.aligned(boxes, side), worded("Diagram", "Align {0} layers"))

    def distribute(self, axis: Axis) -> None:
        """Make the gaps between the selected layers equal."""
        boxes = self._boxes()
        if len(boxes) > 2:
            self._place(boxes, aligning.distributed(boxes, axis), worded("Diagram", "Distribute {0} layers"))

    def _boxes(self) -> dict[str, Box]:
        """Where each selected layer, or block of a collapsed group, stands; by its first layer."""
        return {item.layers[0]: box_of(item) for item in self._scene.selected_items()}

    def _place(self, boxes: dict[str, Box], places: dict[str, Point], text: str) -> None:
        """Let what stands at *boxes* come to *places*, the layers of a block together."""
        before, there = places_of(self._document), dict[str, Point]()
        for item in self._scene.selected_items():
            box, to = boxes[item.layers[0]], places[item.layers[0]]
            by = to[0] - box.x, to[1] - box.y
            there |= {layer: (before[layer][0] + by[0], before[layer][1] + by[1]) for layer in item.layers}
        commands.place(self._document, there, text.format(len(places)))


def _title(item: LayerItem) -> QRectF:
    """Where the name stands on a layer, in scene coordinates."""
    frame = item.geometry.frame.translated(item.pos())
    return QRectF(frame.left(), frame.top() + 4, frame.width(), 24)
