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


def test_the_cost_of_every_layer_is_shown_with_its_sums(nnviz: Callable[..., Ran], tmp_path: Path) -> None:
    chain = [{"id": "in", "kind": "Input"}, {"id": "h", "kind": "Dense", "units": 8}]
    chain += [{"id": "norm", "kind": "BatchNormalization"}, {"id": "out", "kind": "Output"}]
    path = tmp_path / "net.json"
    path.write_text(
        json.dumps({"nnviz": 1, "network": {"layers": chain}, "data": {"source": "builtin", "name": "xor"}})
    )
    lines = nnviz("show", path).out.splitlines()
    assert lines[2].split() == ["layer", "kind", "shape", "parameters", "multiply-adds", "settings"]
    assert [line.split()[:4] for line in lines[4:8]] == [
        ["in", "Input", "2", "0"],
        ["h", "Dense", "8", "24"],
        ["norm", "BatchNormalization", "8", "32"],
        ["out", "Output", "1", "9"],
    ]
    assert [lines[row].split()[4] for row in (4, 5, 7)] == ["0", "16", "8"]
    network = json.loads(nnviz("show", path, "--json").out)["network"]
    assert (network["parameters"], network["trainable"]) == (65, 49)
    assert network["multiply_adds"] == sum(layer["multiply_adds"] for layer in network["layers"])
    assert network["layers"][3]["kind"] == "Output"
