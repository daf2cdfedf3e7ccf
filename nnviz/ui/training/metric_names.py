"""What metrics are called for a person."""

from __future__ import annotations

from nnviz.ui.language import translate

_TITLES = {
    "loss": "Loss", "accuracy": "Accuracy", "binary_accuracy": "Accuracy", "categorical_accuracy": "Accuracy",
    "sparse_categorical_accuracy": "Accuracy", "top_k_categorical_accuracy": "Top-5 accuracy", "mae": "Mean abs. error",
    "mse": "Mean sq. error", "root_mean_squared_error": "RMSE", "mape": "Mean % error", "r2_score": "R²",
    "precision": "Precision", "recall": "Recall", "f1_score": "F1", "auc": "AUC",
    "cosine_similarity": "Cosine similarity", "return": "Return", "distance": "Distance",
    "generator_loss": "Generator loss", "real_accuracy": "Real found", "fake_accuracy": "Generated found",
}  # fmt: skip


def english_title(key: str) -> str:
    """The same in English."""
    return _TITLES.get(key, key.replace("_", " "))


def metric_title(key: str) -> str:
    """The title of the metric that Keras calls *key*."""
    return translate("Metrics", english_title(key))
