"""The weights of one layer over the epochs: how they are spread as a heat, and below it their norm and their change."""

from __future__ import annotations

from math import isfinite

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.course import Course
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.figures import count_text
from nnviz.ui.panes import course_plan
from nnviz.ui.panes.colouring import image_of
from nnviz.ui.panes.course_plan import CoursePlan, Figures
from nnviz.ui.panes.curve_axes import BOTTOM, LABEL_GAP, LABEL_SIZE
from nnviz.ui.panes.pointed import Pointed
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import even_ticks, tick_text, value_text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LABEL_HEIGHT = 12.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CourseView(Pointed):
    """Paints a course; the mouse or the arrow keys read an epoch, Esc takes the mark away.

    Attributes:
        figures: what is shown; None for nothing.
        plan: where.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures: Figures | None = None
        self.plan = course_plan.planned(QRectF(0, 0, 100, 100))
        self.empty_text = ""
        self._image: QImage | None = None
        self._axis = (-1.0, 1.0)
        self.be_pointed(self.tr("Weights of the layer over the epochs"))

    def show_course(self, course: Course | None) -> None:
        """Show *course*."""
        self.figures = Figures.of(course) if course is not None and len(course.epochs) > 1 else None
        self.redraw()

    def redraw(self) -> None:
        """Make the picture again: the course, the size or the colours changed."""
        self._image = None
        if self.figures is not None:
            self._axis = self.figures.range
            metrics = QFontMetricsF(theme.font(LABEL_SIZE, tabular=True))
            texts = [tick_text(at) for at in even_ticks(*self._axis)]
            left = theme.GROUP + max(metrics.horizontalAdvance(text) for text in texts) + LABEL_GAP
            size = max(8.0, self.width() - left - theme.GROUP), max(40.0, self.height() - course_plan.TOP - BOTTOM)
            self.plan = course_plan.planned(QRectF(left, course_plan.TOP, *size))
            self._image = self._heat(self.figures, self.plan)
        self.update()

    def _heat(self, figures: Figures, plan: CoursePlan) -> QImage:
        shares = course_plan.densities(figures, self._axis, max(2, int(plan.heat.height())))
        columns = plan.heat.left() + np.arange(max(1, int(plan.heat.width()))) + 0.5
        places = np.array([figures.at(plan.epoch_at(x, figures.epochs)) for x in columns.tolist()], np.intp)
        return image_of(course_plan.heat_pixels(shares, places, self._axis, theme.current()))

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        figures = self.figures
        if figures is None or self._image is None:
            paint_sentence(painter, self.rect(), self.empty_text)
        else:
            painter.drawImage(self.plan.heat, self._image)
            self._paint_axes(painter, figures)
            plan = self.plan
            self._paint_strip(painter, figures, plan.norm, figures.norms, "training", self.tr("norm"))
            change = self.tr("change an epoch")
            self._paint_strip(painter, figures, plan.change, figures.changes, "validation", change, log=True)
            self._paint_pointed(painter, figures)
        painter.end()

    def _paint_axes(self, painter: QPainter, figures: Figures) -> None:
        now, heat = theme.current(), self.plan.heat
        painter.setFont(theme.font(LABEL_SIZE, tabular=True))
        low, high = self._axis
        for at in even_ticks(low, high):
            y = heat.bottom() - (at - low) / (high - low) * heat.height()
            painter.setPen(QPen(now.color("line", 0.9 if at == 0 else 0.45)))
            painter.drawLine(QPointF(heat.left(), y), QPointF(heat.right(), y))
            painter.setPen(now.color("quiet"))
            painter.drawText(QRectF(0, y - 8, heat.left() - LABEL_GAP, 16), RIGHT, tick_text(at))
        box = QRectF(heat.left(), self.plan.change.bottom() + 4, heat.width(), 16)
        painter.drawText(box, LEFT, count_text(figures.epochs[0]))
        painter.drawText(box, RIGHT, self.tr("epoch {epoch}").format(epoch=count_text(figures.epochs[-1])))

    def _paint_strip(
        self,
        painter: QPainter,
        figures: Figures,
        box: QRectF,
        values: course_plan.Floats,
        colour: str,
        name: str,
        *,
        log: bool = False,
    ) -> None:
        now = theme.current()
        painter.setPen(QPen(now.color("line", 0.65)))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        lying, ends = course_plan.strip_values(values, log)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color(colour), 1.0))
        painter.drawPolyline(
            course_plan.strip_line(self.plan, box.adjusted(0, LABEL_HEIGHT, 0, 0), figures.epochs, lying, ends)
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        last = float(values[-1])
        painter.setFont(theme.font(LABEL_SIZE, tabular=True))
        text = f"{name} {value_text(last)}" if isfinite(last) else name
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 6
        painter.setPen(now.color("quiet"))
        painter.drawText(QRectF(box.left(), box.top(), width, LABEL_HEIGHT), LEFT, text)

    def _paint_pointed(self, painter: QPainter, figures: Figures) -> None:
        lines = self.hover_lines()
        if not lines:
            return
        x = round(self.plan.x(figures.epochs[self._place(figures)], figures.epochs)) + 0.5
        painter.setPen(QPen(theme.current().color("text", 0.7), 1))
        painter.drawLine(QPointF(x, self.plan.heat.top()), QPointF(x, self.plan.change.bottom()))
        paint_card(painter, lines, self.at, self.card_bounds())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # ------------------------------------------------------------ pointing

    def _place(self, figures: Figures) -> int:
        return figures.at(self.plan.epoch_at(self.at.x(), figures.epochs))

    def hover_lines(self) -> list[Line]:
        """What is said of the epoch, and of the values, that are pointed at; empty where nothing is."""
        figures, heat = self.figures, self.plan.heat
        inside = heat.adjusted(0, 0, 0.5, 0.5).united(self.plan.change.adjusted(0, 0, 0.5, 0.5))
        if figures is None or not inside.contains(self.at):
            return []
        place = self._place(figures)
        lines = [Line(self.tr("epoch"), count_text(figures.epochs[place]))]
        if heat.contains(self.at):
            lines += self._values_here(figures, place)
        low, high = (value_text(float(end)) for end in figures.spans[place])
        lines.append(Line(self.tr("least, largest"), f"{low}  {high}"))
        lines.append(Line(self.tr("norm"), value_text(float(figures.norms[place]))))
        if isfinite(float(figures.changes[place])):
            lines.append(Line(self.tr("change an epoch"), value_text(float(figures.changes[place]))))
        return lines

    def _values_here(self, figures: Figures, place: int) -> list[Line]:
        """How many weights lie in the bin under the mouse."""
        heat, (low, high) = self.plan.heat, self._axis
        value = low + (heat.bottom() - self.at.y()) / heat.height() * (high - low)
        least, largest = (float(end) for end in figures.spans[place])
        bins = figures.counts.shape[1]
        if not least <= value <= largest or largest <= least:
            return []
        width = (largest - least) / bins
        start = least + min(bins - 1, int((value - least) / width)) * width
        ends = (tick_text(float(f"{edge:.3g}")) for edge in (start, start + width))
        count = round(figures.count_near(place, start, start + width))
        return [Line(self.tr("{low} to {high}").format(low=next(ends), high=next(ends)), f"{count:,}")]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        figures = self.figures
        if event.key() == Qt.Key.Key_Escape and self.hover_lines():
            self.point_at(None)
        elif step is not None and figures is not None:
            last = len(figures.epochs) - 1
            place = min(last, max(0, self._place(figures) + step)) if self.hover_lines() else last
            x = self.plan.x(figures.epochs[place], figures.epochs)
            self.point_at(QPointF(x, self.plan.norm.center().y()))
        else:
            super().keyPressEvent(event)
