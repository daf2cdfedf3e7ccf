"""Which weight a person means: its value as the engine showed it last, and its names."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.network.catalogue import full_args
from nnviz.training import filter_cells
from nnviz.training.by_hand import BIAS
from nnviz.ui.diagram.layer_look import title_of, unit_name
from nnviz.ui.document import Document
from nnviz.ui.language import translate
from nnviz.ui.panes.pictured import BY_CHANNEL, CONVOLUTIONS
from nnviz.ui.training.live import Kernel, LiveState


@dataclass(frozen=True)
class WeightPlace:
    """One weight of a layer.

    Attributes:
        layer: the layer's id.
        row: the input, counted from 0, or which of the numbers of a unit; ``BIAS`` for the bias.
        col: the unit.
    """

    layer: str
    row: int
    col: int


def value_of(place: WeightPlace, live: LiveState) -> float | None:
    """The value there; None where the engine has not shown it."""
    shown = next((x for x in (live.weights.layers if live.weights else ()) if x.id == place.layer), None)
    if shown is None:
        return None
    if place.col in shown.cols and (place.row == BIAS or place.row in shown.rows):
        kernel, col = Kernel.of(shown), shown.cols.index(place.col)
        if place.row == BIAS:
            return float(kernel.bias[col]) if kernel.bias.size else None
        return float(kernel.matrix[shown.rows.index(place.row), col])
    filters = live.weights.filters if live.weights is not None else None
    if filters is None or filters.id != place.layer:
        return None
    return filter_cells.value_of(filters, place.row, place.col)


def variable_of(place: WeightPlace, live: LiveState) -> str:
    """The weight as a script would call it: ``hidden_1.kernel[0, 3]``, ``hidden_1.bias[3]``."""
    shown = next((x for x in (live.weights.layers if live.weights else ()) if x.id == place.layer), None)
    if place.row == BIAS:
        return f"{place.layer}.bias[{place.col}]"
    if shown is not None and shown.parts:
        return f"{place.layer}.{shown.parts[place.row]}[{place.col}]"
    return f"{place.layer}.kernel[{place.row}, {place.col}]"


def name_of(place: WeightPlace, document: Document) -> str:
    """The weight as the diagram calls it: ``x1 → hidden_1[3]``, ``bias of hidden_1[3]``."""
    network = document.fitted
    layer = network.layer(place.layer)
    unit = _unit(document, place.layer, place.col)
    if place.row == BIAS:
        return translate("Weights", "bias of {0}").format(unit)
    if layer.kind in CONVOLUTIONS and not layer.kind.startswith("Separable"):
        return _name_in_filter(place, document)
    sources = network.sources(place.layer)
    inside = len(sources) == 1 and layer.kind in ("Dense", "Output")
    return (
        f"{_unit(document, sources[0], place.row)} → {unit}"
        if inside
        else f"{title_of(layer)}[{place.row + 1}] → {unit}"
    )


def _name_in_filter(place: WeightPlace, document: Document) -> str:
    """Where in the window of a convolution the weight is."""
    layer = document.fitted.layer(place.layer)
    sizes = full_args(layer)["kernel_size"]
    sizes = sizes if isinstance(sizes, tuple) else (sizes,)
    sources = document.fitted.sources(place.layer)
    seen = document.inference.shapes.get(sources[0]) if sources else None
    channels = 1 if layer.kind in BY_CHANNEL else int((seen or (1,))[-1] or 1)
    spot, channel = divmod(place.row, channels)
    where: list[str] = []
    for size in reversed(sizes):
        spot, at = divmod(spot, size)
        where.insert(0, str(at + 1))
    text = translate("Weights", "{0}, filter {1}: place {2}")
    if channels > 1:
        text = translate("Weights", "{0}, filter {1}: place {2}, channel {3}")
    return text.format(title_of(layer), place.col + 1, ", ".join(where), channel + 1)


def text_of(value: float) -> str:
    """*value* as the run notes it."""
    return f"{value:.4g}"


def _unit(document: Document, layer_id: str, unit: int) -> str:
    return unit_name(document.fitted.layer(layer_id), document.facts, unit)
