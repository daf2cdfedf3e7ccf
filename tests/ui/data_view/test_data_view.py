"""The whole data view over real data: pages and samples by the mouse, problems with their remedies, any width."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.data.profile.findings import Remedy
from nnviz.data.spec import Builtin, Table
from nnviz.network.facts import DataFacts
from nnviz.ui.data_view.data_view import DataView
from nnviz.ui.data_view.finding_list import FindingCard

NARROW, WIDE = (360, 320), (1000, 640)


def click(widget, at=None):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


@pytest.fixture
def people(tmp_path):
    """A table with missing cells and words; who survived is to be predicted."""
    rng, path = random.Random(1), tmp_path / "people.csv"
    rows = ["survived,sex,age,fare,name"]
    for i in range(200):
        age = "" if i in (4, 9, 60) else f"{rng.uniform(1, 80):.1f}"
        rows.append(f"{rng.choice(['no', 'yes'])},{rng.choice(['m', 'f'])},{age},{rng.expovariate(0.1):.2f},person {i}")
    path.write_text("\n".join(rows))
    return Table(path=path.name, target="survived"), tmp_path


@pytest.fixture
def view(qapp, qtbot):
    made = DataView()
    qtbot.addWidget(made)
    made.resize(*NARROW)
    made.show()
    yield made
    made.shutdown()


def show(qtbot, view, spec, base):
    with qtbot.waitSignal(view.loader.profiled, timeout=20_000):
        view.show_data(spec, base)


def words(view):
    return [button.text() for button in view.tabs._buttons.values()]


def test_moons_are_a_scatter_of_two_classes_at_first_sight(view, qtbot, tmp_path):
    show(qtbot, view, Builtin(name="moons"), tmp_path)
    qtbot.waitUntil(lambda: view.scatter.view.scatter is not None)
    assert view.scatter.isVisible()
    assert not view.table.isVisible()
    assert len(view.scatter.view.scatter.class_names) == 2
    assert view.summary.endswith("3 columns, 2 classes")
    point = view.scatter.view.plan.places(view.scatter.view.scatter)[7]
    with qtbot.waitSignal(view.row_selected) as selected:
        click(view.scatter.view, QPoint(*map(int, point)))
    qtbot.waitUntil(lambda: view.sample.sample is not None)
    assert view.sample.sample.row == selected.args[0]
    assert view.sample.isVisible()
    click(view.unselect)
    assert view.row is None
    assert not view.sample.isVisible()


def test_digits_are_pictures_with_their_classes(view, qtbot, tmp_path):
    show(qtbot, view, Builtin(name="digits"), tmp_path)
    assert words(view) == ["Pictures", "Classes", "Problems"]
    grid = view.pictures.grid
    qtbot.waitUntil(lambda: grid.pictures.of(3) is not None)
    click(grid.viewport(), grid.picture_place(3))
    qtbot.waitUntil(lambda: view.sample.sample is not None)
    assert (view.sample.sample.row, view.sample.sample.label) == (3, "3")
    assert view.sample.sample.image.width() == 8
    click(view.tabs.button("columns"))
    assert view.columns.isVisible()
    assert len(view.profile.classes) == 10


def test_a_table_is_rows_with_histograms_and_a_column_leads_to_its_card(view, qtbot, people):
    show(qtbot, view, *people)
    qtbot.waitUntil(lambda: view.table.rows.row(0) is not None)
    assert view.table.isVisible()
    plan = view.table.plan
    age = [head.name for head in view.loader.data.view.heads].index("age")
    view.table.horizontalScrollBar().setValue(plan.edges[age])
    click(view.table.viewport(), QPoint(plan.gutter + 10, 10))
    assert view.tabs.current == "columns"
    listed = view.columns.list
    place = [column.name for column in listed.columns].index("age")
    assert listed.columns[place].missing == 3
    click(listed.viewport(), listed.box(place).center().toPoint())
    assert view.tabs.current == "rows"


def test_columns_are_sorted_as_wished(view, qtbot, people):
    show(qtbot, view, *people)
    field = view.columns.field
    field.setCurrentIndex(field.findData("missing"))
    field.activated.emit(field.currentIndex())
    assert view.columns.list.columns[0].name == "age"
    field.setCurrentIndex(field.findData("name"))
    field.activated.emit(field.currentIndex())
    assert [column.name for column in view.columns.list.columns] == ["age", "fare", "name", "sex", "survived"]


def test_a_problem_leads_to_its_row_and_offers_its_remedy(view, qtbot, people):
    show(qtbot, view, *people)
    click(view.tabs.button("problems"))
    view.findings.finish()
    card = next(card for card in view.findings.cards if card.finding.column == "age")
    assert [place.row for place in card.finding.places] == [5, 10, 61]
    with qtbot.waitSignal(view.row_selected) as selected:
        card.places[1].click()
    assert selected.args == [9]
    assert view.tabs.current == "rows"
    assert view.table.selected == 9
    with qtbot.waitSignal(view.remedy_requested) as wanted:
        card.remedy.click()
    assert isinstance(wanted.args[0], Remedy)
    assert wanted.args[0].apply(people[0]) != people[0]


def test_a_press_on_a_problem_goes_to_row_and_column(view, qtbot, people):
    show(qtbot, view, *people)
    click(view.tabs.button("problems"))
    view.findings.finish()
    card = next(card for card in view.findings.cards if card.finding.column == "age")
    qtbot.waitUntil(lambda: card.width() > 100)
    click(card, QPoint(6, 6))
    assert (view.tabs.current, view.row) == ("rows", 4)
    assert isinstance(card, FindingCard)


def test_with_more_room_scatter_and_sample_stand_beside_the_rows(view, qtbot, people):
    show(qtbot, view, *people)
    assert "Scatter" in words(view)
    view.resize(*WIDE)
    qtbot.waitUntil(lambda: view.scatter.isVisible() and view.table.isVisible() and view.sample.isVisible())
    assert "Scatter" not in words(view)
    qtbot.waitUntil(lambda: view.table.rows.row(2) is not None)
    click(view.table.viewport(), view.table.row_place(2))
    qtbot.waitUntil(lambda: view.sample.sample is not None)
    assert {head.name: cell for head, cell in view.sample.sample.values}["name"] == "person 2"
    view.resize(*NARROW)
    assert not view.scatter.isVisible()
    assert view.sample.isVisible()


def test_the_answer_is_shown_to_the_row_it_is_of(view, qtbot, people):
    show(qtbot, view, *people)
    view.select_row(1)
    qtbot.waitUntil(lambda: view.sample.sample is not None)
    facts = DataFacts((4,), "binary", 1, ("no", "yes"))
    view.show_answer(np.array([0.75], np.float32), facts, margin=False, learned=True)
    assert [(line.name, line.text) for line in view.sample.answers] == [("yes", "75.0 %"), ("no", "25.0 %")]
    view.select_row(2)
    assert view.sample.answers == ()


def test_a_file_that_is_not_there_is_a_sentence_and_the_next_data_come_all_the_same(view, qtbot, tmp_path):
    with qtbot.waitSignal(view.loader.failed, timeout=20_000) as failed:
        view.show_data(Table(path="gone.csv"), tmp_path)
    assert "gone.csv" in failed.args[0]
    assert not view.tabs.isVisible()
    show(qtbot, view, Builtin(name="iris"), tmp_path)
    assert view.tabs.isVisible()
    assert "3 classes" in view.summary


def test_what_was_open_is_closed_for_other_data_and_at_the_end(view, qtbot, tmp_path):
    closed = []
    show(qtbot, view, Builtin(name="iris"), tmp_path)
    first = view.loader.data.view
    close, first.close = first.close, lambda: (closed.append(1), close())
    show(qtbot, view, Builtin(name="wine"), tmp_path)
    qtbot.waitUntil(lambda: closed == [1])
    second = view.loader.data.view
    close2, second.close = second.close, lambda: (closed.append(2), close2())
    view.clear()
    qtbot.waitUntil(lambda: closed == [1, 2])
    assert view.summary == ""
