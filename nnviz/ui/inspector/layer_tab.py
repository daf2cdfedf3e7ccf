"""The tab of the layers: the form of what is selected, or the whole network."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.controls import ScrollPanel
from nnviz.ui.document import Document
from nnviz.ui.inspector.carried_card import CarriedCard
from nnviz.ui.inspector.layer_form import LayerForm
from nnviz.ui.inspector.network_summary import NetworkSummary

__all__ = ["LayerForm", "LayerTab"]


class LayerTab(ScrollPanel):
    """The form of the selected layers where they are of one kind; a summary of the network otherwise.

    Attributes:
        form: the form that is shown; None while the summary is.
        summary: the network at a glance.
        carried: what the layer kept of what was learned.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(20, theme.GROUP, parent)
        self._document = document
        self._forms: dict[str, LayerForm] = {}
        self.form: LayerForm | None = None
        self.summary = NetworkSummary(document)
        self.carried = CarriedCard(document)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.carried)
        self.column.addStretch(1)
        document.selection_changed.connect(self._show)
        document.network_changed.connect(self._show)
        document.facts_changed.connect(self._show)
        document.problems_changed.connect(self._show_problems)
        self._show()

    def _show(self) -> None:
        """Show the selected layers in the form of their kind, or the network."""
        network = self._document.network
        selection = tuple(x for x in self._document.selection if network.has(x))
        kinds = {network.layer(x).kind for x in selection}
        form = self._form(kinds.pop()) if len(kinds) == 1 else None
        for other in (self.summary, *self._forms.values()):
            other.setVisible(other is (form or self.summary))
        self.form = form
        if form is None:
            self.summary.refresh()
        else:
            form.show_layers(selection)

    def _form(self, kind: str) -> LayerForm:
        if kind not in self._forms:
            self._forms[kind] = LayerForm(self._document, kind)
            self.column.insertWidget(0, self._forms[kind])
        return self._forms[kind]

    def _show_problems(self) -> None:
        if self.form is None:
            self.summary.refresh()
        elif all(self._document.network.has(layer_id) for layer_id in self.form.ids):
            self.form.show_problems()
