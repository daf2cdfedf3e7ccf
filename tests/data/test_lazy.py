"""Lazy rows: those of the array they stand for, however they are chosen, and by several threads at once."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.lazy import Derived, FileRows, Picked
from tests.data.samples import arrays

SOME = np.array([3, 0, 11, 3, 7])


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks and gaps of a few rows, so that a small file is read in many pieces."""
    monkeypatch.setattr("nnviz.data.lazy.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.lazy.GAP_BYTES", 64)


def test_rows_of_a_file_are_those_of_the_array(tmp_path: Path) -> None:
    whole = arrays(50, 3, 2, dtype=">i2")
    (tmp_path / "a").write_bytes(b"head" + whole.tobytes())
    rows = FileRows.of_file(tmp_path / "a", 4, whole.shape, ">i2")
    assert rows.dtype == np.dtype("i2")
    for key in (slice(None), slice(5, 5), slice(40, 99), slice(30, 3, -4), 7, -2, SOME, [], whole[:, 0, 0] > 100):
        key = np.array(key, int) if isinstance(key, list) else key
        np.testing.assert_array_equal(rows[key], whole[key])
    np.testing.assert_array_equal(rows.reshape(50, 6)[SOME], whole.reshape(50, 6)[SOME])
    np.testing.assert_array_equal(rows.reshape(50, -1)[3], whole.reshape(50, -1)[3])
    for bad in ((0, 1), 1.5, "a"):
        with pytest.raises(TypeError):
            rows[bad]
    with pytest.raises(IndexError):
        rows[50]
    with pytest.raises(TypeError, match="larger than the memory"):
        np.asarray(rows)


def test_picked_rows_know_how_they_lie_on_the_disk(tmp_path: Path) -> None:
    whole = arrays(50, 3)
    (tmp_path / "a").write_bytes(whole.tobytes())
    chosen = np.random.default_rng(0).permutation(50)[:30]
    picked = Picked(FileRows.of_file(tmp_path / "a", 0, whole.shape, whole.dtype), chosen)
    doubled = Derived(picked, lambda rows: rows * 2, (3,), np.float64)
    np.testing.assert_array_equal(doubled[:], whole[chosen] * 2)
    np.testing.assert_array_equal(chosen[doubled.disk_order], np.sort(chosen))
    assert Picked(whole, np.arange(4, 9)).disk_order is None
    picked.close()


def test_two_threads_may_read_at_once(tmp_path: Path) -> None:
    whole = arrays(2000, 8)
    (tmp_path / "a").write_bytes(whole.tobytes())
    rows = FileRows.of_file(tmp_path / "a", 0, whole.shape, whole.dtype)
    good = []

    def read(seed: int) -> None:
        chosen = np.random.default_rng(seed).integers(0, 2000, (50, 20))
        good.extend(np.array_equal(rows[numbers], whole[numbers]) for numbers in chosen)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert good == [True] * 200
