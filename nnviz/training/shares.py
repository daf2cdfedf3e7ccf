"""Which metrics are shares of a whole: a person reads those as percentages, wherever they stand."""

from __future__ import annotations

# Between 0 and 1, of which more is better.
SHARES = ("accuracy", "precision", "recall", "auc", "f1_score", "fbeta_score", "iou", "sensitivity", "specificity")


def is_share(key: str) -> bool:
    """Whether the metric that Keras calls *key* is a share."""
    return any(name in key.lower() for name in SHARES)


def score_text(key: str, value: float) -> str:
    """*value* of the metric *key* in four figures: ``0.02134``, ``98.33 %``."""
    return f"{100 * value:.4g} %" if is_share(key) else f"{value:.4g}"
