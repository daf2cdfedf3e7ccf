"""Where data come from: a person's own file or folder, the ready problems as small pictures, sets to download."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from nnviz.data.spec import GAMES, GATES, SERIES, TOYS, Builtin, DataSpec, KerasSet
from nnviz.ui import style, theme
from nnviz.ui.controls import ScrollPanel, SectionCaption
from nnviz.ui.dialogs.gallery_tiles import (
    PICTURE_HEIGHT,
    TILE_WIDTH,
    DownloadTile,
    FileTile,
    ProblemTile,
    Tile,
)  # fmt: skip
from nnviz.ui.program.background import Background
from nnviz.ui.program.in_pieces import InPieces
from nnviz.ui.sidebar.picture import Picture, picture_of

REAL = ("iris", "wine", "breast_cancer", "diabetes", "digits", "linnerud")
DOWNLOADED = ("mnist", "fashion_mnist", "cifar10", "imdb")
COLUMNS, WIDE_COLUMNS = 4, 2


@cache
def _picture(spec: Builtin) -> Picture:
    """The picture of a ready set, made once; the first of scikit-learn's takes a second or more."""
    from nnviz.data.load import load

    return picture_of(load(spec, Path()))


class Gallery(QWidget):
    """All sources; the tiles are made a few at a time, in places that are there from the start.

    Attributes:
        tiles: the tile of each ready set made so far, by the name in its reference.

    Signals:
        spec_picked: the reference of a ready problem or of a set to download.
        spec_taken: one that is to be used without another word: it was double-clicked.
        file_requested, folder_requested: a person wants to choose a file, a folder of pictures.
    """

    spec_picked = Signal(object)
    spec_taken = Signal(object)
    file_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[str, ProblemTile | DownloadTile] = {}
        self._chosen: str | None = None
        self._focus_wanted = False
        self._to_make: list[tuple[DataSpec, QGridLayout, int]] = []
        names = (*GATES, *TOYS, *SERIES, *GAMES, *REAL)
        self._unpainted = [Builtin(name=name) for name in names]  # type: ignore[arg-type]
        self._pictures: dict[str, Picture] = {}
        self.file_tile = FileTile()
        self.file_tile.clicked.connect(self._ask_kind)
        self.menu = style.round_menu(QMenu(self))
        self.menu.addAction(self.tr("Open a file…")).triggered.connect(self.file_requested)
        self.menu.addAction(self.tr("Open a folder of pictures…")).triggered.connect(self.folder_requested)
        self._lay_out()
        self.setFixedWidth(2 * theme.GROUP + COLUMNS * TILE_WIDTH + (COLUMNS - 1) * theme.GAP)
        self._background = Background(self)
        self._background.done.connect(self._show_picture)
        self.making = InPieces(self._make_tile, lambda: not self._to_make, self)
        self.making.start()
        self._next_picture()

    def mark(self, spec: DataSpec) -> None:
        """Mark the tile of *spec*; a person's own file has the one at the top."""
        self._chosen = spec.name if isinstance(spec, Builtin | KerasSet) else None
        for name, tile in self.tiles.items():
            tile.set_chosen(name == self._chosen)
        self.file_tile.set_chosen(self._chosen is None)
        if any(tile.hasFocus() for tile in (self.file_tile, *self.tiles.values())):
            self.focus_marked()  # what is framed is what is chosen

    def focus_marked(self) -> None:
        """Give the keyboard to the marked tile, at once or when it is made."""
        tile: Tile | None = self.file_tile if self._chosen is None else self.tiles.get(self._chosen)
        self._focus_wanted = tile is None
        if tile is not None:
            tile.show()  # one that was made just now is hidden until the window's next turn, and takes no keys
            tile.setFocus()

    def show_downloads(self) -> None:
        """Say anew which sets are on this computer."""
        for tile in self.tiles.values():
            if isinstance(tile, DownloadTile):
                tile.show_state()

    def cancel(self) -> None:
        """Make no more tiles and pictures."""
        self._to_make, self._unpainted = [], []
        self._background.cancel()

    def _lay_out(self) -> None:
        panel = ScrollPanel(theme.GROUP, theme.GROUP)
        panel.column.addWidget(self.file_tile)
        panel.column.addSpacing(theme.GAP)
        ready = [Builtin(name=name) for name in (*GATES, *TOYS, *REAL, *SERIES, *GAMES)]  # type: ignore[arg-type]
        self._add_group(panel, self.tr("Gates"), ready[:4], COLUMNS)
        self._add_group(panel, self.tr("Shapes in the plane"), ready[4:8], COLUMNS)
        self._add_group(panel, self.tr("Tables, pictures, a series, a game"), ready[8:], COLUMNS)
        sets = [KerasSet(name=name) for name in DOWNLOADED]  # type: ignore[arg-type]
        self._add_group(panel, self.tr("To download"), sets, WIDE_COLUMNS)
        panel.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    def _add_group(self, panel: ScrollPanel, caption: str, specs: Sequence[DataSpec], columns: int) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        height = PICTURE_HEIGHT + 24 if columns == COLUMNS else DownloadTile.HEIGHT
        for row in range(-(-len(specs) // columns)):
            grid.setRowMinimumHeight(row, height)
        grid.setColumnStretch(columns, 1)
        panel.column.addWidget(SectionCaption(caption))
        panel.column.addLayout(grid)
        panel.column.addSpacing(theme.STEP)
        self._to_make += [(spec, grid, i) for i, spec in enumerate(specs)]

    def _make_tile(self) -> None:
        spec, grid, i = self._to_make.pop(0)
        if isinstance(spec, KerasSet):
            tile: ProblemTile | DownloadTile = DownloadTile(spec)
            columns = WIDE_COLUMNS
        else:
            assert isinstance(spec, Builtin)
            tile, columns = ProblemTile(spec), COLUMNS
            tile.thumbnail.set_picture(self._pictures.get(spec.name))
        tile.clicked.connect(lambda: self._pick(tile, spec))
        tile.double_clicked.connect(lambda: self.spec_taken.emit(spec))
        self.tiles[spec.name] = tile
        tile.set_chosen(spec.name == self._chosen)
        grid.addWidget(tile, i // columns, i % columns)
        if self._focus_wanted and tile.chosen:
            self.focus_marked()

    def _pick(self, tile: Tile, spec: DataSpec) -> None:
        tile.setFocus()
        self.spec_picked.emit(spec)

    def _ask_kind(self) -> None:
        self.file_tile.setFocus()
        self.menu.popup(self.file_tile.mapToGlobal(self.file_tile.rect().bottomLeft()))

    def _next_picture(self) -> None:
        if self._unpainted:
            spec = self._unpainted.pop(0)
            self._background.run(lambda _cancelled: (spec.name, _picture(spec)))

    def _show_picture(self, made: tuple[str, Picture]) -> None:
        name, picture = made
        self._pictures[name] = picture
        tile = self.tiles.get(name)
        if isinstance(tile, ProblemTile):
            tile.thumbnail.set_picture(picture)
            tile.update()
        self._next_picture()
