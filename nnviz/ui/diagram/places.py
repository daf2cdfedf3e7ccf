"""Where the layers of a document are seen to stand."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from nnviz.network.catalogue import CATALOGUE
from nnviz.network.inference import Inference
from nnviz.network.layout import Point, Size, arranged
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.diagram.layer_look import geometry_of
from nnviz.ui.document import Document


@dataclass(frozen=True)
class _Known:
    """What was worked out for a state of a document."""

    fitted: NetworkSpec
    inference: Inference
    sizes: dict[str, Size]
    places: dict[str, Point]

    def stands_for(self, network: NetworkSpec, sizes: dict[str, Size]) -> bool:
        """Whether *network* would be laid out alike, since only what does not matter for that has changed."""
        return (
            sizes == self.sizes
            and network.links == self.fitted.links
            and network.groups == self.fitted.groups
            and [(x.id, x.at, x.kind) for x in network.layers] == [(x.id, x.at, x.kind) for x in self.fitted.layers]
        )


REMEMBERED = 4  # states of a document: a step of undo and back is not worked out again
_known: WeakKeyDictionary[Document, tuple[_Known, ...]] = WeakKeyDictionary()  # the newest first


def places_of(document: Document) -> dict[str, Point]:
    """Layer id -> where its middle stands on the diagram, placed by a person or by the layout.

    It is worked out once for each state of the document.
    """
    return dict(_of(document).places)


def sizes_of(document: Document) -> dict[str, Size]:
    """Layer id -> how much room the layer takes on the diagram."""
    return dict(_of(document).sizes)


def _of(document: Document) -> _Known:
    known, network = _known.get(document, ()), document.fitted
    if known and known[0].fitted is network and known[0].inference is document.inference:
        return known[0]
    sizes = {layer.id: _size(layer, document) for layer in network.layers}
    alike = next((state for state in known if state.stands_for(network, sizes)), None)
    places = alike.places if alike is not None else arranged(network, sizes)
    newest = _Known(network, document.inference, sizes, places)
    _known[document] = newest, *[state for state in known if state is not alike][: REMEMBERED - 1]
    return newest


def _size(layer: LayerSpec, document: Document) -> Size:
    return geometry_of(layer, CATALOGUE[layer.kind], document.inference, document.facts).size
