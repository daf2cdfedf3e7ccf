"""Between the engine and the panes of a generator: points on the surface of its discriminator, or pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import Dataset
from nnviz.training.inside.messages import Generated
from nnviz.training.methods.kinds import Adversarial
from nnviz.ui.panes.colouring import picture_between
from nnviz.ui.panes.generated_pane import WANTED

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

MOST_POINTS = 300


class LookingAtGenerated(QObject):
    """Has samples of the generator while they can be seen: on the decision surface, or in a pane of pictures.

    Signals:
        wanted_changed: other things are to be asked for.
    """

    wanted_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._pane, self._surface = window.panes.generated, window.panes.surface
        self._dataset: Dataset | None = None
        self._range = (0.0, 1.0)  # of the numbers of the data before scaling
        self._there = False
        self._document.facts_changed.connect(self._follow)
        self._document.recipe_changed.connect(self._follow)
        self._document.data_changed.connect(self._forget)
        window.panes.offer(self._pane, False)
        self._follow()

    @property
    def wanted(self) -> int:
        """How many samples are to be sent."""
        if not self._there:
            return 0
        if self._pictures:
            return WANTED if self._window.panes.can_be_seen(self._pane) else 0
        return MOST_POINTS if self._plane and self._window.panes.can_be_seen(self._surface) else 0

    def offer(self) -> None:
        """Let the pane be there with a generator of pictures, and only with one."""
        self._window.panes.offer(self._pane, self._there and self._pictures)

    def take(self, event: Generated) -> None:
        """Show what the generator makes."""
        dataset, values = self._dataset, np.frombuffer(event.values, "<f4")
        fits = dataset is not None and values.size == event.count * dataset.facts.features
        if dataset is None or not fits or not self._there or not self._window.running.shows_drawn_data:
            return
        raw = dataset.preparation.unscale(values.reshape(event.count, *dataset.facts.input_shape))
        if self._pictures:
            self._pane.show_pictures([picture_between(one, self._range) for one in raw])
        elif self._plane:
            self._surface.show_generated(raw.reshape(event.count, -1))

    @property
    def _pictures(self) -> bool:
        shape = self._dataset.facts.input_shape if self._dataset is not None else ()
        return len(shape) == 3 and shape[2] in (1, 3)

    @property
    def _plane(self) -> bool:
        return self._dataset is not None and self._dataset.facts.features == 2

    def _follow(self) -> None:
        dataset = self._document.dataset
        if dataset is None or self._document.facts is None:
            return
        if dataset is not self._dataset:
            self._dataset = dataset
            some = dataset.preparation.unscale(np.asarray(dataset.sample.x))
            self._range = float(some.min()), float(some.max())
        there = isinstance(self._document.recipe.method, Adversarial)
        if there != self._there:
            self._there = there
            self._clear()
        self.offer()
        self.wanted_changed.emit()

    def _forget(self) -> None:
        self._dataset = None
        self._clear()

    def _clear(self) -> None:
        self._pane.show_pictures(())
        self._surface.show_generated(None)
