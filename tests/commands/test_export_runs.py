"""``nnviz export`` of all runs, in this process: what needs no Keras."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from nnviz.commands import export
from nnviz.commands.export_runs import export_runs
from nnviz.data.spec import Builtin
from nnviz.errors import BadInput
from nnviz.project.files import Contents, save_file
from nnviz.project.project import Project
from nnviz.project.runs import Run
from tests.network.test_edits import chain

PROJECT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"))
RUNS = tuple(
    Run(i, "2026-01-01T00:00:00+00:00", PROJECT, {"loss": np.array([1.0, 0.5 / i])}, "finished") for i in (1, 2)
)


def test_the_runs_of_a_file_become_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_file(tmp_path / "a.nnviz", Contents(PROJECT, RUNS))
    for name in ("runs.csv", "epochs.csv"):
        path = tmp_path / f"a.{name}"
        assert export.main([str(tmp_path / "a.nnviz"), "--format", name, "-o", str(path)]) == 0
        assert "2 runs" in capsys.readouterr().out
    with (tmp_path / "a.epochs.csv").open() as file:
        assert [row["Run 2: loss"] for row in csv.DictReader(file)] == ["1.0", "0.25"]
    with (tmp_path / "a.runs.csv").open() as file:
        assert [row["loss best"] for row in csv.DictReader(file)] == ["0.5", "0.25"]
    with pytest.raises(BadInput, match="is there already"):
        export_runs(Contents(PROJECT, RUNS), "runs.csv", tmp_path / "a.runs.csv", force=False)


def test_a_project_without_runs_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no runs"):
        export_runs(Contents(PROJECT), "tensorboard", tmp_path / "logs", force=False)


def test_a_run_that_never_finished_an_epoch_is_left_out(tmp_path: Path) -> None:
    empty = Run(3, "2026-01-01T00:00:00+00:00", PROJECT)
    export_runs(Contents(PROJECT, (*RUNS, empty)), "runs.csv", tmp_path / "runs.csv", force=False)
    assert (tmp_path / "runs.csv").read_text().count("\n") == 3
