"""Of everything that the window can show, in both languages: it has a name to be read out, and room for its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nnviz.ui import style
from tests.ui.desktop import faces
from tests.ui.desktop.names import unnamed
from tests.ui.desktop.room import cut_off


@pytest.mark.parametrize("speaks", ["en", "ko"])
def test_everything_has_a_name_and_room_for_its_words(qapp: QApplication, tmp_path: Path, speaks: str) -> None:
    style.install(qapp)
    nameless, cut = set[str](), set[str]()
    with faces.shown_window(speaks) as window:
        for name, face in faces.all_of(window, tmp_path):
            nameless |= unnamed(name, face)
            cut |= cut_off(name, face)
    assert (sorted(nameless), sorted(cut)) == ([], [])
