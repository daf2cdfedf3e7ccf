"""Losses and outputs that do not go together with each other or with the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nnviz.network.catalogue import full_args
from nnviz.network.problems import Problem
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.cautions.situation import Caution, Situation, caution, use_args, use_recipe
from nnviz.training.reading import closest
from nnviz.training.suggest import LOSSES, fitted_recipe

CLASS_LOSSES = tuple(name for name, (_, tasks) in LOSSES.items() if "regression" not in tasks)
SOFTMAX_LOSSES = tuple(name for name in LOSSES if "categorical_" in name and name.endswith("crossentropy"))
# The least and the largest number that an activation gives, where there is one.
RANGES = {
    "sigmoid": (0.0, 1.0), "hard_sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0), "tanh": (-1.0, 1.0),
    "hard_tanh": (-1.0, 1.0), "softsign": (-1.0, 1.0), "relu": (0.0, None), "relu6": (0.0, 6.0),
    "softplus": (0.0, None), "squareplus": (0.0, None), "exponential": (0.0, None), "log_sigmoid": (None, 0.0),
    "log_softmax": (None, 0.0), "sparsemax": (0.0, 1.0), "sparse_sigmoid": (0.0, 1.0), "sparse_plus": (0.0, None),
    "step": (0.0, 1.0),
}  # fmt: skip
MOST_NAMED = 6
_CHECKED_ELSEWHERE = ("sigmoid", "hard_sigmoid", "softmax")
_TASK_WORDS = {
    "regression": Sentence("a number"), "binary": Sentence("yes or no"), "classes": Sentence("one of several classes"),
    "labels": Sentence("several answers of yes or no"),
}  # fmt: skip


def loss_of_another_task(situation: Situation) -> Iterator[Problem]:
    """Each loss measures one kind of answer; on another it is small where the answer is bad."""
    loss, task = situation.loss, situation.facts.task
    if loss not in LOSSES or task in LOSSES[loss][1]:
        return
    if (task == "regression" and loss in CLASS_LOSSES and "crossentropy" in loss) or (
        task == "classes" and loss.startswith("binary_")
    ):
        return  # check.problems blocks these
    text = Sentence("The loss {0} is not for this target, which is {1}", loss, _TASK_WORDS[task])
    fix = use_recipe(_use(_suggested(situation)), "loss", _suggested(situation))
    blocks = task == "labels" and situation.sparse  # Keras cannot even compare the two
    yield Problem(text, None, _suggested(situation), loss, caution=not blocks, fix=fix)


def squared_error_for_classes(situation: Situation) -> Iterator[Problem]:
    """Where softmax is surely wrong its slope is nearly 0, and squared error has nothing to push it with."""
    if situation.facts.task == "classes" and situation.loss == "mse":
        yield caution(
            Sentence("Squared error learns classes slowly: where the answer is surely wrong its gradient is nearly 0"),
            None, use_recipe(_use("categorical_crossentropy"), "loss", "categorical_crossentropy"),
        )  # fmt: skip


def separate_probabilities(situation: Situation) -> Iterator[Problem]:
    """Categorical crossentropy looks at the right class alone, and takes it that the others lose what it wins."""
    if situation.loss in SOFTMAX_LOSSES and situation.answer in ("sigmoid", "hard_sigmoid") and situation.output:
        yield caution(
            Sentence("{0} is {1}, whose answers do not add up to 1: {2} needs softmax",
                     called(situation.output), situation.answer, situation.loss),
            situation.output, use_args(_use("softmax"), situation.output, "activation", "softmax"),
        )  # fmt: skip


def competing_labels(situation: Situation) -> Iterator[Problem]:
    """Softmax shares out a single 1, but of several labels all may be right at once."""
    if situation.facts.task == "labels" and situation.answer == "softmax" and situation.output:
        yield caution(
            Sentence("{0} is softmax, which can answer yes to one label only: use sigmoid", called(situation.output)),
            situation.output, use_args(_use("sigmoid"), situation.output, "activation", "sigmoid"),
        )  # fmt: skip


def hinge_on_one_side(situation: Situation) -> Iterator[Problem]:
    """A hinge asks for -1 or +1; an answer that is never below 0 cannot say no."""
    least = _range(situation)[0]
    if situation.loss in ("hinge", "squared_hinge") and least == 0 and situation.output:
        yield caution(
            Sentence("{0} is {1}, which is never below 0, but {2} wants answers on both sides of it: use linear",
                     called(situation.output), situation.answer, situation.loss),
            situation.output, use_args(_use("linear"), situation.output, "activation", "linear"),
        )  # fmt: skip


def divergence_of_no_distribution(situation: Situation) -> Iterator[Problem]:
    """The Kullback-Leibler divergence compares two distributions; other numbers can make it as small as they like."""
    if situation.loss == "kl_divergence" and situation.answer not in ("softmax", "sparsemax", "") and situation.output:
        yield caution(
            Sentence("{0} is {1}, but {2} expects probabilities: use {3}",
                     called(situation.output), situation.answer, situation.loss, "softmax"),
            situation.output, use_args(_use("softmax"), situation.output, "activation", "softmax"),
        )  # fmt: skip


def count_below_zero(situation: Situation) -> Iterator[Problem]:
    """Poisson takes the logarithm of the answer: below 0 that is NaN."""
    least, span = _range(situation)[0], situation.facts.target_range
    if span is not None and span[0] < 0:
        return  # another loss is needed, see negative_targets
    if situation.loss == "poisson" and situation.answer and (least is None or least < 0) and situation.output:
        yield caution(
            Sentence("{0} is {1}, which can answer below 0, where the loss poisson is not a number: use softplus",
                     called(situation.output), situation.answer),
            situation.output, use_args(_use("softplus"), situation.output, "activation", "softplus"),
        )  # fmt: skip


def target_out_of_reach(situation: Situation) -> Iterator[Problem]:
    """What an activation never gives cannot be learned (check.problems sees to sigmoid and softmax)."""
    span, output = situation.facts.target_range, situation.output
    if span is None or output is None or situation.answer in _CHECKED_ELSEWHERE:
        return
    least, most = _range(situation)
    if (least is not None and span[0] < least) or (most is not None and span[1] > most):
        yield caution(
            Sentence("{0} is {1}, which never gets to targets from {2} to {3}: use linear",
                     called(output), situation.answer, f"{span[0]:g}", f"{span[1]:g}"),
            output, use_args(_use("linear"), output, "activation", "linear"),
        )  # fmt: skip


def _range(situation: Situation) -> tuple[float | None, float | None]:
    """The least and the largest number that the output gives; None where there is none."""
    least, most = RANGES.get(situation.answer, (None, None))
    given = full_args(situation.output)["activation"] if situation.output is not None else None
    if situation.answer == "relu" and isinstance(given, Mapping):
        return None if given.get("negative_slope") else least, given.get("max_value")
    return least, most


def negative_targets(situation: Situation) -> Iterator[Problem]:
    """Logarithms and counts know nothing below 0; Keras takes it for 0 without a word."""
    span = situation.facts.target_range
    if span is not None and span[0] < 0 and situation.loss in ("msle", "poisson"):
        yield caution(
            Sentence("The loss {0} is for targets from 0 up, but the least one is {1}", situation.loss, f"{span[0]:g}"),
            None, use_recipe(_use("mse"), "loss", "mse"),
        )  # fmt: skip


def share_of_nothing(situation: Situation) -> Iterator[Problem]:
    """A percentage error divides by the target."""
    if situation.facts.target_range is not None and 0.0 in situation.facts.target_range and situation.loss == "mape":
        yield caution(
            Sentence("The loss mape divides by the target, but some targets are 0"),
            None, use_recipe(_use("mae"), "loss", "mae"),
        )  # fmt: skip


def weights_for_no_class(situation: Situation) -> Iterator[Problem]:
    """Class weights need classes, and names that are there: the engine refuses anything else."""
    weights, facts = situation.given.class_weight, situation.facts
    if weights is None:
        return
    if facts.task not in ("binary", "classes"):
        yield Problem(
            Sentence("Class weights are for classes, but the target is {0}", _TASK_WORDS[facts.task]),
            fix=use_recipe(Sentence("Take the class weights out"), "class_weight", None),
        )  # fmt: skip
        return
    numbers = [str(index) for index in range(max(2, facts.outputs))]
    for key in weights:
        if key not in (*facts.class_names, *numbers):
            yield _unknown_class(key, weights, facts.class_names or tuple(numbers))


def _unknown_class(key: str, weights: dict[str, float], names: tuple[str, ...]) -> Problem:
    meant = closest(key, names)
    rest = {name: weight for name, weight in weights.items() if name != key}
    if meant is not None and meant not in weights:
        text, value = Sentence("Rename it to {0}", meant), {**rest, meant: weights[key]}
    else:
        text, value = Sentence("Take it out"), rest
    listed = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
    sentence = Sentence("A class weight names the class '{0}', but the classes are {1}", key, listed)
    return Problem(sentence, None, listed, key, fix=use_recipe(text, "class_weight", value or None))


def weighted_twice(situation: Situation) -> Iterator[Problem]:
    """Rare classes that count more already do not need another weight."""
    if situation.given.class_weight and situation.facts.balance != "none":
        yield caution(
            Sentence("The data are balanced already, and class weights come on top: rare classes count twice"),
            None, use_recipe(Sentence("Take the class weights out"), "class_weight", None),
        )  # fmt: skip


def weightless_class(situation: Situation) -> Iterator[Problem]:
    """A class of weight 0 is never learned."""
    weights = situation.given.class_weight or {}
    for name in (name for name, weight in weights.items() if weight == 0):
        rest = {key: weight for key, weight in weights.items() if key != name}
        yield caution(
            Sentence("The class {0} has weight 0: nothing is learned from its rows", name),
            None, use_recipe(Sentence("Let it count as 1"), "class_weight", rest or None),
        )  # fmt: skip


def _suggested(situation: Situation) -> str:
    return str(fitted_recipe(type(situation.given)(), situation.facts).loss)


def _use(name: str) -> Sentence:
    return Sentence("Use {0}", name)


TARGET_CAUTIONS: tuple[Caution, ...] = (
    loss_of_another_task,
    squared_error_for_classes,
    separate_probabilities,
    competing_labels,
    hinge_on_one_side,
    divergence_of_no_distribution,
    count_below_zero,
    target_out_of_reach,
    negative_targets,
    share_of_nothing,
    weights_for_no_class,
    weighted_twice,
    weightless_class,
)
