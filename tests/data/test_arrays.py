"""Single ``.npy`` files and IDX files in pairs, with parts in files of their own; numpy is the oracle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.rows import read_inputs
from nnviz.data.spec import Idx, Npz, Split
from nnviz.errors import BadInput
from tests.data.samples import arrays, write_idx

ALL = Split(validation=0)
DISK = [None, 0]


def refused(folder: Path, spec: Any) -> str:
    with pytest.raises(BadInput) as refusal:
        load(spec, folder)
    return str(refusal.value)


@pytest.mark.parametrize("most_bytes", DISK, ids=["memory", "disk"])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("shape", [(), (4,), (5, 3), (6, 5, 3)])
def test_a_pair_of_arrays(shape: tuple[int, ...], order: Any, most_bytes: int | None, tmp_path: Path) -> None:
    x, y = np.asarray(arrays(60, *shape), order=order), np.arange(60) % 3
    np.save(tmp_path / "x.npy", x)
    np.save(tmp_path / "y.npy", y)
    spec = Npz(path="x.npy", labels="y.npy", split=ALL, scale="none")
    dataset = load(spec, tmp_path, most_bytes=most_bytes)
    np.testing.assert_array_equal(dataset.train.x[:], x.reshape(60, *(shape or (1,))).astype(np.float32))
    np.testing.assert_array_equal(dataset.train.y, y)
    predicted = read_inputs(spec, tmp_path, Path("x.npy"), dataset.preparation)
    np.testing.assert_array_equal(predicted[:], dataset.train.x[:])
    dataset.close()


@pytest.mark.parametrize("most_bytes", DISK, ids=["memory", "disk"])
def test_the_last_column_of_a_single_array_is_answered(most_bytes: int | None, tmp_path: Path) -> None:
    table = np.column_stack([arrays(60, 4), np.arange(60) % 3])
    np.save(tmp_path / "t.npy", table)
    dataset = load(Npz(path="t.npy", split=ALL, scale="none"), tmp_path, most_bytes=most_bytes)
    assert (dataset.facts.task, dataset.facts.outputs) == ("classes", 3)
    np.testing.assert_array_equal(dataset.train.x[:], table[:, :4].astype(np.float32))
    np.save(tmp_path / "t.npy", table + 0.25)
    assert load(Npz(path="t.npy"), tmp_path).facts.task == "regression"
    dataset.close()


def test_parts_in_files_of_their_own(tmp_path: Path) -> None:
    x, y = arrays(60, 4), np.arange(60) % 2
    for part, rows in (("train", slice(0, 40)), ("val", slice(40, 50)), ("test", slice(50, 60))):
        np.save(tmp_path / f"x_{part}.npy", x[rows])
        np.save(tmp_path / f"y_{part}.npy", y[rows])
        np.savez(tmp_path / f"{part}.npz", x=x[rows], y=y[rows])
    files = {"labels": "y_train.npy", "validation_path": "x_val.npy", "validation_labels": "y_val.npy"}
    files |= {"test_path": "x_test.npy", "test_labels": "y_test.npy"}
    for spec in (
        Npz(path="x_train.npy", **files, scale="none"),
        Npz(path="train.npz", validation_path="val.npz", test_path="test.npz", scale="none"),
    ):
        dataset = load(spec, tmp_path)
        assert dataset.facts.rows == (40, 10, 10)
        np.testing.assert_array_equal(dataset.validation.x, x[40:50].astype(np.float32))
        np.testing.assert_array_equal(dataset.test.y, y[50:])


def test_whole_numbers_of_pictures_are_classes_however_many(tmp_path: Path) -> None:
    for shape, task in (((4,), "regression"), ((5, 4, 1), "classes")):
        np.save(tmp_path / "x.npy", arrays(140, *shape))
        np.save(tmp_path / "y.npy", np.arange(140) % 26)
        assert load(Npz(path="x.npy", labels="y.npy"), tmp_path).facts.task == task
    write_idx(tmp_path / "i", np.zeros((140, 4, 4), np.uint8))
    write_idx(tmp_path / "l", (np.arange(140) % 26).astype(np.uint8))
    assert load(Idx(images="i", labels="l"), tmp_path).facts.outputs == 26


def test_what_is_wrong_with_arrays(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", arrays(60, 4, 4))
    np.save(tmp_path / "y.npy", np.arange(50))
    np.savez(tmp_path / "a.npz", x=np.ones((3, 2)), y=np.ones(3))
    assert refused(tmp_path, Npz(path="x.npy", labels="y.npy")) == "x.npy has 60 samples, but y.npy has 50."
    assert refused(tmp_path, Npz(path="x.npy")) == (
        "x.npy holds samples of shape (4, 4) without what is to be answered: choose the .npy file of the labels, too."
    )
    assert refused(tmp_path, Npz(path="x.npy", labels="a.npz")) == (
        "a.npz is no .npy file: expected an array of labels."
    )
    assert "holds its own labels" in refused(tmp_path, Npz(path="a.npz", labels="y.npy"))
    np.save(tmp_path / "x.npy", np.array([[1], {}], object))
    assert "holds Python objects" in refused(tmp_path, Npz(path="x.npy", labels="y.npy"))
    np.save(tmp_path / "x.npy", arrays(60, 4))
    whole = (tmp_path / "x.npy").read_bytes()
    (tmp_path / "x.npy").write_bytes(whole[:-100])
    assert "it should have 2048 bytes, but it has 1948" in refused(tmp_path, Npz(path="x.npy", labels="y.npy"))
    bad = arrays(50, 4)
    bad[7, 2] = np.nan
    np.save(tmp_path / "x.npy", bad)
    assert refused(tmp_path, Npz(path="x.npy", labels="y.npy")).startswith("x.npy[7, 2] is nan, but every number")


@pytest.mark.parametrize("most_bytes", DISK, ids=["memory", "disk"])
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_idx_files_for_all_three_parts(ending: str, most_bytes: int | None, tmp_path: Path) -> None:
    files, images = {}, {}
    for prefix, rows in (("", 40), ("validation_", 20), ("test_", 10)):
        images[prefix] = np.random.default_rng(rows).integers(0, 256, (rows, 6, 5), np.uint8)
        for key, array in (("images", images[prefix]), ("labels", np.arange(rows, dtype=np.uint8) % 3)):
            files[prefix + key] = f"{prefix}{key}{ending}"
            write_idx(tmp_path / files[prefix + key], array)
    seen: list[float] = []
    dataset = load(Idx(**files), tmp_path, most_bytes=most_bytes, progress=seen.append)
    assert dataset.facts.rows == (40, 20, 10)
    np.testing.assert_array_equal(dataset.validation.x[:], images["validation_"][..., None] / np.float32(255))
    np.testing.assert_array_equal(dataset.test.y, np.arange(10) % 3)
    assert seen == sorted(seen)
    assert seen
    dataset.close()
    assert refused(tmp_path, Idx(images=files["images"], labels=files["labels"], validation_images="x")) == (
        "A validation part needs both validation_images and validation_labels."
    )
