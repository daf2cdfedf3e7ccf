"""Nothing of the preparation is fitted to rows that are held back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import pytest

from nnviz.data.load import load
from nnviz.data.preparation.steps import Encode, Fill, ScaleColumns, Step
from nnviz.data.spec import Split, Table
from tests.data.stepped import CHAIN, PEOPLE, ROWS, TRAIN

OTHERS = pd.DataFrame(
    {
        "age": np.linspace(-900, 1e6, ROWS),
        "income": np.linspace(1e7, 2e9, ROWS),
        "city": [f"town {i % 7}" for i in range(ROWS)],
        "level": np.arange(ROWS) + 50,
        "price": np.linspace(-1e5, 1e5, ROWS),
    }
)
CHAINS: list[tuple[Step, ...]] = [
    CHAIN,
    (Fill(how="most_frequent"), Encode(how="label"), ScaleColumns(how="minmax")),
    (ScaleColumns(columns=("age",), how="standard"), Fill(how="mean"), Encode(unknown="ignore")),
    (Fill(columns=("age",)),),
]


@pytest.mark.parametrize("steps", CHAINS, ids=["chain", "labels", "scaled first", "no encoding"])
@pytest.mark.parametrize("most_bytes", [None, 0], ids=["in memory", "streamed"])
@pytest.mark.parametrize("scale", ["standard", "minmax"])
def test_other_values_in_rows_held_back_change_nothing(
    tmp_path: Path, steps: tuple[Step, ...], most_bytes: int | None, scale: Any
) -> None:
    """Every value of every row for validation and test is another one: figures and training inputs stay."""
    held_back = PEOPLE.index >= TRAIN.stop
    changed = PEOPLE.assign(**{name: PEOPLE[name].where(~held_back, OTHERS[name]) for name in OTHERS})
    assert (changed[held_back][OTHERS.columns] != PEOPLE[held_back][OTHERS.columns]).all(axis=None)
    spec = Table(path="p.csv", steps=steps, scale=scale, split=Split(by_column="part"))
    found = []
    for rows in (PEOPLE, changed):
        rows.to_csv(tmp_path / "p.csv", index=False)
        found.append(load(spec, tmp_path, most_bytes=most_bytes))
    one, other = found
    assert one.preparation == other.preparation
    assert one.facts.input_shape == other.facts.input_shape
    np.testing.assert_array_equal(one.train.x[:], other.train.x[:])
    np.testing.assert_array_equal(one.train.y, other.train.y)
    assert one.test is not None
    assert other.test is not None
    assert not np.array_equal(one.test.x[:], other.test.x[:])


@pytest.mark.parametrize("balance", ["over", "under", "smote", "weights"])
def test_rows_that_are_drawn_and_balanced(tmp_path: Path, balance: Any) -> None:
    """The same with the parts drawn by chance, and with the training rows balanced."""
    flags = np.arange(ROWS) % 4 == 0
    split = Split(validation=0.2, test=0.2, seed=3)
    spec = Table(path="p.csv", steps=CHAIN, split=split, balance=balance, target="price")
    rows = PEOPLE.assign(price=np.where(flags, "yes", "no"), row=np.arange(ROWS))
    rows.to_csv(tmp_path / "p.csv", index=False)
    plain = load(msgspec.structs.replace(spec, balance="none", steps=(), scale="none"), tmp_path)
    assert plain.train.x.shape[1] == len(plain.facts.feature_names)
    train = plain.train.x[:, plain.facts.feature_names.index("row")].astype(int)
    away = ~rows.row.isin(train)
    rows = rows.drop(columns="row")
    names = [name for name in OTHERS if name != "price"]
    found = []
    for table in (rows, rows.assign(**{name: rows[name].where(~away, OTHERS[name]) for name in names})):
        table.to_csv(tmp_path / "p.csv", index=False)
        found.append(load(spec, tmp_path))
    one, other = found
    assert one.preparation == other.preparation
    np.testing.assert_array_equal(one.train.x[:], other.train.x[:])
    np.testing.assert_array_equal(one.train.y, other.train.y)
