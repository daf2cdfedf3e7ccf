"""What a recipe means while nobody has chosen: loss and metrics by the task."""

from __future__ import annotations

import msgspec

from nnviz.network.facts import DataFacts, Task
from nnviz.training.recipe import Recipe

# Loss and metrics by task, as the Keras guides pair them with the output activations of network.fit.
_SUGGESTED: dict[Task, tuple[str, tuple[str, ...]]] = {
    "regression": ("mse", ("mae",)),
    "binary": ("binary_crossentropy", ("accuracy",)),
    "classes": ("categorical_crossentropy", ("accuracy",)),
    "labels": ("binary_crossentropy", ("binary_accuracy",)),
}
# Keras's names of losses, with what each is for; the tasks it makes sense for stand behind it.
LOSSES: dict[str, tuple[str, tuple[Task, ...]]] = {
    "mse": ("Mean squared error: the usual one for numbers.", ("regression", "binary", "classes", "labels")),
    "mae": ("Mean absolute error: outliers count less.", ("regression",)),
    "huber": ("Squared near zero, absolute far away.", ("regression",)),
    "log_cosh": ("A smooth mean absolute error.", ("regression",)),
    "poisson": ("For counts.", ("regression",)),
    "mape": ("Mean absolute percentage error.", ("regression",)),
    "msle": ("Mean squared logarithmic error: for targets over several orders of size.", ("regression",)),
    "binary_crossentropy": ("The usual one for yes or no.", ("binary", "labels")),
    "binary_focal_crossentropy": ("Yes or no, with more weight on what is hard.", ("binary", "labels")),
    "categorical_crossentropy": ("The usual one for several classes.", ("classes", "binary")),
    "sparse_categorical_crossentropy": ("The same, with the class as a number.", ("classes", "binary")),
    "categorical_focal_crossentropy": ("Several classes, with more weight on what is hard.", ("classes", "binary")),
    "kl_divergence": ("How far one distribution is from another.", ("classes",)),
    "hinge": ("Yes or no with a margin, as support vector machines have it.", ("binary",)),
    "squared_hinge": ("The margin's square.", ("binary",)),
    "categorical_hinge": ("A margin for several classes.", ("classes",)),
}  # fmt: skip
LOSS_ALIASES = {
    "mean_squared_error": "mse", "mean_absolute_error": "mae", "mean_absolute_percentage_error": "mape",
    "mean_squared_logarithmic_error": "msle", "logcosh": "log_cosh", "kld": "kl_divergence",
    "bce": "binary_crossentropy",
}  # fmt: skip
METRICS: dict[str, str] = {
    "accuracy": "The share of right answers.",
    "binary_accuracy": "The share of right yes-or-no answers.",
    "categorical_accuracy": "The share of right classes.",
    "sparse_categorical_accuracy": "The share of right classes, given as numbers.",
    "top_k_categorical_accuracy": "The share of rows whose class is among the best five.",
    "mae": "Mean absolute error.",
    "mse": "Mean squared error.",
    "root_mean_squared_error": "The square root of the mean squared error, in the target's own unit.",
    "mape": "Mean absolute percentage error.",
    "r2_score": "The share of the target's variance that is explained.",
    "precision": "Of what was answered yes, how much was right.",
    "recall": "Of what is yes, how much was found.",
    "auc": "The area under the ROC curve.",
    "cosine_similarity": "The cosine of the angle between answer and target.",
}


def fitted_recipe(recipe: Recipe, facts: DataFacts | None) -> Recipe:
    """*recipe* with the loss and metrics nobody chose filled in for the task of *facts*; without them, yes or no."""
    task: Task = facts.task if facts is not None else "binary"
    loss, metrics = _SUGGESTED[task]
    return msgspec.structs.replace(
        recipe,
        loss=recipe.loss if recipe.loss is not None else loss,
        metrics=recipe.metrics if recipe.metrics is not None else metrics,
    )
