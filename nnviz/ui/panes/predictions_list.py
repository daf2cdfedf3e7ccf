"""Painting the answers to a sample of rows: a line each, with the true class, a bar, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from nnviz.network.facts import Task
from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.panes.predictions_rows import AnswerRow

SIDE, HEAD, GAP = 16.0, 18.0, 8.0
LINE, PICTURE, BAR = 22.0, 18.0, 8.0
LEAST_NAME, WIDEST_NAME, SURE = 24.0, 84.0, 34.0
CALM, LOUD = 0.55, 1.0  # opacity of the bar of a right and of a wrong answer
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ListPlan:
    """Where the parts of a line stand.

    Attributes:
        width, height: of the widget.
        pictures: whether each line begins with a picture.
        name_width: room for the name of a class.
        names: all that are shown, which have to be told apart.
    """

    width: float
    height: float
    pictures: bool
    name_width: float
    names: tuple[str, ...]

    @classmethod
    def of(cls, width: float, height: float, rows: Sequence[AnswerRow], pictures: bool) -> ListPlan:
        """The plan for *rows*."""
        metrics = QFontMetricsF(theme.font(11))
        names = tuple(sorted({name for row in rows for name in (row.truth, row.answer)}))
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0) + 1
        room = width - 2 * SIDE - (PICTURE + GAP if pictures else 0.0) - SURE - 2 * GAP
        return cls(width, height, pictures, max(LEAST_NAME, min(widest, WIDEST_NAME, room / 3)), names)

    @property
    def fitting(self) -> int:
        """How many lines there is room for."""
        return max(1, int((self.height - HEAD) // LINE))

    def line(self, place: int) -> QRectF:
        """The line at *place*."""
        return QRectF(0, HEAD + place * LINE, self.width, LINE)

    def picture(self, box: QRectF) -> QRectF:
        """The picture of the line *box*."""
        return QRectF(SIDE, box.center().y() - PICTURE / 2, PICTURE, PICTURE)

    @property
    def truth(self) -> tuple[float, float]:
        """Left and right end of the true classes."""
        left = SIDE + (PICTURE + GAP if self.pictures else 0.0)
        return left, left + self.name_width

    @property
    def answer(self) -> tuple[float, float]:
        """Left and right end of the answers, how sure they are included."""
        right = self.width - SIDE
        return right - self.name_width - GAP / 2 - SURE, right

    def bar(self, box: QRectF) -> QRectF:
        """The bar of the line *box*."""
        left, right = self.truth[1] + GAP, self.answer[0] - GAP
        return QRectF(round(left), round(box.center().y() - BAR / 2), max(4.0, round(right - left)), BAR)

    def line_at(self, at: QPointF) -> int | None:
        """The place of the line under *at*."""
        place = int((at.y() - HEAD) // LINE)
        return place if at.y() >= HEAD and place < self.fitting else None


def paint_heads(painter: QPainter, plan: ListPlan, truth: str, ends: tuple[str, str], answer: str) -> None:
    """Paint what stands above the true classes, at either end of the bars, and above the answers."""
    painter.setFont(theme.font(10))
    painter.setPen(theme.current().color("quiet"))
    bar = plan.bar(plan.line(0))
    painter.drawText(QRectF(plan.truth[0], 0, bar.left() - plan.truth[0], HEAD), LEFT, truth)
    painter.drawText(QRectF(bar.right(), 0, plan.answer[1] - bar.right(), HEAD), RIGHT, answer)
    metrics, half = QFontMetricsF(painter.font()), bar.width() / 2 - 2
    for name, left, aligned in ((ends[0], bar.left(), LEFT), (ends[1], bar.right() - half, RIGHT)):
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, half)
        painter.drawText(QRectF(left, 0, half, HEAD), aligned, shown)


def paint_answer(
    painter: QPainter, plan: ListPlan, box: QRectF, row: AnswerRow, task: Task, picture: QImage | None
) -> None:
    """Paint the line of *row* into *box*."""
    now = theme.current()
    if picture is not None:
        size = picture.deviceIndependentSize()
        place = plan.picture(box).center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(QPointF(round(place.x()), round(place.y())), picture)
    if not row.right:
        painter.fillRect(QRectF(0, box.top() + 3, 2, LINE - 6), now.color("caution"))
    painter.setFont(theme.font(11, tabular=True))
    metrics = QFontMetricsF(painter.font())
    painter.setPen(now.color("text"))
    shown = short_name(row.truth, plan.names, metrics, plan.name_width)
    painter.drawText(QRectF(plan.truth[0], box.top(), plan.name_width + 2, LINE), LEFT, shown)
    _paint_bar(painter, plan.bar(box), row, task)
    painter.setPen(now.color("quiet" if row.right else "caution"))
    left, right = plan.answer
    painter.drawText(QRectF(right - SURE, box.top(), SURE, LINE), RIGHT, row.sure)
    room = plan.name_width if row.sure else right - left
    shown = short_name(row.answer, plan.names, metrics, room)
    painter.drawText(QRectF(left, box.top(), room + 2, LINE), LEFT, shown)


def _paint_bar(painter: QPainter, box: QRectF, row: AnswerRow, task: Task) -> None:
    now = theme.current()
    painter.fillRect(box, now.color("field" if row.bar else "bad"))
    for part in row.bar:
        left, right = (round(box.left() + end * box.width()) for end in (part.begin, part.end))
        painter.fillRect(QRectF(left, box.top(), right - left, BAR), part_colour(part.index, task, row.right))
    if task == "binary":
        painter.fillRect(QRectF(round(box.center().x()), box.top() - 2, 1, BAR + 4), now.color("quiet"))


def part_colour(index: int, task: Task, right: bool) -> QColor:
    """The colour of class *index*, calm where the answer is *right*; of yes and no that of the signed scale."""
    now = theme.current()
    if task == "binary":
        return now.color("positive" if index else "negative", CALM if right else LOUD)
    colour = QColor(now.classes[index % len(now.classes)])
    colour.setAlphaF(CALM if right else LOUD)
    return colour
