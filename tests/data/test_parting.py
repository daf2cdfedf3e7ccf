"""Rows parted by the words of a column, and in the order of a column of times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.data.spec import Builtin, Npz, Split, Table
from nnviz.errors import BadInput

RNG = np.random.default_rng(8)
ROWS = 30


def loaded(base: Path, split: Split, rows: pd.DataFrame | None = None, **options: Any) -> Dataset:
    if rows is not None:
        rows.to_csv(base / "t.csv", index=False)
    return load(Table(path="t.csv", split=split, scale="none", **options), base)


def parts(dataset: Dataset) -> list[list[int]]:
    """The first input of each part's rows."""
    found = (dataset.train, dataset.validation, dataset.test)
    return [[] if part is None else part.x[:, 0].astype(int).tolist() for part in found]


def numbered(**columns: Any) -> pd.DataFrame:
    return pd.DataFrame({"row": np.arange(ROWS), **columns, "y": RNG.normal(size=ROWS)})


@pytest.mark.parametrize(
    "words",
    [
        ("train", "validation", "test"),
        ("Training", "VAL", "testing"),
        ("훈련", "검증", "시험"),
        ("학습", "dev", "평가"),
    ],
)
def test_by_the_words_of_a_column(tmp_path: Path, words: tuple[str, str, str]) -> None:
    drawn = RNG.integers(0, 3, ROWS)
    dataset = loaded(tmp_path, Split(by_column="part"), numbered(part=np.array(words)[drawn]))
    assert parts(dataset) == [np.flatnonzero(drawn == part).tolist() for part in range(3)]
    assert dataset.facts.feature_names == ("row",)


def test_the_column_may_be_the_last_one_and_leave_parts_out(tmp_path: Path) -> None:
    rows = numbered(x=RNG.random(ROWS))
    rows["part"] = ["train"] * 20 + ["test"] * 10
    dataset = loaded(tmp_path, Split(by_column=3), rows)
    assert dataset.facts.target_names == ("y",)
    assert dataset.facts.rows == (20, 0, 10)


def test_what_a_column_cannot_say_is_told(tmp_path: Path) -> None:
    def refusal(split: Split, rows: pd.DataFrame, **options: Any) -> str:
        with pytest.raises(BadInput) as caught:
            loaded(tmp_path, split, rows, **options)
        return str(caught.value)

    words = ["train"] * 29
    by_part = Split(by_column="part")
    assert refusal(by_part, numbered(part=[*words, "later"])) == (
        "t.csv, line 31 (row 30 of the data): 'part' holds 'later'; expected train, validation or test."
    )
    assert "line 31 (row 30 of the data): 'part' holds ''" in refusal(by_part, numbered(part=[*words, ""]))
    assert "'part' is a column of numbers; to part the rows" in refusal(by_part, numbered(part=np.arange(ROWS)))
    assert "says train in no row: none are left" in refusal(by_part, numbered(part=["test"] * ROWS))
    assert "There is no column 'group'" in refusal(Split(by_column="group"), numbered())
    both = Split(by_column="part", by_time="row")
    assert "by the words in 'part' or in the order of 'row', but not by both" in refusal(both, numbered(part="train"))
    numbered(part="test").to_csv(tmp_path / "test.csv", index=False)
    told = refusal(by_part, numbered(part=[*words, "test"]), test_path="test.csv")
    assert told.endswith("line 31 (row 30 of the data): the row is for the test, but there is a file for that already.")


def test_only_tables_have_columns(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=np.zeros((9, 2)), y=np.arange(9) * 0.5)
    for spec in (Npz(path="a.npz", split=Split(by_time="t")), Builtin(name="iris", split=Split(by_column="part"))):
        with pytest.raises(BadInput, match=r"parted by the column '(t|part)', but only those of a table"):
            load(spec, tmp_path)


def order(times: Any) -> list[int]:
    """The rows by time; those of the same time as they stand in the file."""
    return np.argsort(np.asarray(times), kind="stable").tolist()


DAYS = pd.date_range("2023-11-20", periods=ROWS, freq="97h").to_numpy()
SHUFFLED = RNG.permutation(DAYS)


@pytest.mark.parametrize(
    ("written", "times"),
    [
        (RNG.integers(1990, 2000, ROWS), None),
        ([str(day)[:10] for day in SHUFFLED], SHUFFLED.astype("datetime64[D]")),
        ([str(day)[:19] for day in SHUFFLED], SHUFFLED),
        ([str(day)[:16].replace("T", " ") for day in SHUFFLED], SHUFFLED),
        ([f"{d:%Y.%-m.%-d}" for d in pd.to_datetime(SHUFFLED)], SHUFFLED.astype("datetime64[D]")),
        ([f"{d:%Y}년 {d.month}월 {d.day}일" for d in pd.to_datetime(SHUFFLED)], SHUFFLED.astype("datetime64[D]")),
    ],
    ids=["years", "days", "iso", "minutes", "dots", "korean"],
)
def test_by_time(tmp_path: Path, written: Any, times: Any) -> None:
    dataset = loaded(tmp_path, Split(by_time="when", validation=0.2, test=0.3), numbered(when=written))
    expected = order(written if times is None else times)
    assert parts(dataset) == [expected[:15], expected[15:21], expected[21:]]
    assert dataset.facts.feature_names == ("row",)


def test_a_time_may_be_an_input_as_well(tmp_path: Path) -> None:
    years = RNG.permutation(ROWS) + 1990
    dataset = loaded(tmp_path, Split(by_time="when", validation=0.2), numbered(when=years), inputs=("when",))
    assert parts(dataset) == [list(range(1990, 2014)), list(range(2014, 2020)), []]


@pytest.mark.parametrize("when", ["soon", "", "31/12/2024", "2024-13-01"])
def test_what_is_no_time_is_told(tmp_path: Path, when: str) -> None:
    rows = numbered(when=[str(day)[:10] for day in DAYS[:-1]] + [when])
    with pytest.raises(
        BadInput, match=rf"t.csv, line 31 .*'when' holds '{when}'; to order the rows, expected a number"
    ):
        loaded(tmp_path, Split(by_time="when"), rows)


def test_parquet_has_true_dates(tmp_path: Path) -> None:
    import duckdb

    table = numbered(when=SHUFFLED)
    with duckdb.connect() as database:
        database.register("t", table)
        database.execute(f"COPY t TO '{tmp_path / 't.parquet'}' (FORMAT parquet)")
    spec = Table(path="t.parquet", split=Split(by_time="when", validation=0.2, test=0.3), scale="none")
    expected = order(SHUFFLED)
    assert parts(load(spec, tmp_path)) == [expected[:15], expected[15:21], expected[21:]]


@pytest.mark.parametrize(
    ("rows", "split", "told"),
    [
        (1, Split(), "There is one row only, and it would be held back: none is left to learn from."),
        (4, Split(validation=0.5, test=0.5), "Of 4 rows, 2 would go to validation and 2 to the test"),
    ],
)
def test_shares_that_leave_nothing_to_learn_from_are_told(tmp_path: Path, rows: int, split: Split, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        loaded(tmp_path, split, numbered()[:rows])
