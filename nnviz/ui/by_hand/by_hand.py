"""Weights set by hand: from a gesture on the diagram or in the Weights pane to engine, undo stack and run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QMenu

from nnviz.project.changes import DRAWN_AGAIN, Difference
from nnviz.training.by_hand import DrawAgain, Edit, Fill, SetCell
from nnviz.ui import style
from nnviz.ui.by_hand.hand_command import HandCommand
from nnviz.ui.by_hand.weight_place import WeightPlace, name_of, text_of, value_of, variable_of
from nnviz.ui.by_hand.weight_popover import WeightPopover
from nnviz.ui.diagram.commands import name_in, title
from nnviz.ui.language import worded

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class ByHand(QObject):
    """Sets weights of the network that stands, a step of undo each.

    An undo sets what was there when the gesture began, however long has been trained since; of a network that started
    afresh meanwhile it does nothing.

    Signals:
        said: a sentence for the status line.
        failed: a sentence why nothing was set.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._document, self._session = window.document, window.session
        self._edits = window.space.hand_edits
        self.popover = WeightPopover(window)
        self.popover.dragged.connect(self.drag)
        self.popover.given.connect(self.set_weight)
        self.popover.fill_given.connect(self.fill)
        window.live.weights_changed.connect(self._follow)
        window.scene.weight_requested.connect(self._ask_on_diagram)
        window.panes.weights.weight_requested.connect(
            lambda layer, row, col, at: self.ask(WeightPlace(layer, row, col), at)
        )
        window.panes.weights.menu_requested.connect(self._open_menu)
        window.panes.weights.weight_refused.connect(self.failed)
        for telling in (self, self._edits):
            telling.said.connect(window.display.say)
            telling.failed.connect(window.display.warn)

    # ------------------------------------------------------------ one weight

    def ask(self, place: WeightPlace, at: QPoint) -> None:
        """Show the weight at *place*, to be typed or dragged, beside *at* on the screen."""
        live, value = self._window.live, value_of(place, self._window.live)
        if value is not None and self._may():
            self.popover.open_at(place, name_of(place, self._document), value, live.limit, at)

    def _ask_on_diagram(self, place: WeightPlace, point: QPointF) -> None:
        view = self._window.diagram
        self.ask(place, view.viewport().mapToGlobal(view.mapFromScene(point)))

    def drag(self, place: WeightPlace, value: float) -> None:
        """The weight is *value* while a hand still drags it; the latest wins."""
        self._session.set_weights(place.layer, SetCell(place.row, place.col, value), passing=True)

    def set_weight(self, place: WeightPlace, before: float, value: float, step: bool = False) -> None:
        """The weight at *place*, which was *before* when the gesture began, is *value*; *step*: one of several."""
        if value == before:
            self.drag(place, before)
            return
        name = variable_of(place, self._window.live)
        forth = Difference(name, text_of(before), text_of(value))
        text = worded("ByHand", "Weight {0}").format(name_of(place, self._document))
        back, there = (SetCell(place.row, place.col, v) for v in (before, value))
        self._document.undo_stack.push(HandCommand(self._edits, place.layer, back, there, forth, text, step))

    def _follow(self) -> None:
        place = self.popover.place
        value = value_of(place, self._window.live) if place is not None else None
        if value is not None:
            self.popover.show_value(value)

    # ------------------------------------------------------------ a whole layer

    def fill(self, layer: str, value: float) -> None:
        """All weights of *layer* are *value*."""
        text = worded("ByHand", "Fill the weights of {0}").format(name_in(self._document.network, layer))
        self._set_layer(layer, Fill(value), text_of(value), text)

    def clear(self, layers: tuple[str, ...]) -> None:
        """All weights of *layers* are 0."""
        for layer in layers:
            text = worded("ByHand", "Set the weights of {0} to zero").format(name_in(self._document.network, layer))
            self._set_layer(layer, Fill(0.0), "0", text)

    def draw_again(self, layers: tuple[str, ...]) -> None:
        """The weights of *layers* are drawn anew by their initializers, each time others."""
        for layer in layers:
            seed = self._document.recipe.seed + self._edits.number()
            text = worded("ByHand", "Draw the weights of {0} again").format(name_in(self._document.network, layer))
            self._set_layer(layer, DrawAgain(seed), DRAWN_AGAIN, text)

    def ask_fill(self, layers: tuple[str, ...], at: QPoint) -> None:
        """Ask what the weights of the first of *layers* are to be filled with, beside *at* on the screen."""
        if layers and self._may():
            self.popover.open_fill(layers[0], title(self._document, layers[0]), at)

    def fill_menu(self, menu: QMenu, layers: tuple[str, ...], at: Callable[[], QPoint]) -> None:
        """Put into *menu* what can be done with the weights of *layers*; *at* is where a number would be asked for."""
        menu.clear()
        found = self.with_weights(layers)
        for text, work in (
            (self.tr("Set to zero"), lambda: self.clear(found)),
            (self.tr("Fill with a number…"), lambda: self.ask_fill(found, at())),
            (self.tr("Draw again at random"), lambda: self.draw_again(found)),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(found))
            action.triggered.connect(lambda _checked=False, work=work: work())

    def _open_menu(self, layer: str, at: QPoint) -> None:
        menu = style.round_menu(QMenu(self._window))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, (layer,), lambda: at)
        menu.popup(at)

    def with_weights(self, layers: tuple[str, ...]) -> tuple[str, ...]:
        """Those of *layers* that have weights to be set."""
        shown = self._window.live.weights
        known = {layer.id for layer in shown.layers} if shown is not None else set()
        return tuple(layer for layer in layers if layer in known)

    def _set_layer(self, layer: str, edit: Edit, value: str, text: str) -> None:
        if self._may():
            self._document.undo_stack.push(
                HandCommand(self._edits, layer, None, edit, Difference(f"{layer}.weights", "", value), text)
            )

    def _may(self) -> bool:
        """Whether weights can be set now; where not, it is said why."""
        if self._window.travel.epoch is not None:
            self.failed.emit(self.tr("This is an earlier epoch: go back to the present to set weights"))
            return False
        return self._window.live.weights is not None and not self._document.blocked
