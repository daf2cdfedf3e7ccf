"""A first look at a file that is a table: its first rows and its columns, shared by all pages that are about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.data.preview import TablePreview, preview_beginning, preview_table
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.ui.dialogs.data_pages.roles import Columns, columns_of
from nnviz.ui.program.background import Background


@dataclass(frozen=True)
class Found:
    """What there is in a file.

    Attributes:
        preview: its first rows.
        columns: its columns.
    """

    preview: TablePreview
    columns: Columns


class FileLook(QObject):
    """Looks at one file at a time, off the window's thread.

    Attributes:
        found: what there is; None while it is not known, and where the data are no table.

    Signals:
        changed: ``found`` is another one.
        failed: a sentence why the file cannot be looked at.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, base: Path, parent: QObject | None = None) -> None:
        """Relative paths count from *base*."""
        super().__init__(parent)
        self.found: Found | None = None
        self._base = base
        self._file: tuple[Any, ...] = ()
        self._whole = False  # whether all that there is to know of the file is known
        self._beginning, self._background = Background(self), Background(self)
        self._beginning.done.connect(self._take_beginning)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)

    def show_spec(self, spec: DataSpec) -> None:
        """Look at the file of *spec*, unless that is what is known already."""
        if not isinstance(spec, Table | Series):
            return
        wanted = (spec.path, spec.sheet, *_reading(spec))
        if wanted == self._file:
            return
        if self._file[:1] != wanted[:1]:
            self._set(None)
        self._file, self._whole = wanted, False
        path = self._base / Path(spec.path).expanduser()
        self._beginning.run(lambda _cancelled: _found(preview_beginning(path, *_reading(spec))))
        self._background.run(lambda _cancelled: _found(preview_table(path, *_reading(spec), sheet=spec.sheet)))

    def cancel(self) -> None:
        """Give up what is being read."""
        self._beginning.cancel()
        self._background.cancel()

    def _take_beginning(self, found: Found | None) -> None:
        """Show the first rows of a large file until it was looked through."""
        if found is not None and not self._whole:
            self._set(found)

    def _take(self, found: Found) -> None:
        self._whole = True
        self._set(found)

    def _fail(self, sentence: str) -> None:
        self._whole = True
        self._set(None)
        self.failed.emit(sentence)

    def _set(self, found: Found | None) -> None:
        if found is not self.found:
            self.found = found
            self.changed.emit()


def _reading(spec: Table | Series) -> tuple[str, Any, str]:
    """How a text file is cut."""
    return (spec.delimiter, spec.header, spec.encoding) if isinstance(spec, Table) else ("auto", "auto", "auto")


def _found(preview: TablePreview | None) -> Found | None:
    return None if preview is None else Found(preview, columns_of(preview))
