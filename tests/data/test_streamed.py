"""Data beyond the memory: the same rows, numbers and sentences as in memory, read from the disk when asked for."""

from __future__ import annotations

import gc
import gzip
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Dataset, Part
from nnviz.data.lazy import LazyRows
from nnviz.data.load import load
from nnviz.data.rows import read_inputs
from nnviz.data.script.script import data_script
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, Npz, Series, Split, Table
from nnviz.errors import BadInput
from tests.data.samples import arrays, left_behind, people_csv, people_rows, write_idx

SOME = np.array([3, 0, 11, 3, 7])
PARTS = ("train", "validation", "test")
SPLIT = Split(validation=0.25, test=0.2, seed=5)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of a few rows, so that small data take many, and large data begin at nothing."""
    monkeypatch.setattr("nnviz.data.lazy.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.sources.archive.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.sources.idx.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.lazy.GAP_BYTES", 64)


def both(spec: DataSpec, base: Path) -> tuple[Dataset, Dataset]:
    """The data in memory and streamed, which must not differ in anything but where the samples are."""
    resident, streamed = load(spec, base), load(spec, base, most_bytes=0)
    assert (resident.streamed, streamed.streamed) == (False, True)
    assert resident.facts == streamed.facts
    assert resident.notes == streamed.notes
    ours, theirs = (dataset.preparation for dataset in (streamed, resident))
    for name in ("shift", "factor", "fill"):
        np.testing.assert_allclose(getattr(ours, name), getattr(theirs, name), rtol=1e-9, atol=1e-12, err_msg=name)
    assert (ours.columns, ours.scale_kind, ours.feature_names) == (
        theirs.columns,
        theirs.scale_kind,
        theirs.feature_names,
    )
    for name in PARTS:
        assert_same_part(getattr(streamed, name), getattr(resident, name))
    return resident, streamed


def assert_same_part(streamed: Part | None, resident: Part | None) -> None:
    if resident is None or streamed is None:
        assert resident is streamed
        return
    assert isinstance(streamed.x, LazyRows)
    assert isinstance(resident.x, np.ndarray)
    assert (streamed.x.shape, streamed.x.dtype, streamed.x.ndim) == (resident.x.shape, np.float32, resident.x.ndim)
    assert streamed.x.nbytes == resident.x.nbytes
    some = SOME % len(resident.x)
    close = {"rtol": 1e-5, "atol": 1e-6}
    np.testing.assert_allclose(streamed.x[:], resident.x, **close)
    np.testing.assert_allclose(streamed.x[some], resident.x[some], **close)
    np.testing.assert_allclose(streamed.x[2:9:3], resident.x[2:9:3], **close)
    np.testing.assert_allclose(streamed.x[-1], resident.x[-1], **close)
    np.testing.assert_array_equal(streamed.y, resident.y)
    assert streamed.y.dtype == resident.y.dtype
    if resident.weight is None:
        assert streamed.weight is None
    else:
        np.testing.assert_array_equal(streamed.weight, resident.weight)


# ---------------------------------------------------------------- the same data


@pytest.mark.parametrize("scale", ["none", "standard", "minmax", "255", None])
@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("shape", [(4,), (5, 3), (6, 5), (4, 4, 2), ()])
def test_npz(tmp_path: Path, shape: tuple[int, ...], compressed: bool, scale: Any) -> None:
    x = arrays(90, *shape, dtype=np.uint8 if shape == (6, 5) else np.float64)
    write = np.savez_compressed if compressed else np.savez
    write(tmp_path / "a.npz", x=x, y=np.arange(90) % 3)
    both(Npz(path="a.npz", scale=scale, split=SPLIT), tmp_path)


@pytest.mark.parametrize("shape", [(4,), (5, 3), (3, 4, 2)])
@pytest.mark.parametrize("compressed", [False, True])
def test_npz_in_fortran_order_and_of_other_types(tmp_path: Path, shape: tuple[int, ...], compressed: bool) -> None:
    write = np.savez_compressed if compressed else np.savez
    for dtype in (">f4", "<i2", "?"):
        x = np.asfortranarray(arrays(60, *shape, dtype=dtype))
        write(tmp_path / "a.npz", x=x, y=np.arange(60) * 0.5)
        both(Npz(path="a.npz"), tmp_path)


def test_parts_the_source_brings_itself(tmp_path: Path) -> None:
    made = {f"x_{part}": arrays(40, 3, seed=i) for i, part in enumerate(("train", "val", "test"))}
    np.savez(tmp_path / "a.npz", **made, **{f"y_{part}": np.arange(40) % 2 for part in ("train", "val", "test")})
    both(Npz(path="a.npz"), tmp_path)


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_idx(tmp_path: Path, ending: str) -> None:
    for name, count in (("a", 90), ("b", 30)):
        write_idx(tmp_path / f"{name}-images{ending}", arrays(count, 6, 7, dtype=np.uint8))
        write_idx(tmp_path / f"{name}-labels{ending}", (np.arange(count) % 4).astype(np.uint8))
    files = [f"{name}-{kind}{ending}" for name in "ab" for kind in ("images", "labels")]
    both(Idx(images=files[0], labels=files[1]), tmp_path)
    both(Idx(images=files[0], labels=files[1], test_images=files[2], test_labels=files[3]), tmp_path)


def test_pictures(tmp_path: Path) -> None:
    from PIL import Image

    for i in range(30):
        folder = tmp_path / "ab"[i % 2]
        folder.mkdir(exist_ok=True)
        Image.fromarray(arrays(9, 8, 3, dtype=np.uint8, seed=i)).save(folder / f"{i}.png")
    (tmp_path / "a" / "zero.png").touch()
    for color in ("grey", "rgb"):
        resident, _ = both(Images(folder=str(tmp_path), size=(5, 6), color=color), tmp_path)
        assert "zero.png is empty" in resident.notes[0]


STYLES = ["plain", "semicolon", "tab", "utf-16", "cp949", "no header", "cr", "gz", "spaces", "gaps"]


@pytest.mark.parametrize("style", STYLES)
def test_tables(tmp_path: Path, style: str) -> None:
    path, header = people_csv(tmp_path, style)
    both(Table(path=path.name, target=5, header=header, split=SPLIT), tmp_path)


def test_tables_of_many_kinds(tmp_path: Path) -> None:
    people_csv(tmp_path, "gaps")
    for options in (
        {"target": "rooms"},
        {"target": ("age", "member")},
        {"inputs": ("city", "age"), "target": "income"},
    ):
        both(Table(path="gaps.csv", **options), tmp_path)
    header = ",".join(f"p{i}" for i in range(12)) + ",label\n"
    rows = [",".join(map(str, row)) + f",{i % 2}\n" for i, row in enumerate(arrays(50, 12, dtype=np.uint8))]
    (tmp_path / "pixels.csv").write_text(header + "".join(rows))
    both(Table(path="pixels.csv", image_shape=(4, 3)), tmp_path)
    (tmp_path / "other.csv").write_text("stays,member,rooms,city,income,age\nno,1,3,Oslo,2900.5,33\n")
    both(Table(path="gaps.csv", target="stays", test_path="other.csv"), tmp_path)


def test_parquet(tmp_path: Path) -> None:
    import duckdb

    people_csv(tmp_path, "gaps")
    with duckdb.connect() as database:
        query = f"SELECT * FROM read_csv('{tmp_path / 'gaps.csv'}', nullstr=['NA', 'nan', '?', ''])"
        database.execute(f"COPY ({query}) TO '{tmp_path / 'a.parquet'}' (FORMAT parquet)")
    both(Table(path="a.parquet", target="stays"), tmp_path)
    both(Table(path="a.parquet", target="age", inputs=("city", "income")), tmp_path)


def test_sources_that_are_in_memory_are_streamed_from_there(tmp_path: Path) -> None:
    both(Builtin(name="digits", split=SPLIT), tmp_path)
    both(Builtin(name="moons", shuffle=False), tmp_path)
    (tmp_path / "s.csv").write_text("v,w\n" + "".join(f"{i},{i * 10 % 7}\n" for i in range(60)))
    both(Series(path="s.csv", window=5, horizon=2), tmp_path)


@pytest.mark.parametrize("balance", ["weights", "under", "over"])
def test_balance(tmp_path: Path, balance: Any) -> None:
    np.savez(tmp_path / "a.npz", x=arrays(90, 3), y=np.arange(90) % 10 == 0)
    both(Npz(path="a.npz", balance=balance), tmp_path)


def test_smote_is_refused_in_a_sentence(tmp_path: Path) -> None:
    spec = Builtin(name="breast_cancer", balance="smote")
    with pytest.raises(BadInput, match="SMOTE needs all training rows in memory"):
        load(spec, tmp_path, most_bytes=0)
    assert not load(spec, tmp_path).streamed


def test_large_data_that_fit_are_read_in_chunks_and_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    np.savez(tmp_path / "a.npz", x=arrays(90, 4), y=np.arange(90) % 3)
    at_once = load(Npz(path="a.npz"), tmp_path)
    monkeypatch.setattr(memory, "LARGE", 0)
    in_chunks = load(Npz(path="a.npz"), tmp_path)
    assert not in_chunks.streamed
    for name in PARTS[:2]:
        np.testing.assert_allclose(getattr(in_chunks, name).x, getattr(at_once, name).x, rtol=1e-6)
        np.testing.assert_array_equal(getattr(in_chunks, name).y, getattr(at_once, name).y)


def test_files_to_predict_from_are_left_on_the_disk_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people_csv(tmp_path, "plain")
    digits, people = load(Builtin(name="digits"), tmp_path), load(Table(path="plain.csv"), tmp_path)
    pictures = arrays(40, 8, 8, dtype=np.uint8)
    np.savez_compressed(tmp_path / "a.npz", x=pictures)
    write_idx(tmp_path / "a.gz", pictures)
    cases = [(Builtin(name="digits"), name, digits) for name in ("a.npz", "a.gz")]
    cases.append((Table(path="plain.csv"), "plain.csv", people))
    expected = [read_inputs(spec, tmp_path, Path(name), known.preparation) for spec, name, known in cases]
    monkeypatch.setattr(memory, "budget", lambda: 0)
    for (spec, name, known), whole in zip(cases, expected, strict=True):
        lazy = read_inputs(spec, tmp_path, Path(name), known.preparation)
        assert isinstance(lazy, LazyRows)
        np.testing.assert_array_equal(lazy[:], whole)


def test_a_script_of_data_beyond_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = load(Builtin(name="digits"), tmp_path).facts
    monkeypatch.setattr(memory, "budget", lambda: 0)
    with pytest.raises(BadInput, match="a script reads them whole"):
        data_script(Builtin(name="digits"), facts, tmp_path)


def test_a_sample_for_pictures_is_in_memory(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=arrays(900, 4), y=np.arange(900) * 0.5)
    resident, streamed = (load(Npz(path="a.npz"), tmp_path, most_bytes=most) for most in (None, 0))
    (tmp_path / "a.npz").unlink()
    streamed.close()
    assert streamed.sample.rows == 300
    np.testing.assert_allclose(streamed.sample.x, resident.sample.x, rtol=1e-6)
    np.testing.assert_array_equal(streamed.sample.y, resident.sample.y)
    np.testing.assert_array_equal(resident.sample.x[[0, -1]], resident.train.x[[0, -1]])


def test_the_budget_is_a_share_of_the_memory_and_of_the_container() -> None:
    import psutil

    assert 0 < memory.budget() <= 0.4 * psutil.virtual_memory().total


# ---------------------------------------------------------------- what is wrong with them


def sentence(spec: DataSpec, base: Path, **options: Any) -> str:
    with pytest.raises(BadInput) as caught:
        load(spec, base, **options)
    return str(caught.value)


def test_the_same_sentences_as_in_memory(tmp_path: Path) -> None:
    x = arrays(200, 3)
    x[150, 1] = np.inf
    np.savez(tmp_path / "a.npz", x=x, y=np.arange(200) % 2)
    np.savez(tmp_path / "objects.npz", x=np.array([[1], {}], object), y=np.ones(2))
    np.savez(tmp_path / "short.npz", x=np.ones((3, 2)), y=np.ones(2))
    rows = [",".join(row) for row in people_rows()]
    header = "age,income,city,rooms,member,stays\n"
    (tmp_path / "word.csv").write_text(header + "\n".join([*rows, "4,many,Ulm,1,1,no"]) + "\n")
    (tmp_path / "ragged.csv").write_text(header + "\n".join([*rows, "4,5"]) + "\n")
    (tmp_path / "vast.csv").write_text(header + "\n".join([*rows, "1e300,5,Ulm,1,1,no"]) + "\n")
    (tmp_path / "good.csv").write_text(header + "\n".join(rows) + "\n")
    (tmp_path / "unknown.csv").write_text(header + "\n".join(rows[:5]) + "\n1,2,Rome,1,1,no\n")
    (tmp_path / "cut").write_bytes(b"\0\0\x08\x03" + bytes([0, 0, 0, 9] * 3) + bytes(10))
    write_idx(tmp_path / "labels", np.arange(9, dtype=np.uint8))
    specs = [
        *(Npz(path=f"{name}.npz") for name in ("a", "objects", "short")),
        *(Table(path=f"{name}.csv") for name in ("word", "ragged", "vast")),
        Table(path="good.csv", test_path="unknown.csv"),
        Idx(images="cut", labels="labels"),
        Idx(images="labels", labels="labels"),
    ]
    for spec in specs:
        assert sentence(spec, tmp_path, most_bytes=0) == sentence(spec, tmp_path)


@pytest.mark.parametrize("compressed", [False, True])
def test_a_damaged_archive_is_refused(tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / "a.npz"
    (np.savez_compressed if compressed else np.savez)(path, x=arrays(90, 50), y=np.arange(90) % 2)
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 64
    path.write_bytes(bytes(data))
    assert "a.npz is not a readable .npz archive" in sentence(Npz(path="a.npz"), tmp_path, most_bytes=0)


def test_a_packed_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    write_idx(tmp_path / "a.gz", arrays(90, 6, 7, dtype=np.uint8))
    write_idx(tmp_path / "labels", np.zeros(90, np.uint8))
    whole = (tmp_path / "a.gz").read_bytes()
    (tmp_path / "a.gz").write_bytes(whole[: len(whole) // 2])
    assert "a.gz cannot be unpacked" in sentence(Idx(images="a.gz", labels="labels"), tmp_path, most_bytes=0)
    (tmp_path / "a.gz").write_bytes(gzip.compress(gzip.decompress(whole)[:-5]))
    assert "a.gz should have" in sentence(Idx(images="a.gz", labels="labels"), tmp_path, most_bytes=0)


def test_a_file_that_shrinks_while_it_is_used_is_a_sentence(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=arrays(90, 4), y=np.arange(90) % 3)
    dataset = load(Npz(path="a.npz"), tmp_path, most_bytes=0)
    os.truncate(tmp_path / "a.npz", 300)
    with pytest.raises(BadInput, match=r"a\.npz has become shorter"):
        dataset.train.x[:]


def asked(times: int) -> Any:
    """A ``cancelled`` that turns true when it is asked often enough."""
    left = iter(range(times))
    return lambda: next(left, None) is None


@pytest.mark.parametrize("times", [0, 1, 3, 6])
def test_loading_is_given_up_when_asked(tmp_path: Path, times: int) -> None:
    people_csv(tmp_path, "gaps")
    np.savez_compressed(tmp_path / "a.npz", x=arrays(400, 8), y=np.arange(400) % 3)
    for spec in (Npz(path="a.npz"), Table(path="gaps.csv")):
        with pytest.raises(Cancelled):
            load(spec, tmp_path, asked(times), most_bytes=0)
    gc.collect()
    assert left_behind() == []


def test_a_query_that_takes_long_is_interrupted() -> None:
    from nnviz.data.tables.database import connect
    from nnviz.data.tables.large_table import run

    with connect() as database, pytest.raises(Cancelled):
        run(database, "SELECT count(*) FROM range(10000000) a, range(10000000) b", lambda: True)
