"""The training rows that excite a unit most and least: as pictures where they are pictures, else as lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.training.inside.messages import Response
from nnviz.ui import theme
from nnviz.ui.panes.readout import Line
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.panes.unit_figure import CAPTION, LEFT, RIGHT, UnitFigure

TILE, GAP, TEXT, LINE = 48.0, 6.0, 14.0, 18.0
MOST_LINES = 5
PictureOf = Callable[[str, int], QImage | None]
DescribeRow = Callable[[int], tuple[str, ...]]


class ExtremesFigure(UnitFigure):
    """One end of the responses: the rows, the most extreme first; a click looks at one.

    Args:
        strongest: whether it is the upper end.

    Signals:
        row_chosen: the number of a training row.
    """

    row_chosen = Signal(int)

    def __init__(self, strongest: bool, parent: QWidget) -> None:
        super().__init__("", parent)
        self._strongest = strongest
        self.title = self.tr("Excited most by") if strongest else self.tr("Excited least by")
        self.setAccessibleName(self.title)
        self.rows: tuple[int, ...] = ()
        self._values: tuple[float, ...] = ()
        self.picture_of: PictureOf | None = None
        self.describe: DescribeRow | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_response(self, response: Response | None) -> None:
        """Show the rows of *response*."""
        if response is None:
            self.rows, self._values = (), ()
        elif self._strongest:
            self.rows, self._values = response.strongest, response.most
        else:
            self.rows, self._values = response.weakest, response.least
        high = TILE + TEXT + 4 if self.picture_of is not None else LINE * min(MOST_LINES, len(self.rows))
        self.setFixedHeight(round(CAPTION + high))
        self.setVisible(bool(self.rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    @property
    def shown(self) -> int:
        """How many rows there is room for."""
        if self.picture_of is None:
            return min(MOST_LINES, len(self.rows))
        return min(len(self.rows), max(1, int((self.width() + GAP) // (TILE + GAP))))

    def box(self, place: int) -> QRectF:
        """Where the row at *place* stands."""
        if self.picture_of is None:
            return QRectF(0, CAPTION + place * LINE, self.width(), LINE)
        return QRectF(place * (TILE + GAP), CAPTION, TILE, TILE + TEXT)

    def draw(self, painter: QPainter) -> None:
        paint = self._paint_tile if self.picture_of is not None else self._paint_line
        for place in range(self.shown):
            paint(painter, self.box(place), place)

    def _paint_tile(self, painter: QPainter, box: QRectF, place: int) -> None:
        now = theme.current()
        frame = QRectF(box.left(), box.top(), TILE, TILE)
        picture = self.picture_of("train", self.rows[place]) if self.picture_of is not None else None
        painter.fillRect(frame, now.color("field"))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > TILE)
            size = picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            inner = QRectF(0, 0, size.width(), size.height())
            inner.moveCenter(frame.center())
            painter.drawImage(inner, picture)
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(now.color("quiet"))
        text = value_text(self._values[place])
        painter.drawText(QRectF(box.left(), frame.bottom() + 1, TILE, TEXT), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_line(self, painter: QPainter, box: QRectF, place: int) -> None:
        now = theme.current()
        painter.setFont(theme.font(11, tabular=True))
        number = self.tr("row {0}").format(f"{self.rows[place] + 1:,}")
        painter.setPen(now.color("quiet"))
        painter.drawText(box, LEFT, number)
        painter.setPen(now.color("text"))
        painter.drawText(box, RIGHT, value_text(self._values[place]))
        told = ", ".join(self.describe(self.rows[place])) if self.describe is not None else ""
        middle = box.adjusted(64, 0, -64, 0)
        shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(middle.width()))
        painter.drawText(middle, LEFT, shown)

    def place_at(self, at: QPointF) -> int | None:
        """Which of the rows stands at *at*."""
        return next((place for place in range(self.shown) if self.box(place).contains(at)), None)

    def card(self, at: QPointF) -> list[Line]:
        place = self.place_at(at)
        if place is None:
            return []
        row = self.tr("training row {0}").format(f"{self.rows[place] + 1:,}")
        return [Line(row), Line(self.tr("response"), value_text(self._values[place]))]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            self.row_chosen.emit(self.rows[place])
