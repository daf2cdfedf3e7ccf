"""What the table of the layers says: its figures as texts, its terms in a sentence, and what is worth a caution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, isnan
from statistics import median

from nnviz.training.pictures import LayerFigures
from nnviz.ui.language import translate

# What a step should change of the weights is about a thousandth; beyond these it is worth a word.
SMALLEST_UPDATE, LARGEST_UPDATE = 1e-5, 1e-1
MOST_DEAD = 0.5
VANISHED = 1e-3  # of the strongest gradient of any layer
CALM = 5  # figures whose median is judged: a caution that comes and goes cannot be read


class Column(StrEnum):
    """The columns right of the layer's name."""

    GRADIENT = "gradient"
    UPDATE = "update"
    OUTPUT = "output"
    DEAD = "dead"


@dataclass(frozen=True)
class Row:
    """One layer in the table.

    Attributes:
        id, name: the layer, and what a person calls it.
        past: its last figures, the newest last; at least one.
        cautions: a sentence for each column that deserves one.
    """

    id: str
    name: str
    past: Sequence[LayerFigures]
    cautions: dict[Column, str]

    @property
    def now(self) -> LayerFigures:
        """The newest figures."""
        return self.past[-1]

    def text(self, column: Column) -> str:
        """The figure of *column*."""
        now = self.now
        if column is Column.OUTPUT:
            return f"{level_text(now.mean)} ± {level_text(now.spread)}"
        if column is Column.DEAD:
            return f"{round(100 * now.dead)} %"
        return figure_text(now.gradient_norm if column is Column.GRADIENT else now.update_ratio)


def table_of(layers: Mapping[str, Sequence[LayerFigures]], names: dict[str, str], passing: Iterable[str]) -> list[Row]:
    """The rows of *layers*; *passing* are layers without weights that may still answer 0 for good: activations."""
    calm = {layer: _calm(past) for layer, past in layers.items()}
    norms = [figures.gradient_norm for figures in calm.values() if isfinite(figures.gradient_norm)]
    strongest, passes = max(norms, default=0.0), set(passing)
    return [
        Row(layer, names.get(layer, layer), past, cautions(calm[layer], strongest, layer in passes))
        for layer, past in layers.items()
    ]


def _calm(past: Sequence[LayerFigures]) -> LayerFigures:
    last = list(past)[-CALM:]
    newest = last[-1]

    def middle(name: str) -> float:
        values = [getattr(figures, name) for figures in last]
        return float("nan") if any(map(isnan, values)) else median(values)

    return LayerFigures(
        newest.id, middle("gradient_norm"), middle("update_ratio"), newest.mean, newest.spread, middle("dead")
    )


def cautions(figures: LayerFigures, strongest: float, passes: bool = False) -> dict[Column, str]:
    """What is worth a caution of *figures*; *strongest* is the largest gradient norm of any layer."""
    found = {}
    learns = not isnan(figures.gradient_norm)
    if learns and (sentence := _of_gradient(figures.gradient_norm, strongest)):
        found[Column.GRADIENT] = sentence
    if learns and (sentence := _of_update(figures.update_ratio)):
        found[Column.UPDATE] = sentence
    if not (isfinite(figures.mean) and isfinite(figures.spread)):
        found[Column.OUTPUT] = translate("Layers", "Its answers are no longer numbers: the steps were too large.")
    if figures.dead > MOST_DEAD and (learns or passes):
        share = f"{round(100 * figures.dead)} %"
        text = translate("Layers", "{share} of its units answer 0 to every row: they no longer learn.")
        found[Column.DEAD] = text.format(share=share)
    return found


def _of_gradient(norm: float, strongest: float) -> str:
    if not isfinite(norm):
        return translate("Layers", "The gradient is no longer a number: a smaller learning rate helps.")
    if norm == 0:
        return translate("Layers", "No gradient arrives here: the layer does not learn.")
    if norm < VANISHED * strongest:
        return translate(
            "Layers",
            "The gradient has almost vanished on its way here, to less than a thousandth of the strongest: "
            "the layer learns much more slowly than others.",
        )
    return ""


def _of_update(ratio: float) -> str:
    if ratio > LARGEST_UPDATE:
        return translate(
            "Layers", "A step changes its weights by more than a tenth: a smaller learning rate would be steadier."
        )
    if ratio < SMALLEST_UPDATE:
        return translate(
            "Layers", "A step hardly changes its weights: it has settled, or a larger learning rate would help."
        )
    return ""


def heading(column: Column) -> str:
    """What stands above *column*."""
    return {
        Column.GRADIENT: translate("Layers", "gradient"),
        Column.UPDATE: translate("Layers", "update"),
        Column.OUTPUT: translate("Layers", "output"),
        Column.DEAD: translate("Layers", "dead"),
    }[column]


def explanation(column: Column) -> str:
    """The term above *column* in a sentence."""
    return {
        Column.GRADIENT: translate(
            "Layers",
            "Gradient norm: how strongly the error pulls on all weights of the layer. "
            "The line shows how it went, on a scale of powers of ten.",
        ),
        Column.UPDATE: translate(
            "Layers", "Update ratio: how much one step changes the weights, as a share of them. About 0.001 is healthy."
        ),
        Column.OUTPUT: translate("Layers", "Output: the mean of what its units answer, and how far they spread."),
        Column.DEAD: translate("Layers", "Dead units: the share of units that answer exactly 0 to every row."),
    }[column]


def figure_text(value: float) -> str:
    """A positive figure of any size in at most six characters: ``0.123``, ``12.3``, ``3.2e−4``."""
    if not isfinite(value):
        return "–" if isnan(value) else "∞"
    if value == 0:
        return "0"
    if not 0.00995 <= value < 999.5:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa}e{int(exponent)}".replace("-", "−")
    return f"{value:.3f}" if value < 0.9995 else f"{value:.2f}" if value < 9.995 else f"{value:.3g}"


def level_text(value: float) -> str:
    """A mean or a spread with two decimals, or fewer where it is large."""
    if not isfinite(value):
        return "–" if isnan(value) else ("∞" if value > 0 else "−∞")
    size = abs(value)
    text = f"{size:.2f}" if size < 9.995 else f"{size:.1f}" if size < 99.95 else figure_text(size)
    return f"−{text}" if value < 0 and float(f"{size:.2f}") else text
