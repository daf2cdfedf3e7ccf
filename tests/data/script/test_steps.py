"""The steps, parts and files of tables in the script, against those of load: the same bits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.data.load import load
from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns, Step
from nnviz.data.script.script import data_script
from nnviz.data.spec import Split, Table
from tests.data.script.test_script import assert_same
from tests.data.test_steps_random import chains, table

CITIES = ("Seoul", "Busan", "NA", "", "Jeju", "새 도시")
DAYS = ("2024-03-{0:02}", "2024.3.{0}", "2024년 3월 {0}일 10:30", "2024-03-{0:02}T07:05:01.5")


def write(folder: Path, rows: int, name: str = "t.csv", seed: int = 0, fewer: bool = False) -> None:
    """A table with gaps, words, repeated rows and columns that part it."""
    dice = np.random.default_rng(seed)
    lines = ["age,income,city,grade,day,set,floor,stays"]
    for i in range(rows):
        age = "" if dice.random() < 0.15 else f"{dice.normal(40, 12):.1f}"
        income = "n/a" if dice.random() < 0.1 else f"{dice.exponential(3000):.2f}"
        city = CITIES[int(dice.integers(2 if fewer else len(CITIES)))]
        day = DAYS[i % len(DAYS)].format(1 + int(dice.integers(28)))
        part = ("train", "Train", "validation", "TEST", "train", "검증")[int(dice.integers(6))]
        floor = "?" if dice.random() < 0.1 else int(dice.integers(1, 5))
        grade, stays = "ABC"[int(dice.integers(3))], ("yes", "no", "")[int(dice.integers(20) // 9)]
        lines.append(f"{age},{income},{city},{grade},{day},{part},{floor},{stays}")
        if i % 9 == 4:
            lines.append(lines[-1])
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


CHAINS: dict[str, tuple[Step, ...]] = {
    "a median and standard as without": (Fill(("age",), how="median"), ScaleColumns(("age",), how="standard")),
    "every figure": (
        Fill(("age",), how="mean"),
        Fill(("income", "city"), how="most_frequent"),
        Fill(("floor",), how="constant", value=-2.5),
        ScaleColumns(("age", "income"), how="minmax"),
        ScaleColumns(("floor",), how="none"),
    ),
    "logarithm, then standard, gaps at the end": (
        ScaleColumns(("income",), how="log"),
        ScaleColumns(("income", "age"), how="standard"),
    ),
    "labels and a word for what is missing": (
        Fill(("city",), how="constant", value="no {city}"),
        Encode(("grade", "city"), how="label"),
        ScaleColumns(("grade",), how="255"),
    ),
    "numbers that are names": (
        Fill(("floor",), how="most_frequent"),
        Encode(("floor",), how="onehot"),
        Encode(("city",), how="onehot", unknown="ignore"),
    ),
    "columns dropped": (Drop(("city", "income")), ScaleColumns(how="minmax")),
    "all numbers filled": (Fill(how="median"), ScaleColumns(how="standard")),
    "rows without a value": (Fill(("age",)), DropRows(("age", "income", "day"), which="missing")),
    "rows without any value": (Drop(("income",)), DropRows(which="missing")),
    "repeated rows": (DropRows(which="duplicates"), DropRows(("floor", "grade", "age"), which="duplicates")),
    "rows dropped in turn": (DropRows(("city",)), DropRows(("grade", "floor"), which="duplicates"), Drop(("age",))),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    write(folder, 160)
    write(folder, 30, "val.csv", seed=1, fewer=True)
    write(folder, 30, "test.csv", seed=2, fewer=True)
    return folder


@pytest.mark.parametrize("name", CHAINS)
def test_every_chain(folder: Path, name: str) -> None:
    split = Split(validation=0.2, test=0.15, seed=3)
    dataset = assert_same(Table(path="t.csv", target="stays", split=split, steps=CHAINS[name]), folder)
    assert np.isfinite(dataset.train.x).all()


@pytest.mark.parametrize("name", ["every figure", "rows dropped in turn"])
def test_files_of_their_own_for_validation_and_test(folder: Path, name: str) -> None:
    steps = (Drop(("day",)), *CHAINS[name])  # dates that never came up in training would be refused
    spec = Table(path="t.csv", target="stays", test_path="test.csv", validation_path="val.csv", steps=steps)
    dataset = assert_same(spec, folder)
    assert dataset.validation is not None
    assert dataset.test is not None
    inputs = ("age", "income", "grade", "floor")
    plain = Table(path="t.csv", target="stays", test_path="test.csv", validation_path="val.csv", inputs=inputs)
    assert_same(plain, folder)


@pytest.mark.parametrize("steps", [(), CHAINS["every figure"]])
def test_rows_parted_by_a_column(folder: Path, steps: tuple[Step, ...]) -> None:
    spec = Table(path="t.csv", target="stays", split=Split(by_column="set"), steps=steps)
    dataset = assert_same(spec, folder)
    assert min(dataset.facts.rows) > 10
    assert not any("set" in name for name in dataset.facts.feature_names)


@pytest.mark.parametrize("steps", [(), CHAINS["all numbers filled"]])
@pytest.mark.parametrize("column", ["day", "floor"])
def test_rows_parted_by_time(folder: Path, column: str, steps: tuple[Step, ...]) -> None:
    split = Split(validation=0.2, test=0.2, by_time=column)
    dropping = (DropRows(("floor",)), *steps)
    assert_same(Table(path="t.csv", target="stays", split=split, steps=dropping), folder)


@pytest.mark.parametrize("balance", ["weights", "under", "over", "smote"])
def test_balanced_after_the_steps(folder: Path, balance: str) -> None:
    assert_same(Table(path="t.csv", target="stays", balance=balance, steps=CHAINS["every figure"]), folder)


def test_a_chain_is_written_for_a_reader(folder: Path) -> None:
    spec = Table(path="t.csv", target="stays", steps=CHAINS["all numbers filled"])
    text = data_script(spec, load(spec, folder).facts, folder)
    assert "for name in ['age', 'income']:\n    fill(name, np.median(known(name)))\n    standard(name)\n" in text
    assert "def minmax" not in text
    assert max(map(len, text.splitlines())) <= 200


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**16), chains(), st.sampled_from(["standard", "minmax", "255", "none"]))
def test_random_chains(tmp_path: Path, seed: int, drawn: tuple[dict[str, list[Step]], list[Step]], scale: Any) -> None:
    table(seed).to_csv(tmp_path / "t.csv", index=False)
    assert_same(Table(path="t.csv", steps=tuple(drawn[1]), scale=scale, split=Split(by_column="part")), tmp_path)
