"""A family of layers in the palette: a heading with its count, and the cards it folds away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.network.catalogue import LayerKind
from nnviz.ui import theme
from nnviz.ui.controls import Disclosure, text_label
from nnviz.ui.language import translate
from nnviz.ui.program.in_pieces import InPieces
from nnviz.ui.sidebar.layer_card import LayerCard


class LayerFold(Disclosure):
    """The kinds of *group*; its cards are made when it is first unfolded.

    Attributes:
        group: the heading, in English.

    Signals:
        layer_requested: a kind is to be added without the mouse.
    """

    layer_requested = Signal(str)

    def __init__(self, group: str, kinds: Sequence[LayerKind], parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", group), parent=parent)
        self.group = group
        self._waiting = list(kinds)
        self._cards: dict[str, LayerCard] = {}
        self._making = InPieces(self._make_next, lambda: not self._waiting, self)
        self.body.setSpacing(theme.STEP)
        line = QHBoxLayout(self.header)
        line.setContentsMargins(0, 0, 2, 0)
        count = text_label(str(len(kinds)), 11, quiet=True, tabular=True)
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(count, 0, Qt.AlignmentFlag.AlignRight)
        self.header.setAccessibleDescription(self.tr("{0} layers").format(len(kinds)))
        self.header.toggled.connect(lambda is_open: self._making.start() if is_open else None)

    @property
    def cards(self) -> dict[str, LayerCard]:
        """The cards by kind; what is not made yet is made at once."""
        self._making.finish()
        return self._cards

    def open(self, is_open: bool = True) -> None:
        """Unfold it, or fold it."""
        self.header.setChecked(is_open)

    def _make_next(self) -> None:
        kind = self._waiting.pop(0)
        card = LayerCard(kind)
        card.layer_requested.connect(self.layer_requested)
        self._cards[kind.kind] = card
        self.body.addWidget(card)
