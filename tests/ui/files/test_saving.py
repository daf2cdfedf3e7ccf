"""Files that are made beside the project: asked for, written in their order, and told about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.errors import BadInput
from nnviz.project.atomic import write_whole
from nnviz.ui.dialogs.save_dialog import SaveDialog
from nnviz.ui.files.saving import FileSaver, SaveJob


@pytest.fixture
def saver(qtbot: QtBot) -> Iterator[FileSaver]:
    window = QWidget()
    qtbot.addWidget(window)
    made = FileSaver(window)
    yield made
    made.shutdown()


def job(text: str, done: list[Path] | None = None) -> SaveJob:
    def write(path: Path) -> None:
        if not text:
            raise BadInput("there is nothing to write")
        write_whole(path, text.encode())

    return SaveJob("Save", "Text (*.txt)", ".txt", write, None if done is None else done.append)


def test_files_are_written_in_turn_and_one_that_fails_holds_up_nothing(
    saver: FileSaver, qtbot: QtBot, tmp_path: Path
) -> None:
    done: list[Path] = []
    said: list[str] = []
    failed: list[str] = []
    saver.said.connect(said.append)
    saver.failed.connect(failed.append)
    path = tmp_path / "a.txt"
    for text in ("one", "", "three"):
        saver.save(job(text, done), path)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["Saved a.txt"] * 2
    assert failed == ["there is nothing to write"]
    assert done == [path, path]
    assert path.read_text() == "three"


def test_it_asks_where_and_proposes_a_name(saver: FileSaver, qtbot: QtBot, tmp_path: Path) -> None:
    saver.ask(job("text"), tmp_path, "network")
    (dialog,) = saver.parent().findChildren(SaveDialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(saver.said):
        dialog.fileSelected.emit(str(tmp_path / "network"))
    assert (tmp_path / "network.txt").read_text() == "text"
    dialog.close()


def test_what_was_asked_for_before_the_window_closes_is_written(saver: FileSaver, tmp_path: Path) -> None:
    begun, may_go_on = Event(), Event()

    def write(path: Path) -> None:
        begun.set()
        may_go_on.wait()
        path.write_text("slow")

    saver.save(SaveJob("Save", "Text (*.txt)", ".txt", write), tmp_path / "first.txt")
    for name in ("second", "", "third"):
        saver.save(job(name), tmp_path / f"{name}.txt")
    begun.wait()
    Timer(0.05, may_go_on.set).start()
    saver.shutdown()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.txt", "second.txt", "third.txt"]
