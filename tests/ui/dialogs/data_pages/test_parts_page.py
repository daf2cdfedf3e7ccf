"""Which rows are held back: by share, from files, by a column, by time."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nnviz.data.spec import Idx, Table
from tests.data.samples import write_idx
from tests.ui.dialogs.choosing import Hand


def test_shares_with_a_seed(hand: Hand) -> None:
    hand.tile("moons")
    hand.ready()
    parts = hand.parts
    assert [label.text() for label in parts.counts] == ["Training: 240", "Validation: 60", "Test: 0"]
    hand.type(parts.validation.share, "50")
    hand.type(parts.test.share, "10")
    hand.type(parts.drawing.seed, "7")
    hand.click(parts.drawing.stratify)
    split = hand.chooser.spec.split
    assert (split.validation, split.test, split.seed, split.stratify) == (0.5, 0.1, 7, False)
    hand.ready()
    hand.wait(lambda: parts.counts[2].text() == "Test: 30")
    hand.choose(parts.validation.source, "none")
    assert hand.chooser.spec.split.validation == 0
    hand.ready()
    hand.wait(lambda: parts.counts[1].text() == "Validation: 0")
    assert not parts.validation.share.isVisible()


def test_files_of_their_own(hand: Hand, houses: Path) -> None:
    text = houses.read_text().splitlines()
    for name, rows in (("v.csv", 10), ("t.csv", 20)):
        (houses.parent / name).write_text("\n".join(text[: rows + 1]) + "\n")
    hand.open(houses)
    parts = hand.parts
    for row, name in ((parts.validation, "v.csv"), (parts.test, "t.csv")):
        hand.choose(row.source, "file")
        hand.take(row.file, houses.parent / name)
    expected = Table(
        path=str(houses), validation_path=str(houses.parent / "v.csv"), test_path=str(houses.parent / "t.csv")
    )
    assert hand.chooser.spec == expected
    hand.ready()
    hand.wait(lambda: [x.text() for x in parts.counts] == ["Training: 60", "Validation: 10", "Test: 20"])
    assert parts.test.file.name.text() == "t.csv"
    hand.choose(parts.test.source, "share")
    assert hand.chooser.spec == Table(path=str(houses), validation_path=str(houses.parent / "v.csv"))


def test_the_labels_of_test_pictures_are_found(hand: Hand, tmp_path: Path) -> None:
    for part, rows in (("a", 40), ("b", 10)):
        (tmp_path / part).mkdir()
        write_idx(tmp_path / part / "images-idx3-ubyte", np.zeros((rows, 4, 4), np.uint8))
        write_idx(tmp_path / part / "labels-idx1-ubyte", (np.arange(rows) % 2).astype(np.uint8))
    hand.open(tmp_path / "a" / "images-idx3-ubyte")
    parts = hand.parts
    hand.choose(parts.test.source, "file")
    hand.take(parts.test.file, tmp_path / "b" / "images-idx3-ubyte")
    hand.wait(lambda: isinstance(hand.chooser.spec, Idx) and hand.chooser.spec.test_images is not None)
    assert isinstance(hand.chooser.spec, Idx)
    assert hand.chooser.spec.test_labels == str(tmp_path / "b" / "labels-idx1-ubyte")
    hand.ready()
    hand.wait(lambda: parts.counts[2].text() == "Test: 10")


def test_a_column_says_which_part_a_row_is_of(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    drawing = hand.parts.drawing
    hand.choose(drawing.how, "by_column")
    assert hand.chooser.spec.split.by_column == "part"
    assert not drawing.seed.isVisible()
    assert not hand.parts.test.source.isEnabled()
    assert not hand.parts.test.share.isVisible()
    hand.ready()
    hand.wait(lambda: [x.text() for x in hand.parts.counts] == ["Training: 42", "Validation: 12", "Test: 6"])
    hand.choose(drawing.how, "by_time")
    hand.choose(drawing.column, "price")
    assert (hand.chooser.spec.split.by_column, hand.chooser.spec.split.by_time) == (None, "price")
    assert hand.parts.test.source.isEnabled()
    hand.choose(drawing.how, "random")
    assert hand.chooser.spec == Table(path=str(houses))
