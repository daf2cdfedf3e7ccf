"""Samples one by one, the largest loss first: as pictures where they are pictures, else as lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.evaluating.messages import Sample
from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.figures import count_text, loss_text, share_text
from nnviz.ui.panes.evaluation_view import CENTRE, LEFT, RIGHT, SIDE, FigureView, Judged
from nnviz.ui.panes.readout import Line
from nnviz.ui.panes.ticks import value_text

HEAD, ROW = 22.0, 22.0
TILE_WIDTH, PICTURE, TILE_HEIGHT = 64.0, 52.0, 76.0
NOTCH = 120
PictureOf = Callable[[str, int], QImage | None]


class SamplesView(FigureView):
    """The worst mistakes, or the samples of a cell of the matrix.

    Attributes:
        picture_of: the picture of a row of a part, where samples are pictures.
        first: the first line, of tiles or rows, that is shown.

    Signals:
        back_requested: the worst mistakes again, instead of one cell.
        row_chosen: the part and the number of a sample that was clicked.
    """

    back_requested = Signal()
    row_chosen = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Worst mistakes")
        self.setAccessibleName(self.title)
        self.picture_of: PictureOf | None = None
        self.first = 0

    def offers(self, judged: Judged) -> bool:
        return True

    def caption(self, judged: Judged) -> str:
        cell = judged.evaluation.wish.cell
        if cell is None:
            return self.tr("largest loss first")
        return self.tr("{answer} for {truth}").format(answer=judged.name(cell[1]), truth=judged.name(cell[0]))

    @property
    def pictured(self) -> bool:
        """Whether the samples are shown as pictures."""
        part = self.judged.evaluation.wish.part if self.judged is not None else ""
        return self.picture_of is not None and part != "file"

    @property
    def _list(self) -> QRectF:
        return self.area.adjusted(SIDE, HEAD, -SIDE, -4)

    @property
    def across(self) -> int:
        """Samples beside each other."""
        return max(1, int(self._list.width() // TILE_WIDTH)) if self.pictured else 1

    def box(self, place: int) -> QRectF:
        """Where the sample number *place* of the list stands."""
        area, high = self._list, TILE_HEIGHT if self.pictured else ROW
        line, column = divmod(place - self.first * self.across, self.across)
        wide = area.width() / self.across
        return QRectF(area.left() + column * wide, area.top() + line * high, wide, high)

    def draw(self, painter: QPainter, judged: Judged) -> None:
        samples, area = judged.evaluation.samples, self._list
        lines = -(-len(samples) // self.across)
        fitting = max(1, int(area.height() // (TILE_HEIGHT if self.pictured else ROW)))
        self.first = max(0, min(self.first, lines - fitting))
        self._paint_head(painter, judged)
        if not samples:
            painter.setPen(theme.current().color("quiet"))
            painter.setFont(theme.font(12))
            painter.drawText(area, CENTRE, self._nothing(judged))
        for place in range(self.first * self.across, min(len(samples), (self.first + fitting) * self.across)):
            paint = self._paint_tile if self.pictured else self._paint_line
            paint(painter, self.box(place), judged, samples[place])

    def _nothing(self, judged: Judged) -> str:
        if judged.evaluation.wish.cell is not None:
            return self.tr("No sample is in this cell")
        return self.tr("No mistakes")

    def _paint_head(self, painter: QPainter, judged: Judged) -> None:
        now, cell = theme.current(), judged.evaluation.wish.cell
        box = QRectF(SIDE, self.area.top(), self.width() - 2 * SIDE, HEAD)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(now.color("quiet"))
        if cell is not None:
            painter.drawText(box, LEFT, self.caption(judged))
            painter.setPen(now.color("accent"))
            painter.drawText(box, RIGHT, self.tr("all mistakes"))
        elif self.pictured:
            painter.drawText(box, LEFT, self.tr("true → answer, largest loss first"))
        else:
            for place, aligned, text in self._columns(
                box, self.tr("row"), self.tr("true"), self.tr("answer"), self.tr("loss")
            ):
                painter.drawText(place, aligned, text)

    def _columns(
        self, box: QRectF, row: str, truth: str, answer: str, loss: str
    ) -> list[tuple[QRectF, Qt.AlignmentFlag, str]]:
        wide = max(40.0, (box.width() - 84) / 2)
        x = box.left() + 36
        return [(QRectF(box.left(), box.top(), 32, box.height()), RIGHT, row),
                (QRectF(x + 8, box.top(), wide - 16, box.height()), LEFT, truth),
                (QRectF(x + wide, box.top(), wide - 4, box.height()), LEFT, answer),
                (QRectF(box.right() - 52, box.top(), 52, box.height()), RIGHT, loss)]  # fmt: skip

    def _paint_line(self, painter: QPainter, box: QRectF, judged: Judged, sample: Sample) -> None:
        now = theme.current()
        painter.setFont(theme.font(12, tabular=True))
        texts = (
            f"{sample.row + 1:,}",
            truth_text(judged, sample.truth),
            truth_text(judged, sample.answer),
            loss_text(sample.loss),
        )
        for i, (place, aligned, text) in enumerate(self._columns(box, *texts)):
            wrong = i == 2 and judged.facts.task != "regression" and sample.truth != sample.answer
            painter.setPen(now.color("caution" if wrong else "text" if i in (1, 2) else "quiet"))
            painter.drawText(
                place, aligned, short_name(text, judged.facts.class_names, painter.fontMetrics(), place.width())
            )

    def _paint_tile(self, painter: QPainter, box: QRectF, judged: Judged, sample: Sample) -> None:
        now, part = theme.current(), judged.evaluation.wish.part
        frame = QRectF(round(box.center().x() - PICTURE / 2), box.top() + 2, PICTURE, PICTURE)
        picture = self.picture_of(part, sample.row) if self.picture_of is not None else None
        painter.fillRect(frame, now.color("field"))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > PICTURE)
            size = picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            painter.drawImage(place, picture)
        painter.setFont(theme.font(11, tabular=True))
        wrong = judged.facts.task != "regression" and sample.truth != sample.answer
        painter.setPen(now.color("caution" if wrong else "text"))
        text = f"{truth_text(judged, sample.truth)} → {truth_text(judged, sample.answer)}"
        line = QRectF(box.left(), frame.bottom() + 2, box.width() - 2, 16)
        painter.drawText(
            line, CENTRE, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        )

    def sample_at(self, at: QPointF) -> Sample | None:
        """The sample under *at*."""
        if self.judged is None or not self._list.contains(at):
            return None
        for place, sample in enumerate(self.judged.evaluation.samples):
            if place >= self.first * self.across and self.box(place).contains(at):
                return sample
        return None

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        sample = self.sample_at(at)
        if sample is None:
            return []
        lines = [Line(self.tr("row {row}").format(row=count_text(sample.row + 1))),
                 Line(self.tr("true"), truth_text(judged, sample.truth)),
                 Line(self.tr("answer"), truth_text(judged, sample.answer))]  # fmt: skip
        if sample.sure == sample.sure:
            lines.append(Line(self.tr("probability of the answer"), share_text(sample.sure)))
        return [*lines, Line(self.tr("loss"), loss_text(sample.loss))]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        judged = self.judged
        of_a_cell = judged is not None and judged.evaluation.wish.cell is not None
        if of_a_cell and event.position().y() < self._list.top():
            self.back_requested.emit()
        sample = self.sample_at(event.position())
        if sample is not None and judged is not None and judged.evaluation.wish.part != "file":
            self.row_chosen.emit(judged.evaluation.wish.part, sample.row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.first = max(0, self.first - round(event.angleDelta().y() / NOTCH))
        self.update()
        event.accept()


def truth_text(judged: Judged, value: tuple[float, ...]) -> str:
    """A class, the labels that hold, or a number."""
    if judged.facts.task == "regression":
        return value_text(value[0]) if value else "–"
    return ", ".join(judged.name(int(i)) for i in value) or "–"
