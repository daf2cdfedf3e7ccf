"""Which rows are trained on, and which are held back for validation and for the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.ui import theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.dialogs.data_pages.drawing_section import DrawingSection
from nnviz.ui.dialogs.data_pages.file_look import FileLook
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.dialogs.data_pages.part_row import PartRow
from nnviz.ui.figures import count_text
from nnviz.ui.sidebar.data_card import SplitBar


class PartsPage(DataPage):
    """The parts as a bar, where each comes from, and how rows are drawn."""

    def __init__(self, look: FileLook, parent: QWidget | None = None) -> None:
        """A page on the columns that *look* finds."""
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self._look = look

    def making(self) -> Iterator[None]:
        self.bar = SplitBar()
        self.counts = [text_label("", 12, tabular=True) for _ in range(3)]
        self.validation = PartRow("validation")
        yield
        self.test = PartRow("test")
        yield
        self.drawing = DrawingSection()
        yield
        for part in (self.validation, self.test):
            part.changed.connect(self._change)
            part.failed.connect(self.failed)
        self.drawing.split_changed.connect(lambda changes: self._change({"split": self._split(changes)}))
        self._look.changed.connect(self._show_columns)
        self._lay_out()

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        self._spec = spec
        self.validation.show_spec(spec, base)
        self.test.show_spec(spec, base)
        self._show_columns()

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        rows = dataset.facts.rows if dataset is not None else (0, 0, 0)
        self.bar.set_rows(rows)
        names = (self.tr("Training: {0}"), self.tr("Validation: {0}"), self.tr("Test: {0}"))
        for label, name, count in zip(self.counts, names, rows, strict=True):
            label.setText(name.format(count_text(count) if dataset is not None else "–"))
        facts = dataset.facts if dataset is not None else None
        self.validation.show_facts(facts)
        self.test.show_facts(facts)
        self.drawing.show_classes(facts is None or facts.task in ("binary", "classes"))

    def cancel(self) -> None:
        self.validation.cancel()
        self.test.cancel()

    def _lay_out(self) -> None:
        counts = QHBoxLayout()
        counts.addWidget(self.counts[0], 1)
        counts.addWidget(self.counts[1])
        counts.addSpacing(theme.GROUP)
        counts.addWidget(self.counts[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.setSpacing(theme.GAP)
        self.bar.setFixedHeight(10)
        column.addWidget(self.bar)
        column.addLayout(counts)
        for caption, sentence, section in (
            (
                self.tr("Validation"),
                self.tr("Rows that are never trained on: after each epoch they tell how well it goes."),
                self.validation,
            ),
            (self.tr("Test"), self.tr("Rows kept for one last judgement when all is done."), self.test),
            (self.tr("Which rows"), "", self.drawing),
        ):
            column.addSpacing(theme.GROUP)
            column.addWidget(SectionCaption(caption))
            if sentence:
                column.addWidget(text_label(sentence, 11, quiet=True, wrap=True))
            column.addWidget(section)
        column.addStretch(1)

    def _show_columns(self) -> None:
        if self._spec is None:
            return
        table = isinstance(self._spec, Table | Series)
        found = self._look.found if table else None
        self.drawing.show_spec(self._spec, found.columns if found is not None else None)

    def _split(self, changes: dict[str, Any]) -> object:
        assert self._spec is not None
        return msgspec.structs.replace(self._spec.split, **changes)

    def _change(self, changes: dict[str, Any]) -> None:
        if self._spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self._spec, **changes))
