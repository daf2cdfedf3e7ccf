"""What a window shows of a generator: which panes there are, its points over the surface, its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.training.inside.messages import Generated
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.methods.terms import METHODS
from nnviz.training.pictures import Surface
from nnviz.ui import style
from nnviz.ui.document import Document
from nnviz.ui.inside.generated import MOST_POINTS
from nnviz.ui.panes.generated_pane import WANTED
from nnviz.ui.panes.pane import Pane
from nnviz.ui.window import MainWindow

POINTS = np.linspace(-1, 1, 6, dtype="<f4").reshape(3, 2)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, whose engine is never started; it has the toy data in the plane."""
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.document.facts is not None, timeout=20_000)
    made.running._shown_data = made.document.data_spec  # as when a network of theirs stands
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


def use(document: Document, method: object) -> None:
    document.edit_recipe(msgspec.structs.replace(document.recipe, method=method), "another method")


def there(window: MainWindow) -> set[str]:
    return {dock.objectName() for dock in window.panes.docks if not dock.isHidden()}


def seen(window: MainWindow) -> set[Pane]:
    return {dock.widget() for dock in window.panes.docks if window.panes.can_be_seen(dock.widget())}


def answered(values: np.ndarray) -> Generated:
    return Generated(1, len(values), np.ascontiguousarray(values, "<f4").tobytes())


def test_panes_that_make_no_sense_go_and_come_back_as_they_were(window: MainWindow) -> None:
    docks = {dock.objectName(): dock for dock in window.panes.docks}
    assert {name for kind in METHODS for name in kind.panes} <= docks.keys()
    docks["trying"].close()
    before, fronts = there(window), seen(window)
    use(window.document, Adversarial())
    assert before - there(window) == {"predictions", "evaluation", "one_step"}
    assert not docks["predictions"].toggleViewAction().isVisible()
    assert seen(window) == fronts
    window.restore_panes()
    assert not {"predictions", "evaluation", "one_step", "code"} & there(window)
    docks["trying"].hide()
    use(window.document, None)
    assert there(window) >= before - {"generated"}
    assert seen(window) == fronts
    assert docks["predictions"].toggleViewAction().isVisible()
    project = window.document.project
    recipe = msgspec.structs.replace(project.training, method=Adversarial())
    window.document.open(replace(project, training=recipe), None)
    assert "predictions" not in there(window)
    window.document.open(project, None)
    assert "predictions" in there(window)


def test_points_lie_over_the_surface_of_the_discriminator(window: MainWindow, qtbot: QtBot) -> None:
    surface, generated = window.panes.surface, window.inside.generated
    assert generated.wanted == 0
    use(window.document, Adversarial())
    assert generated.wanted == MOST_POINTS
    assert "generated" not in there(window)
    values = np.linspace(0, 1, 9, dtype="<f4").tobytes()
    window.live.show_surface(Surface(1, (-2, 2, -2, 2), 3, 1, values, 0, {}))
    window.inside._take(answered(POINTS))
    np.testing.assert_allclose(surface.view._generated, POINTS, atol=1e-6)
    qtbot.waitUntil(lambda: surface.view._answers is not None)
    area = surface.view.area()
    surface.view.point_at(area.bottomRight() - (area.bottomRight() - area.center()) * 0.02)
    assert [line.label for line in surface.view.card_lines()][2] == "generated"
    assert surface.view.card_lines()[2].value == "75 %"
    assert np.unique(surface.view._points.y).tolist() == [1.0]
    surface.view.grab()
    window.document.undo_stack.undo()
    assert surface.view._generated is None
    assert len(np.unique(surface.view._points.y)) > 1
    window.inside._take(answered(POINTS))  # too late
    assert surface.view._generated is None


def test_pictures_have_a_pane_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    use(window.document, Adversarial())
    window.document.edit_data(Builtin(name="digits"), "pictures")
    qtbot.waitUntil(lambda: getattr(window.document.facts, "input_shape", ()) == (8, 8, 1), timeout=60_000)
    window.running._shown_data = window.document.data_spec
    pane = window.panes.generated
    assert "generated" in there(window)
    assert window.panes.can_be_seen(pane)
    assert window.inside.generated.wanted == WANTED
    assert not window.panes.predictions.isVisible()
    pixels = np.linspace(0, 1, 2 * 64, dtype="<f4").reshape(2, 64)
    window.inside._take(answered(pixels))
    qtbot.waitUntil(lambda: len(pane.view.pictures) == 2)
    first = pane.view.pictures[0]
    assert (first.width(), first.height()) == (8, 8)
    assert first.pixelColor(0, 0).red() == 0
    assert pane.view.pictures[1].pixelColor(7, 7).red() == 255
    pane.view.grab()
    window.inside._take(answered(POINTS))  # of other data
    assert len(pane.view.pictures) == 2
    use(window.document, None)
    assert "generated" not in there(window)
