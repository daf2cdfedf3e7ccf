"""The chips at the foot of the diagram: which sample its units show, and which of them are muted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import text_label
from nnviz.ui.fields.panel_paint import paint_panel
from nnviz.ui.figures import loss_text, share_text
from nnviz.ui.inside.state import InsideState
from nnviz.ui.panes.activations_pane import part_name
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.ticks import value_text

ABOVE = 10  # pixels between the chips and the foot of the view
LEGEND, LEGEND_HIGH, ZOOM = 200, 36, 130  # what stands left and right of them there


class Chip(QWidget):
    """A sentence with a button that ends what it says."""

    def __init__(self, button: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text_label("", 11, tabular=True)
        self.button = TextButton(button, self)
        self.button.setCheckable(False)
        self.button.setAccessibleName(name)
        self.button.setToolTip(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(self.text)
        row.addWidget(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self)


class InsideChips(QWidget):
    """Over the lower middle of *view*; nothing where nothing is to be said.

    Signals:
        unmute_requested: all units are to be heard again.
        sample_left: the diagram is to show the network as such again.
    """

    unmute_requested = Signal()
    sample_left = Signal()

    def __init__(self, state: InsideState, view: QWidget) -> None:
        super().__init__(view)
        self._state, self._view = state, view
        self.sample = Chip("✕", self.tr("Show the network again instead of one sample"), self)
        self.muted = Chip(self.tr("unmute"), self.tr("Hear all units again"), self)
        self.sample.button.clicked.connect(self.sample_left)
        self.muted.button.clicked.connect(self.unmute_requested)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for chip in (self.sample, self.muted):
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignHCenter)
        state.activations_changed.connect(self._follow)
        state.muting_changed.connect(self._follow)
        theme.notifier().changed.connect(self.update)
        view.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        state = self._state
        sampled = state.on_diagram and bool(state.activations) and state.sample is not None
        self.sample.setVisible(sampled)
        self.muted.setVisible(bool(state.muted))
        if sampled:
            self.sample.text.setText(self._sample_text())
        if state.muted:
            self.muted.text.setText(self._muted_text())
        self.setVisible(sampled or bool(state.muted))
        self._place()

    def _sample_text(self) -> str:
        sample = self._state.sample
        if sample is None or sample.part == "given":
            return self.tr("The units show what you try")
        text = self.tr("The units show sample {row} of {part}")
        return text.format(row=f"{sample.row + 1:,}", part=part_name(sample.part))

    def _muted_text(self) -> str:
        count, found = len(self._state.muted), self._state.figures
        text = self.tr("1 unit muted") if count == 1 else self.tr("{0} units muted").format(count)
        if found is None:
            return text
        told = value_text if found.kind == "mae" else share_text
        names = {"accuracy": self.tr("accuracy"), "exact": self.tr("all right"), "mae": self.tr("mean error")}
        loss = self.tr("loss {0} → {1}").format(loss_text(found.whole.loss), loss_text(found.without.loss))
        return f"{text}  ·  {loss}  ·  {names[found.kind]} {told(found.whole.score)} → {told(found.without.score)}"

    def _place(self) -> None:
        for chip in (self.sample, self.muted):
            chip.adjustSize()
        self._column.invalidate()
        size: QSize = self.sizeHint()
        self.resize(size)
        room = self._view.width() - LEGEND - ZOOM
        left = max(LEGEND, min((self._view.width() - size.width()) // 2, self._view.width() - ZOOM - size.width()))
        above = ABOVE if size.width() <= room else ABOVE + LEGEND_HIGH
        self.move(left if size.width() <= room else 8, self._view.height() - size.height() - above)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
