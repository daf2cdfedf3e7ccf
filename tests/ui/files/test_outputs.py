"""What cannot be exported is said before a person looks for a place for it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.files.outputs import Outputs


class Window(QWidget):
    """As much of a window as a choice in the export panel touches."""

    def __init__(self, layer: LayerSpec) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.document = SimpleNamespace(
            network=NetworkSpec((LayerSpec("in", "Input"), layer), (("in", layer.id),)),
            inference=SimpleNamespace(total_parameters=9),
        )
        self.files = SimpleNamespace(ask_export=self.asked.append)


@pytest.mark.parametrize("name", ["onnx", "tflite", "savedmodel", "keras"])
def test_a_format_that_cannot_is_refused_before_the_question_where(qtbot: QtBot, name: str) -> None:
    window = Window(LayerSpec("blur", "Resizing", {"antialias": True}))
    qtbot.addWidget(window)
    outputs = Outputs(window)
    refused: list[str] = []
    outputs.failed.connect(refused.append)
    outputs.take(name)
    assert window.asked == ([name] if name in ("savedmodel", "keras") else [])
    assert len(refused) == (name in ("onnx", "tflite"))
    assert not refused or refused[0].startswith("blur cannot be exported as ")
    outputs.shutdown()
