"""The figures that show a finding: the loss over the epochs, or a bar for each layer."""

from __future__ import annotations

import numpy as np

from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.diagnosis.case import Case, Floats, in_blocks
from nnviz.training.diagnosis.findings import Evidence, Line

POINTS = 160  # of a line: more than a card has pixels for


def loss_figure(case: Case, mark: int | None = None, level: float | None = None) -> Evidence:
    """The loss over the epochs, with that of the validation part where there is one.

    Args:
        case: the run.
        mark: an epoch to be marked.
        level: a loss to be compared with.
    """
    lines = [_line("train", case.loss, "training")]
    if len(case.validation):
        lines.append(_line("validation", case.validation, "validation"))
    return Evidence(Sentence("Loss"), tuple(lines), mark=mark, level=level)


def layers_figure(case: Case, name: str, title: Sentence, *, log: bool = False) -> Evidence:
    """The figure *name* of every layer that has one, as bars."""
    values = [(layer, case.figures.recent(layer, name)) for layer in case.figures.layers]
    layers = case.network.layer
    bars = tuple(Line(called(layers(layer)), (), (value,)) for layer, value in values if not np.isnan(value))
    return Evidence(title, bars, bars=True, log=log)


def _line(name: str, values: Floats, colour: str) -> Line:
    shown, size = in_blocks(values, POINTS)
    epochs = np.minimum(np.arange(1, len(shown) + 1) * size, len(values))
    return Line(name, tuple(epochs.astype(float).tolist()), tuple(shown.tolist()), colour)
