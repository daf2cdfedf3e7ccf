"""Sizes, borders, shapes and numbers as people type them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.inspector import value_text

SMALL = st.integers(0, 99)


@pytest.mark.parametrize(
    ("text", "shape"),
    [("28, 28, 1", [28, 28, 1]), ("(784,)", [784]), ("8 x 8", [8, 8]), ("0", None), ("a", None), (",", None)],
)
def test_shapes_are_read_as_people_write_them(text: str, shape: list[int] | None) -> None:
    assert value_text.parsed_shape(text) == shape


@pytest.mark.parametrize(
    ("text", "sizes"),
    [("3", 3), ("3, 5", (3, 5)), ("3x5", (3, 5)), ("3 × 3", (3, 3)), ("(2, 2, 2)", (2, 2, 2)), ("3 5", (3, 5)),
     ("", None), ("3,", 3), ("3.5", None), ("three", None), ("-1", -1)],
)  # fmt: skip
def test_sizes(text: str, sizes: Any) -> None:
    assert value_text.parsed_sizes(text) == sizes


@pytest.mark.parametrize(
    ("text", "borders"),
    [("1", 1), ("1, 2", (1, 2)), ("(1, 2)", (1, 2)), ("(1, 2), (0, 0)", ((1, 2), (0, 0))), ("(1, 2), 3", None),
     ("(1), (2)", None), ("(1, 2), (a, b)", None), ("", None)],
)  # fmt: skip
def test_borders(text: str, borders: Any) -> None:
    assert value_text.parsed_borders(text) == borders


@pytest.mark.parametrize(("text", "numbers"), [("0.2", 0.2), ("-0.2, 0.3", (-0.2, 0.3)), ("a", None), ("", None)])
def test_numbers(text: str, numbers: Any) -> None:
    assert value_text.parsed_numbers(text) == numbers


@pytest.mark.parametrize(("text", "axes"), [("-1", -1), ("1, 2", (1, 2)), ("()", ()), ("a", None), ("", None)])
def test_axes(text: str, axes: Any) -> None:
    assert value_text.parsed_axes(text) == axes
    assert axes is None or value_text.axes_text(axes) == text


@pytest.mark.parametrize(
    ("text", "sizes"), [("?, 1", (None, 1)), ("(? x 8)", (None, 8)), ("-1", None), ("a", None), ("", None)]
)
def test_sizes_that_may_be_open(text: str, sizes: Any) -> None:
    assert value_text.parsed_partial(text) == sizes


@given(st.one_of(SMALL, st.tuples(SMALL, SMALL), st.lists(st.tuples(SMALL, SMALL), min_size=2, max_size=3)))
def test_borders_are_read_as_they_are_shown(borders: Any) -> None:
    borders = tuple(borders) if isinstance(borders, list) else borders
    assert value_text.parsed_borders(value_text.borders_text(borders)) == borders


@given(st.lists(SMALL, min_size=2, max_size=3))
def test_sizes_are_read_as_they_are_shown(sizes: list[int]) -> None:
    read = value_text.parsed_sizes(value_text.sizes_text(tuple(sizes), len(sizes)))
    assert read == tuple(sizes)
    assert value_text.alike(read) == (sizes[0] if len(set(sizes)) == 1 else tuple(sizes))


def test_every_number_moves_within_its_bounds() -> None:
    assert value_text.moved(((1, 0), (5, 9)), -1, 0, None) == ((0, 0), (4, 8))
    assert value_text.moved((8, 9), 3, 0, 10) == (10, 10)
