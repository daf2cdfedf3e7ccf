"""Other data for a project: what was chosen and still fits is kept, and what does not is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nnviz.data.carrying_over import carried_over
from nnviz.data.load import load
from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns
from nnviz.data.recognising import spec_of
from nnviz.data.spec import Builtin, DataSpec, Images, Npz, Series, Split, Table

OLD = Table(
    path="old.csv", target="b", inputs=("a", "city", "d"), task="classes", balance="over", scale="minmax",
    shuffle=False, test_path="held.csv", validation_path="gone.csv",
    split=Split(validation=0.3, test=0.1, seed=7, by_time="d"),
    steps=(Fill(columns=("a", "d"), how="mean"), Encode(), Drop(columns=("e",)), ScaleColumns(columns=("a",))),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """old.csv is gone; new.csv lacks d and e of it, and other.csv lacks the target too."""
    rows = [f"{i},{i % 3},{'xyz'[i % 3]},{i % 2}" for i in range(40)]
    (tmp_path / "new.csv").write_text("\n".join(["a,b,city,f", *rows]) + "\n")
    (tmp_path / "other.csv").write_text("\n".join(["a,q,city,f", *rows]) + "\n")
    (tmp_path / "held.csv").write_text("f,a,b,city\n" + "1,2,1,x\n" * 5)
    return tmp_path


def carried(folder: Path, old: DataSpec, name: str) -> tuple[DataSpec, list[str]]:
    data, lost = carried_over(old, spec_of(folder / name), folder)
    return data, list(map(str, lost))


def test_columns_that_are_there_keep_what_was_chosen(folder: Path) -> None:
    data, lost = carried(folder, OLD, "new.csv")
    assert data == Table(
        path=str(folder / "new.csv"), target=("b",), inputs=("a", "city"), task="classes", balance="over",
        scale="minmax", shuffle=False, test_path="held.csv", split=Split(validation=0.3, test=0.1, seed=7),
        steps=(Fill(columns=("a",), how="mean"), Encode(), ScaleColumns(columns=("a",))),
    )  # fmt: skip
    assert lost == [
        "The splitting column 'd' is not kept: new.csv has no such column.",
        "The input 'd' is not kept: new.csv has no such column.",
        "The step for 'd' is not kept: new.csv has no such column.",
        "The step for 'e' is not kept: new.csv has no such column.",
        "The validation file is not kept: it does not fit new.csv.",
    ]
    dataset = load(data, folder)
    assert dataset.facts.target_names == ("b",)
    assert dataset.facts.rows[1:] == (12, 5)


def test_without_the_target_what_hangs_on_it_goes_too(folder: Path) -> None:
    data, lost = carried(folder, OLD, "other.csv")
    assert isinstance(data, Table)
    assert (data.target, data.task, data.balance, data.scale) == ((), "auto", "none", "minmax")
    assert data.test_path is None
    assert "The target 'b' is not kept: other.csv has no such column." in lost
    assert {"The task", "The balancing of the classes", "The test file"} <= {one.split(" is not")[0] for one in lost}


def test_nothing_is_told_where_nothing_was_chosen(folder: Path) -> None:
    for old in (Builtin(name="xor"), Table(path="old.csv"), None):
        data, lost = carried_over(old, spec_of(folder / "new.csv"), folder)
        assert (data, lost) == (Table(path=str(folder / "new.csv")), ())


def test_steps_for_all_columns_stay(folder: Path) -> None:
    old = Table(path="old.csv", steps=(DropRows(which="duplicates"), Fill(), Drop(columns=(0,)), Drop(columns=(9,))))
    data, lost = carried(folder, old, "new.csv")
    assert isinstance(data, Table)
    assert data.steps == (DropRows(which="duplicates"), Fill(), Drop(columns=(0,)))
    assert lost == ["The step for 9 is not kept: new.csv has no such column."]


def test_a_series_stays_one(folder: Path) -> None:
    old = Series(path="old.csv", columns=("b", "z"), window=5, horizon=2, stride=3, test_path="held.csv")
    data, lost = carried(folder, old, "new.csv")
    assert data == Series(
        path=str(folder / "new.csv"), columns=("b",), window=5, horizon=2, stride=3, test_path="held.csv"
    )
    assert lost == ["The column 'z' is not kept: new.csv has no such column."]


def test_rows_stay_pictures_where_they_are_as_large(tmp_path: Path) -> None:
    names = [f"n{i}" for i in range(12)]
    (tmp_path / "new.csv").write_text(",".join([*names, "y"]) + "\n" + (",".join("0" * 13) + "\n") * 9)
    data, lost = carried(tmp_path, Table(path="old.csv", image_shape=(3, 4)), "new.csv")
    assert isinstance(data, Table)
    assert (data.image_shape, lost) == ((3, 4), [])
    data, lost = carried(tmp_path, Table(path="old.csv", image_shape=(3, 3)), "new.csv")
    assert isinstance(data, Table)
    assert data.image_shape is None
    assert lost == ["The shape of the pictures is not kept: it does not fit new.csv."]


def test_pictures_keep_their_size_and_files_of_the_same_classes(tmp_path: Path) -> None:
    for place in ("new/a", "new/b", "held/a", "other/c"):
        (tmp_path / place).mkdir(parents=True)
        Image.fromarray(np.zeros((4, 4), np.uint8)).save(tmp_path / place / "0.png")
    old = Images(folder="old", size=(9, 8), color="grey", test_folder="held", validation_folder="other", task="classes")
    data, lost = carried(tmp_path, old, "new")
    assert data == Images(folder=str(tmp_path / "new"), size=(9, 8), color="grey", test_folder="held", task="classes")
    assert lost == ["The validation file is not kept: it does not fit new."]


def test_another_kind_of_data_keeps_the_split_alone(folder: Path) -> None:
    np.savez(folder / "new.npz", x=np.zeros((9, 2)), y=np.arange(9) % 2)
    data, lost = carried(folder, OLD, "new.npz")
    assert data == Npz(path=str(folder / "new.npz"), shuffle=False, split=Split(validation=0.3, test=0.1, seed=7))
    assert [one.split(" is not")[0] for one in lost] == [
        "The splitting column 'd'", "The preparation of the columns", "The scaling", "The task",
        "The balancing of the classes", "The validation file", "The test file",
    ]  # fmt: skip
