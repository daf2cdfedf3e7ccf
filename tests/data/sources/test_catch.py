"""The game of catch: its rules against a search through all games, and its starts as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.load import load, read_raw
from nnviz.data.script.sources import lines
from nnviz.data.sources import catch
from nnviz.data.spec import Builtin, Split
from nnviz.errors import BadInput

SPEC = Builtin(name="catch")


@cache
def searched(ball_row: int, ball: int, paddle: int) -> float:
    """What the best game from there comes to, by trying all of them."""
    position = np.array([[ball_row, ball, paddle]])
    if ball_row == catch.SIDE - 1:
        return float(catch.rewards(position)[0])
    after = (catch.moved(position, np.array([action]))[0].tolist() for action in range(3))
    return max(searched(*place) for place in after)


def test_the_best_returns_are_those_of_a_search_through_all_games() -> None:
    positions = catch.positions()
    found = catch.best_returns(positions)
    for action in range(3):
        after = catch.moved(positions, np.full(len(positions), action))
        np.testing.assert_array_equal(found[:, action], [searched(*place) for place in after.tolist()])
    assert (found[: catch.STARTS].max(axis=1) == catch.WON).all()  # every ball can be caught


def test_positions_are_numbered_in_their_order_and_differ_on_the_board() -> None:
    positions = catch.positions()
    np.testing.assert_array_equal(catch.number_of(positions), np.arange(catch.POSITIONS))
    seen = catch.boards(positions)
    assert seen.shape == (448, 8, 8)
    assert (seen.sum(axis=(1, 2)) == 2).all()
    assert len(np.unique(seen.reshape(len(seen), -1), axis=0)) == catch.POSITIONS


def test_the_paddle_stops_at_the_walls() -> None:
    at_the_walls = np.array([[0, 3, 0], [0, 3, 7]])
    assert catch.moved(at_the_walls, np.array([0, 2])).tolist() == [[1, 3, 0], [1, 3, 7]]


def test_its_samples_are_the_starts() -> None:
    dataset = load(SPEC, Path())
    facts = dataset.facts
    assert (facts.input_shape, facts.task, facts.outputs, facts.game) == ((8, 8, 1), "regression", 3, "catch")
    assert facts.target_names == ("left", "stay", "right")
    assert facts.rows == (51, 13, 0)
    assert load(Builtin(name="xor"), Path()).facts.game == ""
    whole = load(Builtin(name="catch", split=Split(validation=0.0)), Path(), traced=True)
    assert whole.train.rows == catch.STARTS


@pytest.mark.parametrize(
    "other", [{"samples": 10}, {"noise": 0.1}, {"scale": "standard"}, {"task": "reconstruction"}], ids=str
)
def test_what_is_for_other_data_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        load(Builtin(name="catch", **other), Path())  # type: ignore[arg-type]


def test_the_script_makes_the_same_rows() -> None:
    raw = read_raw(SPEC, Path())
    made: dict[str, object] = {"np": np}
    exec("\n".join(lines(SPEC, Path(), raw)), made)
    np.testing.assert_array_equal(made["x"], raw.x)
    np.testing.assert_array_equal(np.stack(made["target"]), np.stack(raw.target.columns))  # type: ignore[call-overload]
