"""A small map of the whole diagram with a frame around what is seen, while that is not all of it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.diagram.families import Family, color_of
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.sheet import EDGE, Sheet

LARGEST, LEAST = QSizeF(176, 118), QSizeF(96, 56)
INSIDE = 8  # between the panel's edge and the map
ABOVE = 44  # the zoom bar stands below
SMALLEST_MARK = 3.0  # a layer of a huge diagram can still be seen


class Minimap(Sheet):
    """Paints the layers from a pixmap that is made anew only when the diagram changes.

    Signals:
        place_requested: a point of the scene that is to come to the middle of the view.
    """

    place_requested = Signal(QPointF)

    def __init__(self, scene: DiagramScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._seen, self._content = QRectF(), scene.content_rect()
        self._map: QPixmap | None = None
        self._area = QSize(400, 300)
        self.setAccessibleName(self.tr("Map of the diagram"))
        self.setToolTip(self.tr("Click or drag to see another part"))
        scene.content_changed.connect(self.forget)
        theme.notifier().changed.connect(self.forget)

    def place(self, area: QSize) -> None:
        """Stand at the lower right of *area*, above the zoom bar."""
        self._area = area
        self.move(area.width() - self.width() - EDGE - 2, area.height() - self.height() - ABOVE)

    def forget(self) -> None:
        """The diagram is another one: paint the layers anew when they are seen next."""
        self._map = None
        self._content = self._scene.content_rect()
        self.show_seen(self._seen)

    def show_seen(self, seen: QRectF) -> None:
        """What of the scene the view shows now; the map is there only while that is not everything."""
        self._seen = seen
        needed = not self._content.isEmpty() and not seen.contains(self._content)
        room = self._area.width() > 2.5 * LARGEST.width() and self._area.height() > 2 * LARGEST.height()
        if needed and room:
            self._resize()
            self.show()
            self.update()
        else:
            self.hide()

    # ------------------------------------------------------------------ figures

    @property
    def scale(self) -> float:
        """Pixels of the map for a unit of the scene."""
        width, height = max(1.0, self._content.width()), max(1.0, self._content.height())
        return min(LARGEST.width() / width, LARGEST.height() / height)

    def to_map(self, rect: QRectF) -> QRectF:
        """Where *rect* of the scene lies on the map."""
        offset = QPointF(self.width() / 2, self.height() / 2) - self._content.center() * self.scale
        return QRectF(rect.topLeft() * self.scale + offset, rect.size() * self.scale)

    def to_scene(self, point: QPointF) -> QPointF:
        """Which point of the scene lies at *point* of the map."""
        offset = QPointF(self.width() / 2, self.height() / 2) - self._content.center() * self.scale
        return (point - offset) / self.scale

    def _resize(self) -> None:
        size = (self._content.size() * self.scale).expandedTo(LEAST).toSize() + QSize(2 * INSIDE, 2 * INSIDE)
        if size != self.size():
            self._map = None
            self.resize(size)
            self.place(self._area)

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.place_requested.emit(self.to_scene(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.place_requested.emit(self.to_scene(event.position()))
        event.accept()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._map is None:
            self._map = self._painted()
        colors, painter = theme.current(), QPainter(self)
        painter.drawPixmap(0, 0, self._map)
        inside = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.color("accent"))
        painter.setBrush(colors.color("accent", 0.12))
        painter.drawRoundedRect(self.to_map(self._seen).intersected(inside), 3, 3)
        painter.end()

    def _painted(self) -> QPixmap:
        """All links as hairlines, all layers as marks in the colours of their kinds."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        colors, painter = theme.current(), QPainter(pixmap)
        painter.translate(self.to_map(QRectF()).topLeft())
        painter.scale(self.scale, self.scale)
        pen = QPen(colors.color("quiet", 0.45), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._lines())
        painter.setPen(Qt.PenStyle.NoPen)
        for family, marks in self._marks().items():
            painter.setBrush(color_of(family, colors, 0.8))
            painter.drawRects(marks)
        painter.end()
        return pixmap

    def _lines(self) -> list[QLineF]:
        """From middle to middle: the marks are painted over the rest."""
        at = {layer: point for item in self._scene.shown_items() for point in (item.pos(),) for layer in item.layers}
        return [QLineF(at[a], at[b]) for a, b in self._scene.link_items if at[a] is not at[b]]

    def _marks(self) -> dict[Family, list[QRectF]]:
        """The frames of the layers in scene units, none too small to be seen on the map."""
        least, marks = SMALLEST_MARK / self.scale, dict[Family, list[QRectF]]()
        for item in self._scene.shown_items():
            frame = item.geometry.frame.translated(item.pos())
            dx, dy = max(0.0, least - frame.width()) / 2, max(0.0, least - frame.height()) / 2
            marks.setdefault(item.look.family, []).append(frame.adjusted(-dx, -dy, dx, dy))
        return marks
