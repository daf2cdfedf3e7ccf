"""The card beside an export: what the page about it tells people to do gives what ``nnviz predict`` gives."""

from __future__ import annotations

import ast
import contextlib
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

PAGE = Path(__file__).parents[2] / "docs" / "preparation-card.md"
STEPS = [
    {"step": "drop", "columns": ["name"]},
    {"step": "fill", "columns": ["city"], "how": "constant", "value": "nowhere"},
    {"step": "fill", "columns": ["income"], "how": "mean"},
    {"step": "encode", "columns": ["grade"], "how": "label"},
    {"step": "encode", "columns": ["floor"], "how": "onehot"},
    {"step": "encode", "columns": ["city"], "unknown": "ignore"},
    {"step": "scale", "columns": ["income"], "how": "log"},
    {"step": "scale", "columns": ["income", "age"], "how": "minmax"},
]
NEW = ["age,name,grade,city,floor,income", "31,Kim,B,Busan,2,100", ",Lee,A,,1,NA", "55.5,Ono,C,Oslo,3,1e4"]
# What each project learns, and the table it predicts from.
CASES: dict[str, dict[str, Any]] = {
    "steps": {"target": "stays", "steps": STEPS, "split": {"validation": 0.2, "seed": 5}},
    "classes, without steps": {"target": "grade", "inputs": ["age", "city", "floor", "income"]},
    "two numbers": {"target": ["income", "age"], "inputs": ["floor", "grade", "city"], "scale": "minmax"},
}


def examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    dice = np.random.default_rng(2)
    lines = ["age,income,city,grade,floor,name,stays"]
    for i in range(80):
        age = "" if i % 11 == 4 else f"{dice.normal(40, 9):.1f}"
        city = ("Busan", "Jeju", "", "서울")[int(dice.integers(4 if i > 3 else 2))]
        grade, stays = "ABC"[int(dice.integers(3))], ("yes", "no")[int(dice.integers(2))]
        income = f"{dice.exponential(900):.2f}" if i % 9 else "NA"
        floor = 1 + i % 3
        lines.append(f"{age},{income if i != 5 else '12.5'},{city},{grade},{floor},Person {i},{stays}")
    (folder / "people.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def project(folder: Path, data: dict[str, Any], path: Path) -> Path:
    layers = [
        {"id": "in", "kind": "Input"},
        {"id": "hidden", "kind": "Dense", "units": 5},
        {"id": "out", "kind": "Output"},
    ]
    table = {"source": "table", "path": str(folder / "people.csv")}
    path.write_text(json.dumps({"network": {"layers": layers}, "data": table | data, "training": {"epochs": 3}}))
    return path


def assert_same_answers(printed: list[str], table: list[dict[str, str]]) -> None:
    """The dictionaries that the example prints, against the rows of ``nnviz predict``."""
    assert len(printed) == len(table) == len(NEW) - 1
    for line, row in zip(printed, table, strict=True):
        answer = ast.literal_eval(line)
        columns = [name for name in row if name != "prediction"]
        assert [name.removeprefix("p(").removesuffix(")") for name in columns] == list(answer)
        np.testing.assert_allclose(list(answer.values()), [float(row[name]) for name in columns], rtol=1e-4)
        assert "prediction" not in row or row["prediction"] == max(answer, key=answer.__getitem__)


@pytest.mark.parametrize("name", CASES)
def test_the_example_on_the_page_predicts_as_nnviz_does(nnviz, people: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    ran = nnviz("train", project(people, CASES[name], tmp_path / "p.json"), "--json", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    known = NEW if "steps" in CASES[name] else [line.replace("Oslo", "Jeju") for line in NEW]
    (out / "new.csv").write_text("\n".join(known) + "\n")
    expected = nnviz("predict", out / "project.nnviz", out / "new.csv")
    assert (expected.code, expected.err) == (0, "")
    with contextlib.chdir(out), contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(examples()[0], str(PAGE), "exec"), {"__name__": "example"})
    assert_same_answers(printed.getvalue().splitlines(), list(csv.DictReader(expected.out.splitlines())))


def test_a_card_lies_beside_every_export_and_never_replaces_another(nnviz, trained: Path, tmp_path: Path) -> None:
    project_file = trained / "project.nnviz"
    for kind, name in (("keras", "net.keras"), ("npz", "net.v2")):
        assert nnviz("export", project_file, "--format", kind, "-o", tmp_path / name).code == 0
    assert nnviz("export", project_file, "--format", "python", "-o", tmp_path / "script.py").code == 0
    cards = sorted(path.name for path in tmp_path.glob("*.preparation.json"))
    assert cards == ["net.preparation.json", "net.v2.preparation.json"]
    card = json.loads((tmp_path / "net.preparation.json").read_text(encoding="utf-8"))
    assert (card["source"], card["task"], card["inputs"][0]["shape"]) == ("builtin", "binary", [2])
    assert card == json.loads((trained / "model.preparation.json").read_text(encoding="utf-8"))
    (tmp_path / "other.preparation.json").write_text("{}")
    words = ("export", project_file, "--format", "npz", "-o", tmp_path / "other.npz")
    refused = nnviz(*words)
    assert refused.code == 2
    assert "other.preparation.json" in refused.err
    assert not (tmp_path / "other.npz").exists()
    assert nnviz(*words, "--force").code == 0
    assert json.loads((tmp_path / "other.preparation.json").read_text(encoding="utf-8")) == card
