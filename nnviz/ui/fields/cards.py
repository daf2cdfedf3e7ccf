"""Surfaces that hold other things: cards, tabs, and what folds away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from nnviz.ui import icons, style, theme


class Card(QWidget):
    """A rounded surface a shade off the panel; one that is *clickable* takes focus, Enter and the mouse.

    Signals:
        clicked: a clickable card was pressed.
    """

    clicked = Signal()

    def __init__(self, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self._chosen = False
        self.bar: str | None = None
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def chosen(self) -> bool:
        """Whether the card is marked as the chosen one of its kind."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card with an accent frame, or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        hot = self._clickable and self.underMouse() and self.isEnabled()
        fill = colors.color("field_hover" if hot else "field")
        painter.setBrush(fill)
        pen = painter.pen()
        pen.setWidthF(1.5)
        pen.setColor(colors.color("accent") if self._chosen or self.hasFocus() else fill)
        painter.setPen(pen)
        painter.drawRoundedRect(box, theme.CARD_RADIUS, theme.CARD_RADIUS)
        if self.bar is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color(self.bar))
            painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._clickable:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if self._clickable and left and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class SegmentedTabs(QTabBar):
    """Words with the chosen one underlined in the accent; ``currentChanged`` tells which."""

    def __init__(self, titles: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.font(13))
        for title in titles:
            self.addTab(title)

    def tabSizeHint(self, index: int) -> QSize:
        # Measured in the bold of the chosen one, so that choosing moves nothing.
        width = QFontMetrics(theme.font(13, semibold=True)).horizontalAdvance(self.tabText(index))
        return QSize(width + 16, 38)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        hovered = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            box: QRect = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(theme.font(13, semibold=chosen))
            painter.setPen(colors.color("text" if chosen or index == hovered else "quiet"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if chosen:
                painter.fillRect(QRect(box.left() + 6, box.bottom() - 1, box.width() - 12, 2), colors.color("accent"))
                if self.hasFocus():
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    painter.setPen(colors.color("accent"))
                    painter.drawRoundedRect(QRectF(box).adjusted(1.5, 4.5, -1.5, -4.5), 5, 5)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()


class _Header(QAbstractButton):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setFixedHeight(26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font(12)).horizontalAdvance(self.text()) + 24, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        color = colors.text if self.underMouse() else colors.quiet
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icons.icon(chevron, color, 12).paint(painter, QRect(-1, self.height() // 2 - 6, 12, 12))
        painter.setPen(color)
        painter.setFont(theme.font(12))
        painter.drawText(self.rect().adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colors.color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()


class Disclosure(QWidget):
    """A heading that opens and closes what stands below it.

    Attributes:
        header: the button; ``clicked`` toggles.
        body: the layout to fill.
    """

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = _Header(title, self)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, theme.STEP, 0, theme.GAP)
        self.body.setSpacing(theme.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._content)
        self.header.toggled.connect(self._content.setVisible)
        self.header.setChecked(is_open)
        self._content.setVisible(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.header.isChecked()


SCROLL_BAR_WIDTH = 10


class ScrollPanel(QScrollArea):
    """A column that scrolls when it is too tall, and keeps its width when the scroll bar comes.

    Attributes:
        column: the layout to fill.
    """

    def __init__(self, side: int = theme.GROUP, top: int = theme.GROUP, parent: QWidget | None = None) -> None:
        """A column with margins *side* and *top*, in pixels."""
        super().__init__(parent)
        self._side, self._top = side, top
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        style.set_role(content, "content")
        self.column = QVBoxLayout(content)
        self.column.setSpacing(theme.GAP)
        self.setWidget(content)
        self._keep_width(0, 0)
        # Queued: margins that change while the content is being measured leave parts of it at their former heights.
        self.verticalScrollBar().rangeChanged.connect(self._keep_width, Qt.ConnectionType.QueuedConnection)

    def _keep_width(self, low: int, high: int) -> None:
        right = self._side - (SCROLL_BAR_WIDTH if high > low else 0)
        self.column.setContentsMargins(self._side, self._top, right, theme.GROUP)
