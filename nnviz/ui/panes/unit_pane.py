"""The pane of one unit: its weights, its response over the data, the rows that excite it, and what it is good for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.inside.messages import Unit
from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.inside.state import InsideState
from nnviz.ui.inside.words import mark_sentence
from nnviz.ui.panes.muting_card import MutingCard
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.unit_response import ResponseFigure, UnitSurface
from nnviz.ui.panes.unit_samples import DescribeRow, ExtremesFigure, PictureOf
from nnviz.ui.panes.unit_weights import WeightsFigure

BESIDE = 500  # pixels of width from which on there are two columns


class UnitPane(Pane):
    """All that is known of the unit that is looked at; arrow keys go to the next one, M mutes it.

    Signals:
        unit_requested: another ``Unit`` is to be looked at.
        mute_requested: a ``Unit`` is to be muted or heard again.
        unmute_requested: all are to be heard again.
        hold_chosen: what muted units are to be held at.
        sample_requested: a part and the number of a row to be looked at.
    """

    unit_requested = Signal(object)
    mute_requested = Signal(object)
    unmute_requested = Signal()
    hold_chosen = Signal(str)
    sample_requested = Signal(str, int)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Unit"))
        self._state: InsideState | None = None
        self._facts: DataFacts | None = None
        self._names: Mapping[str, str] = {}
        self._unit_names: Mapping[str, Sequence[str]] = {}
        self._inputs: Sequence[str] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_header()
        self._make_body()

    def _make_header(self) -> None:
        self.heading = ElidedLabel(12)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.before = self._button("‹", self.tr("The unit before (←)"), lambda: self.step(-1))
        self.after = self._button("›", self.tr("The next unit (→)"), lambda: self.step(1))
        for button in (self.before, self.after):
            button.setFont(theme.font(15, semibold=True))
        self.mute = TextButton(self.tr("mute"), self)
        self.mute.setToolTip(self.tr("Hold its output at zero and see what the network is without it (M, Alt+click)"))
        self.mute.clicked.connect(lambda _: self._ask_mute())
        self.header.add(self.heading, 1)
        for button in (self.before, self.after, self.mute):
            self.header.add(button)

    def _button(self, text: str, says: str, does: object) -> TextButton:
        button = TextButton(text, self)
        button.setCheckable(False)
        button.setToolTip(says)
        button.setAccessibleName(says)
        button.clicked.connect(does)
        return button

    def _make_body(self) -> None:
        self.verdict = self._text("caution")
        self.muting = MutingCard(self)
        self.weights, self.surface = WeightsFigure(self), UnitSurface(self)
        self.response = ResponseFigure(self)
        self.strongest, self.weakest = ExtremesFigure(True, self), ExtremesFigure(False, self)
        self.reason = self._text("quiet")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.muting.unmute_requested.connect(self.unmute_requested)
        self.muting.hold_chosen.connect(self.hold_chosen)
        for figure in (self.strongest, self.weakest):
            figure.row_chosen.connect(lambda row: self.sample_requested.emit("train", row))
        content = QWidget()
        style.set_role(content, "content")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(theme.GROUP, 2, theme.GROUP, theme.GAP)
        whole.setSpacing(theme.GAP)
        whole.addWidget(self.verdict)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(theme.GROUP)
        self._columns.addLayout(self._stacked(self.muting, self._inputs_row(), self.response), 1)
        self._columns.addLayout(self._stacked(self.strongest, self.weakest), 1)
        whole.addLayout(self._columns)
        whole.addWidget(self.reason, 1)
        self._area = QScrollArea(self)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setFont(theme.font(12))
        label.setWordWrap(True)
        style.set_role(label, role)
        return label

    def _inputs_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GROUP)
        row.addWidget(self.surface)
        row.addWidget(self.weights, 1)
        row.setAlignment(self.weights, Qt.AlignmentFlag.AlignTop)
        return row

    @staticmethod
    def _stacked(*parts: QWidget | QHBoxLayout) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.GAP)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        return column

    # ------------------------------------------------------------ what is shown

    def set_data(
        self, facts: DataFacts | None, picture_of: PictureOf | None = None, describe: DescribeRow | None = None
    ) -> None:
        """The data are others; *picture_of* gives the picture of a row, *describe* its numbers as texts."""
        self._facts = facts
        for figure in (self.strongest, self.weakest):
            figure.picture_of, figure.describe = picture_of, describe
        self.refresh_soon()

    def show_pictures(self) -> None:
        """Pictures that were not there have come."""
        self.strongest.update()
        self.weakest.update()

    def show_state(
        self,
        state: InsideState,
        names: Mapping[str, str],
        unit_names: Mapping[str, Sequence[str]],
        inputs: Sequence[str],
    ) -> None:
        """Show what is known in *state*; *inputs* are the names of what comes into the unit, where it has names."""
        self._state, self._names, self._unit_names, self._inputs = state, names, unit_names, inputs
        self.refresh_soon()

    def refresh(self) -> None:
        state = self._state
        unit = state.unit if state is not None else None
        shown = unit is not None and self._facts is not None
        for widget in (self.before, self.after, self.mute, self.response):
            widget.setVisible(shown)
        named = unit is not None and shown
        self.header.set_title(
            self._names.get(unit.layer, unit.layer) if unit is not None and named else self.tr("Unit")
        )
        self.heading.setText(self._heading(unit) if unit is not None and named else "")
        self.reason.setVisible(not shown)
        self.reason.setText(self._reason())
        if state is not None:
            self.muting.show_state(state, self._facts)
        else:
            self.muting.hide()
        self._show_unit(state if shown else None, unit)

    def _show_unit(self, state: InsideState | None, unit: Unit | None) -> None:
        seen = state.seen if state is not None else None
        found = state.response.response if state is not None and state.response is not None else None
        incoming = seen.incoming if seen is not None else None
        self.weights.setVisible(incoming is not None)
        self.weights.show_incoming(incoming, self._inputs, self._picture())
        self.surface.show_unit(seen)
        self.response.show_response(found, self._facts)
        self.strongest.show_response(found)
        self.weakest.show_response(found)
        mark = state.marks.get(unit.layer, {}).get(unit.number) if state is not None and unit is not None else None
        self.verdict.setVisible(mark is not None)
        self.verdict.setText(mark_sentence(mark) if mark is not None else "")
        if state is not None and unit is not None:
            self.mute.setChecked(unit in state.muted)
            self.mute.setText(self.tr("muted") if unit in state.muted else self.tr("mute"))

    def _heading(self, unit: Unit) -> str:
        names = self._unit_names.get(unit.layer, ())
        units = self._state.seen.units if self._state is not None and self._state.seen is not None else 0
        if unit.number < len(names):
            return names[unit.number]
        if not units:
            return self.tr("unit {0}").format(f"{unit.number + 1:,}")
        return self.tr("unit {0} of {1}").format(f"{unit.number + 1:,}", f"{units:,}")

    def _reason(self) -> str:
        if self._facts is None:
            return self.tr("Choose data first.")
        return self.tr(
            "Click a unit on the diagram or in Activations: its weights, its response over the data and the samples "
            "that excite it most appear here.\n\nAlt+click mutes it: the network shows at once what it is without it."
        )

    def _picture(self) -> tuple[int, int] | None:
        """The size of the pictures of the data, for a unit that sees all their numbers."""
        shape = self._facts.input_shape if self._facts is not None else ()
        return (shape[0], shape[1]) if len(shape) == 3 and shape[2] == 1 else None

    # ------------------------------------------------------------ choosing

    def step(self, by: int) -> None:
        """To the unit *by* further on in its layer; from the last to the first."""
        state = self._state
        if state is not None and state.unit is not None and state.seen is not None and state.seen.units:
            number = (state.unit.number + by) % state.seen.units
            self.unit_requested.emit(Unit(state.unit.layer, number))

    def _ask_mute(self) -> None:
        if self._state is not None and self._state.unit is not None:
            self.mute_requested.emit(self._state.unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_M:
            self._ask_mute()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
