"""The script as a notebook: what a reader of notebooks asks for, and the same code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nnviz.data.spec import Builtin, Split
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.project.notebook import BETWEEN, notebook
from nnviz.project.project import Project
from nnviz.project.script import project_script

from .examples import small_network, xor

CASES = {
    "xor": xor(epochs=4),
    "iris, with a test part": Project(small_network(), Builtin(name="iris", split=Split(validation=0.2, test=0.1))),
    "a template": template_project(TEMPLATES["unet"]),
}


def made(name: str) -> tuple[str, dict[str, Any]]:
    script = project_script(CASES[name], Path())
    return script, json.loads(notebook(script, "My network"))


@pytest.mark.parametrize("name", CASES)
def test_its_cells_are_the_script(name: str) -> None:
    script, book = made(name)
    cells = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert BETWEEN.join(cells) + "\n" == script
    for cell in cells:
        compile(cell, "cell", "exec")
        assert cell.strip()


@pytest.mark.parametrize("name", CASES)
def test_headings_name_what_follows(name: str) -> None:
    _, book = made(name)
    told = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "markdown"]
    assert told[0].startswith("# My network\n")
    assert told[1:] == ["## The data", "## The network", "## The recipe", "## The training", "## The result"]


@pytest.mark.parametrize("name", CASES)
def test_it_is_a_notebook_of_format_4(name: str) -> None:
    _, book = made(name)
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in book["cells"]:
        asked = {"id", "cell_type", "metadata", "source"}
        assert set(cell) == (asked | {"outputs", "execution_count"} if cell["cell_type"] == "code" else asked)
        assert all(line.endswith("\n") for line in cell["source"][:-1])
        assert not cell["source"][-1].endswith("\n")


def test_nbformat_finds_nothing_wrong_with_it() -> None:
    nbformat = pytest.importorskip("nbformat")
    nbformat.validate(nbformat.reads(notebook(made("xor")[0], "xor"), as_version=4))
