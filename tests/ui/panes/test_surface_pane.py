import numpy as np
import pytest
from PySide6.QtCore import QPointF

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.panes.colouring import rgb
from nnviz.ui.panes.surface_colours import Meaning, point_colours, resampled, surface_pixels
from nnviz.ui.panes.surface_pane import SurfacePane
from nnviz.ui.panes.surface_points import MOST, DataPoints
from nnviz.ui.panes.unit_images import unit_image
from tests.ui.panes.helpers import TWO_CLASSES, colour_at, drawn, picture, shown, surface_of

THREE = DataFacts((2,), "classes", 3, ("a", "b", "c"), ("u", "v"))
NUMBERS = DataFacts((2,), "regression", 1, (), ("u", "v"), ("t",))


def upper_right(x, y):
    """Yes only where x > 1 and y > 0: three quarters of the plane say no."""
    return ((x > 1.0) & (y > 0.0)).astype(float)


@pytest.fixture
def pane(qtbot) -> SurfacePane:
    pane = SurfacePane()
    pane.show_surface(surface_of(upper_right), TWO_CLASSES)
    return shown(qtbot, pane)


def hue(colour) -> str:
    """Whether *colour* is nearer to the positive or the negative end."""
    now = theme.current()
    distance = {name: np.abs(np.subtract(colour, rgb(getattr(now, name)))).sum() for name in ("positive", "negative")}
    return min(distance, key=distance.get)


def quarters(pane) -> list[str]:
    """Upper left, upper right, lower left, lower right."""
    area, image = pane.view.area(), picture(pane.view)
    return [
        hue(colour_at(image, area.left() + fx * area.width(), area.top() + fy * area.height()))
        for fy in (0.2, 0.8)
        for fx in (0.2, 0.8)
    ]


def test_y_points_upwards_and_x_to_the_right(pane):
    assert quarters(pane) == ["negative", "positive", "negative", "negative"]


def test_points_lie_where_the_surface_means_them(qtbot, pane):
    x = np.array([[2.0, 1.0], [-0.5, -1.5]])
    pane.set_points(x, np.array([1, 0]), np.array([0, 1]), TWO_CLASSES)
    drawn(qtbot, pane)
    view, image, now = pane.view, picture(pane.view), theme.current()
    for (px, py), colour in zip(
        view._points.places(view.extent(), view.area()), (now.positive, now.negative), strict=True
    ):
        assert colour_at(image, round(px), round(py)) == rgb(colour)
    assert view._points.places(view.extent(), view.area())[0][1] < view._points.places(view.extent(), view.area())[1][1]


def test_without_answers_the_points_fill_the_plane_again(qtbot, pane):
    """Other data are chosen: their points are there before the first answer, and the former answers' range is gone."""
    far = np.array([[-20.0, -20.0], [20.0, 20.0]])
    pane.set_points(far, np.array([1, 0]), np.array([0, 0]), TWO_CLASSES)
    drawn(qtbot, pane)  # where the former answers are, there is none of them
    pane.show_surface(None, TWO_CLASSES)
    drawn(qtbot, pane)
    view, image, now = pane.view, picture(pane.view), theme.current()
    places = view._points.places(view.extent(), view.area())
    assert [colour_at(image, round(x), round(y)) for x, y in places] == [rgb(now.positive), rgb(now.negative)]


def test_training_and_validation_points_have_different_rings(qtbot, pane):
    x = np.array([[0.0, -1.0], [0.0, -1.0]])
    images = []
    for part in (0, 1):
        pane.set_points(x, np.array([1, 1]), np.array([part, part]), TWO_CLASSES)
        drawn(qtbot, pane)
        (px, py), _ = pane.view._points.places(pane.view.extent(), pane.view.area())
        images.append(np.mean(colour_at(picture(pane.view), round(px) + 3, round(py))))
    assert images[0] > images[1] + 30


def test_discretize_leaves_two_colours(qtbot, pane):
    pane.show_surface(surface_of(lambda x, y: 1 / (1 + np.exp(-x - y))), TWO_CLASSES)
    drawn(qtbot, pane)

    def colours() -> int:
        image = pane.view.image()
        return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})

    assert colours() > 50
    pane._steps.click()
    assert colours() == 2


def test_the_card_says_inputs_answer_and_the_point_there(qtbot, pane):
    pane.set_points(np.array([[2.0, 1.0]]), np.array([0]), np.array([1]), TWO_CLASSES)
    drawn(qtbot, pane)
    place = pane.view._points.places(pane.view.extent(), pane.view.area())[0]
    pane.view.point_at(QPointF(*place))
    assert [(line.label, line.value) for line in pane.view.card_lines()] == [
        ("width", "2"), ("height", "1"), ("yes", "100 %"), ("validation", "no")
    ]  # fmt: skip
    pane.view.point_at(QPointF(1, 1))
    assert pane.view.card_lines() == []


def test_numbers_use_the_range_of_the_targets(qtbot):
    pane = SurfacePane()
    x = np.array([[-1.0, 0.0], [1.0, 0.0]])
    pane.set_points(x, np.array([[10.0], [30.0]]), np.zeros(2, int), NUMBERS)
    pane.show_surface(surface_of(lambda x, y: np.where(x < 1, 11.0, 29.0)), NUMBERS)
    shown(qtbot, pane)
    assert quarters(pane) == ["negative", "positive"] * 2
    pane.view.point_at(pane.view.area().center() + QPointF(60, 20))
    assert ("answer", "29.00") in [(line.label, line.value) for line in pane.view.card_lines()]


def test_classes_fade_where_the_network_is_unsure():
    meaning, now = Meaning("classes"), theme.DARK
    answers = np.array([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1 / 3, 1 / 3, 1 / 3], [0.2, 0.2, 0.6]]], np.float32)
    pixels = surface_pixels(answers, meaning, now)[0].astype(float)
    zero = np.array(rgb(now.zero), float)
    reach = [np.abs(p - zero).sum() for p in pixels]
    assert reach[2] <= 3
    assert 0 < reach[3] < np.abs(np.array(rgb(now.classes[2])) - zero).sum()
    toward = (pixels[0] - zero) / (np.array(rgb(now.classes[0])) - zero)
    assert np.ptp(toward) < 0.05


@pytest.mark.parametrize("outputs", [1, 2])
def test_one_unit_and_two_unit_answers_mean_the_same(outputs):
    yes = np.array([[[0.9]]], np.float32) if outputs == 1 else np.array([[[0.1, 0.9]]], np.float32)
    assert Meaning("binary").signed(yes)[0, 0] == pytest.approx(0.8)


def test_a_margin_is_read_around_zero():
    answers = np.array([[[-0.5]], [[0.5]]], np.float32)
    assert Meaning("binary", margin=True).signed(answers).ravel().tolist() == [-0.5, 0.5]


def test_of_two_units_that_are_no_shares_the_larger_one_gives_the_colour():
    answers = np.float32([[[0.1, 0.4], [0.9, 0.7]]])
    assert np.sign(Meaning("binary").signed(answers)).ravel().tolist() == [1, -1]


def test_point_colours_follow_the_task():
    now = theme.DARK
    assert [tuple(c) for c in point_colours(np.array([0, 1]), Meaning("binary"), now, 1)] == [
        rgb(now.negative), rgb(now.positive)
    ]  # fmt: skip
    assert [tuple(c) for c in point_colours(np.array([2, 11]), Meaning("classes"), now, 12)] == [
        rgb(now.classes[2]), rgb(now.classes[1])
    ]  # fmt: skip
    labels = np.array([[0.0, 1.0], [1.0, 0.0]])
    assert [tuple(c) for c in point_colours(labels, Meaning("labels"), now, 2)] == [
        rgb(now.classes[1]), rgb(now.classes[0])
    ]  # fmt: skip


def test_answers_that_are_not_numbers_are_shown_as_faults():
    answers = np.full((1, 1, 3), np.nan, np.float32)
    for meaning, values in ((Meaning("classes"), answers), (Meaning("binary"), answers[..., :1])):
        assert tuple(surface_pixels(values, meaning, theme.DARK)[0, 0]) == rgb(theme.DARK.bad)


def test_resampling_is_linear_and_turns_y_up():
    y, x = np.mgrid[0:9, 0:9]
    made = resampled((2.0 * x + 10.0 * y)[..., np.newaxis].astype(np.float32), 50, 80)[..., 0]
    across, down = (np.arange(80) + 0.5) / 80 * 8, 8 - (np.arange(50) + 0.5) / 50 * 8
    np.testing.assert_allclose(made, 2 * across + 10 * down[:, np.newaxis], atol=1e-4)


def test_a_unit_image_has_y_upwards_and_the_scale_of_its_limit():
    values = np.zeros((8, 8), np.float32)
    values[7, 0], values[0, 7] = 2.0, -2.0  # upper left, lower right
    image = unit_image(values, 2.0, theme.DARK)
    assert (image.width(), image.height()) == (8, 8)
    assert colour_at(image, 0, 0) == rgb(theme.DARK.positive)
    assert colour_at(image, 7, 7) == rgb(theme.DARK.negative)
    assert np.abs(np.subtract(colour_at(image, 3, 3), rgb(theme.DARK.zero))).max() <= 1


def test_where_there_is_no_plane_a_sentence_stands(qtbot, pane):
    pane.set_available(False, "The data have 4 inputs")
    assert pane.view.sentence == "The data have 4 inputs"
    assert not pane._steps.isVisible()
    pane.view.point_at(pane.view.area().center())
    assert pane.view.card_lines() == []
    pane.set_available(True)
    assert quarters(pane) == ["negative", "positive", "negative", "negative"]


def test_points_alone_are_shown_before_the_first_surface(qtbot):
    pane = SurfacePane()
    pane.set_points(np.array([[0.0, 0.0], [4.0, 2.0]]), np.array([0, 1]), np.zeros(2, int), TWO_CLASSES)
    shown(qtbot, pane)
    x0, x1, y0, y1 = pane.view.extent()
    assert x0 < 0 < 4 < x1
    assert y0 < 0 < 2 < y1
    assert pane.view.image() is None


def test_a_great_many_points_are_thinned_evenly():
    points = DataPoints(np.zeros((10 * MOST, 2)), np.arange(10 * MOST), np.zeros(10 * MOST, int)).thinned()
    assert len(points.x) == MOST
    assert (points.y[0], points.y[-1]) == (0, 10 * MOST - 1)


def test_another_theme_recolours_the_surface(pane):
    before = pane.view.image().pixel(3, 3)
    theme.choose("light")
    assert quarters(pane) == ["negative", "positive", "negative", "negative"]
    assert pane.view.image().pixel(3, 3) != before


def test_the_legend_names_the_classes_in_their_colours(qtbot, pane):
    assert [name for name, _ in pane._legend._entries] == ["no", "yes"]
    pane.show_surface(surface_of(lambda x, y: np.stack([x * 0 + 1, x * 0, x * 0], -1)), THREE)
    drawn(qtbot, pane)
    assert [name for name, _ in pane._legend._entries] == ["a", "b", "c"]
    assert [c.name() for _, c in pane._legend._entries] == list(theme.DARK.classes[:3])


def test_nothing_is_drawn_while_hidden(pane, monkeypatch):
    pane.hide()
    monkeypatch.setattr(pane, "refresh", lambda: pytest.fail("drawn while hidden"))
    pane.show_surface(surface_of(upper_right), TWO_CLASSES)
    assert not pane._clock.isActive()
    monkeypatch.undo()
