"""What columns are for, as changes of a reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.preparation.steps import Drop, Fill
from nnviz.data.spec import Series, Table
from nnviz.ui.dialogs.data_pages.roles import Columns, Wish, allowed, as_used, picture_shape, roles, with_role

NAMED = Columns(("a", "b", "c", "d"), True, (True, True, False, True))
WISHES: tuple[Wish, ...] = ("target", "also", "input", "out")
ROLE_OF = {"target": "target", "also": "target", "input": "input", "out": "out"}


@given(
    st.sampled_from([Table(path="t"), Table(path="t", inputs=("a", "b"), target="d"), Series(path="t")]),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(WISHES)), max_size=8),
)
def test_a_wish_that_is_allowed_is_fulfilled(
    spec: Table | Series, by_name: bool, wishes: list[tuple[int, Wish]]
) -> None:
    columns = Columns(NAMED.names, by_name, NAMED.numeric)
    for place, wish in wishes:
        before = roles(spec, columns)
        if not allowed(spec, columns, place, wish):
            continue
        spec = with_role(spec, columns, place, wish)
        now = roles(spec, columns)
        assert now[place] == ROLE_OF[wish]
        assert now.count("target") >= 1
        if isinstance(spec, Table):
            assert now.count("input") >= 1 or now.count("target") > before.count("target")
            others = [(a, b) for i, (a, b) in enumerate(zip(before, now, strict=True)) if i != place]
            assert wish == "target" or all(a == b for a, b in others)


def test_steps_that_do_other_things_stay() -> None:
    spec = Table(path="t", steps=(Fill(), Drop(columns=("b",))))
    spec_out = with_role(spec, NAMED, 0, "out")
    assert isinstance(spec_out, Table)
    assert spec_out.steps == (Fill(), Drop(columns=("b", "a")))
    back = with_role(with_role(spec_out, NAMED, 0, "input"), NAMED, 1, "input")
    assert isinstance(back, Table)
    assert back.steps == (Fill(),)


@pytest.mark.parametrize(("inputs", "shape"), [(784, (28, 28, 1)), (48, (4, 4, 3)), (10, None), (1, None)])
def test_which_rows_may_be_pictures(inputs: int, shape: tuple[int, ...] | None) -> None:
    names = tuple(f"c{i}" for i in range(inputs + 1))
    assert picture_shape(Columns(names, True, (True,) * len(names)), Table(path="t")) == shape


def test_inputs_that_loading_leaves_out_are_seen_to_be_left_out():
    wished = roles(Table(path="t", steps=(Drop(columns=("b",)),)), NAMED)
    assert wished == ("input", "out", "input", "target")
    assert as_used(wished, NAMED, ["c"]) == ("out", "out", "input", "target")
    assert as_used(wished, NAMED, []) == wished, "nothing is known"
    assert as_used(wished, Columns(NAMED.names, False, NAMED.numeric), ["c"]) == wished, "the names tell nothing"
