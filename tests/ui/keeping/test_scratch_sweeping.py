"""The window's own files go with the project they were of, and never a moment too early."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nnviz.project.runs import Run, Snapshot, now
from nnviz.ui.document import Document, first_project
from nnviz.ui.files.project_reading import for_engine
from nnviz.ui.keeping.scratch_sweeping import ScratchSweeper


@dataclass
class Runs:
    folder: Path
    runs: tuple[Run, ...] = ()
    jobs: list[Any] = field(default_factory=list)

    def scratch_file(self, name: str) -> Path:
        return self.folder / name

    def do(self, job: Any, done: Any) -> None:
        self.jobs.append(job)

    def work(self) -> None:
        """What the writer's thread does."""
        while self.jobs:
            self.jobs.pop(0)(None)


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


@pytest.fixture
def open_another(runs: Runs, qtbot: QtBot, qapp: object):
    """Opens another project with files of its own, and with *kept* snapshots."""
    owner = QObject()
    document = Document(parent=owner)
    sweeper = ScratchSweeper(document, runs, runs.do, owner)

    def open_it(name: str, *kept: Path) -> None:
        snapshots = tuple(Snapshot(0, "last", path) for path in kept)
        runs.runs = (Run(1, now(), first_project(), snapshots=snapshots),)
        document.open(first_project(), None)
        qtbot.waitUntil(lambda: not sweeper._soon.isActive())
        (runs.folder / f"{name}-kept").mkdir()
        (runs.folder / f"{name}-kept" / "1.safetensors").touch()
        (runs.folder / f"{name}.safetensors").touch()

    yield open_it
    document.shutdown()


def names(runs: Runs) -> list[str]:
    return sorted({path.name.split("-")[0].split(".")[0] for path in runs.folder.iterdir()})


def test_what_was_of_a_closed_project_goes(runs: Runs, open_another: Any) -> None:
    for name in "abcdef":
        open_another(name)
        runs.work()
    assert names(runs) == ["d", "e", "f"]


def test_what_an_open_run_needs_stays_and_so_does_what_is_written_again(runs: Runs, open_another: Any) -> None:
    model = runs.folder / "model-1" / "x.keras.safetensors"
    open_another("a")
    model.parent.mkdir()
    model.touch()
    shared = runs.folder / "opened-1.safetensors"
    for number, name in enumerate("bcdef"):
        shared.write_text(name)
        os.utime(shared, (number, number))
        open_another(name, model)
        runs.work()
    assert model.exists()
    assert shared.exists()
    assert "a" not in names(runs)


def test_what_is_written_again_before_the_writer_comes_to_it_stays(runs: Runs, open_another: Any) -> None:
    shared = runs.folder / "shared.safetensors"
    shared.touch()
    for name in "abc":
        open_another(name)
    assert len(runs.jobs) == 1
    os.utime(shared, (5, 5))
    runs.work()
    assert shared.exists()


def test_each_project_that_is_opened_has_files_of_its_own(tmp_path: Path) -> None:
    """Runs of all projects have the same numbers, and files of the one before are still being swept."""
    weights, scratch = tmp_path / "w.safetensors", tmp_path / "scratch"
    scratch.mkdir()
    safetensors.numpy.save_file({"a": np.zeros(1, "float32")}, weights)
    opened = Run(1, now(), first_project(), snapshots=(Snapshot(0, "last", weights),))
    first, again = (for_engine((opened,), scratch.joinpath) for _ in range(2))
    assert not {*first} & {*again}
    assert all(files[0] is not None and files[0].read_bytes() == weights.read_bytes() for files in (first, again))


def test_a_file_that_goes_while_the_folder_is_looked_at_is_none_of_it(
    runs: Runs, open_another: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file, draft = Path.is_file, runs.folder / ".work.part"
    draft.touch()

    def renamed(path: Path) -> bool:
        found = is_file(path)
        if path == draft:
            draft.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(Path, "is_file", renamed)
    for name in "abc":
        open_another(name)
        runs.work()
    assert names(runs) == ["a", "b", "c"]


def test_nothing_goes_before_the_writer_is_done_with_it(runs: Runs, open_another: Any) -> None:
    for name in "abcd":
        open_another(name)
    assert names(runs) == ["a", "b", "c", "d"]
    assert len(runs.jobs) == 1
