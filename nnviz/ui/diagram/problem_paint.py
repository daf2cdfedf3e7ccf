"""The card below a layer: what is most wrong with it, what takes that away, and how much more there is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from nnviz.ui import theme
from nnviz.ui.diagram.geometry import WIDTH
from nnviz.ui.diagram.layer_look import LayerLook
from nnviz.ui.language import said, translate
from nnviz.ui.theme import Theme

CARD_BEYOND, CARD_HEIGHT = 30.0, 80.0  # a card is narrower than the layout sets layers apart
LINE_HEIGHT = 18.0  # of the line below the sentence
GAP = 6.0  # from the layer to its card
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Card:
    """Where the card of a layer stands, around the layer's own middle.

    Attributes:
        whole, text: the card, and its sentence.
        line: below the sentence: the fix, and how many more problems there are; empty where there is neither.
        more: the words for these; empty for none.
    """

    whole: QRectF
    text: QRectF
    line: QRectF
    more: str


def card_of(look: LayerLook) -> Card | None:
    """The card of *look*; None where nothing is wrong."""
    if look.problem is None:
        return None
    others = len(look.problems) - 1
    more = translate("Diagram", "and {0} more").format(others) if others else ""
    wide = WIDTH + 2 * CARD_BEYOND
    most = QRectF(-wide / 2, look.geometry.frame.bottom() + GAP, wide, CARD_HEIGHT)
    text = most.adjusted(24, 7, -8, -6)
    used = QFontMetricsF(theme.font(11)).boundingRect(text, int(_FLAGS), said(look.problem.text)).height()
    written = min(most.height(), used + 14)
    below = LINE_HEIGHT if more or look.problem.fix is not None else 0.0
    whole = QRectF(most.left(), most.top(), most.width(), written + below)
    line = QRectF(text.left(), whole.top() + written - 5, text.width(), LINE_HEIGHT) if below else QRectF()
    return Card(whole, text, line, more)


def paint_problem(painter: QPainter, look: LayerLook, colors: Theme) -> None:
    """Paint the card of *look*, if it has one."""
    card, problem = card_of(look), look.problem
    if card is None or problem is None:
        return
    painter.setFont(theme.font(11))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("panel"))
    painter.drawRoundedRect(card.whole, 8, 8)
    painter.setBrush(colors.color("caution" if problem.caution else "bad"))
    painter.drawEllipse(QPointF(card.whole.left() + 13, card.whole.top() + 14), 4, 4)
    painter.setPen(colors.color("text"))
    painter.drawText(card.text, int(_FLAGS), said(problem.text))
    taken = 0.0
    if card.more:
        painter.setPen(colors.color("quiet"))
        at = _ONE_LINE if problem.fix is None else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(card.line, int(at), card.more)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(card.more) + GAP
    if problem.fix is not None:
        room = card.line.adjusted(0, 0, -taken, 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            said(problem.fix.text), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(colors.color("accent"))
        painter.drawText(room, int(_ONE_LINE), shown)
