"""A field that holds a file or a folder: its name, and the question for another one."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import FIELD_HEIGHT, ElidedLabel, quiet_button


class FileField(QWidget):
    """The name of a file or folder and "Choose…"; one can be dropped on it too.

    Signals:
        path_chosen: the path of another one.
    """

    path_chosen = Signal(str)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        """A field for *what*, as the question is headed."""
        super().__init__(parent)
        self._what, self._folder = what, False
        self._base = Path()
        self.name = ElidedLabel(12)
        self.choose = quiet_button(self.tr("Choose…"), small=True)
        self.choose.setAccessibleName(self.tr("Choose {0}").format(what))
        self.choose.clicked.connect(self.ask)
        self.setAcceptDrops(True)
        self.setFixedHeight(FIELD_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.name)
        row.addWidget(self.choose)
        row.addStretch(1)

    def show_path(self, path: str | None, base: Path) -> None:
        """Show the file *path*, relative to *base* or absolute."""
        self._base = (base / path).parent if path else base
        self.name.setText(PurePath(path).name if path else self.tr("none yet"))

    def set_folder(self, folder: bool) -> None:
        """Ask for a folder from now on, or for a file."""
        self._folder = folder

    def ask(self) -> None:
        """Ask for another file."""
        dialog = QFileDialog(self, self._what, str(self._base))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode.Directory if self._folder else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.path_chosen.emit(path)
