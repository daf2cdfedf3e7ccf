"""What a recipe means while nobody has chosen, and what suits the task and the size of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from nnviz.network.facts import DataFacts, Task
from nnviz.sentences import Sentence
from nnviz.training.recipe import Recipe
from nnviz.training.schedules import batches_per_epoch

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
    "poisson": ("For counts: how many times something happens.", ("regression",)),
    "mape": ("Mean absolute percentage error.", ("regression",)),
    "msle": ("Mean squared logarithmic error: for targets over several orders of size.", ("regression",)),
    "binary_crossentropy": ("The usual one for yes or no.", ("binary", "labels")),
    "binary_focal_crossentropy": ("Yes or no, with more weight on what is hard.", ("binary", "labels")),
    "categorical_crossentropy": ("The usual one for several classes.", ("classes", "binary")),
    "sparse_categorical_crossentropy": ("Categorical crossentropy, with the class as a number.", ("classes", "binary")),
    "categorical_focal_crossentropy": ("Several classes, with more weight on what is hard.", ("classes", "binary")),
    "kl_divergence": ("How far one distribution is from another.", ("classes",)),
    "hinge": ("Yes or no with a margin, as support vector machines have it.", ("binary",)),
    "squared_hinge": ("The square of the hinge: far misses count for much.", ("binary",)),
    "categorical_hinge": ("A margin for several classes.", ("classes",)),
}  # fmt: skip
# Losses that read yes and no as +1 and -1, so that an answer is decided at 0; all others have the targets 1 and 0, and
# an answer is decided at a half, whatever the activation.
_SIGNED_LOSSES = ("hinge", "squared_hinge")
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
    "f1_score": "Precision and recall in one number (F1); of several classes, the mean of theirs.",
    "auc": "The area under the ROC curve.",
    "cosine_similarity": "The cosine of the angle between answer and target.",
}
# The metrics that say something about a task, the usual one first.
METRICS_BY_TASK: dict[Task, tuple[str, ...]] = {
    "regression": ("mae", "root_mean_squared_error", "mse", "mape", "r2_score"),
    "binary": ("accuracy", "precision", "recall", "f1_score", "auc", "binary_accuracy", "mae", "mse"),
    "classes": (
        "accuracy", "top_k_categorical_accuracy", "precision", "recall", "f1_score", "auc", "categorical_accuracy",
    ),
    "labels": ("binary_accuracy", "precision", "recall", "f1_score", "auc"),
}  # fmt: skip


def has_margin(loss: str | None) -> bool:
    """Whether *loss* wants a single answer to yes or no in [-1, 1], around 0, instead of in [0, 1]."""
    return loss in _SIGNED_LOSSES


def fitted_recipe(recipe: Recipe, facts: DataFacts | None) -> Recipe:
    """*recipe* with the loss and metrics nobody chose filled in for the task of *facts*; without them, yes or no."""
    task: Task = facts.task if facts is not None else "binary"
    loss, metrics = _SUGGESTED[task]
    loss = next(iter(_method_losses(recipe)), loss)
    return msgspec.structs.replace(
        recipe,
        loss=recipe.loss if recipe.loss is not None else loss,
        metrics=() if own_measures(recipe) else recipe.metrics if recipe.metrics is not None else metrics,
    )


def _method_losses(recipe: Recipe) -> tuple[str, ...]:
    """The losses that the method of *recipe* can go down, the usual one first; empty where the task decides."""
    return getattr(recipe.method, "losses", ())


def suited_losses(recipe: Recipe, facts: DataFacts | None) -> list[str]:
    """The losses that make sense for the method of *recipe*, else for the task of *facts*."""
    by_task = (name for name, (_, tasks) in LOSSES.items() if facts is None or facts.task in tasks)
    return list(_method_losses(recipe) or by_task)


def own_measures(recipe: Recipe) -> tuple[str, ...]:
    """What the method of *recipe* measures in place of its metrics; empty where these are measured."""
    return getattr(recipe.method, "measures", ())


# ---------------------------------------------------------------------- what is offered


@dataclass(frozen=True)
class Rates:
    """The learning rates that an optimizer usually takes.

    Attributes:
        usual: where to start.
        least, most: outside of these it hardly learns, or jumps about.
    """

    usual: float
    least: float
    most: float


# Keras's defaults, but for Adadelta (1.0 in Zeiler's paper) and Lion (3 to 10 times below Adam in Chen et al.).
USUAL_RATES: dict[str, Rates] = {
    "Adam": Rates(0.001, 1e-6, 0.1), "AdamW": Rates(0.001, 1e-6, 0.1), "Nadam": Rates(0.001, 1e-6, 0.1),
    "Adamax": Rates(0.001, 1e-6, 0.2), "RMSprop": Rates(0.001, 1e-6, 0.1), "SGD": Rates(0.01, 1e-6, 10.0),
    "Adagrad": Rates(0.01, 1e-5, 2.0), "Adadelta": Rates(1.0, 0.01, 10.0), "Adafactor": Rates(0.001, 1e-6, 0.1),
    "Ftrl": Rates(0.01, 1e-5, 2.0), "Lion": Rates(0.0001, 1e-7, 0.003), "Lamb": Rates(0.001, 1e-6, 0.1),
    "Muon": Rates(0.001, 1e-6, 0.1), "ScheduleFreeAdamW": Rates(0.0025, 1e-6, 0.2),
}  # fmt: skip
# Up to so many training rows, batches of so many (Keskar et al. 2017: small batches generalize better; but many of
# them take long).
_BATCHES = ((1_000, 16), (10_000, 32), (50_000, 128))
_LARGEST_BATCH = 256
_STEPS_WANTED = 4_000
_EPOCHS = (10, 20, 30, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Suggestion:
    """What suits one part of the recipe.

    Attributes:
        value: what to put there.
        reason: one sentence why.
    """

    value: Any
    reason: Sentence


def suggestions(recipe: Recipe, facts: DataFacts | None) -> dict[str, Suggestion]:
    """What suits the data, by the name of the recipe's part; offered, never taken by itself.

    Besides parts of the recipe there is ``learning_rate``, a number, for the optimizer as it is set.
    """
    rates = USUAL_RATES[recipe.optimizer.kind]
    reason = Sentence("A learning rate of {0} is where {1} usually starts.", f"{rates.usual:g}", recipe.optimizer.kind)
    found = {
        "optimizer": Suggestion("Adam", Sentence("Adam finds a step for every weight by itself, on most problems.")),
        "learning_rate": Suggestion(rates.usual, reason),
    }
    if facts is not None:
        found |= _by_task(facts.task)
    if suits := _method_losses(recipe):
        found["loss"] = Suggestion(suits[0], Sentence("It tells real samples from generated ones."))
    if facts is not None and facts.rows[0]:
        found |= _by_size(recipe, facts.rows[0])
    return found


def _by_task(task: Task) -> dict[str, Suggestion]:
    loss, metrics = _SUGGESTED[task]
    reasons = {
        "regression": Sentence("The target is a number."),
        "binary": Sentence("The target is yes or no."),
        "classes": Sentence("The target is one of several classes."),
        "labels": Sentence("The target is several answers of yes or no."),
    }
    return {"loss": Suggestion(loss, reasons[task]), "metrics": Suggestion(metrics, reasons[task])}


def _by_size(recipe: Recipe, rows: int) -> dict[str, Suggestion]:
    batch = min(suggested_batch(rows), rows)
    steps = batches_per_epoch(recipe, rows)
    wanted = _STEPS_WANTED / steps
    epochs = next((count for count in _EPOCHS if count >= wanted), _EPOCHS[-1])
    per_epoch = Sentence("1 step") if steps == 1 else Sentence("{0} steps", f"{steps:,}")
    return {
        "batch_size": Suggestion(batch, Sentence("Suits {0} training rows.", f"{rows:,}")),
        "epochs": Suggestion(epochs, Sentence("An epoch is {0}; a few thousand of them are a good start.", per_epoch)),
    }


def suggested_batch(rows: int) -> int:
    """Rows a step for *rows* training rows: enough steps an epoch to learn, and no more than need be."""
    return next((batch for limit, batch in _BATCHES if rows <= limit), _LARGEST_BATCH)


def balanced_weights(facts: DataFacts) -> dict[str, float]:
    """Weights by class name that let every class of the training part count the same: n / (k * its samples).

    As ``class_weight="balanced"`` of scikit-learn; a class without samples has none.
    """
    present = [count for count in facts.class_counts if count]
    total, kinds = sum(present), len(present)
    named = zip(facts.class_names, facts.class_counts, strict=True)
    return {name: float(f"{total / (kinds * count):.6g}") for name, count in named if count}


def scores(recipe: Recipe, outputs: Sequence[str] = ()) -> tuple[str, ...]:
    """What a run measures beside the loss, as Keras calls it; *recipe* has its metrics filled in.

    *outputs* are the names of the outputs where there are several: each is measured apart.
    """
    metrics = own_measures(recipe) or recipe.metrics or ()
    if not outputs:
        return metrics
    return (*(f"{name}_{metric}" for name in outputs for metric in metrics), *(f"{name}_loss" for name in outputs))


def watched_values(recipe: Recipe, outputs: Sequence[str] = (), *, validation: bool) -> tuple[str, ...]:
    """The values of a run that early stopping can watch: those of the validation part first where *validation*.

    *recipe* has its metrics filled in; *outputs* as for ``scores``.
    """
    measured = ("loss", *scores(recipe, outputs))
    return (*(f"val_{name}" for name in measured), *measured) if validation else measured
