"""The steps of a piecewise constant learning rate: after how many batches which rate holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, NumberField, clear_layout, quiet_button
from nnviz.ui.inspector.recipe_terms import TERMS

LARGEST_RATE, LEAST_RATE = 1000.0, 1e-12
LAST_BATCH = 10**9


class PiecesField(QWidget):
    """A line a step: the batch, the learning rate from there on, and a button that takes the step out.

    Signals:
        pieces_given: (boundaries, values): lists as Keras takes them, the first value for the start.
    """

    pieces_given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boundaries: list[int] = []
        self._values: list[float] = []
        self.lines: list[tuple[NumberField, NumberField, GlyphButton]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.STEP)
        self.adder = quiet_button(self.tr("Add a step"), small=True)
        self.adder.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(self._column)
        column.addWidget(self.adder)

    def show_pieces(self, boundaries: list[int], values: list[float]) -> None:
        """Show the steps at *boundaries* with *values*, one more than these."""
        self._boundaries, self._values = list(boundaries), list(values)
        if len(self.lines) != len(boundaries):
            clear_layout(self._column)
            self.lines = [self._line(index) for index in range(len(boundaries))]
        for index, (batch, rate, remove) in enumerate(self.lines):
            batch.set_value(boundaries[index])
            rate.set_value(values[index + 1])
            remove.setEnabled(len(boundaries) > 1)

    def _line(self, index: int) -> tuple[NumberField, NumberField, GlyphButton]:
        batch = NumberField(minimum=1, maximum=LAST_BATCH)
        rate = NumberField(integer=False, minimum=LEAST_RATE, maximum=LARGEST_RATE)
        remove = GlyphButton("close", self.tr("Take this step out"))
        for field, name in (
            (batch, self.tr("Step {0}: after batch").format(index + 1)),
            (rate, self.tr("Step {0}: learning rate").format(index + 1)),
        ):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setAccessibleName(name)
            field.setToolTip(f"{name}\n{TERMS['boundaries'].sentence}")
        batch.value_changed.connect(lambda value: self._move(index, value))
        rate.value_changed.connect(lambda value: self._rate(index, value))
        remove.clicked.connect(lambda: self._remove(index))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        row.addWidget(batch, 1)
        row.addWidget(rate, 1)
        row.addWidget(remove)
        self._column.addWidget(line)
        return batch, rate, remove

    def _move(self, index: int, batch: int) -> None:
        self._boundaries = moved(self._boundaries, index, batch)
        self._give()

    def _rate(self, index: int, rate: float) -> None:
        self._values[index + 1] = rate
        self._give()

    def _add(self) -> None:
        last = self._boundaries[-1]
        before = self._boundaries[-2] if len(self._boundaries) > 1 else 0
        self._boundaries.append(last + max(1, last - before))
        self._values.append(float(f"{self._values[-1] / 10:.6g}"))
        self._give()

    def _remove(self, index: int) -> None:
        del self._boundaries[index]
        del self._values[index + 1]
        self._give()

    def _give(self) -> None:
        boundaries, values = list(self._boundaries), list(self._values)
        self.show_pieces(boundaries, values)
        self.pieces_given.emit(boundaries, values)


def moved(boundaries: list[int], index: int, batch: int) -> list[int]:
    """*boundaries* with number *index* at *batch*, as far as its neighbours let it: they rise."""
    least = boundaries[index - 1] + 1 if index else 1
    most = boundaries[index + 1] - 1 if index + 1 < len(boundaries) else LAST_BATCH
    return [*boundaries[:index], max(least, min(most, batch)), *boundaries[index + 1 :]]
