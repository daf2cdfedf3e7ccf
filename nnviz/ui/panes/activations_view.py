"""The activations of all layers on one sample, one row a layer, with the value under the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.inside.messages import Unit
from nnviz.ui.inside.marks import counts_text
from nnviz.ui.inside.state import InsideState, LayerShown, Mark
from nnviz.ui.inside.words import mark_text
from nnviz.ui.panes.activations_paint import images_of, paint_answer, paint_marks, paint_name
from nnviz.ui.panes.activations_plan import ActivationsPlan, RowPlan, beside, planned
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import value_text


class ActivationsView(QWidget):
    """Paints what its pane gives it; it is as high as its rows.

    Arrow keys go from unit to unit and from layer to layer, M mutes.

    Signals:
        unit_chosen: a person wants to look at a ``Unit``.
        mute_requested: a person wants to mute a ``Unit``, or to hear it again.
    """

    unit_chosen = Signal(object)
    mute_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictures: dict[str, tuple[int, int]] = {}
        self._state: InsideState | None = None
        self._names: Mapping[str, str] = {}
        self._unit_names: Mapping[str, Sequence[str]] = {}
        self._shown: Mapping[str, LayerShown] = {}  # what plan and pictures are of; the state may be further on
        self._images: dict[str, list[QImage]] = {}
        self.plan = ActivationsPlan((), 0.0)
        self._at: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Activations of each layer"))

    def show_state(self, state: InsideState, names: Mapping[str, str], unit_names: Mapping[str, Sequence[str]]) -> None:
        """Show what is known in *state*; *names* of the layers and of their units."""
        self._state, self._names, self._unit_names = state, names, unit_names
        self._shown = state.activations
        self.redraw()

    def redraw(self) -> None:
        """Make places and pictures anew."""
        self.plan = planned(self._shown, self.width(), self.pictures)
        self._images = {row.layer: images_of(row, self._shown[row.layer]) for row in self.plan.rows}
        self.setMinimumHeight(round(self.plan.height))
        self.update()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        state, painter = self._state, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state is not None:
            for row in self.plan.rows:
                if row.box.adjusted(0, -4, 0, 8).intersects(QRectF(event.rect())):
                    self._paint_row(painter, row, state)
        lines = self.card_lines()
        if lines and self._at is not None:
            seen = QRectF(self.visibleRegion().boundingRect()).adjusted(4, 0, -4, -4)
            paint_card(painter, lines, self._at, seen)
        painter.end()

    def _paint_row(self, painter: QPainter, row: RowPlan, state: InsideState) -> None:
        shown = self._shown[row.layer]
        unit = state.unit
        chosen = unit.number if unit is not None and unit.layer == row.layer else -1
        name = self._names.get(row.layer, row.layer)
        paint_name(painter, row, shown, name, counts_text(state, row.layer), chosen >= 0)
        paint_answer(painter, row, shown, self._images.get(row.layer, []))
        marks = state.marks.get(row.layer, {})
        paint_marks(painter, row, shown, state.muted_in(row.layer), marks, chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(240, max(60, round(self.plan.height)))

    # ------------------------------------------------------------ pointing

    def found_at(self, at: QPointF) -> tuple[RowPlan, LayerShown, int, int, int] | None:
        """The row, what it shows, and the drawn unit, row and column of the number at *at*."""
        row = self.plan.row_at(at)
        shown = self._shown.get(row.layer) if row is not None else None
        found = row.at(at, shown) if row is not None and shown is not None else None
        return None if row is None or shown is None or found is None else (row, shown, *found)

    def unit_at(self, at: QPointF) -> Unit | None:
        """The unit drawn at *at*."""
        found = self.found_at(at)
        return None if found is None else Unit(found[0].layer, found[1].message.units[found[2]])

    def card_lines(self) -> list[Line]:
        """What is said of the number under the mouse."""
        found = self.found_at(self._at) if self._at is not None else None
        if found is None or self._state is None:
            return []
        row, shown, place, down, across = found
        message = shown.message
        unit = message.units[place]
        lines = [Line(self.unit_name(row.layer, unit)), Line(self._where(shown, down, across),
                      value_text(float(shown.values[place, down, across])))]  # fmt: skip
        mark = self._state.marks.get(row.layer, {}).get(unit)
        return [*lines, *self._remarks(row.layer, unit, mark)]

    def _remarks(self, layer: str, unit: int, mark: Mark | None) -> list[Line]:
        assert self._state is not None
        muted = [Line(self.tr("muted"))] if unit in self._state.muted_in(layer) else []
        return muted + ([Line(mark_text(mark))] if mark is not None else [])

    def unit_name(self, layer: str, unit: int) -> str:
        """What a unit is called: by its own name where it has one."""
        names = self._unit_names.get(layer, ())
        own = names[unit] if unit < len(names) else self.tr("unit {0}").format(unit + 1)
        return f"{self._names.get(layer, layer)}, {own}"

    def _where(self, shown: LayerShown, down: int, across: int) -> str:
        message = shown.message
        if shown.flat:
            return self.tr("activation")
        if len(message.shape) == 2:
            return self.tr("step {0}").format(message.cols[across] + 1)
        return self.tr("row {row}, column {column}").format(row=message.rows[down] + 1, column=message.cols[across] + 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._at = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unit_chosen.emit(unit)
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.mute_requested.emit(unit)

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        across, down = {keys.Key_Left: -1, keys.Key_Right: 1}, {keys.Key_Up: -1, keys.Key_Down: 1}
        key = keys(event.key())
        unit = self._state.unit if self._state is not None else None
        if key == keys.Key_M and unit is not None:
            self.mute_requested.emit(unit)
        elif key in across or key in down:
            self._step(unit, across.get(key, 0), down.get(key, 0))
        else:
            super().keyPressEvent(event)

    def _step(self, unit: Unit | None, across: int, down: int) -> None:
        """To the unit beside *unit*, or to the layer after or before; the first of all where there is none."""
        layers = list(self._shown)
        if not layers:
            return
        if unit is None or unit.layer not in layers:
            self.unit_chosen.emit(Unit(layers[0], 0))
            return
        layer = layers[max(0, min(len(layers) - 1, layers.index(unit.layer) + down))]
        number = beside(self._shown[layer].message.units, unit.number, across)
        self.unit_chosen.emit(Unit(layer, number))
