"""What is asked of the data, and everything that is done to them before a network sees them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.preparation.preparation import Preparation
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, LabelledRow, ScrollPanel, SectionCaption, text_label
from nnviz.ui.dialogs.data_pages.before_after import BeforeAfter
from nnviz.ui.dialogs.data_pages.chain_editor import ChainEditor
from nnviz.ui.dialogs.data_pages.file_look import FileLook
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.dialogs.data_pages.preparation_words import balances, scales, tasks

FIELD_WIDTH = 240


class PreparationPage(DataPage):
    """Task, steps, scaling of what no step scales, and how uneven classes are evened out."""

    def __init__(self, look: FileLook, parent: QWidget | None = None) -> None:
        """A page on the columns that *look* finds."""
        super().__init__(parent)
        self._spec: DataSpec | None = None
        self._look = look
        self._of_table: list[QWidget] = []
        self._of_classes: list[QWidget] = []

    def making(self) -> Iterator[None]:
        self.task, self.scale, self.balance = ChoiceField(), ChoiceField(), ChoiceField()
        yield
        self.chain = ChainEditor()
        yield
        self.rows = BeforeAfter()
        yield
        self.task.choice_changed.connect(lambda value: self._change(task=value))
        self.scale.choice_changed.connect(lambda value: self._change(scale=value))
        self.balance.choice_changed.connect(lambda value: self._change(balance=value))
        self.chain.steps_changed.connect(lambda steps: self._change(steps=steps))
        self._look.changed.connect(self._show_chain)
        self._balance_words = text_label("", 11, quiet=True, wrap=True)
        self._lay_out()

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        self._spec = spec
        for widget in self._of_table:
            widget.setVisible(isinstance(spec, Table | Series))
        self._show_chain()
        self._show(spec, None)

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        self._show(spec, dataset)
        self._show_rows(dataset.preparation if dataset is not None else None)

    def cancel(self) -> None:
        self.rows.cancel()

    def _show(self, spec: DataSpec, dataset: Dataset | None) -> None:
        facts = dataset.facts if dataset is not None else None
        task = "" if facts is None else "reconstruction" if facts.target_shape else facts.task
        self._offer(self.task, tasks(), task, "auto", spec.task)
        found = dataset.preparation.scale_kind if dataset is not None else ""
        self._offer(self.scale, scales(), found, None, spec.scale)
        choices = balances()
        self.balance.set_choices((text, kind) for kind, (text, _) in choices.items())
        self.balance.set_choice(spec.balance)
        self._balance_words.setText(choices[spec.balance][1])
        for widget in self._of_classes:
            widget.setVisible(facts is None or facts.task in ("binary", "classes"))

    def _lay_out(self) -> None:
        panel = ScrollPanel(0, theme.GAP)
        self._section(panel, self.tr("What is asked"), self._row(self.tr("Task"), self.task))
        self._of_table += self._section(
            panel,
            self.tr("Steps"),
            text_label(
                self.tr(
                    "Done from top to bottom, with figures of the training rows alone. What no step does is done as "
                    "usual: missing numbers become the median, text is one-hot, and all other numbers are scaled."
                ),
                11,
                quiet=True,
                wrap=True,
            ),
            self.chain,
        )
        self._section(panel, self.tr("Scaling"), self._row(self.tr("Numbers"), self.scale))
        balance = self._row(self.tr("Balance"), self.balance)
        self._of_classes += self._section(panel, self.tr("Uneven classes"), balance, self._balance_words)
        panel.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(panel, 1)
        column.addWidget(self.rows)

    def _section(self, panel: ScrollPanel, caption: str, *widgets: QWidget) -> list[QWidget]:
        head = SectionCaption(caption)
        for widget in (head, *widgets):
            panel.column.addWidget(widget)
        panel.column.addSpacing(theme.GAP)
        return [head, *widgets]

    def _row(self, label: str, field: ChoiceField) -> LabelledRow:
        field.setFixedWidth(FIELD_WIDTH)
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return LabelledRow(label, field)

    def _offer(self, field: ChoiceField, names: dict[str, str], found: str, open_: str | None, given: Any) -> None:
        following = self.tr("{0} · auto").format(names[found]) if found and given == open_ else self.tr("auto")
        field.set_choices([(following, open_), *((text, name) for name, text in names.items())])
        field.set_choice(given)
        field.set_short("", quiet=given == open_)

    def _show_chain(self) -> None:
        if isinstance(self._spec, Table | Series):
            found = self._look.found
            self.chain.show_spec(self._spec, found.columns if found is not None else None)
        self._show_rows(None)

    def _show_rows(self, preparation: Preparation | None) -> None:
        spec = self._spec
        pictures = isinstance(spec, Table) and bool(spec.image_shape)
        self.rows.setVisible(isinstance(spec, Table | Series) and not pictures)
        if isinstance(spec, Table | Series) and not pictures:
            self.rows.show_found(spec, self._look.found, preparation)

    def _change(self, **changes: Any) -> None:
        if self._spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self._spec, **changes))
