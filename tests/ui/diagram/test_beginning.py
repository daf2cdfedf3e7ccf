"""How a network is first seen: whole, where that can be read, else its beginning."""

from __future__ import annotations

import pytest

from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.diagram.zooming import BEGINNING
from nnviz.ui.document import Document
from nnviz.ui.training.live import LiveState


def chain(layers: int) -> Project:
    network, source = edits.add_layer(NetworkSpec(), "Input", (0, 0), shape=(2,))
    for i in range(1, layers):
        network, source = edits.add_layer(network, "Dense", (i * 150.0, 0), after=source)
    return Project(network, None, Recipe())


@pytest.mark.parametrize(("layers", "whole"), [(4, True), (40, False)])
def test_a_network_that_could_not_be_read_whole_is_seen_at_its_beginning(qtbot, layers, whole):
    document = Document(Project(NetworkSpec(), None, Recipe()))
    view = DiagramView(DiagramScene(document, LiveState()))
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    document.open(chain(layers), None)
    assert view.seen.contains(view.diagram.content_rect()) is whole
    first = view.diagram.layer_items["input"].scenePos()
    assert view.seen.contains(first)
    assert (view.zoom == pytest.approx(BEGINNING)) is not whole
    view.fit()
    assert view.seen.contains(view.diagram.content_rect())
    document.shutdown()
