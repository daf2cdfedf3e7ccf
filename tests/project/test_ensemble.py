"""Several networks as one diagram: its shapes, its groups, and what cannot stand as one."""

from __future__ import annotations

import pytest

from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.ensemble import as_one
from tests.network.test_edits import chain

DIGITS = DataFacts((8, 8, 1), "classes", 10)


def test_a_network_that_takes_pictures_as_rows_stands_beside_one_that_takes_them_as_pictures() -> None:
    rows, pictures = chain("Input", "Dense", "Output"), chain("Input", "Flatten", "Output")
    whole = as_one([("rows", rows), ("pictures", pictures)], DIGITS)
    shapes = infer(whole).shapes
    assert not infer(whole).problems
    assert (shapes["input"], shapes["average"], shapes["output"]) == ((None, 8, 8, 1), (None, 10), (None, 10))
    assert whole.sources("average") == ("m1_output", "m2_output")
    assert whole.sources("m1_hidden_1") == ("m1_flatten_input",)
    assert [(group.name, group.collapsed) for group in whole.groups] == [("1. rows", True), ("2. pictures", True)]
    assert whole.layer("m1_output") == LayerSpec("m1_output", "Dense", {"units": 10, "activation": "softmax"})


def test_outputs_that_differ_and_several_inputs_are_refused() -> None:
    one = chain("Input", "Dense", "Output")
    wider = NetworkSpec(tuple(x.with_args(units=3) if x.kind == "Output" else x for x in one.layers), one.links)
    with pytest.raises(BadInput, match="outputs differ"):
        as_one([("a", one), ("b", wider)], DIGITS)
    two = NetworkSpec((*one.layers, LayerSpec("more", "Input")), (*one.links, ("more", "hidden_1")))
    with pytest.raises(BadInput, match="one Input and one Output"):
        as_one([("a", one), ("b", two)], DIGITS)
