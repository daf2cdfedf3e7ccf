"""The network with and without the units that are muted: loss, score and confusion beside each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.inside.messages import Figures, Hold, MutedFigures
from nnviz.ui import style, theme
from nnviz.ui.controls import text_label
from nnviz.ui.figures import loss_text, share_text
from nnviz.ui.inside.state import InsideState
from nnviz.ui.panes.colouring import image_of, rgb
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.panes.unit_figure import CENTRE, LEFT, RIGHT

ROW, HEAD, MATRIX, BETWEEN = 18.0, 16.0, 92.0, 16.0


class MutingCard(QWidget):
    """How much the muted units matter; it is there as long as any is muted.

    Signals:
        unmute_requested: all units are to be heard again.
        hold_chosen: what the muted units are to be held at.
    """

    unmute_requested = Signal()
    hold_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hold: Hold = "zero"
        self.title = text_label("", 12, semibold=True)
        self.unmute = TextButton(self.tr("unmute"), self)
        self.unmute.setCheckable(False)
        self.unmute.setToolTip(self.tr("Hear all units again"))
        self.hold = TextButton("", self)
        self.hold.setCheckable(False)
        self.hold.setToolTip(
            self.tr("Hold the output of the muted units at 0, or at its mean over the training rows: then only what "
                    "tells one sample from another is lost")
        )  # fmt: skip
        self.unmute.clicked.connect(self.unmute_requested)
        self.hold.clicked.connect(self._turn_hold)
        self.figures = MutingFigures(self)
        self.note = text_label(self.tr("Muting changes no weights; training goes on with all units."), 11, quiet=True)
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.hold)
        row.addWidget(self.unmute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.figures)
        column.addWidget(self.note)
        style.set_role(self, "content")

    def show_state(self, state: InsideState, facts: DataFacts | None) -> None:
        """Show what *state* has on the muted units."""
        count = len(state.muted)
        self.setVisible(bool(count))
        text = self.tr("Without 1 unit") if count == 1 else self.tr("Without {0} units").format(count)
        self.title.setText(text)
        self._hold = state.hold
        self.hold.setText(self.tr("held at 0") if state.hold == "zero" else self.tr("held at its mean"))
        self.figures.setVisible(state.judges)
        self.figures.show_figures(state.figures, facts)

    def _turn_hold(self) -> None:
        self.hold_chosen.emit("mean" if self._hold == "zero" else "zero")


class MutingFigures(QWidget):
    """A row for the loss and one for the score, and the two confusion matrices."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: MutedFigures | None = None
        self._facts: DataFacts | None = None
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("With and without the muted units"))
        self._fit()

    def show_figures(self, found: MutedFigures | None, facts: DataFacts | None) -> None:
        """Show *found*; None while it is being measured."""
        self._found, self._facts = found, facts
        self._fit()
        self.setAccessibleDescription("; ".join(" ".join(row) for row in self.rows()))
        self.update()

    def _fit(self) -> None:
        matrices = MATRIX + HEAD + 6 if self._found is not None and self._found.classes else 0
        self.setFixedHeight(round(HEAD + 2 * ROW + matrices + 4))

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Name, figure with all units, figure without the muted ones, and the difference."""
        found = self._found
        if found is None:
            return []
        score = {"accuracy": self.tr("Accuracy"), "exact": self.tr("All right"), "mae": self.tr("Mean error")}
        told = share_text if found.kind != "mae" else value_text
        whole, without = found.whole, found.without
        return [
            (self.tr("Loss"), loss_text(whole.loss), loss_text(without.loss), _signed(without.loss - whole.loss)),
            (score[found.kind], told(whole.score), told(without.score), self._difference(found)),
        ]

    def _difference(self, found: MutedFigures) -> str:
        apart = found.without.score - found.whole.score
        return _signed(apart) if found.kind == "mae" else f"{100 * apart:+.1f} %".replace("-", "−") if apart else "0 %"

    def paintEvent(self, _event: object) -> None:
        painter, now, found = QPainter(self), theme.current(), self._found
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(10))
        painter.setPen(now.color("quiet"))
        if found is None:
            painter.drawText(QRectF(self.rect()), LEFT, self.tr("measuring…"))
            painter.end()
            return
        heads = self._where(found), self.tr("all units"), self.tr("without"), self.tr("change")
        for text, box, aligned in zip(heads, self._columns(0.0, HEAD), (LEFT, RIGHT, RIGHT, RIGHT), strict=True):
            painter.drawText(box, aligned, text)
        for i, row in enumerate(self.rows()):
            self._paint_row(painter, row, HEAD + i * ROW, self._worse(found, i))
        if found.classes:
            self._paint_matrices(painter, found)
        lines = self.card_lines()
        if lines and self._at is not None:
            paint_card(painter, lines, self._at, QRectF(self.rect()))
        painter.end()

    def _where(self, found: MutedFigures) -> str:
        part = {"train": self.tr("training"), "validation": self.tr("validation"), "test": self.tr("test")}[found.part]
        return f"{part}, {found.rows:,}"

    def _columns(self, top: float, high: float) -> list[QRectF]:
        wide = self.width()
        name = wide * 0.31
        figure, change = (wide - name) * 0.31, (wide - name) * 0.38
        figures = [QRectF(name + i * figure, top, figure, high) for i in (0, 1)]
        return [QRectF(0, top, name, high), *figures, QRectF(wide - change, top, change, high)]

    def _paint_row(self, painter: QPainter, row: tuple[str, str, str, str], top: float, worse: bool | None) -> None:
        now = theme.current()
        tones = "quiet", "text", "text", "quiet" if worse is None else "caution" if worse else "good"
        painter.setFont(theme.font(12, tabular=True))
        for text, box, tone, aligned in zip(
            row, self._columns(top, ROW), tones, (LEFT, RIGHT, RIGHT, RIGHT), strict=True
        ):
            painter.setPen(now.color(tone))
            painter.drawText(box, aligned, text)

    @staticmethod
    def _worse(found: MutedFigures, row: int) -> bool | None:
        """Whether the figure of *row* is worse without the muted units; None where it is the same."""
        apart = found.without.loss - found.whole.loss if row == 0 else found.without.score - found.whole.score
        if not apart:
            return None
        return apart > 0 if row == 0 or found.kind == "mae" else apart < 0

    # ------------------------------------------------------------ the matrices

    def matrix_box(self, side: int) -> QRectF:
        """Where the matrix with all units (0), or without the muted ones (1), stands."""
        room = (self.width() - BETWEEN) / 2
        size = min(room, MATRIX)
        left = side * (size + BETWEEN)
        return QRectF(left, HEAD + 2 * ROW + HEAD + 6, size, size)

    def _paint_matrices(self, painter: QPainter, found: MutedFigures) -> None:
        now, both = theme.current(), (found.whole, found.without)
        for side, figures in enumerate(both):
            box = self.matrix_box(side)
            painter.drawImage(box, image_of(_pixels(_matrix(figures, found.classes))))
            painter.setPen(QPen(now.color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setFont(theme.font(10))
            painter.setPen(now.color("quiet"))
            caption = self.tr("all units") if side == 0 else self.tr("without")
            painter.drawText(QRectF(box.left(), box.top() - HEAD, box.width(), HEAD - 2), CENTRE, caption)

    def card_lines(self) -> list[Line]:
        """What is said of the cell under the mouse: the same cell in both matrices."""
        found, at = self._found, self._at
        if found is None or at is None or not found.classes:
            return []
        for side in (0, 1):
            box = self.matrix_box(side)
            if box.contains(at):
                row = min(found.classes - 1, int((at.y() - box.top()) / box.height() * found.classes))
                col = min(found.classes - 1, int((at.x() - box.left()) / box.width() * found.classes))
                cell = row * found.classes + col
                words = self.tr("{answer} for {truth}").format(answer=self._name(col), truth=self._name(row))
                counts = (found.whole.counts[cell], found.without.counts[cell])
                return [Line(words), Line(self.tr("all units"), f"{counts[0]:,}"),
                        Line(self.tr("without"), f"{counts[1]:,}")]  # fmt: skip
        return []

    def _name(self, index: int) -> str:
        names = self._facts.class_names if self._facts is not None else ()
        return names[index] if index < len(names) else str(index)

    def mouseMoveEvent(self, event: object) -> None:
        self._at = event.position()  # type: ignore[attr-defined]
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._at = None
        self.update()


def _signed(value: float) -> str:
    """A difference with its sign."""
    text = loss_text(abs(value))
    return f"+{text}" if value > 0 else f"−{text}" if value < 0 else text


def _matrix(figures: Figures, classes: int) -> NDArray[np.float64]:
    """Shares of each true class, (true, answered)."""
    counts = np.array(figures.counts, np.float64).reshape(classes, classes)
    return np.asarray(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), np.float64)


def _pixels(shares: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Right answers in blue, mistakes in orange, on the colour of a field."""
    now = theme.current()
    field, right, wrong = (np.array(rgb(name), np.float64) for name in (now.field, now.positive, now.negative))
    hue = np.where(np.eye(len(shares), dtype=bool)[:, :, None], right, wrong)
    mixed = field + (hue - field) * np.sqrt(shares)[:, :, None]
    return np.asarray(np.round(mixed), np.uint8)
