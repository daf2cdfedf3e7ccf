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
from nnviz.engine.learned import slots
from nnviz.engine.session import Session
from nnviz.engine.weights import named_weights
from nnviz.network import edits, placing
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
NIGHTLY = ("RMSprop", "Adafactor", "ScheduleFreeAdamW", "Adagrad", "Muon")


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

    def test_of_a_layer_that_is_wider_it_keeps_what_is_still_there(self, going):
        new = changed(going, edits.set_args(going.project.network, "h1", units=9))
        assert int(new.model.optimizer.iterations) == 17
        ours, theirs = (slots(it.model.optimizer, it._built) for it in (new, going))
        for what in ("momentum", "velocity"):
            slot = "h1/kernel", what, False
            np.testing.assert_array_equal(ours[slot].numpy()[:, :8], theirs[slot].numpy())
            assert not ours[slot].numpy()[:, 8:].any()
            np.testing.assert_array_equal(ours["out/bias", what, False], theirs["out/bias", what, False])

    @pytest.mark.parametrize("kind", ["Nadam", *(pytest.param(k, marks=pytest.mark.nightly) for k in NIGHTLY)])
    def test_every_kind_goes_on_as_it_was(self, kind):
        it = session(*LAYERS, data=POINTS, batch_size=16, optimizer=OptimizerSpec(kind, {"learning_rate": 0.01}))
        for _ in range(6):
            it.step()
        new = changed(it, stop_early=StopEarly(monitor="loss", patience=70))
        assert memory(new) == memory(it)

    def test_a_running_mean_of_the_weights_goes_on_as_they_do(self):
        mean = OptimizerSpec("SGD", {"learning_rate": 0.1, "use_ema": True, "ema_momentum": 0.9})
        it = session(*LAYERS, data=POINTS, batch_size=16, optimizer=mean)
        for _ in range(6):
            it.step()
        wider = replace(it.project, network=edits.set_args(it.project.network, "h1", units=12))
        new = Session(wider, Path(), it.dataset)
        new.keep_weights_from(it, preserving=True)
        x = it.dataset.train.x
        for one in (it, new):
            one.finalize()  # the mean takes the place of the weights
        np.testing.assert_allclose(new.predict(x), it.predict(x), atol=1e-5)


class TestBranches:
    """Two branches of the same shape, joined in another order, in which Keras lists their weights otherwise."""

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

    def test_another_order_keeps_the_weights_with_their_units(self, joined):
        network = joined.project.network
        first, second, *others = network.links
        new = changed(joined, replace(network, links=(first, second, others[1], others[0], others[2])))
        ours, theirs = (
            {name: variable.numpy() for name, variable in named_weights(it._built).items()} for it in (new, joined)
        )
        for name in ("a/kernel", "b/kernel", "out/bias"):
            np.testing.assert_array_equal(ours[name], theirs[name])
        # The weights of each unit stay with it.
        np.testing.assert_array_equal(ours["out/kernel"], np.roll(theirs["out/kernel"], 8, axis=0))
        np.testing.assert_allclose(
            new.predict(joined.dataset.train.x), joined.predict(joined.dataset.train.x), atol=1e-6
        )
        assert (stop(new).best, stop(new).best_weights) == (None, None)
        memories = (slots(it.model.optimizer, it._built)["out/kernel", "momentum", False] for it in (new, joined))
        ours_of, theirs_of = (it.numpy() for it in memories)
        np.testing.assert_array_equal(ours_of, np.roll(theirs_of, 8, axis=0))


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


@pytest.fixture(scope="module")
def trained():
    """Twelve epochs of a network of two hidden layers."""
    it = session(hidden("h1", 4), hidden("h2", 3), data=POINTS, batch_size=16, rate=0.02)
    train(it, 12)
    return it


class TestGrowing:
    """A network that is widened, deepened and narrowed while it learns."""

    @staticmethod
    def edited(it: Session, network: NetworkSpec, preserving: bool = True) -> Session:
        new = Session(replace(it.project, network=network), Path(), it.dataset)
        new.keep_weights_from(it, preserving)
        return new

    @pytest.mark.parametrize("deeper", [False, True])
    def test_the_loss_does_not_jump_and_goes_on_down(self, trained, deeper):
        network = edits.set_args(trained.project.network, "h1", units=9)
        if deeper:
            network, layer = placing.insert_on_link(network, ("h1", "h2"), "Dense")
            network = edits.set_args(network, layer, units=9, activation="relu")
        new = self.edited(trained, network)
        before, at_first = (it.evaluate("train")["loss"] for it in (trained, new))
        assert at_first == pytest.approx(before, abs=1e-6)
        assert new.grown.preserves
        assert new.grown.difference < 1e-5
        (row,) = rows(new, 13)
        assert row[0] < before * 1.02
        train(new, 90)
        assert new.evaluate("train")["loss"] < before - 0.1

    def test_copies_part_in_training(self, trained):
        new = self.edited(trained, edits.set_args(trained.project.network, "h1", units=8))
        kernel = new.model.get_layer("h1").get_weights()[0]
        assert len(np.unique(kernel, axis=1).T) == 4
        train(new, 40)
        assert len(np.unique(new.model.get_layer("h1").get_weights()[0].round(3), axis=1).T) > 4

    def test_what_is_told_holds(self, trained):
        new = self.edited(trained, edits.set_args(trained.project.network, "h1", units=9), preserving=False)
        x = trained.dataset.train.x
        assert new.grown.difference == pytest.approx(np.abs(new.predict(x) - trained.predict(x)).max(), abs=1e-6)
        assert [layer.id for layer in new.grown.layers] == ["h1", "h2"]
        assert (new.grown.preserving, new.grown.preserves) == (False, False)

    def test_an_edit_that_is_undone_before_it_was_trained_brings_everything_back(self, trained):
        network = trained.project.network
        narrow = self.edited(trained, edits.set_args(network, "h1", units=2))
        without = self.edited(narrow, edits.remove_layers(narrow.project.network, ["h2"]))
        back = self.edited(without, network)
        assert_same_weights(back, trained)
        assert memory(back) == memory(trained)
        assert (back.epoch, back.grown) == (12, None)

    def test_a_layer_that_only_has_the_name_of_one_that_went_is_another(self, trained):
        network = trained.project.network
        without = self.edited(trained, edits.remove_layers(network, ["h2"]))
        other = self.edited(without, edits.set_args(network, "h2", units=5), preserving=False)
        assert {layer.id: layer.what for layer in other.grown.layers}["h2"] == "new"

    def test_once_it_is_trained_it_is_what_the_next_edit_goes_on_from(self, trained):
        narrow = self.edited(trained, edits.set_args(trained.project.network, "h1", units=2))
        narrow.step()
        back = self.edited(narrow, trained.project.network)
        kernel = back.model.get_layer("h1").get_weights()[0]
        np.testing.assert_array_equal(kernel[:, :2], narrow.model.get_layer("h1").get_weights()[0])

    def test_the_same_edit_again_in_the_other_way(self, trained):
        wide = self.edited(trained, edits.set_args(trained.project.network, "h1", units=9), preserving=False)
        again = self.edited(wide, wide.project.network)
        assert again.grown.preserves
        assert again.evaluate("train")["loss"] == pytest.approx(trained.evaluate("train")["loss"], abs=1e-6)
