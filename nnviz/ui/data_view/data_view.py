"""Everything there is to look at in data, arranged by the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.data.profile.known import DataKind, Profile
from nnviz.data.profile.viewing import Part
from nnviz.data.spec import DataSpec
from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton
from nnviz.ui.data_view.arrangement import Arrangement, arranged
from nnviz.ui.data_view.class_colours import asks_yes_or_no
from nnviz.ui.data_view.columns_page import ColumnsPage
from nnviz.ui.data_view.finding_list import FindingList
from nnviz.ui.data_view.loader import DataLoader
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.page_tabs import PageTabs
from nnviz.ui.data_view.page_words import first_page, page_keys, page_word
from nnviz.ui.data_view.pages import Pages
from nnviz.ui.data_view.picture_page import PicturePage
from nnviz.ui.data_view.row_table import RowTable
from nnviz.ui.data_view.sample import Sample, read_sample
from nnviz.ui.data_view.sample_view import SampleView
from nnviz.ui.data_view.scatter_page import ScatterPage
from nnviz.ui.data_view.wording import facts_text, source_of
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.program.background import Background
from nnviz.ui.training.live import Floats

CLOSE = 22


class DataView(QWidget):
    """Rows or pictures, columns, scatter and problems as pages, and the sample that is selected.

    Nothing is read before ``show_data``, and nothing on the window's thread.

    Attributes:
        loader: has the data open.
        tabs: the words above the pages.
        sample: the sample that is selected.
        profile: what is known of the data; None while that is not there.
        row: the 0-based row that is selected; None for none.

    Signals:
        described: there is more or other to say in ``summary``.
        row_selected: another row is selected; carries its number, or None.
        remedy_requested: a person wants something done; carries a ``Remedy``.
    """

    described = Signal()
    row_selected = Signal(object)
    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec: DataSpec | None = None
        self.profile: Profile | None = None
        self.row: int | None = None
        self._source: object = None
        self._sentence = ""
        self._page_chosen = False
        self._part = (-1, "")
        self.loader = DataLoader(self)
        self.tabs = PageTabs(self)
        self._made = Pages(self, self._bind_page)
        self.sample = SampleView(self)
        self.unselect = GlyphButton("close", self.tr("Close the sample"), self)
        self.unselect.setFixedSize(CLOSE, CLOSE)
        self._sampler = Background(self)
        self._bind()
        self._arrange()

    def _bind(self) -> None:
        loader = self.loader
        loader.opened.connect(self._take_data)
        loader.profiled.connect(self.set_profile)
        loader.failed.connect(self._fail)
        self.tabs.page_chosen.connect(self._choose_page)
        self.unselect.clicked.connect(lambda: self.select_row(None))
        self._sampler.done.connect(self._take_sample)

    def _bind_page(self, key: str, page: QWidget) -> None:
        if isinstance(page, RowTable):
            page.row_chosen.connect(self.select_row)
            page.column_chosen.connect(self._show_card)
            page.rows.failed.connect(self._fail)
        elif isinstance(page, PicturePage):
            page.grid.row_chosen.connect(self.select_row)
            page.grid.pictures.failed.connect(self._fail)
        elif isinstance(page, ColumnsPage):
            page.list.column_chosen.connect(self.show_column)
        elif isinstance(page, ScatterPage):
            page.view.row_chosen.connect(self.select_row)
        elif isinstance(page, FindingList):
            page.row_requested.connect(self.show_row)
            page.column_requested.connect(self.show_column)
            page.remedy_requested.connect(self.remedy_requested)

    # ------------------------------------------------------------------ parts, made when they are needed

    @property
    def table(self) -> RowTable:
        """The rows."""
        return cast(RowTable, self._made.get("rows"))

    @property
    def pictures(self) -> PicturePage:
        """The pictures."""
        return cast(PicturePage, self._made.get("pictures"))

    @property
    def columns(self) -> ColumnsPage:
        """The columns, or the classes of pictures."""
        return cast(ColumnsPage, self._made.get("columns"))

    @property
    def scatter(self) -> ScatterPage:
        """The scatter."""
        return cast(ScatterPage, self._made.get("scatter"))

    @property
    def findings(self) -> FindingList:
        """The problems."""
        return cast(FindingList, self._made.get("problems"))

    # ------------------------------------------------------------------ what it shows

    def show_data(self, spec: DataSpec, base: Path, *, describe: bool = True) -> None:
        """Show the data of *spec*; relative paths count from *base*.

        With *describe* they are described as well, otherwise somebody calls ``set_profile``.
        """
        if source_of(spec) != self._source:
            self.clear()
        self.spec, self._source = spec, source_of(spec)
        if self.loader.data is None:
            self._say(self.tr("Looking at the data…"))
        self.loader.load(spec, base, describe=describe)

    @property
    def part(self) -> Part:
        """The part whose file is shown: ``train`` where the data are in one file."""
        return self.loader.data.part if self.loader.data is not None else "train"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that have a file of their own."""
        return tuple(self.loader.data.views) if self.loader.data is not None else ()

    def look_at(self, part: Part) -> None:
        """Show the file of *part*."""
        self.select_row(None)
        self.loader.look_at(part)

    def clear(self, sentence: str = "") -> None:
        """Show nothing but *sentence*, and let go of what is open."""
        self._forget_rows(None)
        self.loader.forget()
        self.loader.part = "train"
        self.spec = self._source = None
        self._page_chosen = False
        self._say(sentence)
        self.select_row(None)
        self.described.emit()

    def set_profile(self, profile: Profile) -> None:
        """What is known of the data that are shown."""
        self.profile = profile
        yes_or_no = self.spec is not None and asks_yes_or_no(self.spec, len(profile.classes))
        names = [c.name for c in profile.classes]
        self._made.set_profile(profile, yes_or_no=yes_or_no)
        self.sample.set_classes(names, yes_or_no=yes_or_no)
        self._name_pages()
        self._arrange()
        self.described.emit()

    def show_part(self, row: int, part: str) -> None:
        """The 0-based *row* is in *part* of the data; see ``SampleView.show_part``."""
        self._part = row, part
        self._tell_part()

    def show_answer(self, values: Floats | None, facts: DataFacts | None, *, margin: bool, learned: bool) -> None:
        """What the network answers to the row that is selected; see ``SampleView.show_answer``."""
        self.sample.show_answer(values, facts, margin=margin, learned=learned)

    @property
    def summary(self) -> str:
        """The data in a line: ``500 rows, 3 columns, 2 classes``."""
        data = self.loader.data
        return facts_text(data.view, self.profile) if data is not None else ""

    def shutdown(self) -> None:
        """Give up what is read, and close what is open."""
        self.loader.forget()
        self._sampler.shutdown()
        self._made.shutdown()
        self.loader.shutdown()

    def _take_data(self, data: OpenData) -> None:
        self._sentence = ""
        self.sample.set_kind(data.view.kind)
        self._forget_rows(data)
        self._name_pages()
        if not self._page_chosen:
            self.tabs.show_page(first_page(data.view, self._pages()))
        kept = self.row if self.row is not None and self.row < data.view.rows else None
        self.row = None
        self.select_row(kept)
        self._arrange()
        self.described.emit()

    def _forget_rows(self, data: OpenData | None) -> None:
        """Show *data*, of which nothing is known yet."""
        self._sampler.cancel()
        self.profile = None
        self._made.set_data(data)

    def _fail(self, sentence: str) -> None:
        self._forget_rows(None)
        self.loader.forget()
        self._say(sentence)
        self.described.emit()

    def _say(self, sentence: str) -> None:
        self._sentence = sentence
        self._arrange()
        self.update()

    # ------------------------------------------------------------------ pages

    @property
    def _kind(self) -> DataKind | None:
        return self.loader.data.view.kind if self.loader.data is not None else None

    def _pages(self) -> list[str]:
        """The keys of the pages that there are."""
        return page_keys(self._kind, self.profile, scatter=self._arrangement().scatter.isEmpty())

    def _name_pages(self) -> None:
        self.tabs.set_pages([(key, page_word(key, self._kind, self.profile)) for key in self._pages()])

    def _choose_page(self) -> None:
        self._page_chosen = True
        self._arrange()

    def show_page(self, key: str) -> None:
        """Show the page *key*, where there is one."""
        if key in self._pages():
            self.tabs.show_page(key)
            self._arrange()

    # ------------------------------------------------------------------ rows and columns

    def select_row(self, row: int | None) -> None:
        """Select the 0-based *row* everywhere and show it large; None for none."""
        if row == self.row:
            return
        self.row = row
        self.sample.show_sample(None)
        data = self.loader.data
        if row is not None and data is not None:
            colours = tuple(QColor(name) for name in theme.current().classes)
            self._sampler.run(lambda _cancelled: read_sample(data, row, colours))
        else:
            self._sampler.cancel()
        self._arrange()  # first, since what is selected is brought into the view that there is then
        self._made.select_row(row)
        self.row_selected.emit(row)

    def show_row(self, row: int) -> None:
        """Go to the 0-based *row* and select it."""
        self.show_page("rows" if self._kind == "table" else "pictures")
        self.select_row(row)
        if self._kind != "table" and self.pictures.grid.place_of(row) is None:
            self.pictures.show_all()
        self._made.select_row(row)

    def show_column(self, name: str) -> None:
        """Go to the column called *name*."""
        heads: Sequence[str] = [head.name for head in self.loader.data.view.heads] if self.loader.data else ()
        if self._kind == "table" and name in heads:
            self.show_page("rows")
            self.table.show_column(heads.index(name))

    def _show_card(self, column: int) -> None:
        if self.loader.data is not None:
            self.table.show_column(column)
            self.show_page("columns")
            self.columns.list.show_column(self.loader.data.view.heads[column].name)

    def _take_sample(self, sample: Sample) -> None:
        self.sample.show_sample(sample)
        self._tell_part()

    def _tell_part(self) -> None:
        """Either of the sample and its part may come first."""
        row, part = self._part
        if self.sample.sample is not None and self.sample.sample.row == row:
            self.sample.show_part(part)

    # ------------------------------------------------------------------ places

    def _arrangement(self) -> Arrangement:
        scatter = self._kind == "table"
        return arranged(self.width(), self.height(), scatter=scatter, sample=self.row is not None)

    def _arrange(self) -> None:
        """Put every part where it belongs by the room there is."""
        there, plan = self.loader.data is not None and not self._sentence, self._arrangement()
        self._name_pages()
        page = self._made.get(self.tabs.current) if there and self.tabs.current else None
        self.tabs.setGeometry(plan.tabs)
        self.tabs.setVisible(there)
        boxes: dict[QWidget, QRect] = {}
        if page is not None:
            boxes[page] = plan.page
        if there and not plan.scatter.isEmpty():
            boxes[self.scatter] = plan.scatter
        if there and not plan.sample.isEmpty():
            boxes[self.sample] = plan.sample.adjusted(0, 1, 0, 0)
        for part in (*self._made.made().values(), self.sample):
            if part in boxes:
                part.setGeometry(boxes[part])
            part.setVisible(part in boxes)
        self.unselect.move(plan.sample.right() - CLOSE - 6, plan.sample.top() + 5)
        self.unselect.setVisible(self.sample in boxes and self.row is not None)
        self.unselect.raise_()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now.color("panel"))
        plan = self._arrangement()
        if self._sentence:
            paint_sentence(painter, self.rect(), self._sentence)
        elif self.sample.isVisibleTo(self):
            painter.fillRect(QRect(plan.sample.left(), plan.sample.top(), plan.sample.width(), 1), now.color("line"))
            if plan.beside:
                painter.fillRect(QRect(plan.sample.left() - 1, 0, 1, self.height()), now.color("line"))
        painter.end()
