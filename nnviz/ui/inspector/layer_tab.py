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
    """The form of one kind of layer, filled with one layer of *document* at a time.

    Attributes:
        layer_id: the layer it shows.
        kind: the kind it was made for.
    """

    def __init__(self, document: Document, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self.kind, self.layer_id = document, kind, ""
        self.name = TextField()
        self.name.text_committed.connect(self._rename)
        self.refusal = text_label("", 11, wrap=True)
        style.set_role(self.refusal, "bad")
        self.refusal.hide()
        self.rows = {arg.name: ArgRow(arg) for arg in CATALOGUE[kind].args if not arg.advanced}
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

    def show_layer(self, layer_id: str) -> None:
        """Show the layer *layer_id*."""
        self.layer_id = layer_id
        self._refuse("")
        self.refresh()
        self.show_problems()

    def refresh(self) -> None:
        """Show the layer as it is now."""
        document = self._document
        self.name.set_text(self.layer_id)
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
        self._refuse("")
        try:
            changed = edits.rename(self._document.network, self.layer_id, new)
        except BadInput as error:
            self._refuse(str(error))
            return
        text = self.tr("Rename {0}").format(self.layer_id)
        self._document.edit_network(changed, text)
        self._document.select((new.strip(),))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        style.set_property(self.name, "wrong", "true" if sentence else "false")


class LayerTab(ScrollPanel):
    """The form of the selected layer; a summary of the network where none or several are selected."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(20, theme.GROUP, parent)
        self._document = document
        self._forms: dict[str, LayerForm] = {}
        self.form: LayerForm | None = None
        self.summary = NetworkSummary(document)
        self.column.addWidget(self.summary)
        self.column.addStretch(1)
        document.selection_changed.connect(self._show)
        document.network_changed.connect(self._show)
        document.facts_changed.connect(self._show)
        document.problems_changed.connect(self._show_problems)
        self._show()

    def _show(self) -> None:
        """Show the one selected layer, in the form of its kind, or the network."""
        network = self._document.network
        selection = tuple(x for x in self._document.selection if network.has(x))
        form = self._form(network.layer(selection[0]).kind) if len(selection) == 1 else None
        for other in (self.summary, *self._forms.values()):
            other.setVisible(other is (form or self.summary))
        if form is None:
            self.summary.refresh()
        elif form is self.form and form.layer_id == selection[0]:
            form.refresh()
        else:
            form.show_layer(selection[0])
        self.form = form

    def _form(self, kind: str) -> LayerForm:
        if kind not in self._forms:
            self._forms[kind] = LayerForm(self._document, kind)
            self.column.insertWidget(0, self._forms[kind])
        return self._forms[kind]

    def _show_problems(self) -> None:
        if self.form is None:
            self.summary.refresh()
        elif self._document.network.has(self.form.layer_id):
            self.form.show_problems()
