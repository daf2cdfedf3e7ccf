"""The pane of the game: fed with values, played by the clock, by buttons and by a person's keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.sources import catch
from nnviz.ui import theme
from nnviz.ui.panes.game_pane import REST, GamePane
from nnviz.ui.panes.game_plan import GamePlan, Match, caught_of_all
from nnviz.ui.panes.game_view import worth_text
from tests.ui.panes.helpers import colour_at, count_of, drawn, picture, shown

BEST = catch.best_returns(catch.positions()).astype(np.float32)
ALWAYS_LEFT = np.tile(np.array([1.0, 0.0, -1.0], np.float32), (catch.POSITIONS, 1))
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right)


@pytest.fixture
def pane(qtbot):
    made = shown(qtbot, GamePane(), (300, 300))
    made.play.setChecked(False)  # the tests move it on themselves
    made.set_available(True)
    made.show_values(BEST)
    drawn(qtbot, made)
    return made


def to_the_end(pane):
    while not pane.match.over:
        pane.advance()


def test_all_balls_are_counted_by_the_values():
    assert caught_of_all(BEST) == catch.STARTS
    # A paddle that goes left ends at the wall: it catches what falls there.
    assert caught_of_all(ALWAYS_LEFT) == catch.SIDE


def test_the_network_makes_its_best_move_until_the_ball_is_down(pane):
    moves = 0
    while not pane.match.over:
        before = pane.match
        values = before.values(BEST)
        pane.advance()
        assert pane.match.paddle == min(max(before.paddle + int(np.argmax(values)) - 1, 0), catch.SIDE - 1)
        moves += 1
    assert moves == catch.MOVES
    assert pane.match.caught
    assert pane.match.values(BEST) == () == pane.view.values
    lost = pane.match
    for _ in range(REST):
        pane.advance()
        assert pane.match == lost  # the end can be seen for a moment
    pane.advance()
    assert pane.match.ball_row == 0


def test_a_missed_ball_is_shown_in_another_colour(pane):
    plan = GamePlan.of(pane.view.width(), pane.view.height())
    for match, colour in ((Match(7, 3, 3), "good"), (Match(7, 3, 5), "bad")):
        pane.match = match
        pane._show()
        at = plan.cell(7, 3)
        place = at.center().x(), at.top() + 2
        assert colour_at(picture(pane.view), *place) == theme.current().color(colour).getRgb()[:3]


def test_other_weights_play_otherwise_from_here(pane, qtbot):
    assert pane.view.lines == ("catches 64 of 64 balls",)
    pane.show_values(ALWAYS_LEFT)
    drawn(qtbot, pane)
    assert pane.view.lines == ("catches 8 of 64 balls",)
    assert pane.view.values == (1.0, 0.0, -1.0)
    assert "left 1.00; stay 0.00; right −1.00" in pane.view.accessibleDescription()
    assert count_of(picture(pane.view), "positive") > 20
    assert count_of(picture(pane.view), "accent") > 20


def test_a_person_plays_against_it_with_the_arrow_keys(pane, qtbot):
    pane.show_values(ALWAYS_LEFT)
    pane.play.setChecked(True)
    caught = 0
    for ball in range(1, 4):
        QTest.keyClick(pane.view, KEYS[1])  # begins a ball
        assert not pane.play.isChecked()
        assert pane.match.ball_row == 1
        while not pane.match.over:
            way = int(np.sign(pane.match.ball - pane.match.yours))
            QTest.keyClick(pane.view, KEYS[1 + way])
        caught += pane.match.caught
        assert pane.match.you_caught
        assert pane.score == (ball, caught, ball)
    assert pane.view.lines[1] == f"you 3, network {caught} of 3"
    assert count_of(picture(pane.view), "caution") > 20
    pane.play.setChecked(True)
    assert pane.match.yours is None


def test_new_ball_and_play_and_nothing_without_a_game(pane, qtbot):
    to_the_end(pane)
    pane.again.click()
    assert pane.match.ball_row == 0
    pane.play.setChecked(True)
    with qtbot.waitSignal(pane._timer.timeout):
        pass
    qtbot.waitUntil(lambda: pane.match.ball_row > 0)
    pane.show_values(None)
    assert not pane._timer.isActive()
    drawn(qtbot, pane)
    QTest.keyClick(pane.view, KEYS[0])
    assert pane.view.match is None
    pane.set_available(False)
    assert not pane.again.isEnabled()
    assert "Q-learning" in pane.view.sentence


@pytest.mark.parametrize("size", [(180, 110), (267, 228), (600, 180), (900, 560), (200, 500)])
def test_board_and_bars_have_their_places(size):
    plan = GamePlan.of(*size)
    assert plan.board.width() == plan.board.height() >= 16
    assert plan.board.left() >= 0
    assert plan.board.right() <= size[0]
    assert not plan.board.intersects(plan.bars)
    if min(size) > 200:
        assert plan.board.bottom() <= size[1]
        assert plan.bars.bottom() <= size[1]


def test_a_value_that_ran_out_is_no_bar(pane, qtbot):
    pane.show_values(np.full_like(BEST, np.nan))
    drawn(qtbot, pane)
    assert picture(pane.view).width() > 0
    assert worth_text(-0.696) == "−0.70"
