"""Metrics that cannot be measured with the loss, or say nothing about the task."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.network.catalogue import full_args
from nnviz.network.inference import infer
from nnviz.network.problems import Problem
from nnviz.sentences import Sentence
from nnviz.training.cautions.situation import Caution, Situation, caution, use_recipe
from nnviz.training.suggest import LOSSES, METRICS, fitted_recipe

TOP = 5  # of top_k_categorical_accuracy
_OF_NUMBER_TARGETS = ("mae", "mse", "root_mean_squared_error", "mape", "r2_score", "cosine_similarity")
_OF_CLASSES = tuple(name for name in METRICS if name not in _OF_NUMBER_TARGETS)
# Squared and absolute errors of a probability can be read (the first is the Brier score); these cannot.
_OF_ONE_ROW = ("r2_score", "f1_score")  # Keras takes answers (rows, numbers) only
_NEVER_OF_CLASSES = ("mape", "r2_score")
_OF_ONE_CLASS = ("accuracy", "categorical_accuracy", "top_k_categorical_accuracy")
_WITH_NUMBERED_CLASSES = ("accuracy", "sparse_categorical_accuracy")


def unmeasurable(situation: Situation) -> Iterator[Problem]:
    """Loss and metrics get one target: the class as a number, or a row with a single 1. Others fail, or say 0."""
    if situation.loss not in LOSSES or situation.facts.task not in ("binary", "classes"):
        return
    for name in situation.recipe.metrics or ():
        numbered = name in _WITH_NUMBERED_CLASSES
        if situation.sparse and not numbered:
            yield _replaced(
                situation, name, "accuracy", False,
                Sentence("The metric {0} cannot be measured with {1}: classes are numbers there", name, situation.loss),
            )  # fmt: skip
        elif name == "sparse_categorical_accuracy" and not situation.sparse and _units(situation) > 1:
            yield _replaced(
                situation, name, "accuracy", False,
                Sentence("The metric {0} needs classes as numbers, which {1} does not have", name, situation.loss),
            )  # fmt: skip


def of_a_row(situation: Situation) -> Iterator[Problem]:
    """What is measured column by column needs an answer that is one row of numbers, and no picture."""
    names = [name for name in situation.recipe.metrics or () if name in _OF_ONE_ROW]
    if not names or not situation.facts.target_shape:
        return
    shapes = infer(situation.network).shapes
    answered = [shapes.get(layer.id) for layer in situation.network.of_kind("Output")]
    shape = next((shape for shape in answered if shape is not None and len(shape) != 2), None)
    if shape is None:
        return
    for name in names:
        text = Sentence(
            "The metric {0} is for one row of numbers, but the network answers in shape {1}", name, shape[1:]
        )
        yield _replaced(situation, name, "mae", False, text)


def of_another_task(situation: Situation) -> Iterator[Problem]:
    """A share of right answers says nothing where answers are numbers, and the other way round."""
    task, usual = situation.facts.task, (fitted_recipe(type(situation.given)(), situation.facts).metrics or ("",))[0]
    for name in situation.recipe.metrics or ():
        if task == "regression" and name in _OF_CLASSES:
            text = Sentence("The metric {0} counts right answers, but the target is a number", name)
        elif task == "classes" and name in _OF_NUMBER_TARGETS and not situation.sparse:
            text = Sentence("The metric {0} is for numbers, but the target is a class", name)
        elif task in ("binary", "labels") and name in _NEVER_OF_CLASSES:
            text = Sentence("The metric {0} is for numbers, but the target is yes or no", name)
        elif task == "labels" and name in _OF_ONE_CLASS and _units(situation) > 1:
            text = Sentence(
                "The metric {0} compares the largest answers only, but of several labels all may be right", name
            )
        else:
            continue
        yield _replaced(situation, name, usual, True, text)


def always_right(situation: Situation) -> Iterator[Problem]:
    """Metrics that come out near 1 whatever is learned, because of the shape of the answer."""
    facts, units = situation.facts, _units(situation)
    if situation.sparse:
        return  # unmeasurable sees to all but accuracy
    for name in situation.recipe.metrics or ():
        if facts.task == "binary" and units == 1 and name in ("categorical_accuracy", "top_k_categorical_accuracy"):
            text = Sentence("The metric {0} is always 1 where the output has a single unit", name)
        elif facts.task == "classes" and name == "binary_accuracy":
            text = Sentence("The metric {0} asks every unit for yes or no, and most are rightly no: use accuracy", name)
        elif facts.task == "classes" and name == "top_k_categorical_accuracy" and 1 < units <= TOP:
            text = Sentence("The right class is always among the best {0} of {1}", TOP, units)
        elif facts.task == "regression" and name == "cosine_similarity" and facts.outputs == 1:
            text = Sentence("The metric {0} only tells the sign of a single number", name)
        else:
            continue
        yield _replaced(situation, name, "mae" if facts.task == "regression" else "accuracy", True, text)


def _units(situation: Situation) -> int:
    """How many units the widest Output has; 0 where that is not known."""
    return max((int(full_args(layer)["units"] or 0) for layer in situation.network.of_kind("Output")), default=0)


def _replaced(situation: Situation, name: str, better: str, is_caution: bool, text: Sentence) -> Problem:
    """*name* is to give way to *better*."""
    metrics = situation.recipe.metrics or ()
    changed = tuple(dict.fromkeys(better if metric == name else metric for metric in metrics))
    fix = use_recipe(Sentence("Use {0}", better), "metrics", changed)
    found = caution(text, None, fix)
    return found if is_caution else Problem(text, None, better, name, fix=fix)


METRIC_CAUTIONS: tuple[Caution, ...] = (unmeasurable, of_a_row, of_another_task, always_right)
