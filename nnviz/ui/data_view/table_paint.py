"""Painting the head and the cells of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.data.profile.viewing import Cell, Head
from nnviz.ui import theme
from nnviz.ui.data_view.bars import Bars, paint_bars
from nnviz.ui.data_view.table_plan import BARS_HEIGHT, NAMES_HEIGHT, letters
from nnviz.ui.data_view.wording import cell_text, kind_text

SIDE, TINT = 8, 0.14
# Pixels: measuring every text would take longer than painting it.
BOLD_LETTER, SMALL_LETTER, SURE_LETTER = 7.2, 5.6, 10.0
NUMBERS = ("integer", "number")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class HeadLook:
    """What stands above a column; *bars* are None until its values are counted."""

    head: Head
    bars: Bars | None
    chosen: bool


def side_of(head: Head) -> Qt.AlignmentFlag:
    """Numbers stand on the right of their column, everything else on the left."""
    return Qt.AlignmentFlag.AlignRight if head.type in NUMBERS else Qt.AlignmentFlag.AlignLeft


def paint_head(painter: QPainter, box: QRect, look: HeadLook) -> None:
    """Paint name, type, and how the values are spread."""
    now, head = theme.current(), look.head
    target = head.role == "target"
    painter.fillRect(box, now.color("field_hover" if look.chosen else "field"))
    if target:
        painter.fillRect(box, now.color("accent", TINT))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), now.color("accent"))
    inside = QRect(box.left() + SIDE, box.top() + 4, box.width() - 2 * SIDE, NAMES_HEIGHT - 6)
    name = theme.font(12, semibold=True)
    name.setStrikeOut(head.role == "left out")
    painter.setFont(name)
    painter.setPen(now.color("accent" if target else "quiet" if head.role == "left out" else "text"))
    _write(painter, inside, head.name, side_of(head) | Qt.AlignmentFlag.AlignTop)
    painter.setFont(theme.font(10))
    painter.setPen(now.color("accent" if target else "quiet"))
    _write(painter, inside, kind_text(head), side_of(head) | Qt.AlignmentFlag.AlignBottom)
    if look.bars is not None:
        top = box.top() + NAMES_HEIGHT + 4
        paint_bars(painter, QRectF(inside.left(), top, inside.width(), BARS_HEIGHT - 8), look.bars)


def paint_row_number(painter: QPainter, box: QRect, text: str, selected: bool) -> None:
    """Paint the number of a row."""
    now = theme.current()
    if selected:
        painter.fillRect(box, now.color("field"))
        painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), now.color("accent"))
    painter.setFont(theme.font(10, tabular=True))
    painter.setPen(now.color("text" if selected else "quiet"))
    painter.drawText(box.adjusted(4, 0, -6, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, text)


def paint_cells(painter: QPainter, boxes: Sequence[QRect], heads: Sequence[Head], cells: Sequence[Cell]) -> None:
    """Paint the *cells* of one row; one without a value is tinted."""
    now = theme.current()
    painter.setFont(theme.font(11, tabular=True))
    metrics, text, quiet = painter.fontMetrics(), now.color("text"), now.color("quiet")
    for box, head, cell in zip(boxes, heads, cells, strict=False):
        if cell is None:
            painter.fillRect(box.adjusted(1, 1, -1, -1), now.color("caution", TINT))
        painter.setPen(quiet if cell is None or head.role == "left out" else text)
        inside, shown = box.adjusted(SIDE, 0, -SIDE, 0), cell_text(cell)
        if letters(shown) * SURE_LETTER > inside.width():
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _MIDDLE | side_of(head), shown)


def paint_awaited(painter: QPainter, boxes: Sequence[QRect], heads: Sequence[Head]) -> None:
    """Paint the cells of a row that is on its way."""
    colour = theme.current().color("field_hover")
    for box, head in zip(boxes, heads, strict=False):
        wide = min(36, box.width() - 2 * SIDE)
        left = box.right() - SIDE - wide if side_of(head) == Qt.AlignmentFlag.AlignRight else box.left() + SIDE
        painter.fillRect(QRect(left, box.center().y() - 2, wide, 5), colour)


def _write(painter: QPainter, box: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    painter.drawText(box, alignment, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


def head_width(head: Head) -> int:
    """How wide the name and the type of a column are, about."""
    return round(max(letters(head.name) * BOLD_LETTER, letters(kind_text(head)) * SMALL_LETTER))
