"""What a layer shows, frozen: the painting reads this and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Problem
from nnviz.network.spec import LayerSpec
from nnviz.ui.diagram.geometry import LayerGeometry, layer_geometry
from nnviz.ui.language import translate


@dataclass(frozen=True)
class LayerLook:
    """The lasting part of a layer's appearance.

    Attributes:
        title, subtitle: the two lines above the units; ``footer`` the one below.
        accent: which colour marks the kind: ``quiet`` Input, ``accent`` hidden, ``good`` Output, ``caution`` else.
        names: what each unit stands for, where it has a name: features, classes.
        problem: the first thing wrong with it.
        parameters: how many weights it has.
    """

    id: str
    title: str
    subtitle: str
    footer: str
    geometry: LayerGeometry
    accent: str
    names: tuple[str, ...] = ()
    problem: Problem | None = None
    parameters: int = 0


@dataclass(frozen=True)
class UnitFigures:
    """The living part: what each shown unit computes, by its number in the layer.

    Attributes:
        images: pictures of the units: their surface over two inputs, or their kernel.
        activity: mean activations relative to the layer's largest, in [-1, 1].
        bias: biases relative to the weight scale, in [-1, 1].
        sample: the picture a layer of images shows.
    """

    images: dict[int, QImage]
    activity: dict[int, float]
    bias: dict[int, float]
    sample: QImage | None = None


NOTHING = UnitFigures({}, {}, {})
_ACCENTS = {"Input": "quiet", "Dense": "accent", "Output": "good"}


def look_of(
    fitted: LayerSpec,
    inference: Inference,
    problems: tuple[Problem, ...],
    facts: DataFacts | None = None,
) -> LayerLook:
    """How the layer *fitted* looks."""
    shape = inference.shapes.get(fitted.id)
    kind = CATALOGUE[fitted.kind]
    sample = shape[1:] if shape is not None else _wished_shape(fitted)
    problem = next((p for p in problems if p.layer == fitted.id), None)
    return LayerLook(
        id=fitted.id,
        title=title_of(fitted),
        subtitle=_subtitle(fitted, sample),
        footer=_footer(inference.parameters.get(fitted.id, 0)),
        geometry=layer_geometry(kind.has_units, _picture_shape(fitted, sample, facts)),
        accent=_ACCENTS.get(fitted.kind, "caution"),
        names=unit_names(fitted, facts),
        problem=problem,
        parameters=inference.parameters.get(fitted.id, 0),
    )


def unit_names(layer: LayerSpec, facts: DataFacts | None) -> tuple[str, ...]:
    """What the units of *layer* stand for: features at the Input, classes or targets at the Output."""
    if facts is None:
        return ()
    if layer.kind == "Input" and layer.args.get("shape") == (len(facts.feature_names),):
        return facts.feature_names if len(facts.input_shape) == 1 else ()
    if layer.kind == "Output" and facts.task != "binary":
        names = facts.class_names or facts.target_names
        return names if len(names) == layer.args.get("units") else ()
    return ()


def _picture_shape(
    layer: LayerSpec, sample: tuple[int | None, ...] | None, facts: DataFacts | None
) -> tuple[int | None, ...] | None:
    """Pictures laid out as a row of numbers are still shown as pictures where they come in."""
    if layer.kind == "Input" and facts is not None and len(facts.input_shape) == 3 and sample == (facts.features,):
        return facts.input_shape
    return sample


def title_of(layer: LayerSpec) -> str:
    """The name a person gave, or the kind's title where the id is still one the app gave."""
    title = translate("Catalogue", CATALOGUE[layer.kind].title)
    stem = layer.id.rstrip("0123456789").rstrip("_")
    given = {"Dense": "hidden", "BatchNormalization": "batch_norm"}.get(layer.kind, layer.kind.lower())
    number = layer.id[len(stem) :].lstrip("_")
    return f"{title} {number}".rstrip() if stem == given else layer.id


def _wished_shape(layer: LayerSpec) -> tuple[int, ...] | None:
    """The size a layer will have once it is linked."""
    units, shape = layer.args.get("units"), layer.args.get("shape")
    return shape or ((int(units),) if units else None)


def _subtitle(layer: LayerSpec, sample: tuple[int | None, ...] | None) -> str:
    args = full_args(layer)
    if layer.kind == "Input":
        return " x ".join(str(size) for size in sample) if sample else translate("Diagram", "follows the data")
    if layer.kind in ("Dense", "Output"):
        if args["units"] is None:
            return translate("Diagram", "follows the data")
        return f"Dense {args['units']}, {args['activation'] or 'linear'}"
    first = next((arg for arg in CATALOGUE[layer.kind].args if arg.type in ("float", "choice", "object")), None)
    value = args[first.name] if first is not None else None
    return f"{value:g}" if isinstance(value, float) else str(value or " x ".join(map(str, sample or ())))


def _footer(parameters: int) -> str:
    if not parameters:
        return ""
    if parameters == 1:
        return translate("Diagram", "1 parameter")
    return translate("Diagram", "{count} parameters").format(count=f"{parameters:,}")


def relative(values: NDArray[np.float32], limit: float) -> dict[int, float]:
    """Values by index as shares of *limit*, cut to [-1, 1]; what is not finite is left out."""
    if limit <= 0:
        return {}
    shares = np.clip(values / limit, -1, 1)
    return {i: float(share) for i, share in enumerate(shares) if np.isfinite(share)}
