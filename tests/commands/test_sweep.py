"""``nnviz sweep``: the grid in processes of its own, its table and its project, and going on after a kill."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.commands import sweep, sweep_pool
from nnviz.commands.sweep_point import Bench, Done, Task
from nnviz.network.spec import NetworkSpec
from nnviz.project.files import open_project, snapshot_bytes
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.project.runs import Run

XOR = {"source": "builtin", "name": "xor"}
GRID = ("--set", "hidden.units=2,8", "--set", "optimizer.learning_rate=1e-3,1e-1")


def trained_here(tasks: list[Task], jobs: int, hear) -> None:
    bench = Bench()
    for task in tasks:
        hear(bench.train(task))


def test_a_grid_is_trained_in_a_process_and_gathered(nnviz, project, tmp_path: Path, monkeypatch):
    path, out = project(XOR, epochs=5), tmp_path / "out"
    ran = nnviz("sweep", path, *GRID, "--jobs", 1, "--out", out)
    assert ran.code == 0
    assert "4 points, 0 of them trained already." in ran.err
    assert "[4/4] hidden.units=8, optimizer.learning_rate=0.1: best loss 0." in ran.err
    contents = open_project(out / "sweep.nnviz")
    assert contents.project == open_project(path).project
    assert [(run.id, run.epochs, run.ending) for run in contents.runs] == [(n, 5, "finished") for n in (1, 2, 3, 4)]
    assert contents.runs[1].label.name == "units 2, rate 0.1"
    assert contents.runs[1].project.network.layer("hidden").args["units"] == 2
    assert {run.label.race for run in contents.runs} == {"Sweep of hidden.units, optimizer.learning_rate"}
    table = ran.out.splitlines()[2:6]
    best = {run.id: min(run.columns["loss"]) for run in contents.runs}
    assert [int(line.split()[0]) for line in table] == sorted(best, key=lambda number: best[number])

    weights = snapshot_bytes(contents.runs[1], "last")

    # The same again, and the same in another order, find what is there; nothing is trained.
    monkeypatch.setattr(sweep_pool, "train_all", lambda *_: pytest.fail("trained again"))
    again = nnviz("sweep", path, *GRID, "--out", out, "--json")
    assert [line["run"] for line in again.lines] == sorted(best, key=lambda number: best[number])
    assert again.lines[0]["best"]["loss"] == min(best.values())
    turned = nnviz("sweep", path, *GRID[2:], *GRID[:2], "--out", out, "--json")
    assert [line["set"] for line in turned.lines] == [
        {key: line["set"][key] for key in reversed(line["set"])} for line in again.lines
    ]
    moved = open_project(out / "sweep.nnviz").runs[2]  # hidden.units=2 at 0.1 is the third one now
    assert snapshot_bytes(moved, "last") == weights
    assert moved.project == contents.runs[1].project


@pytest.mark.nightly
def test_only_what_is_missing_or_damaged_is_trained_and_as_train_would(nnviz, project, tmp_path: Path, monkeypatch):
    path, out = project(XOR, epochs=3), tmp_path / "out"
    heard: list[int] = []

    def some(tasks: list[Task], jobs: int, hear) -> None:
        heard.append(len(tasks))
        trained_here(tasks, jobs, hear)

    monkeypatch.setattr(sweep_pool, "train_all", some)
    assert nnviz("sweep", path, "--set", "seed=1,2", "--out", out).code == 0
    damaged = next((out / "points").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:5000])
    ran = nnviz("sweep", path, "--set", "seed=1,2,3", "--out", out, "--json")
    assert (ran.code, heard, len(ran.lines)) == (0, [2, 2], 3)
    alone = nnviz("train", project(XOR, epochs=3, seed=3), "--json").lines[-2]
    (line,) = (line for line in ran.lines if line["set"] == {"seed": 3})
    assert line["last"]["loss"] == alone["loss"]


def test_a_point_that_could_not_be_trained_is_told_and_the_others_stay(nnviz, project, tmp_path: Path, monkeypatch):
    def half(tasks: list[Task], jobs: int, hear) -> None:
        trained_here(tasks[:1], jobs, hear)
        hear(Done(tasks[1].number, "The process that trained it ended with code -9"))

    monkeypatch.setattr(sweep_pool, "train_all", half)
    ran = nnviz("sweep", project(XOR), "--set", "hidden.units=2,4", "--out", tmp_path / "out", "--json")
    assert (ran.code, len(ran.lines)) == (1, 1)
    assert "[2/2] hidden.units=4: The process that trained it ended with code -9" in ran.err


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--set", "hiden.units=2"], 'did you mean "hidden.units"?'),
        (["--set", "loss=mse,categorical_crossentropy"], "loss=categorical_crossentropy: out has 1 unit"),
        (["--set", "seed=1", "--jobs", "0"], "--jobs"),
        ([], "expected --set NAME=VALUE"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(nnviz, project, tmp_path: Path, words, part: str):
    ran = nnviz("sweep", project(XOR), *words, "--out", tmp_path / "out")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert part in ran.err
    assert not (tmp_path / "out").exists()


def test_ray_that_is_not_there_is_a_sentence(nnviz, project, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    ran = nnviz("sweep", project(XOR), "--set", "seed=1", "--ray", "local")
    assert ran.code == 2
    assert "needs Ray, which is not installed" in ran.err


@pytest.mark.nightly
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
def test_a_killed_sweep_goes_on_where_it_was(project, tmp_path: Path):
    path, out = project(XOR, epochs=300), tmp_path / "out"
    words = [sys.executable, "-m", "nnviz", "sweep", str(path), "--set", "seed=1,2,3,4,5", "--jobs", "1", "--json"]
    with subprocess.Popen([*words, "--out", str(out)], stderr=subprocess.PIPE, text=True) as killed:
        lines = [killed.stderr.readline() for _ in range(3)]
        killed.send_signal(signal.SIGKILL)
    assert lines[2].startswith("[2/5]")
    files = sorted((out / "points").glob("*.nnviz"))
    stamps = {file: file.stat().st_mtime_ns for file in files}
    ran = subprocess.run([*words, "--out", str(out)], capture_output=True, text=True, check=True)
    assert 2 <= len(stamps) <= 5
    assert {file: file.stat().st_mtime_ns for file in stamps} == stamps
    assert f"5 points, {len(stamps)} of them trained already." in ran.stderr
    whole = subprocess.run([*words, "--out", str(tmp_path / "whole")], capture_output=True, text=True, check=True)
    ours, theirs = ([json.loads(line) for line in text.splitlines()] for text in (ran.stdout, whole.stdout))
    assert [line["run"] for line in ours] == [line["run"] for line in theirs]
    assert [line["best"]["loss"] for line in ours] == pytest.approx([line["best"]["loss"] for line in theirs], rel=1e-4)


def test_where_no_process_can_be_started_every_point_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_options: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(sweep_pool.subprocess, "Popen", refuse)
    heard: list[Done] = []
    sweep_pool.train_all([Task(number, "", "", "{}", "") for number in (1, 2, 3)], 2, heard.append)
    assert sorted(done.number for done in heard) == [1, 2, 3]
    assert all("cannot be started" in done.sentence for done in heard)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_that_no_process_can_be_told_of_is_answered(nnviz, project, tmp_path: Path) -> None:
    ran = nnviz("sweep", project(XOR), "--set", "epochs=1,2", "--jobs", 1, "--out", tmp_path / os.fsdecode(b"caf\xe9"))
    assert ran.code == 1
    assert ran.err.count("is not in UTF-8") == 2


@pytest.mark.nightly
def test_a_process_that_dies_costs_one_point(project, tmp_path: Path):
    heard: list[Done] = []
    form = open_project(project(XOR)).project
    good = project_to_json(form).decode()
    tasks = [
        Task(number, "", "", text, str(tmp_path / f"{number}.nnviz"))
        for number, text in enumerate((good, "{", good), 1)
    ]
    sweep_pool.train_all(tasks, 1, heard.append)
    assert [(done.number, bool(done.sentence)) for done in heard] == [(1, False), (2, True), (3, False)]


def test_games_are_compared_by_their_returns_and_generators_by_their_distance() -> None:
    def run(**columns: list[float]) -> Run:
        measured = {key: np.array(values) for key, values in columns.items()}
        return Run(1, "2024-01-01T00:00:00+00:00", Project(NetworkSpec()), measured)

    player = {"loss": [0.1, 0.2], "return": [0.1, 0.2], "val_loss": [0.2, 0.3]}
    good, bad = run(**player, val_return=[0.9, 0.4]), run(**player, val_return=[0.5, 0.6])
    assert sweep._best(good) == (0.9, 1)
    assert sweep._best(bad) == (0.6, 2)
    assert sweep._rank(good) < sweep._rank(bad)
    assert sweep._measure(good) == "val_return"
    assert sweep._best(run(loss=[0.7], distance=[0.3])) == (0.3, 1)
    assert sweep._best(run(loss=[0.7, 0.6], val_loss=[0.5, 0.8])) == (0.5, 1)
    assert sweep._rank(run(loss=[float("nan")], **{"return": [float("nan")]})) == float("inf")
