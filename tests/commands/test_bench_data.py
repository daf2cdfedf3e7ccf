"""The bench of the data runs to its end and tells everything; what it tells is not for a test to judge."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields

import pytest

from nnviz.commands import bench_data, bench_data_alone
from nnviz.commands.bench import main
from nnviz.commands.bench_data import Figures, measure, table
from nnviz.data.pictures.image_folders import listing
from nnviz.errors import BadInput
from nnviz.project.files import open_project


@pytest.mark.nightly
def test_it_measures_everything(capsys):
    assert main(["data", "--size", "0.002", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {field.name for field in fields(Figures)}
    assert all(value >= 0 for value in told.values())
    assert (told["rows"], told["pictures"]) == (10989, 200)
    assert told["load_ratio"] == pytest.approx(told["load_s"] / told["loadtxt_s"])
    assert told["memory_ratio"] == pytest.approx(told["memory_mb"] / told["float32_mb"])


def test_the_table_has_every_figure_and_what_is_to_be_reached():
    known = {field.name: 1.0 for field in fields(Figures)}
    printed = table(Figures(**{**known, "rows": 5, "pictures": 100_000, "load_ratio": 1.234, "table_mb": 1000.4}))
    lines = {line[:46].strip(): line[46:].split() for line in printed.splitlines()}
    assert lines["loaded against numpy.loadtxt"] == ["1.23", "x", "2.00", "x"]
    assert lines["table"] == ["1,000", "MB"]
    assert lines["pictures in a folder"] == ["100,000"]
    assert len(bench_data._ROWS) + 1 == len(asdict(Figures(**known)))


def test_what_is_read_is_what_is_said(tmp_path):
    bench_data.write_table(tmp_path / "table.csv", 500)
    with (tmp_path / "table.csv").open(newline="") as file:
        names, *rows = csv.reader(file)
    assert len(rows) == 500
    assert names[-1] == "y"
    assert {row[-1] for row in rows} == {str(k) for k in range(bench_data.CLASSES)}
    assert all(0 <= float(cell) < 1 for row in rows for cell in row[:-1])
    size = (tmp_path / "table.csv").stat().st_size
    assert size == pytest.approx(500 * bench_data.BYTES_A_ROW, rel=0.05)
    bench_data.write_pictures(tmp_path / "pictures", 10)
    assert listing(tmp_path / "pictures").count == 10
    for data in (
        {"source": "table", "path": "table.csv", "task": "classes", "target": "y"},
        {"source": "images", "folder": "pictures", **bench_data.LOOK},
    ):
        bench_data.write_project(tmp_path / "p.json", data)
        assert open_project(tmp_path / "p.json").project.data is not None


@pytest.mark.parametrize("story", ["preview", "look", "load", "loadtxt"])
def test_the_stories_of_a_table(story, tmp_path, capsys):
    bench_data.write_table(tmp_path / "table.csv", 200)
    assert bench_data_alone.main([story, str(tmp_path / "table.csv")]) == 0
    assert json.loads(capsys.readouterr().out)["seconds"] > 0


def test_memory_is_watched():
    import numpy as np

    with bench_data_alone._Peak() as peak:
        held = np.ones(32 << 20)
    assert peak.rise >= 0.5 * held.nbytes  # what was there before may have been given back meanwhile


def test_a_small_disk_gives_a_small_table(monkeypatch, tmp_path):
    said, asked = [], []
    free = type("Usage", (), {"free": int(5e8)})
    monkeypatch.setattr(bench_data.shutil, "disk_usage", lambda path: free)
    monkeypatch.setattr(bench_data, "write_table", lambda path, rows: None)
    monkeypatch.setattr(bench_data, "write_pictures", lambda path, count: None)
    monkeypatch.setattr(bench_data, "_measured", lambda folder, rows, pictures, tell: asked.append((rows, pictures)))
    measure(1.0, said.append)
    assert "0.10 GB" in said[0]
    assert asked == [(int(1e8 / bench_data.BYTES_A_ROW), 10_000)]


def test_a_size_that_is_none_is_refused():
    with pytest.raises(BadInput, match="above 0"):
        main(["data", "--size", "0"])
