"""Combinations that make no sense: each is found, its fix takes it away, and what makes sense is left in peace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from nnviz.data.load import load
from nnviz.data.spec import Builtin, BuiltinName
from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates import TEMPLATES
from nnviz.sentences import Sentence
from nnviz.training.cautions.cautions import CAUTIONS
from nnviz.training.cautions.situation import Situation
from nnviz.training.check import problems
from nnviz.training.methods.kinds import QLearning
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import Recipe, ReduceOnPlateau, StopEarly
from nnviz.training.schedules import new_schedule, total_steps
from nnviz.training.suggest import LOSSES, METRICS, suggestions

IRIS = DataFacts(
    (4,), "classes", 3, ("setosa", "versicolor", "virginica"), rows=(120, 30, 0), class_counts=(40, 40, 40)
)
MOONS = DataFacts((2,), "binary", 1, ("A", "B"), rows=(240, 60, 0), class_counts=(120, 120))
AGES = DataFacts((3,), "regression", 1, rows=(100, 20, 0), target_range=(-5.0, 80.0))
TAGS = DataFacts((3,), "labels", 4, ("a", "b", "c", "d"), rows=(100, 20, 0))
PICTURES = DataFacts((8, 8, 1), "regression", 64, rows=(100, 20, 0), target_shape=(8, 8, 1))
UNET = TEMPLATES["unet"].network(PICTURES)
UNSEEN = replace(MOONS, rows=(300, 0, 0))
NETWORK = NetworkSpec()
for kind in ("Input", "Dense", "Output"):
    NETWORK, last = edits.add_layer(NETWORK, kind, after=NETWORK.layers[-1].id if NETWORK.layers else None)
ADAM, COSINE = Recipe(), {"kind": "CosineDecay", "initial_learning_rate": 0.001, "decay_steps": 400}
EXPONENTIAL = {"kind": "ExponentialDecay", "initial_learning_rate": 0.001, "decay_steps": 100, "decay_rate": 0.5}


def chain(*kinds: str, **args: Any) -> NetworkSpec:
    """Input, layers of *kinds* and Output in a chain; *args* are set in the last of them."""
    network, before = edits.add_layer(NetworkSpec(), "Input")
    for kind in kinds:
        network, before = edits.add_layer(network, kind, after=before, **(args if kind == kinds[-1] else {}))
    return edits.add_layer(network, "Output", after=before)[0]


def answering(activation: Any) -> NetworkSpec:
    return edits.set_args(NETWORK, "output", activation=activation)


def optimizer(kind: str = "Adam", **args: Any) -> Recipe:
    return Recipe().with_optimizer(kind, **args)


def rate(schedule: dict[str, Any], **recipe: Any) -> Recipe:
    return msgspec.structs.replace(optimizer(learning_rate=schedule), **recipe)


STOP, PLATEAU = StopEarly(), ReduceOnPlateau(patience=5)
# check, a network, facts and a recipe that it speaks about
CASES: tuple[tuple[str, NetworkSpec, DataFacts, Recipe], ...] = (
    ("softmax_inside", chain("Dense", activation="softmax"), IRIS, ADAM),
    ("softmax_inside", chain("Dense", "Activation", activation="softmax"), IRIS, ADAM),
    ("no_slope", chain("Dense", activation="step"), MOONS, ADAM),
    ("no_slope", answering("step"), MOONS, ADAM),
    ("no_nonlinearity", chain("Dense", activation="linear"), MOONS, ADAM),
    ("no_nonlinearity", edits.set_args(chain("Dense", "Dropout"), "hidden_1", activation="linear"), IRIS, ADAM),
    ("equal_start", chain("Dense", kernel_initializer="zeros"), IRIS, ADAM),
    ("equal_start", chain("Dense", kernel_initializer="ones"), AGES, ADAM),
    ("equal_start", chain("Dense", kernel_initializer={"kind": "constant", "value": 0.5}), AGES, ADAM),
    ("heavy_dropout", chain("Dense", "Dropout", rate=0.9), IRIS, ADAM),
    ("norm_after_dropout", chain("Dense", "Dropout", "BatchNormalization"), IRIS, ADAM),
    ("norm_after_dropout", chain("Dense", "Dropout", "Activation", "BatchNormalization"), IRIS, ADAM),
    ("norm_of_one_row", chain("Dense", "BatchNormalization"), IRIS, Recipe(batch_size=1)),
    ("norm_that_never_settles", chain("Dense", "BatchNormalization"), IRIS, Recipe(epochs=5)),
    ("norm_that_never_settles", chain("Dense", "BatchNormalization", momentum=1.0), IRIS, ADAM),
    ("decayed_twice", chain("Dense", kernel_regularizer="l2"), IRIS, optimizer("AdamW")),
    ("decayed_twice", chain("Dense", kernel_regularizer="l1_l2"), IRIS, optimizer("SGD", weight_decay=0.01)),
    ("decayed_twice", chain("Dense", kernel_regularizer={"kind": "l2", "l2": 0.1}), IRIS, optimizer("AdamW")),
    ("loss_of_another_task", NETWORK, MOONS, Recipe(loss="huber")),
    ("loss_of_another_task", NETWORK, IRIS, Recipe(loss="mae")),
    ("loss_of_another_task", NETWORK, AGES, Recipe(loss="hinge")),
    ("loss_of_another_task", NETWORK, TAGS, Recipe(loss="categorical_crossentropy")),
    ("squared_error_for_classes", NETWORK, IRIS, Recipe(loss="mse")),
    ("squared_error_for_classes", answering("sigmoid"), IRIS, Recipe(loss="mse")),
    ("separate_probabilities", answering("sigmoid"), IRIS, ADAM),
    ("separate_probabilities", answering("sigmoid"), IRIS, Recipe(loss="sparse_categorical_crossentropy")),
    ("competing_labels", answering("softmax"), TAGS, ADAM),
    ("hinge_on_one_side", NETWORK, MOONS, Recipe(loss="hinge")),
    ("hinge_on_one_side", answering("relu"), MOONS, Recipe(loss="squared_hinge")),
    ("divergence_of_no_distribution", answering("relu"), IRIS, Recipe(loss="kl_divergence")),
    ("count_below_zero", NETWORK, replace(AGES, target_range=(0.0, 9.0)), Recipe(loss="poisson")),
    ("target_out_of_reach", answering("relu"), AGES, ADAM),
    ("target_out_of_reach", answering({"kind": "relu", "max_value": 9.0}), replace(AGES, target_range=(0.0, 80.0)),
     ADAM),
    ("target_out_of_reach", answering("tanh"), replace(AGES, target_range=(0.0, 80.0)), ADAM),
    ("negative_targets", NETWORK, AGES, Recipe(loss="msle")),
    ("negative_targets", answering("softplus"), AGES, Recipe(loss="poisson")),
    ("share_of_nothing", NETWORK, replace(AGES, target_range=(0.0, 9.0)), Recipe(loss="mape")),
    ("weighted_twice", NETWORK, replace(IRIS, balance="over"), Recipe(class_weight={"setosa": 2.0})),
    ("weightless_class", NETWORK, IRIS, Recipe(class_weight={"setosa": 0.0, "virginica": 2.0})),
    ("of_another_task", NETWORK, AGES, Recipe(metrics=("accuracy",))),
    ("of_another_task", NETWORK, AGES, Recipe(metrics=("mae", "auc"))),
    ("of_another_task", NETWORK, AGES, Recipe(metrics=("f1_score",))),
    ("of_another_task", NETWORK, IRIS, Recipe(metrics=("r2_score", "accuracy"))),
    ("of_another_task", NETWORK, MOONS, Recipe(metrics=("mape",))),
    ("of_another_task", NETWORK, TAGS, Recipe(metrics=("accuracy",))),
    ("always_right", NETWORK, MOONS, Recipe(metrics=("categorical_accuracy",))),
    ("always_right", NETWORK, IRIS, Recipe(metrics=("binary_accuracy",))),
    ("always_right", NETWORK, IRIS, Recipe(metrics=("top_k_categorical_accuracy",))),
    ("always_right", NETWORK, AGES, Recipe(metrics=("cosine_similarity",))),
    ("unusual_rate", NETWORK, IRIS, optimizer(learning_rate=1.0)),
    ("unusual_rate", NETWORK, IRIS, optimizer(learning_rate=1e-9)),
    ("unusual_rate", NETWORK, IRIS, optimizer("Adadelta")),
    ("unusual_rate", NETWORK, IRIS, optimizer("Lion", learning_rate=0.01)),
    ("unusual_rate", NETWORK, IRIS, rate({**COSINE, "initial_learning_rate": 3.0})),
    ("unusual_rate", NETWORK, IRIS, rate({**COSINE, "warmup_target": 0.5, "warmup_steps": 9})),
    ("endless_memory", NETWORK, IRIS, optimizer("SGD", momentum=1.0)),
    ("endless_memory", NETWORK, IRIS, optimizer("RMSprop", rho=1.0)),
    ("endless_memory", NETWORK, IRIS, optimizer(use_ema=True, ema_momentum=1.0)),
    ("nesterov_without_momentum", NETWORK, IRIS, optimizer("SGD", nesterov=True)),
    ("average_nobody_asked_for", NETWORK, IRIS, optimizer(ema_overwrite_frequency=5)),
    ("average_thrown_away", NETWORK, IRIS, msgspec.structs.replace(optimizer(use_ema=True), stop_early=STOP)),
    ("rare_updates", NETWORK, IRIS, optimizer(gradient_accumulation_steps=5)),
    ("rare_updates", NETWORK, IRIS, optimizer(gradient_accumulation_steps=1000)),
    ("schedule_for_the_schedule_free", NETWORK, IRIS, optimizer("ScheduleFreeAdamW", learning_rate=COSINE)),
    ("growing_decay", NETWORK, IRIS, rate({**EXPONENTIAL, "decay_rate": 1.25})),
    ("warmup_to_nowhere", NETWORK, IRIS, rate({**COSINE, "warmup_steps": 40})),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate({**COSINE, "decay_steps": 40})),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate({**COSINE, "decay_steps": 100_000})),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate({**EXPONENTIAL, "decay_steps": 100_000})),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate({**EXPONENTIAL, "decay_steps": 1})),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate(
        {"kind": "PiecewiseConstantDecay", "boundaries": [5000], "values": [0.01, 0.001]})),
    ("batch_of_everything", NETWORK, IRIS, Recipe(batch_size=512)),
    ("endless_patience", NETWORK, IRIS, Recipe(epochs=10, stop_early=STOP)),
    ("endless_patience", NETWORK, IRIS, Recipe(epochs=4, reduce_on_plateau=PLATEAU)),
    ("watching_the_training_part", NETWORK, IRIS, Recipe(stop_early=StopEarly(monitor="loss"))),
    ("stops_before_the_plateau", NETWORK, IRIS, Recipe(stop_early=STOP, reduce_on_plateau=ReduceOnPlateau())),
    ("stops_before_the_plateau", NETWORK, IRIS,
     Recipe(stop_early=StopEarly(patience=0), reduce_on_plateau=ReduceOnPlateau(patience=0))),
    ("floor_above_the_rate", NETWORK, IRIS, Recipe(reduce_on_plateau=ReduceOnPlateau(min_lr=0.01))),
)  # fmt: skip
# The same, where the engine or Keras would refuse or run into an error.
BLOCKING: tuple[tuple[str, NetworkSpec, DataFacts, Recipe], ...] = (
    ("loss_of_another_task", NETWORK, TAGS, Recipe(loss="sparse_categorical_crossentropy")),
    ("weights_for_no_class", NETWORK, IRIS, Recipe(class_weight={"setoza": 2.0, "virginica": 1.0})),
    ("weights_for_no_class", NETWORK, IRIS, Recipe(class_weight={"7": 2.0})),
    ("weights_for_no_class", NETWORK, AGES, Recipe(class_weight={"0": 2.0})),
    ("unmeasurable", NETWORK, IRIS, Recipe(loss="sparse_categorical_crossentropy", metrics=("categorical_accuracy",))),
    ("unmeasurable", NETWORK, IRIS, Recipe(loss="sparse_categorical_crossentropy", metrics=("f1_score",))),
    ("unmeasurable", NETWORK, IRIS, Recipe(metrics=("sparse_categorical_accuracy",))),
    ("of_a_row", UNET, PICTURES, Recipe(metrics=("r2_score",))),
    ("of_a_row", edits.add_layer(UNET, "Output", after=UNET.links[-1][0])[0], PICTURES, Recipe(metrics=("f1_score",))),
    ("unmeasurable", edits.add_layer(NETWORK, "Output", after="hidden_1")[0], IRIS,
     Recipe(metrics=("sparse_categorical_accuracy",))),
    ("two_clips", NETWORK, IRIS, optimizer(clipnorm=1.0, clipvalue=0.5)),
    ("two_clips", NETWORK, IRIS, optimizer(clipnorm=1.0, clipvalue=0.5, global_clipnorm=2.0)),
    ("schedule_that_misses_the_run", NETWORK, IRIS, rate(
        {"kind": "CosineDecayRestarts", "initial_learning_rate": 0.001, "first_decay_steps": 20, "t_mul": 0.5})),
    ("unmeasured_monitor", NETWORK, IRIS, Recipe(stop_early=StopEarly(monitor="val_acuracy"))),
    ("unmeasured_monitor", NETWORK, UNSEEN, Recipe(reduce_on_plateau=ReduceOnPlateau(monitor="f1"))),
    ("plateau_on_a_schedule", NETWORK, IRIS, rate(COSINE, reduce_on_plateau=PLATEAU)),
)  # fmt: skip


def found(check: str, network: NetworkSpec, facts: DataFacts, recipe: Recipe) -> list[Problem]:
    """What the check called *check* says."""
    function = next(item for item in CAUTIONS if item.__name__ == check)
    return list(function(Situation(fit_to_data(network, facts), facts, recipe)))


def applied(fix: Fix | None, network: NetworkSpec, recipe: Recipe) -> tuple[NetworkSpec, Recipe]:
    """Network and recipe after *fix*, as the document carries it out."""
    assert fix is not None
    if fix.edit == "set_recipe":
        return network, msgspec.structs.replace(recipe, **{fix.args[0]: fix.args[1]})
    if fix.edit == "set_args":
        layer_id, name, value = fix.args
        return edits.set_args(network, layer_id, **{name: value}), recipe
    assert fix.edit == "remove_layers"
    return edits.remove_layers(network, *fix.args), recipe


@pytest.mark.parametrize(("check", "network", "facts", "recipe"), [*CASES, *BLOCKING], ids=lambda item: (
    item if isinstance(item, str) else ""))  # fmt: skip
def test_it_is_found_and_its_fix_takes_it_away(
    check: str, network: NetworkSpec, facts: DataFacts, recipe: Recipe
) -> None:
    (problem, *_) = found(check, network, facts, recipe)
    assert isinstance(problem.text, Sentence)
    assert problem in problems(network, facts, recipe)
    changed_network, changed_recipe = applied(problem.fix, network, recipe)
    left = problems(changed_network, facts, changed_recipe)
    assert problem.text not in [other.text for other in left]
    assert not [p for p in left if not p.caution], "the fix must not make it worse"


@pytest.mark.parametrize(("check", "network", "facts", "recipe"), CASES)
def test_a_caution_does_not_block(check: str, network: NetworkSpec, facts: DataFacts, recipe: Recipe) -> None:
    assert all(problem.caution for problem in found(check, network, facts, recipe))


@pytest.mark.parametrize(("check", "network", "facts", "recipe"), BLOCKING)
def test_what_cannot_run_blocks(check: str, network: NetworkSpec, facts: DataFacts, recipe: Recipe) -> None:
    assert not any(problem.caution for problem in found(check, network, facts, recipe))


def test_every_check_is_tested() -> None:
    assert {item.__name__ for item in CAUTIONS} == {case[0] for case in (*CASES, *BLOCKING)}


@pytest.mark.parametrize("name", get_args(BuiltinName))
@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_the_data_that_ship_are_trained_in_peace(name: BuiltinName, activation: str) -> None:
    facts = load(Builtin(name=name), Path()).facts
    network = chain("Dense", "Dense", activation=activation)
    recipe = Recipe(method=QLearning() if facts.game else None)
    assert problems(network, facts, recipe) == ()
    assert problems(chain(), facts, recipe) == ()
    for part, suggestion in suggestions(recipe, facts).items():
        assert part == "learning_rate" or part in Recipe.__struct_fields__
        if part == "learning_rate":
            recipe = recipe.with_optimizer(learning_rate=suggestion.value)
        elif part != "optimizer":
            recipe = msgspec.structs.replace(recipe, **{part: suggestion.value})
    assert problems(network, facts, recipe) == ()


def test_what_textbooks_do_is_left_in_peace() -> None:
    """Gates by a perceptron with squared error, XOR by RMSprop, a batch of all rows, step decay, ridge by SGD."""
    gate = DataFacts((2,), "binary", 1, ("0", "1"), rows=(4, 0, 0), class_counts=(2, 2))
    perceptron = edits.set_args(chain(), "output", activation="linear")
    sgd = Recipe(loss="mse", metrics=("accuracy",), epochs=500).with_optimizer("SGD")
    assert problems(perceptron, gate, sgd) == ()
    assert problems(chain("Dense"), gate, msgspec.structs.replace(sgd.with_optimizer("RMSprop"), epochs=500)) == ()
    assert problems(NETWORK, IRIS, msgspec.structs.replace(sgd, loss=None, batch_size=120)) == ()
    steps = {"kind": "PiecewiseConstantDecay", "boundaries": [130, 260], "values": [0.1, 0.01, 0.001]}
    assert problems(NETWORK, IRIS, optimizer("SGD", learning_rate=steps, momentum=0.9, nesterov=True)) == ()
    assert problems(chain("Dense", kernel_regularizer="l2"), AGES, optimizer("SGD")) == ()
    norms = chain("Dense", "BatchNormalization", "Activation", "Dropout", "Dense", "Dropout", rate=0.5)
    assert problems(norms, IRIS, Recipe(stop_early=STOP, reduce_on_plateau=PLATEAU)) == ()


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_the_defaults_of_keras_are_left_in_peace(kind: str) -> None:
    expected = {"unusual"} if kind == "Adadelta" else set()  # Keras's own 0.001 hardly moves anything
    texts = [problem.text for problem in problems(NETWORK, IRIS, optimizer(kind))]
    assert len(texts) == len(expected), texts


@pytest.mark.parametrize("kind", SCHEDULES)
def test_a_new_schedule_suits_the_run(kind: str) -> None:
    schedule = new_schedule(kind, 0.001, total_steps(Recipe(), 120))
    assert problems(NETWORK, IRIS, rate(schedule)) == ()


@pytest.mark.parametrize("facts", [IRIS, MOONS, AGES, TAGS])
def test_every_fix_of_any_loss_and_metric_leads_to_peace(facts: DataFacts) -> None:
    """Whatever a person chooses, pressing the buttons one after another ends, and nothing is left."""
    for loss in LOSSES:
        for metric in METRICS:
            network, recipe = NETWORK, Recipe(loss=loss, metrics=(metric,))
            for _ in range(6):
                left = [p for p in problems(network, facts, recipe) if p.fix is not None]
                if not left:
                    break
                network, recipe = applied(left[0].fix, network, recipe)
            assert problems(network, facts, recipe) == (), (loss, metric)
