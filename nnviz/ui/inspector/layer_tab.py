"""The selected layer: its name and arguments, what comes in and goes out, what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.spec import LayerSpec
from nnviz.ui import style, theme
from nnviz.ui.controls import LabelledRow, ScrollPanel, SectionCaption, TextField, clear_layout, text_label
from nnviz.ui.document import Document
from nnviz.ui.inspector.arg_row import ArgRow
from nnviz.ui.inspector.network_summary import NetworkSummary
from nnviz.ui.inspector.problem_card import ProblemCard
from nnviz.ui.inspector.wording import cost_line, label_of, shape_line


class LayerForm(QWidget):
    """The form of one layer of *document*."""

    def __init__(self, document: Document, layer_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self.layer_id = document, layer_id
        layer = document.network.layer(layer_id)
        kind = CATALOGUE[layer.kind]
        self.kind = layer.kind
        self.name = TextField(layer_id)
        self.name.text_committed.connect(self._rename)
        self.refusal = text_label("", 11, wrap=True)
        style.set_role(self.refusal, "bad")
        self.refusal.hide()
        self.rows = {arg.name: ArgRow(arg) for arg in kind.args}
        self.shape = text_label("", 12, wrap=True, tabular=True)
        self.cost = text_label("", 11, quiet=True, wrap=True, tabular=True)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(theme.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        hint = self.tr("What the layer is called, here and in Keras.")
        column.addWidget(LabelledRow(self.tr("Name"), self.name, hint))
        column.addWidget(self.refusal)
        for name, row in self.rows.items():
            row.value_given.connect(lambda value, name=name: self._set(name, value))
            column.addWidget(row)
        column.addSpacing(theme.GROUP)
        column.addWidget(SectionCaption(self.tr("Shape")))
        column.addWidget(self.shape)
        column.addSpacing(-theme.STEP)
        column.addWidget(self.cost)
        column.addSpacing(theme.STEP)
        column.addLayout(self._problems)
        self.refresh()
        self.show_problems()

    def refresh(self) -> None:
        """Show the layer as it is now."""
        document = self._document
        layer, fitted = document.network.layer(self.layer_id), self._fitted_layer()
        args = full_args(fitted)
        for name, row in self.rows.items():
            row.show_value(layer.args.get(name), args[name])
        self.shape.setText(shape_line(document.fitted, document.inference, fitted))
        self.cost.setText(cost_line(document.fitted, document.inference, fitted))

    def show_problems(self) -> None:
        """Show what is wrong with the layer."""
        clear_layout(self._problems)
        for problem in self._document.problems:
            if problem.layer == self.layer_id:
                card = ProblemCard(problem)
                card.fix_requested.connect(lambda problem=problem: self._document.apply_fix(problem))
                self._problems.addWidget(card)

    def _fitted_layer(self) -> LayerSpec:
        fitted = self._document.fitted
        return fitted.layer(self.layer_id) if fitted.has(self.layer_id) else self._document.network.layer(self.layer_id)

    def _set(self, name: str, value: Any) -> None:
        network = self._document.network
        if network.layer(self.layer_id).args.get(name) == value:
            return
        changed = edits.set_args(network, self.layer_id, **{name: value})
        text = self.tr("Change {0} of {1}").format(label_of(name).lower(), self.layer_id)
        self._document.edit_network(changed, text, f"{self.layer_id}.{name}")

    def _rename(self, new: str) -> None:
        self.refusal.hide()
        style.set_property(self.name, "wrong", "false")
        try:
            changed = edits.rename(self._document.network, self.layer_id, new)
        except BadInput as error:
            self.refusal.setText(str(error))
            self.refusal.show()
            style.set_property(self.name, "wrong", "true")
            return
        text = self.tr("Rename {0}").format(self.layer_id)
        document = self._document  # the form of the old name is gone after the edit
        document.edit_network(changed, text)
        document.select((new.strip(),))


class LayerTab(ScrollPanel):
    """The form of the selected layer; a summary of the network where none or several are selected."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(20, theme.GROUP, parent)
        self._document = document
        self.form: LayerForm | None = None
        self.summary: NetworkSummary | None = None
        document.selection_changed.connect(self._rebuild)
        document.network_changed.connect(self._refresh)
        document.problems_changed.connect(self._show_problems)
        document.facts_changed.connect(self._refresh)
        self._rebuild()

    def _rebuild(self) -> None:
        clear_layout(self.column)
        self.form = self.summary = None
        selection = tuple(x for x in self._document.selection if self._document.network.has(x))
        if len(selection) == 1:
            self.form = LayerForm(self._document, selection[0])
            self.column.addWidget(self.form)
        else:
            self.summary = NetworkSummary(self._document)
            self.column.addWidget(self.summary)
        self.column.addStretch(1)

    def _refresh(self) -> None:
        if self.summary is not None:
            self.summary.refresh()
        elif self.form is None or not self._fits(self.form):
            self._rebuild()
        else:
            self.form.refresh()

    def _show_problems(self) -> None:
        if self.summary is not None:
            self.summary.refresh()
        elif self.form is not None and self._fits(self.form):
            self.form.show_problems()

    def _fits(self, form: LayerForm) -> bool:
        network = self._document.network
        return network.has(form.layer_id) and network.layer(form.layer_id).kind == form.kind
