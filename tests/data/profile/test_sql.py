"""SQL says of a cell what Python says of it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.data.profile import sql
from nnviz.data.tables.tablefile import connect
from nnviz.data.text.cells import MISSING, is_ambiguous, is_missing, parse_number

CELLS = st.one_of(
    st.text("0123456789.,%eE+- \t\u00a0_x３", max_size=8),
    st.from_regex(r"[+-]?[0-9]{1,3}([.,][0-9]{3})*([.,][0-9]+)?([eE][+-]?[0-9]+)? ?%?", fullmatch=True),
    st.sampled_from([*sorted(MISSING), "NaN", " N/A ", "inf", "-Infinity", "1e400", "1_000", "0x10", "½"]),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(CELLS, min_size=50, max_size=200))
def test_numbers_and_gaps_are_read_as_loading_reads_them(cells):
    arrays = {"c": np.array(cells, object)}
    with connect() as database:
        database.register("arrays", arrays)
        found = database.execute(
            f"SELECT c, {sql.nothing('c')}, {sql.number('c', False)}, {sql.number('c', True)}, {sql.ambiguous('c')} "
            "FROM arrays"
        ).fetchall()
    for cell, nothing, plain, comma, ambiguous in found:
        expected = is_missing(cell), parse_number(cell), parse_number(cell, True), is_ambiguous(cell)
        assert (nothing, plain, comma, ambiguous) == expected, repr(cell)
