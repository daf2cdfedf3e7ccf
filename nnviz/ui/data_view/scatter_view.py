"""Two columns of the data against each other, each class in its colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.data.profile.viewing import Scatter
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.data_view.scatter_plan import ScatterPlan, legend_lines, value_of
from nnviz.ui.data_view.wording import row_text
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.figures import count_text
from nnviz.ui.panes.readout import Line, paint_card

POINT, LEGEND_LINE, LEGEND_LINES, MARK = 4.0, 16.0, 2, 10.0
LEAST_NAMED, MOST_NAMED = 60.0, 0.42  # pixels, and a share of the width, that a name of the legend may take
ROUNDS = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScatterView(QWidget):
    """Paints the points that it is given; the points themselves are painted once, into a picture of their own.

    Attributes:
        scatter: the points; None for none.
        selected: the row that is selected; None for none.

    Signals:
        row_chosen: a person pressed a point; carries its 0-based row.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scatter: Scatter | None = None
        self.selected: int | None = None
        self._names = ("", "")
        self._yes_or_no = False
        self._sentence = ""
        self._points: QPixmap | None = None
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Scatter of two columns"))
        theme.notifier().changed.connect(self._redraw)

    def show_points(
        self, scatter: Scatter | None, names: tuple[str, str] = ("", ""), *, yes_or_no: bool = False
    ) -> None:
        """Show *scatter* of the columns called *names*, that of the lower axis first."""
        self.scatter, self._names, self._yes_or_no = scatter, names, yes_or_no
        self._sentence, self._at = "", None
        self._redraw()

    def say(self, sentence: str) -> None:
        """Show *sentence* in place of points."""
        self.scatter, self._sentence = None, sentence
        self._redraw()

    def select_row(self, row: int | None) -> None:
        """Mark the point of *row*, where it is among them."""
        self.selected = row
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 260)

    def _redraw(self) -> None:
        self._points = None
        self.update()

    # ------------------------------------------------------------------ places

    @property
    def plan(self) -> ScatterPlan | None:
        """Where the points stand; None without any."""
        if self.scatter is None:
            return None
        legend = LEGEND_LINE * len(self._legend()) if self.scatter.class_names else 0.0
        made = ScatterPlan.of(self.width(), self.height() - legend, self.scatter)
        return ScatterPlan(made.area.translated(0, legend), made.x, made.y)

    def _legend(self) -> list[list[int]]:
        """The classes on each line of the legend."""
        metrics = QFontMetricsF(theme.font(11))
        widths = [metrics.horizontalAdvance(name) + MARK + 12 for name in self._short_names()]
        return legend_lines(widths, self.width() - 2 * theme.GROUP, LEGEND_LINES)

    def _short_names(self) -> list[str]:
        """The names of the classes as the legend has room for them."""
        names = self.scatter.class_names if self.scatter is not None else ()
        metrics = QFontMetricsF(theme.font(11))
        room = max(LEAST_NAMED, MOST_NAMED * (self.width() - 2 * theme.GROUP))
        return [short_name(name, names, metrics, room) for name in names]

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, plan = QPainter(self), self.plan
        if plan is None or self.scatter is None:
            painter.setFont(theme.font(12))
            painter.setPen(theme.current().color("quiet"))
            box = self.rect().adjusted(theme.GROUP, 0, -theme.GROUP, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)
        else:
            self._paint_legend(painter)
            self._paint_axes(painter, plan, self.scatter)
            if self._points is None:
                self._points = self._painted(plan, self.scatter)
            painter.drawPixmap(0, 0, self._points)
            self._paint_selected(painter, plan, self.scatter)
            lines = self.card_lines()
            if lines and self._at is not None:
                paint_card(painter, lines, self._at, QRectF(self.rect()).adjusted(4, 0, -4, -4))
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        names = self._short_names()
        if not names:
            return
        painter.setFont(theme.font(11))
        metrics, x = QFontMetricsF(painter.font()), 0.0
        for number, line in enumerate(self._legend()):
            x, y = float(theme.GROUP), number * LEGEND_LINE
            for entry in line:
                painter.fillRect(QRectF(x, y + LEGEND_LINE / 2 - 3, 6, 6), class_colour(entry, self._yes_or_no))
                painter.setPen(theme.current().color("quiet"))
                painter.drawText(QRectF(x + MARK, y, self.width(), LEGEND_LINE), _LEFT, names[entry])
                x += metrics.horizontalAdvance(names[entry]) + MARK + 12
        left = len(names) - sum(len(line) for line in self._legend())
        if left > 0:
            painter.drawText(QRectF(x, y, self.width() - x, LEGEND_LINE), _LEFT, f"+ {count_text(left)}")

    def _paint_axes(self, painter: QPainter, plan: ScatterPlan, scatter: Scatter) -> None:
        now, area = theme.current(), plan.area
        painter.setFont(theme.font(10, tabular=True))
        metrics = painter.fontMetrics()
        for y, text in plan.y_ticks(scatter):
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), now.color("line", 0.7))
            painter.setPen(now.color("quiet"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(area.left()) - 12)
            painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), _RIGHT, shown)
        for x, text in plan.x_ticks(scatter):
            painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), now.color("line", 0.4))
            painter.setPen(now.color("quiet"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 60)
            wide = metrics.horizontalAdvance(shown) + 2
            left = max(0.0, min(x - wide / 2, self.width() - wide - 2.0))
            painter.drawText(QRectF(left, area.bottom() + 2, wide, 14), 0, shown)
        painter.setPen(now.color("text"))
        for box, name, side in (
            (QRectF(area.left(), area.bottom() + 17, area.width(), 15), self._names[0], _RIGHT),
            (QRectF(theme.GROUP, area.top() - 20, self.width() - 2 * theme.GROUP, 14), self._names[1], _LEFT),
        ):
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, round(box.width()))
            painter.drawText(box, side, shown)

    def _painted(self, plan: ScatterPlan, scatter: Scatter) -> QPixmap:
        """All points on a transparent ground."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter, places, classes = QPainter(picture), plan.places(scatter), scatter.classes
        for start in range(ROUNDS):  # in turn, so that no class hides the others
            self._paint_points(painter, places[start::ROUNDS], classes[start::ROUNDS] if classes is not None else None)
        painter.end()
        return picture

    def _paint_points(self, painter: QPainter, places: NDArray[np.float64], classes: NDArray[np.int32] | None) -> None:
        if classes is None:
            groups = [(theme.current().color("training", 0.8), places)]
        else:
            numbers = np.unique(classes[classes >= 0]).tolist()
            groups = [(class_colour(number, self._yes_or_no), places[classes == number]) for number in numbers]
        for colour, some in groups:
            painter.setPen(QPen(colour, POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
            painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in some.tolist()]))

    def _paint_selected(self, painter: QPainter, plan: ScatterPlan, scatter: Scatter) -> None:
        if self.selected is None:
            return
        for x, y in plan.places(scatter)[scatter.rows == self.selected].tolist():
            painter.setPen(QPen(theme.current().color("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x - 5, y - 5, 9, 9))

    # ------------------------------------------------------------------ pointing

    def card_lines(self) -> list[Line]:
        """What is said of the point under the mouse."""
        scatter, plan = self.scatter, self.plan
        index = plan.nearest(self._at, scatter) if plan and scatter and self._at is not None else None
        if scatter is None or index is None:
            return []
        lines = [Line(row_text(int(scatter.rows[index])))]
        for name, value, words, kind in (
            (self._names[0], scatter.x[index], scatter.x_words, scatter.types[0]),
            (self._names[1], scatter.y[index], scatter.y_words, scatter.types[1]),
        ):
            lines.append(Line(name[:24], value_of(float(value), words, kind)))
        if scatter.classes is not None:
            number = int(scatter.classes[index])
            colour: QColor = class_colour(number, self._yes_or_no)
            lines.append(Line(scatter.class_names[number] if number >= 0 else "–", "", colour))
        return lines

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        shape = Qt.CursorShape.PointingHandCursor if self.card_lines() else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scatter, plan = self.scatter, self.plan
        if scatter is None or plan is None or event.button() != Qt.MouseButton.LeftButton:
            return
        index = plan.nearest(event.position(), scatter)
        if index is not None:
            self.row_chosen.emit(int(scatter.rows[index]))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._at = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._at = None
        self._redraw()
