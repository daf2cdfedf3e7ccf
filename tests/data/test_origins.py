"""A row of the source is found again among the prepared ones, however they were parted, drawn and left out."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.shown import load_to_show
from nnviz.data.spec import Builtin, Split, Table
from nnviz.data.steps import DropRows


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
