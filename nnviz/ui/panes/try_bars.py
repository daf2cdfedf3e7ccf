"""What the network says to one sample: a bar for each class or label, or the numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.deciding import HALF
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.panes.evaluation_view import LEFT, RIGHT
from nnviz.ui.panes.predictions_rows import class_names, probabilities
from nnviz.ui.panes.ticks import value_text

ROW, LEAST_ROW, BAR, SHARE, WIDEST = 26.0, 15.0, 8.0, 44.0, 96.0
MOST_NUMBERS = 12


class AnswerBars(QWidget):
    """The newest answer; without one the names alone, so that nothing jumps when it comes.

    Attributes:
        answer: one number for each output; () for none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer: tuple[float, ...] = ()
        self._facts: DataFacts | None = None
        self._margin = False
        self.setAccessibleName(self.tr("Answer"))

    def show_answer(self, answer: tuple[float, ...], facts: DataFacts | None, margin: bool = False) -> None:
        """Show *answer*; *margin*: a yes-or-no answer lies in [-1, 1]."""
        self.answer, self._facts, self._margin = answer, facts, margin
        self.setAccessibleDescription(", ".join(f"{name} {text}" for name, text, *_ in self.rows()))
        self.update()

    def rows(self) -> list[tuple[str, str, float, int, bool]]:
        """Name, text, share in [0, 1], number and whether it is the answer, of all that is shown."""
        facts = self._facts
        if facts is None:
            return []
        if facts.task == "regression":
            names = facts.target_names or tuple(
                self.tr("output {number}").format(number=i + 1) for i in range(facts.outputs)
            )
            return [
                (name, value_text(value), 0.0, i, False)
                for i, (name, value) in enumerate(zip(names, self.answer, strict=False))
            ][:MOST_NUMBERS]
        shares = self._shares(facts)
        names = class_names(facts, len(shares))
        best = (
            [share > HALF for share in shares]
            if facts.task == "labels"
            else [i == int(np.argmax(shares)) for i in range(len(shares))]
        )
        rows = [
            (names[i], f"{100 * share:.0f} %" if self.answer else "–", share, i, best[i] and bool(self.answer))
            for i, share in enumerate(shares)
        ]
        most = max(1, int((self.height() - 8) // LEAST_ROW))
        if len(rows) <= most:
            return rows
        return sorted(rows, key=lambda row: -row[2])[:most]

    def _shares(self, facts: DataFacts) -> list[float]:
        count = max(2, facts.outputs) if facts.task == "binary" else facts.outputs
        if not self.answer:
            return [0.0] * count
        chances = np.nan_to_num(probabilities(np.array([self.answer], np.float32), facts, self._margin))[0]
        if facts.task == "binary":
            return [1.0 - float(chances[0]), float(chances[0])]
        return [float(chance) for chance in chances]

    def _names(self) -> tuple[str, ...]:
        facts = self._facts
        return () if facts is None else facts.target_names if facts.task == "regression" else facts.class_names

    def paintEvent(self, event: QPaintEvent) -> None:
        rows, painter = self.rows(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if rows and self._facts is not None:
            high = max(LEAST_ROW, min(ROW, (self.height() - 8) / len(rows)))
            top = 4.0
            painter.setFont(theme.font(12 if high >= 18 else 11, tabular=True))
            wide = max(painter.fontMetrics().horizontalAdvance(row[0]) for row in rows) + 2.0
            wide = min(wide, WIDEST, max(24.0, self.width() * 0.35))
            for place, row in enumerate(rows):
                box = QRectF(0, top + place * high, self.width(), high)
                self._paint_row(painter, box, row, wide, self._facts)
        painter.end()

    def _paint_row(
        self, painter: QPainter, box: QRectF, row: tuple[str, str, float, int, bool], wide: float, facts: DataFacts
    ) -> None:
        now, (name, text, share, index, best) = theme.current(), row
        shown = short_name(name, self._names(), painter.fontMetrics(), wide)
        painter.setFont(theme.font(painter.font().pixelSize(), semibold=best, tabular=True))
        painter.setPen(now.color("text" if best or facts.task == "regression" else "quiet"))
        painter.drawText(QRectF(box.left(), box.top(), wide + 4, box.height()), LEFT, shown)
        painter.drawText(box, RIGHT, text)
        if facts.task == "regression":
            return
        bar = QRectF(box.left() + wide + 8, round(box.center().y() - BAR / 2), box.width() - wide - 8 - SHARE, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        painter.drawRoundedRect(bar, 3, 3)
        if share > 0:
            colour = class_colour(index, facts.task == "binary")
            colour.setAlphaF(1.0 if best else 0.5)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(2.0, bar.width() * min(1.0, share)), BAR), 3, 3)

    @property
    def wanted_height(self) -> int:
        """Pixels that all rows take at their largest."""
        facts = self._facts
        count = 0 if facts is None else max(2, facts.outputs) if facts.task == "binary" else facts.outputs
        return round(ROW * min(count, MOST_NUMBERS)) + 8

    def sizeHint(self) -> QSize:
        return QSize(180, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)
