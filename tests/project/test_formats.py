"""Files of every format that there was: each opens, and is saved in the newest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.project.changes import Change, Difference
from nnviz.project.files import open_project, save_file, snapshot_bytes
from nnviz.project.run_label import Label
from nnviz.project.runs import Fork

from .examples import xor
from .test_files import assert_same


def test_a_file_of_the_first_format_opens_and_is_saved_in_the_newest(tmp_path: Path):
    """Written by the nnviz that knew of no changes."""
    old = tmp_path / "old.nnviz"
    old.write_bytes((Path(__file__).parent / "format-1.nnviz").read_bytes())
    found = open_project(old)
    (run,) = found.runs
    assert found.project == run.project == xor()
    assert (run.ending, run.sentence, run.epochs, run.changes) == ("stopped", "Stopped by you after epoch 3.", 3, ())
    assert run.columns["loss"].tolist() == [0.7, 1 / 3, 1e-300]
    assert snapshot_bytes(run, "last") == b"weights of the last epoch"
    changed = replace(run, changes=(Change(2, (Difference("batch_size", "4", "2"),)),))
    save_file(old, replace(found, runs=(changed,)))
    assert_same(open_project(old), replace(found, runs=(changed,)))


def test_a_file_of_the_second_format_opens_and_is_saved_in_the_newest(tmp_path: Path):
    """Written by the nnviz that knew of no forks, and kept no snapshots along a run."""
    old = tmp_path / "old.nnviz"
    old.write_bytes((Path(__file__).parent / "format-2.nnviz").read_bytes())
    found = open_project(old)
    (run,) = found.runs
    assert (run.fork, run.kept, run.changes[0].epoch) == (None, (), 2)
    forked = replace(run, id=2, fork=Fork(1, 2), snapshots=())
    save_file(old, replace(found, runs=(run, forked)))
    assert_same(open_project(old), replace(found, runs=(run, forked)))


def test_a_file_of_the_third_format_opens_and_is_saved_in_the_newest(tmp_path: Path):
    """Written by the nnviz that knew of no names of runs, and of no clocks."""
    old = tmp_path / "old.nnviz"
    old.write_bytes((Path(__file__).parent / "format-3.nnviz").read_bytes())
    found = open_project(old)
    first, second = found.runs
    assert (second.fork, second.label, second.clock) == (Fork(1, 2), Label(), None)
    label = Label("wider", "Worth a look.", starred=True, shown=True, hidden=False, race="Race 1: units")
    named = replace(second, label=label, clock=np.array([[0.5, 1e9], [1.5, 1e9 + 60]]))
    save_file(old, replace(found, runs=(first, named)))
    assert_same(open_project(old), replace(found, runs=(first, named)))


def test_a_file_of_the_fourth_format_opens_and_is_saved_in_the_newest(tmp_path: Path):
    """Written by the nnviz that read all metrics before it showed anything."""
    old = tmp_path / "old.nnviz"
    old.write_bytes((Path(__file__).parent / "format-4.nnviz").read_bytes())
    found = open_project(old)
    first, second = found.runs
    assert (first.label, second.fork) == (Label("slow one", "a note", starred=True), Fork(1, 2))
    assert first.clock.tolist() == [[0.5, 1.0], [1.0, 1.5], [1.5, 2.0]]
    assert snapshot_bytes(first, "kept", 2) == b"weights of epoch 2, kept"
    save_file(old, found)
    assert_same(open_project(old), found)
