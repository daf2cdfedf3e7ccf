"""The same chain of steps for another file, from its card, beyond the memory, and for a series."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import pytest
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

from nnviz.data.load import load
from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns
from nnviz.data.rows import read_inputs
from nnviz.data.spec import DataSpec, Series, Split, Table
from nnviz.errors import BadInput
from tests.data.stepped import CHAIN, HELD_BACK, PEOPLE, RNG, SPEC, TRAIN, inputs, loaded


@pytest.fixture
def base(tmp_path: Path) -> Path:
    PEOPLE.to_csv(tmp_path / "p.csv", index=False)
    return tmp_path


def test_a_prediction_takes_the_same_chain(base: Path) -> None:
    dataset = loaded(base, *CHAIN, scale="minmax")
    shuffled = PEOPLE.iloc[HELD_BACK][["level", "city", "part", "income", "age"]]
    shuffled.to_csv(base / "new.csv", index=False)
    spec = msgspec.structs.replace(SPEC, steps=CHAIN)
    assert dataset.validation is not None
    x = read_inputs(spec, base, Path("new.csv"), dataset.preparation)
    np.testing.assert_array_equal(x, dataset.validation.x)


@pytest.mark.parametrize("how", ["onehot", "label"])
def test_unknown_words_may_count_as_none(tmp_path: Path, how: Any) -> None:
    for unknown in ("refuse", "ignore"):
        PEOPLE.assign(city=PEOPLE.city.where(PEOPLE.index != 60, "Rome")).to_csv(tmp_path / "p.csv", index=False)
        PEOPLE.iloc[:3].assign(city="Bern").to_csv(tmp_path / "new.csv", index=False)
        dataset = loaded(tmp_path, Encode(how=how, unknown=unknown))
        assert inputs(dataset, "city")[1][10].tolist() == ([0, 0, 0, 0] if how == "onehot" else [-1])
        note = next(note for note in dataset.notes if note.startswith("city"))
        assert "1 rows that are held back" in note
        assert "line 62 (row 61 of the data), 'Rome'" in note
        if unknown == "refuse":
            with pytest.raises(BadInput, match=r"new.csv, line 2 .*'Bern', which never came up .*\(\(empty\), Oslo"):
                read_inputs(SPEC, tmp_path, Path("new.csv"), dataset.preparation)
        else:
            x = read_inputs(SPEC, tmp_path, Path("new.csv"), dataset.preparation)
            assert x.shape == (3, dataset.facts.input_shape[0])
            chosen = ["city" in name for name in dataset.facts.feature_names]
            assert set(np.asarray(x)[:, chosen].ravel()) == ({0} if how == "onehot" else {-1})


def test_files_that_are_held_back_take_the_same_chain(base: Path) -> None:
    split = Split(validation=0, seed=1)
    PEOPLE.iloc[TRAIN].to_csv(base / "train.csv", index=False)
    PEOPLE.iloc[HELD_BACK][list(reversed(PEOPLE.columns))].to_csv(base / "held.csv", index=False)
    steps = (*CHAIN, Drop(columns=("part",)))
    one = loaded(base, *steps)
    other = loaded(base, *steps, path="train.csv", validation_path="held.csv", split=split, target="price")
    assert other.preparation.steps == one.preparation.steps
    assert one.validation is not None
    assert other.validation is not None
    np.testing.assert_array_equal(other.validation.x, one.validation.x)


@pytest.mark.parametrize("most_bytes", [None, 1000], ids=["memory", "disk"])
@pytest.mark.parametrize("steps", [(), (Encode(),), (Encode(how="label"),)], ids=["none", "onehot", "label"])
def test_new_words_in_files_that_are_held_back_are_none_of_the_values(
    tmp_path: Path, steps: tuple[Encode, ...], most_bytes: int | None
) -> None:
    """As scikit-learn's encoders do where they are told to ignore what is new, and a note says how many there are."""
    people = PEOPLE[["city", "level", "price"]]
    people.iloc[TRAIN].to_csv(tmp_path / "people.csv", index=False)
    held = people.iloc[HELD_BACK].copy()
    held.iloc[[2, 5], 0] = "Rome"
    held.to_csv(tmp_path / "held.csv", index=False)
    spec = msgspec.structs.replace(
        SPEC,
        path="people.csv",
        steps=steps,
        test_path="held.csv",
        validation_path="people.csv",
        target="price",
        split=Split(validation=0),
    )
    dataset = load(spec, tmp_path, most_bytes=most_bytes)
    note = next(note for note in dataset.notes if note.startswith("city"))
    assert note == (
        "city: 2 rows that are held back have words that never come up in training, the first one in held.csv, line 4 "
        "(row 3 of the data), 'Rome'; they count as none of the values."
    )
    assert len([note for note in dataset.notes if "Rome" in note]) == 1
    assert dataset.test is not None
    found = np.asarray(dataset.test.x[:])[:, ["city" in name for name in dataset.facts.feature_names]]
    words = people.city.iloc[TRAIN].fillna("").to_numpy()[:, np.newaxis]
    encoder = (
        OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
        if steps and steps[0].how == "label"
        else OneHotEncoder(sparse_output=False, handle_unknown="ignore")
    )
    np.testing.assert_array_equal(found, encoder.fit(words).transform(held.city.fillna("").to_numpy()[:, np.newaxis]))


def test_a_new_class_in_a_file_that_is_held_back_is_refused_by_row(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("age,city\n" + "1,Oslo\n2,Ulm\n" * 5)
    (tmp_path / "held.csv").write_text("age,city\n1,Oslo\n2,Rome\n")
    spec = Table(path="people.csv", validation_path="held.csv")
    with pytest.raises(BadInput, match=re.escape("held.csv, line 3 (row 2 of the data): 'city' is Rome, which is none "
                                                 "of the 2 classes of the training data (Oslo, Ulm).")):  # fmt: skip
        load(spec, tmp_path)


# ---- what is kept of it


def test_inputs_go_back_to_the_units_of_the_data_and_come_again(base: Path) -> None:
    for dataset in (loaded(base), loaded(base, *CHAIN), loaded(base, Fill(), target="city")):
        preparation = dataset.preparation
        assert pickle.loads(pickle.dumps(preparation)) == preparation
        again = preparation.rescale(preparation.unscale(dataset.train.x))
        np.testing.assert_allclose(again, dataset.train.x, rtol=1e-5, atol=1e-5)


def test_a_project_keeps_the_steps_and_older_ones_have_none() -> None:
    spec = msgspec.structs.replace(SPEC, steps=(*CHAIN, DropRows(), Drop(columns=(1,))))
    assert msgspec.json.decode(msgspec.json.encode(spec), type=DataSpec) == spec
    old = {"source": "table", "path": "a.csv", "split": {"validation": 0.3}}
    assert msgspec.convert(old, DataSpec) == Table(path="a.csv", split=Split(validation=0.3))
    assert msgspec.to_builtins(Table(path="a.csv", split=Split(validation=0.3))) == old


@pytest.mark.parametrize("most_bytes", [0, None], ids=["streamed", "in memory at the end"])
def test_many_rows_take_the_same_chain(base: Path, monkeypatch: pytest.MonkeyPatch, most_bytes: int | None) -> None:
    monkeypatch.setattr("nnviz.data.lazy.CHUNK_BYTES", 500)
    steps = (*CHAIN, DropRows(which="duplicates", columns=("income",)), Drop(columns=("part",)))
    spec = msgspec.structs.replace(SPEC, steps=steps)
    resident = load(spec, base)
    monkeypatch.setattr("nnviz.data.memory.LARGE", 1000)
    streamed = load(spec, base, most_bytes=most_bytes)
    assert streamed.streamed == (most_bytes == 0)
    assert streamed.notes == resident.notes
    assert streamed.preparation == resident.preparation
    for ours, theirs in ((streamed.train, resident.train), (streamed.test, resident.test)):
        assert ours is not None
        assert theirs is not None
        np.testing.assert_array_equal(ours.x[:], theirs.x)
        np.testing.assert_array_equal(ours.y, theirs.y)
    PEOPLE.assign(income=PEOPLE.income.where(PEOPLE.index != 60, -4)).to_csv(base / "p.csv", index=False)
    with pytest.raises(BadInput, match=r"line 62 .*'income' is -4"):
        load(spec, base, most_bytes=most_bytes)


def test_a_series_is_filled_and_scaled(tmp_path: Path) -> None:
    values = pd.DataFrame({"sales": np.arange(40.0) ** 1.5, "rain": RNG.random(40)})
    values.loc[[7, 20], "rain"] = np.nan
    values.to_csv(tmp_path / "s.csv", index=False)
    steps = (Fill(columns=("rain",), how="constant", value=0), ScaleColumns(columns=("sales",), how="log"))
    spec = Series(path="s.csv", window=4, scale="none", steps=steps)
    dataset = load(spec, tmp_path)
    expected = np.stack([np.log1p(values.sales), values.rain.fillna(0)], axis=1)
    windows = np.lib.stride_tricks.sliding_window_view(expected, 4, axis=0).transpose(0, 2, 1)
    np.testing.assert_allclose(dataset.train.x, windows[: len(dataset.train.x)], rtol=1e-6)
    x = read_inputs(spec, tmp_path, Path("s.csv"), dataset.preparation)
    np.testing.assert_allclose(x, windows, rtol=1e-6)
    with pytest.raises(BadInput, match="expected only steps that fill or scale"):
        load(msgspec.structs.replace(spec, steps=(Encode(),)), tmp_path)
    with pytest.raises(BadInput, match="'rain' has no value, and a series has no gaps"):
        load(msgspec.structs.replace(spec, steps=steps[1:]), tmp_path)
