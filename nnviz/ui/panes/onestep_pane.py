"""The pane in which one step of training is done by hand, piece by piece, with the real numbers of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nnviz.training.one_step.formulas import Chosen, lines
from nnviz.training.one_step.given import Given
from nnviz.training.one_step.grids import grid_of
from nnviz.training.one_step.steps import Gradients, LossStep, Sample, Step, Sums, Update
from nnviz.training.one_step.walk import walk
from nnviz.ui import style, theme
from nnviz.ui.panes.onestep_chain import ChainView
from nnviz.ui.panes.onestep_formulas import FormulaList
from nnviz.ui.panes.onestep_grid import GridArea, GridView
from nnviz.ui.panes.onestep_words import sentence_of, title_of
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton

LONGEST = 14  # letters of the name of an input
BESIDE = 480  # pixels of width from which on the numbers stand beside the formulas


class OneStepPane(Pane):
    """One step of training on one sample, forward and back.

    Attributes:
        steps: its pieces; () while there is nothing to show.
        at: the number of the piece that is shown.
        chosen: whose number is written out.
        row, rows: which sample it is, and how many there are.

    Signals:
        row_requested: the number of the sample that is wanted.
        layer_chosen: the layer of the piece that a person went to.
    """

    row_requested = Signal(int)
    layer_chosen = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("One step"))
        self.steps: tuple[Step, ...] = ()
        self.at = self.row = self.rows = 0
        self.chosen = Chosen()
        self._names: Mapping[str, str] = {}
        self._ids: tuple[str, ...] = ()
        self._inputs: tuple[str, ...] = ()
        self._note = self._when = self._reason = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_header()
        self._make_body()
        self.chain.chosen.connect(self.go_to)
        self.grid.chosen.connect(self.choose)

    def _make_header(self) -> None:
        self.sample = QLabel(self)
        self.sample.setFont(theme.font(11, tabular=True))
        style.set_role(self.sample, "quiet")
        self.before = self._button("‹", self.tr("The sample before (Page Up)"), lambda: self._ask(-1))
        self.after = self._button("›", self.tr("The next sample (Page Down)"), lambda: self._ask(1))
        self.header.add_space()
        for widget in (self.before, self.sample, self.after):
            self.header.add(widget)

    def _make_body(self) -> None:
        self.chain = ChainView(self)
        self.formulas, self.grid = FormulaList(self), GridView(self)
        self._table = GridArea(self.grid)
        self.reason = QLabel(self)
        self.reason.setFont(theme.font(12))
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason.setContentsMargins(theme.GROUP, theme.GAP, theme.GROUP, theme.GAP)
        style.set_role(self.reason, "quiet")
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.chain)
        column.addLayout(self._buttons())
        column.addWidget(self._scrolled(), 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.reason)
        self._pages.addWidget(page)
        self.body.addWidget(self._pages)

    def _buttons(self) -> QHBoxLayout:
        self.first = self._button("«", self.tr("To the sample (Home)"), lambda: self.go_to(0))
        self.back = self._button("‹", self.tr("One back (←)"), lambda: self.go_to(self.at - 1))
        self.next = self._button("›", self.tr("On (→)"), lambda: self.go_to(self.at + 1))
        self.last = self._button("»", self.tr("To the end (End)"), lambda: self.go_to(len(self.steps) - 1))
        self.heading = QLabel(self)
        self.heading.setFont(theme.font(12, semibold=True))
        row = QHBoxLayout()
        row.setContentsMargins(theme.GROUP - 6, 0, theme.GROUP - 6, 0)
        row.setSpacing(0)
        for widget in (self.first, self.back):
            row.addWidget(widget)
        row.addWidget(self.heading, 1)
        for widget in (self.next, self.last):
            row.addWidget(widget)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heading.setMinimumWidth(40)
        return row

    def _button(self, text: str, says: str, does: object) -> TextButton:
        button = TextButton(text, self)
        button.setFont(theme.font(15, semibold=True))
        button.setCheckable(False)
        button.setToolTip(says)
        button.setAccessibleName(says)
        button.clicked.connect(does)
        return button

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        style.set_role(content, "content")
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._row.setContentsMargins(theme.GROUP, 2, theme.GROUP, 2)
        self._row.setSpacing(theme.GAP)
        for widget in (self.formulas, self._table):
            column = QVBoxLayout()
            column.addWidget(widget)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        self._area = QScrollArea(self)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._area

    # ------------------------------------------------------------ what is shown

    def show_given(
        self, given: Given, row: int, rows: int, names: Mapping[str, str], note: str = "", when: str = ""
    ) -> None:
        """Do the step of *given* and show it, at the same piece as before where there is one.

        Args:
            given: the weights, the sample and the optimizer.
            row, rows: which sample it is, and how many there are.
            names: the id of a layer -> what it is called.
            note: a sentence on what is not shown.
            when: of which moment the weights are, for whoever asks.
        """
        count = len(self.steps)
        self.steps, self.row, self.rows = walk(given), row, rows
        self._ids = tuple(layer.id for layer in given.layers)
        self._names, self._note, self._when, self._reason = names, note, when, ""
        if len(self.steps) != count:
            self.at, self.chosen = 0, Chosen()
        self.refresh_soon()

    def name_inputs(self, names: Sequence[str]) -> None:
        """What the numbers of a sample are called; () where they have no names."""
        self._inputs = tuple(names)

    def show_reason(self, reason: str) -> None:
        """Say why there is nothing to show."""
        self.steps, self._reason = (), reason
        self.refresh_soon()

    def go_to(self, at: int) -> None:
        """Show piece number *at*, or the nearest that there is."""
        at = max(0, min(at, len(self.steps) - 1))
        if not self.steps or at == self.at:
            return
        self.at = at
        step = self.steps[at]
        if not isinstance(step, Sample | LossStep):
            self.layer_chosen.emit(step.of.id)
        self.refresh_soon()

    def choose(self, chosen: Chosen) -> None:
        """Write out another unit or weight."""
        self.chosen = chosen
        self.setFocus()
        self.refresh_soon()

    def refresh(self) -> None:
        there = bool(self.steps)
        for widget in (self.before, self.sample, self.after):
            widget.setVisible(there)
        self._pages.setCurrentIndex(1 if there else 0)
        self.reason.setText(self._reason)
        if there:
            self._show_step(self.steps[self.at])

    def _show_step(self, step: Step) -> None:
        names = [self._names.get(layer, layer) for layer in self._ids]
        titles = [title_of(other, self._name(other)) for other in self.steps]
        self.sample.setText(self.tr("Sample {0} of {1}").format(self.row + 1, self.rows))
        self.sample.setToolTip(self._when)
        self.chain.show_steps(self.steps, (self.tr("Input"), *names, self.tr("Loss")), titles)
        self.chain.show_at(self.at)
        self.heading.setText(titles[self.at])
        self.heading.setToolTip(titles[self.at])
        last = self.at == len(self.steps) - 1
        for button, works in (
            (self.first, self.at),
            (self.back, self.at),
            (self.next, not last),
            (self.last, not last),
        ):
            button.setEnabled(bool(works))
        self.chosen = fitting(step, self.chosen)
        note = f" {self._note}" if last and self._note else ""
        self.formulas.show_lines(sentence_of(step) + note, lines(step, self.chosen))
        grid = grid_of(step)
        if isinstance(step, Sample) and len(self._inputs) == len(grid.rows):
            grid = replace(grid, rows=tuple(map("{} {}".format, map(short, self._inputs), grid.rows)))
        self.grid.show_grid(grid, self.chosen, sources_of(step))
        self._table.fit()

    def _name(self, step: Step) -> str:
        return "" if isinstance(step, Sample | LossStep) else self._names.get(step.of.id, step.of.id)

    # ------------------------------------------------------------ mouse, keys and size

    def _ask(self, by: int) -> None:
        if self.rows:
            self.row_requested.emit((self.row + by) % self.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Left: self.at - 1, keys.Key_Right: self.at + 1, keys.Key_Home: 0, keys.Key_End: 1 << 20}
        units, samples = {keys.Key_Up: -1, keys.Key_Down: 1}, {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        key = keys(event.key())
        if key in steps:
            self.go_to(steps[key])
        elif key in units and self.steps:
            self.choose(replace(self.chosen, unit=self.chosen.unit + units[key]))
        elif key in samples:
            self._ask(samples[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        self._row.setStretch(0, int(beside))  # below each other, the formulas take no more than they need
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def short(name: str) -> str:
    """*name*, without its end where it is long."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def sources_of(step: Step) -> int:
    """How many units come into the layer of *step*; 0 where no weights are shown."""
    if isinstance(step, Sums | Gradients):
        return len(step.x)
    return len(step.gradients.x) if isinstance(step, Update) else 0


def fitting(step: Step, chosen: Chosen) -> Chosen:
    """*chosen*, or the nearest that *step* has."""
    grid, sources = grid_of(step), sources_of(step)
    rows, columns = grid.marked
    unit = max(0, min(chosen.unit, (columns if grid.matrix else rows) - 1))
    if not sources:
        return replace(chosen, unit=unit)
    biased = rows > sources
    source = None if chosen.source is None and biased else min(chosen.source or 0, sources - 1)
    return Chosen(unit, source)
