"""Where the work of a window is kept, for the tests of this room."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.project import work_folders
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import WorkFolder


@pytest.fixture
def work_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where all work of the test is."""
    monkeypatch.setenv(work_folders.VARIABLE, str(tmp_path / "work"))
    return tmp_path / "work"


@pytest.fixture
def base() -> Iterator[WorkBase]:
    folder = WorkFolder.make()
    with contextlib.closing(WorkBase(folder.base)) as made:
        yield made
    folder.remove()
