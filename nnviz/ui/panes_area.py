"""The live views below the diagram, each in a dock: which there are, where they stand, and which can be seen.

``run_curves`` and ``panes_feed`` give them what they show.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDockWidget, QMainWindow

from nnviz.ui import theme
from nnviz.ui.document import Document
from nnviz.ui.panes.activations_pane import ActivationsPane
from nnviz.ui.panes.code_pane import CodePane
from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.panes.data_pane import DataPane
from nnviz.ui.panes.dock_tabs import DockTabs
from nnviz.ui.panes.evaluation_pane import EvaluationPane
from nnviz.ui.panes.game_pane import GamePane
from nnviz.ui.panes.generated_pane import GeneratedPane
from nnviz.ui.panes.layers_pane import LayersPane
from nnviz.ui.panes.onestep_pane import OneStepPane
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.pane_dock import PaneDock, make_dock
from nnviz.ui.panes.predictions_pane import PredictionsPane
from nnviz.ui.panes.summary_pane import SummaryPane
from nnviz.ui.panes.surface_pane import SurfacePane
from nnviz.ui.panes.try_pane import TryPane
from nnviz.ui.panes.unit_pane import UnitPane
from nnviz.ui.panes.weights_pane import WeightsPane
from nnviz.ui.panes_feed import PanesFeed
from nnviz.ui.runs.pane import RunsPane
from nnviz.ui.training.live import LiveState
from nnviz.ui.training.run_curves import RunCurves

LEAST_WIDTH = 190  # pixels that a pane keeps when another one is widened
BESIDE_TAB, BESIDE_TABS = 21, 6  # pixels around the text of each tab, and more around all of them


def tabs_width(docks: Sequence[QDockWidget]) -> int:
    """The width in pixels at which the titles of *docks*, which lie on top of each other, are all written out."""
    metrics = QFontMetrics(theme.font(12))
    return sum(metrics.horizontalAdvance(dock.windowTitle()) + BESIDE_TAB for dock in docks) + BESIDE_TABS


@dataclass(frozen=True)
class Place:
    """Where a pane stands at first.

    Attributes:
        pane: the pane.
        column: its column from the left; panes of one column lie on top of each other, the first in front.
        name: its dock's, under which a window remembers its place.
        title: what the View menu and the tab say.
    """

    pane: Pane
    column: int
    name: str
    title: str


class PanesArea(QObject):
    """Loss, score, weights with layers and summary, decision surface with predictions and the data.

    Attributes:
        curves: what the run measured, on loss and score.
        feed: what gives the other panes what they show.
        columns: the docks from left to right; those of one column lie on top of each other.
        docks: all of them.

    Signals:
        pane_seen: a pane can be seen that could not be seen before.
        seen_changed: other panes can be seen than before.
    """

    pane_seen = Signal(QObject)
    seen_changed = Signal()

    def __init__(self, window: QMainWindow, document: Document, live: LiveState) -> None:
        super().__init__(window)
        self._window = window
        self.loss = CurvePane(self.tr("Loss"), "loss")
        self.score = CurvePane(self.tr("Accuracy"), "accuracy")
        self.weights, self.layers, self.summary = WeightsPane(), LayersPane(), SummaryPane()
        self.surface, self.predictions, self.data = SurfacePane(), PredictionsPane(), DataPane()
        self.evaluation, self.trying, self.one_step = EvaluationPane(), TryPane(), OneStepPane()
        self.runs, self.game, self.generated = RunsPane(), GamePane(), GeneratedPane()
        self.activations, self.unit, self.code = ActivationsPane(), UnitPane(), CodePane()
        places = self._places()
        self._docks: dict[Pane, PaneDock] = {
            place.pane: make_dock(place.pane, place.name, place.title) for place in places
        }
        self.docks = tuple(self._docks.values())
        self.columns: tuple[tuple[PaneDock, ...], ...] = tuple(
            tuple(self._docks[place.pane] for place in places if place.column == column)
            for column in sorted({place.column for place in places})
        )
        self._seen = {dock: dock is column[0] for column in self.columns for dock in column}
        for pane, dock in self._docks.items():
            pane.set_covered(not self._seen[dock])
        self._kept_away: Collection[str] = ()
        self._withheld: set[PaneDock] = set()  # of those that were kept away, the ones that had been open
        self._place(window)
        self.curves = RunCurves(document, self.loss, self.score, self)
        self.feed = PanesFeed(self, document, live)

    def _places(self) -> tuple[Place, ...]:
        return (
            Place(self.loss, 0, "loss", self.tr("Loss")),
            Place(self.runs, 0, "runs", self.tr("Runs")),
            Place(self.one_step, 0, "one_step", self.tr("One step")),
            Place(self.activations, 0, "activations", self.tr("Activations")),
            Place(self.score, 1, "score", self.tr("Score")),
            Place(self.evaluation, 1, "evaluation", self.tr("Evaluation")),
            Place(self.trying, 1, "trying", self.tr("Try it")),
            Place(self.code, 1, "code", self.tr("Code")),
            Place(self.weights, 2, "weights", self.tr("Weights")),
            Place(self.unit, 2, "unit", self.tr("Unit")),
            Place(self.layers, 2, "layers", self.tr("Layers")),
            Place(self.summary, 2, "summary", self.tr("Summary")),
            Place(self.surface, 3, "surface", self.tr("Decision surface")),
            Place(self.generated, 3, "generated", self.tr("Generated")),
            Place(self.game, 3, "game", self.tr("Game")),
            Place(self.predictions, 3, "predictions", self.tr("Predictions")),
            Place(self.data, 3, "data", self.tr("Data")),
        )

    def shutdown(self) -> None:
        """Give up what the panes have on other threads."""
        self.feed.thumbnails.shutdown()
        self.data.shutdown()

    def _place(self, window: QMainWindow) -> None:
        area = Qt.DockWidgetArea.BottomDockWidgetArea
        firsts = [column[0] for column in self.columns]
        for dock in firsts:
            window.addDockWidget(area, dock)
        for left, right in pairwise(firsts):
            window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        for first, *behind in self.columns:
            for dock in behind:
                window.tabifyDockWidget(first, dock)
            first.raise_()
        for dock in self.docks:
            dock.visibilityChanged.connect(partial(self._see, dock))
        self._tabs = DockTabs(window, self.docks)

    def share_width(self, window: QMainWindow) -> None:
        """Give all columns that are open the same width."""
        open_ones = [[dock for dock in column if not dock.isHidden()] for column in self.columns]
        shown: list[QDockWidget] = [column[0] for column in open_ones if column]
        window.resizeDocks(shown, [1000] * len(shown), Qt.Orientation.Horizontal)

    def take_over(self, other: PanesArea) -> None:
        """Have all panes as those of *other* were."""
        for mine, its in zip(self._docks, other._docks, strict=True):
            mine.take_over(its)
        self.curves.take_over(other.curves)
        self.feed.show_all()

    def can_be_seen(self, pane: Pane) -> bool:
        """Whether *pane* is on screen: neither closed nor behind another one."""
        return self._seen[self._docks[pane]]

    def offer(self, pane: Pane, there: bool, *, in_front: bool = True) -> None:
        """Let *pane* come with data that it can show, *in_front* of the others or not, and go with others."""
        dock = self._docks[pane]
        there = there and dock.objectName() not in self._kept_away
        came = there and dock.isHidden()
        fronts = [] if in_front else [front for front in self.docks if self._seen[front]]
        dock.setVisible(there)
        if not there:
            self._see(dock, False)  # a window that is not shown yet does not tell
        for front in ([dock] if in_front else fronts) if came else ():
            front.raise_()

    def withhold(self, names: Collection[str]) -> None:
        """Take the panes of these *names* away; those that were open come back once they are not among them."""
        self._kept_away = names
        fronts = [dock for dock in self.docks if self._seen[dock]]
        back = self._withheld.difference(dock for dock in self.docks if dock.objectName() in names)
        for dock in self.docks:
            kept = dock.objectName() in names
            dock.toggleViewAction().setVisible(not kept)
            if kept and not dock.isHidden():
                self._withheld.add(dock)
                dock.hide()
                self._see(dock, False)
            elif not kept and dock in self._withheld:
                self._withheld.discard(dock)
                dock.show()
        for dock in fronts if back else ():  # what comes back would lie over them
            if not dock.isHidden():
                dock.raise_()

    def named(self, name: str) -> Pane:
        """The pane that is called *name* wherever one is named: in lessons, in the manual and in settings."""
        return next(pane for pane, dock in self._docks.items() if dock.objectName() == name)

    def bring(self, pane: Pane) -> None:
        """Have *pane* before the others, open where it was closed."""
        dock = self._docks[pane]
        dock.show()
        dock.raise_()

    def enlarge(self, pane: Pane) -> None:
        """Give *pane* a window of its own with room for everything, or put it back."""
        dock = self._docks[pane]
        dock.setFloating(not dock.isFloating())
        if dock.isFloating():
            owner = self._window.geometry()
            dock.resize(min(1080, owner.width() - 80), min(620, owner.height() - 120))
            dock.move(owner.center() - dock.rect().center())
        dock.raise_()

    def widen(self, pane: Pane, width: int) -> None:
        """Let *pane* be *width* pixels wide where its neighbours can spare that: their tabs stay readable."""
        dock = self._docks[pane]
        if dock.isFloating() or dock.width() >= width:
            return
        others = [column for column in map(self._open_docks, self.columns) if column and dock not in column]
        spare = [max(0, column[0].width() - max(LEAST_WIDTH, tabs_width(column))) for column in others]
        share = min(1.0, (width - dock.width()) / max(1, sum(spare)))
        taken = [int(share * one) for one in spare]
        docks = [dock, *(column[0] for column in others)]
        widths = [dock.width() + sum(taken), *(c[0].width() - t for c, t in zip(others, taken, strict=True))]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _open_docks(self, column: tuple[PaneDock, ...]) -> list[QDockWidget]:
        """Those of *column* that lie in the window, the one in front first."""
        inside: list[QDockWidget] = [dock for dock in column if not dock.isHidden() and not dock.isFloating()]
        return sorted(inside, key=lambda dock: not any(dock is its and seen for its, seen in self._seen.items()))

    def _see(self, dock: PaneDock, seen: bool) -> None:
        if seen == self._seen[dock]:
            return
        self._seen[dock] = seen
        pane = next(pane for pane, its in self._docks.items() if its is dock)
        pane.set_covered(not seen)
        if seen:
            self.pane_seen.emit(pane)
        self.seen_changed.emit()
