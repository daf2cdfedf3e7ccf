"""The learning rate over the run, drawn before it starts; the steps of a piecewise constant one can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.training.recipe import OptimizerSpec
from nnviz.training.schedules import moves, rate_at
from nnviz.ui import theme
from nnviz.ui.fields.number_field import shown
from nnviz.ui.inspector.recipe_pieces import moved
from nnviz.ui.inspector.recipe_plot_plan import RatePlan, plan_of
from nnviz.ui.panes.curve_axes import paint_axes

HEIGHT = 132
GRIP, REACH = 4.0, 12.0  # pixels: a point's radius, and how far from it the mouse still holds it


class SchedulePlot(QWidget):
    """A curve over the epochs; the mouse reads the value off, and drags the points of a piecewise constant rate.

    Signals:
        pieces_dragged: (boundaries, values) once the mouse lets go.
    """

    pieces_dragged = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Learning rate over the run"))
        self._optimizer, self._steps, self._batches = OptimizerSpec(), 1, 1
        self._plan: RatePlan | None = None
        self._pointer: QPointF | None = None
        self._held: int | None = None
        self._dragged: OptimizerSpec | None = None

    def show_run(self, optimizer: OptimizerSpec, steps: int, batches: int) -> None:
        """Draw the rate of *optimizer* over *steps* steps, *batches* of them an epoch."""
        if (optimizer, steps, batches) != (self._optimizer, self._steps, self._batches):
            self._optimizer, self._steps, self._batches = optimizer, steps, batches
            self._held = self._dragged = None
        self._replan()

    @property
    def plan(self) -> RatePlan | None:
        """What is drawn where."""
        return self._plan

    def value_at(self, epoch: float) -> float:
        """The learning rate after *epoch* epochs."""
        step = min(self._steps - 1, max(0, round(epoch * self._batches)))
        return rate_at(self._dragged or self._optimizer, step)

    # ------------------------------------------------------------------ painting

    def resizeEvent(self, event: QEvent) -> None:
        self._replan()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is None:
            return
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.CARD_RADIUS, theme.CARD_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        epochs = self._steps / self._batches
        paint_axes(painter, self._plan.axes, self.tr("epoch {0}").format(f"{epochs:,.0f}"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.color("accent"), 1.5))
        painter.drawPolyline(QPolygonF(list(self._plan.curve)))
        self._paint_grips(painter)
        self._paint_reading(painter)
        painter.end()

    def _paint_grips(self, painter: QPainter) -> None:
        now = theme.current()
        for index, grip in enumerate(self._plan.grips if self._plan else ()):
            held = index == (self._held if self._held is not None else self._under(self._pointer))
            painter.setPen(QPen(now.color("field"), 1.5))
            painter.setBrush(now.color("text" if held else "accent"))
            painter.drawEllipse(grip, GRIP + held, GRIP + held)

    def _paint_reading(self, painter: QPainter) -> None:
        """What the learning rate is where the mouse points."""
        if self._pointer is None or self._plan is None:
            return
        now, axes = theme.current(), self._plan.axes
        x = max(axes.area.left(), min(axes.area.right(), self._pointer.x()))
        epoch = (x - axes.area.left()) / axes.area.width() * axes.x[1]
        value = self.value_at(epoch)
        painter.setPen(QPen(now.color("quiet", 0.6), 1))
        painter.drawLine(QPointF(x, axes.area.top()), QPointF(x, axes.area.bottom()))
        painter.setFont(theme.font(10, tabular=True))
        text = self.tr("epoch {0}: {1}").format(f"{epoch:.4g}", shown(float(f"{value:.3g}")))
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        # Over the epochs below: there it hides neither the curve nor the scale.
        left = max(theme.GAP, min(self.width() - theme.GAP - width, x - width / 2))
        box = QRectF(left, axes.area.bottom() + 5, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field_hover"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(now.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # ------------------------------------------------------------------ the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._held is not None:
            self._drag(self._pointer)
        grip = self._under(self._pointer)
        self.setCursor(Qt.CursorShape.ArrowCursor if grip is None else Qt.CursorShape.SizeAllCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._under(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._held, self._dragged = self._dragged, None, None
        if dragged is not None:
            schedule = dragged.args["learning_rate"]
            self.pieces_dragged.emit(schedule["boundaries"], schedule["values"])
        self._replan()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def _let_go(self) -> None:
        """Everything as it was before the drag."""
        self._held = self._dragged = None
        self._replan()

    def _under(self, place: QPointF | None) -> int | None:
        """The point within reach of *place*."""
        if place is None or self._plan is None:
            return None
        far = [(abs(grip.x() - place.x()) + abs(grip.y() - place.y()), i) for i, grip in enumerate(self._plan.grips)]
        nearest = min(far, default=(REACH, 0))
        return nearest[1] if nearest[0] < REACH else None

    def _drag(self, place: QPointF) -> None:
        if self._plan is None or self._held is None:
            return
        schedule = (self._dragged or self._optimizer).args["learning_rate"]
        epoch, rate = self._plan.read(place)
        boundaries, values = list(schedule["boundaries"]), list(schedule["values"])
        values[self._held] = rate
        if self._held:  # the first point stands at the start
            batch = min(round(epoch * self._batches), self._steps - 1)
            boundaries = moved(boundaries, self._held - 1, batch)
        changed = {**schedule, "boundaries": boundaries, "values": values}
        self._dragged = OptimizerSpec(self._optimizer.kind, {**self._optimizer.args, "learning_rate": changed})
        self._replan()

    def _replan(self) -> None:
        # While a point is held the axis stays, or it would run away from the mouse.
        kept = self._plan.axes if self._dragged is not None and self._plan is not None else None
        optimizer = self._dragged or self._optimizer
        if not moves(optimizer):
            self._plan = None
            return
        self._plan = plan_of(optimizer, self._steps, self._batches, self.width(), self.height(), kept)
        self.update()
