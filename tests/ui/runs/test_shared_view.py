"""The dashes of a validation line."""

from __future__ import annotations

import numpy as np

from nnviz.ui.runs.shared_view import DASH, MOST_DASHES, _dashed


def test_dashes_are_as_long_where_a_line_is_steep():
    x, y = np.array([0.0, 20.0, 40.0, 41.0, 70.0]), np.array([0.0, 2.0, 110.0, 300.0, 5.0])
    across, up, drawn = _dashed(x, y)
    pieces = np.hypot(np.diff(across), np.diff(up))
    assert np.isclose(pieces.sum(), np.hypot(np.diff(x), np.diff(y)).sum()), "it is the same line"
    gap = longest = 0.0
    for piece, seen in zip(pieces, drawn[1:] & drawn[:-1], strict=True):
        gap = 0.0 if seen else gap + piece
        longest = max(longest, gap)
    assert 0 < longest <= 2 * DASH


def test_a_line_from_edge_to_edge_has_so_many_points_and_no_more():
    x = np.arange(2000.0)
    across, _, _ = _dashed(x, 500.0 * (x % 2))
    assert len(across) <= len(x) + 2 * MOST_DASHES + 1
