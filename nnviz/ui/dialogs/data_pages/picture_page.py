"""Data that need no table, seen large: a sentence, the picture, what can be chosen; or the offer to download them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.sources import keras_sets
from nnviz.data.spec import Builtin, DataSpec, KerasSet
from nnviz.ui.controls import Card, text_label
from nnviz.ui.dialogs.data_pages.about import about
from nnviz.ui.dialogs.data_pages.download_card import DownloadCard
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.dialogs.data_pages.source_controls import SourceControls, controls_for
from nnviz.ui.sidebar.picture import picture_of
from nnviz.ui.sidebar.thumbnail import Thumbnail


class PicturePage(DataPage):
    """The picture of what is chosen.

    Attributes:
        controls: the fields of the source that is shown; None where it has none.
        download: the offer to download a set; None until one is needed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self.controls: SourceControls | None = None
        self.download: DownloadCard | None = None
        self.about = text_label("", 12, quiet=True, wrap=True)
        self.thumbnail = Thumbnail()
        self._frame = Card()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.thumbnail)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._stack)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.about)
        self._column.addWidget(self._frame, 1)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        if _source(spec) == _source(self._spec):
            self.thumbnail.set_faded(True)
        else:
            self.thumbnail.set_picture(None)
        self._spec = spec
        self.about.setText(about(spec, base))
        self._show_controls(spec, base)
        self._stack.setCurrentWidget(self.thumbnail)
        if isinstance(spec, KerasSet) and keras_sets.missing_bytes(spec):
            self._offer(spec)

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        self.thumbnail.set_picture(picture_of(dataset) if dataset is not None else None)

    def cancel(self) -> None:
        if self.download is not None:
            self.download.cancel()

    def _offer(self, spec: KerasSet) -> None:
        if self.download is None:
            self.download = DownloadCard()
            self.download.downloaded.connect(lambda: self.spec_changed.emit(self._spec))
            self._stack.addWidget(self.download)
        self.download.show_spec(spec)
        self._stack.setCurrentWidget(self.download)

    def _show_controls(self, spec: DataSpec, base: Path) -> None:
        wanted = controls_for(spec)
        if type(self.controls) is not (wanted or type(None)):
            if self.controls is not None:
                self.controls.hide()
                self.controls.deleteLater()
            self.controls = wanted() if wanted is not None else None
            if self.controls is not None:
                self.controls.spec_changed.connect(self.spec_changed)
                self._column.addWidget(self.controls)
        if self.controls is not None:
            self.controls.show_spec(spec, base)


def _source(spec: DataSpec | None) -> tuple[str, ...]:
    """What is looked at, whatever is done to it."""
    if spec is None:
        return ()
    name = spec.name if isinstance(spec, Builtin | KerasSet) else ""
    return type(spec).__name__, name, str(getattr(spec, "path", getattr(spec, "folder", getattr(spec, "images", ""))))
