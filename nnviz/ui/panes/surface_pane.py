"""The pane of the decision surface."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.pictures import Surface
from nnviz.ui import theme
from nnviz.ui.panes.class_legend import ClassLegend
from nnviz.ui.panes.line_view import LineView
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.surface_colours import Meaning, point_colours
from nnviz.ui.panes.surface_points import DataPoints
from nnviz.ui.panes.surface_view import Answers, SurfaceView
from nnviz.ui.panes.text_button import TextButton


class SurfacePane(Pane):
    """What a network of two inputs answers over the plane, and the data on it; the newest surface wins.

    Of a network of one input it is a line over the points.

    Attributes:
        view: the plane.
        line: the line.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Decision surface"))
        self._surface: Surface | None = None
        self._facts: DataFacts | None = None
        self._targets: NDArray[Any] | None = None
        self._margin = False
        self._steps = TextButton(self.tr("Discretize"), self)
        self._steps.setToolTip(self.tr("Show the decision alone, without shades"))
        self._steps.toggled.connect(self._take_steps)
        self._legend = ClassLegend(self)
        self.header.add(self._steps)
        self.header.add(self._legend, 1)
        self.view, self.line = SurfaceView(self), LineView(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.line)
        self.body.addWidget(self._pages)

    def show_surface(self, surface: Surface | None, facts: DataFacts | None, *, margin: bool = False) -> None:
        """Show a newer *surface*, or none; *margin*: a yes-or-no answer lies in [-1, 1] (hinge)."""
        self._surface, self._margin = surface, margin
        self._facts = facts if facts is not None else self._facts
        self.refresh_soon()

    def set_points(self, x: NDArray[Any], y: NDArray[Any], part: NDArray[Any], facts: DataFacts | None) -> None:
        """Show the data: *x* (n, 2), or (n, 1), before scaling, canonical *y*, *part* (n,).

        *part* is 0 for training, 1 for validation, 2 for test.
        """
        self._facts, self._targets = facts, np.asarray(y)
        points = DataPoints(np.asarray(x), self._targets, np.asarray(part)) if len(x) else None
        along = facts is not None and facts.features == 1
        self.view.show_points(None if along else points)
        self.line.show_points(points if along else None)
        self._pages.setCurrentWidget(self.line if along else self.view)
        self._steps.setVisible(not along and not self.view.sentence)
        self.refresh_soon()

    def show_generated(self, points: NDArray[Any] | None) -> None:
        """Show newer points (n, 2) of a generator, before scaling, or none."""
        self.view.show_generated(points)

    def set_available(self, available: bool, reason: str = "") -> None:
        """Where there is no plane to show (*available* is False) show the sentence *reason* instead."""
        shown = "" if available else reason or self.tr("A decision surface needs data with one or two inputs")
        if shown != self.view.sentence:
            self.view.sentence = shown
            self._steps.setVisible(available)
            self._legend.setVisible(available)
            self.view.update()

    def refresh(self) -> None:
        meaning = Meaning("binary")
        if self._facts is not None:
            meaning = Meaning.of(self._facts, self._targets, self._margin)
        surface = self._surface
        self.view.show_answers(_decoded(surface), self._facts, meaning)
        ends = surface.extent[:2] if surface is not None else (0.0, 1.0)
        self.line.show_answers(_along(surface), ends, self._facts, meaning)
        self._legend.set_entries(self._entries(meaning))

    @Slot(bool)
    def _take_steps(self, on: bool) -> None:
        self.view.in_steps = on
        self.view.redraw()

    def _entries(self, meaning: Meaning) -> tuple[tuple[str, QColor], ...]:
        """Name and colour of every class; none for numbers."""
        facts = self._facts
        if facts is None or meaning.task == "regression":
            return ()
        count = 2 if meaning.task == "binary" else facts.outputs
        targets = np.eye(count) if meaning.task == "labels" else np.arange(count)
        colours = point_colours(targets, meaning, theme.current(), facts.outputs)
        names = [*facts.class_names, *(str(i) for i in range(len(facts.class_names), count))]
        return tuple((name, QColor(*(int(c) for c in rgb))) for name, rgb in zip(names, colours, strict=False))

    def _recolour(self) -> None:
        self.view.redraw()
        self.line.update()
        super()._recolour()


def _decoded(surface: Surface | None) -> Answers | None:
    if surface is None or not surface.size or surface.line:
        return None
    values = np.frombuffer(surface.values, "<f4").reshape(surface.size, surface.size, surface.outputs)
    return Answers(values, surface.extent)


def _along(surface: Surface | None) -> NDArray[np.float32] | None:
    if surface is None or not surface.line or not surface.size:
        return None
    return np.frombuffer(surface.values, "<f4").reshape(surface.size, surface.outputs)
