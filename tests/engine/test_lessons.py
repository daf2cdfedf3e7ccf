"""Every lesson comes to the result that it promises, trained by the engine from the project as it ships."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from nnviz.engine.races.ensembles import Ensembles
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project import lessons
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.training.diagnosis import Case, Drawn, diagnose
from nnviz.training.ensembles import JudgeEnsemble, Member
from nnviz.training.recipe import OptimizerSpec

NAMES = [name for chapter in lessons.chapters() for name in chapter.lessons if lessons.about(name).goals]
QUICK = ("or-gate", "xor-one-line", "xor-hidden-layer", "patients")


def trained(project: Project, folder: Path) -> tuple[Session, dict[str, float]]:
    """A session at the end of its run, and the figures of the last epoch."""
    session, last = Session(project, folder), {}
    while True:
        piece = session.advance(project.training.epochs)
        if len(piece.rows):
            last = dict(zip(piece.keys, piece.rows[-1].tolist(), strict=True))
        if piece.ending is not None:
            assert piece.ending in ("finished", "stopped_early")
            return session, last


def of_lesson(name: str, network: NetworkSpec | None = None, **recipe: Any) -> dict[str, float]:
    """The last epoch of the lesson *name*, with changes a person would make."""
    project = lessons.project(name)
    changed = replace(
        project, network=network or project.network, training=msgspec.structs.replace(project.training, **recipe)
    )
    return trained(changed, lessons.folder(name))[1]


def with_args(network: NetworkSpec, kind: str, **args: Any) -> NetworkSpec:
    """*network* with other arguments of all layers of *kind*."""
    return NetworkSpec(
        tuple(replace(layer, args={**layer.args, **args}) if layer.kind == kind else layer for layer in network.layers),
        network.links,
    )


@pytest.mark.parametrize("name", [pytest.param(n, marks=[] if n in QUICK else [pytest.mark.nightly]) for n in NAMES])
def test_it_comes_to_its_result(name: str) -> None:
    session, last = trained(lessons.project(name), lessons.folder(name))
    goals = lessons.about(name).goals
    test = session.evaluate("test") if any(goal.metric.startswith("test_") for goal in goals) else {}
    for goal in goals:
        figure = lessons.figure_of(goal, last, test)
        assert figure is not None, f"{goal.metric} is not measured: {sorted(last)}"
        assert goal.reached(figure), f"{goal.metric} came to {figure}"


@pytest.mark.nightly
def test_one_line_is_not_enough_for_mse_either() -> None:
    network = with_args(lessons.project("xor-one-line").network, "Output", activation="linear")
    assert of_lesson("xor-one-line", network, loss="mse")["loss"] == pytest.approx(0.25, abs=1e-3)


@pytest.mark.nightly
def test_class_weights_find_the_rare_class() -> None:
    project = lessons.project("rare-class")
    assert project.data is not None
    plain = of_lesson("rare-class")
    balanced = replace(project, data=msgspec.structs.replace(project.data, balance="weights"))
    weighed = trained(balanced, lessons.folder("rare-class"))[1]
    assert plain["val_recall"] < 0.3 < 0.7 <= weighed["val_recall"]
    assert weighed["val_accuracy"] < plain["val_accuracy"]


@pytest.mark.nightly
@pytest.mark.parametrize("activation", ["tanh", "relu", "leaky_relu"])
def test_what_lets_gradients_through_learns(activation: str) -> None:
    network = with_args(lessons.project("vanishing-gradients").network, "Dense", activation=activation)
    assert of_lesson("vanishing-gradients", network)["loss"] < 0.5


@pytest.mark.nightly
def test_the_first_gradient_is_millions_of_times_smaller() -> None:
    project = lessons.project("vanishing-gradients")
    session = Session(project, lessons.folder("vanishing-gradients"))
    session.advance(1)
    sizes = {layer.id: layer.gradient_norm for layer in session.layers().layers}
    assert 0 < sizes["hidden_1"] < 1e-5 * sizes["output"]


@pytest.mark.nightly
def test_a_straight_line_parts_no_ring() -> None:
    network = with_args(lessons.project("activations").network, "Dense", activation="linear")
    assert of_lesson("activations", network)["val_accuracy"] < 0.75


@pytest.mark.nightly
def test_the_race_has_two_winners_and_a_loser_that_only_wants_another_rate() -> None:
    own = lessons.project("optimizers").training.optimizer.args["learning_rate"]
    racers = (("SGD", own), ("Adam", own), ("RMSprop", own), ("SGD", 0.5))
    slow, *quick = (
        of_lesson("optimizers", optimizer=OptimizerSpec(kind, {"learning_rate": rate}))["loss"] for kind, rate in racers
    )
    assert max(quick) < 0.5 * slow


@pytest.mark.nightly
def test_where_the_network_turns_to_learning_by_heart_is_named_and_what_cures_it() -> None:
    project = lessons.project("overfitting")
    session, columns = Session(project, lessons.folder("overfitting")), []
    while len(columns) < project.training.epochs:
        columns += session.advance(project.training.epochs, 1).rows.tolist()
    loss, held = (np.array(columns)[:, session.keys.index(key)] for key in ("loss", "val_loss"))
    (found,) = diagnose(Case(session.network, session.dataset.facts, session.recipe, loss, held))
    assert found.code == "overfitting"
    assert found.epoch is not None
    assert abs(found.epoch - 1 - int(np.argmin(held))) <= 20
    drawn = Drawn(project.network, project.data, project.training)
    assert [way.title for way in found.remedies if way.change(drawn) != drawn] == [
        "Stop early", "Dropout 0.3", "L2 penalty", "Vary the pictures", "Half the units", "More samples"
    ]  # fmt: skip


@pytest.mark.nightly
def test_together_they_are_better_than_most_of_them_are_alone(tmp_path: Path) -> None:
    project, members, said = lessons.project("ensembles"), [], []
    for seed in range(5):
        one = replace(project, training=msgspec.structs.replace(project.training, seed=seed))
        session = trained(one, lessons.folder("ensembles"))[0]
        session.save_snapshot(tmp_path / f"{seed}.safetensors")
        members.append(Member(project_to_json(one), str(tmp_path / f"{seed}.safetensors")))
    ensembles = Ensembles(said.append, lambda _spec, _base: session.dataset)
    ensembles.handlers[JudgeEnsemble](JudgeEnsemble(1, tuple(members), "."))
    while ensembles.patience == 0.0:
        ensembles.work()
    *alone, average, vote, deciding = (one.scores["test"]["accuracy"] for one in said[-1].judged)
    assert min(average, vote, deciding) > np.mean(alone)
    assert max(average, deciding) > max(alone)
    assert 0.5 < said[-1].agreement["test"] < 0.95


@pytest.mark.nightly
def test_width_helps_most() -> None:
    network = lessons.project("width-and-depth").network
    wide = of_lesson("width-and-depth", with_args(network, "Dense", units=64))["val_accuracy"]
    layers = list(network.layers)
    more = tuple(LayerSpec(f"hidden_{number}", "Dense", {"units": 8, "activation": "relu"}) for number in (2, 3))
    deep = (*layers[:-1], *more, layers[-1])
    chain = NetworkSpec(deep, tuple((a.id, b.id) for a, b in itertools.pairwise(deep)))
    assert wide > of_lesson("width-and-depth")["val_accuracy"]
    assert wide > of_lesson("width-and-depth", chain)["val_accuracy"]


@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_the_other_recurrent_layers_forecast_as_well(kind: str) -> None:
    project = lessons.project("sequences")
    network = NetworkSpec(
        tuple(replace(layer, kind=kind) if layer.kind == "SimpleRNN" else layer for layer in project.network.layers),
        project.network.links,
    )
    assert of_lesson("sequences", network)["val_loss"] < 0.1


@pytest.mark.nightly
def test_letters_in_two_tables_of_pixels(tmp_path: Path) -> None:
    """Tables of the same form as the sign language's: 24 letters, 9 missing, 784 columns of pixels."""
    from nnviz.data.recognising import spec_of

    rng = np.random.default_rng(0)
    labels = [label for label in range(25) if label != 9]
    stamps = {label: rng.integers(0, 256, 784) for label in labels}
    for name, each in (("sign_mnist_train.csv", 12), ("sign_mnist_test.csv", 4)):
        rows = [
            [label, *np.clip(stamps[label] + rng.normal(0, 20, 784), 0, 255).astype(int)] for label in labels * each
        ]
        head = ",".join(["label", *(f"pixel{number}" for number in range(1, 785))])
        (tmp_path / name).write_text(head + "\n" + "\n".join(",".join(map(str, row)) for row in rows) + "\n")
    data = spec_of(tmp_path / "sign_mnist_train.csv")
    data = msgspec.structs.replace(data, validation_path=str(tmp_path / "sign_mnist_test.csv"))
    lesson = lessons.project("sign-letters")
    session, last = trained(replace(lesson, data=data), tmp_path)
    assert session.model.output_shape == (None, 24)
    assert last["val_accuracy"] > 0.9
