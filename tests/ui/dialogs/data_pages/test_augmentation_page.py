"""Pictures are varied by switches and sliders; what comes of it is asked of the engine, and used in one step."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.varying import Varied, Vary
from nnviz.ui.dialogs.data_chooser import DataChooser
from nnviz.ui.dialogs.data_pages.augmentation_page import AugmentationPage
from nnviz.ui.dialogs.data_pages.tabs import AUGMENTATION
from nnviz.ui.document import Document
from tests.ui.dialogs.choosing import Hand


class Engine(QObject):
    """Answers as a session does: every variant is the picture itself."""

    varied = Signal(object)
    engine_ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[Vary] = []

    def vary(self, wanted: Vary) -> bool:
        self.wishes.append(wanted)
        pictures = np.repeat(np.frombuffer(wanted.x, "<f4")[np.newaxis], wanted.count, axis=0)
        self.varied.emit(Varied(wanted.number, pictures.tobytes(), (wanted.count, *wanted.shape)))
        return True

    @property
    def layers(self) -> list[dict[str, object]]:
        return [{k: v for k, v in row.items() if k != "id"} for row in json.loads(self.wishes[-1].layers)["layers"]]


def network() -> NetworkSpec:
    drawn, last = edits.add_layer(NetworkSpec(), "Input")
    for kind in ("RandomFlip", "Flatten", "Output"):
        drawn, last = edits.add_layer(drawn, kind, after=last)
    return drawn


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def chooser(qtbot: QtBot, engine: Engine) -> Iterator[DataChooser]:
    document = Document(Project(network(), Builtin(name="digits")))
    chooser = DataChooser(document, session=engine)  # type: ignore[arg-type]
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.gallery.making.finish()
    yield chooser
    chooser.reject()
    document.shutdown()
    QThreadPool.globalInstance().waitForDone()


def opened(hand: Hand) -> AugmentationPage:
    hand.ready()
    tabs = hand.chooser.tabs
    assert tabs.isTabVisible(AUGMENTATION)
    hand.click(tabs, tabs.tabRect(AUGMENTATION).center())
    page = hand.chooser.pages.currentWidget()
    assert isinstance(page, AugmentationPage)
    hand.wait(lambda: page.grid.variants == 15)
    return page


def test_pictures_are_varied_and_used_in_one_step(qtbot: QtBot, hand: Hand, engine: Engine) -> None:
    page = opened(hand)
    assert page.rows["RandomFlip"].switch.isChecked()
    assert engine.layers == [{"kind": "RandomFlip"}]
    hand.click(page.rows["RandomFlip"].switch)
    hand.click(page.rows["RandomBrightness"].switch)
    hand.click(page.rows["RandomRotation"].switch)
    qtbot.keyClick(page.rows["RandomRotation"].strength.slider, Qt.Key.Key_Right)
    wanted = [
        {"kind": "RandomRotation", "factor": 0.06},
        {"kind": "RandomBrightness", "factor": 0.2, "value_range": [0.0, 1.0]},
    ]
    hand.wait(lambda: engine.layers == wanted)
    hand.click(hand.chooser.undo)
    hand.wait(lambda: engine.layers[0]["factor"] == 0.05)
    hand.click(hand.chooser.redo)
    before = engine.wishes[-1].x
    hand.click(page.other)
    hand.wait(lambda: engine.wishes[-1].x != before)
    with qtbot.waitSignal(hand.chooser.augmented_chosen) as chosen:
        hand.click(hand.chooser.use)
    spec, layers = chosen.args
    assert spec == Builtin(name="digits")
    assert [layer.kind for layer in layers] == ["RandomRotation", "RandomBrightness"]


def test_what_is_left_as_it_was_changes_no_network(qtbot: QtBot, hand: Hand) -> None:
    opened(hand)
    with qtbot.assertNotEmitted(hand.chooser.augmented_chosen), qtbot.waitSignal(hand.chooser.data_chosen):
        hand.click(hand.chooser.use)


def test_only_pictures_are_varied(hand: Hand) -> None:
    hand.tile("iris")
    hand.ready()
    assert not hand.chooser.tabs.isTabVisible(AUGMENTATION)
