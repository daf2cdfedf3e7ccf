"""What the probes measured, as the messages that carry it: how each layer learns, and the answers to some rows."""

from __future__ import annotations

from typing import Literal

import numpy as np

from nnviz.data.dataset import Dataset, Part
from nnviz.engine.showing.pictures import sampled
from nnviz.engine.showing.probes import Probes
from nnviz.engine.showing.step_probe import StepProbe
from nnviz.training.pictures import LayerFigures, Predictions


def layer_figures(steps: StepProbe, probes: Probes) -> tuple[LayerFigures, ...]:
    """The figures of every layer, in the order of the network."""
    gradients, ratios = steps.measure()
    rows = zip(probes.ids, gradients.tolist(), ratios.tolist(), probes.activations().tolist(), strict=True)
    return tuple(LayerFigures(layer, gradient, ratio, *seen) for layer, gradient, ratio, seen in rows)


def some_rows(part: Part, most: int) -> Part:
    """At most *most* rows of *part*, evenly spread, always the same ones."""
    rows = sampled(part.rows, most)
    return Part(part.x[rows], part.y[rows], None if part.weight is None else part.weight[rows])


def predictions(probes: Probes, dataset: Dataset, epoch: int, most: int) -> Predictions:
    """The answers to at most *most* rows of the validation part, or of the training part where there is none."""
    held = dataset.validation
    name: Literal["train", "validation"] = "validation" if held is not None and held.rows else "train"
    part = held if held is not None and held.rows else dataset.train
    rows, answers = sampled(part.rows, most), probes.answers(part, most)
    return Predictions(
        epoch=epoch,
        part=name,
        rows=tuple(rows.tolist()),
        outputs=answers.shape[1],
        answers=np.ascontiguousarray(answers, "<f4").tobytes(),
        targets=np.ascontiguousarray(part.y[rows], "<f4").tobytes(),
    )
