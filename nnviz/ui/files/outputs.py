"""What a person takes home besides weights: the diagram as a picture, the script, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.errors import BadInput
from nnviz.ui.diagram.exporting import draw
from nnviz.ui.files.clipboard_picture import ClipboardPicture
from nnviz.ui.files.saving import FileSaver, SaveJob
from nnviz.ui.files.script_files import notebook_job
from nnviz.ui.language import said

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

COPIED_SCALE = 2.0  # sharp on a slide, and not yet large


class Outputs(QObject):
    """The commands of a window that make such things.

    Signals:
        said: a sentence for the status line: it is there.
        failed: a sentence why it is not.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._saver = FileSaver(window)
        self._clipboard = ClipboardPicture(self)
        for maker in (self._saver, self._clipboard):
            maker.said.connect(self.said)
            maker.failed.connect(self.failed)

    def save(self, job: SaveJob) -> None:
        """Ask where the file of *job* is to stand, beside the project at first, and write it."""
        self._saver.ask(job, *self._window.files.proposed())

    def take(self, name: str) -> None:
        """Make what the export panel calls *name*."""
        if name == "diagram":
            self.export_diagram()
        elif name == "tensorboard":
            self._window.run_files.ask_logs()
        elif name == "notebook":
            self.save(notebook_job(self._window.document))
        elif refused := self._refusal(name):
            self.failed.emit(refused)
        else:
            self._window.files.ask_export(name)

    def _refusal(self, name: str) -> str:
        """Why the network cannot be had in the format *name*, said before a person looks for a place; or nothing."""
        from nnviz.network.export_limits import refusal

        document = self._window.document
        return said(refusal(document.network, name, document.inference.total_parameters) or "")

    def export_diagram(self) -> None:
        """Ask in which form the diagram is wanted as a file."""
        from nnviz.ui.dialogs.diagram_export import DiagramExport

        window = self._window
        try:
            dialog = DiagramExport(window.document, window.live, window.files.proposed()[1], window)
        except BadInput as error:
            self.failed.emit(said(error.args[0]))
            return
        dialog.save_requested.connect(self.save)
        dialog.copy_requested.connect(self._clipboard.copy)
        dialog.open()

    def copy_diagram(self) -> None:
        """Put the diagram as it is now on the clipboard."""
        window = self._window
        try:
            drawing = draw(window.document, window.live, window.files.proposed()[1])
        except BadInput as error:
            self.failed.emit(said(error.args[0]))
            return
        self._clipboard.copy(drawing, COPIED_SCALE, False)

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._saver.busy or self._clipboard.busy

    def shutdown(self) -> None:
        """Give up what is being made."""
        self._saver.shutdown()
        self._clipboard.shutdown()
