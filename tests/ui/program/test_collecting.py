"""Garbage is taken apart on the window's thread, whichever thread left it or makes more."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene
from pytestqt.qtbot import QtBot

from nnviz.ui.program.collecting import Collector


class Circle:
    """Holds itself, and an item of a scene, as the parts of a plot do."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self.itself, self.item = self, QGraphicsRectItem()
        scene.addItem(self.item)


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """Has the one collector of the test; Python's own is as it was before when the test is over."""
    by_itself = gc.isenabled()
    gc.enable()
    yield QObject()
    if not by_itself:
        gc.disable()


def test_garbage_is_left_to_the_windows_thread(owner: QObject, qtbot: QtBot) -> None:
    collector, scene, taken_by = Collector(owner), QGraphicsScene(), list[threading.Thread]()
    gc.collect()
    weakref.finalize(Circle(scene), lambda: taken_by.append(threading.current_thread()))
    made = list[list[int]]()
    worker = threading.Thread(target=lambda: made.extend([i] for i in range(100_000)))
    worker.start()
    worker.join()
    assert taken_by == []
    qtbot.waitUntil(lambda: bool(taken_by), timeout=10_000)
    assert taken_by == [threading.main_thread()]
    assert (collector.parent(), len(made)) == (owner, 100_000)


def test_nothing_is_collected_before_it_is_due(owner: QObject, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    ages, counts = list[int](), [(10, 0, 0)]
    monkeypatch.setattr(gc, "get_count", lambda: counts[-1])
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", ages.append)
    collector = Collector(owner)
    with qtbot.waitSignal(collector._timer.timeout):
        pass
    assert ages == []
    for count, age in (((701, 3, 2), 0), ((900, 11, 2), 1), ((0, 11, 11), 2)):
        counts.append(count)
        qtbot.waitUntil(lambda age=age: age in ages, timeout=10_000)  # type: ignore[misc]
        assert max(ages) == age
