"""Steps that cannot be done: one sentence each, with the place, what was expected and what there is."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
import numpy as np
import pandas as pd
import pytest

from nnviz.data.load import load
from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns, Step
from nnviz.data.rows import read_inputs
from nnviz.data.spec import Table
from nnviz.errors import BadInput
from tests.data.stepped import CHAIN, PEOPLE, RNG, ROWS, SPEC, TRAIN, loaded


@pytest.fixture
def base(tmp_path: Path) -> Path:
    PEOPLE.to_csv(tmp_path / "p.csv", index=False)
    return tmp_path


REFUSED: list[tuple[list[Step], str]] = [
    ([Drop()], "Dropping columns needs their names: expected at least one, got none"),
    ([Drop(columns=("price",))], "'price' is the target and cannot be dropped"),
    ([Drop(columns=("nope",))], "There is no column 'nope' in p.csv; its columns are age, income"),
    ([ScaleColumns(columns=(17,))], "There is no column 17 in p.csv"),
    ([DropRows(columns=("nope",))], "There is no column 'nope'"),
    ([Fill(columns=("price",))], "Filling is asked for 'price', which is the target; expected an input"),
    ([Drop(columns=("age",)), Fill(columns=("age",))], "'age', which an earlier step drops"),
    ([Fill(columns=("part",))], "Filling is asked for 'part', which is not among the inputs"),
    ([Fill(columns=("city",))], "'city': it is text, which has no median; expected the most frequent value"),
    ([Fill(columns=("city",), how="constant", value=3)], "'city': it is text; expected a word, got 3"),
    ([Fill(columns=("age",), how="constant", value="x")], "'age': it is a column of numbers; expected a number, got"),
    ([Fill(how="constant")], "Filling with a constant needs its value: expected a number or a word, got none"),
    ([Fill(how="constant", value=math.inf)], "Filling takes a number up to 1e.30, not inf"),
    ([Encode(), Fill(columns=("city",), how="most_frequent")], "'city': it is encoded already"),
    ([Encode(columns=("age",), how="label")], "'age': it is a column of numbers; expected text"),
    ([Encode(), Encode(columns=("city",))], "'city': it is encoded already"),
    ([ScaleColumns(), Encode(columns=("level",))], "'level': it is scaled already; expected the numbers of the file"),
    ([Encode(columns=("age",))], r"p.csv, line \d+ \(row \d+ of the data\): 'age' has no value; to be one-hot"),
    ([ScaleColumns(columns=("city",))], "'city': it is text; expected numbers"),
    ([Encode(), ScaleColumns(columns=("city",))], "'city': it is one-hot, and its inputs are 0 or 1 already"),
    ([ScaleColumns(), ScaleColumns(columns=("income",), how="log")],
     r"p.csv, line \d+ .*: 'income' is -1.\d+ as an earlier step leaves it, but log\(1 \+ x\) takes numbers above -1"),
    ([Drop(columns=("age", "income", "city", "level"))], "p.csv has no column to learn from besides the target"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "sentence"), REFUSED, ids=[sentence[:40] for _, sentence in REFUSED])
def test_what_cannot_be_done_is_said(base: Path, steps: list[Step], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        loaded(base, *steps)


def test_values_that_cannot_be_used_are_said(tmp_path: Path) -> None:
    def refusal(frame: pd.DataFrame, *steps: Step) -> str:
        frame.to_csv(tmp_path / "p.csv", index=False)
        with pytest.raises(BadInput) as caught:
            loaded(tmp_path, *steps)
        return str(caught.value)

    log = ScaleColumns(columns=("income",), how="log")
    for row in (20, 60, 70):  # to train, for validation, for the test
        bad = PEOPLE.assign(income=PEOPLE.income.where(PEOPLE.index != row, -4))
        assert refusal(bad, log).startswith(f"p.csv, line {row + 2} (row {row + 1} of the data): 'income' is -4, but")
    empty = PEOPLE.assign(age=PEOPLE.age.where(PEOPLE.index >= 50))
    assert "'age' has no value in the training part, so it has no mean" in refusal(empty, Fill(how="mean"))
    wordless = PEOPLE.assign(city=PEOPLE.city.where(PEOPLE.index >= 50, ""))
    assert "no most frequent value to fill others with" in refusal(wordless, Fill(how="most_frequent"))
    unique = PEOPLE.assign(income=np.arange(ROWS) * 1000)
    assert "leaves out all" in refusal(unique.assign(level=np.nan), DropRows(columns=("level",)))


def test_rows_of_pictures_have_no_steps_of_columns(tmp_path: Path) -> None:
    pixels = pd.DataFrame(RNG.integers(0, 255, (30, 16)), columns=[f"p{i}" for i in range(16)])
    pd.concat([pixels, pixels.iloc[:3]]).assign(label=[0, 1, 2] * 11, id=range(33)).to_csv(tmp_path / "q.csv")
    spec = Table(path="q.csv", target="label", image_shape=(4, 4), steps=(Fill(),))
    with pytest.raises(BadInput, match=r"The rows of q.csv are pictures.*expected only steps that drop"):
        load(spec, tmp_path)
    dropping = (Drop(columns=("column 0", "id")), DropRows(which="duplicates", columns=tuple(pixels)))
    assert sum(load(msgspec.structs.replace(spec, steps=dropping), tmp_path).facts.rows) == 30


def test_what_a_prediction_cannot_take_is_said(base: Path) -> None:
    steps = (*CHAIN, DropRows(columns=("age", "income")))
    dataset = loaded(base, *steps)

    def refusal(text: str) -> str:
        (base / "new.csv").write_text(text, encoding="utf-8")
        with pytest.raises(BadInput) as caught:
            read_inputs(SPEC, base, Path("new.csv"), dataset.preparation)
        return str(caught.value)

    good = "age,income,city,level\n30,100,Ulm,1\n"
    assert "new.csv lacks the columns 'income'" in refusal("age,city,level\n30,Ulm,1\n")
    assert refusal(good + "30,100,Rome,1\n") == (
        "new.csv, line 3 (row 2 of the data): 'city' holds 'Rome', which never came up in training (Oslo, Ulm, 서울); "
        "let the encoding of the column ignore new values, or leave it out."
    )
    assert "line 3 (row 2 of the data): 'level' holds 9, which never came up in training (1, 2, 3)" in refusal(
        good + "30,100,Ulm,9\n"
    )
    assert "line 3" in refusal(good + "30,much,Ulm,1\n")
    assert "'income' is a column of numbers, but here it holds 'much'" in refusal(good + "30,much,Ulm,1\n")
    assert "line 3 (row 2 of the data): 'income' has no value, and no step fills it" in refusal(good + "30,,Ulm,1\n")
    assert "'income' is -1, but log(1 + x) takes numbers that stay above -1" in refusal(good + "30,-1,Ulm,1\n")
    (base / "new.csv").write_text("age,income,city,level\n,100,,1\n", encoding="utf-8")
    x = read_inputs(SPEC, base, Path("new.csv"), dataset.preparation)
    row = dict(zip(dataset.facts.feature_names, x[0].tolist(), strict=True))
    train = PEOPLE.iloc[TRAIN]
    assert row["age"] == pytest.approx(train.age.mean(), rel=1e-6)
    assert row["city=" + train.city.replace("", np.nan).mode()[0]] == 1
