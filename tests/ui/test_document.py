"""The document: what is saved, what is not, and where data paths start from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Table
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import Contents, open_project, save_project
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.document import Document, first_project

Open = Callable[[Project, Path | None], Document]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens a project in a document of its own, its data loaded."""
    made: list[Document] = []

    def make(project: Project, path: Path | None) -> Document:
        document = Document(project, path)
        made.append(document)
        qtbot.waitUntil(lambda: document.facts is not None, timeout=20_000)
        return document

    yield make
    for document in made:
        document.shutdown()


def widen(document: Document, units: int) -> None:
    document.edit_network(edits.set_args(document.network, "hidden_1", units=units), "wider")


def test_an_undo_after_saving_in_another_folder_still_finds_the_data(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    (here / "rows.csv").write_text("a,b\n" + "\n".join(f"{i},{2 * i}" for i in range(40)))
    project = Project(first_project().network, Table(path="rows.csv", target="b"), Recipe())
    document = opened(project, here / "p.json")
    widen(document, 9)
    contents = Contents(document.project, (), document.base)
    save_project(there / "p.json", contents)
    document.saved_as(there / "p.json", contents.project)
    assert not document.dirty
    with qtbot.assertNotEmitted(document.data_failed, wait=300):
        document.undo_stack.undo()
    assert document.dirty
    assert document.dataset is not None
    # What is saved next leads to the same rows.
    save_project(there / "p.json", Contents(document.project, (), document.base))
    saved = open_project(there / "p.json")
    assert (there / saved.project.data.path).resolve() == here / "rows.csv"


def test_what_changes_while_a_file_is_written_is_not_lost_and_not_taken_for_saved(opened: Open, tmp_path: Path) -> None:
    document = opened(first_project(), None)
    widen(document, 9)
    written = document.project
    widen(document, 12)
    document.saved_as(tmp_path / "p.json", written)
    assert document.network.layer("hidden_1").args["units"] == 12
    assert document.dirty
    document.saved_as(tmp_path / "p.json", document.project, all_runs=False)
    assert document.dirty
    document.saved_as(tmp_path / "p.json", document.project)
    assert not document.dirty


def test_a_network_larger_than_the_memory_blocks_and_its_figures_are_shown(opened: Open) -> None:
    from nnviz.training.memory import size_text
    from nnviz.ui.inspector.memory_line import MemoryLine

    document = opened(first_project(), None)
    line = MemoryLine(document)
    assert document.memory is not None
    total = document.memory.total
    assert not line.isHidden()
    assert not document.blocked
    document.free = lambda: 100 * total
    line.refresh()
    assert line.bar.isHidden()
    for share, color in ((0.5, "quiet"), (0.8, "caution"), (1.2, "bad")):
        free = round(total / share)
        document.free = lambda free=free: free
        widen(document, 20 + round(10 * share))
        line.refresh()
        assert line.bar.color == color
        assert not line.bar.isHidden()
        assert line.figures.text() == f"Memory: {size_text(document.memory.total)} needed, {size_text(free)} free"
        assert document.blocked == (share > 1)
    assert document.problems[0].text.startswith("Training needs about ")
    before = line.toolTip()
    document.free = lambda: 10**15
    document.edit_recipe(Recipe(batch_size=200).with_optimizer("SGD"), "slots")
    assert line.toolTip() != before


def test_no_memory_is_estimated_without_data(opened: Open) -> None:
    from dataclasses import replace

    from nnviz.ui.inspector.memory_line import MemoryLine

    document = opened(first_project(), None)
    line = MemoryLine(document)
    document.open(replace(first_project(), data=None), None)
    line.refresh()
    assert document.memory is None
    assert line.isHidden()


def test_a_sound_project_opened_after_a_broken_one_tells_that_nothing_is_wrong_any_more(opened: Open) -> None:
    document = opened(first_project(), None)
    document.open(Project(NetworkSpec((LayerSpec("lonely", "Dense", {"units": 2}),)), first_project().data), None)
    assert document.problems
    told: list[int] = []
    document.problems_changed.connect(lambda: told.append(len(document.problems)))
    document.open(first_project(), None)
    assert (document.problems, told[-1:]) == ((), [0])


@pytest.mark.parametrize("data", [None, Table(path="gone.csv")])
def test_where_there_are_no_data_the_problem_asks_for_some(qtbot: QtBot, tmp_path: Path, data: Table | None) -> None:
    document = Document(replace(first_project(), data=data), tmp_path / "a.nnviz")
    qtbot.waitUntil(lambda: not document.loading, timeout=20_000)
    (problem,) = (problem for problem in document.problems if problem.layer is None)
    assert data is None or data.path in problem.text
    before = document.project
    with qtbot.waitSignal(document.data_wanted):
        document.apply_fix(problem)
    assert document.project == before
    document.shutdown()
