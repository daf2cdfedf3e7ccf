import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from nnviz.network.facts import DataFacts
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.pictures import COLOUR, MEAN, Filters, Weights
from nnviz.ui import theme
from nnviz.ui.panes.colouring import rgb
from nnviz.ui.panes.mosaic_plan import planned
from nnviz.ui.panes.pictured import Pictured, pictured
from nnviz.ui.panes.weights_pane import WeightsPane
from tests.ui.panes.helpers import colour_at, drawn, layer_weights, picture, shown

VALUES = np.array([[[2.0, -2.0], [0.0, 1.0]], [[np.nan, 0.5], [-1.0, 2.0]], [[0.1, 0.2], [0.3, 0.4]]])


def filters_of(values, layer="conv", channels=6, channel=MEAN, **changes) -> Filters:
    values = np.asarray(values, "<f4")
    units, rows, cols = (tuple(range(n)) for n in values.shape[:3])
    fields = {"total": len(units), "units": units, "size": (len(rows), len(cols)), "depth": 1, "rows": rows,
              "cols": cols}  # fmt: skip
    return Filters(id=layer, channels=channels, channel=channel, values=values.tobytes(), **fields | changes)


def weights(filters: Filters | None) -> Weights:
    return Weights(1, (layer_weights("conv", np.ones((4, 3))), layer_weights("out", np.ones((3, 1)))), filters)


@pytest.fixture
def pane(qtbot) -> WeightsPane:
    pane = WeightsPane()
    pane.set_pictured({"conv": Pictured()})
    pane.show_weights(weights(filters_of(VALUES)), {"conv": "Conv 1", "out": "Output"})
    return shown(qtbot, pane)


def test_numbers_have_the_colours_of_one_scale_for_all(pane):
    view, now = pane.mosaic.view, theme.current()
    image, places = picture(view), [(0, 0, 0), (0, 0, 1), (1, 1, 1), (1, 0, 0)]
    centres = [view.plan.number(*place).center() for place in places]
    seen = [colour_at(image, centre.x(), centre.y()) for centre in centres]
    assert seen == [rgb(now.positive), rgb(now.negative), rgb(now.positive), rgb(now.bad)]
    assert pane.mosaic.scale.limit == view.limit == 2.0


def test_the_mouse_reads_filter_place_and_value(pane):
    view = pane.mosaic.view
    view.point_at(view.plan.number(0, 1, 1).center())
    assert view.hover_lines() == ("filter 1", "row 2, column 2", "1.0000")
    view.point_at(view.plan.area.bottomRight() + QPointF(9, 9))
    assert view.hover_lines() == ("", "", "")


def test_places_say_their_true_numbers(qtbot, pane):
    sampled = filters_of(VALUES, total=900, units=(0, 449, 899), size=(22, 11), depth=2, rows=(0, 21), cols=(0, 10))
    pane.show_weights(weights(sampled), {})
    drawn(qtbot, pane)
    view = pane.mosaic.view
    view.point_at(view.plan.number(2, 1, 1).center())
    assert view.hover_lines()[:2] == ("filter 900", "slice 2, row 11, column 11")
    assert pane.mosaic._caption.text == "3 of 900"


def test_a_filter_over_time_has_channels_and_steps(qtbot, pane):
    pane.set_pictured({"conv": Pictured(over_time=True)})
    drawn(qtbot, pane)
    pane.mosaic.view.point_at(pane.mosaic.view.plan.number(0, 1, 0).center())
    assert pane.mosaic.view.hover_lines()[1] == "channel 2, step 1"


def test_the_keyboard_goes_from_picture_to_picture(qtbot, pane):
    names = []
    for key in ("Right", "Right", "Right", "Right", "Left"):
        qtbot.keyClick(pane.mosaic.view, getattr(Qt.Key, f"Key_{key}"))
        names.append(pane.mosaic.view.hover_lines()[0])
    assert names == ["filter 1", "filter 2", "filter 3", "filter 3", "filter 2"]


def test_a_double_click_or_enter_asks_for_the_weight_there(qtbot, pane):
    asked, refused, view = [], [], pane.mosaic.view
    pane.weight_requested.connect(lambda *what: asked.append(what[:3]))
    pane.weight_refused.connect(refused.append)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.plan.number(2, 1, 0).center().toPoint())
    assert (asked, len(refused)) == ([], 1)  # a mean of six channels
    pane.show_weights(weights(filters_of(VALUES, channel=4)), {})
    drawn(qtbot, pane)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.plan.number(2, 1, 0).center().toPoint())
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked == [("conv", (1 * 2 + 0) * 6 + 4, 2), ("conv", (1 * 2 + 1) * 6 + 4, 2)]


def test_three_channels_are_colours_on_grey(qtbot, pane):
    pane.set_pictured({"conv": Pictured(colour=True)})
    drawn(qtbot, pane)
    assert pane.wanted.channel == COLOUR
    values = np.zeros((2, 2, 2, 3))
    values[0, 0, 0] = 1.0, -1.0, 0.0
    pane.show_weights(weights(filters_of(values, channels=3, channel=COLOUR)), {})
    drawn(qtbot, pane)
    at = pane.mosaic.view.plan.number(0, 0, 0).center()
    assert colour_at(picture(pane.mosaic.view), at.x(), at.y()) == (255, 0, 127)


def test_another_channel_is_asked_for_and_remembered(qtbot, pane):
    actions = pane.mosaic.fill_menu().actions()
    assert [a.text() for a in actions[:2]] == ["Mean of channels", "Channel 1"]
    assert [a.isChecked() for a in actions] == [True] + 6 * [False]
    with qtbot.waitSignal(pane.wanted_changed):
        actions[3].trigger()
    assert pane.wanted.channel == 2
    pane.select_layer("out")
    drawn(qtbot, pane)
    pane.select_layer("conv")
    drawn(qtbot, pane)
    assert pane.wanted.channel == 2


def test_the_switch_goes_to_the_matrix_and_asks_for_no_pictures(qtbot, pane):
    assert pane.mosaic.isVisible()
    assert not pane.view.isVisible()
    with qtbot.waitSignal(pane.wanted_changed):
        qtbot.mouseClick(pane.switch, Qt.MouseButton.LeftButton)
    assert pane.wanted is None
    assert pane.view.isVisible()
    pane.select_layer("out")
    drawn(qtbot, pane)
    assert not pane.switch.isVisible()


def test_a_layer_without_pictures_shows_its_matrix(qtbot, pane):
    pane.select_layer("out")
    drawn(qtbot, pane)
    assert pane.view.isVisible()
    pane.set_pictured({"conv": Pictured(), "out": Pictured(picture=(1, 3, 1))})
    drawn(qtbot, pane)
    assert pane.mosaic.isVisible()  # blank until they come
    pane.show_weights(weights(None), {})  # the engine has none
    drawn(qtbot, pane)
    assert pane.view.isVisible()


def test_what_is_asked_for_is_bounded_by_the_pixels(qtbot, pane):
    small = pane.wanted
    assert small.numbers <= 1 << 16
    assert small.most * 144 <= small.numbers
    pane.resize(180, 150)
    qtbot.waitUntil(lambda: pane.wanted.numbers < small.numbers)
    pane.resize(3000, 2000)
    qtbot.waitUntil(lambda: pane.wanted.numbers == 1 << 16)


@pytest.mark.parametrize(("count", "rows", "cols"), [(1, 5, 5), (6, 5, 5), (300, 3, 3), (64, 28, 28), (16, 64, 3)])
def test_all_pictures_are_within_the_room_and_found_again(count, rows, cols):
    box = QRectF(16, 8, 235, 190)
    plan = planned(box, count, rows, cols)
    for tile in (0, count // 2, count - 1):
        assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(plan.place(tile))
        for row, col in ((0, 0), (rows - 1, cols - 1)):
            assert plan.at(plan.number(tile, row, col).center()) == (tile, row, col)
    if count > 1 and plan.across > 1:
        assert plan.at(QPointF(plan.place(0).right() + plan.gap / 2, plan.place(0).center().y())) is None


def test_convolutions_and_dense_layers_on_pictures_have_filters():
    kinds = ("Input", "Conv2D", "Flatten", "Dense")
    layers = tuple(LayerSpec(f"{kind}{i}", kind) for i, kind in enumerate(kinds))
    links = (("Input0", "Conv2D1"), ("Conv2D1", "Flatten2"), ("Flatten2", "Dense3"))
    facts = DataFacts((8, 8, 3), "classes", 10)
    assert pictured(NetworkSpec(layers, links), facts) == {"Conv2D1": Pictured(colour=True)}
    straight = NetworkSpec((layers[0], *layers[2:]), (("Input0", "Flatten2"), ("Flatten2", "Dense3")))
    assert pictured(straight, facts) == {"Dense3": Pictured(colour=True, picture=(8, 8, 3))}
    assert pictured(straight, DataFacts((192,), "classes", 10)) == {}
    assert "Dense3" not in pictured(straight, facts, "Dense3")  # which makes pictures of noise
    assert pictured(straight, facts, straight.sources("Dense3")[0])["Dense3"].picture == (8, 8, 3)
