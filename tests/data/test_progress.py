"""What long readings tell of themselves: shares that grow up to 1; and that they are given up at any time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, nothing, stage
from nnviz.data.load import load
from nnviz.data.shown import load_to_show
from nnviz.data.spec import DataSpec, Idx, Npz, Series, Table
from nnviz.data.tables import large_table
from tests.data.samples import left_behind, write_idx

ROWS = 60_000


def csv_table(folder: Path) -> DataSpec:
    rows = np.random.default_rng(0).normal(size=(ROWS, 6)).round(4)
    np.savetxt(folder / "t.csv", rows, fmt="%.4f", delimiter=",", header="a,b,c,d,e,f", comments="")
    return Table(path="t.csv")


def words(folder: Path) -> DataSpec:
    (folder / "t.csv").write_text("a,b,y\n" + "".join(f"{i},w{i % 7},{i % 2}\n" for i in range(ROWS)))
    return Table(path="t.csv")


def parquet(folder: Path) -> DataSpec:
    import duckdb

    duckdb.sql(
        f"COPY (SELECT range AS a, range % 5 AS b, range % 2 AS y FROM range({ROWS})) TO '{folder / 't.parquet'}'"
    )
    return Table(path="t.parquet")


def packed_idx(folder: Path) -> DataSpec:
    write_idx(folder / "i.gz", np.zeros((ROWS // 2, 14, 14), np.uint8))
    write_idx(folder / "l.gz", (np.arange(ROWS // 2) % 3).astype(np.uint8))
    return Idx(images="i.gz", labels="l.gz")


def archive(folder: Path) -> DataSpec:
    np.savez_compressed(folder / "a.npz", x=np.zeros((ROWS, 20)), y=np.arange(ROWS) % 2)
    return Npz(path="a.npz")


def series(folder: Path) -> DataSpec:
    csv_table(folder)
    return Series(path="t.csv", window=5)


SOURCES: dict[str, Callable[[Path], DataSpec]] = {
    "numbers": csv_table,
    "words": words,
    "parquet": parquet,
    "idx": packed_idx,
    "npz": archive,
    "series": series,
}


@pytest.mark.parametrize("disk", [False, True], ids=["memory", "disk"])
@pytest.mark.parametrize("source", SOURCES)
def test_shares_grow_up_to_one(source: str, disk: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_table, "_ASKED_EVERY", 1e-4)
    monkeypatch.setattr(memory, "LARGE", 1 << 16)
    spec = SOURCES[source](tmp_path)
    seen: list[float] = []
    dataset = load(spec, tmp_path, most_bytes=1 if disk else None, progress=seen.append)
    assert dataset.streamed == disk
    dataset.close()
    assert seen == sorted(seen)
    assert seen[-1] == 1
    assert len({share for share in seen if 0 < share < 1}) >= 2


@pytest.mark.parametrize("source", SOURCES)
def test_reading_is_given_up_at_any_time(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_table, "_ASKED_EVERY", 1e-4)
    monkeypatch.setattr(memory, "LARGE", 1 << 16)
    spec = SOURCES[source](tmp_path)
    for share in (0.0, 0.3, 0.6):
        _give_up_at(share, spec, tmp_path)
    assert left_behind() == []


def _give_up_at(share: float, spec: DataSpec, folder: Path) -> None:
    seen = [0.0]
    with pytest.raises(Cancelled):
        load(spec, folder, lambda: seen[-1] >= share, most_bytes=1, progress=seen.append)


def test_a_window_is_told_as_well(tmp_path: Path) -> None:
    seen: list[float] = []
    load_to_show(csv_table(tmp_path), tmp_path, progress=seen.append).close()
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_a_stage_is_a_share_of_the_whole() -> None:
    seen: list[float] = []
    tell = stage(seen.append, 0.5, 0.9)
    for share in (0, 0.5, 1, 7):
        tell(share)
    np.testing.assert_allclose(seen, [0.5, 0.7, 0.9, 0.9])
    assert stage(nothing, 0.1, 0.2) is nothing
