"""What every pane is: a title row, a body without frames, and painting no faster than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.panes.text_button import SIDE, TextButton

HEADER_HEIGHT = 40
FRAME_MS = 16


class _Title(QWidget):
    """The name of a pane, shortened where there is no room."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.setFont(theme.font(13, semibold=True))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(72, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().color("text"))
        shown = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class PaneHeader(QWidget):
    """The title row: title left, what belongs to it beside it, legend and switches right.

    A dock takes it as its title bar, so it leaves the mouse alone where no button is.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEADER_HEIGHT)
        self._title = _Title(title, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GROUP, 2, theme.GROUP, 0)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Show *title*; without one, what follows begins where a title would."""
        self._title.text = title
        self._title.setVisible(bool(title))
        inset = 0 if title else SIDE
        self._row.setContentsMargins(theme.GROUP - inset, 2, theme.GROUP, 0)
        self._title.updateGeometry()
        self._title.update()

    def room_for(self, title: str) -> bool:
        """Whether *title* fits beside what else is to be seen, with none of it shortened."""
        beside = [item.widget() for i in range(1, self._row.count()) if (item := self._row.itemAt(i)) is not None]
        taken = sum(widget.sizeHint().width() + theme.GAP for widget in beside if widget and not widget.isHidden())
        return taken + QFontMetrics(self._title.font()).horizontalAdvance(title) + 2 * theme.GROUP <= self.width()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Place *widget* after what is there; a pane adds its filling widget or ``add_space`` itself."""
        self._row.addWidget(widget, stretch)

    def add_space(self) -> None:
        """What is added after this stands right."""
        self._row.addStretch(1)

    def sizeHint(self) -> QSize:
        # A dock gives its title bar the height it asks for, whatever height was fixed.
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("panel"))
        painter.end()


class Pane(QWidget):
    """A view that is refreshed when something changed, at most every ``FRAME_MS``, and only while it can be seen.

    A subclass changes its data, calls ``refresh_soon`` and draws the newest data in ``refresh``. What changed while
    the pane was hidden or behind another one is drawn once when it is seen.

    Attributes:
        header: the title row.
        body: the layout below it.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.header = PaneHeader(title, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.body, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stale = self._covered = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(FRAME_MS)
        self._clock.timeout.connect(self._refresh_now)
        theme.notifier().changed.connect(self._recolour)

    def set_title(self, title: str) -> None:
        """Name the pane."""
        self.header.set_title(title)
        self.setAccessibleName(title)

    def take_over(self, other: Pane) -> None:
        """Look as *other* did, a pane of the same kind: what could be switched on or off there is so here."""
        for here, there in ((self.header, other.header), (self, other)):  # a dock has the header, if it has any
            for mine, its in zip(here.findChildren(TextButton), there.findChildren(TextButton), strict=False):
                if mine.isCheckable():
                    mine.setChecked(its.isChecked())

    @property
    def seen(self) -> bool:
        """Whether the pane is shown, and not behind another one."""
        return self.isVisible() and not self._covered

    def set_covered(self, covered: bool) -> None:
        """Another pane of the same place lies over this one, which Qt takes for visible all the same."""
        self._covered = covered
        self._refresh_now()

    def refresh_soon(self) -> None:
        """Draw again within a frame, or when the pane is next seen."""
        self._stale = True
        if self.seen and not self._clock.isActive():
            self._clock.start()

    def refresh(self) -> None:
        """Draw what is newest."""
        raise NotImplementedError

    def _refresh_now(self) -> None:
        if self._stale and self.seen:
            self._stale = False
            self.refresh()

    def _recolour(self) -> None:
        """Another theme; a subclass that keeps colours or images renews them and calls this."""
        self.update()
        self.header.update()
        self.refresh_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("panel"))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(267, 268)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 150)
