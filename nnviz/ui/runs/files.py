"""Files of the runs: tables for a spreadsheet, the shared axes as a picture, logs for TensorBoard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from nnviz.project.atomic import write_whole
from nnviz.project.run_csv import epochs_csv, runs_csv
from nnviz.project.run_logs import write_source
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.program.background import Background

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class RunFiles(QObject):
    """What the menu of the pane writes.

    Signals:
        save_requested: a file is to be written (a ``SaveJob``).
        failed: a sentence why it could not be.
    """

    save_requested = Signal(object)
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._pane = window, window.panes.runs
        self._folder, self._written = Path(), 0
        self._background = Background(self)
        self._background.done.connect(self._have_written)
        self._background.failed.connect(self.failed)
        self._pane.save_wished.connect(self.save)

    @property
    def busy(self) -> bool:
        """Whether something is being gathered."""
        return self._background.busy

    def take_over(self, other: RunFiles) -> None:
        """Go on with the numbers of *other*: each file has a name of its own."""
        self._folder, self._written = other._folder, other._written

    def save(self, what: str) -> None:
        """Ask where *what* is to stand: table, epochs, picture or tensorboard."""
        if what == "tensorboard":
            self.ask_logs()
        elif what == "picture":
            self.save_requested.emit(self._picture())
        else:
            self.save_requested.emit(self._table(epochs=what == "epochs"))

    def _table(self, epochs: bool) -> SaveJob:
        runs = [row.run for row in self._pane.rows]
        title = self.tr("Save the epochs of all runs") if epochs else self.tr("Save the table of the runs")

        def write(path: Path) -> None:
            write_whole(path, (epochs_csv(runs) if epochs else runs_csv(runs)).encode())

        return SaveJob(title, self.tr("Table (*.csv)"), ".csv", write)

    def _picture(self) -> SaveJob:
        """The curves as they are on screen."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        view = self._pane.detail.view
        view.grab().save(buffer, "PNG")
        png = bytes(buffer.data().data())
        title = self.tr("Save the curves of the runs")
        return SaveJob(title, self.tr("Picture (*.png)"), ".png", lambda path: write_whole(path, png))

    def ask_logs(self) -> None:
        """Ask for a folder, and have the engine write the logs of all runs there."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("A folder for the TensorBoard logs"), str(self._window.files.proposed()[0])
        )
        if folder:
            self.write_logs(Path(folder))

    def write_logs(self, folder: Path) -> None:
        """Have the engine write the logs of all runs into *folder*."""
        runs = [row.run for row in self._pane.rows]
        self._folder, self._written = folder, self._written + 1
        source = self._window.running.scratch_file(f"logs-{self._written}.msgpack")

        def write(_cancelled: object) -> Path:
            write_source(source, runs)
            return source

        self._background.run(write)

    def _have_written(self, source: Path) -> None:
        if not self._window.session.write_logs(str(source), str(self._folder)):
            self.failed.emit(self.tr("The engine is starting: try again in a moment"))

    def shutdown(self) -> None:
        """Wait for what is being gathered."""
        self._background.finish()
