"""The figures of the layers over the epochs: a line for each layer, on a scale of powers of ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.training.layer_history import Floats, LayerHistory
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.language import translate
from nnviz.ui.panes.curve_axes import Axes, area_in, label_width, paint_axes
from nnviz.ui.panes.ticks import Range, settled

NAMED = 5  # so many lines are named; of more only the first, the last and the selected one
NAME_STEP, NAME_ROOM = 13.0, 84.0
LEAST_DECADES = 1.0


class Figure(StrEnum):
    """What is drawn over the epochs, by its name in ``LayerFigures``."""

    GRADIENT = "gradient_norm"
    UPDATE = "update_ratio"
    SPREAD = "spread"
    DEAD = "dead"

    @property
    def log(self) -> bool:
        """Whether it is drawn by its powers of ten: a share of units is not."""
        return self is not Figure.DEAD


@dataclass(frozen=True)
class LayerLine:
    """One layer.

    Attributes:
        id, name: the layer, and what a person calls it.
        epochs: epochs done at each measurement.
        values: the figure there, as it lies on the axis; NaN where there is none.
    """

    id: str
    name: str
    epochs: Floats
    values: Floats


def title_of(figure: Figure) -> str:
    """What *figure* is called."""
    return {
        Figure.GRADIENT: translate("Layers", "gradient"),
        Figure.UPDATE: translate("Layers", "update"),
        Figure.SPREAD: translate("Layers", "output spread"),
        Figure.DEAD: translate("Layers", "dead"),
    }[figure]


def lines_of(past: LayerHistory, figure: Figure, names: Mapping[str, str]) -> list[LayerLine]:
    """The lines of the layers that have *figure*, in the order of the network."""
    epochs = np.array(past.epochs, float)
    lines = []
    for layer in past.layers:
        values = past.column(layer, figure)
        if figure.log:
            values = np.log10(values, out=np.full_like(values, np.nan), where=values > 0)
        values = np.where(np.isfinite(values), values, np.nan)
        if not np.isnan(values).all():
            lines.append(LayerLine(layer, names.get(layer, layer), epochs, values))
    return lines


def colour_of(place: int, count: int) -> QColor:
    """The colour of the line at *place* of *count*: from the input's end to the output's, by depth."""
    now = theme.current()
    first, last = now.color("training"), now.color("validation")
    share = place / max(1, count - 1)
    mixed = (a + (b - a) * share for a, b in zip(first.getRgbF()[:3], last.getRgbF()[:3], strict=True))  # type: ignore[index]
    return QColor.fromRgbF(*mixed)


class LayerCurves(QWidget):
    """Paints the lines it is given.

    Attributes:
        lines: what is shown.
        axes: where.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[LayerLine] = ()
        self.axes = Axes(area_in(200, 200, 0), (0.0, 1.0), (0.0, 0.0))
        self._selected: str | None = None
        self.setAccessibleName(self.tr("Figures of the layers over the epochs"))

    def show_lines(self, lines: Sequence[LayerLine], *, log: bool = True) -> None:
        """Show *lines*, whose values are powers of ten where *log*."""
        same = log == self.axes.log and [x.id for x in lines] == [x.id for x in self.lines]
        self.lines = lines
        if lines:
            self._scale(self.axes.y if same and self.axes.y[1] > self.axes.y[0] else None, log)
        self.update()

    def select(self, layer: str | None) -> None:
        """Let the line of *layer* stand out."""
        if layer != self._selected:
            self._selected = layer
            self.update()

    def _scale(self, shown: Range | None, log: bool) -> None:
        values = np.concatenate([line.values for line in self.lines])
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if not log:
            y = (0.0, 1.0)
        else:
            short = max(0.0, LEAST_DECADES - (high - low)) / 2
            y = settled(shown, low - short, high + short)
        epochs = self.lines[0].epochs
        x = (float(epochs[0]), float(max(epochs[-1], epochs[0] + 1)))
        self.axes = Axes(self.axes.area, x, y, log, not log)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.lines:
            paint_sentence(painter, self.rect(), self.tr("Curves appear here as the layers learn"))
        else:
            area = area_in(self.width(), self.height(), label_width(self.axes)).adjusted(0, 0, -self._name_room(), 0)
            axes = Axes(area, self.axes.x, self.axes.y, self.axes.log, self.axes.percent)
            self.axes = axes
            paint_axes(painter, axes, self.tr("epoch {epoch}").format(epoch=f"{int(axes.x[1]):,}"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_lines(painter, axes)
            self._paint_names(painter, axes)
        painter.end()

    def _paint_lines(self, painter: QPainter, axes: Axes) -> None:
        chosen = self._selected if any(line.id == self._selected for line in self.lines) else None
        for place, line in enumerate(self.lines):
            colour = colour_of(place, len(self.lines))
            colour.setAlphaF(1.0 if chosen in (None, line.id) else 0.35)
            painter.setPen(QPen(colour, 1.0))
            there = np.flatnonzero(~np.isnan(line.values))
            points = [axes.place(line.epochs[at], line.values[at]) for at in there.tolist()]
            if len(points) > 1:
                painter.drawPolyline(QPolygonF(points))
            else:
                painter.drawEllipse(points[0], 1.5, 1.5)

    def _paint_names(self, painter: QPainter, axes: Axes) -> None:
        """Names beside the ends of the lines, moved apart where they would lie on each other."""
        painter.setFont(theme.font(10))
        ends = []
        for place, line in self._named():
            last = line.values[~np.isnan(line.values)][-1]
            ends.append((axes.place(axes.x[1], float(last)).y(), place, line.name))
        ends.sort()
        below = axes.area.top() - NAME_STEP
        room = self._name_room() - 6
        for y, place, name in ends:
            below = min(max(y, below + NAME_STEP), axes.area.bottom())
            painter.setPen(colour_of(place, len(self.lines)))
            shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
            box = QRectF(axes.area.right() + 6, below - NAME_STEP / 2, room, NAME_STEP)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _named(self) -> list[tuple[int, LayerLine]]:
        last = len(self.lines) - 1
        every = last < NAMED
        return [
            (place, line)
            for place, line in enumerate(self.lines)
            if every or place in (0, last) or line.id == self._selected
        ]

    def _name_room(self) -> float:
        return min(NAME_ROOM, self.width() * 0.28)
