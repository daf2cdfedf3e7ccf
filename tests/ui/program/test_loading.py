"""What is loaded bit by bit on the window's thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nnviz.ui.program.loading import Modules, PackageImport

NAMES = ("bits", "bits.part", "bits.other", "one_module", "two_module")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where modules are found, which are forgotten again."""
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "bits").mkdir()
    yield tmp_path
    for name in NAMES:
        sys.modules.pop(name, None)


def package(place: Path, text: str) -> PackageImport:
    (place / "bits" / "part.py").write_text("VALUE = 3\n")
    (place / "bits" / "other.py").write_text("from . import part\n")
    (place / "bits" / "__init__.py").write_text(text)
    return PackageImport("bits")


def test_a_package_comes_one_statement_at_a_time_and_is_what_an_import_gives(place: Path) -> None:
    it = package(place, '"""Doc."""\nfrom .part import VALUE\n\ndef twice():\n    return 2 * VALUE\n\nEND = True\n')
    seen = []
    while not it.is_done:
        it.step()
        seen.append(
            "bits" in sys.modules and [name for name in ("VALUE", "twice", "END") if name in vars(sys.modules["bits"])]
        )
    assert seen == [[], [], ["VALUE"], ["VALUE", "twice"], ["VALUE", "twice", "END"]]
    import bits  # type: ignore[import-not-found]

    assert it.finish() is bits
    assert bits.twice() == 6
    assert bits.__spec__.name == "bits"
    assert "bits.part" in sys.modules


def test_what_is_there_already_is_taken(place: Path) -> None:
    it = package(place, "COUNT = []\n")
    import bits

    assert it.is_done
    assert it.finish() is bits


def test_a_package_that_fails_is_not_left_half_done(place: Path) -> None:
    it = package(place, "FIRST = 1\nraise RuntimeError('no')\n")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no"):
            it.finish()
        assert "bits" not in sys.modules
        assert not it.is_done


def test_without_its_text_it_is_imported_whole(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    it = package(place, "from . import other\n")
    monkeypatch.setattr("nnviz.ui.program.loading._text_of", lambda _spec: None)
    it.step()
    assert it.is_done
    assert it.finish().other.part.VALUE == 3


def test_modules_are_loaded_in_order_on_the_windows_thread(place: Path, qtbot: QtBot) -> None:
    for name in ("one_module", "two_module"):
        (place / f"{name}.py").write_text("import threading\nTHREAD = threading.current_thread()\n")
    owner = QObject()
    modules = Modules(("one_module", "two_module"), owner)
    assert "one_module" not in sys.modules
    modules.load()
    qtbot.waitUntil(lambda: "two_module" in sys.modules)
    assert list(sys.modules).index("one_module") < list(sys.modules).index("two_module")
    assert sys.modules["two_module"].THREAD is threading.main_thread()
