"""One kind of layer in the palette: a card that is dragged onto the diagram, or added with Enter or a double click."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nnviz.network.catalogue import LayerKind
from nnviz.ui import theme
from nnviz.ui.controls import Card, text_label
from nnviz.ui.diagram.families import color_of, family_of
from nnviz.ui.diagram.glyphs import paint_glyph
from nnviz.ui.language import translate

LAYER_MIME = "application/x-nnviz-layer"
MAIN_HEIGHT, SMALL_HEIGHT = 40, 30
GLYPH_ROOM, GLYPH_SCALE = 36, 0.58
_BARS = {"Input": "quiet", "Dense": "accent", "Output": "good"}
HANGS = 12  # pixels below the mouse: so far a card hangs that is dragged


def layer_mime(kind: str) -> QMimeData:
    """What a dragged layer of *kind* carries."""
    data = QMimeData()
    data.setData(LAYER_MIME, kind.encode())
    return data


class LayerCard(Card):
    """One kind of layer: with a subtitle a main one, with a bar; else a small one, with the glyph of its kind.

    Signals:
        layer_requested: the kind, by Enter, Space or a double click.
    """

    layer_requested = Signal(str)

    def __init__(self, kind: LayerKind, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.kind = kind.kind
        self._pressed_at: QPoint | None = None
        self.bar = _BARS.get(kind.kind)
        self._has_glyph = not subtitle
        self.setFixedHeight(MAIN_HEIGHT if subtitle else SMALL_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        title, doc = translate("Catalogue", kind.title), translate("Catalogue", kind.doc)
        self.setToolTip(self.tr("{0}\nDrag it onto the diagram, or press Enter to add it.").format(doc))
        self.setAccessibleName(self.tr("Add layer: {0}").format(title))
        self.setAccessibleDescription(doc)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 if subtitle else GLYPH_ROOM, 3, 8, 4)
        column.setSpacing(0)
        column.addWidget(text_label(title, 13 if subtitle else 12, semibold=bool(subtitle)))
        if subtitle:
            column.addWidget(text_label(subtitle, 10, quiet=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_glyph:
            return
        family, painter = family_of(self.kind), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(GLYPH_ROOM / 2 + 1, self.height() / 2)
        painter.scale(GLYPH_SCALE, GLYPH_SCALE)
        paint_glyph(painter, family, self.kind, color_of(family, theme.current()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag(start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.layer_requested.emit(self.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.layer_requested.emit(self.kind)
        else:
            super().keyPressEvent(event)

    def drag(self, grabbed_at: QPoint) -> None:
        """Carry the layer until it is dropped; it hangs below the mouse, so that the link under that is seen."""
        drag = QDrag(self)
        drag.setMimeData(layer_mime(self.kind))
        drag.setPixmap(self.drag_pixmap())
        drag.setHotSpot(QPoint(grabbed_at.x(), -HANGS))
        drag.exec(Qt.DropAction.CopyAction)

    def drag_pixmap(self) -> QPixmap:
        """The card as it hangs from the mouse: itself with an accent frame, slightly see-through."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        was_chosen = self.chosen
        self.set_chosen(True)
        painter = QPainter(pixmap)
        painter.setOpacity(0.9)
        self.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        self.set_chosen(was_chosen)
        return pixmap

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())
