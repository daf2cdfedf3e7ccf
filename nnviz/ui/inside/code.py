"""Between the pane of the code and the engine: which layer is the code, and one point under way at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import Dataset
from nnviz.network.bottleneck import code_layer
from nnviz.training.inside.messages import CodePlane, Decoded
from nnviz.ui.panes.code_plan import Codes, Point
from nnviz.ui.panes.colouring import picture_between
from nnviz.ui.panes.ticks import value_text

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

MOST_NUMBERS = 200  # of a row that are listed


class LookingAtCode(QObject):
    """Asks for the codes of the rows while they can be seen, and for what the point that is dragged is decoded to.

    Of the points that a person passes the newest follows once the one before was answered, so that a hand has no
    queue behind it.

    Attributes:
        layer: the layer that is the code; None where there is none.

    Signals:
        wanted_changed: other things are to be asked for.
    """

    wanted_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._pane = window, window.document, window.panes.code
        self.layer: str | None = None
        self._dataset: Dataset | None = None
        self._range = (0.0, 1.0)  # of the numbers of the data before scaling
        self._newest: Point | None = None
        self._asked: Point | None = None
        self._waiting = self._by_person = False
        self._pane.point_chosen.connect(self._take_point)
        document, session = window.document, window.session
        document.facts_changed.connect(self._follow_data)
        document.data_changed.connect(self._forget)
        document.network_changed.connect(self._follow_network)
        session.built.connect(self._begin_anew)
        session.engine_lost.connect(self._begin_anew)
        window.panes.offer(self._pane, False)
        self._follow_data()

    @property
    def wanted(self) -> tuple[str, Point | None]:
        """The layer whose plane is to be shown, "" for none, and the point to be decoded."""
        if self.layer is None or not self._window.panes.can_be_seen(self._pane):
            return "", None
        return self.layer, self._asked

    def take_over(self, other: LookingAtCode) -> None:
        """Point where *other* pointed."""
        if self.layer is not None and self.layer == other.layer and other._newest is not None:
            self._choose(other._newest)

    def offer(self) -> None:
        """Let the pane be there with data that are to be reconstructed, in front where there is a code to show."""
        there = self._dataset is not None and bool(self._dataset.facts.target_shape)
        self._window.panes.offer(self._pane, there, in_front=self.layer is not None)

    # ------------------------------------------------------------ the document

    def _follow_data(self) -> None:
        dataset = self._document.dataset
        if dataset is None or self._document.facts is None or dataset is self._dataset:
            return
        self._dataset = dataset
        if dataset.facts.target_shape:
            some = dataset.preparation.unscale(np.asarray(dataset.sample.x))
            self._range = float(some.min()), float(some.max())
        self._follow_network()
        self.offer()

    def _follow_network(self) -> None:
        document, dataset = self._document, self._dataset
        reconstructs = dataset is not None and bool(dataset.facts.target_shape)
        layer = code_layer(document.fitted, document.inference.shapes) if reconstructs else None
        if layer != self.layer:
            self.layer = layer
            self._clear()
        self._pane.set_available(layer is not None)

    def _forget(self) -> None:
        self._dataset = self.layer = None
        self._clear()

    def _clear(self) -> None:
        """What was shown is of another code."""
        self._newest = self._asked = None
        self._waiting = self._by_person = False
        self._pane.show_codes(None)
        self._pane.show_decoded(None)
        self.wanted_changed.emit()

    # ------------------------------------------------------------ asking

    def _take_point(self, x: float, y: float) -> None:
        self._by_person = True
        self._choose((x, y))

    def _choose(self, point: Point) -> None:
        self._newest = point
        self._ask()

    def _ask(self) -> None:
        if not self._waiting and self._newest != self._asked:
            self._asked, self._waiting = self._newest, True
            self.wanted_changed.emit()

    def _begin_anew(self) -> None:
        """Another network stands; what the one before was asked may have been lost with it."""
        self._waiting = False
        self._ask()

    # ------------------------------------------------------------ what the engine says

    def take(self, event: CodePlane | Decoded) -> None:
        """Show *event*, where it is still of what is on screen."""
        shown = event.layer == self.layer and self._window.running.shows_drawn_data
        if isinstance(event, CodePlane):
            if shown:
                self._show_plane(event)
        elif event.point == self._asked:
            self._waiting = False
            if shown and not event.refused:
                self._show_decoded(event)
            self._ask()

    def _show_plane(self, event: CodePlane) -> None:
        points = np.frombuffer(event.points, "<f4").reshape(-1, 2).astype(np.float64)
        finite, rows = np.isfinite(points).all(axis=1), np.array(event.rows, np.intp)
        labels = self._dataset.labels if self._dataset is not None else None
        if labels is not None and len(labels.train) == event.total:
            codes = Codes(points[finite], rows[finite], labels.train[rows[finite]], labels.names)
        else:
            codes = Codes(points[finite], rows[finite])
        self._pane.show_codes(codes)
        if finite.any() and not self._by_person:
            self._choose(codes.middle)

    def _show_decoded(self, event: Decoded) -> None:
        dataset = self._dataset
        answer = np.frombuffer(event.answer, "<f4")
        if dataset is None or answer.size != dataset.facts.features:
            return
        shape = dataset.facts.target_shape
        raw = dataset.preparation.unscale(answer.reshape(1, *shape))[0]
        point = self._newest or event.point  # where the hand is by now
        if len(shape) == 3 and shape[2] in (1, 3):
            self._pane.show_decoded(point, picture_between(raw, self._range))
            return
        names = dataset.facts.feature_names or tuple(f"x{i + 1}" for i in range(answer.size))
        values = raw.reshape(-1)[:MOST_NUMBERS].tolist()
        self._pane.show_decoded(point, None, [(n, value_text(v)) for n, v in zip(names, values, strict=False)])
