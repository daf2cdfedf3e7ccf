"""Opening, saving, exporting, loading weights: everything that asks for a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nnviz.data.naming import may_be_data
from nnviz.data.spec import DataSpec
from nnviz.network.augmenting import with_augmentation
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import is_backup, missing
from nnviz.project.keras_files import reading
from nnviz.project.keras_files.reading import is_model
from nnviz.project.project import Project
from nnviz.project.store import check
from nnviz.training.other_data import network_on, recipe_on
from nnviz.ui import language
from nnviz.ui.dialogs.export_panel import ExportDialog
from nnviz.ui.document import Document, first_project
from nnviz.ui.files import model_files
from nnviz.ui.files.brought_method import BroughtMethod
from nnviz.ui.files.project_reading import Opened, read
from nnviz.ui.files.project_saving import PROJECT_SUFFIXES, ProjectSaver, Then
from nnviz.ui.files.recent import RecentFiles
from nnviz.ui.keeping.work import WorkKeeping
from nnviz.ui.language import worded
from nnviz.ui.program.background import Background
from nnviz.ui.sidebar.wording import data_title, data_words
from nnviz.ui.training.running import RunController

REST_MS = 2000  # after a project was opened, until all of it is read and checked
MODEL_SUFFIXES = reading.SUFFIXES
WEIGHT_SUFFIXES = (".h5", ".keras", ".npz", ".safetensors")


class FileController(QObject):
    """What the File menu does. Reading and writing happen off the window's thread.

    Signals:
        failed: a sentence why a file could not be read or written; nothing was changed.
        said: a sentence for the status line.
        data_dropped: the path of data that a person wants to learn from; what they are for has to be chosen.

    Attributes:
        recent: the files opened or saved last.
        work: keeps safe what is not saved.
        saving: writes the project.
    """

    failed = Signal(str)
    said = Signal(str)
    data_dropped = Signal(str)

    def __init__(self, document: Document, running: RunController, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._running, self._window = document, running, window
        self._reader, self._checker = Background(self), Background(self)
        self.recent = RecentFiles(self)
        self.work = WorkKeeping(document, running, self)
        self.saving = ProjectSaver(document, running, self.work, self.recent, window)
        self._asked_for = Path()
        self._brought = BroughtMethod()
        self._models = 0  # read so far: each has its weights in a file of its own
        self._before_reading: Project | None = document.project
        self._unchecked: Opened | None = None  # what was opened and not read as a whole yet
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self._check)
        self._reader.done.connect(self._opened)
        self._reader.failed.connect(self._not_read)
        self._checker.failed.connect(self.failed)
        for part in (self.work, self.saving):
            part.failed.connect(self.failed)
            part.said.connect(self.said)

    # ------------------------------------------------------------------ projects

    def new(self) -> None:
        """A fresh invitation."""
        self.start(first_project())

    def new_empty(self) -> None:
        """A diagram without layers and without data, to be drawn from nothing."""
        self.start(Project(NetworkSpec()))

    def start(
        self, project: Project, base: Path | None = None, then: Callable[[], object] | None = None, ask: bool = True
    ) -> None:
        """Go on with *project*, which has no file yet; its data are found from *base*. When it stands, do *then*.

        Without *ask* what is open is of no worth to anybody.
        """
        if not ask or self.may_discard(partial(self.start, project, base, then)):
            self._at_rest(partial(self._show_new, project, base, then))

    def ask_open(self) -> None:
        """Ask for a project and open it."""
        if self.may_discard(self.ask_open):
            names = self.tr("Projects and Keras models (*.nnviz *.json *.keras *.h5 *.backup)")
            path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), str(self._folder()), names)
            if path:
                self.open(Path(path))

    def ask_import(self) -> None:
        """Ask for a model that Keras saved, and open it."""
        names = self.tr("Keras models (*.keras *.h5 *.json)")
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import model"), str(self._folder()), names)
        if path:
            self.open_model(Path(path))

    def open_model(self, path: Path) -> None:
        """Open the model that Keras saved in *path*; only when it is known what it holds, a person may be asked."""
        self.open(path)
        self._before_reading = None

    def open(self, path: Path) -> None:
        """Open the project *path*, or the model that Keras saved there."""
        self._before_reading, self._asked_for = self._document.project, path
        self._models += 1
        weights = self._running.scratch_file(f"model-{self._models}") / f"{path.name}{model_files.OURS}"
        drawn = model_files.Drawn(self._document.fitted, self._document.facts, weights)
        self._reader.run(
            lambda given_up: model_files.read(path, drawn, given_up) if is_model(path) else self._read(path)
        )

    def open_anything(self, path: Path) -> None:
        """Open what was dropped: a project, a model, weights, or data, which may be a folder.

        Of a model that is the very network on the diagram, only the weights are taken.
        """
        if path.suffix.lower() in PROJECT_SUFFIXES or is_backup(path):
            if self.may_discard(partial(self.open, path)):
                self.open(path)
        elif path.suffix.lower() in MODEL_SUFFIXES and not path.name.lower().endswith(".weights.h5"):
            self.open_model(path)
        elif may_be_data(path):
            self.data_dropped.emit(str(path))
        elif path.suffix.lower() in WEIGHT_SUFFIXES:
            self._running.session.load_weights(str(path))
        else:
            self.failed.emit(self.tr("{0} is neither a project nor data nor weights").format(path.name))

    def use_data(self, spec: DataSpec) -> None:
        """Learn from *spec*, a game by playing it: one step of undo."""
        document, text = self._document, worded("FileController", "Use {0}").format(data_words(spec))
        project = self._on_data(spec)
        if project == replace(document.project, data=spec):
            document.edit_data(spec, text)
        else:
            document.edit_project(project, text)

    def use_augmented(self, spec: DataSpec, layers: tuple[LayerSpec, ...]) -> None:
        """Learn from *spec*, with *layers* behind the Input that vary its pictures: one step of undo."""
        project = self._on_data(spec)
        text = worded("FileController", "Use {0}, varied").format(data_words(spec))
        self._document.edit_project(replace(project, network=with_augmentation(project.network, layers)), text)

    def _on_data(self, spec: DataSpec) -> Project:
        """The project with *spec* for its data: what only its former data asked for is left open."""
        document, project = self._document, self._document.project
        network, recipe = project.network, project.training
        known = document.loader.known(spec, document.base)
        if document.facts is not None and known is not None:
            network = network_on(network, document.facts, known.facts)
            recipe = recipe_on(recipe, document.facts, known.facts)
        return replace(project, data=spec, network=network, training=self._brought.with_data(recipe, spec))

    def save(self, then: Then = None) -> None:
        """Write the project where it came from, or ask where; *then* follows when it is written."""
        self.saving.save(then)

    def save_as(self, then: Then = None) -> None:
        """Ask where, and write the project there."""
        self.saving.save_as(then)

    def save_to(self, path: Path) -> None:
        """Write the project to *path*."""
        self.saving.save_to(path)

    def may_discard(self, then: Callable[[], object]) -> bool:
        """Whether unsaved changes may go; asked to save, *then* is done after that."""
        return self.saving.may_discard(then)

    # ------------------------------------------------------------------ exports and weights

    def ask_export(self, format_name: str) -> None:
        """Ask where, and export; an existing file is replaced only after a person said so."""
        dialog = ExportDialog(format_name, *self.proposed(), self._window)
        dialog.export_requested.connect(self._running.export)
        dialog.open()

    def proposed(self) -> tuple[Path, str]:
        """The folder and the name, without an ending, of a file that is made of this project."""
        stem = self._document.path.stem if self._document.path else Path(data_title(self._document.data_spec)).stem
        return self._folder(), stem

    def ask_weights(self) -> None:
        """Ask for a file of weights and put them into the network."""
        names = self.tr("Weights (*.h5 *.keras *.npz *.safetensors)")
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Load weights"), str(self._folder()), names)
        if path:
            self._running.session.load_weights(path)

    def show(self, opened: Opened, path: Path | None, base: Path) -> None:
        """Show a project that was read; between two runs only.

        *path* is where it is saved, and *base* where its relative data paths start from.
        """
        self.saving.hold(opened.guard)
        self._document.open(opened.contents.project, path, base.resolve())
        self._running.open_runs(opened.contents.runs, opened.weights, opened.kept)
        self.work.expect(())
        if self.saving.read_only and path is not None:
            text = self.tr("{0} is open in another window: here it can be looked at, and saved under another name")
            self.failed.emit(text.format(path.name))

    def move_to(self, window: QWidget) -> None:
        """Ask over *window* from now on, and belong to it."""
        self.setParent(window)
        self._window = window
        self.saving.move_to(window)

    def shutdown(self) -> None:
        """Wait for what is being read or written, and let go of the file."""
        self._rested.stop()
        self._reader.finish()
        self._checker.finish()
        self.work.shutdown()
        self.saving.hold(None)

    # ------------------------------------------------------------------ inside

    def _folder(self) -> Path:
        return self.saving.folder()

    def _at_rest(self, show: Callable[[], object]) -> None:
        """Show another project when this one neither trains nor waits to be written."""
        self._running.at_rest(partial(self._running.when_kept, show))

    def _show_new(self, project: Project, base: Path | None, then: Callable[[], object] | None) -> None:
        self.saving.hold(None)
        self._document.open(project, None, base)
        self._running.open_runs((), None)
        if then is not None:
            then()

    def _read(self, path: Path) -> Opened:
        """On the reader's thread."""
        return read(path, self.work.folder, self._running.scratch_file, self.saving.guard)

    def _not_read(self, sentence: str) -> None:
        if sentence == language.said(missing(self._asked_for)):
            self.recent.forget(self._asked_for)
        self.failed.emit(sentence)

    def _opened(self, result: Opened | model_files.ReadModel) -> None:
        if isinstance(result, model_files.ReadModel) and (result.imported is None or result.drawn):
            self._running.session.load_weights(str(result.weights or result.path))
            return
        if isinstance(result, model_files.ReadModel):
            show = partial(self._at_rest, partial(self._show_model, result))
        else:
            self.work.expect(result.contents.runs)
            show = partial(self._at_rest, partial(self._show, result))
        # What was drawn while the file was read is asked about like everything else.
        if self._document.project == self._before_reading or self.may_discard(show):
            show()

    def _show(self, opened: Opened) -> None:
        # What a project was before it was saved last is not to be written over.
        path = None if is_backup(opened.path) else opened.path
        self.show(opened, path, opened.contents.base)
        if path is not None:
            self.recent.remember(opened.path)
        # So far only what is shown was read and its sums compared; the rest waits until all of it is on screen.
        self._unchecked = opened if opened.place is not None else None
        self._rested.start()

    def _check(self) -> None:
        opened, self._unchecked = self._unchecked, None
        if opened is not None:
            self._checker.run(lambda given_up: check(opened.path, opened.place, given_up))

    def _show_model(self, model: model_files.ReadModel) -> None:
        self.saving.hold(None)
        self.said.emit(model_files.show(self._document, self._running, model))
