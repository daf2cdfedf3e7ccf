"""What lies over the curves: the crosshair with its card, the newest points, the best epoch, what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.panes.curve_marks import MOST_LINES, Flag, Mark, flag_near, flags, paint_flags
from nnviz.ui.panes.curves import Reading
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import value_text

if TYPE_CHECKING:
    from nnviz.ui.panes.curve_view import CurveView

DOT = 2.6


class CurveOverlay(QWidget):
    """Painted over its ``CurveView``, blind to the mouse.

    Attributes:
        reading: what the crosshair shows; None without crosshair.
        best: the epoch marked as best, or None.
        marks: where something was changed, in the order of the epochs.
        seen: the epoch that all of the window shows; None for the present.
    """

    def __init__(self, view: CurveView) -> None:
        super().__init__(view)
        self._view = view
        self.reading: Reading | None = None
        self.best: int | None = None
        self.marks: tuple[Mark, ...] = ()
        self.seen: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_reading(self, reading: Reading | None) -> None:
        """Show the crosshair at *reading*, or none."""
        if reading != self.reading:
            self.reading = reading
            self.update()

    def mark_best(self, epoch: int | None) -> None:
        """Mark *epoch* as the best, or none."""
        if epoch != self.best:
            self.best = epoch
            self.update()

    def mark_seen(self, epoch: int | None) -> None:
        """Mark *epoch* as the one that all of the window shows, or none."""
        if epoch != self.seen:
            self.seen = epoch
            self.update()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark where something was changed."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def flags(self) -> tuple[Flag, ...]:
        """The marks as they are drawn."""
        return flags(self.marks, self._column)

    def card_lines(self, reading: Reading) -> list[Line]:
        """What the card says of *reading*: the epoch, then every curve that has a value there."""
        now, curves = theme.current(), self._view.curves
        lines = [Line(self.tr("epoch {epoch}").format(epoch=f"{reading.epoch:,}"))]
        for value, name, colour in (
            (reading.training, self.tr("train"), now.training),
            (reading.validation, self.tr("validation"), now.validation),
            (reading.earlier, self.tr("last run"), now.quiet),
        ):
            if value == value:
                lines.append(Line(name, value_text(value, curves.percent), QColor(colour)))
        return lines + self._changed_lines(reading.epoch)

    def _changed_lines(self, epoch: int) -> list[Line]:
        """What was changed near *epoch*, each line no wider than the view."""
        x = self._column(epoch) if self.marks else None
        flag = flag_near(self.flags(), x) if x is not None else None
        if flag is None:
            return []
        metrics, width = QFontMetricsF(theme.font(11, tabular=True)), max(80.0, self.width() - 4 * theme.GROUP)
        texts = [text for mark in flag.marks for text in mark.lines]
        if len(texts) > MOST_LINES:
            left = len(texts) - MOST_LINES + 1
            texts = [*texts[: MOST_LINES - 1], self.tr("and {count} more").format(count=left)]
        accent = theme.current().color("accent")
        return [Line(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), "", accent) for text in texts]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._view.curves.shown_epochs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marks:
            paint_flags(painter, self.flags(), self._view.axes.area)
        if self.seen is not None:
            self._paint_seen(painter, self.seen)
        if self.best is not None:
            self._paint_best(painter, self.best)
        self._paint_newest(painter)
        if self.reading is not None:
            self._paint_crosshair(painter, self.reading)
        painter.end()

    def _paint_best(self, painter: QPainter, epoch: int) -> None:
        area, x = self._view.axes.area, self._column(epoch)
        if x is None:
            return
        painter.setPen(QPen(theme.current().color("caution", 0.8), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setFont(theme.font(10))
        text = self.tr("best, epoch {epoch}").format(epoch=f"{epoch:,}")
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        left = x - 6 - width if x - 6 - width >= area.left() else min(x + 6, area.right() - width)
        # On the side of the area the curves leave free: losses start high, accuracies end high.
        top = area.top() + 3 if self._view.curves.may_be_logarithmic else area.bottom() - 19
        box = QRectF(left, top, width + 2, 16)
        painter.fillRect(box.adjusted(-3, 1, 1, -1), theme.current().color("panel", 0.85))
        painter.setPen(theme.current().color("caution"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_seen(self, painter: QPainter, epoch: int) -> None:
        area, x = self._view.axes.area, self._column(max(1, epoch))  # the initial weights stand before the first epoch
        if x is None:
            return
        painter.setPen(QPen(theme.current().color("caution"), 2))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_dots(painter, self._view.curves.reading(epoch), ring=True)

    def _paint_newest(self, painter: QPainter) -> None:
        """A dot at the newest value of each curve, so that a run of one epoch is seen as well."""
        self._paint_dots(painter, self._view.curves.reading(self._view.curves.epochs), ring=False)

    def _paint_crosshair(self, painter: QPainter, reading: Reading) -> None:
        area, x = self._view.axes.area, self._column(reading.epoch)
        if x is None:
            return
        painter.setPen(QPen(theme.current().color("quiet", 0.7), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_dots(painter, reading, ring=True)
        bounds = QRectF(self.rect()).adjusted(theme.STEP, 0, -theme.STEP, -theme.STEP)
        paint_card(painter, self.card_lines(reading), QPointF(x, area.center().y()), bounds)

    def _paint_dots(self, painter: QPainter, reading: Reading, ring: bool) -> None:
        now = theme.current()
        painter.setPen(QPen(now.color("panel"), 1.5) if ring else Qt.PenStyle.NoPen)
        for value, colour in ((reading.training, now.training), (reading.validation, now.validation)):
            place = self._view.place(reading.epoch, value)
            if place is not None:
                painter.setBrush(QColor(colour))
                painter.drawEllipse(place, DOT + ring, DOT + ring)

    def _column(self, epoch: int) -> float | None:
        axes = self._view.axes
        if not axes.x[0] - 1e-6 <= epoch <= axes.x[1] + 1e-6:
            return None
        return float(round(axes.place(epoch, 0).x())) + 0.5
