"""The pane of the activations: one sample on its way through the network, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.inside.messages import Activations, Sample, SamplePart
from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.fields.number_field import NumberField
from nnviz.ui.inside.state import InsideState
from nnviz.ui.language import translate
from nnviz.ui.panes.activations_view import ActivationsView
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.predictions_rows import answer_rows
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.live import Answers

MOST_PICTURE = 1 << 16  # numbers of a flat answer that is shown as the picture it is


class ActivationsPane(Pane):
    """Which sample is looked at, and what every layer answers to it.

    Attributes:
        counts: how many samples each part of the data has.
        view: the layers.

    Signals:
        sample_requested: the part and the number of the sample that is wanted.
        unit_chosen, mute_requested: a ``Unit`` to look at, to mute or to hear again.
        diagram_toggled: the activations are to be shown on the diagram, too, or no more.
    """

    sample_requested = Signal(str, int)
    unit_chosen = Signal(object)
    mute_requested = Signal(object)
    diagram_toggled = Signal(bool)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Activations"))
        self.counts: dict[SamplePart, int] = {}
        self._facts: DataFacts | None = None
        self._state: InsideState | None = None
        self._names: Mapping[str, str] = {}
        self._unit_names: Mapping[str, Sequence[str]] = {}
        self._margin = False
        self._make_header()
        self._make_body()
        self.view.unit_chosen.connect(self.unit_chosen)
        self.view.mute_requested.connect(self.mute_requested)

    def _make_header(self) -> None:
        self.answer = ElidedLabel(11)
        self.answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.diagram = TextButton(self.tr("diagram"), self)
        self.diagram.setChecked(True)
        self.diagram.setToolTip(self.tr("Fill the units of the diagram with these activations, too"))
        self.diagram.toggled.connect(self.diagram_toggled)
        self.header.add(self.answer, 1)

    def _make_body(self) -> None:
        self.before = self._arrow("‹", self.tr("The sample before (Page Up)"), -1)
        self.after = self._arrow("›", self.tr("The next sample (Page Down)"), 1)
        self.number = NumberField(minimum=1, parent=self)
        self.number.setAccessibleName(self.tr("Number of the sample"))
        self.number.setFixedWidth(60)
        self.number.value_changed.connect(lambda value: self._ask(int(value or 1) - 1))
        self.part = TextButton("", self, arrow=True)
        self.part.setToolTip(self.tr("Which part of the data the sample is of"))
        self.part.clicked.connect(self._choose_part)
        row = QHBoxLayout()
        row.setContentsMargins(theme.GROUP - 6, 0, theme.GROUP - 6, 6)
        row.setSpacing(2)
        for widget in (self.before, self.number, self.after, self.part):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.diagram)
        self.view = ActivationsView(self)
        self._area = QScrollArea(self)
        self._area.setWidget(self.view)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.set_role(self.view, "content")
        self.reason = QLabel(self)
        self.reason.setFont(theme.font(12))
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason.setContentsMargins(theme.GROUP, 0, theme.GROUP, theme.GROUP)
        style.set_role(self.reason, "quiet")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.reason)
        self._pages.addWidget(self._area)
        self.body.addLayout(row)
        self.body.addWidget(self._pages, 1)
        self.controls = (self.before, self.number, self.after, self.part, self.diagram)

    def _arrow(self, text: str, says: str, by: int) -> TextButton:
        button = TextButton(text, self)
        button.setFont(theme.font(15, semibold=True))
        button.setCheckable(False)
        button.setToolTip(says)
        button.setAccessibleName(says)
        button.clicked.connect(lambda: self.step(by))
        return button

    # ------------------------------------------------------------ what is shown

    def set_data(self, facts: DataFacts | None, counts: Mapping[SamplePart, int]) -> None:
        """The data are others, with so many samples in each part; None for none."""
        self._facts, self.counts = facts, dict(counts)
        self.refresh_soon()

    def show_state(
        self,
        state: InsideState,
        names: Mapping[str, str],
        unit_names: Mapping[str, Sequence[str]],
        margin: bool = False,
    ) -> None:
        """Show what is known in *state*.

        Args:
            state: the sample and its activations.
            names: of the layers by id.
            unit_names: of their units, where they have names.
            margin: whether a yes-or-no answer lies in [-1, 1].
        """
        self._state, self._names, self._unit_names, self._margin = state, names, unit_names, margin
        self.refresh_soon()

    @property
    def on_diagram(self) -> bool:
        """Whether the diagram is to show them, too."""
        return self.diagram.isChecked()

    @property
    def cells(self) -> int:
        """How many numbers of one layer there is room for; it grows in steps, so that a drag asks seldom."""
        across = max(128, self.width()) * 84
        return 1 << max(12, int(np.log2(across / 4)))

    def refresh(self) -> None:
        state = self._state
        sample = state.sample if state is not None else None
        for widget in self.controls:
            widget.setVisible(sample is not None)
        shown = state is not None and bool(state.activations)
        self._pages.setCurrentIndex(1 if shown else 0)
        self.answer.setText(self._answer_text(state.answer) if state is not None and state.answer else "")
        self.reason.setText(self._reason(state))
        if sample is not None:
            self._show_choice(sample)
        if shown and state is not None:
            self.view.pictures = self._pictures(state)
            self.view.show_state(state, self._names, self._unit_names)

    def _reason(self, state: InsideState | None) -> str:
        if self._facts is None:
            return self.tr("Choose data first: one of their samples is followed through the network here.")
        if state is not None and state.answer is not None and state.answer.refused:
            return self.tr("There is no such sample in the data.")
        return self.tr("What each layer answers to one sample appears here, as soon as the network is built.")

    def _show_choice(self, sample: Sample) -> None:
        given = sample.part == "given"
        count = self.counts.get(sample.part, 0)
        for widget in (self.before, self.number, self.after):
            widget.setVisible(not given)
        self.number.set_value(sample.row + 1)
        name = part_name(sample.part)
        self.part.setText(name)
        self.number.setToolTip("" if given else self.tr("One of {count} samples").format(count=f"{count:,}"))

    def _pictures(self, state: InsideState) -> dict[str, tuple[int, int]]:
        """Which flat answers are pictures: those as large as a sample that is one, where it comes in or goes out."""
        facts = self._facts
        if facts is None or len(facts.input_shape) != 3 or facts.features > MOST_PICTURE or facts.input_shape[2] != 1:
            return {}
        size = facts.input_shape[0], facts.input_shape[1]
        layers = list(state.activations)
        ends = (layers[0], layers[-1]) if facts.target_shape else layers[:1]
        return {end: size for end in ends if state.activations[end].message.shape == (facts.features,)}

    def _answer_text(self, message: Activations) -> str:
        """The truth and the answer in a few words."""
        facts = self._facts
        if facts is None or not message.answer or facts.target_shape:
            return ""
        values = np.array([message.answer], np.float32)
        if facts.task == "regression":
            told = ", ".join(value_text(value) for value in message.answer[:3])
            truth = ", ".join(value_text(value) for value in message.truth[:3])
            return self.tr("true {truth} · answer {answer}").format(truth=truth, answer=told) if truth else told
        target = np.array(message.truth or (0.0,), np.float32)
        target = target[None] if facts.task == "labels" else target
        row = answer_rows(Answers(message.sample.part, (message.sample.row,), values, target), facts, self._margin)[0]
        sure = f" {row.sure}" if row.sure else ""
        if not message.truth:
            return self.tr("answer {answer}").format(answer=f"{row.answer}{sure}")
        return self.tr("true {truth} · answer {answer}").format(truth=row.truth, answer=f"{row.answer}{sure}")

    # ------------------------------------------------------------ choosing

    def step(self, by: int) -> None:
        """To the sample *by* further on; from the last to the first."""
        sample = self._state.sample if self._state is not None else None
        if sample is not None and sample.part != "given":
            self._ask(sample.row + by)

    def _ask(self, row: int) -> None:
        sample = self._state.sample if self._state is not None else None
        count = self.counts.get(sample.part, 0) if sample is not None else 0
        if sample is not None and count:
            self.sample_requested.emit(sample.part, row % count)

    def _choose_part(self) -> None:
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for part in self.counts:
            menu.addAction(part_name(part)).triggered.connect(partial(self._take_part, part))
        menu.popup(self.part.mapToGlobal(self.part.rect().bottomLeft()))

    def _take_part(self, part: SamplePart, _checked: bool = False) -> None:
        self.sample_requested.emit(part, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh_soon()


def part_name(part: SamplePart) -> str:
    """What a part of the data is called."""
    return {
        "train": translate("Inside", "training"),
        "validation": translate("Inside", "validation"),
        "test": translate("Inside", "test"),
        "given": translate("Inside", "what you try"),
    }[part]
