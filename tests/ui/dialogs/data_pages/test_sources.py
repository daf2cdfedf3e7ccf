"""Every kind of file and folder, opened by the mouse."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.spec import Idx, Images, Npz, Series, Table
from nnviz.ui.dialogs.data_pages.source_controls import ImagesControls, LabelsControls
from tests.data.samples import write_idx
from tests.ui.dialogs.choosing import Hand

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("a.txt", ";")])
def test_text_tables(hand: Hand, tmp_path: Path, name: str, delimiter: str) -> None:
    path = tmp_path / name
    path.write_text("".join(delimiter.join([str(i), str(i % 7), str(i % 2)]) + "\n" for i in range(40)))
    assert hand.open(path).startswith("40 rows, 2 inputs, 2 classes: 32 train, 8 validation.")
    assert hand.chooser.spec == Table(path=str(path))


def test_parquet(hand: Hand, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    duckdb.sql("SELECT range AS a, range * 1.5 AS b FROM range(50)").write_parquet(str(path))
    assert hand.open(path).startswith("50 rows, 1 input, 1 number to predict")
    page = hand.table
    assert not page.reading.delimiter.isVisible()


def test_a_workbook_and_its_sheets(hand: Hand, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for sheet, columns in ((book.active, 3), (book.create_sheet("more"), 4)):
        sheet.append([f"c{i}" for i in range(columns)])
        for i in range(30):
            sheet.append([i + j for j in range(columns - 1)] + ["yes" if i % 2 else "no"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert hand.open(path).startswith("30 rows, 2 inputs, 2 classes")
    reading = hand.table.reading
    assert reading.sheet.isVisible()
    hand.choose(reading.sheet, "more")
    assert hand.chooser.spec == Table(path=str(path), sheet="more")
    assert hand.ready().startswith("30 rows, 3 inputs, 2 classes")
    hand.wait(lambda: hand.table.count.text() == "30 rows, 4 columns")


def test_arrays_in_an_archive(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, x=RNG.random((50, 3)), y=RNG.integers(0, 3, 50))
    assert hand.open(path).startswith("50 rows, 3 inputs, 3 classes")
    assert hand.chooser.spec == Npz(path=str(path))
    assert hand.picture.thumbnail.picture is not None
    assert hand.picture.controls is None


def test_an_array_and_the_file_with_its_answers(hand: Hand, tmp_path: Path) -> None:
    np.save(tmp_path / "samples.npy", RNG.random((50, 3)))
    np.save(tmp_path / "answers.npy", RNG.integers(0, 3, 50))
    hand.open(tmp_path / "samples.npy")
    controls = hand.picture.controls
    assert isinstance(controls, LabelsControls)
    hand.click(controls.labels.choose)
    hand.take(controls.labels, tmp_path / "answers.npy")
    assert hand.chooser.spec == Npz(path=str(tmp_path / "samples.npy"), labels=str(tmp_path / "answers.npy"))
    assert hand.ready().startswith("50 rows, 3 inputs, 3 classes")


def test_pictures_as_mnist_has_them(hand: Hand, tmp_path: Path) -> None:
    for part, rows in (("train", 40), ("t10k", 10)):
        write_idx(tmp_path / f"{part}-images-idx3-ubyte", RNG.integers(0, 256, (rows, 6, 6)).astype(np.uint8))
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", (np.arange(rows) % 2).astype(np.uint8))
    assert hand.open(tmp_path / "train-images-idx3-ubyte").startswith("50 pictures, 6 × 6, 2 classes: 32 train")
    spec = hand.chooser.spec
    assert isinstance(spec, Idx)
    assert spec.labels == str(tmp_path / "train-labels-idx1-ubyte")
    assert isinstance(hand.picture.controls, LabelsControls)
    assert hand.picture.controls.labels.name.text() == "train-labels-idx1-ubyte"


def test_a_folder_of_pictures(hand: Hand, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    for name in ("cats", "dogs"):
        (tmp_path / name).mkdir()
        for i in range(6):
            image.fromarray(RNG.integers(0, 256, (8, 10, 3)).astype(np.uint8)).save(tmp_path / name / f"{i}.png")
    assert hand.open(tmp_path).startswith("12 pictures")
    controls = hand.picture.controls
    assert isinstance(controls, ImagesControls)
    hand.type(controls.height_field, "12")
    hand.type(controls.width_field, "9")
    hand.choose(controls.color, "grey")
    spec = hand.chooser.spec
    assert isinstance(spec, Images)
    assert (spec.size, spec.color) == ((12, 9), "grey")
    assert hand.ready().startswith("12 pictures, 12 × 9, 2 classes")


def test_rows_as_pictures(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "pixels.csv"
    names = ",".join(["label", *(f"p{i}" for i in range(16))])
    rows = [",".join(str(n) for n in (i % 3, *RNG.integers(0, 256, 16))) for i in range(30)]
    path.write_text("\n".join([names, *rows]) + "\n")
    hand.open(path)
    hand.role("label", "Predict this")
    hand.ready()
    hand.choose(hand.table.reading.kind, "picture")
    assert hand.chooser.spec == Table(path=str(path), target="label", image_shape=(4, 4, 1))
    assert hand.ready().startswith("30 pictures, 4 × 4, 3 classes")
    hand.choose(hand.table.reading.kind, "example")
    assert hand.ready().startswith("30 rows, 16 inputs, 3 classes")


def test_columns_called_pixels_are_pictures_at_once(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "pixels.csv"
    names = ",".join(["label", *(f"pixel{i}" for i in range(16))])
    rows = [",".join(str(n) for n in (i % 3, *RNG.integers(0, 256, 16))) for i in range(30)]
    path.write_text("\n".join([names, *rows]) + "\n")
    assert hand.open(path).startswith("30 pictures, 4 × 4, 3 classes")
    assert hand.table.reading.kind.choice == "picture"


def test_rows_as_moments_in_time(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    rows = [f"day {i},{np.sin(i / 5):.3f},{i % 24},{i}" for i in range(80)]
    path.write_text("\n".join(["day,load,hour,count", *rows]) + "\n")
    hand.open(path)
    hand.choose(hand.table.reading.kind, "step")
    assert hand.ready().startswith("56 rows, 24 × 3, 1 number to predict")
    series = hand.table.series
    hand.type(series.window_field, "10")
    hand.type(series.horizon, "2")
    hand.type(series.stride, "3")
    hand.role("hour", "Forecast this")
    hand.role("count", "Leave it out")
    assert hand.chooser.spec == Series(path=str(path), columns=("hour", "load"), window=10, horizon=2, stride=3)
    assert "10 × 2" in hand.ready()
    hand.choose(hand.table.reading.kind, "example")
    assert hand.chooser.spec == Table(path=str(path), image_shape=())
