"""What the panes that judge and try the network are given, and what they ask the engine for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nnviz.data.dataset import Dataset
from nnviz.data.spec import SERIES, Builtin, DataSpec, Idx, Images, Npz, Series, Table
from nnviz.training.evaluating.messages import Evaluate, EvaluatedPart, Evaluation
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.files.likely_folder import likely_folder
from nnviz.ui.panes.thumbnails import Thumbnails

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

THUMBNAIL = 64  # pixels along a side of the picture of a sample, at most
PARTS: tuple[EvaluatedPart, ...] = ("validation", "test", "train")  # the first that there is, is judged at first


class Evaluating(QObject):
    """Carries between the document, the session and the panes; asks for nothing that nobody sees."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, window.document, window.session
        self._pane = window.panes.evaluation
        self._dataset: Dataset | None = None
        self.thumbnails = Thumbnails(THUMBNAIL, picture_image, self)
        self.thumbnails.arrived.connect(self._pane.samples.update)
        self._session.evaluation_changed.connect(self._show)
        self._document.facts_changed.connect(self._follow_data)
        self._document.data_changed.connect(self._forget)
        window.panes.seen_changed.connect(self._ask)
        self._pane.wish_changed.connect(self._ask)
        self._pane.file_requested.connect(self._choose_file)
        self._follow_data()

    def shutdown(self) -> None:
        """Give up what is on other threads."""
        self.thumbnails.shutdown()

    def _follow_data(self) -> None:
        dataset, facts, spec = self._document.dataset, self._document.facts, self._document.data_spec
        if dataset is None or facts is None or spec is None or dataset is self._dataset:
            return
        self._dataset = dataset
        held = {part: getattr(dataset, part) for part in PARTS}
        parts = tuple(part for part, rows in held.items() if rows is not None and rows.rows)
        pictures = self.thumbnails.set_data(dataset)
        of = self.thumbnails.of if pictures else None
        takes = isinstance(spec, Table | Npz | Idx | Series | Images)
        folders = isinstance(spec, Images)
        self._pane.set_data(facts, parts, takes_files=takes, folders=folders, ordered=in_time(spec), picture_of=of)

    def _forget(self) -> None:
        self._dataset = None
        self.thumbnails.set_data(None)
        self._pane.set_data(None)

    def _show(self, evaluation: Evaluation) -> None:
        if self._window.running.shows_drawn_data:
            self._pane.show_evaluation(evaluation)

    def _ask(self) -> None:
        """Have the network judged as long as somebody sees it."""
        seen = self._window.panes.can_be_seen(self._pane)
        self._session.evaluate(self._pane.wish if seen else Evaluate())

    def _choose_file(self) -> None:
        start = str(likely_folder(self._document.data_spec, self._document.base))
        if isinstance(self._document.data_spec, Images):
            text = self.tr("Judge the network on a folder with one subfolder of pictures for each class")
            path = QFileDialog.getExistingDirectory(self._window, text, start)
        else:
            path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Judge the network on a file"), start)
        if path:
            self._pane.choose_part("file", str(Path(path)))


def in_time(spec: DataSpec) -> bool:
    """Whether the samples follow each other in time."""
    return isinstance(spec, Series) or (isinstance(spec, Builtin) and spec.name in SERIES)
