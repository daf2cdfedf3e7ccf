"""The tiles of the gallery: one for a person's own file, one for each ready set."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.sources import keras_sets
from nnviz.data.spec import Builtin, KerasSet
from nnviz.ui import icons, theme
from nnviz.ui.controls import Card, text_label
from nnviz.ui.sidebar.thumbnail import Thumbnail
from nnviz.ui.sidebar.wording import bytes_text, data_title

TILE_WIDTH, PICTURE_HEIGHT = 80, 56
WAITING = 12.0  # pixels around the field that stands where the picture will be
WIDE = 2 * TILE_WIDTH + theme.GAP


class Tile(Card):
    """A card of which one is chosen: framed in the accent; where the keyboard is, a thin line in the text's colour.

    Signals:
        double_clicked: and not only pressed.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        fill = colors.color("field_hover" if self.underMouse() and self.isEnabled() else "field")
        frame = colors.color("accent") if self.chosen else colors.color("quiet") if self.hasFocus() else fill
        pen = painter.pen()
        pen.setWidthF(1.5 if self.chosen else 1.0)
        pen.setColor(frame)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, theme.CARD_RADIUS, theme.CARD_RADIUS)
        if self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent", 0.10))
            painter.drawRoundedRect(box, theme.CARD_RADIUS, theme.CARD_RADIUS)
        painter.end()


class ProblemTile(Tile):
    """One ready problem, with its picture once it is made."""

    def __init__(self, spec: Builtin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = data_title(spec)
        self.setAccessibleName(title)
        self.setFixedSize(TILE_WIDTH, PICTURE_HEIGHT + 24)
        self.thumbnail = Thumbnail(self)
        self.thumbnail.setFixedHeight(PICTURE_HEIGHT)
        label = text_label(title, 11)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 5)
        column.setSpacing(0)
        column.addWidget(self.thumbnail)
        column.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.thumbnail.picture is not None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("line"))
        room = QRectF(self.thumbnail.geometry()).adjusted(WAITING, WAITING, -WAITING, -WAITING)
        painter.drawRoundedRect(room, theme.CARD_RADIUS, theme.CARD_RADIUS)
        painter.end()


class DownloadTile(Tile):
    """One of Keras's sets, and whether it is on this computer."""

    HEIGHT = 46

    def __init__(self, spec: KerasSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        title = data_title(spec)
        self.setAccessibleName(title)
        self.setFixedSize(WIDE, self.HEIGHT)
        self.state = text_label("", 11, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 8, 6)
        column.setSpacing(0)
        column.addWidget(text_label(title, 12))
        column.addWidget(self.state)
        self.show_state()

    def show_state(self) -> None:
        """Say what is to be downloaded, or that all of it is here."""
        size = keras_sets.missing_bytes(self._spec)
        self.state.setText(self.tr("{0} to download").format(bytes_text(size)) if size else self.tr("on this computer"))


class FileTile(Tile):
    """The way to a person's own file or folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Open a file or folder"))
        self.setFixedHeight(58)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(text_label(self.tr("Open a file or folder…"), 13, semibold=True))
        words.addWidget(text_label(self.tr("Tables, pictures, arrays; or drop them here"), 11, quiet=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 0, 12, 0)
        row.addLayout(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.icon("folder", theme.current().accent, 20).paint(painter, QRect(16, (self.height() - 20) // 2, 20, 20))
        painter.end()
