"""The bench of the window runs to its end and tells everything; what it tells is not for a test to judge."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

import pytest

from nnviz.commands import bench_ui
from nnviz.commands.bench import main
from nnviz.commands.bench_ui import Figures, epoch_ms, table
from nnviz.data.shown import MOST_BYTES, load_to_show
from nnviz.errors import BadInput
from nnviz.project.files import open_project


@pytest.fixture
def small(monkeypatch):
    """Data of a few rows, one project to open."""
    monkeypatch.setattr(bench_ui, "ROWS", 640)
    monkeypatch.setattr(bench_ui, "OPENED", 1)


@pytest.mark.nightly
def test_it_measures_everything(small, capsys):
    assert main(["ui", "--seconds", "1", "--rounds", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {field.name for field in fields(Figures)}
    assert told["tensorflow"] is False
    figures = {name: value for name, value in told.items() if name not in ("tensorflow", "slowdown")}
    assert all(value is None or value > 0 for value in figures.values())
    assert told["gap_p50_ms"] <= told["gap_p99_ms"] <= told["gap_max_ms"]
    assert told["gap_max_ms"] == max(told["gap_max_start_ms"], told["gap_max_training_ms"])
    assert told["slowdown"] == pytest.approx(told["epoch_ms"] / told["epoch_alone_ms"] - 1)


def test_the_table_has_every_figure_and_what_is_to_be_reached():
    known = {field.name: 1.0 for field in fields(Figures)}
    printed = table(Figures(**{**known, "slowdown": 0.034, "shown_s": 0.71, "rss_mb": None, "tensorflow": False}))
    lines = {line[:46].strip(): line[46:].split() for line in printed.splitlines()}
    assert lines["the same, warm"] == ["0.71", "s", "0.80", "s"]
    assert lines["slowdown by the window"] == ["3.4", "%", "5.0", "%"]
    assert lines["memory of the window, all"] == ["-", "250", "MB"]
    assert lines["TensorFlow in the process of the window"] == ["no", "no"]
    assert len(bench_ui._ROWS) + 1 == len(asdict(Figures(**known)))


def test_the_data_are_too_large_for_the_window_to_hold(tmp_path, monkeypatch):
    assert bench_ui.ROWS * bench_ui.INPUTS * 4 > MOST_BYTES
    monkeypatch.setattr(bench_ui, "ROWS", 5)
    project = open_project(bench_ui._write_large(tmp_path)).project
    assert load_to_show(project.data, tmp_path).facts.input_shape == (bench_ui.INPUTS,)


def test_an_epoch_is_timed_in_the_second_half_of_a_run():
    slow = [(float(i), i + 1) for i in range(5)]
    quick = [(5.0 + i / 2, 6 + i) for i in range(11)]
    assert epoch_ms([*slow, *quick]) == pytest.approx(500)
    assert epoch_ms([(0.0, 10), (1.0, 30)]) == pytest.approx(50)


def test_no_seconds_are_refused():
    with pytest.raises(BadInput, match="at least 1 second"):
        main(["ui", "--seconds", "0"])


def test_a_process_that_fails_ends_the_bench():
    with pytest.raises(BadInput, match="ended with exit code 2"):
        bench_ui._run("alone", "1", "/nowhere/nothing.json")
