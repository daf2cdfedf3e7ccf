"""What a layer shows, frozen: the painting reads this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.network.catalogue import CATALOGUE, LayerKind, full_args, name_of
from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Problem
from nnviz.network.spec import LayerSpec
from nnviz.network.titles import called
from nnviz.ui.diagram.families import Family, family_of
from nnviz.ui.diagram.geometry import LayerGeometry, layer_geometry
from nnviz.ui.diagram.layer_detail import detail_of
from nnviz.ui.diagram.map_tiles import MapTiles
from nnviz.ui.language import said, translate


@dataclass(frozen=True)
class LayerLook:
    """The lasting part of a layer's appearance.

    Attributes:
        title, subtitle: the two lines above the units; ``footer`` the one below.
        family: which colour and glyph mark its kind.
        kind: the kind of layer, or for an activation the function, which the glyph shows.
        detail: the key arguments, inside the block of a layer without units.
        names: what each unit stands for, where it has a name: features, classes.
        problems: what is wrong with it.
        parameters: how many weights it has.
    """

    id: str
    title: str
    subtitle: str
    footer: str
    geometry: LayerGeometry
    family: Family
    kind: str = ""
    detail: str = ""
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    parameters: int = 0

    @property
    def problem(self) -> Problem | None:
        """What is most wrong with it: the first that keeps it from being trained, or else the first caution."""
        return next((x for x in self.problems if not x.caution), self.problems[0] if self.problems else None)


@dataclass(frozen=True)
class UnitFigures:
    """The living part: what each shown unit computes, by its number in the layer.

    Attributes:
        images: pictures of the units: their surface over two inputs, or their kernel.
        activity: mean activations relative to the layer's largest, in [-1, 1].
        bias: biases relative to the weight scale, in [-1, 1].
        sample: the picture a layer of images shows.
        marks: units that do little, and why: dead, saturated, duplicate.
        muted: units whose output is held.
        chosen: the unit that is looked at.
        maps: where the feature maps stand in *sample*; None where it is no such picture.
    """

    images: dict[int, QImage]
    activity: dict[int, float]
    bias: dict[int, float]
    sample: QImage | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    muted: frozenset[int] = frozenset()
    chosen: int | None = None
    maps: MapTiles | None = None


NOTHING = UnitFigures({}, {}, {})


def look_of(
    fitted: LayerSpec, inference: Inference, problems: tuple[Problem, ...] = (), facts: DataFacts | None = None
) -> LayerLook:
    """How the layer *fitted* looks, with the *problems* it has."""
    shape = inference.shapes.get(fitted.id)
    kind = CATALOGUE[fitted.kind]
    sample = shape[1:] if shape is not None else _wished_shape(fitted)
    return LayerLook(
        id=fitted.id,
        title=title_of(fitted),
        subtitle=_subtitle(fitted, sample),
        footer=parameters_text(inference.parameters.get(fitted.id, 0)),
        geometry=geometry_of(fitted, kind, inference, facts),
        family=family_of(fitted.kind),
        kind=_glyph_kind(fitted),
        detail="" if kind.has_units else detail_of(fitted),
        names=unit_names(fitted, facts),
        problems=problems,
        parameters=inference.parameters.get(fitted.id, 0),
    )


def geometry_of(fitted: LayerSpec, kind: LayerKind, inference: Inference, facts: DataFacts | None) -> LayerGeometry:
    """Where the parts of the layer *fitted* stand."""
    shape = inference.shapes.get(fitted.id)
    sample = shape[1:] if shape is not None else _wished_shape(fitted)
    return layer_geometry(kind.has_units, _picture_shape(fitted, sample, facts))


def _glyph_kind(layer: LayerSpec) -> str:
    """What the glyph shows: of an Activation its function."""
    return name_of(full_args(layer)["activation"]) or layer.kind if layer.kind == "Activation" else layer.kind


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


def unit_name(layer: LayerSpec, facts: DataFacts | None, unit: int) -> str:
    """What a person calls the unit with the index *unit*: by its own name, or by its place, counted from 1."""
    names = unit_names(layer, facts)
    return names[unit] if unit < len(names) else f"{title_of(layer)}[{unit + 1}]"


def _picture_shape(
    layer: LayerSpec, sample: tuple[int | None, ...] | None, facts: DataFacts | None
) -> tuple[int | None, ...] | None:
    """Pictures laid out as a row of numbers are still shown as pictures where they come in."""
    if layer.kind == "Input" and facts is not None and len(facts.input_shape) == 3 and sample == (facts.features,):
        return facts.input_shape
    return sample


def title_of(layer: LayerSpec) -> str:
    """The name a person gave, or the kind's title where the id is still one the app gave."""
    return said(called(layer))


def _wished_shape(layer: LayerSpec) -> tuple[int, ...] | None:
    """The size a layer will have once it is linked."""
    units, shape = layer.args.get("units"), layer.args.get("shape")
    return shape or ((int(units),) if units else None)


def shape_text(sample: tuple[int | None, ...] | None) -> str:
    """The shape of one sample for a person: ``26 x 26 x 32``; empty where it is unknown."""
    return " x ".join("?" if size is None else f"{size:,}" for size in sample or ())


def _subtitle(layer: LayerSpec, sample: tuple[int | None, ...] | None) -> str:
    args = full_args(layer)
    if layer.kind == "Input":
        return shape_text(sample) or translate("Diagram", "follows the data")
    if layer.kind in ("Dense", "Output"):
        if args["units"] is None:
            return translate("Diagram", "follows the data")
        return f"Dense {args['units']}, {name_of(args['activation']) or 'linear'}"
    return shape_text(sample)


def parameters_text(parameters: int) -> str:
    """How many weights there are, in words; empty where there are none."""
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
