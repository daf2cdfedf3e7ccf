"""Series: windows, horizon and stride over one or several columns, with parts in files of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.load import load
from nnviz.data.sources.series import windows
from nnviz.data.spec import Series, Split
from nnviz.errors import BadInput


def write(path: Path, rows: int, first: int = 0) -> Path:
    path.write_text("day,v,w\n" + "".join(f"d{i},{i},{i * 10}\n" for i in range(first, first + rows)))
    return path


@given(
    rows=st.integers(1, 60),
    window=st.integers(1, 12),
    horizon=st.integers(1, 6),
    stride=st.integers(1, 7),
    columns=st.integers(1, 3),
)
def test_windows_are_those_of_a_plain_loop(rows: int, window: int, horizon: int, stride: int, columns: int) -> None:
    values = np.arange(rows * columns, dtype=float).reshape(rows, columns)
    starts = range(0, rows - window - horizon + 1, stride)
    if len(starts) < 2:
        with pytest.raises(BadInput, match=f"need at least {window + horizon + stride} rows"):
            windows(values, window, horizon, stride)
        return
    x, y = windows(values, window, horizon, stride)
    np.testing.assert_array_equal(x, [values[start : start + window] for start in starts])
    np.testing.assert_array_equal(y, [values[start + window + horizon - 1, 0] for start in starts])


def test_columns_horizon_and_stride(tmp_path: Path) -> None:
    write(tmp_path / "s.csv", 40)
    spec = Series(
        path="s.csv", columns=("w", "v"), window=3, horizon=2, stride=4, scale="none", split=Split(validation=0)
    )
    dataset = load(spec, tmp_path)
    assert dataset.facts.input_shape == (3, 2)
    np.testing.assert_array_equal(dataset.train.x[1], [[40, 4], [50, 5], [60, 6]])
    np.testing.assert_array_equal(dataset.train.y[:, 0], np.arange(4, 40, 4) * 10)


def test_parts_in_files_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "s.csv", 30)
    write(tmp_path / "v.csv", 10, first=30)
    (tmp_path / "t.csv").write_text("w,other,v\n" + "".join(f"{i * 10},0,{i}\n" for i in range(40, 52)))
    spec = Series(path="s.csv", columns=("v", "w"), window=4, validation_path="v.csv", test_path="t.csv", scale="none")
    dataset = load(spec, tmp_path)
    assert dataset.facts.rows == (26, 6, 8)
    np.testing.assert_array_equal(dataset.validation.x[0], [[30, 300], [31, 310], [32, 320], [33, 330]])
    np.testing.assert_array_equal(dataset.test.x[0], [[40, 400], [41, 410], [42, 420], [43, 430]])
    np.testing.assert_array_equal(dataset.test.y[:, 0], np.arange(44, 52))


def test_what_is_wrong_with_a_series(tmp_path: Path) -> None:
    write(tmp_path / "s.csv", 30)
    (tmp_path / "t.csv").write_text("v\n1\n2\n3\n")
    for options, words in (
        ({"columns": ("day",)}, "'day' is text, and a series is made of numbers."),
        ({"stride": 0}, "Window, horizon and stride are at least 1 step, not 24, 1 and 0."),
        ({"window": 28, "stride": 2}, "A window of 28 steps and a horizon of 1 need at least 31 rows for two windows"),
        ({"window": 2, "test_path": "t.csv"}, "There is no column 'w' in t.csv"),
        (
            {"window": 3, "test_path": "t.csv", "columns": ("v",)},
            "need at least 5 rows for two windows, but there are 3",
        ),
    ):
        with pytest.raises(BadInput) as refusal:
            load(Series(path="s.csv", **options), tmp_path)
        assert words in str(refusal.value)
    (tmp_path / "s.csv").write_text("v\n1\n\n3\n4\n5\n")
    with pytest.raises(BadInput, match=r"s\.csv, line 3 \(row 2 of the data\): 'v' has no value"):
        load(Series(path="s.csv", window=2), tmp_path)
