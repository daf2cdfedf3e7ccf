"""Choosing what to learn from: the ready problems on the left, the chosen one in full on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import Builtin, DataSpec, Npz, Table
from nnviz.ui import style, theme
from nnviz.ui.background import Background
from nnviz.ui.controls import divider, primary_button, quiet_button, text_label
from nnviz.ui.dialogs.gallery import Gallery
from nnviz.ui.dialogs.picture_page import PicturePage
from nnviz.ui.dialogs.preparation_form import PreparationForm
from nnviz.ui.dialogs.table_page import TablePage
from nnviz.ui.document import Document
from nnviz.ui.sidebar.wording import data_title, facts_text, parts_text

REST_MS = 120
LARGEST_CHECKED = 64 << 20  # a larger file is not loaded twice: once here to be checked and again by the document
TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".parquet", ".pq", ".gz")


class DataChooser(QDialog):
    """Shows one reference at a time, loads it in the background, and hands it over with Use.

    Signals:
        data_chosen: the reference to use.
    """

    data_chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None, path: Path | None = None) -> None:
        """Starting at what *document* learns from, or at the file *path*."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose data"))
        self.setAcceptDrops(True)
        self.resize(920, 690)
        self._base = document.base
        self.spec: DataSpec = document.data_spec or Builtin(name="moons")
        self.dataset: Dataset | None = None
        self.gallery, self.picture, self.table = Gallery(), PicturePage(), TablePage()
        self.form = PreparationForm()
        self.title = text_label("", 16, semibold=True)
        self.summary = text_label("", 12, wrap=True)
        self.use = primary_button(self.tr("Use this data"))
        self.cancel = quiet_button(self.tr("Cancel"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.picture)
        self._pages.addWidget(self.table)
        self._check = Background(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._bind()
        if path is not None:
            self.open_file(path)
        else:
            self.show_spec(self.spec)
        self.gallery.focus_marked()

    def show_spec(self, spec: DataSpec) -> None:
        """Show *spec* and find out what it holds."""
        self.spec, self.dataset = spec, None
        self.title.setText(data_title(spec))
        self.gallery.mark(spec.name if isinstance(spec, Builtin) else None)
        self.form.show_spec(spec, None)
        if isinstance(spec, Table):
            self._pages.setCurrentWidget(self.table)
            self.table.show_spec(spec, self._base)
        else:
            self._pages.setCurrentWidget(self.picture)
            self.picture.show_spec(spec)
        self.use.setEnabled(False)
        self._say(self.tr("Looking at the data…"), "quiet")
        self._check.cancel()
        self._rest.start()

    def open_file(self, path: Path) -> None:
        """Show the file at *path*."""
        self.show_spec(Npz(path=str(path)) if path.suffix.lower() == ".npz" else Table(path=str(path)))

    def done(self, result: int) -> None:
        self._rest.stop()
        for part in (self.gallery, self.table, self._check):
            part.cancel()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.open_file(Path(path))

    def _bind(self) -> None:
        self.gallery.problem_picked.connect(lambda name: self.show_spec(Builtin(name=name)))
        self.gallery.file_requested.connect(self._ask_file)
        self.picture.spec_changed.connect(self.show_spec)
        self.table.spec_changed.connect(self.show_spec)
        self.table.failed.connect(self._fail)
        self.form.changed.connect(lambda: self.show_spec(self.form.applied(self.spec)))
        self.use.clicked.connect(self._use)
        self.cancel.clicked.connect(self.reject)
        self._rest.timeout.connect(self._load)
        self._check.done.connect(self._take)
        self._check.failed.connect(self._fail)

    def _lay_out(self) -> None:
        self.use.setDefault(True)
        self.summary.setMinimumHeight(34)
        right = QVBoxLayout()
        right.setContentsMargins(24, 20, 24, 20)
        right.setSpacing(12)
        right.addWidget(self.title)
        right.addWidget(self._pages, 1)
        right.addWidget(self.form)
        right.addWidget(divider())
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(divider(vertical=True))
        row.addLayout(right, 1)

    def _load(self) -> None:
        spec, base = self.spec, self._base
        if isinstance(spec, Table) and self._is_large(spec):
            self._say(self.tr("A large file: it is read in full when it is used."), "quiet")
            self.use.setEnabled(True)
            return

        def work(cancelled: object) -> Dataset:
            from nnviz.data.shown import load_to_show

            return load_to_show(spec, base, cancelled)  # type: ignore[arg-type]

        self._check.run(work)

    def _is_large(self, spec: Table) -> bool:
        try:
            return (self._base / Path(spec.path).expanduser()).stat().st_size > LARGEST_CHECKED
        except OSError:
            return False  # loading says in a sentence what is wrong with it

    def _take(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.form.show_spec(self.spec, dataset)
        if not isinstance(self.spec, Table):
            self.picture.show_dataset(dataset)
        sentence = f"{facts_text(dataset.facts)}: {parts_text(dataset.facts)}."
        note = dataset.notes[0] if dataset.notes else ""
        self._say(f"{sentence} {note}".strip(), "caution" if note else "plain")
        self.summary.setToolTip("\n".join(dataset.notes))
        self.use.setEnabled(True)

    def _fail(self, sentence: str) -> None:
        self.dataset = None
        if not isinstance(self.spec, Table):
            self.picture.show_dataset(None)
        self._say(sentence, "bad")
        self.use.setEnabled(False)

    def _say(self, text: str, role: str) -> None:
        style.set_role(self.summary, role)
        self.summary.setText(text)

    def _use(self) -> None:
        self.data_chosen.emit(self.spec)
        self.accept()

    def _ask_file(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in (*TABLE_SUFFIXES, ".npz"))
        dialog = QFileDialog(self, self.tr("Your own file"), str(self._base))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables and arrays ({0})").format(patterns), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda text: self.open_file(Path(text)))
        dialog.open()
