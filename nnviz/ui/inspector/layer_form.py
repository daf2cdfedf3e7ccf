"""The form of one kind of layer, filled with one layer of the document, or with several at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.columns import column_names, target_names
from nnviz.network.spec import LayerSpec
from nnviz.network.titles import called
from nnviz.ui import style, theme
from nnviz.ui.controls import LabelledRow, TextField, text_label
from nnviz.ui.diagram.layer_look import title_of
from nnviz.ui.document import Document
from nnviz.ui.inspector.arg_form import ArgForm
from nnviz.ui.inspector.arg_paths import Path, with_value
from nnviz.ui.inspector.arg_row import ArgRow
from nnviz.ui.inspector.problem_cards import ProblemCards
from nnviz.ui.inspector.shape_section import ShapeSection
from nnviz.ui.inspector.wording import path_words
from nnviz.ui.language import said, translate, worded

MOST_PROBLEMS = 6


class LayerForm(QWidget):
    """What can be set of layers of *kind*, and what follows from it.

    Attributes:
        ids: the layers it shows.
        kind: the kind it was made for.
        args: the rows of the arguments.
        problems: what is wrong with the layers.
    """

    def __init__(self, document: Document, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self.kind = document, kind
        self.ids: tuple[str, ...] = ()
        self.several = text_label("", 13, semibold=True, wrap=True)
        self.name = TextField()
        self.name.text_committed.connect(self._rename)
        hint = self.tr("What the layer is called, here and in Keras.")
        self.name_row = LabelledRow(self.tr("Name"), self.name, hint)
        self.refusal = text_label("", 11, wrap=True)
        style.set_role(self.refusal, "bad")
        self.refusal.hide()
        # What a main layer is, its name says already.
        self.doc = text_label(translate("Catalogue", CATALOGUE[kind].doc), 11, quiet=True, wrap=True)
        self.args = ArgForm(CATALOGUE[kind].args)
        self.args.value_given.connect(self._set)
        self.shape_section = ShapeSection(document)
        self.problems = ProblemCards(document, MOST_PROBLEMS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.several, self.name_row, self.refusal, self.doc, self.args):
            column.addWidget(widget)
        # Only now: a widget that is shown before it is in a window opens one of its own, and takes the keys.
        self.doc.setVisible(CATALOGUE[kind].group != "main")
        column.addSpacing(theme.GROUP)
        column.addWidget(self.shape_section)
        column.addSpacing(theme.STEP)
        column.addWidget(self.problems)

    @property
    def layer_id(self) -> str:
        """The one layer it shows, or the first of several."""
        return self.ids[0]

    @property
    def rows(self) -> dict[str, ArgRow]:
        """The rows of the arguments by name."""
        return self.args.rows

    def show_layers(self, ids: tuple[str, ...]) -> None:
        """Show the layers *ids*, all of the form's kind."""
        other = ids != self.ids
        self.ids = ids
        if other:
            self._refuse("")
        self._refresh(other=other)
        if other:
            self.show_problems()

    def show_problems(self) -> None:
        """Show what is wrong with the layers."""
        shown = set(self.ids)
        self.problems.show_problems([problem for problem in self._document.problems if problem.layer in shown])

    def _refresh(self, *, other: bool) -> None:
        network, several = self._document.network, len(self.ids) > 1
        self.several.setVisible(several)
        self.name_row.setVisible(not several)
        if several:
            title = translate("Catalogue", CATALOGUE[self.kind].title)
            self.several.setText(self.tr("{0} layers: {1}").format(len(self.ids), title))
        else:
            self.name.set_text(self.layer_id)
        fitted = [self._fitted(layer_id) for layer_id in self.ids]
        given = [network.layer(layer_id).args for layer_id in self.ids]
        facts = self._document.facts
        if facts is not None:
            self.args.offer_names({"columns": column_names(facts), "targets": target_names(facts)})
        self.args.show_values(given, [full_args(layer) for layer in fitted], other=other)
        self.shape_section.show_layers(self.ids)

    def _fitted(self, layer_id: str) -> LayerSpec:
        fitted = self._document.fitted
        return fitted.layer(layer_id) if fitted.has(layer_id) else self._document.network.layer(layer_id)

    def _set(self, path: Path, value: Any) -> None:
        """Set what *path* leads to, on all layers shown, as one step."""
        network, args = self._document.network, CATALOGUE[self.kind].args
        changes = {layer_id: with_value(args, network.layer(layer_id).args, path, value) for layer_id in self.ids}
        changed = edits.replace_args(network, changes)
        layer = network.layer(self.layer_id)
        who = called(layer) if len(self.ids) == 1 else worded("LayerForm", "{0} layers").format(len(self.ids))
        text = worded("LayerForm", "Change {0} of {1}").format(path_words(path).lower(), who)
        self._document.edit_network(changed, text, ".".join((*self.ids, *path)))

    def _title(self) -> str:
        return title_of(self._document.network.layer(self.layer_id))

    def _rename(self, new: str) -> None:
        self._refuse("")
        try:
            changed = edits.rename(self._document.network, self.layer_id, new)
        except BadInput as error:
            self._refuse(said(error.args[0]))
            return
        text = worded("LayerForm", "Rename {0}").format(called(self._document.network.layer(self.layer_id)))
        self._document.edit_network(changed, text)
        self._document.select((new.strip(),))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        style.set_property(self.name, "wrong", "true" if sentence else "false")
