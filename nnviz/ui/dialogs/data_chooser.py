"""Choosing and preparing what to learn from: where it comes from on the left, what it is on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.backend.session import TrainingSession
from nnviz.data.dataset import Dataset
from nnviz.data.spec import Builtin, DataSpec
from nnviz.network.augmenting import augmentation, picture_input
from nnviz.network.spec import LayerSpec
from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, SegmentedTabs, divider, primary_button, quiet_button, text_label
from nnviz.ui.dialogs.data_pages.look import Look
from nnviz.ui.dialogs.data_pages.state_line import StateLine
from nnviz.ui.dialogs.data_pages.tabs import Tabs
from nnviz.ui.dialogs.gallery import Gallery
from nnviz.ui.document import Document
from nnviz.ui.files.likely_folder import likely_folder
from nnviz.ui.program.background import Background
from nnviz.ui.sidebar.wording import data_title

_Shown = tuple[DataSpec, tuple[LayerSpec, ...] | None]
REST_MS = 120
WIDTH, HEIGHT = 1120, 730
MARGIN = 40  # of the window around the dialog


class DataChooser(QDialog):
    """Shows one reference at a time, loads it in the background, and hands it over with Use.

    Attributes:
        spec: the reference that is shown.
        layers: those that vary pictures; None where the network has not one place for them.
        dataset: what loading it gave; None while that is not known.

    Signals:
        data_chosen: the reference to use.
        augmented_chosen: the reference to use, and the layers that are to vary its pictures from now on.
    """

    data_chosen = Signal(object)
    augmented_chosen = Signal(object, object)

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        path: Path | None = None,
        session: TrainingSession | None = None,
    ) -> None:
        """Starting at what *document* learns from, or at the file *path*; *session*'s engine draws varied pictures."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose data"))
        self.setAcceptDrops(True)
        self._base, self._loader = document.base, document.loader
        self.spec: DataSpec = document.data_spec or Builtin(name="moons")
        self.dataset: Dataset | None = None
        self._drawn = augmentation(document.network) if picture_input(document.network) is not None else None
        self.layers = self._drawn
        self._taken: DataSpec | None = None  # what is used as soon as it is known
        self._undone: list[_Shown] = []
        self._former: list[_Shown] = []
        self.gallery = Gallery()
        self.title = text_label("", 16, semibold=True)
        self.tabs = SegmentedTabs()
        self.pages = Tabs(self.tabs, self._base, session)
        self.state = StateLine()
        self.undo = GlyphButton("undo", self.tr("Take the last change back (Ctrl+Z)"))
        self.redo = GlyphButton("redo", self.tr("Do it again (Ctrl+Y)"))
        self.use = primary_button(self.tr("Use this data"))
        self.cancel = quiet_button(self.tr("Cancel"))
        self._look = Look(self._base, self, document.loader)
        self._reader = Background(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._bind()
        self.pages.show_layers(self.layers)
        self.gallery.mark(self.spec)
        self.gallery.focus_marked()
        for button in (self.undo, self.redo, self.use):
            button.setEnabled(False)
        # The page comes with the window's next turn: to make all of it in one would hold the window up.
        QTimer.singleShot(0, self, lambda: self._begin(path))

    # ------------------------------------------------------------------ what is shown

    def show_spec(self, spec: DataSpec) -> None:
        """Go on with *spec*; the former reference can be brought back."""
        if spec != self.spec:
            self._remember()
        self._show(spec)

    def show_layers(self, layers: tuple[LayerSpec, ...]) -> None:
        """Go on with *layers* to vary pictures."""
        if self.layers is not None and layers != self.layers:
            self._remember()
            self._show_layers(layers)

    def take_back(self) -> None:
        """Show the reference before the last change."""
        if self._former:
            self._undone.append((self.spec, self.layers))
            self._go_to(self._former.pop())

    def do_again(self) -> None:
        """Show the reference that was taken back last."""
        if self._undone:
            self._former.append((self.spec, self.layers))
            self._go_to(self._undone.pop())

    def open_file(self, path: Path) -> None:
        """Find out what the file or folder *path* is, and show it."""
        self._look.cancel()
        self._rest.stop()
        self.use.setEnabled(False)
        self.title.setText(path.name)
        self.state.wait(self.tr("Looking at the data…"))
        self._reader.run(lambda _cancelled: _recognised(path))

    def done(self, result: int) -> None:
        self._rest.stop()
        for part in (self.gallery, self.pages, self._look, self._reader):
            part.cancel()
        super().done(result)

    # ------------------------------------------------------------------ gestures

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.open_file(Path(path))

    def ask_file(self) -> None:
        """Ask for a file of any kind."""
        self._ask(self.tr("Open a file"), QFileDialog.FileMode.ExistingFile)

    def ask_folder(self) -> None:
        """Ask for a folder with a subfolder of pictures for each class."""
        self._ask(self.tr("Open a folder of pictures"), QFileDialog.FileMode.Directory)

    # ------------------------------------------------------------------ inside

    def _bind(self) -> None:
        self.gallery.spec_picked.connect(self.show_spec)
        self.gallery.spec_taken.connect(self._take_soon)
        self.gallery.file_requested.connect(self.ask_file)
        self.gallery.folder_requested.connect(self.ask_folder)
        self.pages.spec_changed.connect(self.show_spec)
        self.pages.failed.connect(self._fail)
        self.pages.layers_changed.connect(self.show_layers)
        self.state.stop_requested.connect(self._stop)
        self.undo.clicked.connect(self.take_back)
        self.redo.clicked.connect(self.do_again)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.take_back)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.do_again)
        self.use.clicked.connect(self._use)
        self.cancel.clicked.connect(self.reject)
        self._rest.timeout.connect(lambda: self._look.load(self.spec))
        self._look.loaded.connect(self._take)
        self._look.failed.connect(self._fail)
        self._look.too_large.connect(self._take_unseen)
        self._look.progressed.connect(self.state.show_share)
        self._reader.done.connect(self.show_spec)
        self._reader.failed.connect(self._fail)

    def _lay_out(self) -> None:
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(min(WIDTH, room.width() - MARGIN), min(HEIGHT, room.height() - MARGIN))
        self.use.setDefault(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        right = QVBoxLayout()
        right.setContentsMargins(24, 16, 24, 16)
        right.setSpacing(theme.GAP)
        right.addLayout(head)
        right.addWidget(self.tabs)
        right.addWidget(self.pages, 1)
        right.addWidget(divider())
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(divider(vertical=True))
        row.addLayout(right, 1)

    def _begin(self, path: Path | None) -> None:
        if path is not None:
            self.open_file(path)
        else:
            self._show(self.spec)

    def _remember(self) -> None:
        self._former.append((self.spec, self.layers))
        self._undone.clear()

    def _go_to(self, shown: _Shown) -> None:
        spec, layers = shown
        self._show_layers(layers)
        if spec != self.spec:
            self._show(spec)

    def _show_layers(self, layers: tuple[LayerSpec, ...] | None) -> None:
        self.layers = layers
        self.pages.show_layers(layers)
        self._enable_back()

    def _enable_back(self) -> None:
        self.undo.setEnabled(bool(self._former))
        self.redo.setEnabled(bool(self._undone))

    def _take_soon(self, spec: DataSpec) -> None:
        self._taken = spec
        self.show_spec(spec)

    def _show(self, spec: DataSpec) -> None:
        self.spec, self.dataset = spec, None
        self._taken = spec if spec == self._taken else None
        self.title.setText(data_title(spec))
        self.gallery.mark(spec)
        self._enable_back()
        self.use.setEnabled(False)
        self._reader.cancel()
        self._look.cancel()
        self.pages.show_spec(spec)
        if self._look.waits_for_download(spec):
            self._taken = None
            self.state.say(self.tr("Nothing is downloaded before you say so."), "quiet")
            return
        self.state.wait(self.tr("Looking at the data…"))
        self._rest.start()

    def _take(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.pages.show_dataset(self.spec, dataset)
        self.gallery.show_downloads()
        self.state.show_dataset(dataset)
        self.use.setEnabled(True)
        if self._taken is not None:
            self._use()

    def _take_unseen(self) -> None:
        self.state.say(self.tr("A large file: it is read in full when it is used."), "quiet")
        self.use.setEnabled(True)

    def _stop(self) -> None:
        self._taken = None
        self._look.cancel()
        self.state.say(self.tr("Stopped. What is chosen here can be used all the same; it is read then."), "quiet")
        self.use.setEnabled(True)

    def _fail(self, sentence: str) -> None:
        self.dataset = self._taken = None
        self._rest.stop()
        self._look.cancel()
        self.pages.show_dataset(self.spec, None)
        self.state.say(sentence, "bad")
        self.use.setEnabled(False)

    def _use(self) -> None:
        if self.dataset is not None:
            self._loader.hand_over(self.spec, self._base, self.dataset)
        if self.layers is None or self.layers == self._drawn:
            self.data_chosen.emit(self.spec)
        else:
            self.augmented_chosen.emit(self.spec, self.layers)
        self.accept()

    def _ask(self, caption: str, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, caption, str(likely_folder(self.spec, self._base)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(lambda text: self.open_file(Path(text)))
        dialog.open()


def _recognised(path: Path) -> DataSpec:
    from nnviz.data.recognising import spec_of

    return spec_of(path)
