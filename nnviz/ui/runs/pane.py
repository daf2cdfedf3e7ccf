"""The pane of the runs: their list, beside it their curves or two of them compared; narrow, one of these at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel, GlyphButton
from nnviz.ui.language import translate
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.runs.detail import RunsDetail
from nnviz.ui.runs.empty import EmptyRuns
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.table import RunsTable

Mode = Literal["list", "curves", "compare"]
WIDE = 640  # pixels from which on the list and what stands beside it have room


class _Body(QWidget):
    """The parts of the pane below its title row.

    Attributes:
        table, detail, empty: as the pane has them.
        left: the list with its foot; *search*, *count*, *away* and *more* stand in that.
        pages: the invitation, or list and detail.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table, self.detail, self.empty = RunsTable(), RunsDetail(), EmptyRuns(self)
        self.more = GlyphButton("menu", _what(), self)
        self.left = QWidget(self)
        self.search = QLineEdit(self.left)
        self.search.setFont(theme.font(12))
        self.search.setFixedHeight(26)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search the runs"))
        self.search.setAccessibleName(self.tr("Search the runs"))
        self.count = ElidedLabel(11)
        style.set_role(self.count, "quiet")
        self.away = TextButton("", self.left)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GROUP, 2, theme.GAP, 6)
        foot.setSpacing(theme.GAP)
        foot.addWidget(self.search, 2)
        foot.addWidget(self.count)
        foot.addWidget(self.away)
        foot.addStretch(0)
        foot.addWidget(self.more)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.left)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.split)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)


class RunsPane(Pane):
    """Shows rows; what a person wishes is told by signals.

    Attributes:
        modes: the buttons that choose what is seen.
        more, large: the buttons of the menu, and of more room.

    Signals:
        act_wished: something is to be done with runs: what, and their numbers.
        race_wished: several runs are to be started.
        race_steered: what is to become of the race: pause, go_on or stop.
        save_wished: a file is wanted: which.
        large_wished: the pane is to have more room, or to go back.
        renamed, noted: a person gave a run another name, or another note; its number, and the text.
        words_wished: what the rows say of networks and recipes is looked at.
    """

    act_wished = Signal(str, tuple)
    race_wished = Signal()
    race_steered = Signal(str)
    save_wished = Signal(str)
    large_wished = Signal()
    renamed = Signal(int, str)
    noted = Signal(int, str)
    words_wished = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Runs"))
        self._rows: tuple[RunRow, ...] = ()
        self._mode: Mode = "list"
        self._wide = False  # as it was arranged last
        self._arranged = False  # what is below the title row has been, since it was made
        self._make_header()
        self._arrange()

    @cached_property
    def _body(self) -> _Body:
        """The list and what stands beside it, made when they are first wanted: a window starts without."""
        body = _Body(self)
        self.body.addWidget(body)
        body.show()  # what comes into a layout that is seen is seen a moment later only
        self._connect(body)
        return body

    @property
    def table(self) -> RunsTable:
        """The list."""
        return self._body.table

    @property
    def detail(self) -> RunsDetail:
        """Curves and comparison."""
        return self._body.detail

    @property
    def empty(self) -> EmptyRuns:
        """What is shown while there is no run."""
        return self._body.empty

    @property
    def search(self) -> QLineEdit:
        """A field to search with."""
        return self._body.search

    @property
    def away(self) -> TextButton:
        """Lists what is kept out of the way too."""
        return self._body.away

    def _make_header(self) -> None:
        texts: dict[Mode, str] = {
            "list": self.tr("List"), "curves": self.tr("Curves"), "compare": self.tr("Compare"),
        }  # fmt: skip
        self.modes = {mode: TextButton(text, self) for mode, text in texts.items()}
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _=False, mode=mode: self.turn_to(mode))
            self.header.add(button)
        self.header.add_space()
        self.more = TextButton(self.tr("More"), self, arrow=True)
        self.more.setToolTip(_what())
        self.more.clicked.connect(partial(self._open_more, self.more))
        self.large = GlyphButton("fit", self.tr("Large, or back in its place"), self)
        self.header.add(self.more)
        self.header.add(self.large)
        self.large.clicked.connect(self.large_wished)

    def _connect(self, body: _Body) -> None:
        table = body.table
        table.shown_wished.connect(lambda run: self.act_wished.emit("show", (run,)))
        table.star_wished.connect(lambda run: self.act_wished.emit("star", (run,)))
        table.open_wished.connect(lambda run: self.act_wished.emit("open", (run,)))
        table.delete_wished.connect(lambda: self.act_wished.emit("delete", table.chosen()))
        table.menu_wished.connect(lambda place: self.row_menu().popup(place))
        table.chosen_changed.connect(self.refresh_soon)
        table.table.renamed.connect(self.renamed)
        table.table.noted.connect(self.noted)
        body.search.textChanged.connect(self._search)
        body.away.toggled.connect(self._show_away)
        body.empty.race.clicked.connect(self.race_wished)
        body.detail.race.steered.connect(self.race_steered)
        body.more.clicked.connect(partial(self._open_more, body.more))

    # ------------------------------------------------------------------ what is shown

    def take_over(self, other: Pane) -> None:
        if isinstance(other, RunsPane) and "_body" in other.__dict__:
            super().take_over(other)
            self.search.setText(other.search.text())
            self.detail.take_over(other.detail)
            self.set_rows(other.rows)
            self.choose(other.table.chosen())
            self.turn_to(other._mode)

    def set_rows(self, rows: Sequence[RunRow]) -> None:
        """Show *rows*, in the order of their numbers."""
        self._rows = tuple(rows)
        self.refresh_soon()

    def read_again(self) -> None:
        """What the rows say of networks and recipes has come."""
        if "_body" in self.__dict__:
            self.table.table.read_again()
            self._tell_counts()

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """All runs, also those that are not listed."""
        return self._rows

    def refresh(self) -> None:
        if not self._arranged:
            self._arranged = self._body is not None
            self._arrange()
        self._body.pages.setCurrentIndex(int(bool(self._rows)))
        self.table.table.set_rows(self._rows)
        if not self.detail.isHidden():
            self.detail.show_rows([row for row in self._rows if row.colour is not None], self.pair())
        self._tell_counts()
        self.words_wished.emit()

    def pair(self) -> tuple[RunRow, ...]:
        """The two that are compared: those that are chosen, else the two newest of those on the shared axes."""
        ids = frozenset(self.table.chosen())
        chosen = [row for row in self._rows if row.run.id in ids]
        if len(chosen) == 1:  # against the one that stands, or the one before
            others = [row for row in self._rows if row.run.id != chosen[0].run.id and row.run.epochs]
            before = [row for row in others if row.run.id < chosen[0].run.id] or others
            return (before[-1], chosen[0]) if before else ()
        if len(chosen) != 2:
            chosen = [row for row in self._rows if row.colour is not None][-2:]
        return tuple(chosen) if len(chosen) == 2 else ()

    def turn_to(self, mode: Mode) -> None:
        """Show the list, the curves or the comparison; in a wide pane the list stays beside the others."""
        self._mode = mode
        if mode != "list":
            self.detail.turn_to(mode)
        self._arrange()
        self.refresh_soon()

    def choose(self, runs: tuple[int, ...]) -> None:
        """Choose *runs* in the list."""
        self.refresh()
        self.table.choose(runs)

    def _arrange(self) -> None:
        wide = self._wide = self.width() >= WIDE
        self.more.setVisible(wide)
        self.modes["list"].setVisible(not wide)
        self.header.set_title(self.accessibleName() if wide else "")  # the tab below says it
        if "_body" not in self.__dict__:
            return
        body = self._body
        shown = body.detail.page if wide and self._mode == "list" else self._mode
        for mode, button in self.modes.items():
            button.setChecked(mode == shown)
        body.left.setVisible(wide or self._mode == "list")
        body.detail.setVisible(wide or self._mode != "list")
        body.count.setVisible(wide)
        body.more.setVisible(not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= WIDE) != self._wide:
            self._arrange()
            self.refresh_soon()

    def _tell_counts(self) -> None:
        listed, away = len(self.table.table.rows), self.table.table.away
        self._body.count.setText(self.tr("{0} runs").format(listed) if listed != 1 else self.tr("1 run"))
        self.away.setText(self.tr("{0} put away").format(away))
        self.away.setToolTip(self.tr("List the runs that failed or that you have put away as well"))
        self.away.setVisible(away > 0)
        self.search.setVisible(len(self._rows) > 3 or bool(self.search.text()))

    def _search(self, text: str) -> None:
        self.table.table.search(text)
        self._tell_counts()

    def _show_away(self, shown: bool) -> None:
        self.table.table.show_away(shown)
        self._tell_counts()

    # ------------------------------------------------------------------ menus

    def row_menu(self) -> QMenu:
        """What can be done with the chosen runs."""
        chosen = frozenset(self.table.chosen())
        rows = [row for row in self._rows if row.run.id in chosen]
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(rows) == 1:
            self._add(menu, self.tr("Open"), "open")
            menu.addAction(self.tr("Rename")).triggered.connect(lambda: self._write("name"))
            menu.addAction(self.tr("Note")).triggered.connect(lambda: self._write("note"))
        if len(rows) == 2:
            menu.addAction(self.tr("Compare")).triggered.connect(lambda: self.turn_to("compare"))
        if len(rows) >= 2:
            self._add(menu, self.tr("Ensemble…"), "ensemble")
        menu.addSeparator()
        shown = all(row.colour is not None for row in rows)
        self._add(menu, self.tr("Take off the shared axes") if shown else self.tr("Show on the shared axes"), "show")
        starred = all(row.run.label.starred for row in rows)
        self._add(menu, self.tr("Remove the star") if starred else self.tr("Star"), "star")
        away = all(row.run.put_away for row in rows)
        self._add(menu, self.tr("Bring back") if away else self.tr("Put away"), "away")
        menu.addSeparator()
        self._add(menu, self.tr("Delete"), "delete")
        return menu

    def _add(self, menu: QMenu, text: str, what: str) -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: self.act_wished.emit(what, self.table.chosen()))

    def _write(self, key: str) -> None:
        """Let a person write the name or the note of the chosen run."""
        model = self.table.table
        place = model.place(self.table.chosen()[0])
        column = next((i for i, column in enumerate(model.columns) if column.key == key), None)
        if place is not None and column is not None:
            self.turn_to("list")
            self.table.scrollTo(model.index(place, column))
            self.table.edit(model.index(place, column))

    def more_menu(self) -> QMenu:
        """Races, and files."""
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Race…")).triggered.connect(self.race_wished)
        together = menu.addAction(self.tr("Ensemble…"))
        together.setEnabled(sum(bool(row.run.epochs) for row in self._rows) >= 2)
        together.triggered.connect(lambda: self.act_wished.emit("ensemble", ()))
        menu.addSeparator()
        for what, text in (
            ("table", self.tr("Save the table as CSV…")),
            ("epochs", self.tr("Save all epochs as CSV…")),
            ("picture", self.tr("Save the curves as a picture…")),
            ("tensorboard", self.tr("Save as TensorBoard logs…")),
        ):
            action = menu.addAction(text)
            action.setEnabled(any(row.run.epochs for row in self._rows))
            action.triggered.connect(lambda _=False, what=what: self.save_wished.emit(what))
        return menu

    def _open_more(self, button: QWidget) -> None:
        menu = self.more_menu()
        place = QPoint(button.width() - menu.sizeHint().width(), button.height() + 2)
        menu.popup(button.mapToGlobal(place))


def _what() -> str:
    """What the menu of the pane has."""
    return translate("RunsPane", "Race, tables, pictures, TensorBoard")
