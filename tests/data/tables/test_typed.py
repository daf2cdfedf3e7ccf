"""A typed row gives the network what the same row of the table gave it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.preparation.preparation import Preparation
from nnviz.data.preparation.steps import Encode, ScaleColumns
from nnviz.data.spec import Builtin, Table
from nnviz.data.tables.typed import typed_cells, typed_fields, typed_inputs

ROWS = "size,town,age,price\n" + "".join(
    f"{40 + i},{('Seoul', 'Busan', 'Ulsan')[i % 3]},{i % 7},{100 + 3 * i}.5\n" for i in range(30)
)


@pytest.mark.parametrize("steps", [(), (Encode(columns=("town",), how="onehot"), ScaleColumns(columns=("size",))),
                                   (Encode(columns=("town",), how="label"), Encode(columns=("age",)))])  # fmt: skip
@pytest.mark.parametrize("scale", [None, "standard"])
def test_every_row_of_a_table_comes_back(tmp_path: Path, steps, scale):
    (tmp_path / "t.csv").write_text(ROWS)
    dataset = load(Table(path="t.csv", scale=scale, steps=steps), tmp_path)
    fields = typed_fields(dataset.preparation)
    assert [field.name for field in fields] == ["size", "town", "age"]
    assert set(fields[1].values) == {"Seoul", "Busan", "Ulsan"}
    for x in np.asarray(dataset.train.x):
        cells = typed_cells(dataset.preparation, x)
        assert cells[1] in ("Seoul", "Busan", "Ulsan")
        assert typed_inputs(dataset.preparation, cells)[0] == pytest.approx(x, abs=1e-5)


def test_ready_rows_and_what_has_no_fields():
    iris = load(Builtin(name="iris"), Path())
    x = np.asarray(iris.train.x[:1])
    assert typed_inputs(iris.preparation, typed_cells(iris.preparation, x[0])) == pytest.approx(x, abs=1e-5)
    assert typed_fields(load(Builtin(name="digits"), Path()).preparation) == ()


def test_a_nought_is_a_nought_again_after_scaling():
    raw = np.array([[0.0, 0.0, 329.0], [1.0, 0.0, 2.5], [0.0, 1.0, -4.0], [0.0, 0.0, 0.0]])
    shift, factor = raw.mean(axis=0), raw.std(axis=0)
    preparation = Preparation((3,), shift=tuple(shift), factor=tuple(factor))
    back = preparation.unscale(preparation.scale(raw))
    np.testing.assert_allclose(back, raw, rtol=1e-5, atol=1e-5)
    assert (back[raw == 0] == 0).all()
