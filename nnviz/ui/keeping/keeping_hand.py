"""Weights set by hand in a network that was not trained: a run without epochs keeps them until training begins."""

from __future__ import annotations

from dataclasses import replace

from nnviz.project.changes import Change, Difference, noted
from nnviz.project.project import Project
from nnviz.project.runs import IMPORTED, Run, last_drawn, next_id, now

BY_HAND = "Weights set by hand."


def is_by_hand(run: Run) -> bool:
    """Whether *run* only keeps weights that were set by hand."""
    return run.imported and run.sentence == BY_HAND


def with_edit(runs: tuple[Run, ...], project: Project, what: Difference) -> tuple[Run, ...]:
    """*runs*, the last of which has the weights set by hand in *project*, *what* the last of them.

    Where that took the only one back there is no such run any more.
    """
    before = last_drawn(runs)
    if before is not None and before is not runs[-1] and is_by_hand(before):  # variants were raced since
        runs = (*(run for run in runs if run is not before), replace(before, id=next_id(runs)))
    if not runs or not runs[-1].imported:
        runs = (*runs, Run(next_id(runs), now(), project, ending=IMPORTED, sentence=BY_HAND))
    last = runs[-1]
    changes = noted(last.changes, 0, what)
    if not changes and is_by_hand(last):
        return runs[:-1]
    return (*runs[:-1], replace(last, project=project, changes=changes))


def without_edits(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """*runs*, of which the last one that is not raced is none that only keeps weights set by hand."""
    last = last_drawn(runs)
    return tuple(run for run in runs if run is not last) if last is not None and is_by_hand(last) else runs


def edits_before(runs: tuple[Run, ...]) -> tuple[Change, ...]:
    """What was set by hand before the first epoch of a run that begins behind *runs*."""
    last = last_drawn(runs)
    return last.changes if last is not None and last.imported else ()
