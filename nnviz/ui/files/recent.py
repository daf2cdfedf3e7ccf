"""The projects that were opened or saved last, as they are remembered between two starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

MOST_RECENT = 8
_SETTING = "recent"


class RecentFiles(QObject):
    """A list of paths, newest first.

    Attributes:
        remembers: whether another file is taken up; a demonstration leaves no trace in a person's list.

    Signals:
        changed: it is another list.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.remembers = True

    def paths(self) -> list[Path]:
        """All of them; whether they are still there is found out by who opens one, which may take a while."""
        stored = QSettings().value(_SETTING)
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(name) for name in names]

    def remember(self, path: Path) -> None:
        """Put *path* before all others."""
        if self.remembers:
            self._keep([path.resolve(), *self.paths()])

    def forget(self, path: Path) -> None:
        """Leave *path* out from now on."""
        if path in self.paths():
            self._keep([other for other in self.paths() if other != path])

    def clear(self) -> None:
        """Forget all of them."""
        self._keep([])

    def _keep(self, paths: list[Path]) -> None:
        names = list(dict.fromkeys(str(path) for path in paths))[:MOST_RECENT]
        if names:
            QSettings().setValue(_SETTING, names)
        else:
            QSettings().remove(_SETTING)
        self.changed.emit()
