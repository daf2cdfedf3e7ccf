"""A link as it is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from nnviz.ui.diagram.link_item import LinkItem
from nnviz.ui.diagram.weight_lines import FAINT, WeightLine


def painted(strength: float) -> int:
    """How many pixels are painted of a link whose only weight is *strength* of the strongest in the network."""
    start, end = QPointF(20, 50), QPointF(180, 50)
    line = WeightLine(start, end, 0, 0, strength)
    item = LinkItem(("a", "b"), lambda _link: ((line,), 1.0))
    item.place(start, end)
    image = QImage(200, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return sum(image.pixelColor(x, 50).alpha() > 0 for x in range(20, 180))


@pytest.mark.parametrize("strength", [0.5, FAINT / 2, 0.0])
def test_a_link_is_seen_however_weak_its_weights_are(qapp: object, strength: float) -> None:
    assert painted(strength) > 150
