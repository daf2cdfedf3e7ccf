"""Everything that keeps Train from being pressed, and what deserves a caution, before Keras sees any of it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from nnviz.data.dataset import LARGEST
from nnviz.network.catalogue import full_args, name_of
from nnviz.network.columns import input_columns, target_columns, target_names
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import Inference, infer
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.cautions.cautions import cautions
from nnviz.training.connections import unanswered, unknown_column
from nnviz.training.memory import WARNED_ABOVE, MemoryEstimate, estimate, size_text
from nnviz.training.methods.checks import method_problems
from nnviz.training.methods.kinds import ContrastiveDivergence, QLearning
from nnviz.training.methods.q_learning import game_problems
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe

_CROSSENTROPIES = (
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
    "categorical_focal_crossentropy",
)
_BINARY_LOSSES = ("binary_crossentropy", "binary_focal_crossentropy")


def problems(
    network: NetworkSpec,
    facts: DataFacts | None,
    recipe: Recipe,
    free: int | None = None,
    known: tuple[NetworkSpec, Inference, MemoryEstimate | None] | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with *network* (as drawn), the data or *recipe*, those that block first.

    Args:
        network: as drawn.
        facts: of the data; None while there are none.
        recipe: how it is to be trained.
        free: bytes of memory that training may take in all; None to let it take what it wants.
        known: the network fitted to the data, what was inferred of it and what its training takes, where these are
            known already.
    """
    fitted = fit_to_data(network, facts) if known is None else known[0]
    inference = infer(fitted) if known is None else known[1]
    found = list(recipe_problems(recipe))
    if facts is None:
        fix = Fix(Sentence("Choose data…"), "choose_data")
        found.append(Problem(Sentence("There are no data to learn from: choose some"), fix=fix))
    else:
        found += game_problems(facts, recipe)
        if recipe.method is None or isinstance(recipe.method, ContrastiveDivergence | QLearning):
            found += data_problems(fitted, inference, facts, recipe)
        if recipe.method is None:
            found += cautions(fitted, facts, recipe)
        else:
            found += method_problems(fitted, inference, facts, recipe)
        found += _memory(estimate(fitted, inference, facts, recipe) if known is None else known[2], free)
    structural = tuple(p for p in inference.problems if facts is not None or "waits for the data" not in p.text)
    return tuple(sorted((*structural, *found), key=lambda problem: problem.caution))


def _memory(needed: MemoryEstimate | None, free: int | None) -> Iterator[Problem]:
    """More than there is, or nearly."""
    if needed is None or free is None or needed.total <= WARNED_ABOVE * free:
        return
    need, have, blocks = size_text(needed.total), size_text(free), needed.total > free
    batch = needed.batch_within(WARNED_ABOVE * free) if needed.largest == "activations" else None
    yield Problem(
        Sentence("Training needs about {0} of memory, but {1} are free: {2}", need, have, needed.advice)
        if blocks
        else Sentence("Training needs about {0} of {1} free memory: {2}", need, have, needed.advice),
        needed.heaviest if needed.largest == "weights" else None,
        f"at most {have}", need, caution=not blocks,
        fix=Fix(Sentence("Use batches of {0}", batch), "set_recipe", ("batch_size", batch)) if batch else None,
    )  # fmt: skip


def recipe_problems(recipe: Recipe) -> Iterator[Problem]:
    """What no training could be run with."""
    if recipe.epochs < 1:
        text = Sentence("Epochs must be at least 1, not {0}", recipe.epochs)
        yield Problem(text, None, "1", str(recipe.epochs))
    if recipe.batch_size < 1:
        text = Sentence("The batch size must be at least 1, not {0}", recipe.batch_size)
        yield Problem(text, None, "1", str(recipe.batch_size))
    rate = recipe.optimizer.args.get("learning_rate")
    if isinstance(rate, int | float) and not 0 < rate <= LARGEST:  # NaN is not
        text = Sentence("The learning rate must be a number above 0, not {0}", rate)
        yield Problem(text, None, "above 0", str(rate))


def data_problems(fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """What does not go together between data, layers and loss."""
    if not facts.rows[0]:
        yield Problem(Sentence("The training part is empty: give it some rows"), None, "at least 1 row", "0 rows")
    for layer in fitted.of_kind("Input"):
        yield from _input(layer, facts)
    for layer in fitted.layers:
        if layer.kind != "Output" and name_of(full_args(layer).get("activation")) == "softmax":
            yield from _lonely_softmax(layer, inference)
    for layer in fitted.of_kind("Output"):
        yield from _output(layer, inference, facts, fitted_recipe(recipe, facts))
    yield from unanswered(fitted, facts)
    rules = [
        (recipe.stop_early, Sentence("Stopping early watches the validation part, but there is none")),
        (recipe.reduce_on_plateau, Sentence("Reducing the rate watches the validation part, but there is none")),
    ]
    blind = [text for rule, text in rules if rule is not None and rule.monitor.startswith("val_")]
    if not facts.rows[1] and blind:
        yield Problem(
            blind[0],
            None, "some validation rows", "0 rows",
            fix=Fix(Sentence("Keep 20 % for validation"), "set_data", ("validation", 0.2)),
        )  # fmt: skip


def _input(layer: LayerSpec, facts: DataFacts) -> Iterator[Problem]:
    shape = full_args(layer)["shape"]
    size = math.prod(shape) if shape else 0
    try:
        columns = input_columns(layer, facts)
    except KeyError as error:
        yield unknown_column(layer, "columns", error.args[0], facts.feature_names)
        return
    given = facts.features if columns is None else len(columns)
    if shape and size != given:
        expected, got = _numbers(size), _numbers(given)
        yield Problem(
            Sentence("{0} expects {1} a sample, but the data have {2}", called(layer), expected, given),
            layer.id, expected, got, fix=Fix(Sentence("Follow the data"), "set_args", (layer.id, "shape", None)),
        )  # fmt: skip


def _numbers(count: int) -> Sentence:
    return Sentence("1 number") if count == 1 else Sentence("{0} numbers", count)


def _output(layer: LayerSpec, inference: Inference, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    args, loss = full_args(layer), recipe.loss
    shape = inference.shapes.get(layer.id)
    if shape is None or args["units"] is None:
        return
    try:
        columns = target_columns(layer, facts)
    except KeyError as error:
        yield unknown_column(layer, "targets", error.args[0], target_names(facts))
        return
    if facts.target_shape and math.prod(size or 1 for size in shape[1:]) == facts.outputs:
        # The sample itself, in whatever shape.
        yield from _pairing(layer, name_of(args["activation"]) or "linear", facts, loss)
        return
    if len(shape) != 2:
        yield Problem(
            Sentence(
                "{0} answers in shape {1}, but the target is one row of numbers: flatten before it",
                called(layer), shape[1:],
            ),
            layer.id, "1 dimension", f"{len(shape) - 1} dimensions",
            fix=Fix(Sentence("Insert {0}", "Flatten"), "insert_before", (layer.id, "Flatten")),
        )  # fmt: skip
    units, activation = args["units"], name_of(args["activation"]) or "linear"
    one_hot = facts.task == "binary" and units == 2 and loss not in _BINARY_LOSSES
    asked = facts.outputs if columns is None else len(columns)
    wanted = asked if facts.task != "binary" else (2 if one_hot or loss in _CROSSENTROPIES else 1)
    follow = Fix(Sentence("Follow the data"), "set_args", (layer.id, "units", None))
    # A softmax that is too wide for the numbers of several classes trains; too narrow it reads past its end.
    wide = loss == "sparse_categorical_crossentropy" and facts.task != "binary" and units > wanted
    if units != wanted and not wide:
        have = Sentence("1 unit") if units == 1 else Sentence("{0} units", units)
        yield Problem(
            Sentence("{0} has {1}, but the data have {2}", called(layer), have, _answers(facts, wanted))
            if facts.task != "binary"
            else Sentence("{0} has {1}, but {2} on a yes-or-no target needs {3}", called(layer), have, loss, wanted),
            layer.id, f"{wanted} units", f"{units} units", fix=_binary_fix(units, activation, loss, follow, facts),
        )  # fmt: skip
    elif activation == "softmax":
        yield from _lonely_softmax(layer, inference)
    yield from _pairing(layer, activation, facts, loss)


def _lonely_softmax(layer: LayerSpec, inference: Inference) -> Iterator[Problem]:
    shape = inference.shapes.get(layer.id)
    if shape is not None and shape[-1] == 1:
        yield Problem(
            Sentence("{0} has softmax on a single unit, which always answers 1: use sigmoid", called(layer)),
            layer.id, "sigmoid", "softmax",
            fix=Fix(Sentence("Use {0}", "sigmoid"), "set_args", (layer.id, "activation", "sigmoid")),
        )  # fmt: skip


def _answers(facts: DataFacts, count: int) -> Sentence:
    if facts.task == "classes":
        return Sentence("{0} classes", count)
    return Sentence("{0} labels", count) if facts.task == "labels" else Sentence("{0} target values", count)


def _binary_fix(units: int, activation: str, loss: str | None, follow: Fix, facts: DataFacts) -> Fix:
    if facts.task == "binary" and units == 2 and activation == "softmax":  # which is for yes and no, a unit each
        return Fix(Sentence("Use categorical crossentropy"), "set_recipe", ("loss", "categorical_crossentropy"))
    if facts.task == "binary" and units == 1 and loss in _CROSSENTROPIES:
        return Fix(Sentence("Use binary crossentropy"), "set_recipe", ("loss", "binary_crossentropy"))
    return follow


def _pairing(layer: LayerSpec, activation: str, facts: DataFacts, loss: str | None) -> Iterator[Problem]:
    if facts.task == "classes" and loss in _BINARY_LOSSES:
        yield Problem(
            Sentence("Binary crossentropy is for yes or no, but the data have {0} classes", facts.outputs),
            layer.id, "categorical crossentropy", "binary crossentropy",
            fix=Fix(Sentence("Use categorical crossentropy"), "set_recipe", ("loss", "categorical_crossentropy")),
        )  # fmt: skip
    shares = facts.target_range is not None and facts.target_range[0] >= 0 and facts.target_range[1] <= 1
    if facts.task == "regression" and loss in _BINARY_LOSSES and shares and activation in ("sigmoid", "hard_sigmoid"):
        return  # shares of 1, as the grey of a picture: their crossentropy is least where they are met
    if facts.task == "regression" and loss in (*_BINARY_LOSSES, *_CROSSENTROPIES):
        yield Problem(
            Sentence("{0} is for classes, but the target is a number: use mean squared error", loss),
            layer.id, "mse", str(loss), fix=Fix(Sentence("Use mean squared error"), "set_recipe", ("loss", "mse")),
        )  # fmt: skip
    bounded = {"sigmoid", "softmax", "hard_sigmoid"}
    if loss in (*_BINARY_LOSSES, *_CROSSENTROPIES) and activation not in bounded and facts.task != "regression":
        good = "softmax" if loss in _CROSSENTROPIES else "sigmoid"
        yield Problem(
            Sentence("{0} is {1}, but {2} expects probabilities: use {3}", called(layer), activation, loss, good),
            layer.id, good, activation, caution=True,
            fix=Fix(Sentence("Use {0}", good), "set_args", (layer.id, "activation", good)),
        )  # fmt: skip
    if facts.task == "regression" and activation in bounded and not shares:
        yield Problem(
            Sentence("{0} is {1}, which cannot answer below 0 or above 1: use linear", called(layer), activation),
            layer.id, "linear", activation, caution=True,
            fix=Fix(Sentence("Use {0}", "linear"), "set_args", (layer.id, "activation", "linear")),
        )  # fmt: skip
