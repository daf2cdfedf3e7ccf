"""A field for one of several named things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from nnviz.ui import icons, style, theme
from nnviz.ui.fields.number_field import FIELD_HEIGHT


class ChoiceField(QComboBox):
    """One of several named things.

    Signals:
        choice_changed: a person chose another one; carries its data.
    """

    choice_changed = Signal(object)
    ROOM_RIGHT = 26  # pixels that the text leaves free

    def __init__(self, choices: Iterable[tuple[str, Any]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: Any = None
        self._short = ""
        self._quiet = False
        self.setFont(theme.font(12))
        self.setFixedHeight(FIELD_HEIGHT)
        self.setView(QListView(self))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._chosen)
        self.set_choices(choices)

    @property
    def choice(self) -> Any:
        """The data of what is chosen."""
        return self._given

    def set_choices(self, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer *choices* (text, data); what was chosen stays chosen where it is still there."""
        given = list(choices)
        if given == [(self.itemText(i), self.itemData(i)) for i in range(self.count())]:
            return
        self.clear()
        for text, data in given:
            self.addItem(text, data)
        self.set_choice(self._given)

    def set_choice(self, data: Any) -> None:
        """Stand at *data* without telling anyone; what is not on offer is added, so that it can be seen."""
        self._given = data
        index = next((i for i in range(self.count()) if self.itemData(i) == data), -1)
        if index < 0 and data is not None:
            self.addItem(str(data), data)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def set_short(self, text: str, *, quiet: bool = False) -> None:
        """Show *text* where the list says more (empty: the list's own words); *quiet* where nobody chose it."""
        self._short, self._quiet = text, quiet
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        frame = self.view().parentWidget()
        if frame is not None:
            frame.setContentsMargins(0, 0, 0, 0)
        self.view().setMinimumWidth(min(320, max(self.width(), self.view().sizeHintForColumn(0) + 24)))
        super().showPopup()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), FIELD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        style.paint_field(painter, self)
        faint = 1.0 if self.isEnabled() else 0.5
        text_box = QRectF(self.rect()).adjusted(12, 0, -self.ROOM_RIGHT, 0)
        text = self._short or self.currentText() or self.placeholderText()
        name = "text" if self.currentText() and not self._quiet else "quiet"
        painter.setPen(colors.color(name, faint))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(text_box.width()))
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        arrow = QRect(self.width() - 24, (self.height() - 14) // 2, 14, 14)
        icons.icon("chevron-down", colors.quiet, 14).paint(painter, arrow, mode=style.icon_mode(self))
        painter.end()

    def _chosen(self, index: int) -> None:
        data = self.itemData(index)
        if data != self._given:
            self._given = data
            self.choice_changed.emit(data)
