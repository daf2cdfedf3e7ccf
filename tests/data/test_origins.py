"""A row of the source is found again among the prepared ones, however they were parted, drawn and left out."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from nnviz.data.load import load
from nnviz.data.preparation.steps import DropRows
from nnviz.data.shown import load_to_show
from nnviz.data.spec import Builtin, Images, Split, Table


@pytest.fixture
def people(tmp_path):
    """Row *i* has the number *i*; some have no age, some no target, and the classes are not balanced."""
    kinds = ["" if i in (5, 40) else "rare" if i % 5 == 0 else "common" for i in range(120)]
    lines = [f"{i},{'' if i % 7 == 3 else i % 50},{kind}" for i, kind in enumerate(kinds)]
    (tmp_path / "people.csv").write_text("\n".join(["number,age,kind", *lines]))
    return tmp_path


def numbers_of(dataset, rows):
    """For each of the *rows* of the file, the column ``number`` of the sample that it is said to have become."""
    found = {}
    column = dataset.facts.feature_names.index("number")
    for row in rows:
        place = dataset.origins.find(row)
        if place is not None:
            part, number = place
            sample = np.asarray(getattr(dataset, part).x[number : number + 1])
            found[row] = round(float(dataset.preparation.unscale(sample)[0, column]))
    return found


@pytest.mark.parametrize("balance", ["none", "under", "over", "smote"])
@pytest.mark.parametrize("split", [Split(), Split(validation=0.2, test=0.2, seed=3), Split(validation=0.0)])
def test_every_row_is_found_where_its_sample_stands(people, balance, split):
    spec = Table(path="people.csv", target="kind", balance=balance, split=split)
    dataset = load_to_show(spec, people)
    found = numbers_of(dataset, range(120))
    assert all(row == number for row, number in found.items())
    assert 5 not in found  # it has no target
    assert 40 not in found
    if balance != "under":
        assert len(found) == 118


def test_rows_that_a_step_leaves_out_are_in_no_part(people):
    spec = Table(path="people.csv", target="kind", steps=(DropRows(which="missing"),))
    dataset = load_to_show(spec, people)
    assert dataset.origins.find(3) is None
    assert dataset.origins.find(4) is not None
    assert dataset.train.rows + dataset.validation.rows == len(dataset.origins.train) + len(dataset.origins.validation)


def test_the_engine_does_not_keep_them(tmp_path):
    assert load(Builtin(name="moons"), tmp_path).origins is None
    assert load_to_show(Builtin(name="waves"), tmp_path).origins is not None


@pytest.mark.parametrize("steps", [(), (DropRows(which="missing", columns=("age",)),)], ids=["none", "left out"])
def test_rows_of_a_file_that_is_held_back(people, steps):
    lines = (people / "people.csv").read_text().splitlines()
    (people / "test.csv").write_text("\n".join([lines[0], *lines[91:100], "500,1,", *lines[100:]]))
    spec = Table(path="people.csv", target="kind", test_path="test.csv", steps=steps)
    dataset = load_to_show(spec, people)
    column, found = dataset.facts.feature_names.index("number"), {}
    for row in range(31):
        place = dataset.origins.find(row, "test")
        if place is not None:
            assert place[0] == "test"
            sample = np.asarray(dataset.test.x[place[1] : place[1] + 1])
            found[row] = round(float(dataset.preparation.unscale(sample)[0, column]))
    assert 9 not in found  # it has no target
    assert set(found.items()) <= {(row, 90 + row - (row > 9)) for row in range(31)}
    assert len(found) == (30 if not steps else 26)
    assert dataset.origins.find(0, "validation") is None
    assert dataset.origins.find(0)[0] in ("train", "validation")


def test_pictures_behind_one_that_cannot_be_read(tmp_path):
    for number in range(6):
        folder = tmp_path / "shades" / "ab"[number % 2]
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full((4, 4), number * 40, np.uint8)).save(folder / f"{number}.png")
    (tmp_path / "shades" / "a" / "2.png").write_bytes(b"")
    dataset = load_to_show(Images(folder="shades", size=(4, 4), color="grey", test_folder="shades"), tmp_path)
    assert dataset.notes[0] == "1 picture was skipped: a/2.png is empty."
    for row, number in enumerate((0, 2, 4, 1, 3, 5)):  # as they are listed
        for file in ("train", "test"):
            place = dataset.origins.find(row, file)
            if number == 2:
                assert place is None
            else:
                sample = np.asarray(getattr(dataset, place[0]).x[place[1]])
                assert sample[0, 0, 0] * 255 == pytest.approx(number * 40)
