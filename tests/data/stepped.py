"""A table and its steps, for the tests of preparing it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pandas as pd

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.data.preparation.steps import Encode, Fill, ScaleColumns, Step
from nnviz.data.spec import Split, Table

RNG = np.random.default_rng(3)
ROWS = 80
PEOPLE = pd.DataFrame(
    {
        "age": np.where(RNG.random(ROWS) < 0.2, np.nan, RNG.integers(18, 60, ROWS)),
        "income": RNG.gamma(2.0, 1500.0, ROWS).round(2),
        "city": RNG.choice(["Ulm", "서울", "Oslo", ""], ROWS, p=[0.5, 0.2, 0.2, 0.1]),
        "level": RNG.integers(1, 4, ROWS),
        "part": ["train"] * 50 + ["validation"] * 15 + ["test"] * 15,
        "price": RNG.normal(size=ROWS),
    }
)
TRAIN, HELD_BACK = slice(0, 50), slice(50, 65)
SPEC = Table(path="p.csv", scale="none", split=Split(by_column="part"))
CHAIN = (Fill(columns=("age",), how="mean"), Fill(columns=("city",), how="most_frequent"),
         ScaleColumns(columns=("income",), how="log"), ScaleColumns(columns=("income",)),
         Encode(columns=("level",)), Encode())  # fmt: skip


def loaded(base: Path, *steps: Step, **options: Any) -> Dataset:
    return load(msgspec.structs.replace(SPEC, steps=steps, **options), base)


def inputs(dataset: Dataset, name: str) -> tuple[np.ndarray, np.ndarray]:
    """The inputs that the column became, in the training and in the validation part."""
    chosen = [i for i, feature in enumerate(dataset.facts.feature_names) if feature.split("=")[0] == name]
    assert dataset.validation is not None
    return dataset.train.x[:, chosen], dataset.validation.x[:, chosen]
