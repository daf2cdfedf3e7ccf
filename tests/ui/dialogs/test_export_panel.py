"""Where an export goes, and that nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.training.messages import Exported
from nnviz.ui.dialogs.export_panel import FORMATS, ExportDialog, ExportPanel, exported_text, format_named
from nnviz.ui.dialogs.save_dialog import with_suffix


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("net", ".keras", "net.keras"),
        ("net.weights.h5", ".weights.h5", "net.weights.h5"),
        ("net.h5", ".weights.h5", "net.weights.h5"),
        ("v1.2", ".npz", "v1.2.npz"),
    ],
)
def test_the_ending_is_right_and_never_doubled(name: str, suffix: str, expected: str) -> None:
    assert with_suffix(Path(name), suffix) == Path(expected)


def test_the_dialog_proposes_and_tells(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog("weights.h5", tmp_path, "moons")
    qtbot.addWidget(dialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    with qtbot.waitSignal(dialog.export_requested) as asked:
        dialog.fileSelected.emit(str(tmp_path / "moons"))
    assert asked.args == ["weights.h5", tmp_path / "moons.weights.h5"]


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_name_changed_by_the_ending_is_asked_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton
) -> None:
    (tmp_path / "moons.keras").write_bytes(b"precious")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda parent, title, text: asked.append(text) or answer)
    dialog = ExportDialog("keras", tmp_path, "moons")
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.export_requested.connect(lambda name, path: heard.append(path))
    dialog.fileSelected.emit(str(tmp_path / "moons"))
    assert "moons.keras" in asked[0]
    assert bool(heard) == (answer == QMessageBox.StandardButton.Yes)


def test_it_is_said_where_the_card_lies() -> None:
    assert exported_text(Exported("python", "/a/net.py", 9), prepared=True) == "Exported to /a/net.py"
    plain = exported_text(Exported("weights.h5", "/a/net.weights.h5", 9), prepared=False)
    assert plain == "Exported to /a/net.weights.h5, with net.preparation.json beside it"
    prepared = exported_text(Exported("keras", "/a/net.keras", 9), prepared=True)
    assert prepared.endswith("It expects prepared inputs: net.preparation.json beside it says how")


def test_it_is_said_how_far_another_runtime_is_off() -> None:
    text = exported_text(Exported("onnx", "/a/net.onnx", 9, 2.5e-7, 64), prepared=False)
    assert text.startswith("Run again on 64 samples, it differs from the network by 2.5e-07 at most. ")
    assert text.endswith("Exported to /a/net.onnx, with net.preparation.json beside it")


def test_arrow_keys_go_over_the_cards_as_they_lie(qtbot: QtBot) -> None:
    panel = ExportPanel()
    qtbot.addWidget(panel)
    button = QPushButton()
    qtbot.addWidget(button)
    panel.show_below(button)
    cards = {card.format.name: card for card in panel.cards}
    cards["keras"].setFocus()
    keys = Qt.Key
    for key, expected in (
        (keys.Key_Right, "savedmodel"), (keys.Key_Down, "onnx"), (keys.Key_Down, "npz"), (keys.Key_Left, "weights.h5"),
        (keys.Key_Left, "weights.h5"), (keys.Key_Up, "tflite"), (keys.Key_Up, "keras"), (keys.Key_Up, "keras"),
    ):  # fmt: skip
        qtbot.keyClick(panel, key)
        assert panel.focusWidget() is cards[expected]


def test_every_format_has_a_sentence() -> None:
    for made in FORMATS:
        assert made.sentence.endswith(".")
        assert format_named(made.name) is made
