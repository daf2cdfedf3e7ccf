import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt

from nnviz.ui import theme
from nnviz.ui.panes.colouring import rgb
from nnviz.ui.panes.histogram_plan import shared_out
from nnviz.ui.panes.matrix_plan import planned
from nnviz.ui.panes.weights_pane import WeightsPane
from tests.pointing import hover
from tests.ui.panes.helpers import colour_at, drawn, layer_weights, picture, shown, weights_of

KERNEL = np.array([[2.0, -2.0, 0.0], [-0.482, 1.0, 0.482]])
BIAS = np.array([0.25, -2.0, 0.0])


@pytest.fixture
def pane(qtbot) -> WeightsPane:
    pane = WeightsPane()
    pane.set_scale(2.0)
    first, second = layer_weights("h", KERNEL, BIAS), layer_weights("o", np.ones((3, 1)))
    pane.show_weights(weights_of(first, second), {"h": "hidden_1", "o": "output"})
    return shown(qtbot, pane)


def center(pane, row: int, col: int) -> QPointF:
    return pane.view.matrix.place(row, col).center()


def test_known_weights_have_the_colours_of_the_scale(pane):
    image, now = picture(pane.view), theme.current()
    places = [(0, 0), (0, 1), (0, 2), (-1, 1)]
    seen = [colour_at(image, center(pane, *p).x(), center(pane, *p).y()) for p in places]
    assert seen[0] == rgb(now.positive)
    assert seen[1] == rgb(now.negative)
    assert np.abs(np.subtract(seen[2], rgb(now.zero))).max() <= 1
    assert seen[3] == rgb(now.negative)
    half = colour_at(image, center(pane, 1, 1).x(), center(pane, 1, 1).y())
    expected = (np.array(rgb(now.zero)) + rgb(now.positive)) / 2
    assert np.abs(half - expected).max() <= 2


def test_another_scale_fades_the_same_weights(qtbot, pane):
    pane.set_scale(20.0)
    drawn(qtbot, pane)
    at = center(pane, 0, 0)
    zero, full = np.array(rgb(theme.current().zero)), np.array(rgb(theme.current().positive))
    assert np.abs(colour_at(picture(pane.view), at.x(), at.y()) - (zero + 0.1 * (full - zero))).max() <= 2
    assert pane._scale.limit == 20.0


def test_a_weight_that_is_not_a_number_is_shown_as_a_fault(qtbot, pane):
    pane.show_weights(weights_of(layer_weights("h", [[1.0, 1.0]])), {})
    broken = layer_weights("h", [[1.0, 1.0]])
    kernel = np.array([[np.nan, 1.0]], "<f4").tobytes()
    fields = {name: getattr(broken, name) for name in broken.__struct_fields__} | {
        "kernel": kernel,
        "high": float("nan"),
    }
    pane.show_weights(weights_of(type(broken)(**fields)), {})
    drawn(qtbot, pane)
    at = center(pane, 0, 0)
    assert colour_at(picture(pane.view), at.x(), at.y()) == rgb(theme.current().bad)


def test_the_mouse_reads_weights_and_biases(pane):
    hover(pane.view, center(pane, 1, 0))
    assert pane.view.hover_text() == "weight x2 → unit 1: −0.4820"
    pane.view.point_at(center(pane, -1, 1))
    assert pane.view.hover_text() == "bias of unit 2: −2.0000"
    pane.view.point_at(None)
    assert pane.view.hover_text() == ""


def test_inputs_are_called_by_their_names(qtbot, pane):
    pane.set_input_names({"h": ("width", "height")})
    drawn(qtbot, pane)
    pane.view.point_at(center(pane, 1, 2))
    assert pane.view.hover_text() == "weight height → unit 3: 0.4820"


def test_sampled_weights_keep_their_true_numbers(qtbot, pane):
    layer = layer_weights("h", KERNEL)
    fields = {name: getattr(layer, name) for name in layer.__struct_fields__}
    sampled = type(layer)(**fields | {"shape": (784, 64), "rows": (0, 783), "cols": (0, 31, 63)})
    pane.show_weights(weights_of(sampled), {})
    drawn(qtbot, pane)
    pane.view.point_at(center(pane, 1, 2))
    assert pane.view.hover_text() == "weight x784 → unit 64: 0.4820"


def test_the_keyboard_goes_from_cell_to_cell(qtbot, pane):
    texts = []
    for key in ("Right", "Right", "Down", "Down", "Down", "Up", "Left"):
        qtbot.keyClick(pane.view, getattr(Qt.Key, f"Key_{key}"))
        texts.append(pane.view.hover_text().split(":")[0])
    assert texts == [
        "weight x1 → unit 1", "weight x1 → unit 2", "weight x2 → unit 2", "bias of unit 2", "bias of unit 2",
        "weight x2 → unit 2", "weight x2 → unit 1",
    ]  # fmt: skip


def test_bars_read_their_values(pane):
    plan = pane.view.histogram
    pane.view.point_at(QPointF(plan.left + 1, plan.area.center().y()))
    assert pane.view.hover_text().startswith("−2 to ")
    assert plan.counts.sum() == pytest.approx(KERNEL.size)


def test_bars_are_coloured_by_sign(pane):
    plan, image, now = pane.view.histogram, picture(pane.view), theme.current()
    for bar in (0, len(plan.counts) - 1):
        assert plan.counts[bar] > 0
        seen = colour_at(image, plan.left + (bar + 0.4) * plan.bar_width, plan.area.bottom() - 2)
        sign = np.array(rgb(now.negative if bar == 0 else now.positive))
        other = np.array(rgb(now.positive if bar == 0 else now.negative))
        assert np.abs(seen - sign).sum() < np.abs(seen - other).sum()


def test_a_histogram_loses_nothing_when_its_bins_change():
    counts = [1, 5, 10, 4]
    spread = shared_out(counts, -0.3, 0.5, 1.0, 20)
    assert spread.sum() == pytest.approx(20)
    assert spread[:7].sum() == pytest.approx(0)
    assert shared_out([7], 0.3, 0.3, 1.0, 10).tolist() == [0, 0, 0, 0, 0, 0, 7, 0, 0, 0]


def test_cells_are_nearly_square_and_inside():
    box = QRectF(40, 8, 200, 190)
    for rows, cols in ((2, 6), (6, 4), (784, 64), (1, 1), (4, 1), (30, 16)):
        plan = planned(box, rows, cols, bias=True)
        width, height = plan.cell
        assert max(width, height) <= 2 * min(width, height) + 1
        assert plan.weights.right() <= box.right()
        assert plan.bottom <= box.bottom()
        for row, col in ((0, 0), (rows - 1, cols - 1), (-1, 0)):
            assert plan.cell_at(plan.place(row, col).center()) == (row, col)


def test_the_pane_follows_a_selection_and_keeps_it_for_later(qtbot, pane):
    assert pane.shown_layer == "h"
    pane.select_layer("o")
    drawn(qtbot, pane)
    assert pane._chooser.text() == "output"
    pane.select_layer("dropout")
    assert pane.shown_layer == "h"
    pane.show_weights(weights_of(layer_weights("dropout", KERNEL)), {"dropout": "now with weights"})
    drawn(qtbot, pane)
    assert pane._chooser.text() == "now with weights"


def test_choosing_in_the_menu_is_told_once(qtbot, pane):
    actions = pane.fill_menu().actions()
    assert [a.text() for a in actions] == ["hidden_1\t2 × 3", "output\t3 × 1"]
    assert [a.isChecked() for a in actions] == [True, False]
    with qtbot.waitSignal(pane.layer_chosen) as chosen:
        actions[1].trigger()
    assert chosen.args == ["o"]
    assert pane.shown_layer == "o"
    with qtbot.assertNotEmitted(pane.layer_chosen):
        pane.fill_menu().actions()[1].trigger()
        pane.select_layer("h")


def test_the_latest_weights_win_and_only_they_are_drawn(qtbot, pane, monkeypatch):
    drawings = []
    monkeypatch.setattr(pane.view, "show_layer", lambda layer, *_: drawings.append(layer.shape))
    for width in range(1, 9):
        pane.show_weights(weights_of(layer_weights("h", np.ones((2, width)))), {})
    drawn(qtbot, pane)
    assert drawings == [(2, 8)]


def test_nothing_is_drawn_while_hidden(qtbot, pane, monkeypatch):
    pane.hide()
    monkeypatch.setattr(pane, "refresh", lambda: pytest.fail("drawn while hidden"))
    pane.show_weights(weights_of(layer_weights("h", KERNEL)), {})
    pane.set_scale(5.0)
    assert not pane._clock.isActive()
    monkeypatch.undo()


def test_another_theme_recolours_the_cells(qtbot, pane):
    theme.choose("light")
    drawn(qtbot, pane)
    at = center(pane, 0, 1)
    assert colour_at(picture(pane.view), at.x(), at.y()) == rgb(theme.LIGHT.negative)


def test_without_weights_there_is_a_sentence_and_no_chooser(qtbot):
    pane = shown(qtbot, WeightsPane())
    assert pane.shown_layer is None
    assert pane.view.matrix is None
    assert not pane._chooser.isVisible()
    pane.show_weights(weights_of(layer_weights("h", KERNEL)), {})
    drawn(qtbot, pane)
    assert pane._chooser.isVisible()
    pane.show_weights(None, {})
    drawn(qtbot, pane)
    assert pane.view.hover_text() == ""
    assert not pane._chooser.isVisible()


def test_numbers_of_units_have_their_names_and_a_scale_of_their_own(qtbot, pane):
    norm = replace(layer_weights("n", [[1.0, 3.0], [-0.5, 0.25]]), parts=("gamma", "beta"))
    pane.show_weights(weights_of(norm), {})
    drawn(qtbot, pane)
    pane.view.point_at(center(pane, 1, 0))
    assert pane.view.hover_text() == "beta of unit 1: −0.5000"
    assert pane.view.limit == pane._scale.limit == 3.0
    pane.show_weights(weights_of(layer_weights("h", KERNEL)), {})
    drawn(qtbot, pane)
    assert pane.view.limit == 2.0


def test_in_a_narrow_pane_the_name_of_the_layer_is_worth_more_than_the_title(qtbot, pane):
    pane.show_weights(weights_of(layer_weights("h", KERNEL)), {"h": "The last hidden layer"})
    for width in (600, 230):
        pane.resize(width, 200)
        drawn(qtbot, pane)
        assert pane.header._title.isHidden() == (width == 230)
        pane.header.layout().activate()
        assert pane._chooser.width() >= pane._chooser.sizeHint().width()
    assert pane.accessibleName() == "Weights"
