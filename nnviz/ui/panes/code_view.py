"""The code plane with a point that a person drags, and beside it what the point is decoded to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.code_paint import class_colour, paint_decoded, paint_mark, paint_numbers, plane_picture, point_text
from nnviz.ui.panes.code_plan import CodePlan, Codes, Point
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import Range, settled

PARTS = 10  # of either side: its ends are round numbers of that step
STEP = 1 / 40  # of the plane, for one press of an arrow key
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class CodeView(QWidget):
    """Paints what its pane gives it.

    Attributes:
        sentence: shown in place of the plane where it is not empty.
        point: the point that is decoded; None for none.
        picture: what it is decoded to, where samples are pictures.
        numbers: the same as names and values, where they are not.

    Signals:
        point_chosen: another point (x, y) is to be decoded.
    """

    point_chosen = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.point: Point | None = None
        self.picture: QImage | None = None
        self.numbers: Sequence[tuple[str, str]] = ()
        self._codes: Codes | None = None
        self._x: Range | None = None
        self._y: Range | None = None
        self._plane: QPixmap | None = None
        self._dragging = False
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Code plane"))

    def show_codes(self, codes: Codes | None) -> None:
        """Show newer *codes*, or none."""
        if codes is None or not len(codes.points):
            self._codes = self._x = self._y = self._plane = None
        elif codes is not self._codes:
            self._codes = codes
            if not self._dragging:  # the plane does not move under the finger
                (x0, y0), (x1, y1) = codes.points.min(axis=0).tolist(), codes.points.max(axis=0).tolist()
                self._x, self._y = settled(self._x, x0, x1, PARTS), settled(self._y, y0, y1, PARTS)
            self._plane = None
        self.update()

    def show_decoded(
        self, point: Point | None, picture: QImage | None = None, numbers: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show *point* and what it is decoded to."""
        self.point, self.picture, self.numbers = point, picture, numbers
        self.setAccessibleDescription("" if point is None else point_text(point))
        self.update()

    def redraw(self) -> None:
        """Make the picture of the plane again: size or colours changed."""
        self._plane = None
        self.update()

    def plan(self) -> CodePlan | None:
        """Where everything stands; None while there is nothing to show."""
        if self._x is None or self._y is None or self.sentence:
            return None
        return CodePlan.of(self.width(), self.height(), self._x, self._y)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, plan = QPainter(self), self.plan()
        if plan is None or self._codes is None:
            self._paint_sentence(painter)
        else:
            self._paint(painter, plan, self._codes)
        painter.end()

    def _paint_sentence(self, painter: QPainter) -> None:
        text = self.sentence or self.tr("The codes of the rows appear here")
        paint_sentence(painter, self.rect(), text)

    def _paint(self, painter: QPainter, plan: CodePlan, codes: Codes) -> None:
        if self._plane is None:
            self._plane = plane_picture(codes, plan, self.devicePixelRatioF())
        painter.drawPixmap(plan.area.topLeft(), self._plane)
        if self.point is not None:
            if self.picture is not None:
                paint_decoded(painter, plan.box, self.picture, self.point)
            elif self.numbers:
                paint_numbers(painter, plan.box, self.numbers)
            paint_mark(painter, plan.place(self.point), focused=self.hasFocus())
        lines = self.card_lines()
        if self._at is not None and lines:
            paint_card(painter, lines, self._at, QRectF(self.rect()).adjusted(4, 0, -4, -4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(220, 150)

    # ------------------------------------------------------------ pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plan = self.plan()
        if plan is not None and event.button() == Qt.MouseButton.LeftButton and plan.area.contains(event.position()):
            self._dragging, self._at = True, None
            self._choose(plan.point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plan = self.plan()
        if plan is None:
            return
        if self._dragging:
            self._choose(plan.point(event.position()))
        else:
            self._at = event.position() if plan.area.contains(event.position()) else None
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._at = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plan, arrow = self.plan(), _ARROWS.get(Qt.Key(event.key()))
        if plan is None or arrow is None or self.point is None:
            super().keyPressEvent(event)
            return
        (x0, x1), (y0, y1) = plan.x, plan.y
        x, y = self.point[0] + arrow[0] * STEP * (x1 - x0), self.point[1] + arrow[1] * STEP * (y1 - y0)
        self._choose((min(max(x, x0), x1), min(max(y, y0), y1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, point: Point) -> None:
        """The mark goes at once; what it is decoded to follows."""
        if point != self.point:
            self.point = point
            self.update()
            self.point_chosen.emit(*point)

    def card_lines(self) -> list[Line]:
        """What is said of the row under the mouse."""
        plan, codes = self.plan(), self._codes
        near = (
            plan.nearest(self._at, codes) if plan is not None and codes is not None and self._at is not None else None
        )
        if near is None or codes is None:
            return []
        x, y = codes.points[near].tolist()
        lines = [Line(self.tr("row {0}").format(f"{int(codes.rows[near]) + 1:,}"), point_text((x, y)))]
        if codes.classes is not None:
            index = int(codes.classes[near])
            lines.append(Line(codes.names[index], "", class_colour(index)))
        return lines
