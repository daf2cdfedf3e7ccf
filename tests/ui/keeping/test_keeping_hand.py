"""Weights set by hand before a race are still what the next run begins with."""

from __future__ import annotations

from nnviz.network.spec import NetworkSpec
from nnviz.project.changes import Difference
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.ui.keeping.keeping_hand import edits_before, with_edit, without_edits


def test_a_race_in_between_does_not_hide_what_was_set_by_hand() -> None:
    drawn = Project(NetworkSpec())
    runs = with_edit((), drawn, Difference("h1.weights", "", "0.5"))
    raced = Run(2, "2026-01-01T00:00:00+00:00", drawn, label=Label(name="0.1", race="Race 1: learning rate"))
    assert [d.name for change in edits_before((*runs, raced)) for d in change.what] == ["h1.weights"]
    assert without_edits((*runs, raced)) == (raced,)
    assert edits_before((raced,)) == ()
    only = (raced,)
    assert without_edits(only) is only


def test_weights_set_by_hand_before_and_after_a_race_are_of_one_run() -> None:
    drawn = Project(NetworkSpec())
    before = with_edit((), drawn, Difference("h1.weights", "", "0.5"))
    raced = Run(2, "2026-01-01T00:00:00+00:00", drawn, label=Label(name="0.1", race="Race 1: learning rate"))
    runs = with_edit((*before, raced), drawn, Difference("h2.weights", "", "0.7"))
    assert [run.id for run in runs] == [2, 3]  # the last one, whose weights are written next
    assert [d.name for change in edits_before(runs) for d in change.what] == ["h1.weights", "h2.weights"]
    assert without_edits(runs) == (raced,)
