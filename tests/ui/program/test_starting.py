"""What the start of a window's process does without."""

from __future__ import annotations

import builtins
import gc
import json
import linecache
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.ui.program import starting

START = """
import json, sys
from nnviz.backend.session import TrainingSession
TrainingSession.start_engine = lambda self: None
from nnviz.commands.window import open_window
app, window = open_window(None)
loaded = set(sys.modules)
from nnviz.ui.sidebar.layer_fold import LayerFold
docks = window.panes.docks
seen = [pane.accessibleName() for pane in (dock.widget() for dock in docks) if pane.seen]
print(json.dumps({
    "heavy": sorted({"pyqtgraph", "duckdb", "sklearn", "PIL", "h5py", "keras", "tensorflow"} & loaded),
    "dialogs": sorted(name for name in loaded if name.startswith("nnviz.ui.dialogs.")),
    "sections": len(window.inspector.recipe.sections),
    "folded": [len(fold._cards) for fold in window.sidebar.findChildren(LayerFold)],
    "summary": "view" in vars(window.panes.summary),
    "exports": "panel" in vars(window.topbar),
    "seen": seen,
}))
window.shutdown()
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module that can be imported and was not yet."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # put back at the end
    path = tmp_path / "imported_for_a_test.py"
    path.write_text("ANSWER = 42\n")
    yield path
    sys.modules.pop(path.stem, None)


def test_importing_does_not_read_the_source_again_for_qt(module: Path) -> None:
    starting.import_plainly()
    import imported_for_a_test

    assert imported_for_a_test.ANSWER == 42
    assert str(module) not in linecache.cache


def test_no_garbage_is_looked_for_at_the_start_nor_in_what_it_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    by_itself = gc.isenabled()
    try:
        with starting.undisturbed():
            assert not gc.isenabled()
            made = [[]]
        assert not any(made is thing for thing in gc.get_objects())
    finally:
        if by_itself:
            gc.enable()
        gc.unfreeze()


def test_what_is_not_shown_is_neither_loaded_nor_made(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    told = json.loads(ran.stdout)
    assert told["heavy"] == []
    assert told["dialogs"] == ["nnviz.ui.dialogs.export_panel", "nnviz.ui.dialogs.save_dialog"]
    assert told["sections"] == 0
    assert set(told["folded"]) == {0}
    assert (told["summary"], told["exports"]) == (False, False)
    assert told["seen"] == ["Loss", "Accuracy", "Weights", "Decision surface"]
