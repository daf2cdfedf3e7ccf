"""Columns of text that loading leaves out by itself, and takes where they are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nnviz.data.dataset import Dataset
from nnviz.data.load import load
from nnviz.data.preparation.steps import Encode
from nnviz.data.spec import Split, Table
from nnviz.errors import BadInput


def table(folder: Path, text: str, **options: Any) -> Dataset:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return load(Table(path="t.csv", **options), folder)


def test_names_and_dates_are_left_out_with_a_note_unless_they_are_asked_for(tmp_path):
    text = "day,a,y\n" + "".join(f"2024-01-{i:02},{i},{i * 1.5}\n" for i in range(1, 31))
    dataset = table(tmp_path, text)
    assert dataset.facts.feature_names == ("a",)
    assert "'day' is left out" in dataset.notes[0]
    asked = table(tmp_path, text, inputs=("day", "a"), split=Split(validation=0.0))
    assert asked.facts.feature_names == (*(f"day=2024-01-{i:02}" for i in range(1, 31)), "a")
    assert not asked.notes
    for steps in ((Encode(("day",)),), (Encode(("day",), how="label"),)):
        encoded = table(tmp_path, text, steps=steps, split=Split(validation=0.0))
        assert {name.split("=")[0] for name in encoded.facts.feature_names} == {"day", "a"}
    assert table(tmp_path, text, steps=(Encode(),)).facts.feature_names == ("a",), "a step that names it not"


def test_too_many_words_and_nothing_at_all_cannot_be_forced_in(tmp_path):
    text = "day,none,a,y\n" + "".join(f"d{i},,{i},{i * 1.5}\n" for i in range(1001))
    for name in ("day", "none"):
        with pytest.raises(BadInput, match=f"'{name}' cannot be an input"):
            table(tmp_path, text, inputs=(name, "a"))
        with pytest.raises(BadInput, match=f"'{name}' cannot be an input"):
            table(tmp_path, text, steps=(Encode((name,)),))
