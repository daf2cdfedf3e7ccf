"""Layers that disturb training, against overfitting."""

from __future__ import annotations

from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.shapes import dropping as shapes
from nnviz.network.shapes import plain

GROUP = "Dropout and noise"
RATE = Arg("rate", "float", 0.5, "The share of units switched off in each step.", 0.0, 0.99)
_NOISE = Arg(
    "noise_shape", "partial", None,
    "Which numbers are switched off together: 1 for all along a dimension, ? for each by itself; the batch is first.",
    1, 1_000_000, optional=True, advanced=True,
)  # fmt: skip
_NOISY_RATE = Arg("rate", "float", 0.5, "How strong the noise is, as a rate of Dropout of the same effect.", 0.0, 0.99)


def _spatial(rank: int) -> LayerKind:
    kind = f"SpatialDropout{rank}D"
    return LayerKind(
        kind, f"Spatial dropout {rank}D", GROUP, "Switches off whole channels at random while training.",
        (RATE,), shapes.whole_channels(kind, rank), random=True, keywords="regularization",
    )  # fmt: skip


KINDS = (
    LayerKind(
        "Dropout", "Dropout", GROUP, "Switches off random units while training, against overfitting.",
        (RATE, _NOISE), shapes.noisy("Dropout"), random=True, keywords="regularization",
    ),
    _spatial(2), _spatial(1), _spatial(3),
    LayerKind(
        "GaussianNoise", "Noise", GROUP, "Adds random noise while training, against overfitting.",
        (Arg("stddev", "float", 0.1, "The noise's standard deviation.", 0.0, 1.0),), plain.same, random=True,
        keywords="gaussian regularization",
    ),
    LayerKind(
        "GaussianDropout", "Gaussian dropout", GROUP,
        "Multiplies every number by noise around 1 while training, against overfitting.",
        (_NOISY_RATE,), plain.same, random=True, keywords="noise regularization",
    ),
    LayerKind(
        "AlphaDropout", "Alpha dropout", GROUP,
        "Dropout that keeps mean and spread, for layers with the activation selu.",
        (RATE, _NOISE), shapes.noisy("AlphaDropout"), random=True, keywords="selu regularization",
    ),
)  # fmt: skip
