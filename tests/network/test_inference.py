"""Fitting to the data, and problems said on the layer they concern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.network import edits, placing
from nnviz.network.facts import DataFacts, Task
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.spec import NetworkSpec
from tests.network.graphs import networks
from tests.network.test_edits import chain

IRIS = DataFacts((4,), "classes", 3, ("setosa", "versicolor", "virginica"), rows=(120, 30, 0))


@pytest.mark.parametrize(
    ("task", "outputs", "units", "activation"),
    [
        ("regression", 2, 2, "linear"),
        ("binary", 1, 1, "sigmoid"),
        ("classes", 3, 3, "softmax"),
        ("labels", 5, 5, "sigmoid"),
    ],
)
def test_input_and_output_fit_themselves_to_the_task(task: Task, outputs: int, units: int, activation: str) -> None:
    fitted = fit_to_data(chain("Input", "Output"), DataFacts((4,), task, outputs))
    assert fitted.layer("input").args == {"shape": (4,)}
    assert fitted.layer("output").args == {"units": units, "activation": activation}


def test_what_a_person_set_stays() -> None:
    network = edits.set_args(chain("Input", "Output"), "output", units=7, activation="relu")
    assert fit_to_data(network, IRIS).layer("output").args == {"units": 7, "activation": "relu"}


def test_softmax_on_a_binary_task_means_two_units() -> None:
    network = edits.set_args(chain("Input", "Output"), "output", activation="softmax")
    assert fit_to_data(network, DataFacts((2,), "binary", 1)).layer("output").args["units"] == 2


def test_pictures_enter_a_dense_layer_as_a_row_and_a_flatten_layer_as_pictures() -> None:
    digits = DataFacts((8, 8, 1), "classes", 10)
    assert fit_to_data(chain("Input", "Dense", "Output"), digits).layer("input").args["shape"] == (64,)
    assert fit_to_data(chain("Input", "Flatten", "Output"), digits).layer("input").args["shape"] == (8, 8, 1)


def test_parameters_are_counted_layer_by_layer() -> None:
    inference = infer(fit_to_data(edits.set_args(chain("Input", "Dense", "Output"), "hidden_1", units=6), IRIS))
    assert inference.parameters == {"input": 0, "hidden_1": 30, "output": 21}
    assert inference.total_parameters == 51


def test_a_layer_without_input_and_one_that_leads_nowhere_are_named() -> None:
    network = edits.remove_link(chain("Input", "Dense", "Output"), "input", "hidden_1")
    problems = {p.layer: p.text for p in infer(fit_to_data(network, IRIS)).problems}
    assert "leads nowhere" in problems["input"]
    assert "no input" in problems["hidden_1"]


def test_a_cycle_is_named_link_by_link_and_its_fix_breaks_it() -> None:
    network = edits.add_link(chain("Input", "Dense", "Dense", "Output"), "hidden_2", "hidden_1")
    (problem,) = [p for p in infer(fit_to_data(network, IRIS)).problems if "circle" in p.text]
    assert "hidden_1 -> hidden_2 -> hidden_1" in problem.text or "hidden_2 -> hidden_1 -> hidden_2" in problem.text
    assert problem.fix is not None
    assert problem.fix.args == ("hidden_2", "hidden_1")  # the link that closed the circle
    assert edits.remove_link(network, *problem.fix.args) == chain("Input", "Dense", "Dense", "Output")


def test_two_links_into_a_dense_layer_are_refused_and_the_fix_joins_them() -> None:
    network = edits.add_link(chain("Input", "Dense", "Output"), "input", "output")
    (problem,) = infer(fit_to_data(network, IRIS)).problems
    assert (problem.layer, problem.expected, problem.got) == ("output", "1", "2")
    assert problem.fix is not None
    fixed, _ = placing.insert_before(network, *problem.fix.args)
    inference = infer(fit_to_data(fixed, IRIS))
    assert inference.problems == ()
    assert inference.shapes["concatenate_1"] == (None, 8)


@given(networks(unknown=True), st.data())
def test_what_is_taken_over_from_before_an_edit_is_what_would_be_worked_out_anew(
    network: NetworkSpec, data: st.DataObject
) -> None:
    before = network, infer(network)
    chosen = data.draw(st.sampled_from([layer.id for layer in network.layers]))
    edited = data.draw(
        st.sampled_from(
            (
                edits.remove_layers(network, [chosen]),
                edits.set_args(network, chosen, units=3),
                edits.set_args(network, chosen, shape=(4, 4)),
                NetworkSpec(network.layers, network.links[1:]),
                NetworkSpec(network.layers, network.links[::-1]),
            )
        )
    )
    assert infer(edited, before) == infer(edited)
    assert infer(network, (edited, infer(edited))) == before[1]
