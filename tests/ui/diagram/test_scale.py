"""What a large diagram costs: told by what is done, not by a clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from nnviz.network import edits, inference, layout_order
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram import contents, figures, layer_paint, places, standing
from nnviz.ui.diagram.detail import Detail, detail_for
from nnviz.ui.diagram.grid import Grid
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.document import Document
from nnviz.ui.training.live import Kernel, LiveState
from tests.network.test_edits import chain

LAYERS = 120


class Counted:
    """Counts the calls of a function that it stands for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> None:
        self._real, self.calls = getattr(module, name), 0
        monkeypatch.setattr(module, name, self)

    def __call__(self, *args: Any) -> Any:
        self.calls += 1
        return self._real(*args)


def kernel(units: int) -> Kernel:
    shown = (*range(4), *range(units - 4, units)) if units > 10 else tuple(range(units))
    matrix = np.random.default_rng(1).normal(size=(2, len(shown))).astype(np.float32)
    return Kernel(matrix, matrix[0], (0, 1), shown, (2, units))


@pytest.fixture
def documents(qapp: object) -> Iterator[list[Document]]:
    made: list[Document] = []
    yield made
    for document in made:
        document.shutdown()


def scene_of(network: NetworkSpec, documents: list[Document], live: LiveState | None = None) -> DiagramScene:
    documents.append(Document(Project(network, None, Recipe())))
    return DiagramScene(documents[-1], live or LiveState())


@pytest.fixture
def row(documents: list[Document]) -> DiagramScene:
    return scene_of(chain("Input", *["Dense"] * LAYERS, "Output"), documents)


def painted(scene: DiagramScene, rect: QRectF, scale: float = 1.0) -> QImage:
    image = QImage(round(rect.width() * scale), round(rect.height() * scale), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), rect)
    painter.end()
    return image


def picture_of(units: int, documents: list[Document]) -> int:
    """How many bytes of commands it takes to paint a layer of *units* with its weights and activations."""
    live = LiveState()
    live.kernels["wide"] = kernel(units)
    live.activity["wide"] = np.linspace(-1, 1, units, dtype=np.float32)
    layers = (LayerSpec("input", "Input", {"shape": (2,)}), LayerSpec("wide", "Dense", {"units": units}))
    scene = scene_of(NetworkSpec(layers, (("input", "wide"),)), documents, live)
    picture, painter = QPicture(), QPainter()
    painter.begin(picture)
    for item in (scene.layer_items["wide"], scene.link_items["input", "wide"]):
        item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return picture.size()


def test_a_hundred_thousand_units_are_painted_with_what_a_hundred_take(documents: list[Document]) -> None:
    few, many = picture_of(100, documents), picture_of(100_000, documents)
    assert min(few, many) > 5_000
    assert abs(many - few) < 400  # of some 19,000: other digits


def test_an_edit_looks_only_at_the_layers_that_it_changes(row: DiagramScene, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, arranged = Counted(monkeypatch, contents, "look_of"), Counted(monkeypatch, places, "arranged")
    document = row.document
    document.edit_network(edits.set_args(document.network, "hidden_60", activation="tanh"), "Set")
    assert looked.calls == 1
    assert arranged.calls == 0  # nothing has become larger or smaller
    document.edit_network(edits.set_args(document.network, "hidden_60", units=6), "Set")
    assert looked.calls <= 3
    assert arranged.calls == 1
    row.follow()
    assert (looked.calls <= 3, arranged.calls) == (True, 1)


def test_only_what_is_seen_is_worked_out(row: DiagramScene, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, units = Counted(monkeypatch, figures, "link_lines"), Counted(monkeypatch, figures, "unit_figures")
    for layer in row.document.network.of_kind("Dense"):
        row.live.kernels[layer.id] = kernel(4)
    row.live.weights_changed.emit()
    assert (lines.calls, units.calls) == (0, 0)
    painted(row, QRectF(1000, -200, 500, 400))
    assert 0 < lines.calls < 8
    assert 0 < units.calls < 8
    before = lines.calls, units.calls
    painted(row, QRectF(1000, -200, 500, 400))
    assert (lines.calls, units.calls) == before
    painted(row, row.content_rect(), 0.02)
    assert (lines.calls, units.calls) == before  # from afar nobody could see them


def test_from_afar_items_are_not_asked_and_the_overview_paints_them(row: DiagramScene) -> None:
    rect = QRectF(-100, -200, 1000, 400)
    row.show_at(0.1)
    items = [*row.layer_items.values(), *row.link_items.values()]
    assert all(item.flags() & item.GraphicsItemFlag.ItemHasNoContents for item in items)
    assert painted(row, rect, 0.1).pixelColor(30, 20).blue() > 100  # the second layer
    row.document.edit_network(edits.add_layer(row.document.network, "Dense")[0], "Add")
    new = row.layer_items["hidden_121"]
    assert new.flags() & new.GraphicsItemFlag.ItemHasNoContents
    row.show_at(1.0)
    assert not any(item.flags() & item.GraphicsItemFlag.ItemHasNoContents for item in (*items, new))


def test_what_is_hidden_from_afar_can_still_be_found(row: DiagramScene) -> None:
    row.show_at(0.01)
    item = row.layer_items["hidden_77"]
    assert row.layer_at(item.pos()) is item
    assert row.layer_at(item.pos() + QPointF(0, 5_000)) is None
    between = (item.pos() + row.layer_items["hidden_78"].pos()) / 2
    assert row.link_at(between) == ("hidden_77", "hidden_78")


def test_the_nearer_the_more_is_painted() -> None:
    assert [detail_for(zoom) for zoom in (0.01, 0.29, 0.3, 0.5, 0.6, 4.0)] == [
        Detail.FAR, Detail.FAR, Detail.PLAIN, Detail.PLAIN, Detail.FULL, Detail.FULL,
    ]  # fmt: skip


RECTS = st.builds(
    QRectF, st.integers(-2000, 2000), st.integers(-2000, 2000), st.integers(0, 1500), st.integers(0, 1500)
)


@given(st.lists(st.tuples(st.integers(0, 12), st.none() | RECTS), max_size=40), RECTS)
def test_the_grid_finds_what_comparing_all_finds(steps: list[tuple[int, QRectF | None]], asked: QRectF) -> None:
    grid: Grid[int] = Grid()
    known: dict[int, QRectF] = {}
    for key, rect in steps:
        if rect is None:
            grid.remove(key)
            known.pop(key, None)
        else:
            grid.put(key, rect)
            known[key] = rect
    meeting = {
        key
        for key, rect in known.items()
        if rect.left() <= asked.right() and asked.left() <= rect.right()
        and rect.top() <= asked.bottom() and asked.top() <= rect.bottom()
    }  # fmt: skip
    assert set(grid.near(asked)) == meeting


def test_an_edit_infers_the_layers_that_it_changes(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    scene_of(edits.set_args(chain("Input", *["Dense"] * LAYERS, "Output"), "input", shape=(2,)), documents)
    inferred = Counted(monkeypatch, inference, "_layer")
    documents[0].edit_network(edits.set_args(documents[0].network, "hidden_60", units=7), "Units")
    changed = inferred.calls
    documents[0].undo_stack.undo()
    assert (changed, inferred.calls) == (3, 6)  # with the output, whose units the data are to say


def test_an_edit_that_leaves_the_links_leaves_the_columns(
    row: DiagramScene, documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged, columns = Counted(monkeypatch, places, "arranged"), Counted(monkeypatch, layout_order, "depths")
    documents[0].edit_network(edits.set_args(documents[0].network, "hidden_60", units=7), "Units")
    assert (arranged.calls, columns.calls) == (1, 0)


def test_an_undo_finds_the_layout_and_the_ways_of_the_links_that_there_were(
    row: DiagramScene, documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged, routers = Counted(monkeypatch, places, "arranged"), Counted(monkeypatch, standing, "Router")
    before = {name: item.pos() for name, item in row.layer_items.items()}
    documents[0].edit_network(edits.set_args(documents[0].network, "hidden_60", units=7), "Units")
    made = (arranged.calls, routers.calls)
    documents[0].undo_stack.undo()
    documents[0].undo_stack.redo()
    documents[0].undo_stack.undo()
    assert made == (arranged.calls, routers.calls) == (1, 1)
    assert {name: item.pos() for name, item in row.layer_items.items()} == before


def test_how_far_a_layer_reaches_is_measured_when_its_look_changes(
    row: DiagramScene, documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    row.content_rect()
    measured = Counted(monkeypatch, layer_paint, "extent")
    documents[0].edit_network(edits.set_args(documents[0].network, "hidden_60", units=7), "Units")
    row.content_rect()
    assert 0 < measured.calls <= 3
