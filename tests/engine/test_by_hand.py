"""Weights set by hand: training goes on as Keras does after ``set_weights``, and what was there can be put back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.engine.build import build
from nnviz.engine.by_hand import ByHand, carry_out
from nnviz.engine.past.travel import Travel
from nnviz.engine.session import Session
from nnviz.engine.showing.pictures import layer_weights
from nnviz.engine.showing.showing import Pictures
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.by_hand import BIAS, DrawAgain, Fill, PutBack, SetCell, SetWeights, WeightsSet
from nnviz.training.messages import Watch
from nnviz.training.pictures import Weights
from nnviz.training.recipe import OptimizerSpec
from tests.engine.projects import IRIS, chain, hidden, session, train

CELLS = 64


class Hand:
    """A session, what a person sets in it, and all that was answered."""

    def __init__(self, made: Session) -> None:
        self.session, self.said = made, []
        self.pictures = Pictures(self.said.append)
        self.travel = Travel(self.said.append, self.pictures, lambda: made)
        self.travel.stand(made, fresh=True)
        self._hand = ByHand(self.said.append, self.pictures, lambda: made, self.travel.set_by_hand)

    def set(self, layer: str, edit: Any, keep: Path | None = None, passing: bool = False) -> WeightsSet:
        command = SetWeights(7, layer, edit, str(keep or ""), passing)
        self._hand.handlers[SetWeights](command)
        return self.said[-1]


@pytest.fixture
def hand() -> Hand:
    return Hand(session(hidden("h1", 3, "tanh"), data=IRIS, batch_size=30, shuffle=False, epochs=4))


def test_training_goes_on_as_keras_does_after_set_weights(hand: Hand) -> None:
    made, oracle = hand.session, session(hidden("h1", 3, "tanh"), data=IRIS, batch_size=30, shuffle=False, epochs=4)
    train(made, 2)
    x, y = oracle.dataset.train.x, np.eye(3)[oracle.dataset.train.y]
    oracle.model.fit(x, y, batch_size=30, epochs=2, shuffle=False, verbose=0)
    weights = oracle.model.get_weights()
    weights[0][2, 1], weights[1][2], weights[2][0, 2] = 0.75, -0.5, 1.25
    oracle.model.set_weights(weights)
    for layer, edit in (("h1", SetCell(2, 1, 0.75)), ("h1", SetCell(BIAS, 2, -0.5)), ("out", SetCell(0, 2, 1.25))):
        assert hand.set(layer, edit) == WeightsSet(7)
    for ours, theirs in zip(made.model.get_weights(), weights, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-6)
    train(made, 4)
    oracle.model.fit(x, y, batch_size=30, epochs=2, shuffle=False, verbose=0)
    for ours, theirs in zip(made.model.get_weights(), oracle.model.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-6)  # Adam's memory among it, or they would differ


def test_in_the_middle_of_an_epoch_the_next_batch_goes_on_with_it(hand: Hand) -> None:
    made = hand.session
    made.step()
    hand.set("h1", SetCell(0, 0, 2.5))
    assert (made.batch, made.begun) == (1, True)
    made.step()
    assert made.batch == 2
    assert abs(made.model.get_weights()[0][0, 0] - 2.5) < 0.05


def test_every_cell_of_a_picture_is_the_weight_that_it_shows() -> None:
    layers = (
        ("conv", "Conv2DTranspose", {"filters": 3, "kernel_size": (2, 2)}),
        ("depth", "DepthwiseConv2D", {"kernel_size": (2, 2)}),
        ("norm", "BatchNormalization", {}),
        ("flat", "Flatten", {}),
        ("dense", "Dense", {"units": 2}),
    )
    network = chain(*layers)
    ends = {"in": LayerSpec("in", "Input", {"shape": (4, 4, 2)}), "out": LayerSpec("out", "Output", {"units": 1})}
    network = NetworkSpec(tuple(ends.get(layer.id, layer) for layer in network.layers), network.links)
    built = build(network, 1)
    built.model.compile("sgd", "mse")
    rng = np.random.default_rng(3)
    for drawn in layer_weights(built, CELLS):
        for _ in range(4):
            row, col = int(rng.integers(len(drawn.rows))), int(rng.integers(len(drawn.cols)))
            value = float(np.float32(rng.normal()))
            carry_out(built, network, drawn.id, SetCell(drawn.rows[row], drawn.cols[col], value))
            now = next(layer for layer in layer_weights(built, CELLS) if layer.id == drawn.id)
            before = np.frombuffer(drawn.kernel, "<f4").reshape(len(drawn.rows), len(drawn.cols)).copy()
            before[row, col] = value
            np.testing.assert_array_equal(np.frombuffer(now.kernel, "<f4").reshape(before.shape), before)
            drawn = now


def test_a_layer_is_filled_drawn_again_and_put_back(hand: Hand, tmp_path: Path) -> None:
    made = hand.session
    train(made, 1)
    trained = made.model.get_weights()
    hand.set("h1", Fill(0.25), keep=tmp_path / "before.safetensors")
    filled = made.model.get_weights()
    assert all((array == 0.25).all() for array in filled[:2])
    np.testing.assert_array_equal(filled[2], trained[2])
    hand.set("h1", DrawAgain(3))
    initial = session(hidden("h1", 3, "tanh"), data=IRIS, seed=3).model.get_weights()[0]
    np.testing.assert_array_equal(made.model.get_weights()[0], initial)
    hand.set("h1", DrawAgain(4))
    assert (made.model.get_weights()[0] != initial).all()
    hand.set("h1", PutBack(str(tmp_path / "before.safetensors")))
    for ours, theirs in zip(made.model.get_weights(), trained, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_what_an_optimizer_averages_is_set_as_well() -> None:
    averaging = OptimizerSpec("Adam", {"use_ema": True, "ema_momentum": 0.9})
    hand = Hand(session(hidden("h1", 3, "tanh"), data=IRIS, batch_size=60, optimizer=averaging, epochs=3))
    hand.session.advance(3, 1)
    hand.set("h1", SetCell(0, 0, 5.0))
    hand.session.finalize()  # the averages take the place of the weights
    assert hand.session.model.get_weights()[0][0, 0] == 5.0


@pytest.mark.parametrize(
    ("layer", "edit", "told"),
    [
        ("nowhere", SetCell(0, 0, 1.0), "no layer nowhere"),
        ("h1", SetCell(4, 0, 1.0), "row 5 and column 1"),
        ("h1", SetCell(BIAS, 3, 1.0), "row 0 and column 4"),
        ("h1", SetCell(0, 0, float("nan")), "finite"),
        ("h1", SetCell(0, 0, 1e39), "finite"),
        ("h1", PutBack("gone.safetensors"), "gone or damaged"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_changes(hand: Hand, layer: str, edit: Any, told: str) -> None:
    before = hand.session.model.get_weights()
    assert told in hand.set(layer, edit).refused
    for ours, theirs in zip(hand.session.model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_pictures_come_before_the_answer_and_the_snapshot_is_of_what_stands(hand: Hand) -> None:
    hand.pictures.watch = Watch(cells=CELLS)
    hand.set("h1", SetCell(1, 1, -3.0), passing=True)
    assert isinstance(hand.said[-2], Weights)
    assert np.frombuffer(hand.said[-2].layers[0].kernel, "<f4").reshape(4, 3)[1, 1] == -3.0
    assert hand.travel.shelf.epochs == ()
    hand.set("h1", SetCell(1, 1, -4.0))
    assert hand.travel.shelf.at(0).values.weights["h1/kernel"][1, 1] == -4.0


def test_the_snapshot_of_the_best_epoch_stays_what_had_that_score(hand: Hand) -> None:
    made, shelf = hand.session, hand.travel.shelf
    hand.travel.begin(made)
    hand.travel.follow(made, made.advance(1, 1))
    while made.epoch < 1:
        hand.travel.follow(made, made.advance(1, 1))
    assert shelf.best == 1
    learned = shelf.at(1).values.weights["h1/kernel"].copy()
    hand.set("h1", SetCell(0, 0, 9.0))
    hand.travel.rest(made)
    np.testing.assert_array_equal(shelf.at(1).values.weights["h1/kernel"], learned)
