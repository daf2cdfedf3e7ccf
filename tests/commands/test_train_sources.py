"""``nnviz train`` on further sources: workbooks, Parquet, pixels, arrays, parts in files of their own, downloads."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
from PIL import Image

from nnviz.data.sources.keras_sets import cache_folder

CHAIN = {"layers": [{"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}]}
FLAT = {"layers": [{"id": "in", "kind": "Input"}, {"id": "f", "kind": "Flatten"}, {"id": "out", "kind": "Output"}]}
ADAM = {"kind": "Adam", "learning_rate": 0.003}


def people(rows: int = 90) -> list[tuple[Any, ...]]:
    dice = np.random.default_rng(4)
    found: list[tuple[Any, ...]] = [("신장", "colour", "kind")]
    for _ in range(rows):
        tall = dice.random() < 0.5
        height = float(150 + 30 * tall + dice.normal(0, 3))
        found.append((round(height, 1), ("red", "green")[int(dice.integers(2))], "tall" if tall else "small"))
    return found


def csv_text(rows: list[tuple[Any, ...]]) -> str:
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


def shades(rows: int, *shape: int) -> tuple[np.ndarray, np.ndarray]:
    """Pictures of three shades, and which one each is of."""
    labels = np.arange(rows, dtype=np.uint8) % 3
    noise = np.random.default_rng(rows).integers(0, 60, (rows, *shape), np.uint8)
    return noise + 80 * labels.reshape(-1, *([1] * len(shape))), labels


def workbook(folder: Path) -> dict:
    book = openpyxl.Workbook()
    book.create_sheet("사람")
    for row in people():
        book["사람"].append(row)
    book.save(folder / "people.xlsx")
    return {"source": "table", "path": "people.xlsx", "sheet": "사람"}


def parquet(folder: Path) -> dict:
    import duckdb

    (folder / "people.csv").write_text(csv_text(people()))
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{folder / 'people.csv'}')) TO '{folder / 'people.parquet'}'")
    return {"source": "table", "path": "people.parquet"}


def korean_tables(folder: Path) -> dict:
    for name, encoding, rows in (("a", "cp949", 90), ("v", "utf-16-le", 20), ("t", "utf-16", 20)):
        (folder / f"{name}.csv").write_bytes(csv_text(people(rows)).encode(encoding))
    return {"source": "table", "path": "a.csv", "validation_path": "v.csv", "test_path": "t.csv"}


def pixels(folder: Path) -> dict:
    x, y = shades(60, 64)
    header = ("label", *(f"pixel{i}" for i in range(64)))
    (folder / "signs.csv").write_text(csv_text([header, *np.column_stack([y, x]).tolist()]))
    return {"source": "table", "path": "signs.csv"}


def array_files(folder: Path) -> dict:
    for part, rows in (("train", 60), ("test", 15)):
        x, y = shades(rows, 5, 4)
        np.save(folder / f"x_{part}.npy", x)
        np.save(folder / f"y_{part}.npy", y)
    files = {"labels": "y_train.npy", "test_path": "x_test.npy", "test_labels": "y_test.npy"}
    return {"source": "npz", "path": "x_train.npy", **files}


def idx_parts(folder: Path) -> dict:
    files = {}
    for prefix, rows in (("", 60), ("validation_", 15), ("test_", 15)):
        for key, array in zip(("images", "labels"), shades(rows, 5, 4), strict=True):
            files[prefix + key] = f"{prefix}{key}"
            head = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
            (folder / files[prefix + key]).write_bytes(head + array.tobytes())
    return {"source": "idx", **files}


def parted_folders(folder: Path) -> dict:
    for part, rows in (("train", 30), ("val", 9), ("test", 9)):
        for i, (picture, label) in enumerate(zip(*shades(rows, 6, 6), strict=True)):
            place = folder / "shades" / part / "abc"[label]
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray(picture).save(place / f"{i}.png")
    return {"source": "images", "folder": "shades", "size": [6, 6], "color": "grey"}


def series_parts(folder: Path) -> dict:
    for name, first, rows in (("a", 0, 150), ("t", 150, 40)):
        lines = [f"{math.sin(t / 5)},{math.cos(t / 5)}" for t in range(first, first + rows)]
        (folder / f"{name}.csv").write_text("\n".join(["sin,cos", *lines]) + "\n")
    return {"source": "series", "path": "a.csv", "test_path": "t.csv", "window": 6, "horizon": 2, "stride": 2}


def downloaded(folder: Path) -> dict:
    x, y = shades(60, 28, 28)
    cache_folder().mkdir(parents=True)
    np.savez(cache_folder() / "mnist.npz", x_train=x, y_train=y, x_test=x[:15], y_test=y[:15])
    return {"source": "keras", "name": "mnist"}


SOURCES: dict[str, tuple[Callable[[Path], dict], dict, bool]] = {
    "a sheet of a workbook": (workbook, CHAIN, False),
    "parquet": (parquet, CHAIN, False),
    "korean tables": (korean_tables, CHAIN, True),
    "columns of pixels": (pixels, FLAT, False),
    "arrays": (array_files, FLAT, True),
    "idx for three parts": (idx_parts, FLAT, True),
    "folders for three parts": (parted_folders, FLAT, True),
    "series": (series_parts, FLAT, True),
    "downloaded": (downloaded, FLAT, True),
}


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_learns(nnviz, project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    make, network, tested = SOURCES[source]
    ran = nnviz("train", project(make(tmp_path), network, epochs=6, optimizer=ADAM), "--json")
    assert (ran.code, ran.err) == (0, "")
    *epochs, last = ran.lines
    assert epochs[-1]["loss"] < epochs[0]["loss"]
    assert "val_loss" in epochs[0]
    assert ("test" in last) == tested


def test_what_was_made_of_a_table_is_said(nnviz, project, tmp_path: Path) -> None:
    ran = nnviz("train", project(pixels(tmp_path), FLAT, epochs=1))
    assert "Note: The 64 columns of pixels were read as pictures of 8 x 8 x 1.\n" in ran.err


def test_a_folder_of_pictures_is_answered_by_name(nnviz, project, tmp_path: Path) -> None:
    path = project(parted_folders(tmp_path), FLAT, epochs=1)
    assert nnviz("train", path, "--out", tmp_path / "out").code == 0
    (tmp_path / "shades" / "test" / "c" / "0.png").touch()
    ran = nnviz("predict", tmp_path / "out" / "project.nnviz", tmp_path / "shades" / "test")
    assert ran.code == 0
    names = [line.split(",")[0] for line in ran.out.splitlines()]
    assert names == ["file", *(f"{'abc'[i]}/{number}.png" for i in range(3) for number in range(i, 9, 3))]
    assert ran.err == "Note: 1 picture was skipped: c/0.png is empty.\n"


def test_other_data_than_the_project_s_own(nnviz, project, tmp_path: Path) -> None:
    path = project({"source": "builtin", "name": "xor"}, FLAT, epochs=4, optimizer=ADAM)
    array_files(tmp_path)
    ran = nnviz("train", path, "--data", tmp_path / "x_train.npy", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert "test" in ran.lines[-1]
    korean_tables(tmp_path)
    ran = nnviz("train", path, "--data", tmp_path / "a.csv", "--target", "신장", "--epochs", 1)
    assert "Learning to tell 신장." in ran.err
    assert "mae" in ran.err  # a number is told, and no class
    refused = nnviz("train", path, "--target", "신장")
    assert refused.code == 2
    assert "--target names a column of a table" in refused.err
    refused = nnviz("train", path, "--data", tmp_path / "gone.csv")
    assert (refused.code, refused.err) == (2, f"nnviz: There is no file {tmp_path / 'gone.csv'}.\n")


def test_other_data_keep_what_was_chosen_and_fits(nnviz, project, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text("a,b,c\n" + "1,x,0\n2,y,1\n3,x,2\n" * 8)
    data = {"source": "table", "path": "old.csv", "target": "b", "split": {"test": 0.5}, "inputs": ["a", "z"]}
    ran = nnviz("train", project(data, FLAT, epochs=1), "--data", tmp_path / "new.csv")
    assert ran.code == 0
    assert "Learning to tell b." in ran.err
    assert "Note: The input 'z' is not kept: new.csv has no such column.\n" in ran.err
