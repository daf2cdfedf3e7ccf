"""The script tab: saved as Python and as a notebook, and opened with what the system has for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.network.spec import NetworkSpec
from nnviz.ui.document import Document
from nnviz.ui.files.saving import FileSaver, SaveJob
from nnviz.ui.inspector.script_tab import ScriptTab


@pytest.fixture
def tab(qtbot: QtBot, document: Document) -> Iterator[ScriptTab]:
    made = ScriptTab(document)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.text.toPlainText() != "")
    yield made
    made.shutdown()


def job_of(qtbot: QtBot, tab: ScriptTab, entry: int) -> SaveJob:
    with qtbot.waitSignal(tab.save_requested) as asked:
        tab.menu.actions()[entry].trigger()
    (job,) = asked.args
    assert isinstance(job, SaveJob)
    return job


def test_the_file_is_what_is_read_in_the_tab(tab: ScriptTab, qtbot: QtBot, tmp_path: Path) -> None:
    job = job_of(qtbot, tab, 0)
    job.write(tmp_path / "net.py")
    assert job.suffix == ".py"
    assert (tmp_path / "net.py").read_text() == tab.text.toPlainText()


def test_the_notebook_has_the_name_of_the_data_and_the_same_code(tab: ScriptTab, qtbot: QtBot, tmp_path: Path) -> None:
    job = job_of(qtbot, tab, 1)
    job.write(tmp_path / "net.ipynb")
    cells = json.loads((tmp_path / "net.ipynb").read_text())["cells"]
    assert cells[0]["source"][0] == "# Iris\n"
    code = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert code + "\n" == tab.text.toPlainText()
    assert not job.shown


def test_what_has_no_script_cannot_be_saved(tab: ScriptTab, document: Document, qtbot: QtBot) -> None:
    assert tab.save.isEnabled()
    document.edit_network(NetworkSpec(), "all gone")
    qtbot.waitUntil(lambda: not tab.save.isEnabled())
    document.undo_stack.undo()
    qtbot.waitUntil(tab.save.isEnabled)


class Handler(QObject):
    """Stands for the system's program for files."""

    opened = Signal(QUrl)

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.emit(url)


def test_the_system_is_asked_to_open_it_once_it_is_written(tab: ScriptTab, qtbot: QtBot, tmp_path: Path) -> None:
    window, handler, path = QWidget(), Handler(), tmp_path / "net.ipynb"
    qtbot.addWidget(window)
    saver = FileSaver(window)
    QDesktopServices.setUrlHandler("file", handler, "open")
    try:
        with qtbot.waitSignal(handler.opened) as opened:
            saver.save(job_of(qtbot, tab, 2), path)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.args == [QUrl.fromLocalFile(str(path))]
    assert path.exists()
    with qtbot.waitSignal(saver.said) as said:  # this test's platform has no programs
        saver.save(job_of(qtbot, tab, 2), path)
    assert "no program" in said.args[0]
    saver.shutdown()
