"""The ready problems as small pictures, and the way to a person's own file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.spec import GATES, SERIES, TOYS, Builtin
from nnviz.ui import icons, theme
from nnviz.ui.background import Background
from nnviz.ui.controls import Card, ScrollPanel, SectionCaption, text_label
from nnviz.ui.sidebar.picture import Picture, picture_of
from nnviz.ui.sidebar.thumbnail import Thumbnail
from nnviz.ui.sidebar.wording import data_title

REAL = ("iris", "wine", "breast_cancer", "diabetes", "digits")
COLUMNS = 4
CARD_WIDTH, PICTURE_HEIGHT = 84, 58


def _picture(name: str) -> Picture:
    from nnviz.data.load import load

    return picture_of(load(Builtin(name=name), Path()))  # type: ignore[arg-type]


class ProblemTile(Card):
    """One ready problem."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.name = name
        title = data_title(Builtin(name=name))  # type: ignore[arg-type]
        self.setAccessibleName(title)
        self.setFixedSize(CARD_WIDTH, PICTURE_HEIGHT + 24)
        self.thumbnail = Thumbnail(self)
        self.thumbnail.setFixedHeight(PICTURE_HEIGHT)
        label = text_label(title, 11)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 5)
        column.setSpacing(0)
        column.addWidget(self.thumbnail)
        column.addWidget(label)


class FileTile(Card):
    """The way to a person's own file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.setAccessibleName(self.tr("Your own file"))
        self.setFixedHeight(54)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(text_label(self.tr("Your own file…"), 12, semibold=True))
        words.addWidget(text_label(self.tr("CSV, TSV, Parquet or NumPy .npz; or drop it here"), 11, quiet=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 0, 12, 0)
        row.addLayout(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.icon("folder", theme.current().accent, 20).paint(painter, QRect(16, (self.height() - 20) // 2, 20, 20))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(300, 54)


class Gallery(QWidget):
    """All ready problems in three groups.

    Signals:
        problem_picked: the name of a ready problem.
        file_requested: a person wants to choose a file.
    """

    problem_picked = Signal(str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[str, ProblemTile] = {}
        panel = ScrollPanel(theme.GROUP, theme.GROUP)
        groups = (
            (self.tr("Gates"), GATES),
            (self.tr("Shapes in the plane"), TOYS),
            (self.tr("Real data"), REAL),
            (self.tr("Series"), SERIES),
        )
        for caption, names in groups:
            panel.column.addWidget(SectionCaption(caption))
            panel.column.addLayout(self._grid(names))
            panel.column.addSpacing(theme.GAP)
        panel.column.addStretch(1)
        self.file_tile = FileTile()
        self.file_tile.clicked.connect(self.file_requested)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.GROUP, 0, theme.GROUP, theme.GROUP)
        foot.addWidget(self.file_tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel, 1)
        column.addLayout(foot)
        self.setFixedWidth(2 * theme.GROUP + COLUMNS * CARD_WIDTH + (COLUMNS - 1) * theme.GAP)
        self._waiting = [*self.tiles]
        self._background = Background(self)
        self._background.done.connect(self._show_picture)
        self._next_picture()

    def mark(self, name: str | None) -> None:
        """Mark the problem *name*; None marks the file."""
        for tile in self.tiles.values():
            tile.set_chosen(tile.name == name)
        self.file_tile.set_chosen(name is None)

    def focus_marked(self) -> None:
        """Give the keyboard to the marked card."""
        marked = next((tile for tile in self.tiles.values() if tile.chosen), self.file_tile)
        marked.setFocus()

    def cancel(self) -> None:
        """Make no more pictures."""
        self._waiting = []
        self._background.cancel()

    def _grid(self, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        for i, name in enumerate(names):
            tile = ProblemTile(name)
            tile.clicked.connect(lambda name=name: self.problem_picked.emit(name))
            self.tiles[name] = tile
            grid.addWidget(tile, i // COLUMNS, i % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        return grid

    def _next_picture(self) -> None:
        if self._waiting:
            name = self._waiting.pop(0)
            self._background.run(lambda cancelled: (name, _picture(name)))

    def _show_picture(self, made: tuple[str, Picture]) -> None:
        name, picture = made
        self.tiles[name].thumbnail.set_picture(picture)
        self._next_picture()
