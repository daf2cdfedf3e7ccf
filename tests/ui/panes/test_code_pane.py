"""The pane of the code: fed with codes, worked by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from nnviz.ui import theme
from nnviz.ui.panes.code_pane import CodePane
from nnviz.ui.panes.code_plan import Codes
from tests.ui.panes.helpers import colour_at, count_of, drawn, picture, shown

POINTS = np.array([[0.0, 0.0], [4.0, 2.0], [4.0, -2.0], [2.0, 6.0]])
CODES = Codes(POINTS, np.array([3, 5, 8, 13]), np.array([0, 1, 1, 0]), ("yes", "no"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot):
    made = shown(qtbot, CodePane(), (300, 240))
    made.set_available(True)
    made.show_codes(CODES)
    drawn(qtbot, made)
    return made


def test_each_row_stands_where_its_code_is_in_the_colour_of_its_class(pane):
    view, plan = pane.view, pane.view.plan()
    image = picture(view)
    for point, colour in ((POINTS[1], 1), (POINTS[3], 0)):
        place = plan.place(tuple(point))
        near, wanted = colour_at(image, place.x(), place.y()), theme.current().color("field").getRgb()[:3]
        assert near != wanted
        assert plan.point(place) == pytest.approx(tuple(point))
        view._at = place
        assert [line.label for line in view.card_lines()][1:] == [CODES.names[colour]]
    assert view.card_lines()[0].value == "2.00, 6.00"
    view._at = plan.place((0.0, 4.0))
    assert view.card_lines() == []


def test_the_point_follows_hand_and_keys_and_stays_in_the_plane(pane):
    view, plan, chosen = pane.view, pane.view.plan(), []
    pane.point_chosen.connect(lambda x, y: chosen.append((x, y)))
    start = plan.place((2.0, 0.0)).toPoint()
    QTest.mousePress(view, LEFT, pos=start)
    pane.show_codes(Codes(10 * POINTS, CODES.rows))
    pane.refresh()
    assert view.plan() == plan  # the plane does not move under the finger
    QTest.mouseMove(view, QPointF(plan.area.right() + 90, start.y()).toPoint())
    QTest.mouseRelease(view, LEFT, pos=start)
    assert chosen[0] == pytest.approx((2.0, 0.0), abs=0.1)
    assert chosen[-1][0] == plan.x[1]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(chosen) == 2
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert chosen[-1][0] == pytest.approx(plan.x[1] - (plan.x[1] - plan.x[0]) / 40)
    assert view.point == chosen[-1]


def test_what_is_decoded_stands_beside_the_plane(pane):
    view, plan = pane.view, pane.view.plan()
    red = QImage(2, 2, QImage.Format.Format_RGB32)
    red.fill(0xFFFF0000)
    pane.show_decoded((2.0, 0.0), red)
    assert colour_at(picture(view), plan.box.center().x(), plan.box.top() + 12) == (255, 0, 0)
    empty = count_of(picture(view), "text")
    pane.show_decoded((2.0, 0.0), None, [(f"column {i}", str(i)) for i in range(40)])
    assert count_of(picture(view), "text") > empty
    assert view.accessibleDescription() == "2.00, 0.00"


def test_without_a_code_a_sentence_says_what_it_takes(pane):
    pane.set_available(False)
    assert "two units" in pane.view.sentence
    assert pane.view.plan() is None
    pane.set_available(True)
    pane.show_codes(None)
    pane.refresh()
    assert pane.view.plan() is None
