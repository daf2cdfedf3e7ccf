"""Layers that disturb training, against overfitting."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import plain

GROUP = "Dropout and noise"
RATE = Arg("rate", "float", 0.5, "The share of units switched off in each step.", 0.0, 0.99)
KINDS = (
    LayerKind(
        "Dropout", "Dropout", GROUP, "Switches off random units while training, against overfitting.",
        (RATE,), plain.same, random=True,
    ),
    LayerKind(
        "GaussianNoise", "Noise", GROUP, "Adds random noise while training, against overfitting.",
        (Arg("stddev", "float", 0.1, "The noise's standard deviation.", 0.0, 100.0),), plain.same, random=True,
    ),
)  # fmt: skip
