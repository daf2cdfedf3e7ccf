"""Work of a dead window is taken over by one window, whoever else looks what there is."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject

from nnviz.errors import BadInput
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import VARIABLE, WorkFolder, left_behind
from nnviz.ui.keeping import recovery
from tests.project.working import run, work


def test_another_window_that_only_looks_does_not_keep_work_from_being_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "work"))
    folder = WorkFolder.make()
    with contextlib.closing(WorkBase(folder.base)) as made:
        made.put(work((run(1, 3, tmp_path),), title="mine", base=str(tmp_path)))
    folder.let_go()
    (found,) = left_behind()
    looking = WorkFolder.take_over(found.folder)
    assert looking is not None
    monkeypatch.setattr(recovery, "sleep", lambda _: looking.let_go())  # it has seen what there is
    mine = WorkFolder.make()
    recovered = recovery.take_over(found, mine, lambda name: tmp_path / name, None)
    assert [its.epochs for its in recovered.opened.contents.runs] == [3]
    monkeypatch.setattr(recovery, "LOOKING_S", 0.0)
    with pytest.raises(BadInput, match="taken up by another window"):
        recovery.take_over(found, mine, lambda name: tmp_path / name, None)
    recovered.old.remove()
    mine.remove()


class Desk(QObject):
    """As much of a window as ``Recovery`` needs to throw work away."""

    document = SimpleNamespace(project=None)


def test_all_that_is_discarded_goes_though_nothing_of_it_had_begun_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "work"))
    for title in ("one", "two", "three"):
        folder = WorkFolder.make()
        with contextlib.closing(WorkBase(folder.base)) as made:
            made.put(work((run(1, 3, tmp_path),), title=title, base=str(tmp_path)))
        folder.let_go()
    desk, busy = Desk(), []
    offering: Any = recovery.Recovery(desk)  # type: ignore[arg-type]
    offering._looker._pool = SimpleNamespace(start=busy.append)  # every thread has other things to do
    offering._found = left_behind()
    for _ in range(3):
        offering.discard()
    for piece in busy:
        piece.run()
    assert (left_behind(), offering.first) == ([], None)
