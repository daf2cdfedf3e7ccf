"""Opening, saving, exporting, loading weights: everything that asks for a file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnviz.data.spec import DataSpec
from nnviz.network.augmenting import with_augmentation
from nnviz.network.spec import LayerSpec
from nnviz.project.files import Contents, open_project, save_project, snapshot_bytes
from nnviz.project.keras_files import reading
from nnviz.project.keras_files.reading import is_model
from nnviz.project.project import Project
from nnviz.project.runs import Run, last_weights
from nnviz.training.kept_names import name_of
from nnviz.ui import model_files
from nnviz.ui.background import Background
from nnviz.ui.dialogs.export_panel import ExportDialog
from nnviz.ui.document import Document, first_project
from nnviz.ui.running import RunController
from nnviz.ui.sidebar.wording import data_title

MOST_RECENT = 8
PROJECT_SUFFIXES = (".nnviz", ".json")
DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".dat", ".parquet", ".pq", ".xlsx", ".xlsm", ".npy", ".gz")
IDX_NAME = "ubyte"  # how files in MNIST's format are called, with no suffix
MODEL_SUFFIXES = reading.SUFFIXES
WEIGHT_SUFFIXES = (".h5", ".keras", ".npz", ".safetensors")


class FileController(QObject):
    """What the File menu does. Reading and writing happen off the window's thread.

    Signals:
        failed: a sentence why a file could not be read or written; nothing was changed.
        said: a sentence for the status line.
        data_dropped: the path of data that a person wants to learn from; what they are for has to be chosen.
        recent_changed: another list of recent files.
    """

    failed = Signal(str)
    said = Signal(str)
    data_dropped = Signal(str)
    recent_changed = Signal()

    def __init__(self, document: Document, running: RunController, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._running, self._window = document, running, window
        self._reader, self._writer = Background(self), Background(self)
        self._models = 0  # read so far: each has its weights in a file of its own
        self._writing = Lock()  # two saves in a row are written in that order
        self._before_reading: Project | None = document.project
        self.remembers = True  # a demonstration leaves no trace in a person's list of recent files
        self._after_save: Callable[[], object] | None = None
        self._reader.done.connect(self._opened)
        self._writer.done.connect(self._saved)
        self._reader.failed.connect(self.failed)
        self._writer.failed.connect(self.failed)

    # ------------------------------------------------------------------ projects

    def new(self) -> None:
        """A fresh invitation."""
        self.start(first_project())

    def start(self, project: Project) -> None:
        """Go on with *project*, which has no file yet."""
        if self.may_discard(partial(self.start, project)):
            self._at_rest(partial(self._show_new, project))

    def ask_open(self) -> None:
        """Ask for a project and open it."""
        if self.may_discard(self.ask_open):
            names = self.tr("Projects and Keras models (*.nnviz *.json *.keras *.h5)")
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
        self._before_reading = self._document.project
        self._models += 1
        weights = self._running.scratch_file(f"model-{self._models}") / f"{path.name}{model_files.OURS}"
        drawn = model_files.Drawn(self._document.fitted, self._document.facts, weights)
        self._reader.run(lambda _: model_files.read(path, drawn) if is_model(path) else self._read(path))

    def open_anything(self, path: Path) -> None:
        """Open what was dropped: a project, a model, weights, or data, which may be a folder.

        Of a model that is the very network on the diagram, only the weights are taken.
        """
        if path.suffix.lower() in PROJECT_SUFFIXES:
            if self.may_discard(partial(self.open, path)):
                self.open(path)
        elif path.suffix.lower() in MODEL_SUFFIXES and not path.name.lower().endswith(".weights.h5"):
            self.open_model(path)
        elif _may_be_data(path):
            self.data_dropped.emit(str(path))
        elif path.suffix.lower() in WEIGHT_SUFFIXES:
            self._running.session.load_weights(str(path))
        else:
            self.failed.emit(self.tr("{0} is neither a project nor data nor weights").format(path.name))

    def use_data(self, spec: DataSpec) -> None:
        """Learn from *spec*."""
        self._document.edit_data(spec, self.tr("Use {0}").format(data_title(spec)))

    def use_augmented(self, spec: DataSpec, layers: tuple[LayerSpec, ...]) -> None:
        """Learn from *spec*, with *layers* behind the Input that vary its pictures: one step of undo."""
        project = self._document.project
        network = with_augmentation(project.network, layers)
        text = self.tr("Use {0}, varied").format(data_title(spec))
        self._document.edit_project(replace(project, data=spec, network=network), text)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Write the project where it came from, or ask where; *then* follows when it is written."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self._after_save = then
            self._write(self._document.path)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask where, and write the project there."""
        start = self._document.path or self._folder() / "network.nnviz"
        names = self.tr("nnviz project (*.nnviz);;JSON without runs (*.json)")
        path, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), str(start), names)
        if path:
            target = Path(path)
            if target.suffix.lower() not in PROJECT_SUFFIXES:
                target = target.with_name(target.name + (".json" if "json" in chosen else ".nnviz"))
                if target.exists() and not self._may_replace(target):
                    return
            self._after_save = then
            self._write(target)

    def save_to(self, path: Path) -> None:
        """Write the project to *path*."""
        self._after_save = None
        self._write(path)

    def may_discard(self, then: Callable[[], object]) -> bool:
        """Whether unsaved changes may go; asked to save, *then* is done after that."""
        if not self._document.dirty and not self._running.unkept:
            return True
        keys = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Unsaved changes"), "", parent=self._window)
        box.setText(self.tr("Save the changes to this project?"))
        box.setInformativeText(self.tr("Without saving, they and the runs since the last save are gone."))
        box.setStandardButtons(keys.Save | keys.Discard | keys.Cancel)
        box.setDefaultButton(keys.Save)
        box.button(keys.Discard).setText(self.tr("Don't save"))
        answer = box.exec()
        box.deleteLater()
        if answer == keys.Save:
            self._running.when_paused(partial(self.save, then))
        return answer == keys.Discard

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

    # ------------------------------------------------------------------ recent files

    def recent(self) -> list[Path]:
        """The projects opened or saved last, newest first, as far as they are still there."""
        stored = QSettings().value("recent")
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(name) for name in names if Path(name).exists()]

    def shutdown(self) -> None:
        """Wait for what is being read or written."""
        self._reader.shutdown()
        self._writer.shutdown()

    # ------------------------------------------------------------------ inside

    def _folder(self) -> Path:
        recent = self.recent()
        if self._document.path is not None:
            return self._document.path.parent
        return recent[0].parent if recent else Path.home()

    def _at_rest(self, show: Callable[[], object]) -> None:
        """Show another project when this one neither trains nor waits to be written."""
        self._running.at_rest(partial(self._running.when_kept, show))

    def _show_new(self, project: Project) -> None:
        self._document.open(project, None)
        self._running.open_runs((), None)

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("{0} exists already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Save as"), question)
        return answer == QMessageBox.StandardButton.Yes

    def _read(self, path: Path) -> tuple[Path, Contents, Path | None, Path | None]:
        """On the reader's thread: the project, its last weights as a file the engine can read, and a folder of more."""
        contents = open_project(path)
        found = last_weights(contents.runs)
        weights = kept = None
        if found is not None and found[0] is contents.runs[-1]:
            run, snapshot = found
            weights = self._running.scratch_file(f"opened-{run.id}.safetensors")
            weights.write_bytes(snapshot_bytes(run, snapshot.kind))
            kept = self._running.scratch_file(f"opened-{self._models}-kept")
            write_kept(run, kept)
        return path, contents, weights, kept

    def _opened(self, result: tuple[Path, Contents, Path | None, Path | None] | model_files.ReadModel) -> None:
        if isinstance(result, model_files.ReadModel) and (result.imported is None or result.drawn):
            self._running.session.load_weights(str(result.weights or result.path))
            return
        if isinstance(result, model_files.ReadModel):
            show = partial(self._at_rest, partial(self._show_model, result))
        else:
            show = partial(self._at_rest, partial(self._show, *result))
        # What was drawn while the file was read is asked about like everything else.
        if self._document.project == self._before_reading or self.may_discard(show):
            show()

    def _show(self, path: Path, contents: Contents, weights: Path | None, kept: Path | None) -> None:
        self._document.open(contents.project, path, contents.base.resolve())
        self._running.open_runs(contents.runs, weights, kept)
        self._remember(path)

    def _show_model(self, model: model_files.ReadModel) -> None:
        self.said.emit(model_files.show(self._document, self._running, model))

    def _write(self, path: Path) -> None:
        self._running.with_weights(partial(self._write_now, path))

    def _write_now(self, path: Path) -> None:
        contents = Contents(self._document.project, self._running.runs_so_far(), self._document.base)
        runs = self._running.runs

        def write(_cancelled: object) -> tuple[Path, Project, tuple[Run, ...], Contents]:
            with self._writing:
                return path, contents.project, runs, save_project(path, contents)

        self._writer.run(write)

    def _saved(self, result: tuple[Path, Project, tuple[Run, ...], Contents]) -> None:
        path, project, runs, contents = result
        whole = path.suffix.lower() != ".json" or not runs
        self._document.saved_as(path, project, all_runs=whole and runs is self._running.runs)
        if whole:
            self._running.take_saved(runs, contents.runs)
        self._remember(path)
        text = self.tr("Saved {0}") if whole else self.tr("Saved {0} without its runs, which only a .nnviz file keeps")
        self.said.emit(text.format(path.name))
        then, self._after_save = self._after_save, None
        if then is not None:
            then()

    def _remember(self, path: Path) -> None:
        if not self.remembers:
            return
        names = [str(path.resolve()), *(str(p) for p in self.recent())]
        QSettings().setValue("recent", list(dict.fromkeys(names))[:MOST_RECENT])
        self.recent_changed.emit()


def _may_be_data(path: Path) -> bool:
    """Whether *path* is called as data are, or is a folder; what it holds is found out where it is chosen."""
    if path.suffix.lower() == ".npz":
        return _holds_samples(path)
    return path.is_dir() or path.suffix.lower() in DATA_SUFFIXES or IDX_NAME in path.name


def write_kept(run: Run, folder: Path) -> None:
    """The snapshots that were kept along *run* as files in *folder*, under names that tell their epochs."""
    for snapshot in run.kept:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name_of(snapshot.epoch, "opened")).write_bytes(snapshot_bytes(run, "kept", snapshot.epoch))


def _holds_samples(path: Path) -> bool:
    """Whether the archive *path* is data rather than weights; what cannot be read is left to the reader to refuse."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not {"x.npy", "x_train.npy"}.isdisjoint(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return True
