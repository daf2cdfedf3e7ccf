"""Painting how many rows each class has, as bars in the colours of the classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from nnviz.data.profile.known import ClassCount
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

ROW, PICTURED_ROW, TITLE = 22.0, 36.0, 22.0
MOST = 40  # classes that are listed
BAR, NAME = 8.0, 84.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def classes_height(classes: Sequence[ClassCount], pictured: bool) -> float:
    """How high the bars of *classes* are, their title included; 0 without any."""
    if not classes:
        return 0.0
    rows = min(len(classes), MOST) + (len(classes) > MOST)
    return TITLE + rows * (PICTURED_ROW if pictured else ROW) + theme.GAP


def paint_classes(
    painter: QPainter, box: QRectF, classes: Sequence[ClassCount], yes_or_no: bool, pictures: Mapping[int, QImage]
) -> None:
    """Paint a line for each class: its mean picture where there are *pictures*, its name, a bar, rows and share."""
    now, height = theme.current(), PICTURED_ROW if pictures else ROW
    painter.setFont(theme.font(11))
    painter.setPen(now.color("quiet"))
    painter.drawText(QRectF(box.left(), box.top(), box.width(), TITLE), _LEFT, translate("DataView", "Classes"))
    most = max(c.rows for c in classes)
    for i, counted in enumerate(classes[:MOST]):
        line = QRectF(box.left(), box.top() + TITLE + i * height, box.width(), height)
        if i in pictures:
            painter.drawImage(QRectF(line.left(), line.center().y() - 15, 30, 30), pictures[i])
            line.adjust(38, 0, 0, 0)
        _paint_class(painter, line, counted, i, most, yes_or_no)
    if len(classes) > MOST:
        line = QRectF(box.left(), box.top() + TITLE + MOST * height, box.width(), height)
        painter.setPen(now.color("quiet"))
        painter.drawText(line, _LEFT, translate("DataView", "and {0} more").format(count_text(len(classes) - MOST)))


def _paint_class(painter: QPainter, line: QRectF, counted: ClassCount, index: int, most: int, yes_or_no: bool) -> None:
    now, wide = theme.current(), min(NAME, line.width() * 0.3)
    painter.setFont(theme.font(11, tabular=True))
    metrics = painter.fontMetrics()
    painter.setPen(now.color("text"))
    shown = metrics.elidedText(counted.name, Qt.TextElideMode.ElideRight, round(wide))
    painter.drawText(QRectF(line.left(), line.top(), wide + 2, line.height()), _LEFT, shown)
    figures = f"{count_text(counted.rows)}  {100 * counted.share:.1f} %"
    taken = metrics.horizontalAdvance(f"{count_text(most)}  00.0 %") + 10
    painter.setPen(now.color("quiet"))
    painter.drawText(line, _RIGHT, figures)
    room = max(4.0, line.width() - wide - 8 - taken)
    track = QRectF(round(line.left() + wide + 8), round(line.center().y() - BAR / 2), round(room), BAR)
    painter.fillRect(track, now.color("field"))
    share = counted.rows / most if most else 0.0
    long = max(1.0, round(share * track.width())) if counted.rows else 0.0
    painter.fillRect(QRectF(track.left(), track.top(), long, BAR), class_colour(index, yes_or_no))
