"""Cells, figures and answers in words."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nnviz.data.profile.findings import Place
from nnviz.data.profile.known import Association, ColumnProfile
from nnviz.data.profile.viewing import Head
from nnviz.data.spec import Builtin, Split, Table
from nnviz.network.facts import DataFacts
from nnviz.ui.data_view.class_colours import asks_yes_or_no
from nnviz.ui.data_view.column_order import ordered
from nnviz.ui.data_view.column_paint import figures_of, missing_text
from nnviz.ui.data_view.sample import answer_lines
from nnviz.ui.data_view.scatter_page import first_pair
from nnviz.ui.data_view.wording import cell_text, number_text, place_text, source_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, "–"), (3.0, "3"), (-3.0, "−3"), (0.5, "0.5"), (1e20, "1e+20"), (math.inf, "∞"), (math.nan, "NaN"),
        ("two\nlines", "two lines"), (1 / 3, "0.333333"),
    ],
)  # fmt: skip
def test_a_cell_is_one_short_line(cell, text):
    assert cell_text(cell) == text


@pytest.mark.parametrize("value", [0.0, 1.5, -123.456, 0.04464, -1.44e-18, 98765.0, 1e12, -3.3e-5])
def test_a_figure_is_short_and_close(value):
    text = number_text(value)
    assert len(text) <= 8
    assert float(text.replace("−", "-")) == pytest.approx(value, rel=0.05)


def test_a_mean_that_is_only_rounding_is_zero():
    column = ColumnProfile("x", 0, "number", "input", 0, 9, minimum=-1.0, mean=-1.4e-18, maximum=1.0)
    assert [text for _, text in figures_of(column)] == ["−1", "0", "1"]


def test_what_is_missing_is_counted_with_its_share():
    column = ColumnProfile("x", 0, "number", "input", 170, 9)
    assert missing_text(column, 891) == "170 missing (19 %)"
    assert missing_text(ColumnProfile("x", 0, "number", "input", 0, 9), 891) == ""


def test_a_place_says_row_line_and_cell(qapp):
    assert place_text(Place(1234, 1235, "abc")) == "row 1,234 (line 1,235): abc"
    assert place_text(Place(2)) == "row 2"


def column(name, position, *, missing=0, value=None, kind="number", distinct=50):
    found = Association("pearson", value, "y") if value is not None else None
    return ColumnProfile(name, position, kind, "input", missing, distinct, association=found)


def test_columns_are_ordered_by_what_there_is_most_of():
    columns = [column("b", 0, missing=1, value=0.2), column("A", 1, value=-0.9), column("c", 2, missing=5)]
    names = {order: "".join(c.name for c in ordered(columns, order)) for order in ("file", "name", "missing")}
    assert names == {"file": "bAc", "name": "Abc", "missing": "cbA"}
    assert [c.name for c in ordered(columns, "association")] == ["A", "b", "c"]


def test_the_scatter_begins_with_what_says_most():
    heads = (*(Head(name, "number", "input") for name in "abc"), Head("y", "text", "target"))
    assert first_pair(heads, ()) == (0, 1)
    known = [column("a", 0, value=0.1), column("b", 1, value=-0.8), column("c", 2, value=0.5)]
    assert first_pair(heads, known) == (1, 2)
    few = [column("a", 0, value=0.1), column("b", 1, value=-0.8, distinct=3), column("c", 2, value=0.5)]
    assert first_pair(heads, few) == (0, 2)
    numbers = (*heads[:3], Head("y", "number", "target"))
    assert first_pair(numbers, known) == (1, 3)
    assert first_pair(heads[:1], ()) is None
    useless = (Head("name", "text", "left out"), Head("a", "number", "input"), Head("city", "text", "input"))
    assert first_pair(useless, ()) == (1, 2)


def test_an_answer_names_the_likeliest_classes_first():
    facts = DataFacts((2,), "classes", 3, ("a", "b", "c"))
    lines = answer_lines(np.array([0.1, 0.7, 0.2], np.float32), facts, margin=False)
    assert [(line.name, line.text, line.index) for line in lines] == [
        ("b", "70.0 %", 1),
        ("c", "20.0 %", 2),
        ("a", "10.0 %", 0),
    ]


def test_an_answer_of_yes_or_no_of_labels_and_of_numbers():
    yes = DataFacts((2,), "binary", 1, ("no", "yes"))
    assert [line.text for line in answer_lines(np.array([-0.5], np.float32), yes, margin=True)] == ["75.0 %", "25.0 %"]
    labels = DataFacts((2,), "labels", 2, ("red", "round"))
    assert [line.name for line in answer_lines(np.array([0.1, 0.9], np.float32), labels, margin=False)] == [
        "red",
        "round",
    ]
    number = DataFacts((2,), "regression", 1, target_names=("price",))
    assert answer_lines(np.array([12.5], np.float32), number, margin=False)[0].text == "12.50"
    broken = answer_lines(np.array([np.nan], np.float32), yes, margin=False)
    assert {line.text for line in broken} == {"–"}


def test_preparing_otherwise_is_the_same_source():
    moons = Builtin(name="moons")
    assert source_of(moons) == source_of(Builtin(name="moons", scale="minmax", split=Split(validation=0.5)))
    assert source_of(moons) != source_of(Builtin(name="moons", samples=900))
    assert source_of(Table(path="a.csv")) != source_of(Table(path="b.csv"))


def test_two_classes_have_the_colours_of_no_and_yes_unless_they_are_to_be_classes():
    assert asks_yes_or_no(Builtin(name="moons"), 2)
    assert not asks_yes_or_no(Builtin(name="moons", task="classes"), 2)
    assert not asks_yes_or_no(Builtin(name="iris"), 3)
