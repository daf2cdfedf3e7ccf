"""What can be added to a preparation: a card for each step, with a sentence on what it does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import Card, text_label
from nnviz.ui.dialogs.data_pages.step_words import Offer
from nnviz.ui.fields.panel_paint import paint_panel

WIDTH = 420


class OfferCard(Card):
    """One step that can be added."""

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(clickable=True, parent=parent)
        self.offer = offer
        self.setAccessibleName(offer.title)
        self.setAccessibleDescription(offer.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 8)
        column.setSpacing(1)
        column.addWidget(text_label(offer.title, 12, semibold=True))
        column.addWidget(text_label(offer.sentence, 11, quiet=True, wrap=True))


class OfferMenu(QFrame):
    """The cards; one click adds a step and closes the menu.

    Signals:
        offer_chosen: what is to be added.
    """

    offer_chosen = Signal(object)

    def __init__(self, offers: tuple[Offer, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(theme.STEP)
        self.cards = [OfferCard(offer, self) for offer in offers]
        for card in self.cards:
            card.clicked.connect(lambda offer=card.offer: self._choose(offer))
            self._column.addWidget(card)

    def open_at(self, button: QWidget) -> None:
        """Open below *button*, or above it where there is more room."""
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        if corner.y() + self.height() > button.screen().availableGeometry().bottom():
            corner = button.mapToGlobal(QPoint(0, -self.height() - 4))
        corner.setY(max(corner.y(), button.screen().availableGeometry().top()))
        self.move(corner)
        self.show()
        self.cards[0].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self, 10)

    def _choose(self, offer: Offer) -> None:
        self.close()
        self.offer_chosen.emit(offer)
