"""Layers added, linked and unlinked by keyboard: each asks for one thing of a list beside the selected layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, LayerKind
from nnviz.network.shapes.base import ShapeError
from nnviz.network.spec import Link
from nnviz.ui.diagram import commands, finding
from nnviz.ui.diagram.picker import Choice, Picker
from nnviz.ui.language import said, translate

if TYPE_CHECKING:
    from nnviz.ui.diagram.view import DiagramView


class Picking(QObject):
    """Asks with the picker that *picker* gives, and carries out what was chosen.

    Signals:
        said: a sentence for the status line.
    """

    said = Signal(str)

    def __init__(self, view: DiagramView, picker: Callable[[], Picker]) -> None:
        super().__init__(view)
        self._view, self._picker = view, picker
        self._scene, self._document = view.diagram, view.diagram.document

    # ------------------------------------------------------------------ adding

    def add(self) -> None:
        """Ask for a kind of layer, and put it behind the selected one."""
        sources = self._sources()
        behind = sources[-1] if sources else None
        kinds = sorted(CATALOGUE.values(), key=lambda kind: (self._is_there(kind), not self._fits(kind, behind)))
        choices = [
            Choice(kind.kind, commands.kind_title(kind.kind), _what(kind.kind), finding.words_of_kind(kind.kind))
            for kind in kinds
        ]
        caption = self.tr("Add a layer")
        if behind is not None:
            caption = self.tr("Add a layer behind {0}").format(commands.title(self._document, behind))
        self._ask(caption, self.tr("Kind of layer"), choices, lambda kind: self._add(kind, behind))

    def _is_there(self, kind: LayerKind) -> bool:
        """Whether another layer of *kind* is hardly meant: most networks have one Input and one Output."""
        return kind.kind in ("Input", "Output") and bool(self._document.network.of_kind(kind.kind))

    def _fits(self, kind: LayerKind, behind: str | None) -> bool:
        """Whether *kind* as it is when it is new can take what the layer *behind* gives; yes where that is unknown."""
        shape = self._document.inference.shapes.get(behind) if behind is not None else None
        if shape is None or kind.inputs[0] != 1 or kind.kind == "Output":  # which becomes what the targets are
            return True
        try:
            kind.output_shape(kind.full({}), (shape,))
        except ShapeError:
            return False
        return True

    def _add(self, kind: str, behind: str | None) -> None:
        self._view.reveal((commands.insert(self._document, kind, behind),))

    # ------------------------------------------------------------------ linking

    def link(self) -> None:
        """Ask for a layer, and link every selected one to it."""
        network, sources = self._document.network, self._sources()
        if not sources:
            self.said.emit(self.tr("Select the layers to link from first"))
            return
        linked = set(network.links)
        open_ones = [
            layer.id
            for layer in network.layers
            if layer.kind != "Input"
            and layer.id not in sources
            and any((source, layer.id) not in linked for source in sources)
        ]
        caption = self.tr("Link {0} layers to").format(len(sources))
        if len(sources) == 1:
            caption = self.tr("Link {0} to").format(commands.title(self._document, sources[0]))
        self._ask(caption, self.tr("Layer"), self._layers(open_ones), lambda target: self._link(sources, target))

    def _link(self, sources: tuple[str, ...], target: str) -> None:
        linked = set(self._document.network.links)
        pairs = [(source, target) for source in sources if (source, target) not in linked]
        self._tried(lambda: commands.link(self._document, pairs))

    def unlink(self) -> None:
        """Delete the selected link, or ask which link of the selected layers is to go."""
        if self._scene.chosen_link is not None:
            commands.unlink(self._document, self._scene.chosen_link)
            return
        chosen, end = set(self._document.selection), self._scene.end_item
        links = [x for x in self._document.network.links if chosen & set(x) and end(x[0]) is not end(x[1])]
        if not links:
            self.said.emit(self.tr("Select a layer that has links first"))
            return
        choices = [self._link_choice(link) for link in links]
        self._ask(
            self.tr("Delete a link"), self.tr("Layer"), choices, lambda link: commands.unlink(self._document, link)
        )

    # ------------------------------------------------------------------ inside

    def _sources(self) -> tuple[str, ...]:
        """The layers that links out of what is selected start at: of a collapsed group its last layer."""
        return tuple(item.source_id for item in self._scene.selected_items() if item.source_id)

    def _ask(self, caption: str, hint: str, choices: list[Choice], take: Callable[[Any], object]) -> None:
        self._picker().open(caption, hint, choices, self._beside_selection(), take)

    def _tried(self, edit: Callable[[], None]) -> None:
        try:
            edit()
        except BadInput as error:
            self.said.emit(said(error.args[0]))

    def _layers(self, ids: Iterable[str]) -> list[Choice]:
        network = self._document.network
        layers = [network.layer(layer) for layer in ids]
        return [
            Choice(x.id, commands.title(self._document, x.id), _what(x.kind), finding.words_of_layer(network, x))
            for x in layers
        ]

    def _link_choice(self, link: Link) -> Choice:
        network = self._document.network
        a, b = (commands.title(self._document, end) for end in link)
        words = " ".join(finding.words_of_layer(network, network.layer(end)) for end in link)
        return Choice(link, f"{a} → {b}", "", words)

    def _beside_selection(self) -> QPoint:
        """Right of what is selected, or in the middle of the view."""
        items = self._scene.selected_items()
        if not items:
            return self._view.viewport().rect().center() - QPoint(self._picker().width() // 2, 160)
        frame = items[-1].geometry.frame.translated(items[-1].pos())
        return self._view.mapFromScene(frame).boundingRect().topRight() + QPoint(16, 0)


def _what(kind: str) -> str:
    """A few quiet words for a kind: its name in Keras where the palette calls it otherwise, else its group."""
    row = CATALOGUE[kind]
    if commands.kind_title(kind) != kind:
        return kind
    return translate("Catalogue", row.group) if row.group != "main" else ""
