"""Where a person is asked for a file of data."""

from __future__ import annotations

from pathlib import Path

from nnviz.assets import asset
from nnviz.data.spec import Builtin, Images, Table
from nnviz.ui.files.likely_folder import likely_folder


def test_beside_the_data_or_the_project_but_not_among_the_lessons() -> None:
    base = Path("/projects/of/somebody")
    assert likely_folder(Builtin(name="moons"), base) == base
    assert likely_folder(None, base) == base
    assert likely_folder(Table(path="/data/people.csv"), base) == Path("/data")
    assert likely_folder(Table(path="tables/people.csv"), base) == base / "tables"
    assert likely_folder(Images(folder="/data/pets"), base) == Path("/data")
    assert likely_folder(Builtin(name="and"), asset("lessons") / "and-gate") == Path.home()
