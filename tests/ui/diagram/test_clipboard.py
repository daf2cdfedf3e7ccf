"""Cut, copy, paste and duplicate: within a diagram, between two of them, and out of a mail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF
from PySide6.QtGui import QGuiApplication

from nnviz.network import clipping, edits, grouping
from nnviz.network.spec import NetworkSpec
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]


@pytest.fixture
def row(canvas: Open) -> Canvas:
    return canvas(edits.set_args(chain("Input", "Dense", "Dense", "Output"), "hidden_1", units=9))


def put_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def overlapping(canvas: Canvas) -> list[tuple[str, str]]:
    frames = {i: item.geometry.frame.translated(item.pos()) for i, item in canvas.scene.layer_items.items()}
    return [(a, b) for a in frames for b in frames if a < b and frames[a].intersects(frames[b])]


def test_a_part_goes_from_one_window_to_another(row: Canvas, canvas: Open) -> None:
    row.document.select(("hidden_1", "hidden_2"))
    with row.no_step():
        row.view.editing.copy()
    assert row.told == ["2 layers copied"]
    other = canvas(chain("Input", "Output"))
    other.view.mouse_at = None
    with other.one_step("Paste 2 layers"):
        other.view.editing.paste()
        assert other.document.selection == ("hidden_1", "hidden_2")
    assert ("hidden_1", "hidden_2") in other.network.links
    assert other.network.layer("hidden_1").args["units"] == 9
    assert overlapping(other) == []


def test_the_clipboard_carries_the_same_as_text(row: Canvas) -> None:
    row.document.select(("hidden_1",))
    row.view.editing.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.data(clipping.MIME).data().decode() == data.text()
    put_text(f"Hello,\n\n{data.text()}\n\nyours")
    with row.one_step("Paste Hidden 3"):
        row.view.editing.paste()
    assert row.network.layer("hidden_3").args["units"] == 9


def test_it_is_pasted_at_the_mouse_over_free_canvas_and_else_beside_the_originals(row: Canvas) -> None:
    row.document.select(("hidden_1",))
    row.view.editing.copy()
    spot = row.view.mapFromScene(row.scene.content_rect().center() + QPointF(0, 520))
    row.hover(spot)
    row.view.editing.paste()
    assert row.scene.layer_items["hidden_3"].pos() == row.view.mapToScene(spot)
    # The mouse lies on the pasted layer now.
    row.view.editing.paste()
    row.view.editing.paste()
    assert overlapping(row) == []
    assert row.scene.layer_items["hidden_4"].x() == row.scene.layer_items["hidden_1"].x()


def test_a_part_that_does_not_fit_at_the_mouse_goes_below_all(row: Canvas) -> None:
    row.document.select(tuple(layer.id for layer in row.network.layers))
    row.view.editing.copy()
    first, second = (row.scene.layer_items[layer] for layer in ("hidden_1", "hidden_2"))
    between = (first.pos() + second.pos()) / 2 + QPointF(0, 4)
    assert row.scene.layer_at(between, margin=8) is None
    row.hover(row.view.mapFromScene(between))
    row.view.editing.paste()
    assert len(row.network.layers) == 8
    assert overlapping(row) == []
    assert row.scene.layer_items["hidden_3"].x() == first.x()


def test_nothing_is_pasted_into_the_frame_of_a_group(canvas: Open) -> None:
    grouped = grouping.group(chain("Input", "Dense", "Dense", "Output"), ("hidden_1", "hidden_2"), "Body")[0]
    part = canvas(grouped)
    part.document.select(("hidden_1", "hidden_2"))
    part.view.editing.duplicate()
    first, second = (part.scene.group_item(group.name) for group in part.network.groups)
    assert not first.sceneBoundingRect().intersects(second.sceneBoundingRect())


def test_cut_takes_it_away_and_paste_gives_it_back_under_its_name(row: Canvas) -> None:
    row.document.select(("hidden_1",))
    with row.one_step("Cut Hidden 1"):
        row.view.editing.cut()
    assert not row.network.has("hidden_1")
    row.view.editing.paste()
    assert row.network.layer("hidden_1").args["units"] == 9


def test_duplicates_stand_beside_and_leave_the_clipboard_alone(row: Canvas) -> None:
    put_text("kept")
    row.document.select(("hidden_1", "hidden_2"))
    with row.one_step("Duplicate 2 layers"):
        row.view.editing.duplicate()
        assert row.document.selection == ("hidden_3", "hidden_4")
    assert ("hidden_3", "hidden_4") in row.network.links
    assert overlapping(row) == []
    assert QGuiApplication.clipboard().text() == "kept"


def test_a_collapsed_group_is_copied_as_one(canvas: Open) -> None:
    grouped, name = grouping.group(chain("Input", "Dense", "Dense", "Output"), ("hidden_1", "hidden_2"), "Body")
    part = canvas(grouping.set_collapsed(grouped, name, True))
    part.document.select(("hidden_1", "hidden_2"))
    part.view.editing.duplicate()
    assert [(group.name, group.collapsed) for group in part.network.groups] == [("Body", True), ("Body 2", True)]
    first, second = (part.scene.group_item(group.name) for group in part.network.groups)
    assert not first.sceneBoundingRect().intersects(second.sceneBoundingRect())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("some words", "holds no layers"),
        ('{"layers": [{"id": "a", "kind": "Lambda"}]}', "Lambda"),
        ("{" + "x" * 1_000_001, "expected at most 1,000,000"),
    ],
)
def test_foreign_or_broken_text_is_only_spoken_of(row: Canvas, text: str, why: str) -> None:
    put_text(text)
    with row.no_step():
        row.view.editing.paste()
    assert len(row.told) == 1
    assert row.told[0].startswith("Nothing was pasted: ")
    assert why in row.told[0]


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"{", b"x" * 5_000_000])
def test_broken_bytes_under_our_own_name_are_only_spoken_of(row: Canvas, raw: bytes) -> None:
    data = QMimeData()
    data.setData(clipping.MIME, raw)
    QGuiApplication.clipboard().setMimeData(data)
    with row.no_step():
        row.view.editing.paste()
    assert row.told[0].startswith("Nothing was pasted: ")


def test_an_empty_clipboard_and_an_empty_selection_are_spoken_of(row: Canvas) -> None:
    QGuiApplication.clipboard().clear()
    with row.no_step():
        row.view.editing.paste()
        row.view.editing.copy()
        row.view.editing.cut()
        row.view.editing.duplicate()
    assert row.told == [
        "Nothing was pasted: the clipboard holds no layers",
        *["Nothing was copied: select a layer first"] * 2,
    ]


def test_what_is_pasted_far_away_is_brought_into_sight(row: Canvas) -> None:
    row.document.select(("hidden_1",))
    row.view.editing.copy()
    row.view.look_at(QPointF(5000, 5000))
    row.view.mouse_at = QPoint(row.view.rect().center())
    row.view.editing.paste()
    seen = row.view.seen
    assert seen.contains(row.scene.layer_items["hidden_3"].pos())


def test_the_copy_of_a_tall_layer_is_shown_without_leaving_the_place_that_is_looked_at(canvas: Open) -> None:
    tall = canvas(edits.set_args(chain("Input", "Dense", "Output"), "hidden_1", units=12))
    view = tall.view
    view.zoom_to(1.4)
    view.look_at(tall.scene.layer_items["hidden_1"].pos())
    zoom, seen = view.zoom, view.seen
    tall.document.select(("hidden_1",))
    view.editing.duplicate()
    view._glide.setCurrentTime(view._glide.duration())
    moved = view.seen.center() - seen.center()
    assert view.zoom == pytest.approx(zoom)
    assert moved.x() == pytest.approx(0, abs=2)
    assert 0 < moved.y() <= seen.height() / 2 + 2
    copy = tall.scene.layer_items["hidden_2"]
    assert view.seen.contains(copy.pos() + copy.geometry.frame.center() - QPointF(0, copy.geometry.frame.height() / 2))
