"""Data beyond the memory: the same rows, numbers and sentences as in memory, read from the disk when asked for."""

from __future__ import annotations

import gc
import gzip
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data import memory, scratch
from nnviz.data.dataset import Cancelled, Dataset, Part
from nnviz.data.lazy import Derived, FileRows, LazyRows, Picked
from nnviz.data.load import load
from nnviz.data.rows import read_inputs
from nnviz.data.script import data_script
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, Npz, Series, Split, Table
from nnviz.errors import BadInput
from tests.data.samples import people_csv, people_rows, write_idx

SOME = np.array([3, 0, 11, 3, 7])
PARTS = ("train", "validation", "test")
SPLIT = Split(validation=0.25, test=0.2, seed=5)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of a few rows, so that small data take many, and large data begin at nothing."""
    monkeypatch.setattr("nnviz.data.lazy.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.archive.CHUNK_BYTES", 2000)
    monkeypatch.setattr("nnviz.data.idx.CHUNK_BYTES", 2000)
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


def arrays(rows: int = 90, *shape: int, dtype: Any = np.float64, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return (rng.normal(size=(rows, *shape)) * 7 + 1000).astype(dtype)
    return rng.integers(0, 255, (rows, *shape)).astype(dtype)


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
    from nnviz.data.large_table import run
    from nnviz.data.tablefile import connect

    with connect() as database, pytest.raises(Cancelled):
        run(database, "SELECT count(*) FROM range(10000000) a, range(10000000) b", lambda: True)


# ---------------------------------------------------------------- working copies


def left_behind() -> list[Path]:
    return list(scratch.folder().glob("*")) if scratch.folder().is_dir() else []


def open_files() -> int:
    """Working copies that this process has open: they have no name any more."""
    links = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum(str(scratch.folder()) in link for link in links)


def test_a_working_copy_goes_with_its_data(tmp_path: Path) -> None:
    people_csv(tmp_path, "plain")
    np.savez_compressed(tmp_path / "a.npz", x=arrays(90, 4), y=np.arange(90) % 3)
    gc.collect()
    before = open_files()
    for spec in (Npz(path="a.npz"), Table(path="plain.csv")):
        dataset = load(spec, tmp_path, most_bytes=0)
        assert open_files() == before + 1
        assert left_behind() == []
        del dataset
        gc.collect()
        assert open_files() == before
    dataset = load(Npz(path="a.npz"), tmp_path, most_bytes=0)
    dataset.close()
    assert open_files() == before


def test_a_killed_process_leaves_nothing_that_stays(tmp_path: Path) -> None:
    program = (
        "import os, signal\n"
        "from nnviz.data.scratch import Scratch, room_for, scratch_folder\n"
        "copy = Scratch((3,), 'f4', 10, 'a')\n"
        "with scratch_folder() as folder:\n"
        "    (folder / 'table.duckdb').write_text('rows')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    scratch.folder().mkdir(parents=True, exist_ok=True)
    ran = subprocess.run([sys.executable, "-c", program], timeout=60, check=False)
    assert ran.returncode == -9
    assert [path.name.partition("-")[0] for path in left_behind()] == ["unpacking"]
    with scratch.scratch_folder() as folder:
        assert left_behind() == [folder]
    assert left_behind() == []


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    monkeypatch.setattr(scratch, "folder", lambda: disk)
    try:
        np.savez_compressed(tmp_path / "a.npz", x=np.zeros((90_000, 4)), y=np.arange(90_000) % 3)
        (tmp_path / "a.csv").write_text("a,b,y\n" + "".join(f"{i}.{i},{i * 7},{i % 2}\n" for i in range(30_000)))
        for spec in (Npz(path="a.npz"), Table(path="a.csv")):
            assert "is larger than the memory, so a working copy" in sentence(spec, tmp_path, most_bytes=0)
        # The disk fills up on the way, in spite of what was free at first.
        monkeypatch.setattr("nnviz.data.scratch.room_for", lambda size, name: None)
        monkeypatch.setattr("nnviz.data.large_table.room_for", lambda size, name: None)
        for spec in (Npz(path="a.npz"), Table(path="a.csv")):
            assert "the disk is full: make room there" in sentence(spec, tmp_path, most_bytes=0)
        gc.collect()
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


# ---------------------------------------------------------------- lazy rows


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
