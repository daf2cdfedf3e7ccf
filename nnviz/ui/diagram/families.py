"""Which family a kind of layer belongs to, and the colour by which a diagram tells the families apart."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QColor

from nnviz.network.catalogue import CATALOGUE
from nnviz.ui.theme import Theme

Family = Literal[
    "input", "dense", "output", "convolution", "pooling", "recurrent", "attention", "embedding", "normalization",
    "dropout", "shape", "size", "merge", "activation", "image", "group", "other",
]  # fmt: skip
_BY_KIND: dict[str, Family] = {
    "Input": "input", "Dense": "dense", "Output": "output", "Maxout": "dense", "Embedding": "embedding",
}  # fmt: skip
# By the heading under which the catalogue lists a kind.
_BY_GROUP: dict[str, Family] = {
    "Convolution": "convolution", "Pooling": "pooling", "Recurrent": "recurrent", "Attention": "attention",
    "Sequence": "embedding", "Normalization": "normalization", "Dropout and noise": "dropout", "Shape": "shape",
    "Size": "size", "Merge": "merge", "Activation": "activation", "Preparation": "image", "Augmentation": "image",
}  # fmt: skip
# A colour of the theme, or the number of one of its class colours.
_COLORS: dict[Family, str | int] = {
    "input": "quiet", "dense": "accent", "output": "good", "convolution": 5, "pooling": 6, "recurrent": 3,
    "attention": "negative", "embedding": 4, "normalization": 9, "dropout": "quiet", "shape": 7, "size": 6,
    "merge": "caution", "activation": "positive", "image": "good", "group": "accent", "other": "quiet",
}  # fmt: skip


def family_of(kind: str) -> Family:
    """The family of the layers of *kind*."""
    return _BY_KIND.get(kind) or _BY_GROUP.get(CATALOGUE[kind].group, "other")


def color_of(family: Family, colors: Theme, alpha: float = 1.0) -> QColor:
    """The colour of *family* in the theme *colors*."""
    chosen = _COLORS[family]
    color = QColor(colors.classes[chosen]) if isinstance(chosen, int) else colors.color(chosen)
    color.setAlphaF(alpha)
    return color
