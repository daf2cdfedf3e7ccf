"""The figures of an evaluation: one at a time in a small pane, side by side in a large one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.panes.evaluation_view import FigureView, Judged

LEAST_WIDTH, LEAST_HEIGHT = 330, 240  # of a figure that has others beside it
MOST_ACROSS = 3


class Board(QWidget):
    """Lays out those of its figures that have something to show.

    Attributes:
        views: all figures, in their order.
        chosen: the one that is shown where there is room for one, and first where there is not room for all.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.views: tuple[FigureView, ...] = ()
        self.chosen: FigureView | None = None
        self._judged: Judged | None = None

    def set_views(self, views: Sequence[FigureView]) -> None:
        """Hold *views*, whose parent is this board."""
        self.views = tuple(views)
        self._lay_out()

    @property
    def offered(self) -> tuple[FigureView, ...]:
        """The figures that have something to show."""
        judged = self._judged
        return () if judged is None else tuple(view for view in self.views if view.offers(judged))

    @property
    def shown(self) -> tuple[FigureView, ...]:
        """The figures on screen."""
        offered = self.offered
        across, down = self._grid(len(offered))
        room = across * down
        if room >= len(offered):
            return offered
        first = self.chosen if self.chosen in offered else (offered[0] if offered else None)
        start = offered.index(first) if first is not None else 0
        start = min(start, len(offered) - room) if room > 1 else start
        return offered[start : start + room]

    def show_judged(self, judged: Judged | None) -> None:
        """Show newer figures, or none."""
        before = self.offered
        self._judged = judged
        for view in self.views:
            view.show_judged(judged)
        if self.offered != before:
            self._lay_out()

    def choose(self, view: FigureView) -> None:
        """Show *view* where there is not room for all."""
        self.chosen = view
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _grid(self, count: int) -> tuple[int, int]:
        """Figures beside and below each other where there are *count* of them."""
        across = max(1, min(MOST_ACROSS, self.width() // LEAST_WIDTH, count))
        down = max(1, min(self.height() // LEAST_HEIGHT, -(-count // across)))
        if count == 4 and across == 3 and down >= 2:
            across = 2
        return across, down

    def _lay_out(self) -> None:
        shown = self.shown
        across, _ = self._grid(len(self.offered))
        across = min(across, max(1, len(shown)))
        down = max(1, -(-len(shown) // across))
        for view in self.views:
            view.setVisible(view in shown)
            view.captioned = len(shown) > 1
        for i, view in enumerate(shown):
            row, column = divmod(i, across)
            last = len(shown) - row * across
            here = min(across, last)  # an incomplete last row is stretched
            left, right = column * self.width() // here, (column + 1) * self.width() // here
            top, bottom = row * self.height() // down, (row + 1) * self.height() // down
            view.setGeometry(QRect(left, top, right - left, bottom - top - (8 if row < down - 1 else 0)))
            view.update()
