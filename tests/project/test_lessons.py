"""The lessons as they ship: whole, in both languages, with links that lead somewhere and data that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nnviz.data.load import load
from nnviz.project import lessons
from nnviz.training import check

NAMES = [name for chapter in lessons.chapters() for name in chapter.lessons]
LINK = re.compile(r"\]\(([a-z]+):([a-z_0-9]+)\)")
ASKED_FOR = "sign-letters"  # its tables are a person's own


def links(name: str, language: str) -> list[tuple[str, str]]:
    return LINK.findall(lessons.text(name, language))


def test_every_folder_is_in_one_chapter() -> None:
    folders = {path.name for path in lessons.folder("or-gate").parent.iterdir() if path.is_dir()}
    assert sorted(NAMES) == sorted(folders)


def test_the_numbers_of_a_course_are_given_once_but_for_lessons_in_two_parts() -> None:
    ids = [lessons.about(name).id for name in NAMES]
    assert [id for id in sorted(set(ids)) if ids.count(id) > 1] == ["C4", "C5", "T3"]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(name: str) -> None:
    english, korean = (lessons.text(name, language) for language in lessons.LANGUAGES)
    assert sorted(links(name, "en")) == sorted(links(name, "ko"))
    for mark in ("\n## ", "\n- ", "\n1. ", "\n2. "):
        assert english.count(mark) == korean.count(mark) > 0
    assert re.search("[가-힣]", lessons.title(name, "ko"))
    assert english.startswith("# ")
    assert "](http" not in english + korean


@pytest.mark.parametrize("name", NAMES)
def test_its_project_can_be_trained(name: str) -> None:
    project = lessons.project(name)
    layers = {layer.id for layer in project.network.layers}
    assert {place for kind, place in links(name, "en") if kind == "layer"} <= layers
    assert (project.data is None) == (name == ASKED_FOR)
    if project.data is None:
        return
    facts = load(project.data, lessons.folder(name)).facts
    assert [problem.text for problem in check.problems(project.network, facts, project.training)] == []


def test_there_is_no_other_lesson() -> None:
    with pytest.raises(KeyError):
        lessons.folder("..")
    assert isinstance(lessons.folder("or-gate"), Path)


def test_a_goal_has_bounds_and_needs_a_figure() -> None:
    goal = lessons.Goal("test_loss", at_least=0.1, at_most=0.2)
    assert [goal.reached(figure) for figure in (0.05, 0.1, 0.2, 0.3, float("nan"))] == [False, True, True, False, False]
    assert lessons.figure_of(goal, {"loss": 0.1}, {}) is None
    assert lessons.figure_of(goal, {"loss": 0.1}, {"loss": 0.3}) == 0.3
    assert lessons.figure_of(lessons.Goal("loss"), {"loss": 0.1}, {"loss": 0.3}) == 0.1
