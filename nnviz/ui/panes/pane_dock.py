"""Docks without frames: the pane's own title row is what moves, floats and closes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMenu, QWidget

from nnviz.ui import icons, style, theme
from nnviz.ui.panes.pane import HEADER_HEIGHT, Pane

CLOSE = 14


class _CloseButton(QAbstractButton):
    """A small cross in the right margin of a title row, seen while the mouse is over the row."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setFixedSize(CLOSE, CLOSE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        size = CLOSE - 2
        icons.icon("close", now.text if self.underMouse() else now.quiet, size).paint(painter, QRect(1, 1, size, size))
        painter.end()


class PaneDock(QDockWidget):
    """A dock around a ``Pane``: dragged by the title row, floated by a double click on it, closed by its cross.

    ``toggleViewAction()`` belongs in the View menu; the object name makes ``saveState`` remember the place.
    """

    def __init__(self, pane: Pane, object_name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(object_name)
        self.setAccessibleName(title)
        self.setTitleBarWidget(pane.header)
        self.setWidget(pane)
        self.setContentsMargins(0, 0, 0, 0)
        self._close = _CloseButton(pane.header, self.tr("Close {pane}").format(pane=title))
        self._close.clicked.connect(self.close)
        pane.header.installEventFilter(self)
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._put_back)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setEnabled(False)
        self.topLevelChanged.connect(self._follow_floating)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isFloating():  # over the window it would have no edge
            painter = QPainter(self)
            painter.setPen(theme.current().color("quiet"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._close.setVisible(True)
        elif event.type() == QEvent.Type.Leave:
            self._close.setVisible(False)
        elif isinstance(event, QResizeEvent):
            right = event.size().width() - (theme.GROUP + CLOSE) // 2
            self._close.move(right, (HEADER_HEIGHT - CLOSE) // 2 + 1)
        elif isinstance(event, QContextMenuEvent):
            self.title_menu().popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def title_menu(self) -> QMenu:
        """What a right click on the title row offers."""
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = self.tr("Put back") if self.isFloating() else self.tr("Take out of the window")
        menu.addAction(text).triggered.connect(self._toggle_floating)
        menu.addAction(self.tr("Close")).triggered.connect(self.close)
        return menu

    def _follow_floating(self, floats: bool) -> None:
        """Out of the window it has a frame, and Esc puts it back."""
        self._back.setEnabled(floats)
        if floats and self.isVisible():
            self.activateWindow()  # else the keys go on going to the window behind it
        edge = 1 if floats else 0
        self.setContentsMargins(edge, edge, edge, edge)

    def _put_back(self) -> None:
        self.setFloating(False)
        self.raise_()

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())


def make_dock(widget: Pane, object_name: str, title: str, parent: QWidget | None = None) -> PaneDock:
    """A dock for the pane *widget*; *object_name* is unique in the window, *title* is what the View menu says."""
    return PaneDock(widget, object_name, title, parent)
