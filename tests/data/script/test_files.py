"""Files of all kinds in the script, with those held back for validation and test, against those of load."""

from __future__ import annotations

import datetime
import pickle
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.preparation.steps import Fill, ScaleColumns
from nnviz.data.spec import Idx, Images, KerasSet, Npz, Series, Split, Table
from tests.data.samples import arrays, write_idx
from tests.data.script.test_script import assert_same


def test_a_sheet_of_a_workbook(tmp_path: Path) -> None:
    import openpyxl

    dice = np.random.default_rng(1)
    book = openpyxl.Workbook()
    book.active.title = "notes"
    book.active.append(["nothing to learn from"])
    sheet = book.create_sheet("the data")
    for row in ([], [None, "People"], [None, "born", "size", "share", "city", "member"]):
        sheet.append(row)
    for i in range(60):
        born = datetime.datetime(2000, 1 + i % 3, 1, 12 * (i % 2))
        size = None if i % 7 == 3 else float(dice.integers(150, 190))
        sheet.append([None, born, size, float(dice.normal()), ("Ulm", "Jeju")[int(dice.integers(2))], i % 2 == 0])
        if i % 20 == 9:
            sheet.append([])
    book.save(tmp_path / "b.xlsx")
    spec = Table(path="b.xlsx", sheet="the data", target="member")
    dataset = assert_same(spec, tmp_path)
    assert dataset.facts.class_names == ("false", "true")
    assert dataset.facts.rows == (48, 12, 0)
    steps = (Fill(("size",), how="mean"), ScaleColumns(("share",), how="minmax"))
    assert_same(Table(path="b.xlsx", sheet=1, target="city", inputs=("share", "size"), steps=steps), tmp_path)


def test_pixel_columns_are_pictures(tmp_path: Path) -> None:
    dice = np.random.default_rng(0)
    header = ",".join(["label", *(f"pixel{i}" for i in range(64))])
    for name in ("p", "t"):
        rows = np.column_stack([dice.integers(0, 3, 50), dice.integers(0, 256, (50, 64))])
        np.savetxt(tmp_path / f"{name}.csv", rows, fmt="%d", delimiter=",", header=header, comments="")
    dataset = assert_same(Table(path="p.csv", test_path="t.csv"), tmp_path)
    assert dataset.facts.input_shape == (8, 8, 1)


@pytest.mark.parametrize("stride", [1, 3])
def test_series_with_files_of_their_own(tmp_path: Path, stride: int) -> None:
    steps = np.arange(150)
    for name, end in (("s", 150), ("v", 40), ("t", 30)):
        table = np.stack([np.sin(steps / 5), steps**1.5], 1)[:end]
        np.savetxt(tmp_path / f"{name}.csv", table, delimiter=",", header="a,b", comments="")
    spec = Series(path="s.csv", columns=("b", "a"), window=6, horizon=2, stride=stride)
    assert_same(spec, tmp_path)
    spec = Series(path="s.csv", validation_path="v.csv", test_path="t.csv", window=6, stride=stride)
    assert assert_same(spec, tmp_path).test is not None


def test_series_with_gaps_and_steps(tmp_path: Path) -> None:
    lines = [f"{'' if i % 31 == 7 else np.sin(i / 4)},{'NA' if i % 17 == 3 else i * 2.5}" for i in range(120)]
    lines.insert(0, "a,b")
    (tmp_path / "s.csv").write_text("\n".join(lines) + "\n")
    steps = (Fill(("a",), how="mean"), Fill(how="median"), ScaleColumns(("b",), how="log"))
    split = Split(validation=0.2, test=0.1)
    dataset = assert_same(Series(path="s.csv", window=5, split=split, steps=steps), tmp_path)
    assert np.isfinite(dataset.train.x).all()
    scaled = (*steps, ScaleColumns(("b",), how="minmax"), ScaleColumns(("a",), how="none"))
    assert_same(Series(path="s.csv", window=5, stride=2, split=split, steps=scaled), tmp_path)


def test_arrays_in_files_of_their_own(tmp_path: Path) -> None:
    labels = np.arange(90) % 3
    for name, rows in (("train", 90), ("val", 30), ("test", 20)):
        np.save(tmp_path / f"{name}.npy", arrays(rows, 4, seed=rows))
        np.save(tmp_path / f"{name}-labels.npy", labels[:rows])
        np.save(tmp_path / f"{name}-all.npy", np.column_stack([arrays(rows, 3, seed=rows), labels[:rows]]))
    np.savez(tmp_path / "held.npz", x_test=arrays(20, 4), y_test=labels[:20])
    spec = Npz(path="train.npy", labels="train-labels.npy", validation_path="val.npy",
               validation_labels="val-labels.npy", test_path="held.npz")  # fmt: skip
    assert assert_same(spec, tmp_path).facts.rows == (90, 30, 20)
    assert_same(Npz(path="train-all.npy", test_path="test-all.npy"), tmp_path)


def test_idx_with_a_validation_pair(tmp_path: Path) -> None:
    for part, rows in (("train", 50), ("val", 20)):
        write_idx(tmp_path / f"{part}-images", arrays(rows, 6, 5, dtype=np.uint8, seed=rows))
        write_idx(tmp_path / f"{part}-labels.gz", np.arange(rows, dtype=np.uint8) % 4)
    spec = Idx(images="train-images", labels="train-labels.gz", validation_images="val-images",
               validation_labels="val-labels.gz")  # fmt: skip
    assert assert_same(spec, tmp_path).facts.rows == (50, 20, 0)


@pytest.mark.parametrize("color", ["grey", "rgb"])
def test_pictures_of_all_kinds_in_parted_folders(tmp_path: Path, color: str) -> None:
    from PIL import Image

    dice = np.random.default_rng(3)
    for part, count in (("train", 5), ("val", 2), ("test", 3)):
        for name in ("cat", "dog"):
            folder = tmp_path / part / name / "more"
            folder.mkdir(parents=True)
            for i in range(count):
                rgba = dice.integers(0, 256, (12 + i, 9, 4), dtype=np.uint8)
                Image.fromarray(rgba[..., : 3 + i % 2]).save(folder.parent / f"{i}.png")
            deep = dice.integers(0, 1 << 16, (9, 9), dtype=np.uint16)
            Image.fromarray(deep).save(folder / "deep.png")
            (folder / ".hidden.png").write_bytes(b"no picture")
            (folder / "broken.jpg").write_bytes(b"no picture")
    dataset = assert_same(Images(folder=".", size=(8, 7), color=color), tmp_path)
    assert dataset.facts.rows == (12, 6, 8)
    assert_same(Images(folder="train", test_folder="test", size=(5, 5), color=color), tmp_path)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "datasets").mkdir()
    return tmp_path / "datasets"


@pytest.mark.parametrize("name", ["mnist", "cifar10"])
def test_sets_that_keras_reads(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The script asks Keras itself, whose answer for this small stand-in of its cache is given here."""
    labels = np.arange(20, dtype=np.uint8) % 10
    if name == "mnist":
        parts = [(arrays(rows, 28, 28, dtype=np.uint8, seed=rows), np.resize(labels, rows)) for rows in (100, 20)]
        (x, y), (x_test, y_test) = parts
        np.savez(cache / "mnist.npz", x_train=x, y_train=y, x_test=x_test, y_test=y_test)
    else:
        folder = cache / "cifar-10-batches-py-target" / "cifar-10-batches-py"
        folder.mkdir(parents=True)
        pixels = [arrays(20, 3072, dtype=np.uint8, seed=seed) for seed in range(6)]
        for batch, own in zip([*(f"data_batch_{i}" for i in range(1, 6)), "test_batch"], pixels, strict=True):
            (folder / batch).write_bytes(pickle.dumps({b"data": own, b"labels": labels.tolist()}))
        pictures = [own.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1) for own in pixels]
        parts = [(np.concatenate(pictures[:5]), np.resize(labels, (100, 1))), (pictures[5], labels[:, np.newaxis])]
    one = types.SimpleNamespace(load_data=lambda: tuple(parts))
    monkeypatch.setitem(sys.modules, "keras.datasets", types.SimpleNamespace(**{name: one}))
    assert assert_same(KerasSet(name=name, scale="minmax"), tmp_path).facts.rows == (80, 20, 20)


def test_the_reviews_of_imdb(cache: Path, tmp_path: Path) -> None:
    dice = np.random.default_rng(4)
    reviews = np.array([dice.integers(1, 2000, 5 + i).tolist() for i in range(60)], object)
    labels = np.arange(60) % 2
    np.savez(cache / "imdb.npz", x_train=reviews, y_train=labels, x_test=reviews[:20], y_test=labels[:20])
    assert assert_same(KerasSet(name="imdb"), tmp_path).facts.rows == (48, 12, 20)
