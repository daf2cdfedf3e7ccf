"""Where a file is to stand, asked so that nothing is replaced unasked and every name has its ending."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class SaveDialog(QFileDialog):
    """Asks where to put a file; an existing one is only replaced after a person said so.

    Signals:
        path_chosen: where, with the right ending (a ``Path``).
    """

    path_chosen = Signal(object)

    def __init__(self, title: str, names: str, suffix: str, proposed: Path, parent: QWidget | None = None) -> None:
        """Called *title*, for files that end in *suffix* and that the filter *names*; *proposed* has no ending yet."""
        super().__init__(parent, title, str(proposed.parent))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._suffix = suffix
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(names)
        self.setDefaultSuffix(suffix.lstrip("."))
        self.selectFile(proposed.name + suffix)
        self.fileSelected.connect(self._selected)

    def _selected(self, text: str) -> None:
        chosen = Path(text)
        path = with_suffix(chosen, self._suffix)
        # The file dialog asked about the name as typed; the ending may have made another name of it.
        if path != chosen and path.exists() and not self._may_replace(path):
            return
        self.path_chosen.emit(path)

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("{0} exists already. Replace it?").format(path.name)
        return QMessageBox.question(self, self.windowTitle(), question) == QMessageBox.StandardButton.Yes


def with_suffix(path: Path, suffix: str) -> Path:
    """*path* ending in *suffix* exactly: a part of it that was typed already is not doubled."""
    name = path.name
    if name.endswith(suffix):
        return path
    last = "." + suffix.rsplit(".", 1)[-1]
    return path.with_name((name.removesuffix(last)) + suffix)
