"""Which strings have not the room that they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTabBar,
    QWidget,
)

from nnviz.ui.controls import ElidedLabel
from nnviz.ui.panes.pane_dock import PaneDock
from nnviz.ui.panes.text_button import TextButton

SLACK = 1  # pixels: text is measured in fractions


def cut_off(face: str, root: QWidget) -> set[str]:
    """What of *root* says more than there is room for."""
    # Panes lie behind each other, and each is looked at when it is in front.
    covered = (PaneDock,) if isinstance(root, QMainWindow) else ()
    widgets = (root, *root.findChildren(QWidget))
    shown = [widget for widget in widgets if widget.isVisible() and not _inside(widget, covered)]
    return {f"{face}: {text!r}" for widget in shown for text in _cut(widget)}


def _inside(widget: QWidget | None, kinds: tuple[type[QWidget], ...]) -> bool:
    while widget is not None:
        if isinstance(widget, kinds):
            return True
        widget = widget.parentWidget()
    return False


def _cut(widget: QWidget) -> list[str]:
    if isinstance(widget, QTabBar):
        return _cut_tabs(widget)
    text = _text(widget)
    if not text or isinstance(widget, ElidedLabel) or (isinstance(widget, TextButton) and widget._arrow):
        return []
    enough = _has_room(widget, text) and _within(widget)
    return [] if enough else [f"{type(widget).__name__} {text} {widget.width()}x{widget.height()}"]


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def _has_room(widget: QWidget, text: str) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(QFontMetrics(widget.font()).horizontalAdvance(word) for word in text.split() or [""])
        inside = widget.contentsRect().width() + SLACK
        return widget.heightForWidth(widget.width()) <= widget.height() + SLACK and longest <= inside
    if isinstance(widget, QLineEdit):
        return QFontMetrics(widget.font()).horizontalAdvance(text) <= widget.contentsRect().width() - 8
    if isinstance(widget, QLabel):
        return widget.sizeHint().width() <= widget.width() + SLACK
    if isinstance(widget, QPushButton):
        return widget.sizeHint().width() <= widget.width() + SLACK
    return QFontMetrics(widget.font()).horizontalAdvance(text) <= widget.width() + SLACK


def _within(widget: QWidget) -> bool:
    """Whether all around *widget* leave it its whole width, and its height but where they scroll."""
    above, inside, scrolls = widget.parentWidget(), widget.rect(), False
    below = widget
    while above is not None and not below.isWindow():
        corner = widget.mapTo(above, QPoint(0, 0))
        box = QRect(corner, inside.size())
        around = above.parentWidget()
        scrolls = scrolls or (isinstance(around, QAbstractScrollArea) and around.viewport() is above)
        outside = box.left() < -SLACK or box.right() > above.width() + SLACK
        if outside or (not scrolls and (box.top() < -SLACK or box.bottom() > above.height() + SLACK)):
            return False
        below, above = above, above.parentWidget()
    return True


def _cut_tabs(bar: QTabBar) -> list[str]:
    found = []
    for index in range(bar.count()):
        box, text = bar.tabRect(index), bar.tabText(index)
        if not bar.isTabVisible(index):
            continue
        if bar.elideMode() != Qt.TextElideMode.ElideNone and bar.usesScrollButtons():
            continue
        if QFontMetrics(bar.font()).horizontalAdvance(text) > box.width() or box.right() > bar.width() + SLACK:
            found.append(text)
    return found
