"""``nnviz evaluate`` and ``predict`` of a project whose columns go through a chain of steps."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import numpy as np
import pandas as pd
import pytest

from tests.data.stepped import CHAIN, HELD_BACK, PEOPLE

COLUMNS = ["city", "price", "level", "income", "age"]  # another order, and none that parts the rows


@pytest.fixture(scope="module")
def prepared(nnviz, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table and, in ``out``, a regression trained on what its steps make of it."""
    folder = tmp_path_factory.mktemp("prepared")
    PEOPLE.to_csv(folder / "people.csv", index=False)
    PEOPLE.iloc[HELD_BACK][COLUMNS].to_csv(folder / "more.csv", index=False)
    data = {"source": "table", "path": "people.csv", "target": "price", "scale": "minmax"}
    data |= {"split": {"by_column": "part"}, "steps": msgspec.to_builtins(CHAIN)}
    layers = [{"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}]
    form = {"network": {"layers": layers}, "data": data, "training": {"epochs": 3}}
    (folder / "project.json").write_text(json.dumps(form))
    assert nnviz("train", folder / "project.json", "--json", "--out", folder / "out").code == 0
    return folder


def test_a_file_is_judged_as_the_rows_held_back_were(nnviz, prepared: Path):
    project = prepared / "out" / "project.nnviz"
    (held_back,) = nnviz("evaluate", project, "--part", "validation", "--json").lines
    (file,) = nnviz("evaluate", project, "--data", prepared / "more.csv", "--json").lines
    assert held_back.pop("part") == "validation"
    del file["part"]
    assert file == held_back
    assert file["rows"] == 15
    ran = nnviz("predict", project, prepared / "more.csv")
    answers = [float(row["price"]) for row in csv.DictReader(io.StringIO(ran.out))]
    assert np.mean(np.square(answers - PEOPLE.price[HELD_BACK])) == pytest.approx(file["loss"], rel=1e-4)


def test_the_steps_are_shown_one_a_line(nnviz, prepared: Path):
    lines = [line.strip() for line in nnviz("show", prepared / "project.json").out.splitlines()]
    numbered = [line for line in lines if line[:2] in [f"{n}." for n in range(1, len(CHAIN) + 1)]]
    assert [line.split()[1].rstrip(",") for line in numbered] == [msgspec.to_builtins(s)["step"] for s in CHAIN]
    assert any("target price: regression" in line for line in lines)


WRONG = [
    (PEOPLE.assign(city="Rome"), "line 2 (row 1 of the data): 'city' holds 'Rome', which never came up in training"),
    (PEOPLE.drop(columns="income"), "wrong.csv"),
    (PEOPLE.assign(income="much"), "line 2 (row 1 of the data): 'income' is a column of numbers, but here it holds"),
    (PEOPLE.assign(income=-3), "line 2 (row 1 of the data): 'income' is -3, but log(1 + x) takes numbers that stay"),
]


@pytest.mark.parametrize(("rows", "sentence"), WRONG, ids=["word", "column", "text", "log"])
def test_what_the_chain_cannot_take_is_one_sentence(nnviz, prepared: Path, rows: pd.DataFrame, sentence: str):
    rows.to_csv(prepared / "wrong.csv", index=False)
    project = prepared / "out" / "project.nnviz"
    asked = [["predict", project, prepared / "wrong.csv"]]
    if "never came up" not in sentence:  # rows that are judged count such a word as none of the values
        asked.append(["evaluate", project, "--data", prepared / "wrong.csv"])
    for words in asked:
        ran = nnviz(*words)
        assert ran.code != 0
        assert sentence in ran.err
        assert len(ran.err.strip().splitlines()) == 1


def test_words_that_never_came_up_are_counted_and_named_where_rows_are_judged(nnviz, prepared: Path):
    PEOPLE.assign(city="Rome").to_csv(prepared / "wrong.csv", index=False)
    ran = nnviz("evaluate", prepared / "out" / "project.nnviz", "--data", prepared / "wrong.csv")
    assert ran.code == 0
    assert "80 rows" in ran.out
    (note,) = ran.err.strip().splitlines()
    assert note.startswith("Note: ")
    assert all(part in note for part in ("city: 80 rows", "'Rome'"))
