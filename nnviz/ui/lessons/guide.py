"""Opens a lesson in a window, follows the links of its text, and sees what its runs come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nnviz.project import lessons
from nnviz.training.messages import Ending
from nnviz.ui.inspector import inspector

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

TABS = {"layer": inspector.LAYER, "recipe": inspector.RECIPE, "script": inspector.SCRIPT}


class LessonGuide(QObject):
    """The lessons of a window.

    Args:
        window: whose inspector has the tab.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._tab = window, window.inspector.lessons
        self._results: tuple[Mapping[str, float], Mapping[str, float]] | None = None  # what the last run came to
        self._doing = {
            "train": window.train_or_pause,
            "data": window.choose_data,
            "export": window.show_exports,
            "weights": window.files.ask_weights,
            "race": window.racing.ask,
            "ensemble": window.ensembling.ask,
        }
        self._tab.chosen.connect(self.open)
        self._tab.followed.connect(self.follow)
        window.inspector.tabs.currentChanged.connect(self._fill)
        window.session.run_ended.connect(self._judge)
        window.document.replaced.connect(self._leave)

    def take_over(self, other: LessonGuide) -> None:
        """Show the lesson that *other* shows, with what its runs came to."""
        if other._tab.name:
            self._tab.show_lesson(other._tab.name)
            self._results = other._results
            self._show_results()

    def show_list(self) -> None:
        """Bring the list of all lessons to the front."""
        self._window.inspector.show_tab(inspector.LESSONS)
        self._tab.show_list()

    def open(self, name: str) -> None:
        """Open the project of the lesson *name*, and its text beside it; unsaved work is asked about first.

        That a lesson was run is no work: it runs to the same result again.
        """
        document = self._window.document
        only_run = bool(self._tab.name) and document.path is None and not document.dirty
        self._window.files.start(lessons.project(name), lessons.folder(name), lambda: self._show(name), not only_run)

    def follow(self, link: str) -> None:
        """Go where *link* leads: ``pane:``, ``tab:``, ``layer:`` or ``do:`` and a name."""
        kind, _, name = link.partition(":")
        if kind == "pane":
            self._bring(name)
        elif kind == "tab":
            self._window.inspector.show_tab(TABS[name])
        elif kind == "layer" and name in {layer.id for layer in self._window.document.network.layers}:
            self._window.document.select((name,))
            self._window.inspector.show_tab(inspector.LAYER)
        elif kind == "do":
            self._doing[name]()

    def _show(self, name: str) -> None:
        self._results = None
        self._tab.show_lesson(name)
        self._window.inspector.show_tab(inspector.LESSONS)
        self._bring(lessons.about(name).pane)

    def _bring(self, name: str) -> None:
        panes = self._window.panes
        panes.bring(panes.named(name))

    def _leave(self) -> None:
        """Another project is open: what its runs come to is nothing to the lesson."""
        if self._tab.name:
            self._tab.show_list()

    def _fill(self, index: int) -> None:
        if index == inspector.LESSONS and not self._tab.name:
            self._tab.show_list()

    def _judge(self, ending: Ending) -> None:
        history = self._window.session.history
        if history.epochs:
            self._results = {key: float(history.column(key)[-1]) for key in history.keys}, ending.test
            self._show_results()

    def _show_results(self) -> None:
        if self._tab.goals is not None and self._results is not None:
            self._tab.goals.show_run(*self._results)
