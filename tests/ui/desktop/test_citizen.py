"""What a desktop expects of the window: files named or dropped are opened, and it comes back as it was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.commands import window as window_command
from nnviz.errors import BadInput
from nnviz.network.spec import NetworkSpec
from nnviz.project.files import Contents, save_project
from nnviz.project.project import Project
from nnviz.ui.files.recent import MOST_RECENT, RecentFiles
from nnviz.ui.window import MainWindow
from tests.ui.desktop import faces

REMEMBERED = ("geometry", "state", "recent")


@pytest.fixture(autouse=True)
def forgotten(qapp: QApplication) -> Iterator[None]:
    """Settings of these tests alone."""
    for name in REMEMBERED:
        QSettings().remove(name)
    yield
    for name in REMEMBERED:
        QSettings().remove(name)


class Opened(list[Path | None]):
    """Stands for ``open_window`` and keeps what it was given."""

    def __call__(self, path: Path | None) -> tuple[object, object]:
        self.append(path)
        return SimpleNamespace(exec=lambda: 0), SimpleNamespace(recovery=SimpleNamespace(look=lambda: None))


def test_a_project_named_on_the_command_line_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened()
    monkeypatch.setattr(window_command, "open_window", opened)
    save_project(tmp_path / "mine.json", Contents(Project(NetworkSpec(), None)))
    monkeypatch.chdir(tmp_path)
    assert window_command.main(["mine.json"]) == 0
    assert window_command.main([]) == 0
    assert opened == [tmp_path / "mine.json", None]


def test_data_named_on_the_command_line_are_offered_in_the_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened()
    monkeypatch.setattr(window_command, "open_window", opened)
    (tmp_path / "rows.csv").write_text("a,b\n1,2\n3,4\n")
    (tmp_path / "text.md").write_text("no data")
    assert window_command.main([str(tmp_path / "rows.csv")]) == 0
    assert window_command.main([str(tmp_path)]) == 0  # a folder of pictures
    assert opened == [tmp_path / "rows.csv", tmp_path]
    for name in ("text.md", "missing.csv"):
        with pytest.raises(BadInput):
            window_command.main([str(tmp_path / name)])


def test_a_bad_file_is_refused_before_there_is_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened()
    monkeypatch.setattr(window_command, "open_window", opened)
    (tmp_path / "bad.nnviz").write_bytes(b"no project")
    for name in ("bad.nnviz", "missing.nnviz"):
        with pytest.raises(BadInput):
            window_command.main([str(tmp_path / name)])
    assert opened == []


def drop(widget: QWidget, *urls: QUrl) -> bool:
    """Drop *urls* on *widget*; whether it would take them."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    at, copy, button, keys = QPointF(30, 30), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(at.toPoint(), copy, mime, button, keys.NoModifier)
    enter.setAccepted(False)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(at, copy, mime, button, keys.NoModifier))
    return enter.isAccepted()


def test_the_window_comes_back_as_it_was_left_and_takes_files(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with faces.shown_window("en") as window:
        opened: list[Path] = []
        monkeypatch.setattr(window.files, "open_anything", opened.append)
        web, file = QUrl("https://example.org/a.nnviz"), QUrl.fromLocalFile(str(tmp_path / "a.nnviz"))
        assert not drop(window, web)
        assert drop(window, web, file)
        assert drop(window.diagram.viewport(), file)
        qtbot.waitUntil(lambda: opened == [tmp_path / "a.nnviz"] * 2)
        window.resize(1100, 700)
        dock_of(window, "summary").hide()
        dock_of(window, "predictions").raise_()
        window.close()
    with faces.shown_window("en") as again:
        again.restore()
        assert again.height() == 700  # the screen that there is not one of is too narrow for the width
        assert dock_of(again, "summary").isHidden()
        assert not dock_of(again, "weights").isHidden()
        QApplication.processEvents()
        assert again.panes.can_be_seen(again.panes.predictions)


def dock_of(window: MainWindow, name: str) -> QWidget:
    return next(dock for dock in window.panes.docks if dock.objectName() == name)


def test_recent_files_are_a_short_list_with_the_newest_first(tmp_path: Path) -> None:
    recent = RecentFiles()
    paths = [tmp_path / f"{number}.nnviz" for number in range(MOST_RECENT + 2)]
    for path in paths:
        recent.remember(path)
    assert recent.paths() == paths[:1:-1]
    recent.remember(paths[5])
    assert recent.paths()[:2] == [paths[5], paths[-1]]
    assert len(recent.paths()) == MOST_RECENT
    recent.forget(paths[5])
    assert RecentFiles().paths() == [path for path in paths[:1:-1] if path != paths[5]]
    recent.clear()
    assert RecentFiles().paths() == []
    recent.remember(paths[0])  # which some platforms store as one string
    assert RecentFiles().paths() == [paths[0]]
