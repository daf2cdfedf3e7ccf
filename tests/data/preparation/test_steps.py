"""The steps of a table, each against scikit-learn or pandas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, OrdinalEncoder, StandardScaler

from nnviz.data.dataset import Dataset
from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns
from tests.data.stepped import HELD_BACK, PEOPLE, RNG, ROWS, TRAIN, inputs, loaded


@pytest.fixture
def base(tmp_path: Path) -> Path:
    PEOPLE.to_csv(tmp_path / "p.csv", index=False)
    return tmp_path


def assert_like(dataset: Dataset, name: str, *oracles: Any) -> None:
    """The column went through *oracles*, one after the other, fitted to the training rows."""
    train, held_back = PEOPLE[[name]].iloc[TRAIN], PEOPLE[[name]].iloc[HELD_BACK]
    if name == "city":
        train, held_back = (part.replace("", np.nan) for part in (train, held_back))
    for oracle in oracles:
        train, held_back = oracle.fit_transform(train), oracle.transform(held_back)
    ours = inputs(dataset, name)
    np.testing.assert_allclose(ours[0], train, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(ours[1], held_back, rtol=1e-6, atol=1e-6)


FILLS = [("median", None), ("mean", None), ("most_frequent", None), ("constant", 7.5)]


@pytest.mark.parametrize(("how", "value"), FILLS)
def test_filling_numbers(base: Path, how: Any, value: float | None) -> None:
    dataset = loaded(base, Fill(columns=("age",), how=how, value=value))
    assert_like(dataset, "age", SimpleImputer(strategy=how, fill_value=value))
    count = int(PEOPLE.age.isna().sum())
    assert any(note.startswith(f"age: {count} missing, the first in p.csv, line ") for note in dataset.notes)


@pytest.mark.parametrize(("how", "value"), [("most_frequent", None), ("constant", "Ulm")])
@pytest.mark.parametrize("encode", ["onehot", "label"])
def test_filling_and_encoding_text(base: Path, how: Any, value: str | None, encode: Any) -> None:
    dataset = loaded(base, Fill(columns=("city",), how=how, value=value), Encode(how=encode))
    oracle = OneHotEncoder(sparse_output=False) if encode == "onehot" else OrdinalEncoder()
    assert_like(dataset, "city", SimpleImputer(strategy=how, fill_value=value), oracle)


def test_numbers_that_are_names(base: Path) -> None:
    dataset = loaded(base, Encode(columns=("level",)))
    assert_like(dataset, "level", OneHotEncoder(sparse_output=False))
    assert [name for name in dataset.facts.feature_names if "level" in name] == ["level=1", "level=2", "level=3"]


SCALES: list[tuple[Any, list[Any]]] = [
    (["standard"], [StandardScaler()]),
    (["minmax"], [MinMaxScaler()]),
    (["255"], [FunctionTransformer(lambda x: x / 255)]),
    (["log"], [FunctionTransformer(np.log1p)]),
    (["log", "standard"], [FunctionTransformer(np.log1p), StandardScaler()]),
    (["none"], []),
]


@pytest.mark.parametrize(("how", "oracles"), SCALES)
def test_scaling(base: Path, how: list[Any], oracles: list[Any]) -> None:
    dataset = loaded(base, *(ScaleColumns(columns=("income",), how=one) for one in how), scale="minmax")
    assert_like(dataset, "income", *oracles)
    assert_like(dataset, "level", MinMaxScaler())  # what no step scales


def test_scaling_leaves_missing_numbers_missing(base: Path) -> None:
    dataset = loaded(base, ScaleColumns(columns=("age",)), Fill(columns=("age",), how="constant", value=0))
    assert_like(dataset, "age", StandardScaler(), SimpleImputer(strategy="constant", fill_value=0))


def test_labels_are_scaled_as_numbers(base: Path) -> None:
    fill = Fill(columns=("city",), how="most_frequent")
    dataset = loaded(base, fill, Encode(how="label"), scale="standard")
    assert_like(dataset, "city", SimpleImputer(strategy="most_frequent"), OrdinalEncoder(), StandardScaler())


def test_dropping_columns_and_rows_as_pandas_does(base: Path) -> None:
    dataset = loaded(base, Drop(columns=("income", 3)), DropRows(columns=("age", "city")))
    kept = PEOPLE.replace("", np.nan).dropna(subset=["age", "city"])
    assert set(dataset.preparation.feature_names) == {"age", "city=Oslo", "city=Ulm", "city=서울"}
    assert dataset.facts.rows == tuple((kept.part == part).sum() for part in ("train", "validation", "test"))
    np.testing.assert_array_equal(dataset.train.x[:, 0], kept.age[kept.part == "train"])
    dataset = loaded(base, DropRows(which="duplicates", columns=("city", "level")))
    kept = PEOPLE.drop_duplicates(subset=["city", "level"])
    np.testing.assert_allclose(dataset.train.y[:, 0], kept.price[kept.part == "train"], rtol=1e-6)


def test_filled_cells_are_not_missing_any_more(base: Path) -> None:
    dataset = loaded(base, Fill(columns=("age",)), DropRows(columns=("age",)))
    assert sum(dataset.facts.rows) == ROWS
    assert loaded(base, DropRows(), Fill()).facts.rows[0] < 50


def test_repeated_rows(tmp_path: Path) -> None:
    doubled = pd.concat([PEOPLE, PEOPLE.iloc[3:40:2]])
    doubled.to_csv(tmp_path / "p.csv", index=False)
    dataset = loaded(tmp_path, DropRows(which="duplicates"))
    assert sum(dataset.facts.rows) == ROWS
    assert any("19 rows that repeat an earlier one were left out, the first one in p.csv, line 82" in note
               for note in dataset.notes)  # fmt: skip


def test_several_targets_and_labels(tmp_path: Path) -> None:
    flags = pd.DataFrame({"a": RNG.integers(0, 2, ROWS), "b": RNG.integers(0, 2, ROWS)})
    pd.concat([PEOPLE, flags], axis=1).to_csv(tmp_path / "p.csv", index=False)
    steps = (Fill(), Encode(how="label"), ScaleColumns(columns=("income",), how="log"))
    dataset = loaded(tmp_path, *steps, target=("a", "b"), task="labels")
    assert (dataset.facts.task, dataset.facts.input_shape) == ("labels", (5,))
    np.testing.assert_array_equal(dataset.train.y, flags.to_numpy()[TRAIN])
    np.testing.assert_allclose(inputs(dataset, "income")[0][:, 0], np.log1p(PEOPLE.income[TRAIN]), rtol=1e-6)


@pytest.mark.parametrize("balance", ["weights", "under", "over", "smote"])
def test_classes_are_balanced_after_the_chain(tmp_path: Path, balance: Any) -> None:
    kinds = np.where(np.arange(ROWS) % 4 == 0, "rare", "common")
    PEOPLE.assign(price=kinds).to_csv(tmp_path / "p.csv", index=False)
    steps = (Fill(), Encode(), ScaleColumns(columns=("income",), how="minmax"))
    plain, even = (loaded(tmp_path, *steps, balance=how, scale="standard") for how in ("none", balance))
    assert even.preparation == plain.preparation
    assert even.validation is not None
    assert plain.validation is not None
    np.testing.assert_array_equal(even.validation.x, plain.validation.x)
    if balance == "weights":
        assert even.train.weight is not None
        weights = [even.train.weight[even.train.y == label].sum() for label in (0, 1)]
        assert weights[0] == pytest.approx(weights[1])
    else:
        assert len(set(np.bincount(even.train.y))) == 1
        assert {row.tobytes() for row in plain.train.x} >= {row.tobytes() for row in even.train.x[:20]}
