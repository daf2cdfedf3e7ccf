"""The mosaic of filters with what is below it: which input channel is shown, how many filters, and the scale."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from nnviz.training.pictures import COLOUR, MEAN, Filters
from nnviz.ui import style, theme
from nnviz.ui.panes.mosaic_view import MosaicView
from nnviz.ui.panes.pictured import Pictured
from nnviz.ui.panes.scale_bar import ScaleBar
from nnviz.ui.panes.text_button import TextButton

FOOTER_HEIGHT = 26
MOST_LISTED = 64  # channels in the menu


class _Caption(QWidget):
    """A quiet line of text that gives way where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setFont(theme.font(11, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().color("quiet"))
        box = self.rect().adjusted(2, 0, 0, 0)
        if self.fontMetrics().horizontalAdvance(self.text) <= box.width():
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text)
        painter.end()


class MosaicPage(QWidget):
    """What stands in the Weights pane while filters are shown as pictures.

    Attributes:
        view: the pictures.
        scale: what full colour means.

    Signals:
        channel_chosen: another input channel is wanted, MEAN or COLOUR.
    """

    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view, self.scale = MosaicView(self), ScaleBar(self)
        self._filters: Filters | None = None
        self._colour = False
        self._channels = TextButton("", self, arrow=True)
        self._channels.setToolTip(self.tr("Choose the input channel that is shown"))
        self._channels.clicked.connect(self._open_menu)
        self._menu = style.round_menu(QMenu(self))
        self._caption = _Caption(self)
        footer = QHBoxLayout()
        footer.setContentsMargins(theme.GROUP - 6, 0, theme.GROUP, 2)
        footer.addWidget(self._channels)
        footer.addWidget(self._caption, 1)
        footer.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(footer)
        self.scale.setFixedHeight(FOOTER_HEIGHT)

    def show_filters(self, filters: Filters | None, pictured: Pictured) -> None:
        """Show *filters*; None empties the page."""
        self._filters, self._colour = filters, pictured.colour
        self.view.show_filters(filters, pictured)
        self.scale.setVisible(filters is not None)
        self.scale.set_grey(self.view.grey)
        if self.view.limit != self.scale.limit:
            self.scale.set_limit(self.view.limit)
        many = filters is not None and filters.channels > 1
        self._channels.setVisible(many)
        self._caption.text = self._counted(filters)
        self._caption.setToolTip(self._caption.text)
        self._caption.update()
        if filters is not None and many:
            self._channels.setText(self._channel_text(filters.channel))
            self._channels.setAccessibleName(self._channel_text(filters.channel))

    def _counted(self, filters: Filters | None) -> str:
        if filters is None or len(filters.units) == filters.total:
            return ""
        return self.tr("{shown} of {total}").format(shown=f"{len(filters.units):,}", total=f"{filters.total:,}")

    def _channel_text(self, channel: int) -> str:
        if channel == MEAN:
            return self.tr("Mean of channels")
        return self.tr("RGB") if channel == COLOUR else self.tr("Channel {number}").format(number=channel + 1)

    def fill_menu(self) -> QMenu:
        """The menu of input channels; what is shown is checked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        filters = self._filters
        if filters is None:
            return self._menu
        offered = [MEAN, *([COLOUR] if self._colour else []), *range(min(filters.channels, MOST_LISTED))]
        for channel in offered:
            action = QAction(self._channel_text(channel), group)
            action.setCheckable(True)
            action.setChecked(channel == filters.channel)
            action.triggered.connect(partial(self._choose, channel))
            self._menu.addAction(action)
        return self._menu

    def _choose(self, channel: int, _checked: bool = True) -> None:
        self.channel_chosen.emit(channel)

    def _open_menu(self) -> None:
        self.fill_menu()
        self._menu.popup(self._channels.mapToGlobal(self._channels.rect().topLeft()))
