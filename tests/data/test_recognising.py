"""What a file or folder is, by what it holds; its partners by the usual names; and that each loads as it was taken."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from PIL import Image

from nnviz.data.load import load
from nnviz.data.recognising import spec_of, with_pictures
from nnviz.data.spec import Idx, Images, Npz, Table
from nnviz.errors import BadInput
from tests.data.samples import people_csv, write_idx

X, Y = np.random.default_rng(0).normal(size=(40, 4)), np.arange(40) % 2


def names_of(spec: object) -> dict[str, str]:
    """The files that *spec* names, without their folders."""
    fields = {field: getattr(spec, field) for field in spec.__struct_fields__}
    return {key: Path(value).name for key, value in fields.items() if isinstance(value, str) and "/" in value}


def idx_pair(folder: Path, images: str, labels: str, rows: int = 30) -> None:
    write_idx(folder / images, np.random.default_rng(rows).integers(0, 256, (rows, 4, 4), np.uint8))
    write_idx(folder / labels, np.arange(rows, dtype=np.uint8) % 3)


@pytest.mark.parametrize("style", ["plain", "semicolon", "tab", "utf-16", "cp949", "gz", "no header"])
def test_tables(style: str, tmp_path: Path) -> None:
    path, _ = people_csv(tmp_path, style)
    spec = spec_of(path)
    assert spec == Table(path=str(path))
    assert sum(load(spec, Path()).facts.rows) == 60


def test_parquet_and_excel_whatever_they_are_called(tmp_path: Path) -> None:
    import duckdb

    duckdb.sql(f"COPY (SELECT range AS a, range % 2 AS y FROM range(30)) TO '{tmp_path / 'a.parquet'}'")
    book = openpyxl.Workbook()
    for row in [("a", "y"), *((i, i % 2) for i in range(30))]:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    for name in ("a.parquet", "a.xlsx"):
        shutil.copy(tmp_path / name, tmp_path / f"{name}.download")
        for path in (tmp_path / name, tmp_path / f"{name}.download"):
            assert spec_of(path) == Table(path=str(path))
            assert load(spec_of(path), Path()).facts.feature_names == ("a",)


def test_a_test_file_of_the_same_columns_beside_a_table(tmp_path: Path) -> None:
    text = "a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(30))
    for name in ("sales_train.csv", "sales_test.csv", "sales_val.csv", "other_test.csv"):
        (tmp_path / name).write_text(text)
    wanted = {"path": "sales_train.csv", "test_path": "sales_test.csv", "validation_path": "sales_val.csv"}
    assert names_of(spec_of(tmp_path / "sales_train.csv")) == wanted
    (tmp_path / "sales_test.csv").write_text("a\n1\n2\n")  # rows to be answered by someone else
    assert names_of(spec_of(tmp_path / "sales_train.csv")) == {k: v for k, v in wanted.items() if k != "test_path"}
    assert names_of(spec_of(tmp_path / "sales_val.csv")) == {"path": "sales_val.csv"}


IDX_NAMES = [
    ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
    ("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"),
    ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte"),
    ("emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte",
     "emnist-letters-test-images-idx3-ubyte", "emnist-letters-test-labels-idx1-ubyte"),
]  # fmt: skip


@pytest.mark.parametrize("names", IDX_NAMES)
def test_idx_files_find_their_partners_whichever_is_given(names: tuple[str, ...], tmp_path: Path) -> None:
    idx_pair(tmp_path, *names[:2])
    idx_pair(tmp_path, *names[2:], rows=12)
    idx_pair(tmp_path, "another-images-idx3-ubyte", "another-labels-idx1-ubyte")
    wanted = dict(zip(("images", "labels", "test_images", "test_labels"), names, strict=True))
    for name in names:
        spec = spec_of(tmp_path / name)
        assert isinstance(spec, Idx)
        assert names_of(spec) == wanted
    assert load(spec, Path()).facts.rows == (24, 6, 12)


def test_one_half_of_idx_data_is_refused(tmp_path: Path) -> None:
    idx_pair(tmp_path, "train-images-idx3-ubyte", "train-labels-idx1-ubyte")
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(BadInput, match="one half of IDX data: expected its labels beside it"):
        spec_of(tmp_path / "train-images-idx3-ubyte")


@pytest.mark.parametrize(
    "names",
    [
        ("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"),
        ("X.npy", "y.npy", "X_test.npy", "y_test.npy"),
        ("images.npy", "labels.npy", "images-test.npy", "labels-test.npy"),
        ("train_data.npy", "train_targets.npy", "test_data.npy", "test_targets.npy"),
    ],
)
def test_arrays_find_their_partners_whichever_is_given(names: tuple[str, ...], tmp_path: Path) -> None:
    for name, array in zip(names, (X, Y, X[:10], Y[:10]), strict=True):
        np.save(tmp_path / name, array)
    wanted = dict(zip(("path", "labels", "test_path", "test_labels"), names, strict=True))
    for name in names:
        spec = spec_of(tmp_path / name)
        assert names_of(spec) == wanted
    assert load(spec, Path()).facts.rows == (32, 8, 10)


def test_a_single_array_and_archives(tmp_path: Path) -> None:
    np.save(tmp_path / "table.npy", np.column_stack([X, Y]))
    assert spec_of(tmp_path / "table.npy") == Npz(path=str(tmp_path / "table.npy"))
    for name in ("set_train.npz", "set_test.npz"):
        np.savez(tmp_path / name, x=X, y=Y)
    assert names_of(spec_of(tmp_path / "set_train.npz")) == {"path": "set_train.npz", "test_path": "set_test.npz"}
    np.savez(tmp_path / "whole.npz", x_train=X, y_train=Y, x_test=X, y_test=Y)
    assert names_of(spec_of(tmp_path / "whole.npz")) == {"path": "whole.npz"}


def test_folders_of_files_are_what_they_hold(tmp_path: Path) -> None:
    idx, table, arrays = (tmp_path / name for name in ("idx", "table", "arrays"))
    for folder in (idx, table, arrays):
        folder.mkdir()
    idx_pair(idx, *IDX_NAMES[0][:2])
    idx_pair(idx, *IDX_NAMES[0][2:])
    (idx / "readme.txt").write_text("what this is")
    (table / "sample_submission.csv").write_text("y\n0\n1\n")
    (table / "test.csv").write_text("a,y\n1,0\n2,1\n")
    (table / "train.csv").write_text("a,y\n1,0\n2,1\n3,1\n")
    np.save(arrays / "y.npy", Y)
    np.save(arrays / "x.npy", X)
    assert names_of(spec_of(idx)) == dict(
        zip(("images", "labels", "test_images", "test_labels"), IDX_NAMES[0], strict=True)
    )
    assert names_of(spec_of(table)) == {"path": "train.csv", "test_path": "test.csv"}
    assert names_of(spec_of(arrays)) == {"path": "x.npy", "labels": "y.npy"}


def test_pixels_are_known_before_they_are_loaded(tmp_path: Path) -> None:
    names = ["label", *(f"pixel{i}" for i in range(64))]
    (tmp_path / "t.csv").write_text("\n".join([",".join(names), *[",".join(["1"] * 65)] * 3]) + "\n")
    for spec, shape, target in (
        (Table(path="t.csv"), (8, 8, 1), "label"),
        (Table(path="t.csv", target=0), (8, 8, 1), 0),
        (Table(path="t.csv", target="pixel3"), None, "pixel3"),
        (Table(path="t.csv", image_shape=()), (), ()),
        (Table(path="t.csv", inputs=(3,)), None, ()),
    ):
        found = with_pictures(spec, tmp_path)
        assert isinstance(found, Table)
        assert (found.image_shape, found.target) == (shape, target)
    assert with_pictures(Npz(path="t.npz"), tmp_path) == Npz(path="t.npz")


def test_a_folder_of_pictures_and_a_picture(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        Image.new("L", (20, 10)).save(tmp_path / name / "1.png")
    assert spec_of(tmp_path) == Images(folder=str(tmp_path), size=(10, 20), color="grey")
    with pytest.raises(BadInput, match=r"1\.png is a picture: choose the folder that has one subfolder"):
        spec_of(tmp_path / "a" / "1.png")


def test_what_is_no_data(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no file"):
        spec_of(tmp_path / "gone.csv")
    with pytest.raises(BadInput, match="holds no data: expected one subfolder of pictures for each class"):
        spec_of(tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(BadInput, match="not a table but a PDF document"):
        spec_of(tmp_path / "a.pdf")
    (tmp_path / "a.npz").write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(BadInput, match="npz"):
        load(spec_of(tmp_path / "a.npz"), Path())
