"""The table of the methods: every method and every argument of it is there, with a range that holds what is usual."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from nnviz.errors import BadInput
from nnviz.training.json_form import recipe_from_json, recipe_to_json
from nnviz.training.methods.kinds import Adversarial, Method
from nnviz.training.methods.terms import METHODS, MethodArgument, kind_of
from nnviz.training.recipe import Recipe

ARGUMENTS = [(kind.method, argument) for kind in METHODS for argument in kind.args]


def test_every_method_is_there_and_every_argument_of_it() -> None:
    assert {type(kind.method) for kind in METHODS} == {type(None), *get_args(Method)}
    for kind in METHODS:
        fields = [] if kind.method is None else [field.name for field in msgspec.structs.fields(kind.method)]
        assert [argument.name for argument in kind.args] == fields
        assert kind_of(kind.method) is kind
        assert kind.doc.endswith(".")
    assert kind_of(Adversarial("other")).method == Adversarial()


@pytest.mark.parametrize(("method", "argument"), ARGUMENTS, ids=lambda value: getattr(value, "name", ""))
def test_a_number_may_be_what_the_file_may_hold(method: Method, argument: MethodArgument) -> None:
    if argument.kind == "layer":
        return
    usual = getattr(method, argument.name)
    assert argument.least <= usual <= argument.most
    assert isinstance(usual, int if argument.kind == "whole" else float)
    for value, good in ((argument.least, True), (argument.most, True), (argument.most + 1, False)):
        number = int(value) if argument.kind == "whole" else float(value)
        form = recipe_to_json(Recipe(method=msgspec.structs.replace(method, **{argument.name: number})))
        if good:
            assert getattr(recipe_from_json(form).method, argument.name) == number
        else:
            with pytest.raises(BadInput, match=argument.name):
                recipe_from_json(form)


def test_the_layer_is_written_only_where_somebody_chose_it() -> None:
    assert recipe_to_json(Recipe(method=Adversarial()))["method"] == {"kind": "adversarial"}
    named = recipe_to_json(Recipe(method=Adversarial("point")))
    assert named["method"] == {"kind": "adversarial", "generated": "point"}
    assert recipe_from_json(named).method == Adversarial("point")
