"""What the table says of networks and recipes is read from the file on another thread."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project import run_rows
from nnviz.project.files import Contents, open_file, save_file
from nnviz.project.later import Promise
from nnviz.project.project import Project
from nnviz.project.run_words import words_of
from nnviz.project.runs import Run, now
from nnviz.training.recipe import Recipe
from nnviz.ui.runs.comparing import _change
from nnviz.ui.runs.pane import WIDE, RunsPane
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.words import FIRST, RunWords
from tests.network.test_edits import chain

BASE = Project(chain("Input", "Dense", "Output"), Builtin(name="moons"), Recipe())
COUNT = FIRST + 20


def project(number: int) -> Project:
    network = edits.set_args(BASE.network, "hidden_1", units=number)
    return replace(BASE, network=network, training=msgspec.structs.replace(BASE.training, seed=number))


def test_they_come_off_the_windows_thread_and_are_searched_and_sorted_by_then(
    qtbot: QtBot, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.nnviz"
    made = tuple(Run(number, now(), project(number)) for number in range(1, COUNT + 1))
    save_file(path, Contents(BASE, made, tmp_path))
    runs = open_file(path).runs
    threads, looked, parse = set(), threading.Event(), run_rows.project_from_json

    def parse_later(text: bytes) -> Project:
        threads.add(threading.current_thread())
        looked.wait(60)
        return parse(text)

    monkeypatch.setattr(run_rows, "project_from_json", parse_later)
    pane = RunsPane()
    qtbot.addWidget(pane)
    words = RunWords(pane)
    pane.words_wished.connect(lambda: words.follow([row.run for row in pane.rows]))
    words.came.connect(pane.read_again)
    pane.resize(WIDE + 300, 320)
    pane.show()
    with qtbot.waitSignal(words.came):
        pane.set_rows(tuple(RunRow(run) for run in runs))
        pane.refresh()
        table = pane.table.table
        table.show_away(True)  # runs without epochs
        assert {row.network for row in table.rows} == {""}
        pane.search.setText("7 relu")
        assert table.rows == []
        looked.set()
    qtbot.waitUntil(lambda: len(table.rows) == len([n for n in range(1, COUNT + 1) if str(n).endswith("7")]))
    assert {row.network for row in table.rows} == {f"{row.run.id} relu" for row in table.rows}
    pane.search.setText("")
    table.sort_by("network")
    texts = [row.network for row in table.rows]
    assert len(texts) == COUNT
    assert texts in (sorted(texts), sorted(texts, reverse=True))
    assert threading.main_thread() not in threads
    assert threads
    words.shutdown()


@pytest.mark.logs_warnings
def test_what_cannot_be_read_for_whatever_reason_is_not_read_again(qtbot: QtBot, qapp: object) -> None:
    asked = []

    def broken() -> Project:
        asked.append(1)
        raise KeyError("layers")

    runs = (Run(1, now(), Promise(broken)), Run(2, now(), Promise(lambda: BASE)))  # type: ignore[arg-type]
    parent = QObject()
    words = RunWords(parent)
    for _ in range(2):
        with qtbot.waitSignal(words.came, raising=False, timeout=500 if asked else 20_000):
            words.follow(runs)
    assert asked == [1]
    assert words_of(runs[0]) is None
    assert words_of(runs[1]) is not None


def test_shares_differ_in_points_of_a_hundred_and_other_figures_in_parts_of_what_they_were() -> None:
    assert _change(0.9, 0.883, True) == "−1.7 pp"
    assert _change(0.2, 0.15, False) == "−25 %"
