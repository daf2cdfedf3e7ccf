"""From the live figures to what layers and links show."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from nnviz.network.catalogue import name_of
from nnviz.network.spec import LayerSpec, Link
from nnviz.training.methods.adversarial import chosen_or_found
from nnviz.training.suggest import has_margin
from nnviz.ui import theme
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures, relative, unit_name
from nnviz.ui.diagram.weight_lines import WeightLine, bundle, lines_between
from nnviz.ui.document import Document
from nnviz.ui.inside.on_diagram import with_inside
from nnviz.ui.language import translate
from nnviz.ui.panes.pictured import sees_the_data
from nnviz.ui.panes.unit_images import unit_image
from nnviz.ui.training.live import Floats, Kernel, LiveState

_RAMP = np.linspace(-1, 1, 12, dtype=np.float32)
_PLANE = np.stack(np.meshgrid(_RAMP, _RAMP))
LARGEST_PICTURE = 64 * 64 * 3


def link_lines(source: LayerItem, target: LayerItem, kernel: Kernel | None) -> tuple[WeightLine, ...]:
    """The weights to draw between two layers; none where the target has no kernel, or one of another size."""
    if kernel is None or kernel.shape[1] != target.geometry.total:
        return ()
    if source.geometry.picture is not None:
        return bundle(kernel, source.scene_output_port(), target.geometry, target.pos())
    if kernel.shape[0] != source.geometry.total:
        return ()
    return lines_between(kernel, source.geometry, source.pos(), target.geometry, target.pos())


def unit_figures(layer: LayerSpec, look: LayerLook, document: Document, live: LiveState) -> UnitFigures:
    """What the units of *layer* show now."""
    kernel = live.kernels.get(layer.id)
    bias: dict[int, float] = {}
    if kernel is not None and kernel.bias.size and kernel.shape[1] == look.geometry.total:
        shares = relative(kernel.bias, live.limit)
        bias = {unit: shares[j] for j, unit in enumerate(kernel.cols) if j in shares}
    surfaces = live.unit_surfaces.get(layer.id)
    if layer.kind == "Input" and live.unit_surfaces and look.geometry.total == 2:
        surfaces = _PLANE  # each input is itself: x grows to the right, y upwards
    images = {}
    if surfaces is not None and len(surfaces) == look.geometry.total:
        images = _surface_images(surfaces, look, _middle(layer, document))
    elif kernel is not None and kernel.shape[1] == look.geometry.total:
        images = _kernel_images(layer, kernel, look, document)
    activity = live.activity.get(layer.id)
    shares = {}
    if not images and activity is not None and activity.size == look.geometry.total:
        largest = float(np.abs(activity).max(initial=0))
        shown = list(look.geometry.shown)  # a layer may have a hundred thousand units
        near = relative(activity[shown], largest)
        shares = {shown[i]: share for i, share in near.items()}
    return with_inside(UnitFigures(images, shares, bias, _sample(look, document)), look, live.inside, document.facts)


def _middle(layer: LayerSpec, document: Document) -> float:
    """Where the two colours of a unit's surface meet: at a half where an answer is yes or no, or a sigmoid's."""
    if layer.kind != "Output" or has_margin(document.fitted_recipe.loss):
        return 0.0
    decides = document.facts is not None and document.facts.task in ("binary", "labels")
    return 0.5 if decides or name_of(layer.args.get("activation")) in ("sigmoid", "hard_sigmoid") else 0.0


def _surface_images(surfaces: Floats, look: LayerLook, middle: float) -> dict[int, QImage]:
    """An answer to yes or no is decided at *middle*, where the two colours meet."""
    surfaces = surfaces - middle
    limit = max(middle, float(np.abs(surfaces).max(initial=0))) or 1.0
    return {u: unit_image(surfaces[u], limit, theme.current()) for u in look.geometry.shown if u < len(surfaces)}


def _kernel_images(layer: LayerSpec, kernel: Kernel, look: LayerLook, document: Document) -> dict[int, QImage]:
    """For a Dense layer right behind a picture: its weights as that picture."""
    facts = document.facts
    if facts is None or len(facts.input_shape) != 3 or len(kernel.rows) != facts.features:
        return {}
    generated = chosen_or_found(document.recipe, document.fitted, document.inference.shapes, facts)
    if facts.features > LARGEST_PICTURE or not sees_the_data(document.network, layer.id, generated):
        return {}
    height, width, channels = facts.input_shape
    limit = float(np.abs(kernel.matrix).max(initial=0)) or 1.0
    images = {}
    for j, unit in enumerate(kernel.cols):
        if unit in look.geometry.shown:
            picture = kernel.matrix[:, j].reshape(height, width, channels).mean(axis=2)
            images[unit] = unit_image(picture[::-1], limit, theme.current())
    return images


def _sample(look: LayerLook, document: Document) -> QImage | None:
    """The first training picture, for an Input of pictures."""
    dataset, facts = document.dataset, document.facts
    if look.geometry.picture is None or look.family != "input" or dataset is None or facts is None:
        return None
    if len(facts.input_shape) != 3 or facts.input_shape[2] not in (1, 3):
        return None
    return picture_image(dataset.preparation.unscale(dataset.sample.x[:1])[0])


def picture_image(picture: Floats) -> QImage:
    """A sample (height, width, 1 or 3) stretched to its own range, as a grey or colour image."""
    low, high = float(picture.min()), float(picture.max())
    pixels = np.asarray((picture - low) / ((high - low) or 1.0) * 255, np.uint8)
    rgb = np.ascontiguousarray(np.broadcast_to(pixels, (*pixels.shape[:2], 3)))
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def read_line(line: WeightLine, link: Link, document: Document) -> str:
    """The number on a weight, with its two ends."""
    source, target = (document.fitted.layer(x) for x in link)
    if line.source < 0:
        return f"{unit_name(target, None, line.unit)}   RMS {abs(line.value):.3f}"
    ends = (unit_name(source, document.facts, line.source), unit_name(target, document.facts, line.unit))
    return f"{ends[0]} → {ends[1]}   {line.value:+.4f}"


def read_unit(item: LayerItem, point: QPointF, live: LiveState) -> str:
    """The numbers of the unit under the mouse: bias and mean activation."""
    unit = item.unit_at(point)
    if unit is None:
        return ""
    name = item.look.names[unit] if unit < len(item.look.names) else f"{item.look.title}[{unit + 1}]"
    parts = [name]
    kernel = live.kernels.get(item.look.id)
    if kernel is not None and unit in kernel.cols and kernel.bias.size:
        parts.append(translate("Diagram", "bias {0}").format(f"{kernel.bias[kernel.cols.index(unit)]:+.4f}"))
    activity = live.activity.get(item.look.id)
    if activity is not None and unit < activity.size and math.isfinite(activity[unit]):
        parts.append(translate("Diagram", "mean {0}").format(f"{activity[unit]:+.4f}"))
    return "   ".join(parts)
