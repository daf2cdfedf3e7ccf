"""Asks the engine how the weights of the layer on screen have moved over the run, as often as there is more to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nnviz.training.course import Course

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

EVERY_MS = 500  # while training, between an answer and the next question


class Courses(QObject):
    """Between the Weights pane and the session; nothing is asked while nobody looks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._area, self._pane = window.session, window.panes, window.panes.weights
        self._asked = False  # an answer is on its way
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._ask)
        for signal in (self._session.built, self._session.engine_lost):
            signal.connect(self._begin_anew)
        for signal in (self._session.kept_changed, self._session.weights_set):
            signal.connect(self._ask_soon)
        self._area.seen_changed.connect(self._ask_soon)
        self._pane.course_wished.connect(self._ask)
        self._session.course_changed.connect(self._show)

    def _begin_anew(self) -> None:
        self._asked = False
        self._ask_soon()

    def _ask_soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start(EVERY_MS)

    def _ask(self) -> None:
        layer = self._pane.course_layer
        if layer is not None and not self._asked and self._area.can_be_seen(self._pane):
            self._asked = self._session.show_course(layer)

    def _show(self, course: Course) -> None:
        self._asked = False
        if course.layer == self._pane.course_layer:
            self._pane.show_course(course)
        if course.layer != self._pane.course_layer or not course.complete:
            self._ask()
