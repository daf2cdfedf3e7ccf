"""What is shown of the runs of a project."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nnviz.project.changes import Change, Difference
from nnviz.project.files import open_project, save_file
from tests.commands.conftest import Ran


def test_what_was_changed_in_a_run_is_shown(nnviz: Callable[..., Ran], trained: Path, tmp_path: Path) -> None:
    contents = open_project(trained / "project.nnviz")
    changes = (
        Change(40, (Difference("learning_rate", "0.05", "0.01"), Difference("layer added", "", "h3"))),
        Change(90, (Difference("loss", "by the task", "mse"),)),
    )
    path = tmp_path / "changed.nnviz"
    save_file(path, replace(contents, runs=(replace(contents.runs[0], changes=changes),)))
    shown = nnviz("show", path).out.splitlines()
    head = next(i for i, line in enumerate(shown) if line.split() == ["run", "after", "epoch", "changed"])
    assert [line.split(maxsplit=2) for line in shown[head + 2 : head + 4]] == [
        ["1", "40", "learning_rate 0.05 -> 0.01, layer added: h3"],
        ["1", "90", "loss by the task -> mse"],
    ]
    (run,) = json.loads(nnviz("show", path, "--json").out)["runs"]
    assert run["changes"][1] == {"epoch": 90, "what": [{"name": "loss", "before": "by the task", "after": "mse"}]}
    assert "after epoch" not in nnviz("show", trained / "project.nnviz").out
