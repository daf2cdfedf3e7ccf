"""A network or a recipe changed while it trains: what still means the same goes on, to the last bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from nnviz.data.dataset import Part
from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.engine.weights import named_weights
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.order import epoch_orders
from nnviz.training.recipe import OptimizerSpec, ReduceOnPlateau, StopEarly
from tests.engine.projects import hidden, session, train

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
POINTS = Builtin(name="circles", samples=100, noise=0.05)  # 5 training batches of 16, 2 of validation
LAYERS = (hidden("h1", 8), ("drop", "Dropout", {"rate": 0.4}))
WATCHED = {
    "stop_early": StopEarly(monitor="val_loss", patience=50),
    "reduce_on_plateau": ReduceOnPlateau(monitor="loss", factor=0.5, patience=1, min_delta=10.0),
}
DONE, INSIDE = 3, 2


@pytest.fixture(scope="module")
def going():
    """Three epochs and two batches of a run, its learning rate lowered by a plateau."""
    it = session(*LAYERS, data=POINTS, batch_size=16, **WATCHED)
    for _ in range(DONE * 5 + INSIDE):
        it.step()
    assert (it.epoch, it.batch, it.batches) == (DONE, INSIDE, 5)
    return it


def changed(it: Session, network: NetworkSpec | None = None, **recipe: Any) -> Session:
    """*it* gone on with in another network, or by another recipe."""
    training = msgspec.structs.replace(it.project.training, **recipe)
    project = replace(it.project, network=network or it.project.network, training=training)
    new = Session(project, Path(), it.dataset)
    new.keep_weights_from(it)
    return new


def adam(rate: Any) -> OptimizerSpec:
    return OptimizerSpec("Adam", {"learning_rate": rate})


def memory(it: Session) -> list[list[float]]:
    return [v.numpy().tolist() for v in it.model.optimizer.variables if v.name != "learning_rate"]


def assert_same_weights(one: Session, other: Session) -> None:
    for a, b in zip(one.model.get_weights(), other.model.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)


def stop(it: Session) -> Any:
    return it._callbacks.early_stopping


def rows(it: Session, epochs: int) -> list[list[float]]:
    found = []
    while True:
        piece = it.advance(epochs)
        found += piece.rows.tolist()
        if piece.ending is not None:
            return found


EVERY = {
    "learning rate": {"optimizer": adam(0.5)},
    "batch size": {"batch_size": 10},
    "loss": {"loss": "mse"},
    "optimizer": {"optimizer": OptimizerSpec("SGD", {"learning_rate": 0.1, "momentum": 0.9})},
    "patience": {"stop_early": StopEarly(monitor="val_loss", patience=3)},
    "metrics": {"metrics": ("mae", "accuracy")},
}


@pytest.mark.parametrize("what", [*EVERY, "dropout rate", "regularizer"])
def test_every_change_keeps_the_weights_the_epoch_and_the_run(going, what):
    networks = {
        "dropout rate": edits.set_args(going.project.network, "drop", rate=0.1),
        "regularizer": edits.set_args(going.project.network, "h1", kernel_regularizer="l2"),
    }
    new = changed(going, networks.get(what), **EVERY.get(what, {}))
    assert_same_weights(new, going)
    assert (new.epoch, new.begun) == (DONE, True)
    # Where the rows come in other batches, the epoch is begun anew.
    assert new.batch == (0 if what == "batch size" else INSIDE)
    assert len(rows(new, DONE + 1)) == 1


def test_what_does_not_touch_the_numbers_changes_none(going, tmp_path):
    going.save_snapshot(tmp_path / "run.safetensors")
    alone = Session(going.project, Path(), going.dataset)
    alone.restore(tmp_path / "run.safetensors")
    patient = changed(going, stop_early=StopEarly(monitor="val_loss", patience=70))
    assert rows(patient, DONE + 3) == rows(alone, DONE + 3)
    assert_same_weights(patient, alone)


def test_the_rate_a_plateau_has_lowered_stays_until_the_recipe_gives_another(going):
    assert going.learning_rate < 0.01
    assert changed(going, batch_size=8).learning_rate == going.learning_rate
    assert changed(going, optimizer=adam(0.2)).learning_rate == pytest.approx(0.2)


class TestOptimizer:
    """Its memory."""

    def test_another_rate_keeps_it(self, going):
        assert memory(changed(going, optimizer=adam(0.5))) == memory(going)

    def test_a_schedule_in_place_of_a_number_keeps_it_and_counts_on(self, going):
        decay = {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}
        new = changed(going, optimizer=adam(decay), reduce_on_plateau=None)
        assert memory(new) == memory(going)
        assert new.learning_rate == pytest.approx(0.1 * 0.5 ** (17 / 10))

    def test_another_optimizer_begins_anew(self, going):
        new = changed(going, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1}))
        assert int(new.model.optimizer.iterations) == 0

    def test_another_optimizer_does_not_restart_a_schedule(self, going):
        decay = {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}
        sgd = OptimizerSpec("SGD", {"learning_rate": decay})
        assert changed(going, optimizer=sgd, reduce_on_plateau=None).learning_rate < 0.04

    def test_a_layer_that_is_wider_begins_anew(self, going):
        new = changed(going, edits.set_args(going.project.network, "h1", units=9))
        assert int(new.model.optimizer.iterations) == 0
        assert all(not np.any(m) for m in memory(new))


class TestBranches:
    """Two branches of the same shape, joined in another order: the weights go on, what goes by their places does not.

    A ``Concatenate`` that takes them the other way round answers otherwise, and Keras lists their weights otherwise.
    """

    @pytest.fixture
    def joined(self):
        it = session(hidden("a", 8), hidden("b", 8), data=POINTS, batch_size=16, **WATCHED)
        ids = [layer.id for layer in it.project.network.layers]
        layers = (*it.project.network.layers, LayerSpec("cat", "Concatenate"))
        links = ((ids[0], "a"), (ids[0], "b"), ("a", "cat"), ("b", "cat"), ("cat", ids[-1]))
        it = Session(replace(it.project, network=NetworkSpec(layers, links)), Path(), it.dataset)
        for _ in range(6):
            it.step()
        return it

    def test_the_same_order_keeps_all(self, joined):
        new = changed(joined, optimizer=adam(0.5))
        assert memory(new) == memory(joined)
        assert stop(new).best == stop(joined).best is not None

    def test_another_order_keeps_the_weights_alone(self, joined):
        network = joined.project.network
        first, second, *others = network.links
        new = changed(joined, replace(network, links=(first, second, others[1], others[0], others[2])))
        weights = {name: variable.numpy() for name, variable in named_weights(new._built).items()}
        for name, variable in named_weights(joined._built).items():
            np.testing.assert_array_equal(weights[name], variable.numpy())
        assert (stop(new).best, stop(new).best_weights) == (None, None)
        assert not any(np.any(m) for m in memory(new))


class TestCallbacks:
    """What early stopping and plateaus know."""

    @pytest.mark.parametrize("what", ["learning rate", "batch size", "patience", "optimizer"])
    def test_what_is_best_stays_best(self, going, what):
        new = changed(going, **EVERY[what])
        ours, theirs = stop(new), stop(going)
        assert (ours.best, ours.wait, ours.best_epoch) == (theirs.best, theirs.wait, theirs.best_epoch)
        for a, b in zip(ours.best_weights, theirs.best_weights, strict=True):
            np.testing.assert_array_equal(a, b)

    def test_a_dropout_rate_leaves_it(self, going):
        network = edits.set_args(going.project.network, "drop", rate=0.1)
        assert stop(changed(going, network)).best == stop(going).best is not None

    @pytest.mark.parametrize(
        "change",
        [
            {"loss": "mse"},
            {"network": ("h1", {"kernel_regularizer": "l2"})},
            {"network": ("h1", {"activation": "tanh"})},
            {"stop_early": StopEarly(monitor="val_accuracy")},
        ],
    )
    def test_what_is_on_another_scale_is_dropped(self, going, change):
        network = None
        if "network" in change:
            layer, args = change["network"]
            network, change = edits.set_args(going.project.network, layer, **args), {}
        known = stop(changed(going, network, **change))
        assert (known.best, known.wait, known.best_weights) == (None, 0, None)

    def test_a_penalty_leaves_what_is_no_loss(self):
        it = session(*LAYERS, data=POINTS, batch_size=16, stop_early=StopEarly(monitor="val_accuracy", patience=50))
        for _ in range(6):
            it.step()
        new = changed(it, edits.set_args(it.project.network, "h1", kernel_regularizer="l2"))
        assert stop(new).best == stop(it).best is not None

    def test_a_name_that_changed_changes_nothing_else(self, going):
        new = changed(going, edits.rename(going.project.network, "h1", "features"))
        assert stop(new).best == stop(going).best
        assert memory(new) == memory(going)


class TestInsideAnEpoch:
    """The batch at which a change comes."""

    def test_the_rest_of_the_epoch_is_trained_with_the_new_loss_on_the_rows_that_are_left(self):
        it = session(data=POINTS, batch_size=16, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1}))
        for _ in range(INSIDE):
            it.step()
        new = changed(it, loss="mse")
        model, part = new.model, new.dataset.train
        order = epoch_orders(3, 0, 1, part.rows)[0]
        by_hand = Session(new.project, Path(), new.dataset).model
        by_hand.set_weights(model.get_weights())
        left = order[INSIDE * 16 :]
        by_hand.fit(part.x[left], part.y[left].astype("f4")[:, None], batch_size=16, shuffle=False, verbose=0)
        rows(new, 1)
        for a, b in zip(model.get_weights(), by_hand.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)

    def test_the_metrics_of_the_half_epoch_stay(self):
        it = session(data=POINTS, batch_size=16, rate=0.01)
        for _ in range(INSIDE):
            it.step()
        so_far = float(it._loop.place.logs[0])
        # From here on the weights hardly move: the loss of the rest is that of the weights now.
        new = changed(it, optimizer=adam(1e-12))
        (row,) = rows(new, 1)
        part, left = it.dataset.train, epoch_orders(3, 0, 1, 80)[0][INSIDE * 16 :]
        rest = new.evaluate(Part(part.x[left], part.y[left]))["loss"]
        assert row[0] == pytest.approx((so_far * INSIDE * 16 + rest * len(left)) / 80, abs=1e-6)

    @pytest.mark.parametrize("change", [{"loss": "mse"}, {"metrics": ("mae", "accuracy", "mse")}, {}])
    @pytest.mark.parametrize("validated", [0, pytest.param(1, marks=pytest.mark.nightly)])
    def test_between_and_within_the_parts(self, change, validated):
        it = session(hidden("h1", 6), data=POINTS, batch_size=16)
        for _ in range(4):
            it.step()
        it._loop.run_batches(1)
        it._loop.run_validation(validated)
        new = changed(it, **change)
        assert new.batch == 5
        weights = new.model.get_weights()
        (row,) = rows(new, 1)
        assert len(row) == len(new.keys)
        assert np.isfinite(row).all()
        for a, b in zip(weights, new.model.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)  # its training part was over
        expected = new.evaluate("validation")["loss"]
        assert row[new.keys.index("val_loss")] == pytest.approx(expected, abs=1e-6)

    def test_other_data_begin_at_an_epoch(self, going):
        other = Session(replace(going.project, data=Builtin(name="moons", samples=100)), Path())
        other.keep_weights_from(going)
        assert (other.epoch, other.batch) == (DONE, 0)
        assert stop(other).best is None

    def test_nothing_trained_yet_is_no_run(self):
        it = session(data=POINTS, batch_size=16)
        new = changed(it, batch_size=8)
        assert not new.begun
        assert train(new, 1).ending == "finished"
