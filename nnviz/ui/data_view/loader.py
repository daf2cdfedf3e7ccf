"""Opening data to look at, and describing them, both on other threads; what was open before is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from nnviz.data.profile.known import Profile
from nnviz.data.profile.viewing import Part
from nnviz.data.spec import DataSpec
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.program.background import Background


class DataLoader(QObject):
    """Has one set of data open at a time.

    Attributes:
        data: what is open; None for nothing, and while it is on its way.
        part: which of its files is looked at, where it is there.

    Signals:
        opened: data are open, or another part of them is looked at; carries them.
        profiled: they are described; carries the ``Profile``.
        failed: a sentence why they cannot be opened.
    """

    opened = Signal(object)
    profiled = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data: OpenData | None = None
        self.part: Part = "train"
        self._describe = True
        self._opening, self._profiling = Background(self), Background(self)
        self._opening.done.connect(self._take)
        self._opening.failed.connect(self.failed)
        self._profiling.done.connect(self.profiled)

    def load(self, spec: DataSpec, base: Path, *, describe: bool = True) -> None:
        """Open the data of *spec*, whose relative paths count from *base*, and *describe* them."""
        self._describe = describe
        self._profiling.cancel()
        self._opening.run(lambda cancelled: _open(spec, base, cancelled))

    def look_at(self, part: Part) -> None:
        """Look at the file of *part*, now and when the data are opened again."""
        self.part = part
        if self.data is not None and part in self.data.views and part != self.data.part:
            self._show(self.data.of(part))

    def forget(self) -> None:
        """Let go of what is open, and of what is on its way."""
        self._opening.cancel()
        self._profiling.cancel()
        self._close()

    def shutdown(self) -> None:
        """Give up what is being read, and close."""
        self._opening.shutdown()
        self._profiling.shutdown()
        if self.data is not None:
            self.data.close()
            self.data = None

    def _take(self, data: OpenData) -> None:
        self._close()
        self._show(data.of(self.part) if self.part in data.views else data)

    def _show(self, data: OpenData) -> None:
        self.data = data
        self.opened.emit(data)
        if self._describe:
            self._profiling.run(lambda cancelled: _describe(data, cancelled))

    def _close(self) -> None:
        if self.data is not None:
            QThreadPool.globalInstance().start(self.data.close)
            self.data = None


def _open(spec: DataSpec, base: Path, cancelled: Callable[[], bool]) -> OpenData:
    # Imported on this thread: readers bring their libraries with them.
    from nnviz.data.profile.opening import open_views

    data = OpenData(open_views(spec, base, cancelled))
    if cancelled():
        data.close()
    return data


def _describe(data: OpenData, cancelled: Callable[[], bool]) -> Profile:
    from nnviz.data.profile.profiling import profile, profile_held_back

    with data.reading() as view:
        return profile(data.views, cancelled) if data.part == "train" else profile_held_back(view, cancelled)
