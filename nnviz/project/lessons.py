"""The lessons that come with nnviz: each a project, a text beside it in two languages, and the result it comes to.

A lesson is a folder below ``resources/lessons``: ``project.json`` with the data it needs beside it, ``en.md`` and
``ko.md``, and ``lesson.json`` with what is to be reached. ``contents.json`` tells their chapters and their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from nnviz.assets import asset
from nnviz.project.json_form import project_from_json
from nnviz.project.project import Project

LANGUAGES = ("en", "ko")


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that a run of the lesson reaches by its last epoch.

    Attributes:
        metric: as the run names it: ``loss``, ``val_accuracy``; with ``test_`` before it, on the test part.
        at_least, at_most: between which it lies; None for no bound.
    """

    metric: str
    at_least: float | None = None
    at_most: float | None = None

    def reached(self, figure: float) -> bool:
        """Whether *figure* lies within the bounds; NaN does not."""
        low = -float("inf") if self.at_least is None else self.at_least
        high = float("inf") if self.at_most is None else self.at_most
        return low <= figure <= high


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``lesson.json`` holds.

    Attributes:
        id: the lesson's short name in plans of a course, as ``G1``.
        pane: the pane that is brought to the front, by its name.
        goals: what the project reaches as it stands.
    """

    id: str
    pane: str
    goals: tuple[Goal, ...] = ()


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lessons that belong together, in their order.

    Attributes:
        title: by language.
        lessons: the names of their folders.
    """

    title: dict[str, str]
    lessons: tuple[str, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """The chapters in their order."""
    return msgspec.json.decode((asset("lessons") / "contents.json").read_bytes(), type=tuple[Chapter, ...])


def folder(name: str) -> Path:
    """The folder of the lesson *name*, to which the paths of its data are relative; KeyError where there is none."""
    if all(name not in chapter.lessons for chapter in chapters()):
        raise KeyError(name)
    return asset("lessons") / name


@cache
def about(name: str) -> About:
    """What is to be reached in the lesson *name*."""
    return msgspec.json.decode((folder(name) / "lesson.json").read_bytes(), type=About)


@cache
def text(name: str, language: str) -> str:
    """The lesson *name* as Markdown in *language*; its links lead to parts of the window, as ``pane:surface``."""
    return (folder(name) / f"{language}.md").read_text(encoding="utf-8")


def title(name: str, language: str) -> str:
    """The heading of the lesson *name*."""
    return text(name, language).split("\n", 1)[0].removeprefix("# ")


def project(name: str) -> Project:
    """The project that the lesson *name* opens with."""
    return project_from_json((folder(name) / "project.json").read_bytes())


def figure_of(goal: Goal, epochs: Mapping[str, float], test: Mapping[str, float]) -> float | None:
    """What a run came to of *goal*: from the figures of its last epoch or of the test part; None where not known."""
    if goal.metric.startswith("test_"):
        return test.get(goal.metric.removeprefix("test_"))
    return epochs.get(goal.metric)
