"""The decision surface, its points, its axes and the card of what the network answers under the mouse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.deciding import HALF
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.colouring import image_of
from nnviz.ui.panes.curve_axes import BOTTOM
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.surface_colours import Floats, Meaning, point_colours, resampled, surface_pixels
from nnviz.ui.panes.surface_points import DataPoints, Extent, paint_generated, points_picture, ring_pen
from nnviz.ui.panes.ticks import value_text

TOP, GUTTER = 4.0, 18.0
MARK = 13.0  # side of the patch that shows how points of a part are ringed
LARGEST = 480  # pixels along a side that are computed; a larger image is stretched


@dataclass(frozen=True)
class Answers:
    """What the network answers: *values* (s, s, outputs), row 0 at y0, over *extent* (x0, x1, y0, y1)."""

    values: Floats
    extent: Extent


class SurfaceView(QWidget):
    """Paints what its pane gives it.

    Attributes:
        sentence: shown in place of the surface where it is not empty.
        in_steps: the decision alone, or bands of numbers, instead of shades.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.in_steps = False
        self._answers: Answers | None = None
        self._points: DataPoints | None = None
        self._generated: Floats | None = None
        self._facts: DataFacts | None = None
        self._meaning = Meaning("binary")
        self._image: QImage | None = None
        self._picture: QPixmap | None = None
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Decision surface"))

    def show_answers(self, answers: Answers | None, facts: DataFacts | None, meaning: Meaning) -> None:
        """Show newer *answers*."""
        extent = self.extent()
        self._answers, self._facts = answers, facts
        if self.extent() != extent:
            self._picture = None
        if meaning != self._meaning:
            self._meaning, self._picture = meaning, None
        self._image = None
        self.update()

    def show_points(self, points: DataPoints | None) -> None:
        """Show other data points."""
        self._points = points.thinned() if points is not None else None
        self._picture = None
        self.update()

    def show_generated(self, points: Floats | None) -> None:
        """Show other points (n, 2) that a generator makes, or none."""
        self._generated = points
        self.update()

    def redraw(self) -> None:
        """Make the images again: size or colours changed."""
        self._image, self._picture = None, None
        self.update()

    # ------------------------------------------------------------ places

    def area(self) -> QRectF:
        """Where the surface is, in pixels of this widget."""
        left = theme.GROUP + GUTTER
        return QRectF(left, TOP, max(1, self.width() - left - theme.GROUP), max(1, self.height() - TOP - BOTTOM))

    def extent(self) -> Extent | None:
        """What of the plane is shown: as the network was asked, else around the points; None without either."""
        if self._answers is not None:
            return self._answers.extent
        return self._points.extent() if self._points is not None and len(self._points.x) else None

    def image(self) -> QImage | None:
        """The surface without points, as it is painted; None without answers."""
        if self._image is None and self._answers is not None:
            area = self.area()
            height, width = (min(LARGEST, int(side)) for side in (area.height(), area.width()))
            answers = resampled(self._answers.values, height, width)
            self._image = image_of(surface_pixels(answers, self._meaning, theme.current(), self.in_steps))
        return self._image

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        extent = self.extent()
        if self.sentence or extent is None:
            self._paint_sentence(painter)
        else:
            self._paint_surface(painter, self.area(), extent)
        painter.end()

    def _paint_sentence(self, painter: QPainter) -> None:
        text = self.sentence or self.tr("What the network answers for every point appears here")
        paint_sentence(painter, self.rect(), text)

    def _paint_surface(self, painter: QPainter, area: QRectF, extent: Extent) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = self.image()
        if image is None:
            painter.fillRect(area, theme.current().color("zero"))
        else:
            painter.drawImage(area, image)
        if self._points is not None and self._facts is not None and len(self._points.x):
            if self._picture is None:
                ratio = self.devicePixelRatioF()
                self._picture = points_picture(self._points, self._facts, self._meaning, extent, area, ratio)
            painter.drawPixmap(area.topLeft(), self._picture)
        if self._generated is not None:
            colour = QColor(*(int(c) for c in point_colours(np.zeros(1), self._meaning, theme.current(), 1)[0]))
            paint_generated(painter, self._generated, extent, area, colour)
        self._paint_names(painter, area)
        lines = self.card_lines()
        if self._at is not None and lines:
            paint_card(painter, lines, self._at, QRectF(self.rect()).adjusted(4, 0, -4, -4))

    def _paint_names(self, painter: QPainter, area: QRectF) -> None:
        """The names of the inputs along their axes, and which ring is which part of the data."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(10))
        metrics = QFontMetricsF(painter.font())
        first, second = self._feature_names()
        row = QRectF(area.left(), area.bottom() + 6, area.width(), 16)
        taken = max(self._paint_part(painter, row, 0), self._paint_part(painter, row, 1))
        painter.setPen(theme.current().color("quiet"))
        shown = metrics.elidedText(first, Qt.TextElideMode.ElideRight, row.width() - 2 * taken)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)
        painter.save()
        painter.translate(theme.GROUP + 6, area.center().y())
        painter.rotate(-90)
        shown = metrics.elidedText(second, Qt.TextElideMode.ElideRight, area.height())
        painter.drawText(QRectF(-area.height() / 2, -8, area.height(), 16), Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    def _paint_part(self, painter: QPainter, row: QRectF, part: int) -> float:
        """The mark and name of training (left) or validation (right); returns the width it takes.

        Beside points of a generator those of the real ones (left) and of the generated ones (right).
        """
        if self._points is None or not (self._points.part == 1).any():
            return 0.0
        name = self.tr("validation") if part else self.tr("train")
        if self._generated is not None:  # which part a real point is of is no matter then
            name = self._class_name(1 - part)
        width = QFontMetricsF(painter.font()).horizontalAdvance(name) + MARK + 5
        left, colors = row.right() - width if part else row.left(), theme.current()
        patch = QRectF(left, row.center().y() - MARK / 2, MARK, MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("quiet", 0.5))  # either ring is seen on it, on a light panel and on a dark one
        painter.drawRoundedRect(patch, 4, 4)
        painter.setPen(ring_pen(part if self._generated is None else 0))
        painter.setBrush(colors.color("positive" if self._generated is None or not part else "negative"))
        painter.drawEllipse(patch.center(), 3, 3)
        painter.setPen(colors.color("quiet"))
        painter.drawText(QRectF(left + MARK + 5, row.top(), width, 16), Qt.AlignmentFlag.AlignVCenter, name)
        return width + theme.GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # ------------------------------------------------------------ pointing

    def point_at(self, at: QPointF | None) -> None:
        """Show the card for the place *at*, or none."""
        self._at = at if at is not None and self.area().contains(at) else None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def card_lines(self) -> list[Line]:
        """What is said of the place pointed at: the inputs, the network's answer, and the data point there."""
        extent = self.extent()
        if self._at is None or extent is None or self.sentence:
            return []
        area = self.area()
        across = (self._at.x() - area.left()) / area.width()
        up = (area.bottom() - self._at.y()) / area.height()
        x, y = extent[0] + across * (extent[1] - extent[0]), extent[2] + up * (extent[3] - extent[2])
        first, second = self._feature_names()
        lines = [Line(first, _short(x)), Line(second, _short(y))]
        if self._answers is not None:
            lines.append(self._answer_line(self._answers.values, across, up))
        return lines + self._point_lines(self._at, extent, area)

    def _answer_line(self, values: Floats, across: float, up: float) -> Line:
        size = len(values) - 1
        answer = values[round(up * size), round(across * size)]
        pixels = surface_pixels(answer[np.newaxis, np.newaxis], self._meaning, theme.current(), in_steps=True)
        colour = QColor(*(int(c) for c in pixels[0, 0]))
        if self._meaning.task == "regression":
            return Line(self.tr("answer"), value_text(float(answer[0])), colour)
        if self._meaning.task == "binary":
            share = (float(self._meaning.signed(answer)) + 1) / 2
            winner, share = (1, share) if share > HALF else (0, 1 - share)
        else:
            winner = int(np.argmax(answer))
            share = float(answer[winner])
        return Line(self._class_name(winner), f"{100 * share:.0f} %", colour)

    def _point_lines(self, at: QPointF, extent: Extent, area: QRectF) -> list[Line]:
        points = self._points
        if points is None or self._facts is None or not len(points.x):
            return []
        near = points.nearest(at, extent, area)
        if near is None:
            return []
        part = (self.tr("train"), self.tr("validation"), self.tr("test"))[int(points.part[near])]
        target = np.asarray(points.y[near]).reshape(-1)
        colours = point_colours(points.y[near : near + 1], self._meaning, theme.current(), self._facts.outputs)
        if self._meaning.task == "regression":
            text = value_text(float(target[0]))
        else:
            text = self._class_name(int(np.argmax(target)) if self._meaning.task == "labels" else int(target[0]))
        return [Line(part, text, QColor(*(int(c) for c in colours[0])))]

    def _class_name(self, index: int) -> str:
        names = self._facts.class_names if self._facts is not None else ()
        return names[index] if index < len(names) else self.tr("class {index}").format(index=index)

    def _feature_names(self) -> tuple[str, str]:
        names = self._facts.feature_names if self._facts is not None else ()
        return (names[0], names[1]) if len(names) == 2 else ("x1", "x2")


def _short(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")
