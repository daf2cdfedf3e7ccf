"""The filters of one layer as a mosaic of small pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.pictures import COLOUR, Filters
from nnviz.ui import theme
from nnviz.ui.panes import mosaic_plan
from nnviz.ui.panes.colouring import image_of, rgb, signed_pixels
from nnviz.ui.panes.mosaic_plan import MosaicPlan
from nnviz.ui.panes.pictured import Pictured
from nnviz.ui.panes.pointed import Pointed
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.live import steady_limit

TOP = 8.0


class MosaicView(Pointed):
    """Pictures of filters on one scale; arrow keys go from picture to picture, with Shift from number to number.

    Esc takes the mark away.

    Signals:
        resized: there is room for more or fewer numbers.
        number_requested: a person double-clicked a number, or pressed Enter on it: picture, row and column of those
            shown, and where on the screen it is.
    """

    resized = Signal()
    number_requested = Signal(int, int, int, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.limit = 1.0
        self._filters: Filters | None = None
        self._pictured = Pictured()
        self._values: NDArray[np.float32] = np.zeros((0, 1, 1, 1), np.float32)
        self._images: list[QImage] = []
        self._plan: MosaicPlan | None = None
        self._marked: tuple[int, int, int] | None = None
        self.be_pointed(self.tr("Filters of the layer"))

    @property
    def filters(self) -> Filters | None:
        """What is shown; None without any."""
        return self._filters

    @property
    def values(self) -> NDArray[np.float32]:
        """The numbers that are drawn, (pictures, rows, columns, 1 or 3)."""
        return self._values

    @property
    def plan(self) -> MosaicPlan | None:
        """Where the pictures are; None without any."""
        return self._plan

    @property
    def grey(self) -> bool:
        """Whether nought is grey, three channels being red, green and blue."""
        return bool(self._values.shape[3] == 3)

    def show_filters(self, filters: Filters | None, pictured: Pictured) -> None:
        """Show *filters*; None empties the view."""
        if filters is None or self._filters is None or (filters.id, filters.channel) != self._shown():
            self.limit, self._marked = 0.0, None
        self._filters, self._pictured = filters, pictured
        if filters is None:
            self._values = np.zeros((0, 1, 1, 1), np.float32)
        else:
            size = len(filters.units), len(filters.rows), len(filters.cols)
            self._values = np.frombuffer(filters.values, "<f4").reshape(*size, 3 if filters.channel == COLOUR else 1)
        finite = self._values[np.isfinite(self._values)]
        self.limit = steady_limit(self.limit, float(np.abs(finite).max(initial=0.0))) or 1.0
        self.redraw()

    def _shown(self) -> tuple[str, int] | None:
        return None if self._filters is None else (self._filters.id, self._filters.channel)

    def redraw(self) -> None:
        """Make images and places again: the filters, the size or the colours changed."""
        self._images = [self._image(picture) for picture in self._values]
        self._place()

    def _image(self, picture: NDArray[np.float32]) -> QImage:
        if not self.grey:
            return image_of(signed_pixels(picture[:, :, 0], self.limit, theme.current()))
        wrong = np.asarray(~np.isfinite(picture).all(axis=2))
        shares = np.where(wrong[..., np.newaxis], 0.0, picture) * (127.5 / self.limit)
        pixels = np.clip(shares + 127.5, 0, 255).astype(np.uint8)
        pixels[wrong] = rgb(theme.current().bad)
        return image_of(pixels)

    def _place(self) -> None:
        self._plan = None
        if self._images:
            count, rows, cols, _ = self._values.shape
            box = QRectF(theme.GROUP, TOP, max(8, self.width() - 2 * theme.GROUP), max(8.0, self.height() - TOP))
            self._plan = mosaic_plan.planned(box, count, rows, cols)
        if self._marked is not None and self._marked[0] >= len(self._images):
            self._marked = None
        self.update()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._plan.scale < mosaic_plan.CRISP)
        for tile, image in enumerate(self._images):
            painter.drawImage(self._plan.place(tile), image)
        self._paint_marked(painter, self._plan)
        painter.end()

    def _paint_marked(self, painter: QPainter, plan: MosaicPlan) -> None:
        if self._marked is None:
            return
        now = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.color("text"), 1))
        painter.drawRect(plan.place(self._marked[0]).adjusted(-0.5, -0.5, 0.5, 0.5))
        if plan.scale >= 4:
            painter.drawRect(plan.number(*self._marked).adjusted(0.5, 0.5, -0.5, -0.5))
        name, where, value = self.hover_lines()
        paint_card(painter, [Line(name), Line(where, value)], self.at, self.card_bounds())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.resized.emit()

    # ------------------------------------------------------------ pointing

    def hover_lines(self) -> tuple[str, str, str]:
        """The picture that is pointed at, the place in it and its value; empty where nothing is."""
        filters = self._filters
        if self._marked is None or filters is None:
            return "", "", ""
        tile, row, col = self._marked
        values = self._values[tile, row, col]
        return (
            self._name(filters.units[tile] + 1),
            self._where(filters, filters.rows[row], filters.cols[col] + 1),
            "  ".join(value_text(float(value)) for value in values),
        )

    def _name(self, number: int) -> str:
        if self._pictured.picture is not None:
            return self.tr("unit {number}").format(number=number)
        return self.tr("filter {number}").format(number=number)

    def _where(self, filters: Filters, row: int, col: int) -> str:
        if self._pictured.over_time:
            return self.tr("channel {channel}, step {step}").format(channel=row + 1, step=col)
        height = filters.size[0] // filters.depth
        if filters.depth > 1:
            text = self.tr("slice {slice}, row {row}, column {column}")
            return text.format(slice=row // height + 1, row=row % height + 1, column=col)
        return self.tr("row {row}, column {column}").format(row=row + 1, column=col)

    def point_at(self, at: QPointF | None) -> None:
        """Point at the number under *at*, or at nothing."""
        super().point_at(at)
        self._marked = self._plan.at(self.at) if self._plan is not None else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())
        self._request()

    def _request(self) -> None:
        """Ask for the number that is pointed at to be set."""
        if self._marked is not None and self._plan is not None:
            middle = self._plan.number(*self._marked).center().toPoint()
            self.number_requested.emit(*self._marked, self.mapToGlobal(middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape and self._marked is not None:
            self.point_at(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._marked is not None:
            self._request()
        elif event.key() in moves and self._plan is not None:
            down, right = moves[Qt.Key(event.key())]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._marked is not None:
                self._step_inside(self._plan, down, right)
            else:
                self._step(self._plan, down * self._plan.across + right)
        else:
            super().keyPressEvent(event)

    def _step_inside(self, plan: MosaicPlan, down: int, right: int) -> None:
        """Go to the neighbouring number of the same picture."""
        assert self._marked is not None
        tile, row, col = self._marked
        row, col = max(0, min(plan.rows - 1, row + down)), max(0, min(plan.cols - 1, col + right))
        self.point_at(plan.number(tile, row, col).center())

    def _step(self, plan: MosaicPlan, by: int) -> None:
        """Go to the picture *by* further on, at its middle; the first where none is marked."""
        tile, row, col = (0, plan.rows // 2, plan.cols // 2) if self._marked is None else self._marked
        if self._marked is not None and 0 <= tile + by < plan.count:
            tile += by
        self.point_at(plan.number(tile, row, col).center())
