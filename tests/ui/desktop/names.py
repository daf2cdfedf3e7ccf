"""What a screen reader would have no word for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QMainWindow, QWidget

from nnviz.ui.fields.cards import Card
from nnviz.ui.panes.pane_dock import PaneDock

Role = QAccessible.Role
PRESSED = (
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox,
    Role.EditableText, Role.SpinBox, Role.Slider, Role.PageTab, Role.MenuItem, Role.Table, Role.Tree, Role.List,
)  # fmt: skip


def unnamed(face: str, root: QWidget) -> set[str]:
    """What of *root* can be focused or pressed and has no name."""
    found = set()
    for path, thing in things(QAccessible.queryAccessibleInterface(root), face):
        if can_be_reached(thing) and not thing.text(QAccessible.Text.Name).strip():
            found.add(path)
    return found


def things(parent: QAccessibleInterface, path: str) -> Iterator[tuple[str, QAccessibleInterface]]:
    """All that is below *parent* and is not hidden, each with the way to it."""
    for index in range(parent.childCount()):
        child = parent.child(index)
        if child is None or not child.isValid():
            continue
        owner: QObject | None = child.object()
        if isinstance(owner, QWidget) and not owner.isVisible():
            continue
        if isinstance(owner, PaneDock) and isinstance(parent.object(), QMainWindow):
            continue  # they lie behind each other, and each is looked at when it is in front
        way = f"{path} > {type(owner).__name__ if owner is not None else child.role().name}"
        yield way, child
        yield from things(child, way)


def can_be_reached(thing: QAccessibleInterface) -> bool:
    """Whether keys or the mouse do something on it; the inner parts of a field are the field's."""
    owner = thing.object()
    if owner is None:
        return thing.role() in PRESSED
    if not isinstance(owner, QWidget):
        return False
    above = owner.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is owner:
        return False
    if isinstance(above, QAbstractSpinBox | QComboBox) or owner.objectName().startswith("qt_"):
        return False
    if owner.focusPolicy() != Qt.FocusPolicy.NoFocus or thing.role() in PRESSED:
        return True
    return _takes_the_mouse(owner) and not (above is not None and above.accessibleName() and not _is_button(owner))


def _takes_the_mouse(widget: QWidget) -> bool:
    """Whether a class of ours handles presses; a card that is not clickable passes them on."""
    if isinstance(widget, Card):
        return False
    ours = (kind for kind in type(widget).__mro__ if kind.__module__.startswith("nnviz."))
    return any("mousePressEvent" in vars(kind) or "mouseReleaseEvent" in vars(kind) for kind in ours)


def _is_button(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton)
