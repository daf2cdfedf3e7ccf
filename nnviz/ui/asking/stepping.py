"""Carries the numbers of one step by hand from the engine to its pane, while somebody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from nnviz.backend.state import State
from nnviz.training.one_step.messages import StepNumbers
from nnviz.training.one_step.numbers import given_of
from nnviz.training.one_step.scope import why_no_update, why_not
from nnviz.training.suggest import fitted_recipe
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.language import said

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

SOON_MS = 60


class Stepping(QObject):
    """Asks the engine while nothing is trained: the numbers of a step stand still while they are read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, window.document, window.session
        self._pane = window.panes.one_step
        self._row: int | None = None  # the sample that a person chose
        self._number = 0
        self._waiting = self.tr("The numbers come as soon as the network is built.")
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._ask)
        session, document = self._session, self._document
        session.step_shown.connect(self._show)
        for signal in (
            session.built,
            session.run_ended,
            session.weights_loaded,
            session.looked,
            session.weights_changed,
        ):
            signal.connect(self._ask_soon)
        for signal in (document.network_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._ask_soon)
        document.data_changed.connect(self._begin_anew)
        window.panes.seen_changed.connect(self._ask_soon)
        self._pane.row_requested.connect(self._take_row)
        self._pane.layer_chosen.connect(lambda layer: document.select((layer,)))
        self._ask_soon()

    def take_over(self, other: Stepping) -> None:
        """Step with the sample of *other*."""
        self._row, self._number = other._row, other._number

    def shutdown(self) -> None:
        """Ask nothing more."""
        self._soon.stop()

    def _begin_anew(self) -> None:
        self._row = None
        self._number += 1  # what is on its way is of other data
        self._pane.show_reason(self._waiting)
        self._ask_soon()

    def _first_row(self) -> int:
        """The first sample that is not all zeros, by which no weight would be moved."""
        dataset = self._document.dataset
        if dataset is None or dataset.streamed:  # the window's thread does not wait for a disk
            return 0
        some = np.asarray(dataset.train.x[:16]).reshape(min(16, dataset.train.rows), -1)
        return int(np.argmax(some.any(axis=1)))

    def _take_row(self, row: int) -> None:
        self._row = row
        self._ask()

    def _ask_soon(self) -> None:
        if self._window.panes.can_be_seen(self._pane) and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        if not self._window.panes.can_be_seen(self._pane):
            return
        reason = self._why_not()
        if reason is not None:
            self._pane.show_reason(reason)
            return
        if self._session.state is State.TRAINING and self._pane.steps:
            return
        self._number += 1
        row = self._first_row() if self._row is None else self._row
        self._session.show_step(self._number, row)
        if not self._pane.steps:
            self._pane.show_reason(self._waiting)

    def _why_not(self) -> str | None:
        """Why no step is shown of what is drawn; None where one is."""
        document = self._document
        if document.facts is None:
            return self.tr("Choose data first: a step is done on one sample of them.")
        found = why_not(document.fitted, fitted_recipe(document.recipe, document.facts).loss)
        return None if found is None else f"{said(found)}."

    def _show(self, numbers: StepNumbers) -> None:
        if numbers.number != self._number or self._document.facts is None:
            return
        if not self._window.running.shows_drawn_data:
            return
        if numbers.refused:
            self._pane.show_reason(said(numbers.refused))
            return
        recipe = fitted_recipe(self._document.recipe, self._document.facts)
        given = given_of(numbers, recipe)
        found = why_no_update(recipe.optimizer)
        note = f"{said(found)}." if found is not None else ""
        if not note and given.rule is None:
            note = self.tr("What the optimizer remembered then is not known, so the update is not shown.")
        names = {layer.id: title_of(layer) for layer in self._document.network.layers}
        inputs = self._document.fitted.of_kind("Input")
        self._pane.name_inputs(unit_names(inputs[0], self._document.facts) if inputs else ())
        when = self.tr("The weights after {0} epochs").format(numbers.epoch)
        self._pane.show_given(given, numbers.row, numbers.rows, names, note, when)
