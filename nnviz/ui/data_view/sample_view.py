"""One sample large: its picture or its values, its label, and what the network answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.data.profile.known import DataKind
from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.data_view.sample import AnswerLine, Sample, answer_lines
from nnviz.ui.data_view.scrolled import Scrolled
from nnviz.ui.data_view.table_paint import TINT
from nnviz.ui.data_view.wording import cell_text, row_text
from nnviz.ui.training.live import Floats

SIDE, TOP = theme.GROUP, 6
TITLE, LABEL, ANSWER, VALUE = 18, 24, 19, 20
BAR, NAME, SHARE = 7.0, 96.0, 48.0
BESIDE = 30  # pixels between the label and the number of the row, and for the cross behind it
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class SamplePlan:
    """Where the *picture* of a sample stands, and the *text*: beside it where there is more width than height."""

    picture: QRectF
    text: QRectF

    @classmethod
    def of(cls, width: float, height: float, image: QSize | None) -> SamplePlan:
        """The plan for a sample whose image has this size; None for none."""
        room = QRectF(SIDE, TOP, max(1.0, width - 2 * SIDE), max(1.0, height - 2 * TOP))
        if image is None or image.isEmpty():
            return cls(QRectF(), room)
        beside = width > 1.5 * height
        high = room.height() if beside else min(room.width(), room.height() * 0.5)
        wide = room.width() * 0.4 if beside else room.width()
        size = _fitted(image, wide, high)
        picture = QRectF(room.left(), room.top(), size.width(), size.height())
        if beside:
            return cls(picture, room.adjusted(size.width() + 14, 0, 0, 0))
        picture.moveLeft(round(room.center().x() - size.width() / 2))
        return cls(picture, room.adjusted(0, size.height() + 8, 0, 0))


def _fitted(image: QSize, width: float, height: float) -> QSize:
    """*image* as large as fits; a small one in whole steps, so that all its pixels are alike."""
    factor = min(width / image.width(), height / image.height())
    factor = float(int(factor)) if factor >= 1 else factor
    return QSize(max(1, round(image.width() * factor)), max(1, round(image.height() * factor)))


class SampleView(Scrolled):
    """Paints the sample that it is given.

    Attributes:
        sample: what is shown; None for none.
        answers: what the network answers to it; empty while that is not known.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample: Sample | None = None
        self.answers: tuple[AnswerLine, ...] = ()
        self._facts: DataFacts | None = None
        self._learned = False
        self._part = ""
        self._classes: dict[str, int] = {}
        self._yes_or_no = False
        self._kind: DataKind | None = None
        self.setAccessibleName(self.tr("One sample"))

    def show_sample(self, sample: Sample | None) -> None:
        """Show another sample; its answer follows."""
        self.sample, self._part = sample, ""
        self.answers = ()
        self.verticalScrollBar().setValue(0)
        self.fit()
        self._tell()

    def set_kind(self, kind: DataKind | None) -> None:
        """Know what samples of these data are called."""
        self._kind = kind
        self.viewport().update()

    def _invitation(self) -> str:
        if self._kind == "pictures":
            return self.tr("Choose a picture to see it here")
        if self._kind == "arrays":
            return self.tr("Choose a sample to see it here")
        return self.tr("Choose a row to see it here")

    def set_classes(self, names: Sequence[str], *, yes_or_no: bool = False) -> None:
        """Mark labels and answers with the colours of the classes."""
        self._classes, self._yes_or_no = {name: i for i, name in enumerate(names)}, yes_or_no
        self.viewport().update()

    def show_part(self, part: str) -> None:
        """Say which part of the data the sample is in: ``train``, ``validation`` or ``test``; empty for none."""
        self._part = part
        self.viewport().update()

    def show_answer(self, values: Floats | None, facts: DataFacts | None, *, margin: bool, learned: bool) -> None:
        """Show what the network answers; *learned*: it has been trained.

        Args:
            values: ``(outputs,)``; None where that is not known.
            facts: of the data it learns from.
            margin: a yes-or-no answer lies in [-1, 1].
            learned: whether it has been trained at all.
        """
        known = values is not None and facts is not None and self.sample is not None
        self.answers = answer_lines(values, facts, margin) if known else ()  # type: ignore[arg-type]
        self._facts, self._learned = facts, learned
        self.fit()
        self._tell()

    def _tell(self) -> None:
        """What a screen reader says."""
        sample = self.sample
        said = [row_text(sample.row), sample.label] if sample is not None else []
        said += [f"{line.name} {line.text}" for line in self.answers]
        self.setAccessibleDescription(", ".join(said))
        self.viewport().update()

    # ------------------------------------------------------------------ places

    def _plan(self) -> SamplePlan:
        image = self.sample.image if self.sample is not None else None
        return SamplePlan.of(self.viewport().width(), self.viewport().height(), image.size() if image else None)

    def fit(self) -> None:
        sample = self.sample
        if sample is None:
            return self.set_reach(0, 1)
        content = LABEL + len(sample.values) * VALUE
        content += (TITLE + len(self.answers) * ANSWER + 8) if self.answers else 0
        return self.set_reach(round(self._plan().text.top()) + content + TOP, VALUE)

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter) -> None:
        sample, now = self.sample, theme.current()
        if sample is None:
            painter.setFont(theme.font(12))
            painter.setPen(now.color("quiet"))
            box = self.viewport().rect().adjusted(SIDE, 0, -SIDE, 0)
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, centred, self._invitation())
            return
        painter.translate(0, -self.verticalScrollBar().value())
        plan = self._plan()
        if sample.image is not None:
            _paint_image(painter, plan.picture, sample.image)
        line = QRectF(plan.text.left(), plan.text.top(), plan.text.width(), TITLE)
        self._paint_label(painter, QRectF(line.left(), line.top(), line.width(), LABEL - 4), sample)
        line.translate(0, LABEL)
        if self.answers:
            line = self._paint_answers(painter, line, sample.label)
        for head, cell in sample.values:
            _paint_value(
                painter, QRectF(line.left(), line.top(), line.width(), VALUE), head.name, cell_text(cell), cell
            )
            line.translate(0, VALUE)

    def _paint_label(self, painter: QPainter, line: QRectF, sample: Sample) -> None:
        """The label with the colour of its class, and which row it is."""
        now, index, left = theme.current(), self._classes.get(sample.label), line.left()
        if index is not None:
            painter.fillRect(QRectF(left, line.center().y() - 4, 8, 8), class_colour(index, self._yes_or_no))
            left += 14
        painter.setFont(theme.font(13, semibold=True))
        painter.setPen(now.color("text"))
        beside = QFontMetricsF(theme.font(10)).horizontalAdvance(self._row_text(sample)) + BESIDE
        room = max(0, round(line.right() - left - beside))
        shown = painter.fontMetrics().elidedText(sample.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, line.top(), room + 2, line.height()), _LEFT, shown)
        left += painter.fontMetrics().horizontalAdvance(shown) + (10 if shown else 0)
        painter.setFont(theme.font(10))
        painter.setPen(now.color("quiet"))
        painter.drawText(
            QRectF(left, line.top() + 1, line.right() - left, line.height()), _LEFT, self._row_text(sample)
        )

    def _row_text(self, sample: Sample) -> str:
        """Which row it is, and which part of the data it is in where that is known."""
        part = {"train": self.tr("training"), "validation": self.tr("validation"), "test": self.tr("test")}
        return ", ".join((row_text(sample.row), *([part[self._part]] if self._part else [])))

    def _paint_answers(self, painter: QPainter, line: QRectF, label: str) -> QRectF:
        """The answers from *line* on; returns the line after them."""
        now = theme.current()
        painter.setFont(theme.font(10))
        painter.setPen(now.color("quiet"))
        before = self.tr("the network's answer before it learned")
        painter.drawText(line, _LEFT, self.tr("the network's answer") if self._learned else before)
        line = line.translated(0, TITLE)
        wrong = self._facts is not None and self._facts.task in ("binary", "classes")
        wrong = wrong and self._learned and self.answers[0].name != label
        for place, answer in enumerate(self.answers):
            colour = "caution" if wrong and place == 0 else "text" if place == 0 else "quiet"
            self._paint_answer(painter, QRectF(line.left(), line.top(), line.width(), ANSWER), answer, colour)
            line.translate(0, ANSWER)
        return line.translated(0, 8)

    def _paint_answer(self, painter: QPainter, line: QRectF, answer: AnswerLine, colour: str) -> None:
        now = theme.current()
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(now.color(colour))
        metrics, wide = painter.fontMetrics(), min(NAME, line.width() * 0.35)
        shown = metrics.elidedText(answer.name, Qt.TextElideMode.ElideRight, round(wide))
        painter.drawText(QRectF(line.left(), line.top(), wide + 2, line.height()), _LEFT, shown)
        painter.drawText(line, _RIGHT, answer.text)
        if answer.share is None:
            return
        room = max(4.0, line.width() - wide - SHARE - 8)
        track = QRectF(round(line.left() + wide + 4), round(line.center().y() - BAR / 2), round(room), BAR)
        painter.fillRect(track, now.color("field"))
        part = class_colour(answer.index, self._yes_or_no)
        painter.fillRect(QRectF(track.left(), track.top(), round(answer.share * track.width()), BAR), part)


def _paint_image(painter: QPainter, box: QRectF, image: QImage) -> None:
    """*image* in *box*; where its pixels are enlarged, they stay sharp."""
    if box.width() < image.width():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)


def _paint_value(painter: QPainter, line: QRectF, name: str, text: str, cell: object) -> None:
    now, half = theme.current(), line.width() * 0.5
    if cell is None:
        painter.fillRect(line.adjusted(half, 1, 0, -1), now.color("caution", TINT))
    painter.setFont(theme.font(11, tabular=True))
    metrics = painter.fontMetrics()
    painter.setPen(now.color("quiet"))
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(half) - 8)
    painter.drawText(QRectF(line.left(), line.top(), half, line.height()), _LEFT, shown)
    painter.setPen(now.color("text" if cell is not None else "quiet"))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(half) - 4)
    painter.drawText(
        QPointF(line.right() - metrics.horizontalAdvance(shown), line.center().y() + metrics.ascent() / 2 - 1), shown
    )
