"""The answers to a fixed sample of rows: a list of classes, points over a diagonal, or pictures below the samples."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.mosaic_plan import MosaicPlan
from nnviz.ui.panes.predictions_list import PICTURE, ListPlan, paint_answer, paint_heads
from nnviz.ui.panes.predictions_pairs import Shape, paint_pairs, pairs, pairs_plan, picture_shape
from nnviz.ui.panes.predictions_rows import AnswerRow, class_names, number_text, numbers
from nnviz.ui.panes.predictions_scatter import ScatterPlan, paint_scatter, span_of
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import Range
from nnviz.ui.training.live import Answers

PictureOf = Callable[[str, int], QImage | None]


class PredictionsView(QWidget):
    """Paints what its pane gives it.

    Attributes:
        empty_text: shown while there are no answers.
        picture_of: the picture of a row of a part of the data, where the data are pictures; None otherwise.
        column: which of several targets is shown.

    Signals:
        row_chosen: the part and the number of a row that was clicked.
    """

    row_chosen = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.picture_of: PictureOf | None = None
        self.column = 0
        self._answers: Answers | None = None
        self._facts: DataFacts | None = None
        self._rows: list[AnswerRow] = []
        self._pictures: dict[tuple[str, int], QImage | None] = {}
        self._span: Range | None = None
        self._pairs: list[QImage] = []
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Predictions"))

    def show_answers(self, answers: Answers | None, facts: DataFacts | None, rows: list[AnswerRow]) -> None:
        """Show newer *answers*; *rows* are the same for a list, empty for numbers."""
        if answers is None or facts is not self._facts:
            self._span = None
            self._pictures.clear()
        self._answers, self._facts, self._rows = answers, facts, rows
        shape, self._pairs = self.pictured, []
        if answers is not None and facts is not None and shape is not None:
            self._pairs = pairs(answers, facts, shape)
        elif self.scattered:
            assert answers is not None
            self._span = span_of(self._span, *numbers(answers, self.column))
        self.update()

    def show_column(self, column: int) -> None:
        """Show the target *column*, of several numbers."""
        self.column, self._span = column, None
        self.show_answers(self._answers, self._facts, self._rows)

    @property
    def scattered(self) -> bool:
        """Whether the answers are numbers."""
        numbers = self._answers is not None and self._facts is not None and self._facts.task == "regression"
        return numbers and self.pictured is None

    @property
    def pictured(self) -> Shape | None:
        """What shape the answers have as pictures; None where they are none."""
        shape, answers = picture_shape(self._facts), self._answers
        size = int(np.prod(shape)) if shape is not None else 0
        return shape if answers is None or answers.values.shape[1:] == (size,) else None

    @property
    def shown(self) -> list[AnswerRow]:
        """The rows on screen: as many as there is room for, evenly chosen."""
        most = min(len(self._rows), self.list_plan.fitting)
        return [self._rows[i] for i in np.linspace(0, len(self._rows) - 1, most).round().astype(int)]

    @property
    def list_plan(self) -> ListPlan:
        """Where the lines stand."""
        return ListPlan.of(float(self.width()), float(self.height()), self._rows, self.picture_of is not None)

    @property
    def scatter_plan(self) -> ScatterPlan | None:
        """Where the points stand; None without numbers."""
        return ScatterPlan.of(self.width(), self.height(), self._span) if self._span is not None else None

    @property
    def pairs_plan(self) -> MosaicPlan | None:
        """Where pictures stand, each below its sample; None without any."""
        shape = self.pictured
        return None if shape is None else pairs_plan(self.width(), self.height(), len(self._pairs), shape)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, plan, pictures = QPainter(self), self.scatter_plan, self.pairs_plan
        if pictures is not None:
            paint_pairs(painter, pictures, self._pairs)
        elif self._answers is not None and self.scattered and plan is not None:
            words = self.tr("true"), self.tr("predicted")
            paint_scatter(painter, plan, *numbers(self._answers, self.column), words)
        elif self._rows and self._facts is not None:
            self._paint_list(painter, self.list_plan, self._facts)
        else:
            paint_sentence(painter, self.rect(), self.empty_text)
        lines = self.card_lines()
        if lines and self._at is not None:
            paint_card(painter, lines, self._at, QRectF(self.rect()).adjusted(4, 0, -4, -4))
        painter.end()

    def _paint_list(self, painter: QPainter, plan: ListPlan, facts: DataFacts) -> None:
        no, yes, *_ = class_names(facts, 2)
        ends = (no, yes) if facts.task == "binary" else ("", "")
        paint_heads(painter, plan, self.tr("true"), ends, self.tr("answer"))
        for place, row in enumerate(self.shown):
            paint_answer(painter, plan, plan.line(place), row, facts.task, self._picture(row.row))

    def _picture(self, row: int) -> QImage | None:
        """The small picture of *row*, made once in the size in which it is shown."""
        if self.picture_of is None or self._answers is None:
            return None
        key = (self._answers.part, row)
        if key not in self._pictures:
            picture, ratio = self.picture_of(*key), self.devicePixelRatioF()
            if picture is None:
                return None  # not there yet
            side, smooth = round(PICTURE * ratio), Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
        return self._pictures[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._at = None

    # ------------------------------------------------------------ pointing

    def card_lines(self) -> list[Line]:
        """What is said of the line or the point under the mouse."""
        if self._at is None or self._answers is None:
            return []
        if self.pictured is not None:
            return self._pair_lines(self._at, self._answers)
        plan = self.scatter_plan
        if self.scattered and plan is not None:
            truth, answer = numbers(self._answers, self.column)
            index = plan.nearest(self._at, truth, answer)
            if index is None:
                return []
            return [self._of_row(self._answers.rows[index]),
                    Line(self.tr("true"), number_text(float(truth[index]))),
                    Line(self.tr("predicted"), number_text(float(answer[index])))]  # fmt: skip
        place, shown = self.list_plan.line_at(self._at), self.shown
        if place is None or place >= len(shown):
            return []
        row = shown[place]
        return [self._of_row(row.row), Line(self.tr("true"), row.truth), *(Line(*pair) for pair in row.named)]

    def _pair_lines(self, at: QPointF, answers: Answers) -> list[Line]:
        place = self._pair_at(at)
        if place is None:
            return []
        error = float(np.abs(answers.values[place] - answers.targets.reshape(len(answers.rows), -1)[place]).mean())
        return [self._of_row(answers.rows[place]), Line(self.tr("off by"), number_text(error))]

    def _pair_at(self, at: QPointF) -> int | None:
        """The number of the pair at *at*."""
        plan = self.pairs_plan
        found = plan.at(at) if plan is not None else None
        return None if found is None else found[0]

    def _of_row(self, row: int) -> Line:
        name = self.tr("validation row {row}") if self._answers_of("validation") else self.tr("training row {row}")
        return Line(name.format(row=f"{row + 1:,}"))

    def _answers_of(self, part: str) -> bool:
        return self._answers is not None and self._answers.part == part

    def point_at(self, at: QPointF | None) -> None:
        """Show the card for the place *at*, or none."""
        self._at = at
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def row_at(self, at: QPointF) -> int | None:
        """The number of the row whose line or point lies at *at*."""
        plan, answers = self.scatter_plan, self._answers
        if answers is None:
            return None
        if self.pictured is not None:
            pair = self._pair_at(at)
            return None if pair is None else answers.rows[pair]
        if self.scattered and plan is not None:
            index = plan.nearest(at, *numbers(answers, self.column))
            return None if index is None else answers.rows[index]
        place, shown = self.list_plan.line_at(at), self.shown
        return shown[place].row if place is not None and place < len(shown) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is not None and self._answers is not None:
            self.row_chosen.emit(self._answers.part, row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)
