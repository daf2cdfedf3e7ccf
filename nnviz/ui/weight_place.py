"""Which weight a person means: its value as the engine showed it last, and its names."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.training.by_hand import BIAS
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.document import Document
from nnviz.ui.language import translate
from nnviz.ui.live import Kernel, LiveState


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
    if shown is None or place.col not in shown.cols:
        return None
    kernel, col = Kernel.of(shown), shown.cols.index(place.col)
    if place.row == BIAS:
        return float(kernel.bias[col]) if kernel.bias.size else None
    return float(kernel.matrix[shown.rows.index(place.row), col]) if place.row in shown.rows else None


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
    sources = network.sources(place.layer)
    inside = len(sources) == 1 and layer.kind in ("Dense", "Output")
    return (
        f"{_unit(document, sources[0], place.row)} → {unit}"
        if inside
        else f"{title_of(layer)} {place.row + 1} → {unit}"
    )


def text_of(value: float) -> str:
    """*value* as the run notes it."""
    return f"{value:.4g}"


def _unit(document: Document, layer_id: str, unit: int) -> str:
    layer = document.fitted.layer(layer_id)
    names = unit_names(layer, document.facts)
    return names[unit] if unit < len(names) else f"{layer_id}[{unit}]"
