"""The choice of an activation function, with its curve beside the name and beside every name of the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.network.catalogue import Arg, object_args
from nnviz.ui import theme
from nnviz.ui.fields.choice_field import ChoiceField
from nnviz.ui.inspector.activations import REACH, SENTENCES, curve
from nnviz.ui.language import translate

WIDTH, HEIGHT = 30, 18
LOWEST, HIGHEST = -1.4, 2.4  # what of a function's answers is shown, so that all have one scale


def sentence_of(name: str | None) -> str:
    """What the function *name* does; empty where nothing is known of it."""
    return translate("Activations", SENTENCES[name]) if name in SENTENCES else ""


def paint_curve(painter: QPainter, box: QRectF, name: str, args: Mapping[str, Any], color: str) -> None:
    """Draw the function *name* with its *args* into *box*, over its two axes; nothing where it has no curve."""
    points = curve(name, args)
    if points is None:
        return
    colors = theme.current()
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colors.color("quiet", 0.35), 1))
    floor = box.bottom() - box.height() * -LOWEST / (HIGHEST - LOWEST)
    painter.drawLine(QPointF(box.left(), floor), QPointF(box.right(), floor))
    painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.color(color), 1.5))
    across = box.left() + (points[0] + REACH) / (2 * REACH) * box.width()
    # A hair outside the box is enough for a line that leaves it.
    shown = np.clip(points[1], 2 * LOWEST, 2 * HIGHEST)
    down = box.bottom() - (shown - LOWEST) / (HIGHEST - LOWEST) * box.height()
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(across, down, strict=True)]))
    painter.restore()


class ActivationField(ChoiceField):
    """A choice of functions that draws them."""

    ROOM_RIGHT = 26 + WIDTH + 6

    def __init__(self, arg: Arg, choices: Iterable[tuple[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self._arg = arg
        self._drawn: Any = None
        self.setIconSize(QSize(WIDTH, HEIGHT))

    def draw(self, value: Any) -> None:
        """Draw the function that *value* is: a name, a name with its arguments, or None."""
        self._drawn = value
        self.update()

    def showPopup(self) -> None:
        # Drawn when the list opens: the colours may be others than last time.
        for index in range(self.count()):
            name = self.itemData(index)
            if isinstance(name, str):
                self.setItemIcon(index, self._icon(name))
                self.setItemData(index, sentence_of(name), Qt.ItemDataRole.ToolTipRole)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        name = self._drawn.get("kind") if isinstance(self._drawn, Mapping) else self._drawn
        if not isinstance(name, str):
            return
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        box = QRectF(self.width() - 26 - WIDTH, (self.height() - HEIGHT) / 2, WIDTH, HEIGHT)
        paint_curve(painter, box, name, object_args(self._arg, self._drawn), "accent")
        painter.end()

    def _icon(self, name: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(WIDTH, HEIGHT) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_curve(painter, QRectF(0, 0, WIDTH, HEIGHT), name, object_args(self._arg, name), "accent")
        painter.end()
        return QIcon(pixmap)
