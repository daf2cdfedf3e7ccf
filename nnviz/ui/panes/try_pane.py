"""The pane in which the network is tried: a drawing, a picture or a typed row, and its answer beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QStackedWidget, QWidget

from nnviz.data.tables.typed import Cell, TypedField
from nnviz.network.facts import DataFacts
from nnviz.ui import style, theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.try_bars import AnswerBars
from nnviz.ui.panes.try_canvas import Canvas
from nnviz.ui.panes.try_fields import NumbersText, RowFields

Way = Literal["draw", "row", "numbers", ""]
BESIDE = 330  # pixels of width from which on the answer stands beside the sample
FULL = 16_777_215  # as high as a widget can be


class TryPane(Pane):
    """What a person tries, and what the network says to it.

    Attributes:
        way: how a sample is given: drawn, a field for each column, or all numbers in a row.
        canvas, fields, numbers: where it is given.
        bars: the answer.

    Signals:
        sample_changed: another sample is to be answered.
        sample_requested: a person wants another sample of the data.
        picture_dropped: the path of a picture file that is to be answered.
    """

    sample_changed = Signal()
    sample_requested = Signal()
    picture_dropped = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Try it"))
        self.way: Way = ""
        self._facts: DataFacts | None = None
        self._answer: tuple[float, ...] = ()
        self._margin = False
        self.canvas, self.fields, self.numbers = Canvas(self), RowFields(self), NumbersText(self)
        self.bars = AnswerBars(self)
        self._hint = QLabel(self)
        self._hint.setFont(theme.font(11))
        self._hint.setWordWrap(True)
        style.set_role(self._hint, "quiet")
        self._make_header()
        self._lay_out()
        self.canvas.drawn.connect(self.sample_changed)
        self.canvas.picture_dropped.connect(self.picture_dropped)
        self.fields.edited.connect(self.sample_changed)
        self.numbers.textChanged.connect(self.sample_changed)

    def _make_header(self) -> None:
        self.clear_button, self.sample_button = (
            TextButton(self.tr("Clear"), self),
            TextButton(self.tr("A sample"), self),
        )
        self.sample_button.setToolTip(self.tr("Take another sample of the data"))
        self.clear_button.clicked.connect(self.canvas.clear)
        self.sample_button.clicked.connect(self.sample_requested)
        self.header.add_space()
        for button in (self.sample_button, self.clear_button):
            button.setCheckable(False)
            button.hide()
            self.header.add(button)

    def _lay_out(self) -> None:
        self._input = QStackedWidget(self)
        for widget in (QWidget(), self.canvas, self.fields, self.numbers):
            self._input.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(theme.GROUP, 0, theme.GROUP, 4)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self._input, 1)
        self._row.addWidget(self.bars, 1)
        self._hint.setContentsMargins(theme.GROUP, 0, theme.GROUP, theme.GAP)
        self.body.addLayout(self._row, 1)
        self.body.addWidget(self._hint)

    def set_data(self, facts: DataFacts | None, way: Way = "", hint: str = "") -> None:
        """The data are others, whose samples are given in this *way*; *hint* explains what is done to them."""
        self._facts, self.way, self._answer = facts, way, ()
        self._input.setCurrentIndex(("", "draw", "row", "numbers").index(way))
        self.sample_button.setVisible(bool(way))
        self.clear_button.setVisible(way == "draw" and self.canvas.drawable)
        self.show_hint(hint)
        self.refresh_soon()

    def take_sample(self, other: TryPane) -> None:
        """Have the sample of *other* here, given in the same way."""
        if self.way == "draw":
            self.canvas.take_ink(other.canvas)
        elif self.way == "row":
            self.fields.set_cells(other.fields.cells)
        elif self.way == "numbers":
            self.numbers.setPlainText(other.numbers.toPlainText())

    def show_hint(self, hint: str) -> None:
        """Say *hint* below."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_fields(self, fields: Sequence[TypedField], cells: Sequence[Cell]) -> None:
        """Offer a field for each column."""
        self.fields.set_fields(fields, cells)

    def show_seen(self, picture: QImage | None) -> None:
        """Show what the network gets of the drawing."""
        self.canvas.seen = picture
        self.canvas.update()

    def show_answer(self, answer: tuple[float, ...], margin: bool = False) -> None:
        """Show what the network says; () for nothing."""
        self._answer, self._margin = answer, margin
        self.refresh_soon()

    def refresh(self) -> None:
        self.bars.show_answer(self._answer, self._facts, self._margin)
        self.update()
        self._share_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._facts is None:
            painter = QPainter(self)
            text = self.tr("What the network answers to a sample of your own appears here")
            paint_sentence(painter, self.rect(), text)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
        self._share_height()

    def _share_height(self) -> None:
        """Below a sample the answer takes no more than it needs."""
        below = self._row.direction() is QBoxLayout.Direction.TopToBottom
        self.bars.setMaximumHeight(self.bars.wanted_height if below else FULL)


def sample_numbers(text: NumbersText, count: int) -> NDArray[np.float64] | None:
    """The *count* numbers that stand in *text*; None where there are others."""
    found = text.numbers()
    return np.array(found) if found is not None and len(found) == count else None
