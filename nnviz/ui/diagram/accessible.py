"""The diagram as a screen reader meets it: a list whose items are the layers, from left to right.

Qt knows nothing of the items of a QGraphicsView, so the view gets an interface of its own. It is made when somebody
asks for it, which without a screen reader nobody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from nnviz.ui.diagram import keys
from nnviz.ui.diagram.commands import title
from nnviz.ui.language import said, translate

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.view import DiagramView
    from nnviz.ui.document import Document

_made: dict[int, DiagramInterface] = {}  # by the view's id: Qt has them too, but does not keep Python's half
_installed = False


class LayerInterface(QAccessibleInterface):
    """One layer, or the block of a collapsed group.

    Args:
        diagram: the list it is in.
        key: the layer's id.
    """

    def __init__(self, diagram: DiagramInterface, key: str) -> None:
        super().__init__()
        self._diagram, self._key = diagram, key
        self._gone = False

    def let_go(self) -> None:
        """Have Qt delete it. Python must hold it until then, or it would be deleted twice."""
        self._gone = True
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(self))

    @property
    def item(self) -> LayerItem | None:
        """What of it stands on the scene; None once it is gone."""
        return None if self._gone else self._diagram.item(self._key)

    def isValid(self) -> bool:
        return self.item is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._diagram

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        item = self.item
        if item is None:
            return ""
        if kind == QAccessible.Text.Name:
            return item.look.title
        return described(item, self._diagram.view.diagram.document) if kind == QAccessible.Text.Description else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A layer is renamed in its field (F2)."""

    def rect(self) -> QRect:
        item, view = self.item, self._diagram.view
        if item is None:
            return QRect()
        shown = view.mapFromScene(item.geometry.frame.translated(item.pos())).boundingRect()
        return QRect(view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        made, item = QAccessible.State(), self.item
        made.selectable = made.focusable = True
        if item is None:
            made.invalid = True
        else:
            made.selected = item.chosen
            made.focused = item.chosen and self._diagram.view.hasFocus()
            made.offscreen = not self._diagram.view.seen.intersects(item.sceneBoundingRect())
        return made


class DiagramInterface(QAccessibleWidget):
    """The view of a diagram: its layers first, then the widgets that lie over it."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = ref(view)
        self._layers: dict[str, LayerInterface] = {}
        view.diagram.content_changed.connect(self._forget)
        view.diagram.document.selection_changed.connect(self._tell)

    @property
    def view(self) -> DiagramView:
        """Whose interface it is."""
        view = self._view()
        assert view is not None
        return view

    def order(self) -> list[str]:
        """The ids of what is shown."""
        return [item.look.id for item in keys.in_order(self.view.diagram)]

    def item(self, key: str) -> LayerItem | None:
        """What is shown under the id *key*."""
        return next((item for item in self.view.diagram.shown_items() if item.look.id == key), None)

    def childCount(self) -> int:
        return len(self.order()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self.order()
        if index >= len(order):
            return super().child(index - len(order))
        return self._layer(order[index]) if index >= 0 else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        over = super().childAt(x, y)
        if over is not None and over.object() is not self.view.viewport():
            return over
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        item = self.view.diagram.layer_at(self.view.mapToScene(point))
        return self._layer(item.look.id) if item is not None else over

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self.order()
        if isinstance(child, LayerInterface):
            return next((place for place, key in enumerate(order) if self._layers.get(key) is child), -1)
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(order)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        chosen = self.view.diagram.selected_items() if self.view.hasFocus() else []
        return self._layer(chosen[-1].look.id) if chosen else super().focusChild()

    def _layer(self, key: str) -> LayerInterface:
        if key not in self._layers:
            self._layers[key] = LayerInterface(self, key)
            QAccessible.registerAccessibleInterface(self._layers[key])
        return self._layers[key]

    def _forget(self) -> None:
        """Let go of the layers that are gone; Qt deletes what it had registered."""
        shown = set(self.order())
        for key in [key for key in self._layers if key not in shown]:
            gone = self._layers.pop(key)
            gone.let_go()

    def let_go(self) -> None:
        """The view is gone, and with it all layers."""
        for layer in self._layers.values():
            layer.let_go()
        self._layers.clear()

    def _tell(self) -> None:
        """The layer that keys go to is another one: it is read out."""
        if not QAccessible.isActive() or not self.view.hasFocus():
            return
        chosen, order = self.view.diagram.selected_items(), self.order()
        if chosen:
            event = QAccessibleEvent(self.view, QAccessible.Event.Focus)
            event.setChild(order.index(chosen[-1].look.id))
            QAccessible.updateAccessibility(event)


def described(item: LayerItem, document: Document) -> str:
    """What stands on a layer, where its links lead, and what is wrong with it."""
    look = item.look
    ends = [target for source, target in document.network.links if source in item.layers and target not in item.layers]
    leads = translate("AccessibleDiagram", "leads to {0}").format(", ".join(title(document, end) for end in ends))
    told = (look.subtitle, look.detail, look.footer, leads if ends else "", *(said(x.text) for x in look.problems))
    return "; ".join(part for part in told if part)


def install() -> None:
    """Let Qt ask here for the interface of a diagram's view."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_of)


def _interface_of(kind: str, of: QObject) -> QAccessibleInterface | None:
    if kind != "DiagramView":
        return None
    key = id(of)
    _made[key] = DiagramInterface(cast("DiagramView", of))
    of.destroyed.connect(lambda: _let_go(key))
    return _made[key]


def _let_go(key: int) -> None:
    made = _made.pop(key, None)
    if made is not None:
        made.let_go()
