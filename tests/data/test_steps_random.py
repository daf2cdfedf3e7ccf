"""Random chains of steps against a ColumnTransformer of scikit-learn, fitted to the same training rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, OrdinalEncoder, StandardScaler

from nnviz.data.load import load
from nnviz.data.preparation.steps import Encode, Fill, ScaleColumns, Step
from nnviz.data.spec import Split, Table

NUMBERS, TEXTS = ("n0", "n1", "n2"), ("t0", "t1")
ROWS = 40
Chain = list[Step]


def table(seed: int) -> pd.DataFrame:
    """Numbers, words, gaps in both, and a column that parts the rows; the first ones, to train, are whole."""
    rng = np.random.default_rng(seed)
    columns: dict[str, Any] = {name: rng.integers(0, 9, ROWS) * rng.choice([1.0, 0.37, 1e4]) for name in NUMBERS}
    columns |= {name: rng.choice(["a", "b", "다", "7"], ROWS).astype(object) for name in TEXTS}
    for name in columns:
        gaps = rng.random(ROWS) < 0.2
        gaps[:6] = False
        columns[name] = np.where(gaps, np.nan, columns[name]) if name in NUMBERS else np.where(gaps, "", columns[name])
    for name in TEXTS:
        columns[name][:2] = "a"  # a word that is in no other cell would make a column of numbers of it
    parts = np.where(rng.random(ROWS) < 0.6, "train", "test")
    parts[:6] = "train"
    return pd.DataFrame(columns | {"part": parts, "y": rng.normal(size=ROWS)})


def of_numbers(name: str) -> st.SearchStrategy[Chain]:
    """Some filling and scaling of one column, the logarithm before any other scaling."""
    fill = st.sampled_from(["median", "mean", "most_frequent", "constant"])
    fills = fill.map(lambda how: Fill(columns=(name,), how=how, value=2.5 if how == "constant" else None))
    scale = st.sampled_from(["standard", "minmax", "255", "none"]).map(lambda how: ScaleColumns((name,), how=how))
    log = st.lists(st.just(ScaleColumns((name,), how="log")), max_size=1)
    rest = st.lists(st.one_of(fills, scale), max_size=3)
    onehot = fills.map(lambda own: [own, Encode(columns=(name,))])
    return st.one_of(st.builds(lambda one, more: [*one, *more], log, rest), onehot)


def of_text(name: str) -> st.SearchStrategy[Chain]:
    """Perhaps filled, perhaps encoded, and labels perhaps scaled."""
    fills = st.sampled_from(["most_frequent", "constant"]).map(
        lambda how: Fill(columns=(name,), how=how, value="b" if how == "constant" else None)
    )
    scale = st.sampled_from(["standard", "minmax", "255", "none"]).map(lambda how: ScaleColumns((name,), how=how))
    labels = st.lists(scale, max_size=2).map(lambda more: [Encode(columns=(name,), how="label"), *more])
    coded = st.one_of(st.just([]), st.just([Encode(columns=(name,))]), labels)
    return st.builds(lambda one, more: [*one, *more], st.lists(fills, max_size=1), coded)


def pipeline(name: str, steps: Sequence[Step], default: str) -> Any:
    """What the steps of one column are in scikit-learn, with what is done to a column without them."""
    made: list[Any] = []
    text, filled, encoded, scaled = name in TEXTS, False, "", False
    for step in steps:
        if isinstance(step, Fill) and not filled:
            made.append(SimpleImputer(missing_values="" if text else np.nan, strategy=step.how, fill_value=step.value))
            filled = True
        elif isinstance(step, Encode):
            made.append(coder(step.how))
            encoded = step.how
        elif isinstance(step, ScaleColumns):
            made += scaler(step.how)
            scaled = True
    if text and not encoded:
        made.append(coder("onehot"))
        encoded = "onehot"
    if not text and not filled:
        made.append(SimpleImputer(strategy="median"))
    if not scaled and encoded != "onehot":
        made += scaler(default)
    return make_pipeline(*made, FunctionTransformer())


def coder(how: str) -> Any:
    if how == "onehot":
        return OneHotEncoder(sparse_output=False, handle_unknown="ignore")
    return OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)


def scaler(how: str) -> list[Any]:
    return {
        "standard": [StandardScaler()],
        "minmax": [MinMaxScaler()],
        "255": [FunctionTransformer(lambda x: x / 255)],
        "log": [FunctionTransformer(np.log1p)],
        "none": [],
    }[how]


@st.composite
def chains(draw: st.DrawFn) -> tuple[dict[str, Chain], Chain]:
    """The steps of each column, and all of them in an order in which each column's own order stays."""
    own = {name: draw(of_numbers(name)) for name in NUMBERS} | {name: draw(of_text(name)) for name in TEXTS}
    turns = draw(st.permutations([name for name, steps in own.items() for _ in steps]))
    rest = {name: iter(steps) for name, steps in own.items()}
    return own, [next(rest[name]) for name in turns]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**16), chains(), st.sampled_from(["standard", "minmax", "255", "none"]))
def test_any_chain_is_scikit_learns(
    tmp_path: Path, seed: int, drawn: tuple[dict[str, Chain], Chain], scale: Any
) -> None:
    own, chain = drawn
    rows = table(seed)
    rows.to_csv(tmp_path / "t.csv", index=False)
    spec = Table(path="t.csv", target="y", steps=tuple(chain), scale=scale, split=Split(by_column="part"))
    dataset = load(spec, tmp_path)
    train, test = rows[rows.part == "train"], rows[rows.part == "test"]
    oracle = ColumnTransformer([(name, pipeline(name, own[name], scale), [name]) for name in own])
    np.testing.assert_allclose(dataset.train.x, oracle.fit_transform(train), rtol=1e-5, atol=1e-5)
    if len(test):
        assert dataset.test is not None
        np.testing.assert_allclose(dataset.test.x, oracle.transform(test), rtol=1e-5, atol=1e-5)
