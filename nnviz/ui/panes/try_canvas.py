"""A sheet to draw on with the mouse, or to drop a picture on; beside the drawing stands what the network sees of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme

SHEET = 168  # pixels of the drawing along its longer side, whatever its size on screen
PEN, RUBBER = 0.085, 0.16  # width of the stroke, of the longer side
SEEN = 0.24  # side of the small picture, of the sheet's
HINT_SIZES = (12, 11, 10, 9)  # pixels of the letters on an empty sheet, the first that fits
Floats = NDArray[np.float64]


class Canvas(QWidget):
    """White ink on a dark sheet, or, where the pictures are so, dark ink on a white one.

    The left button draws, the right one rubs out, Delete clears.

    Attributes:
        seen: what the network gets of the drawing, as an image; None where that is not known.
        drawable: whether it can be drawn on; otherwise pictures are only dropped.

    Signals:
        drawn: the drawing is another one.
        picture_dropped: the path of a picture file.
    """

    drawn = Signal()
    picture_dropped = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seen: QImage | None = None
        self.drawable = True
        self._light_on_dark, self._hint = True, ""
        self._ink = QImage()
        self._empty = True
        self._dropped: QImage | None = None
        self._last: QPointF | None = None
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Drawing"))
        self.set_form((28, 28), light_on_dark=True, drawable=True)

    def set_form(self, shape: tuple[int, int], *, light_on_dark: bool, drawable: bool) -> None:
        """Take drawings in the proportions of *shape* (height, width)."""
        factor = SHEET / max(shape)
        self._ink = QImage(
            max(8, round(shape[1] * factor)), max(8, round(shape[0] * factor)), QImage.Format.Format_Grayscale8
        )
        self._light_on_dark, self.drawable = light_on_dark, drawable
        self._hint = self.tr("Draw here, or drop a picture") if drawable else self.tr("Drop a picture here")
        self.clear()

    @property
    def ink(self) -> Floats:
        """The drawing ``(rows, columns)``, 0 for no ink to 1 for full."""
        flat = np.frombuffer(self._ink.constBits(), np.uint8).reshape(self._ink.height(), self._ink.bytesPerLine())
        return flat[:, : self._ink.width()] / 255.0

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return self._empty

    def clear(self) -> None:
        """Take a new sheet."""
        self._ink.fill(0)
        self._empty, self._last, self.seen, self._dropped = True, None, None, None
        self.update()
        self.drawn.emit()

    def take_ink(self, other: Canvas) -> None:
        """Have on this sheet what is on that of *other*."""
        self._ink, self._empty = QImage(other._ink), other._empty
        self._dropped, self.seen = other._dropped, other.seen
        self.update()

    def show_dropped(self, picture: QImage) -> None:
        """Show a *picture* that was dropped, instead of a drawing."""
        self._ink.fill(0)
        self._empty, self._dropped, self.seen = True, picture, None
        self.update()

    @property
    def sheet(self) -> QRectF:
        """Where the sheet stands."""
        size = self._ink.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place.toRect().toRectF()

    # ------------------------------------------------------------ drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.drawable and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._dropped = None
            self._last = self._on_sheet(event.position())
            self._stroke(self._last, event.buttons())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._stroke(self._on_sheet(event.position()), event.buttons())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def _on_sheet(self, at: QPointF) -> QPointF:
        sheet = self.sheet
        factor = self._ink.width() / max(1.0, sheet.width())
        return QPointF((at.x() - sheet.left()) * factor, (at.y() - sheet.top()) * factor)

    def _stroke(self, to: QPointF, buttons: Qt.MouseButton) -> None:
        rubs = bool(buttons & Qt.MouseButton.RightButton)
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(self._ink.width(), self._ink.height()) * (RUBBER if rubs else PEN)
        colour = QColor(0, 0, 0) if rubs else QColor(255, 255, 255)
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        start = self._last if self._last is not None else to
        if start == to:
            painter.drawPoint(to)
        else:
            painter.drawLine(start, to)
        painter.end()
        self._last = to
        self._empty = rubs and not self.ink.any()
        self.drawn.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            self.picture_dropped.emit(path)
            event.acceptProposedAction()

    # ------------------------------------------------------------ painting

    def _paint_hint(self, painter: QPainter, room: QRectF) -> None:
        """What can be done here, in letters that leave none of it out; nothing where there is no room for it."""
        how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        for size in HINT_SIZES:
            painter.setFont(theme.font(size))
            taken = painter.boundingRect(QRectF(room.left(), room.top(), room.width(), 1000), how, self._hint)
            if taken.height() <= room.height() and taken.width() <= room.width():
                painter.drawText(room, how, self._hint)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, sheet = QPainter(self), theme.current(), self.sheet
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._dropped is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._dropped.width() > sheet.width())
            painter.fillRect(sheet, now.color("field"))
            painter.drawImage(sheet, self._dropped)
        elif self._empty:
            painter.fillRect(sheet, QColor("#0c0d10") if self._light_on_dark else QColor("#ffffff"))
            painter.setPen(QColor("#9aa1ad") if self._light_on_dark else QColor("#5f6978"))
            self._paint_hint(painter, sheet.adjusted(6, 6, -6, -6))
        else:
            shown = QImage(self._ink)
            if not self._light_on_dark:
                shown.invertPixels()
            painter.drawImage(sheet, shown)
            self._paint_seen(painter, sheet)
        painter.setPen(now.color("line"))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_seen(self, painter: QPainter, sheet: QRectF) -> None:
        if self.seen is None:
            return
        side = max(28, round(min(sheet.width(), sheet.height()) * SEEN))
        size = self.seen.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(
            round(sheet.right()) - size.width() - 5,
            round(sheet.bottom()) - size.height() - 5,
            size.width(),
            size.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(box, self.seen)
        painter.setPen(theme.current().color("accent"))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def sizeHint(self) -> QSize:
        return QSize(150, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(84, 84)
