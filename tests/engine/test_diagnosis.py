"""The diagnosis of real runs, healthy ones and such as were made ill on purpose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from nnviz.data.spec import Builtin, DataSpec, Split
from nnviz.engine.session import Session
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.diagnosis import Case, Drawn, Finding, diagnose
from nnviz.training.diagnosis.case import NOT_FINITE
from nnviz.training.history import History
from nnviz.training.layer_history import LayerHistory
from nnviz.training.recipe import OptimizerSpec, Recipe
from nnviz.ui.document import first_project
from tests.engine.projects import chain, hidden

MOONS = Builtin(name="moons", split=Split(validation=0.2, test=0.0))

NOISY = Builtin(name="moons", samples=40, noise=0.5, split=Split(validation=0.5, test=0.0))


def run_of(network: NetworkSpec, data: DataSpec, epochs: int, rate: float = 0.001, kind: str = "Adam") -> Case:
    """A run of the real engine, measured now and then, as the window would."""
    recipe = Recipe(epochs=epochs, seed=1, optimizer=OptimizerSpec(kind, {"learning_rate": rate}))
    return case_of(Project(network, data, recipe))


def case_of(project: Project) -> Case:
    """*project* trained to its end."""
    session, history, figures = Session(project, Path()), History(), LayerHistory()
    figures.append(session.layers())
    while True:
        piece = session.advance(project.training.epochs, max(1, project.training.epochs // 12))
        if len(piece.rows):
            history.append(piece.first, piece.keys, piece.rows)
        figures.append(session.layers())
        if piece.ending is not None:
            break
    held = history.column("val_loss") if "val_loss" in history.keys else np.empty(0)
    loss = history.column("loss") if history.epochs else np.empty(0)
    session.close()
    broke = NOT_FINITE in piece.sentence
    return Case(session.network, session.dataset.facts, session.recipe, loss, held, figures, broke)


def first_of(case: Case) -> Finding:
    found = diagnose(case)
    assert found, "nothing was found"
    return found[0]


def cured(case: Case, title: str, data: DataSpec) -> Case:
    """The run again with the remedy *title*."""
    remedy = next(way for finding in diagnose(case) for way in finding.remedies if way.title == title)
    drawn = remedy.change(Drawn(case.network, data, case.recipe))
    assert drawn != Drawn(case.network, data, case.recipe)
    return case_of(Project(drawn.network, drawn.data, drawn.recipe))


class TestIll:
    def test_a_deep_sigmoid_network_has_a_vanishing_gradient(self) -> None:
        deep = chain(*(hidden(f"h{i}", 8, "sigmoid") for i in range(6)))
        case = run_of(deep, MOONS, 30)
        finding = first_of(case)
        assert (finding.code, finding.severity) == ("vanishing", "bad")
        assert finding.layers[0] == "h0"
        assert "out" not in finding.layers

    @pytest.mark.parametrize("kind", ["Adam", "SGD"])
    def test_a_learning_rate_of_ten(self, kind: str) -> None:
        case = run_of(chain(hidden(units=8, activation="tanh")), MOONS, 40, 10.0, kind)
        finding = first_of(case)
        assert finding.code == "rate_too_high"
        usual = {"Adam": "0.001", "SGD": "0.01"}[kind]
        assert finding.remedies[0].title == f"Learning rate {usual}"

    def test_a_learning_rate_of_a_ten_millionth(self) -> None:
        case = run_of(chain(hidden(units=8)), MOONS, 40, 1e-7)
        finding = first_of(case)
        assert finding.code == "rate_too_low"
        assert finding.remedies[0].title == "Learning rate 0.001"
        assert finding.remedies[0].goes_on

    def test_relu_with_a_bias_of_minus_ten_is_dead(self) -> None:
        bias = {"kind": "constant", "value": -10.0}
        case = run_of(chain(hidden(units=8, bias_initializer=bias)), MOONS, 40)
        finding = first_of(case)
        assert (finding.code, finding.layers) == ("dead_units", ("h1",))
        assert "Every unit of h1" in finding.sentence

    def test_weights_that_all_start_with_zero(self) -> None:
        layers = [hidden(f"h{i}", 8, "relu", kernel_initializer="zeros") for i in range(2)]
        case = run_of(chain(*layers), MOONS, 40)
        finding = first_of(case)
        assert (finding.code, finding.layers) == ("same_start", ("h0", "h1"))

    def test_numbers_that_become_infinite(self) -> None:
        network = chain(hidden(units=16), hidden("h2", 16))
        case = run_of(network, Builtin(name="diabetes"), 60, 1e6, "SGD")
        assert case.broke
        finding = first_of(case)
        assert finding.code == "not_a_number"

    def test_a_large_network_on_few_noisy_samples_learns_them_by_heart(self) -> None:
        case = run_of(chain(hidden(units=64), hidden("h2", 64)), NOISY, 300, 0.005)
        finding = first_of(case)
        assert finding.code == "overfitting"
        assert finding.epoch is not None
        best = int(np.argmin(case.validation)) + 1
        assert abs(finding.epoch - best) <= 0.15 * case.epochs
        assert [way.title for way in finding.remedies] == [
            "Stop early", "Dropout 0.3", "L2 penalty", "Half the units", "More samples"
        ]  # fmt: skip
        assert finding.evidence.mark == finding.epoch


@pytest.mark.nightly
class TestCured:
    def test_relu_cures_a_deep_sigmoid_network(self) -> None:
        case = run_of(chain(*(hidden(f"h{i}", 8, "sigmoid") for i in range(8))), MOONS, 60)
        again = cured(case, "Use relu", MOONS)
        assert not {f.code for f in diagnose(again)} & {"vanishing", "nothing_learned"}
        assert again.loss[-1] < 0.8 * case.loss[-1]

    def test_leaky_relu_wakes_dead_units(self) -> None:
        bias = {"kind": "constant", "value": -10.0}
        case = run_of(chain(hidden(units=8, bias_initializer=bias)), MOONS, 40)
        assert "dead_units" not in {f.code for f in diagnose(cured(case, "Use leaky relu", MOONS))}

    def test_random_weights_break_the_symmetry(self) -> None:
        layers = [hidden(f"h{i}", 8, "relu", kernel_initializer="zeros") for i in range(2)]
        case = run_of(chain(*layers), MOONS, 40)
        assert diagnose(cured(case, "Start from random weights", MOONS)) == ()

    @pytest.mark.parametrize("title", ["Dropout 0.3", "L2 penalty", "Half the units", "More samples", "Stop early"])
    def test_what_is_offered_against_overfitting_narrows_the_gap(self, title: str) -> None:
        case = run_of(chain(hidden(units=64), hidden("h2", 64)), NOISY, 300, 0.005)
        again = cured(case, title, NOISY)
        assert again.validation[-1] < case.validation[-1]


class TestHealthy:
    def test_the_first_project_of_the_window(self) -> None:
        first = first_project()
        recipe = msgspec.structs.replace(first.training, epochs=200)
        assert diagnose(case_of(replace(first, training=recipe))) == ()

    @pytest.mark.nightly
    def test_the_first_project_to_its_end_learns_some_rows_by_heart_and_nothing_worse_is_said(self) -> None:
        case = case_of(first_project())
        late = case.epochs * 3 // 4
        assert min(case.validation[late:]) > 1.1 * min(case.validation[:late])
        assert min(case.loss[late:]) < min(case.loss[:late])
        assert {finding.code for finding in diagnose(case)} == {"overfitting"}

    @pytest.mark.parametrize(
        ("name", "rate"), [("iris", 0.01), pytest.param("digits", 0.001, marks=[pytest.mark.nightly])]
    )
    def test_a_usual_network_on_usual_data(self, name: str, rate: float) -> None:
        data = Builtin(name=name, split=Split(validation=0.2, test=0.0))
        layers = [("flat", "Flatten", {})] if name == "digits" else []
        network = chain(*layers, hidden(units=32), hidden("h2", 16))
        assert diagnose(run_of(network, data, 60, rate)) == ()
