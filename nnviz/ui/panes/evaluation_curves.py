"""ROC and precision-recall curves, and how far the probabilities can be believed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.training.evaluating.messages import Calibration, Curve
from nnviz.ui import theme
from nnviz.ui.figures import count_text, share_text
from nnviz.ui.panes.evaluation_legend import Entry, Legend, curve_pen
from nnviz.ui.panes.evaluation_view import RIGHT, SIDE, TOP, FigureView, Judged, Plot
from nnviz.ui.panes.readout import Line

NEAR = 14.0  # pixels from a curve at which the mouse points at it


class CurvesView(FigureView):
    """A curve for each class, with its area; the one under the mouse stands out."""

    def __init__(self, title: str, area: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._area = area  # what the area under it is called

    def curves(self, judged: Judged) -> tuple[Curve, ...]:
        """What is drawn."""
        raise NotImplementedError

    def words(self) -> tuple[str, str]:
        """The names of the two axes."""
        raise NotImplementedError

    def point(self, judged: Judged) -> tuple[float, float] | None:
        """Where the threshold of a yes-or-no answer stands."""
        raise NotImplementedError

    def offers(self, judged: Judged) -> bool:
        return bool(self.curves(judged))

    def caption(self, judged: Judged) -> str:
        areas = [curve.area for curve in self.curves(judged)]
        text = f"{self._area} {share_text(sum(areas) / len(areas))}"
        return text if len(areas) == 1 else self.tr("mean {area}").format(area=text)

    def plot(self) -> Plot:
        """The plot as it stands now, with the legend beside it."""
        box = self.area.adjusted(0, 0, -self._legend().width, 0)
        return Plot.of_shares(box)

    def entries(self) -> list[Entry]:
        """What the legend says of each curve."""
        judged = self.judged
        return [] if judged is None else [
            Entry(c.index, judged.name(c.index), c.area, share_text(c.area), self._colour(judged, c))
            for c in self.curves(judged)
        ]  # fmt: skip

    def _legend(self) -> Legend:
        return Legend(self.entries(), self.width())

    def draw(self, painter: QPainter, judged: Judged) -> None:
        plot, curves = self.plot(), self.curves(judged)
        plot.paint_axes(painter, self.words())
        lit = self._nearest(plot, curves)
        for curve in sorted(curves, key=lambda c: c is lit):
            colour = self._colour(judged, curve)
            colour.setAlphaF(1.0 if lit in (None, curve) else 0.25)
            painter.setPen(curve_pen(colour, curve.index, 2.0 if curve is lit or len(curves) == 1 else 1.4))
            places = plot.places(np.array(curve.x), np.array(curve.y))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
        corner = plot.area.topRight()
        self._legend().paint(
            painter, corner, plot.area.height(), None if lit is None else lit.index, self.tr("{0} more")
        )
        if not self.captioned:
            self._paint_mean(painter, plot, judged)
        self._paint_point(painter, plot, judged)

    def _paint_mean(self, painter: QPainter, plot: Plot, judged: Judged) -> None:
        """Say above the plot what a caption would say."""
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(theme.current().color("quiet"))
        right = self.area.right() - SIDE
        painter.drawText(QRectF(0, plot.area.top() - TOP, right, 14), RIGHT, self.caption(judged))

    def _paint_point(self, painter: QPainter, plot: Plot, judged: Judged) -> None:
        point, now = self.point(judged), theme.current()
        if point is not None and point[0] == point[0] and point[1] == point[1]:
            painter.setPen(QPen(now.color("panel"), 2))
            painter.setBrush(now.color("text"))
            painter.drawEllipse(plot.place(*point), 5.0, 5.0)

    def _colour(self, judged: Judged, curve: Curve) -> QColor:
        now = theme.current()
        if judged.facts.task == "binary":
            return now.color("training")
        return QColor(now.classes[curve.index % len(now.classes)])

    def _nearest(self, plot: Plot, curves: tuple[Curve, ...]) -> Curve | None:
        if self.at is None or len(curves) < 2 or not plot.area.contains(self.at):
            return None
        found, best = None, NEAR
        for curve in curves:
            places = plot.places(np.array(curve.x), np.array(curve.y))
            away = _distance(places, self.at)
            if away < best:
                found, best = curve, away
        return found

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        plot, curves = self.plot(), self.curves(judged)
        lit = self._nearest(plot, curves) or (curves[0] if len(curves) == 1 else None)
        if lit is None or not plot.area.contains(at):
            return []
        places = plot.places(np.array(lit.x), np.array(lit.y))
        i = int(np.hypot(*(places - (at.x(), at.y())).T).argmin())
        x, y = self.words()
        head = [] if judged.facts.task == "binary" else [Line(judged.name(lit.index))]
        return [*head, Line(x, share_text(lit.x[i])), Line(y, share_text(lit.y[i]))]


def _distance(places: np.ndarray, at: QPointF) -> float:
    """The pixels from *at* to a line through *places*."""
    a, b, p = places[:-1], places[1:], np.array([at.x(), at.y()])
    along = b - a
    length = np.maximum((along**2).sum(1), 1e-9)
    t = np.clip(((p - a) * along).sum(1) / length, 0, 1)
    return float(np.hypot(*(a + t[:, None] * along - p).T).min(initial=np.inf))


class RocView(CurvesView):
    """The ROC curves, over the diagonal of guessing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "AUC", parent)
        self.title = self.tr("ROC curve")
        self.setAccessibleName(self.title)

    def curves(self, judged: Judged) -> tuple[Curve, ...]:
        return judged.evaluation.roc

    def words(self) -> tuple[str, str]:
        return self.tr("false positive rate"), self.tr("true positive rate")

    def point(self, judged: Judged) -> tuple[float, float] | None:
        found = judged.evaluation.thresholds
        if found is None or not found.yes or not found.no:
            return None
        return found.alarms[judged.step] / found.no, found.hits[judged.step] / found.yes

    def draw(self, painter: QPainter, judged: Judged) -> None:
        plot = self.plot()
        painter.setPen(QPen(theme.current().color("quiet", 0.6), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.area.bottomLeft(), plot.area.topRight())
        super().draw(painter, judged)


class PrecisionView(CurvesView):
    """Precision over recall."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "AP", parent)
        self.title = self.tr("Precision–recall")
        self.setAccessibleName(self.title)

    def curves(self, judged: Judged) -> tuple[Curve, ...]:
        return judged.evaluation.precision_recall

    def words(self) -> tuple[str, str]:
        return self.tr("recall"), self.tr("precision")

    def point(self, judged: Judged) -> tuple[float, float] | None:
        found = judged.evaluation.thresholds
        if found is None or judged.classes is None:
            return None
        return judged.classes.recall[1], judged.classes.precision[1]


class CalibrationView(FigureView):
    """How often what was said with a probability came true; the fuller a bin, the stronger its point."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Calibration")
        self.setAccessibleName(self.title)

    def offers(self, judged: Judged) -> bool:
        return judged.evaluation.calibration is not None

    def caption(self, judged: Judged) -> str:
        found = judged.evaluation.calibration
        return "" if found is None else f"ECE {share_text(found.error)}"

    def plot(self) -> Plot:
        """The plot as it stands now."""
        return Plot.of_shares(self.area)

    def draw(self, painter: QPainter, judged: Judged) -> None:
        found, now, plot = judged.evaluation.calibration, theme.current(), self.plot()
        assert found is not None
        self._paint_counts(painter, plot, found)
        plot.paint_axes(painter, (self.tr("probability given"), self.tr("share that came true")))
        painter.setPen(QPen(now.color("quiet", 0.6), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.area.bottomLeft(), plot.area.topRight())
        points = [QPointF(x, y) for x, y in plot.places(np.array(found.said), np.array(found.true)).tolist()]
        for point, said in zip(points, found.said, strict=True):  # how far it is from what it should be
            painter.setPen(QPen(now.color("caution", 0.8), 1))
            painter.drawLine(point, plot.place(said, said))
        painter.setPen(QPen(now.color("training"), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(now.color("panel"), 1.5))
        painter.setBrush(now.color("training"))
        for point in points:
            painter.drawEllipse(point, 4.0, 4.0)
        if not self.captioned:
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.setFont(theme.font(11, tabular=True))
            painter.setPen(now.color("quiet"))
            painter.drawText(plot.area.adjusted(0, 0, -8, -6), corner, self.caption(judged))

    def _paint_counts(self, painter: QPainter, plot: Plot, found: Calibration) -> None:
        """How many samples each bin has, as low bars from below."""
        most = max(found.counts)
        for said, count in zip(found.said, found.counts, strict=True):
            low = min(9, int(said * 10)) / 10
            left, right = plot.place(low, 0), plot.place(low + 0.1, 0)
            high = plot.area.height() * 0.3 * count / most
            box = QRectF(round(left.x()) + 1, plot.area.bottom() - high, round(right.x()) - round(left.x()) - 2, high)
            painter.fillRect(box, theme.current().color("field"))

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        found, plot = judged.evaluation.calibration, self.plot()
        if found is None or not plot.area.contains(at):
            return []
        across = plot.places(np.array(found.said), np.array(found.true))[:, 0]
        i = int(np.abs(across - at.x()).argmin())
        return [Line(self.tr("probability given"), share_text(found.said[i])),
                Line(self.tr("came true"), share_text(found.true[i])),
                Line(self.tr("samples"), count_text(found.counts[i]))]  # fmt: skip
